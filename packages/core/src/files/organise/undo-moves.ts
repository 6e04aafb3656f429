import { mkdir } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { type CivitaiError, isCivitaiError } from '../../errors/civitai-error.js';
import type { RenamedFile } from '../identify/apply-renames.js';
import { writeFailure } from '../write-failure.js';
import type { MovesOptions } from './finish-moves.js';
import type { FileMove } from './move-file.js';
import { moveJournalName, readJournal, removeJournal } from './move-journal.js';
import type { MoveRecord } from './move-record.js';
import { removeEmptyFolders } from './remove-empty-folders.js';
import { removeCopy, settleMove } from './settle-move.js';

/**
 * Takes back what was moved, copied or linked, the last first: files go back to where they were, links and copies are
 * removed as long as they are still the same as the original. Nothing is ever replaced; what cannot be taken back is
 * reported, and the others go on. Doing it twice does no harm.
 *
 * A journal of which nothing is left is removed.
 *
 * @param listPath - a journal of `applyRenames`, or what `civitkit organise --json` printed
 * @returns what was done, `to` being where a file is now
 * @throws ValidationError for what is no such list; FileError when there is none; the reason of the signal
 */
export async function undoMoves(
  listPath: string,
  { dryRun = false, signal = new AbortController().signal }: MovesOptions = {},
): Promise<readonly RenamedFile[]> {
  const { records } = await readJournal(listPath, 'required');
  const done = records.filter(({ state }) => state !== 'failed').toReversed();
  const undone: RenamedFile[] = [];
  for (const record of done) {
    signal.throwIfAborted();
    const error = dryRun ? undefined : await undo(record, signal);
    const sidecars = record.sidecars.map(turn);
    const outcome = error === undefined ? 'renamed' : 'failed';
    undone.push({ ...turn(record), outcome, sidecars, ...(error === undefined ? {} : { error }) });
  }
  const isJournal = basename(listPath) === moveJournalName;
  if (!dryRun && isJournal && undone.every(({ error }) => error === undefined)) await removeJournal(listPath);
  return undone;
}

async function undo(record: MoveRecord, signal: AbortSignal): Promise<CivitaiError | undefined> {
  const { from, mode, newFolder, sha256, sidecars, to } = record;
  try {
    const all: readonly FileMove[] = [...sidecars.map((one) => ({ ...one, mode })), { from, to, mode, sha256 }];
    for (const one of all) await undoOne(one, signal);
  } catch (thrown) {
    if (signal.aborted) throw thrown;
    return isCivitaiError(thrown) ? thrown : writeFailure(thrown, to);
  }
  const folders = [...sidecars, { to }].map((one) => dirname(one.to));
  // The folder of the file stays unless it was made for it.
  await removeEmptyFolders(folders, newFolder === undefined ? dirname(to) : dirname(newFolder));
  return undefined;
}

async function undoOne(move: FileMove, signal: AbortSignal): Promise<void> {
  if (move.mode !== 'move') return removeCopy(move, signal);
  await mkdir(dirname(move.from), { recursive: true });
  await settleMove({ ...move, ...turn(move) }, signal);
}

function turn({ from, to }: { readonly from: string; readonly to: string }): {
  readonly from: string;
  readonly to: string;
} {
  return { from: to, to: from };
}
