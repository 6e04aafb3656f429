import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type CivitaiError, isCivitaiError } from '../../errors/civitai-error.js';
import type { RenamedFile } from '../identify/apply-renames.js';
import { writeFailure } from '../write-failure.js';
import { MoveJournal, readJournal } from './move-journal.js';
import type { MoveRecord } from './move-record.js';
import { settleMove } from './settle-move.js';

/** What may be set for {@link finishMoves} and {@link undoMoves}. */
export interface MovesOptions {
  /** Only says what there is to do, and touches nothing. Default: false. */
  readonly dryRun?: boolean;
  /** Stops; it rejects with `signal.reason`. */
  readonly signal?: AbortSignal;
}

/**
 * Brings to its end what was interrupted: files that lie between two places, with what belongs to them. To be called
 * before the files are looked at again; without a journal, or when nothing was interrupted, there is nothing to do.
 *
 * @param journalPath - that of `applyRenames`
 * @throws ValidationError for what is no journal; the reason of the signal
 *
 * @example
 * ```ts
 * import { finishMoves } from '@civitkit/core/files';
 *
 * for (const { error, to } of await finishMoves('models/.civitkit-organise.jsonl')) console.log(to, error?.message ?? '');
 * ```
 */
export async function finishMoves(
  journalPath: string,
  { dryRun = false, signal = new AbortController().signal }: MovesOptions = {},
): Promise<readonly RenamedFile[]> {
  const begun = (await readJournal(journalPath)).records.filter(({ state }) => state === 'begun');
  if (begun.length === 0) return [];
  if (dryRun) return begun.map(({ from, sidecars, to }) => ({ from, to, outcome: 'renamed', sidecars }));
  const journal = await MoveJournal.open(journalPath);
  try {
    const finished: RenamedFile[] = [];
    for (const record of begun) {
      signal.throwIfAborted();
      const error = await finish(record, signal);
      await journal.write({ ...record, state: error === undefined ? 'done' : 'failed' });
      const { from, sidecars, to } = record;
      const outcome = error === undefined ? 'renamed' : 'failed';
      finished.push({ from, to, outcome, sidecars, ...(error === undefined ? {} : { error }) });
    }
    return finished;
  } finally {
    await journal.close();
  }
}

async function finish(record: MoveRecord, signal: AbortSignal): Promise<CivitaiError | undefined> {
  const { from, mode, sha256, sidecars, to } = record;
  try {
    for (const one of [{ from, to, mode, sha256 }, ...sidecars.map((sidecar) => ({ ...sidecar, mode }))]) {
      await mkdir(dirname(one.to), { recursive: true });
      await settleMove(one, signal);
    }
    return undefined;
  } catch (thrown) {
    if (signal.aborted) throw thrown;
    return isCivitaiError(thrown) ? thrown : writeFailure(thrown, to);
  }
}
