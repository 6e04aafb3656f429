import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { CommandIo } from '../../src/command-io.js';
import { displayWidth } from '../../src/output/display-width.js';
import { createProgress, type Progress } from '../../src/output/progress.js';
import { describeStep } from '../../src/output/progress-workflow.js';
import { TestClock } from '../support/test-clock.js';
import { fakeIo } from './fake-io.js';

interface Display {
  readonly progress: Progress;
  readonly clock: TestClock;
  readonly errLines: readonly string[];
  /** What was written to the terminal, a frame each. */
  readonly frames: string[];
}

interface DisplayOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly columns?: number;
  readonly rows?: number;
  readonly isTTY?: boolean;
  readonly quiet?: boolean;
}

function display({ env = {}, columns = 80, rows = 24, isTTY = true, quiet = false }: DisplayOptions = {}): Display {
  const frames: string[] = [];
  const terminal = Object.assign(new PassThrough(), { isTTY, columns, rows });
  terminal.on('data', (bytes: Buffer) => void frames.push(bytes.toString('utf8')));
  const io = { ...fakeIo({ cwd: '/', homeDirectory: '/', env: { LANG: 'C.UTF-8', ...env } }), terminal };
  const clock = new TestClock(-1);
  return { progress: createProgress(io satisfies CommandIo, { clock, quiet }), clock, errLines: io.errLines, frames };
}

const escape = '\u001b';
/** Up, the cursor, clear below, a colour, the next line, the beginning of the line, or a text. */
const told = new RegExp(
  `${escape}\\[(\\d+)A|${escape}\\[\\?25([lh])|(${escape}\\[J)|(${escape}\\[\\d+m)|(\\n)|\\r|([^${escape}\\r\\n]+)`,
  'g',
);

/** What a terminal shows after everything that was written to it; as much of one as is needed here. */
function screen(written: string): { readonly lines: string[]; readonly cursorShown: boolean } {
  const lines = [''];
  let row = 0;
  let cursorShown = true;
  for (const [, up, mode, clear, style, newline, text] of written.matchAll(told)) {
    if (up !== undefined) row -= Number(up);
    else if (mode !== undefined) cursorShown = mode === 'h';
    else if (clear !== undefined) lines.splice(row, Infinity, '');
    else if (newline !== undefined) {
      row += 1;
      lines[row] ??= '';
    } else if (text !== undefined && style === undefined) lines[row] = (lines[row] ?? '') + text;
  }
  return { lines, cursorShown };
}

describe('progress on a terminal', () => {
  it('draws a line for each thing, again where it was, and what has ended above', () => {
    const { frames, progress } = display();
    const [first, second] = [progress.item('first'), progress.item('the second')];
    progress.note('Workflow 1');
    first.update({ text: 'working', fraction: 0.5 });
    first.end('done', 'saved');
    second.end('failed', 'not saved');
    second.update({ text: 'too late' });
    expect(screen(frames.join('')).lines).toEqual(['Workflow 1', '✔  first  saved', '✖  the second  not saved', '']);
  });

  it('shows a bar and per cent, aligned', () => {
    const { clock, frames, progress } = display();
    progress.item('a').update({ text: 'waiting' });
    clock.advance(100);
    progress.item('longer').update({ text: 'working, eta 0:24', fraction: 0.379 });
    expect(screen(frames.join('')).lines).toEqual([
      'a       waiting',
      'longer  ███████░░░░░░░░░░░░░   37 %  working, eta 0:24',
      '',
    ]);
  });

  it('draws at most ten frames a second, and the newest in the end', () => {
    const { clock, frames, progress } = display();
    const item = progress.item('one');
    for (let step = 0; step < 1000; step += 1) {
      item.update({ text: `step ${step}` });
      clock.advance(1);
    }
    clock.advance(100);
    expect(frames.length).toBeGreaterThan(5);
    expect(frames.length).toBeLessThanOrEqual(11);
    expect(screen(frames.join('')).lines).toEqual(['one  step 999', '']);
  });

  it.each([8, 20, 40, 63, 200])('never writes more than %i columns allow', (columns) => {
    const { frames, progress } = display({ columns });
    progress.item('a name that is much too long 名前 for a line').update({ text: 'working '.repeat(30), fraction: 1 });
    progress.item('b').end('done', 'saved '.repeat(40));
    for (const line of screen(frames.join('')).lines) expect(displayWidth(line)).toBeLessThan(columns);
  });

  it('never draws more lines than there are, since what has scrolled away cannot be drawn again', () => {
    const { clock, frames, progress } = display({ rows: 5 });
    const items = Array.from({ length: 10 }, (_, index) => progress.item(`item ${index}`));
    for (const item of items) item.update({ text: 'working' });
    clock.advance(100);
    expect(screen(frames.join('')).lines).toEqual([
      'item 0  working',
      'item 1  working',
      'item 2  working',
      '… and 7 more',
      '',
    ]);
  });

  it('hides the cursor while it draws and gives it back, also when nothing has ended', () => {
    const { clock, frames, progress } = display();
    progress.item('one').update({ text: 'working' });
    expect(screen(frames.join('')).cursorShown).toBe(false);
    progress.close();
    progress.close();
    expect(screen(frames.join(''))).toEqual({ lines: [''], cursorShown: true });
    clock.advance(1000);
    progress.note('too late');
    expect(screen(frames.join('')).lines).toEqual(['']);
    expect(clock.pending).toBe(0);
  });

  it('writes nothing at all when there was nothing to show', () => {
    const { frames, progress } = display();
    progress.close();
    expect(frames).toEqual([]);
  });

  it('lets no name drive the terminal', () => {
    const { frames, progress } = display();
    progress.item('evil\u001b[2J\nname').update({ text: '\u001b]0;title\u0007' });
    progress.note('\u001b[31mred\nnext');
    for (const order of ['[2J', '[31m', ']']) expect(frames.join('')).not.toContain(`${escape}${order}`);
    expect(frames.join('')).not.toContain('\u0007');
    expect(screen(frames.join('')).lines).toEqual(['[31mred next', 'evil [2J name  ]0;title', '']);
  });

  it('uses neither colours with NO_COLOR nor Unicode outside of a UTF-8 locale', () => {
    const { frames, progress } = display({ env: { NO_COLOR: '1', LANG: 'C' } });
    progress.item('one').update({ text: 'working', fraction: 0.5 });
    progress.item('two').end('done', 'saved');
    expect(frames.join('')).not.toMatch(new RegExp(`${escape}\\[\\d+m`));
    expect(Buffer.byteLength(frames.join(''))).toBe(frames.join('').length);
    expect(screen(frames.join('')).lines).toEqual(['+  two  saved', 'one  ##########----------   50 %  working', '']);
  });
});

