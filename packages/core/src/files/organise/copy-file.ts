import { randomUUID } from 'node:crypto';
import { constants, createReadStream } from 'node:fs';
import { copyFile, link, lstat, open, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { systemCodeOf } from '../../errors/system-code.js';
import { syncDirectory } from '../../secrets/atomic-write.js';
import { putUnderFreeName } from '../free-name.js';
import { fileChanged } from '../read-failure.js';
import { hashOnDisk } from '../transfer/hash-on-disk.js';
import { writeFailure } from '../write-failure.js';

const pieceBytes = 1_048_576;

/**
 * Copies a file under a name that nobody has: the name appears when the copy is whole, on the disk, and checked. The copy
 * keeps the time of its last change, so that caches know it.
 *
 * @param sha256 - what the copy must be; without it its length is checked
 * @throws DownloadError with code `file_exists` when the name is taken; FileError when the file is another one meanwhile
 */
export async function copyToFreeName(
  from: string,
  to: string,
  sha256: string | undefined,
  signal: AbortSignal,
): Promise<void> {
  const temporary = join(dirname(to), `.civitkit-${randomUUID()}.tmp`);
  try {
    await copyBytes(from, temporary, signal);
    const facts = await stat(from);
    const isWhole =
      sha256 === undefined
        ? (await stat(temporary)).size === facts.size
        : (await hashOnDisk(temporary, 'sha256', signal)) === sha256.toUpperCase();
    if (!isWhole) throw fileChanged(from);
    await utimes(temporary, facts.atime, facts.mtime);
    await putUnderFreeName(temporary, to, { assertFree, link, rename });
  } finally {
    await rm(temporary, { force: true });
  }
  await syncDirectory(dirname(to));
}

async function assertFree(to: string): Promise<void> {
  const other = await lstat(to).catch((missing: unknown) => {
    if (systemCodeOf(missing) !== 'ENOENT') throw missing;
  });
  if (other !== undefined) throw writeFailure({ code: 'EEXIST' }, to);
}

async function copyBytes(from: string, to: string, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  try {
    await copyFile(from, to, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE_FORCE);
    return;
  } catch {
    // Most file systems cannot share blocks; the system's own copying could not be stopped half-way.
    await rm(to, { force: true });
  }
  const target = await open(to, 'wx');
  try {
    for await (const bytes of createReadStream(from, { highWaterMark: pieceBytes, signal })) {
      await target.writeFile(bytes as Uint8Array);
    }
    await target.sync();
  } catch (thrown) {
    signal.throwIfAborted();
    throw thrown;
  } finally {
    await target.close();
  }
}
