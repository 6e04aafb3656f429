import { appendFileSync, linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ModelVersionDetail } from '@civitkit/core/client';
import { describe, expect, it } from 'vitest';
import { applyRenames } from '../../../src/files/identify/apply-renames.js';
import type { KnownFile } from '../../../src/files/identify/identified-file.js';
import { planMoves } from '../../../src/files/identify/plan-moves.js';
import type { PlannedRename } from '../../../src/files/identify/rename-plan.js';
import { finishMoves } from '../../../src/files/organise/finish-moves.js';
import { MoveJournal, moveJournalName } from '../../../src/files/organise/move-journal.js';
import { type MoveRecord, readMoveRecords } from '../../../src/files/organise/move-record.js';
import { undoMoves } from '../../../src/files/organise/undo-moves.js';
import { siteSample } from '../site-sample.js';
import { useTemporaryFolder } from '../use-temporary-folder.js';

const folder = useTemporaryFolder();
const below = (path: string): string => join(folder(), path);
const journalPath = (): string => below(moveJournalName);
const names = (path = ''): readonly string[] =>
  readdirSync(below(path))
    .filter((name) => name !== moveJournalName)
    .toSorted();

function plan(name: string, more: Partial<PlannedRename> = {}): PlannedRename {
  writeFileSync(below(name), `content of ${name}`);
  return { from: below(name), to: below(`new/${name}`), action: 'rename', sidecars: [], ...more };
}

/** A journal as a process leaves it that is killed. */
function killed(...records: readonly Partial<MoveRecord>[]): void {
  const lines = records.map((record) => JSON.stringify({ mode: 'move', sidecars: [], state: 'begun', ...record }));
  writeFileSync(journalPath(), `${lines.join('\n')}\n`);
}

describe('applyRenames, with a journal', () => {
  it('writes down what it begins and what is done, and that it came to its end', async () => {
    mkdirSync(below('taken'));
    const plans = [plan('a', { sha256: 'A'.repeat(64) }), plan('b', { to: below('taken') })];
    const seen: string[] = [];
    await applyRenames(plans, { journalPath: journalPath(), onDone: ({ from }) => seen.push(from) });
    const lines = readFileSync(journalPath(), 'utf8').trim().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      { from: below('a'), to: below('new/a'), mode: 'move', sidecars: [], sha256: 'A'.repeat(64), state: 'begun' },
      expect.objectContaining({ from: below('a'), newFolder: below('new'), state: 'done' }),
      expect.objectContaining({ from: below('b'), state: 'begun' }),
      expect.objectContaining({ from: below('b'), state: 'failed' }),
      { state: 'ended' },
    ]);
    expect(seen).toEqual([below('a'), below('b')]);
    expect(names()).toEqual(['b', 'new', 'taken']);
  });

  it('is for one process at a time, and begins anew after a run that ended, unless there is nothing to do', async () => {
    await applyRenames([plan('a')], { journalPath: journalPath() });
    const first = readFileSync(journalPath(), 'utf8');
    await applyRenames([plan('b', { action: 'same' })], { journalPath: journalPath() });
    expect(readFileSync(journalPath(), 'utf8')).toBe(first);
    const held = await MoveJournal.open(journalPath());
    await expect(applyRenames([plan('c')], { journalPath: journalPath() })).rejects.toMatchObject({ code: 'locked' });
    await held.close();
    await applyRenames([plan('c')], { journalPath: journalPath() });
    expect(readFileSync(journalPath(), 'utf8')).not.toContain(below('new/a'));
    expect(names()).toEqual(['b', 'new']);
  });

  it('stops before the next file, and the next run goes on with the journal', async () => {
    const plans = [plan('a'), plan('b')];
    const controller = new AbortController();
    const stopped = applyRenames(plans, {
      journalPath: journalPath(),
      signal: controller.signal,
      onDone: () => controller.abort(new Error('enough')),
    });
    await expect(stopped).rejects.toThrow('enough');
    expect(names('new')).toEqual(['a']);
    expect(await finishMoves(journalPath())).toEqual([]);
    await applyRenames(plans.slice(1), { journalPath: journalPath() });
    expect((await undoMoves(journalPath())).map(({ to }) => to)).toEqual([below('b'), below('a')]);
    expect(readdirSync(folder()).toSorted()).toEqual(['a', 'b']);
  });
});