describe('progress elsewhere', () => {
  it.each<[string, DisplayOptions]>([
    ['a file or a pipe', { isTTY: false }],
    ['TERM=dumb', { env: { TERM: 'dumb' } }],
    ['CI', { env: { CI: 'true' } }],
  ])('writes plain lines to %s: for every tenth, every other word, and ten seconds', (_name, options) => {
    const { clock, errLines, frames, progress } = display(options);
    progress.note('Workflow 1');
    const item = progress.item('one');
    for (let percent = 0; percent < 25; percent += 1) item.update({ text: `eta ${percent}`, fraction: percent / 100 });
    clock.advance(10_000);
    item.update({ text: 'eta 99', fraction: 0.25 });
    item.update({ text: 'resting', fraction: 0.25 });
    item.update({ text: 'resting', fraction: 0.25 });
    item.end('done', 'saved');
    item.end('done', 'saved');
    progress.close();
    progress.note('too late');
    expect(frames).toEqual([]);
    expect(errLines).toEqual([
      'Workflow 1',
      'one: 0 %, eta 0',
      'one: 10 %, eta 10',
      'one: 20 %, eta 20',
      'one: 25 %, eta 99',
      'one: 25 %, resting',
      'one: saved',
    ]);
  });

  it('is live where CI is switched off', () => {
    const { frames, progress } = display({ env: { CI: 'false' } });
    progress.note('here');
    expect(frames.join('')).toContain('here');
  });

  it('is silent when asked to be', () => {
    const { errLines, frames, progress } = display({ quiet: true });
    progress.item('one').update({ text: 'working' });
    progress.note('Workflow 1');
    progress.close();
    expect([...errLines, ...frames]).toEqual([]);
  });
});

describe('what a step is at', () => {
  const step = {
    name: '0',
    $type: 'textToImage',
    status: 'scheduled',
    progress: undefined,
    queuePosition: undefined,
    etaSeconds: undefined,
    preparation: undefined,
    jobs: [],
  } as const;

  it.each([
    [{ ...step, status: 'unassigned' }, 'waiting to begin'],
    [step, 'in the queue'],
    [{ ...step, queuePosition: 0 }, 'in the queue'],
    [{ ...step, queuePosition: 1, etaSeconds: 61 }, 'in the queue, 1 job before it, eta 1:01'],
    [{ ...step, status: 'processing', etaSeconds: 3661 }, 'working, eta 1:01:01'],
    [{ ...step, status: 'preparing' }, 'preparing'],
    [
      {
        ...step,
        status: 'preparing',
        preparation: { resource: 'urn:air:x', progress: 0.5, queuePosition: 2, etaSeconds: 9.2 },
      },
      'loading urn:air:x 50 %, 2 downloads before it, eta 0:10',
    ],
    [{ ...step, status: 'somethingNew' }, 'somethingNew'],
  ] as const)('%#: %j', (progress, text) => {
    expect(describeStep(progress)).toBe(text);
  });
});
