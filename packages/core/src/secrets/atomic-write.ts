import { randomUUID } from 'node:crypto';
import { open, realpath, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Replaces the content of a file so that readers, and a crash at any moment, see the old or the new content whole.
 *
 * @param mode - permissions of the file, such as `0o600`.
 */
export async function writeAtomically(path: string, content: string, mode: number): Promise<void> {
  const target = await linkTarget(path);
  const directory = dirname(target);
  // In the same directory, for a rename across file systems is a copy.
  const temporary = join(directory, `.${basename(target)}.${randomUUID()}.tmp`);
  try {
    const file = await open(temporary, 'wx', mode);
    try {
      await file.writeFile(content, 'utf8');
      // The umask may have taken permissions away that an existing file had.
      await file.chmod(mode);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncDirectory(directory);
}

/** What is renamed over is the file that a link points to: people keep their settings elsewhere and link to them. */
async function linkTarget(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    return path;
  }
}

/** Makes the rename itself survive a power failure, where the system can. */
export async function syncDirectory(directory: string): Promise<void> {
  try {
    const handle = await open(directory, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch {
    // Windows cannot open directories.
  }
}
