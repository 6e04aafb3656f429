import type { Stats } from 'node:fs';
import { lstat, realpath, rm } from 'node:fs/promises';
import { systemCodeOf } from '../../errors/system-code.js';
import { nameKey } from '../naming/name-key.js';
import { readFailure } from '../read-failure.js';
import { hashOnDisk } from '../transfer/hash-on-disk.js';
import { writeFailure } from '../write-failure.js';
import { type FileMove, moveFile } from './move-file.js';

/**
 * Brings to its end a move that may have been made, half or whole, before: what is there already is left, and removed where
 * it was if it is the same.
 *
 * @throws DownloadError, with code `file_exists` when something else has the name; FileError when there is neither
 */
export async function settleMove(move: FileMove, signal: AbortSignal): Promise<void> {
  const { from, mode, to } = move;
  const [there, here] = await Promise.all([look(to), look(from)]);
  if (there === undefined) {
    if (here === undefined) throw readFailure({ code: 'ENOENT' }, from);
    return moveFile(move, signal);
  }
  if (here === undefined) {
    // A link or a copy of what is gone is none that could be checked; a file that was moved is where it should be.
    if (mode === 'move') return;
    throw readFailure({ code: 'ENOENT' }, from);
  }
  if (!(await isSame(from, here, to, there, signal))) throw writeFailure({ code: 'EEXIST' }, to);
  // Of two spellings of one name there is only one file.
  if (mode === 'move' && nameKey(from) !== nameKey(to)) await rm(from);
}

/**
 * Takes a link or a copy away again, if it is still what it was made.
 *
 * @throws DownloadError with code `file_exists` when it is something else by now
 */
export async function removeCopy({ from, to }: FileMove, signal: AbortSignal): Promise<void> {
  const [there, here] = await Promise.all([look(to), look(from)]);
  if (there === undefined) return;
  if (here === undefined) throw readFailure({ code: 'ENOENT' }, from);
  if (!(await isSame(from, here, to, there, signal))) throw writeFailure({ code: 'EEXIST' }, to);
  await rm(to);
}

async function isSame(from: string, here: Stats, to: string, there: Stats, signal: AbortSignal): Promise<boolean> {
  if (here.ino === there.ino && here.dev === there.dev) return true;
  if (here.isSymbolicLink() || there.isSymbolicLink()) {
    const [one, other] = await Promise.all([from, to].map(async (path) => realpath(path).catch(() => undefined)));
    return one !== undefined && one === other;
  }
  if (!here.isFile() || !there.isFile() || here.size !== there.size) return false;
  return (await hashOnDisk(from, 'sha256', signal)) === (await hashOnDisk(to, 'sha256', signal));
}

async function look(path: string): Promise<Stats | undefined> {
  return lstat(path).catch((thrown: unknown) => {
    const code = systemCodeOf(thrown);
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw readFailure(thrown, path);
  });
}
