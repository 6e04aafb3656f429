import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

/** A running example: a real process of what the build made. */
export interface ExampleProcess {
  readonly lines: readonly string[];
  /** Everything it printed so far. */
  readonly output: string;
  /** The first line that fits, from the beginning on; fails when the process ends without one. */
  line(pattern: RegExp): Promise<string>;
  /** Where it listens. */
  origin(): Promise<string>;
  kill(signal: NodeJS.Signals): void;
  readonly exitCode: Promise<number | null>;
}

interface ExampleOptions {
  readonly command?: readonly string[];
  readonly cwd?: string;
  readonly env: Readonly<Record<string, string>>;
  /** Another user to run as; only root may. */
  readonly uid?: number;
  readonly gid?: number;
}

const examples = fileURLToPath(new URL('../../../examples/', import.meta.url));

export function exampleFolder(name: string): string {
  return join(examples, name);
}

/** A folder that is removed after the test. */
export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'civitkit-examples-')));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** Starts an example with these variables, its home folder and nothing else of this machine. */
export function startExample(name: string, options: ExampleOptions): ExampleProcess {
  const { command = ['node', 'dist/main.js'], cwd, env, ...user } = options;
  const [program = 'node', ...args] = command;
  const home = temporaryFolder();
  const child = spawn(program === 'node' ? process.execPath : program, args, {
    cwd: cwd ?? exampleFolder(name),
    env: { PATH: process.env['PATH'] ?? '', HOME: home, XDG_CONFIG_HOME: join(home, '.config'), PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...user,
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return follow(child);
}

function follow(child: ChildProcess): ExampleProcess {
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  const wake = (): void => {
    for (const resume of waiting) resume();
    waiting.clear();
  };
  for (const stream of [child.stdout, child.stderr]) {
    if (stream === null) continue;
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line);
      wake();
    });
  }
  let ended = false;
  const exitCode = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      ended = true;
      wake();
      resolve(code);
    });
  });
  const line = async (pattern: RegExp): Promise<string> => {
    for (;;) {
      const found = lines.find((text) => pattern.test(text));
      if (found !== undefined) return found;
      if (ended) throw new Error(`It ended without a line like ${pattern}:\n${lines.join('\n')}`);
      await new Promise<void>((resume) => void waiting.add(resume));
    }
  };
  return {
    lines,
    get output() {
      return lines.join('\n');
    },
    line,
    origin: async () => /http:\S+/.exec(await line(/^listening on /))?.[0] ?? '',
    kill: (signal) => void child.kill(signal),
    exitCode,
  };
}
