import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { canary, generation, until } from './generation.js';

const cli = generation();
const program = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
// part of util-linux, which every Debian has; other systems have another one, or none
const scriptWorks = spawnSync('script', ['-qec', 'exit 7', '/dev/null']).status === 7;

interface Terminal {
  type(text: string): void;
  seen(): string;
  readonly ended: Promise<number | null>;
}

/** Runs the command in a terminal of its own, 80 columns wide. */
function inTerminal(args: readonly string[], env: Readonly<Record<string, string>> = {}): Terminal {
  const command = `stty cols 80 rows 24; exec '${process.execPath}' '${program}' ${args.map((arg) => `'${arg}'`).join(' ')}`;
  const child = spawn('script', ['-qec', command, '/dev/null'], {
    cwd: cli.sandbox.project,
    env: { ...cli.sandbox.env, ...cli.env, TERM: 'xterm', LANG: 'C.UTF-8', SHELL: '/bin/sh', ...env },
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
function cursorShown(written: string): boolean {
  return Array.from(written.matchAll(cursor), ([, mode]) => mode).at(-1) !== 'l';
}

describe.skipIf(!scriptWorks)('civitkit generate in a terminal', () => {
  it('asks before it spends; yes spends, and shows how far it is where it stands', async () => {
    const terminal = inTerminal(['generate', 'a cat [emulator:work=600]']);
    await until(() => terminal.seen().includes('Spend about 4 Buzz?'));
    expect(cli.submissions()).toBe(0);
    terminal.type('y');
    expect(await terminal.ended).toBe(0);
    expect(terminal.seen()).toMatch(/█+░*[\s\S]*\d+ %\s+working/);
    expect(terminal.seen()).toContain(`${escape}[?25l`);
    expect(cursorShown(terminal.seen())).toBe(true);
    expect(terminal.seen()).not.toContain(canary);
    expect(terminal.seen().trimEnd().split(/\r?\n/).at(-1)).toMatch(/_1\.png$/);
    expect(cli.submissions()).toBe(1);
  });

  it.each([
    ['n', 9],
    ['\r', 9],
    ['\u0003', 130],
  ])('spends nothing after %j', async (key, code) => {
    const terminal = inTerminal(['generate', 'a cat']);
    await until(() => terminal.seen().includes('Spend about 4 Buzz?'));
    terminal.type(key);
    expect(await terminal.ended).toBe(code);
    expect(terminal.seen()).toContain('Nothing was submitted and nothing spent.');
    expect(cursorShown(terminal.seen())).toBe(true);
    expect(cli.submissions()).toBe(0);
  });

  it('holds the price to what was agreed to', async () => {
    const terminal = inTerminal(['generate', 'a cat']);
    await until(() => terminal.seen().includes('Spend about 4 Buzz?'));
    terminal.type('y');
    expect(await terminal.ended).toBe(0);
    const posts = cli.emulator.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/workflows'));
    // the price that is shown, the price again once it is agreed to, the submission
    expect(posts).toHaveLength(3);
  });

  it('gives the cursor back on Ctrl-C, and says how to go on', async () => {
    cli.emulator.orchestration.holdAt('processing');
    const terminal = inTerminal(['generate', 'a cat', '--yes']);
    await until(() => terminal.seen().includes('working'));
    expect(cursorShown(terminal.seen())).toBe(false);
    terminal.type('\u0003');
    expect(await terminal.ended).toBe(130);
    expect(cursorShown(terminal.seen())).toBe(true);
    expect(terminal.seen()).toContain('goes on.');
  });

  it('draws nothing again with TERM=dumb', async () => {
    const terminal = inTerminal(['generate', 'a cat', '--yes'], { TERM: 'dumb' });
    expect(await terminal.ended).toBe(0);
    expect(terminal.seen()).not.toContain(escape);
    expect(terminal.seen()).toContain('textToImage: done');
  });
});
