import { constants } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { FileError } from '../errors/file-error.js';
import { fileChanged, readFailure } from './read-failure.js';

/** Without it the opening of a pipe waits for somebody who writes. There is none on Windows, nor are there such pipes. */
const openFlags = constants.O_RDONLY | ((constants as { readonly O_NONBLOCK?: number }).O_NONBLOCK ?? 0);

/** By what a file is recognised as the one it was. */
export interface FileIdentity {
  readonly device: bigint;
  readonly inode: bigint;
  readonly sizeBytes: number;
  readonly modifiedAtNs: bigint;
}

/** A file that is open for reading. */
export interface OpenedFile {
  /** Absolute. */
  readonly path: string;
  readonly handle: FileHandle;
  readonly identity: FileIdentity;
}

/**
 * Opens a file; links are followed. Whoever opens it closes the handle.
 *
 * @throws FileError for what is no file with bytes of its own, and what cannot be read
 */
export async function openFile(path: string): Promise<OpenedFile> {
  const absolute = resolve(path);
  let handle: FileHandle | undefined;
  try {
    handle = await open(absolute, openFlags);
    const facts = await handle.stat({ bigint: true });
    if (facts.isDirectory()) throw readFailure({ code: 'EISDIR' }, absolute);
    if (!facts.isFile()) {
      throw new FileError(`${absolute}: it is a device or a pipe. Give a file.`, {
        code: 'not_a_file',
        details: { path: absolute },
      });
    }
    return { path: absolute, handle, identity: identityOf(facts) };
  } catch (error) {
    await handle?.close();
    throw readFailure(error, absolute);
  }
}

/**
 * Makes sure that under the path there still is the file that was read, and that nobody wrote to it.
 *
 * @throws FileError with code `file_changed`
 */
export async function refuseChanged(path: string, before: FileIdentity): Promise<void> {
  let after: FileIdentity;
  try {
    after = identityOf(await stat(path, { bigint: true }));
  } catch (error) {
    throw (error as { readonly code?: unknown }).code === 'ENOENT' ? fileChanged(path) : readFailure(error, path);
  }
  const same =
    after.device === before.device &&
    after.inode === before.inode &&
    after.sizeBytes === before.sizeBytes &&
    after.modifiedAtNs === before.modifiedAtNs;
  if (!same) throw fileChanged(path);
}

function identityOf(facts: {
  readonly dev: bigint;
  readonly ino: bigint;
  readonly size: bigint;
  readonly mtimeNs: bigint;
}): FileIdentity {
  return { device: facts.dev, inode: facts.ino, sizeBytes: Number(facts.size), modifiedAtNs: facts.mtimeNs };
}
