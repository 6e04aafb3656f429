// Makes a checkout ready to run: `node scripts/setup.mjs [--no-build]`. Quiet when there is nothing to do.
// Uses nothing but Node, because on a fresh clone nothing else is there.
import { chmodSync, existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isInstalled, writeStamp } from './support/installed.mjs';
import { satisfies } from './support/node-version.mjs';
import { npmCommand, run, withoutNpmScope } from './support/run.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
process.exitCode = checkNode() || install() || (process.argv.includes('--no-build') ? 0 : build());

function checkNode() {
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  if (satisfies(process.version, engines.node)) return 0;
  process.stderr.write(
    `civitkit needs Node ${engines.node}, and this is ${process.version} (${process.execPath}).\n` +
      'Install a supported Node, for example from https://nodejs.org, and run the command again.\n',
  );
  return 1;
}

function install() {
  if (isInstalled(root)) return 0;
  process.stderr.write('Installing dependencies (npm ci); only the first run does this …\n');
  const { command, prefix, shell } = npmCommand();
  // `--include=dev` because the compiler is a development dependency and NODE_ENV may say production
  const args = [...prefix, 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const code = run(command, args, {
    cwd: root,
    shell,
    env: withoutNpmScope(),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (code === 0) writeStamp(root);
  else process.stderr.write(`npm ci failed with exit code ${code}.\n`);
  return code;
}

function build() {
  const entry = join(root, 'dist', 'cli.js');
  if (!existsSync(entry)) process.stderr.write('Building (tsc -b) …\n');
  const code = run(process.execPath, [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-b'], { cwd: root });
  if (code === 0) makeExecutable(entry);
  return code;
}

/** The compiler does not set the mode; npm does when it links a bin, but `npx civitkit` in a checkout may not. */
function makeExecutable(file) {
  if (process.platform === 'win32' || !existsSync(file)) return;
  const { mode } = statSync(file);
  if ((mode & 0o111) !== 0o111) chmodSync(file, mode | 0o111);
}
