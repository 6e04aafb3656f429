import { tmpdir } from 'node:os';
import { PassThrough } from 'node:stream';
import type { CostPreview } from '@civitkit/sdk/client';
import { describe, expect, it, vi } from 'vitest';
import type { CommandIo } from '../../src/command-io.js';
import { type Agreement, agreeToCost } from '../../src/commands/generate-agree.js';
import { fakeIo } from './fake-io.js';

/** A terminal on which somebody could answer; what is drawn on it is kept. */
function terminalIo(): { readonly io: CommandIo; readonly drawn: () => string; readonly type: (key: string) => void } {
  const stdin = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => undefined });
  const terminal = Object.assign(new PassThrough(), { isTTY: true, columns: 80 });
  let drawn = '';
  terminal.on('data', (bytes: Buffer) => {
    drawn += bytes.toString('utf8');
  });
  const io = { ...fakeIo({ cwd: tmpdir(), homeDirectory: tmpdir() }), stdin, terminal };
  return { io, drawn: () => drawn, type: (key) => void stdin.write(key) };
}

function preview(members: Partial<CostPreview> = {}): CostPreview {
  const cost = { base: 4, tips: { civitai: 0, creators: 0 }, total: 4 };
  const facts = { total: 4, cost, charges: [], insufficientBuzz: false, support: undefined, queue: [] };
  return { ...facts, workflow: {} as CostPreview['workflow'], ...members };
}

const never = new AbortController().signal;

describe('agreeing to a price', () => {
  it('makes it the most that the workflow may cost', async () => {
    const { drawn, io, type } = terminalIo();
    const agreed = agreeToCost(preview(), { maxCost: 100 }, { io, stop: never });
    await vi.waitFor(() => expect(drawn()).toContain('Spend about 4 Buzz?'));
    type('y');
    expect(await agreed).toBe(4);
  });

  it('ends when the process is asked to', async () => {
    const { drawn, io } = terminalIo();
    const stopping = new AbortController();
    const agreed = agreeToCost(preview(), {}, { io, stop: stopping.signal });
    await vi.waitFor(() => expect(drawn()).toContain('Spend about 4 Buzz?'));
    stopping.abort('SIGTERM');
    await expect(agreed).rejects.toMatchObject({ exitCode: 143 });
  });

  it.each<[string, Partial<CostPreview>, Agreement, number | undefined]>([
    ['--yes agrees to anything', {}, { yes: true }, undefined],
    ['--yes and --max-cost agree to that much', {}, { yes: true, maxCost: 5 }, 5],
    ['what costs nothing is not asked about', { total: 0 }, {}, 0],
  ])('%s', async (_name, members, agreement, most) => {
    const { drawn, io } = terminalIo();
    expect(await agreeToCost(preview(members), agreement, { io, stop: never })).toBe(most);
    expect(drawn()).toBe('');
  });

  it('says that nobody would run it, and that some prices are settled later', async () => {
    const fake = fakeIo({ cwd: tmpdir(), homeDirectory: tmpdir() });
    const cost = { ...preview().cost, variable: true };
    await agreeToCost(preview({ cost, support: 'unsupported' }), { yes: true }, { io: fake, stop: never });
    expect(fake.errLines).toEqual([
      'No worker takes this now, says the server: it may wait, and expire.',
      'This would cost about 4 Buzz: an estimate, and settled later by what is delivered.',
    ]);
  });

  it('asks about what costs nothing yet, where that is settled later', async () => {
    const fake = fakeIo({ cwd: tmpdir(), homeDirectory: tmpdir() });
    const cost = { ...preview().cost, variable: true };
    const agreed = agreeToCost(preview({ total: 0, cost }), {}, { io: fake, stop: never });
    await expect(agreed).rejects.toMatchObject({ exitCode: 2 });
  });
});
