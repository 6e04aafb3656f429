import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The built command; `npm test` builds it first. */
const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

/** A temporary project and home folder, so that nothing of the real user is read or written. */
export interface Sandbox {
  readonly project: string;
  readonly home: string;
  readonly env: Readonly<Record<string, string>>;
  remove(): void;
}

export function createSandbox(): Sandbox {
  const root = mkdtempSync(join(tmpdir(), 'civitkit-cli-'));
  const project = join(root, 'project');
  const home = join(root, 'home');
  const secrets = join(root, 'secrets');
  for (const folder of [project, home, secrets]) mkdirSync(folder);
  return {
    project,
    home,
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: home,
      USERPROFILE: home,
      XDG_CONFIG_HOME: join(home, '.config'),
      APPDATA: join(home, 'AppData'),
      // empty, instead of the /run/secrets of whatever machine this is
      CIVITKIT_SECRETS_DIRECTORY: secrets,
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

export interface CliOutcome {
  readonly code: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliOptions {
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts the command in the sandbox, its streams open. */
export function spawnCli(
  sandbox: Sandbox,
  args: readonly string[],
  options: CliOptions = {},
): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, [cli, ...args], { cwd: sandbox.project, env: { ...sandbox.env, ...options.env } });
}

/** Runs the command to its end. */
export async function runCli(sandbox: Sandbox, args: readonly string[], options: CliOptions = {}): Promise<CliOutcome> {
  const child = spawnCli(sandbox, args, options);
  child.stdin.on('error', () => undefined); // a command that does not read stdin may end first
  child.stdin.end(options.stdin ?? '');
  return outcomeOf(child);
}

/** Collects what a started command prints until it ends. */
export function outcomeOf(child: ChildProcessWithoutNullStreams): Promise<CliOutcome> {
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
}
