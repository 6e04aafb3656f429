import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isInstalled, writeStamp } from './installed.mjs';
import { npmCommand, run, withoutNpmScope } from './run.mjs';

/** Programs that need an older TypeScript than ours, with a lock of their own. */
export const tools = fileURLToPath(new URL('../../tools', import.meta.url));

/** Installs them as their lock says, unless they are. Throws when npm cannot. */
export function installTools() {
  if (isInstalled(tools)) return;
  process.stderr.write('Installing tools/ (npm ci); only the first run does this …\n');
  const { command, prefix, shell } = npmCommand();
  const args = [...prefix, 'ci', '--ignore-scripts', '--include=dev', '--no-audit', '--no-fund', '--prefer-offline'];
  const code = run(command, [...args, '--loglevel=error'], { cwd: join(tools), shell, env: withoutNpmScope() });
  if (code !== 0) throw new Error(`npm ci failed in ${tools} with exit code ${code}`);
  writeStamp(tools);
}