describe('finishMoves', () => {
  it.each<[string, () => void]>([
    ['nothing was done', () => undefined],
    ['the file has both names', () => linkSync(below('a'), below('new/a'))],
    ['the file was copied and not removed', () => writeFileSync(below('new/a'), 'content of a')],
    [
      'the file was moved, and what is beside it was not',
      () => {
        writeFileSync(below('new/a'), 'content of a');
        rmSync(below('a'));
      },
    ],
  ])('finishes when %s', async (_, change) => {
    plan('a');
    writeFileSync(below('a.json'), '{}');
    mkdirSync(below('new'));
    change();
    const sidecars = [{ from: below('a.json'), to: below('new/a.json') }];
    killed({ from: below('a'), to: below('new/a'), sidecars });
    appendFileSync(journalPath(), '{"from":"/cut');
    expect(await finishMoves(journalPath(), { dryRun: true })).toHaveLength(1);
    const moves = await finishMoves(journalPath());
    expect(moves).toEqual([{ from: below('a'), to: below('new/a'), outcome: 'renamed', sidecars }]);
    expect([names(), names('new')]).toEqual([['new'], ['a', 'a.json']]);
    expect(readFileSync(below('new/a'), 'utf8')).toBe('content of a');
    expect(await finishMoves(journalPath())).toEqual([]);
  });

  it('replaces nothing, and goes on with the others', async () => {
    plan('a');
    plan('b');
    mkdirSync(below('new'));
    writeFileSync(below('new/a'), 'something else');
    killed(...['a', 'b', 'gone'].map((name) => ({ from: below(name), to: below(`new/${name}`) })), {
      from: below('c'),
      to: below('new/c'),
      state: 'done',
    });
    expect(await finishMoves(journalPath())).toMatchObject([
      { from: below('a'), outcome: 'failed', error: { code: 'file_exists' } },
      { from: below('b'), outcome: 'renamed' },
      { from: below('gone'), outcome: 'failed', error: { code: 'file_not_found' } },
    ]);
    expect([names(), names('new')]).toEqual([
      ['a', 'new'],
      ['a', 'b'],
    ]);
    const reason = new Error('enough');
    killed({ from: below('a'), to: below('new/x') });
    await expect(finishMoves(journalPath(), { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });

  it('has nothing to do without a journal', async () => {
    expect(await finishMoves(journalPath())).toEqual([]);
  });
});

describe('undoMoves', () => {
  it('takes everything back, with what was beside, and the folders that were made', async () => {
    mkdirSync(below('a.images'));
    writeFileSync(below('a.images/1.png'), 'png');
    const sidecars = [{ from: below('a.images/1.png'), to: below('new/deep/a.images/1.png') }];
    await applyRenames([plan('a', { to: below('new/deep/a'), sidecars }), plan('b', { to: below('new/b') })], {
      journalPath: journalPath(),
    });
    expect(names()).toEqual(['new']);
    expect(await undoMoves(journalPath(), { dryRun: true })).toHaveLength(2);
    expect(names()).toEqual(['new']);
    await undoMoves(journalPath());
    expect(readdirSync(folder()).toSorted()).toEqual(['a', 'a.images', 'b']);
    expect(readFileSync(below('a.images/1.png'), 'utf8')).toBe('png');
  });

  it.each(['copy', 'hardlink', 'symlink'] as const)(
    'removes what %s has made, while it is still that',
    async (mode) => {
      const plans = [plan('a'), plan('b')];
      await applyRenames(plans, { journalPath: journalPath(), mode });
      rmSync(below('new/b'));
      writeFileSync(below('new/b'), 'mine');
      expect(await undoMoves(journalPath())).toMatchObject([
        { from: below('new/b'), outcome: 'failed', error: { code: 'file_exists' } },
        { from: below('new/a'), outcome: 'renamed' },
      ]);
      expect([names(), names('new')]).toEqual([['a', 'b', 'new'], ['b']]);
    },
  );

  it('never removes the last copy of a file', async () => {
    await applyRenames([plan('a')], { journalPath: journalPath(), mode: 'copy' });
    rmSync(below('a'));
    expect(await undoMoves(journalPath())).toMatchObject([{ outcome: 'failed', error: { code: 'file_not_found' } }]);
    expect(names('new')).toEqual(['a']);
  });

  it('replaces nothing', async () => {
    await applyRenames([plan('a')], { journalPath: journalPath() });
    writeFileSync(below('a'), 'new here');
    expect(await undoMoves(journalPath())).toMatchObject([{ outcome: 'failed', error: { code: 'file_exists' } }]);
    expect(readFileSync(below('a'), 'utf8')).toBe('new here');
  });

  it('does no harm twice, and says when there is no list', async () => {
    writeFileSync(below('list'), '');
    await applyRenames([plan('a')], { journalPath: below('list') });
    await undoMoves(below('list'));
    expect(await undoMoves(below('list'))).toMatchObject([{ outcome: 'renamed' }]);
    expect(names()).toEqual(['a', 'list']);
    await expect(undoMoves(below('none'))).rejects.toMatchObject({ code: 'file_not_found' });
  });
});

describe('readMoveRecords', () => {
  const pair = { from: '/a', to: '/b' };
  it.each([
    ['no JSON', 'x\n'],
    ['no object', '1\n'],
    ['a relative path', `${JSON.stringify({ ...pair, from: 'a', mode: 'move', sidecars: [], state: 'done' })}\n`],
    ['no mode', `${JSON.stringify({ ...pair, mode: 'swap', sidecars: [], state: 'done' })}\n`],
    ['no sidecars', `${JSON.stringify({ ...pair, mode: 'move', state: 'done' })}\n`],
    ['a sidecar that is none', `${JSON.stringify({ ...pair, mode: 'move', sidecars: [1], state: 'done' })}\n`],
  ])('refuses %s', (_, text) => {
    expect(() => readMoveRecords(text, 'list')).toThrow('list is no list of moves: line 1');
  });
});

describe('planMoves', () => {
  const version = siteSample<ModelVersionDetail>('model-versions.by-hash.get.json');
  function known(name: string, sha256: string): KnownFile {
    writeFileSync(below(name), `content of ${name}`);
    return {
      path: below(name),
      sizeBytes: 12,
      hashes: { sha256 },
      fromCache: false,
      status: 'known',
      matchedBy: 'sha256',
      version,
      otherVersions: [],
      newer: [],
    };
  }

  it('gives one of several that are the same the place, the one that has it already if there is one', async () => {
    const same = 'A'.repeat(64);
    const actions = async (files: readonly KnownFile[], to: string): Promise<readonly string[]> =>
      (await planMoves(files, { place: () => below(to) })).map(({ action }) => action);
    const files = [known('a', same), known('b', same)];
    expect(await actions(files, 'new')).toEqual(['rename', 'duplicate']);
    expect(await actions(files, 'b')).toEqual(['duplicate', 'same']);
    expect(await actions([...files, known('c', 'B'.repeat(64))], 'new')).toEqual([
      'collision',
      'collision',
      'collision',
    ]);
  });

  it('lets what is no fault of a file end everything', async () => {
    const files = [known('a', 'A'.repeat(64))];
    const place = (): never => {
      throw new TypeError('mine');
    };
    await expect(planMoves(files, { place })).rejects.toThrow('mine');
    const reason = new Error('enough');
    await expect(planMoves(files, { place, signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });
});
