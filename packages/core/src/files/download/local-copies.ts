import { constants } from 'node:fs';
import { copyFile, link, lstat } from 'node:fs/promises';
import { isCivitaiError } from '../../errors/civitai-error.js';
import type { Clock } from '../../transport/clock.js';
import type { TransferFileSystem } from '../transfer/file-system.js';
import type { PartPaths } from '../transfer/part-paths.js';
import { placePart } from '../transfer/place-part.js';
import type { HashName } from '../transfer/transfer-event.js';
import { writeFailure } from '../write-failure.js';
import { compareFile } from './compare-file.js';
import type { PlannedFile } from './planned-file.js';

/** Where a file may be on this machine already. */
export interface LocalCopies {
  /** Paths of files that may be the wanted one, such as a cache of hashes knows them. They are looked at before they are used. */
  readonly find: (file: PlannedFile) => readonly string[] | Promise<readonly string[]>;
  /** Whether both may be one file under two names, so that a change of one changes the other. Default: false, a copy. */
  readonly hardLink?: boolean;
}

/** What it takes to put a copy in place. */
export interface ReuseParts {
  readonly paths: PartPaths;
  readonly overwrite: boolean;
  readonly disk: TransferFileSystem;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** A copy that was found good and put in place. */
export interface ReusedFile {
  readonly from: string;
  readonly bytes: number;
  readonly algorithm: HashName;
  /** Upper case. */
  readonly actual: string;
}

/**
 * Puts a file that is somewhere on this machine where it is wanted: sharing its blocks where the file system can, else as a
 * link if that is allowed, else as a copy. `undefined` when there is none with the published hash.
 */
export async function reuseLocal(
  file: PlannedFile,
  copies: LocalCopies,
  parts: ReuseParts,
): Promise<ReusedFile | undefined> {
  for (const from of await copies.find(file)) {
    const found = await compareFile(from, file.file.hashes, file.sizeBytes, parts.signal).catch(() => undefined);
    if (found?.state !== 'same') continue;
    const { actual, algorithm, bytes } = found;
    try {
      await duplicate(from, parts.paths.part, copies.hardLink === true);
      // The original may have been changed since it was looked at, or the copy cut short.
      const copied = await compareFile(parts.paths.part, file.file.hashes, file.sizeBytes, parts.signal);
      if (copied.state !== 'same') {
        await parts.disk.remove(parts.paths.part);
        continue;
      }
      await placePart(parts.paths, parts.overwrite, parts.disk, parts.clock);
    } catch (thrown) {
      throw isCivitaiError(thrown) || parts.signal.aborted ? thrown : writeFailure(thrown, parts.paths.target);
    }
    return { from, bytes, algorithm, actual };
  }
  return undefined;
}

async function duplicate(from: string, to: string, hardLink: boolean): Promise<void> {
  try {
    await copyFile(from, to, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE_FORCE);
    return;
  } catch {
    // Most file systems cannot.
  }
  if (hardLink && (await lstat(from)).isFile()) {
    try {
      await link(from, to);
      return;
    } catch {
      // Another disk, or no links there.
    }
  }
  await copyFile(from, to, constants.COPYFILE_EXCL);
}
