import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const folder = fileURLToPath(new URL('../../../examples/nestjs-app', import.meta.url));

/** The built example as a process of its own. */
export interface SpawnedApp {
  readonly child: ChildProcess;
  /** Everything it has printed. */
  readonly output: () => string;
  /** Resolves once it listens. */
  readonly origin: Promise<string>;
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | string>;
}

/** Starts the application in its folder, with nothing that configures civitkit but these variables. */
export function spawnApp(variables: Readonly<Record<string, string>>): SpawnedApp {
  const foreign = /^(?:civitai|civitkit|modelslab|webhook_|public_url|node_|vitest|dotnet_|https?_proxy)/i;
  const inherited = Object.entries(process.env).filter(([name]) => !foreign.test(name));
  const env = {
    ...Object.fromEntries(inherited),
    NO_COLOR: '1',
    PORT: '0',
    CIVITKIT_SECRETS_DIRECTORY: join(folder, 'src', 'models'),
    ...variables,
  };
  const child = spawn(process.execPath, [join(folder, 'dist', 'main.js')], { cwd: folder, env });
  onTestFinished(() => void child.kill('SIGKILL'));
  let output = '';
  const ended = new Promise<number | string>((resolve) => {
    child.once('close', (code, signal) => resolve(code ?? signal ?? ''));
  });
  const origin = new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        const listening = /listening on (http:\/\/\S+)/.exec(output)?.[1];
        if (listening !== undefined) resolve(listening);
      });
    }
    void ended.then((code) => reject(new Error(`ended with ${code}:\n${output}`)));
  });
  // Not every test waits for it.
  origin.catch(() => undefined);
  return { child, output: () => output, origin, ended };
}
