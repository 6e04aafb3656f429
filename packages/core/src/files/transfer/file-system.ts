import { link, lstat, mkdir, open, readFile, rename, rm, statfs } from 'node:fs/promises';
import { systemCodeOf } from '../../errors/system-code.js';

/**
 * What is known of a file; Node's `Stats` are such facts. Written out, for programs without Node's types use this package
 * too.
 */
export interface FileFacts {
  readonly size: number;
  readonly dev: number;
  readonly ino: number;
  readonly mtimeMs: number;
  isFile(): boolean;
  isDirectory(): boolean;
  isSymbolicLink(): boolean;
}

/** An open file, as far as transfers need one; a `FileHandle` of Node is one. */
export interface TransferHandle {
  writev(pieces: readonly Uint8Array[], position: number): Promise<{ readonly bytesWritten: number }>;
  read(into: Uint8Array, offset: number, length: number, position: number): Promise<{ readonly bytesRead: number }>;
  writeFile(text: string): Promise<void>;
  datasync(): Promise<void>;
  sync(): Promise<void>;
  truncate(length: number): Promise<void>;
  stat(): Promise<FileFacts>;
  close(): Promise<void>;
}

/** The disk, as far as transfers touch it. Replaced in tests to make it fail where a real one does once in a blue moon. */
export interface TransferFileSystem {
  open(path: string, flags: number | string, mode?: number): Promise<TransferHandle>;
  rename(from: string, to: string): Promise<void>;
  link(from: string, to: string): Promise<void>;
  /** Does nothing when there is no such file. */
  remove(path: string): Promise<void>;
  /** Without following a link; `undefined` when there is nothing. */
  lstat(path: string): Promise<FileFacts | undefined>;
  readText(path: string): Promise<string>;
  /** With those it is in; gives the topmost that was not there. */
  makeFolder(path: string): Promise<string | undefined>;
  /** Bytes that this user may still write; `undefined` where the system does not say. */
  freeBytes(folder: string): Promise<number | undefined>;
}

/** The disk of this machine. */
export const nodeFileSystem: TransferFileSystem = {
  open: async (path, flags, mode) => {
    const handle = await open(path, flags, mode);
    return {
      writev: (pieces, position) => handle.writev([...pieces], position),
      read: (into, offset, length, position) => handle.read(into, offset, length, position),
      writeFile: (text) => handle.writeFile(text, 'utf8'),
      datasync: () => handle.datasync(),
      sync: () => handle.sync(),
      truncate: (length) => handle.truncate(length),
      stat: () => handle.stat(),
      close: () => handle.close(),
    };
  },
  rename: (from, to) => rename(from, to),
  link: (from, to) => link(from, to),
  remove: (path) => rm(path, { force: true }),
  lstat: async (path) => {
    try {
      return await lstat(path);
    } catch (thrown) {
      if (systemCodeOf(thrown) === 'ENOENT') return undefined;
      throw thrown;
    }
  },
  readText: (path) => readFile(path, 'utf8'),
  makeFolder: (path) => mkdir(path, { recursive: true }),
  freeBytes: async (folder) => {
    try {
      const { bavail, bsize } = await statfs(folder);
      return bavail * bsize;
    } catch {
      return undefined;
    }
  },
};
