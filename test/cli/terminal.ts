import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

/** `script` is part of util-linux, which every Debian has; other systems have another one, or none. */
export const scriptWorks: boolean = spawnSync('script', ['-qec', 'exit 7', '/dev/null']).status === 7;

/** The command in a terminal. */
export interface Terminal {
  type(text: string): void;
  /** Everything that was written so far. */
  seen(): string;
  readonly ended: Promise<number | null>;
}

/** Runs the command in a terminal of its own. */
export function openTerminal(
  args: readonly string[],
  options: { readonly cwd: string; readonly env: Readonly<Record<string, string>>; readonly columns?: number },
): Terminal {
  const { columns = 100, cwd, env } = options;
  const quoted = args.map((arg) => `'${arg}'`).join(' ');
  const command = `stty cols ${columns} rows 24; exec '${process.execPath}' '${program}' ${quoted}`;
  const child = spawn('script', ['-qec', command, '/dev/null'], {
    cwd,
    env: { TERM: 'xterm', LANG: 'C.UTF-8', SHELL: '/bin/sh', ...env },
  });
  let seen = '';
  child.stdout.on('data', (bytes: Buffer) => {
    seen += bytes.toString('utf8');
  });
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', (code) => resolve(code));
  });
  return { type: (text) => void child.stdin.write(text), seen: () => seen, ended };
}

const escape = '\u001b';
const cursor = new RegExp(`${escape}\\[\\?25([lh])`, 'g');

/** Whether the cursor is there after all that was written. */
export function cursorShown(written: string): boolean {
  return Array.from(written.matchAll(cursor), ([, mode]) => mode).at(-1) !== 'l';
}
