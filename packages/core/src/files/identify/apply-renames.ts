import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type CivitaiError, isCivitaiError } from '../../errors/civitai-error.js';
import { moveFile } from '../organise/move-file.js';
import { MoveJournal } from '../organise/move-journal.js';
import type { MoveMode } from '../organise/move-mode.js';
import type { MoveRecord } from '../organise/move-record.js';
import { removeEmptyFolders } from '../organise/remove-empty-folders.js';
import { writeFailure } from '../write-failure.js';
import type { PlannedRename, Rename } from './rename-plan.js';

/** What became of one file of a plan. */
export interface RenamedFile extends Rename {
  readonly outcome: 'renamed' | 'failed';
  /** What was renamed along with it. */
  readonly sidecars: readonly Rename[];
  /** The topmost of the folders that were created for it. */
  readonly newFolder?: string;
  /** Why the file, or something beside it, was not renamed. */
  readonly error?: CivitaiError;
}

/** What may be set for {@link applyRenames}. */
export interface ApplyRenamesOptions {
  /** Default: `move`. */
  readonly mode?: MoveMode;
  /**
   * Where to keep a journal: what was begun and what was done. With it `finishMoves` brings to an end what a crash or an
   * abort has interrupted, and `undoMoves` takes it all back. Default: none.
   */
  readonly journalPath?: string;
  /** Called for each file that is done. What it throws ends everything. */
  readonly onDone?: (renamed: RenamedFile) => void;
  /** Stops before the next file, and in the middle of a copy; it rejects with `signal.reason`. */
  readonly signal?: AbortSignal;
}

/**
 * Does what a plan says can be done, the rest is left as it is. Nothing is ever replaced, also not what has appeared since
 * the plan was made. A file that cannot be renamed is reported; the others go on.
 *
 * @throws the reason of the signal; DownloadError when the journal cannot be written, with code `locked` while another
 * process has it
 */
export async function applyRenames(
  plan: readonly PlannedRename[],
  { journalPath, mode = 'move', onDone, signal = new AbortController().signal }: ApplyRenamesOptions = {},
): Promise<readonly RenamedFile[]> {
  const wanted = plan.filter(({ action }) => action === 'rename');
  const done: RenamedFile[] = [];
  // That of an earlier run is worth something until there is something new.
  const journal = journalPath === undefined || wanted.length === 0 ? undefined : await MoveJournal.open(journalPath);
  try {
    for (const planned of wanted) {
      signal.throwIfAborted();
      const renamed = await applyOne(planned, mode, journal, signal);
      done.push(renamed);
      onDone?.(renamed);
    }
    await journal?.end();
  } finally {
    await journal?.close();
  }
  return done;
}

async function applyOne(
  { from, sha256, sidecars, to }: PlannedRename,
  mode: MoveMode,
  journal: MoveJournal | undefined,
  signal: AbortSignal,
): Promise<RenamedFile> {
  const known = sha256 === undefined ? {} : { sha256 };
  const record: MoveRecord = { from, to, mode, sidecars, ...known, state: 'begun' };
  await journal?.write(record);
  const moved: Rename[] = [];
  let newFolder: string | undefined;
  let error: CivitaiError | undefined;
  try {
    newFolder = await mkdir(dirname(to), { recursive: true });
    await moveFile({ from, to, mode, sha256 }, signal);
    moved.push({ from, to });
    for (const sidecar of sidecars) {
      await mkdir(dirname(sidecar.to), { recursive: true });
      await moveFile({ ...sidecar, mode }, signal);
      moved.push(sidecar);
    }
  } catch (thrown) {
    // The journal knows that it may be anywhere on the way.
    if (signal.aborted) throw thrown;
    error = isCivitaiError(thrown) ? thrown : writeFailure(thrown, to);
  }
  if (mode === 'move')
    await removeEmptyFolders(
      sidecars.map((sidecar) => dirname(sidecar.from)),
      dirname(from),
    );
  const along = moved.slice(1);
  const folder = newFolder === undefined ? {} : { newFolder };
  await journal?.write({ ...record, ...folder, sidecars: along, state: moved.length === 0 ? 'failed' : 'done' });
  const outcome = moved.length === 0 ? 'failed' : 'renamed';
  return { from, to, outcome, sidecars: along, ...folder, ...(error === undefined ? {} : { error }) };
}
