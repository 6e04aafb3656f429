import { randomBytes } from 'node:crypto';
import { type FileHandle, link, lstat, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isCivitaiError } from '../errors/civitai-error.js';
import { systemCodeOf } from '../errors/system-code.js';
import { syncDirectory } from '../secrets/atomic-write.js';
import { putUnderFreeName } from './free-name.js';
import { writeFailure } from './write-failure.js';

/** A file that is being written, under a name of its own. */
export interface PartFile {
  /** Where it is to go. */
  readonly target: string;
  readonly path: string;
  readonly handle: FileHandle;
}

const naming = { link, rename, assertFree: (target: string): Promise<void> => assertFree(target, false) };

/**
 * Checks that a name may be written to, before anything is downloaded.
 *
 * @throws DownloadError
 */
export async function assertFree(target: string, overwrite: boolean): Promise<void> {
  const found = await lstat(target).catch((thrown: unknown) => {
    if (systemCodeOf(thrown) === 'ENOENT') return undefined;
    throw writeFailure(thrown, target);
  });
  if (found?.isDirectory() === true) throw writeFailure({ code: 'EISDIR' }, target);
  if (found !== undefined && !overwrite) throw writeFailure({ code: 'EEXIST' }, target);
}

/**
 * Creates the file to write to. `<target>.part` may belong to another download, or be what a crash left of one; nobody
 * can tell, so it is left alone.
 *
 * @throws DownloadError
 */
export async function openPart(target: string): Promise<PartFile> {
  const names = [`${target}.part`, `${target}.${randomBytes(6).toString('hex')}.part`];
  for (const [index, path] of names.entries()) {
    try {
      return { target, path, handle: await open(path, 'wx') };
    } catch (thrown) {
      if (systemCodeOf(thrown) !== 'EEXIST' || index === names.length - 1) throw writeFailure(thrown, target);
    }
  }
  throw writeFailure({ code: 'EEXIST' }, target);
}

/**
 * Writes all of some bytes behind those before.
 *
 * @throws DownloadError
 */
export async function writePart({ handle, target }: PartFile, bytes: Uint8Array): Promise<void> {
  try {
    for (let offset = 0; offset < bytes.byteLength; ) {
      const { bytesWritten } = await handle.write(bytes, offset);
      offset += bytesWritten;
    }
  } catch (thrown) {
    throw writeFailure(thrown, target);
  }
}

/**
 * Gives the file its name, when every byte of it is on the disk.
 *
 * @throws DownloadError
 */
export async function finishPart({ handle, path, target }: PartFile, overwrite: boolean): Promise<void> {
  try {
    await handle.sync();
    await handle.close();
    if (overwrite) await rename(path, target);
    else if (await putUnderFreeName(path, target, naming)) await rm(path, { force: true }).catch(() => undefined);
  } catch (thrown) {
    throw isCivitaiError(thrown) ? thrown : writeFailure(thrown, target);
  }
  await syncDirectory(dirname(target));
}

/** Removes what was written; it never fails, for there is an error to be reported already. */
export async function discardPart({ handle, path }: PartFile): Promise<void> {
  await handle.close().catch(() => undefined);
  await rm(path, { force: true }).catch(() => undefined);
}
