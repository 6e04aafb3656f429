import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { DownloadError } from '../../errors/download-error.js';
import { systemCodeOf } from '../../errors/system-code.js';
import { writeFailure } from '../write-failure.js';
import { type TransferFileSystem, type TransferHandle } from './file-system.js';
import type { FrontHasher } from './front-hasher.js';
import { type Journal, type PartIdentity, readJournal, sameIdentity, writeJournal } from './journal.js';
import type { PartPaths } from './part-paths.js';
import { Ranges } from './ranges.js';
import type { EntityNames } from './validator.js';

/** How a part is opened. */
export interface OpenPartOptions {
  readonly paths: PartPaths;
  readonly identity: PartIdentity;
  readonly disk: TransferFileSystem;
  /** Whether to go on with what is there. */
  readonly resume: boolean;
  /** Length of the file as far as the site knows it, rounded up. */
  readonly mostBytes: number | undefined;
  readonly createHasher: ((path: string) => FrontHasher) | undefined;
  /** Called with the new name of a part that belongs to another download. */
  readonly onMovedAside: (path: string) => void;
}

/** Names of the version of the file that the part holds, and who gave them. */
export interface NotedNames extends EntityNames {
  readonly storageHost?: string | undefined;
}

const partFlags = constants.O_RDWR | constants.O_CREAT | (constants.O_NOFOLLOW ?? 0);
const saveEveryBytes = 8_388_608;
const syncEveryBytes = 268_435_456;

/** The part of a download on the disk, with all that is known of it. */
export class PartState {
  names: NotedNames;
  ranges: Ranges;
  readonly #options: OpenPartOptions;
  readonly #handle: TransferHandle;
  readonly #createdAt: string;
  #hasher: FrontHasher | undefined;
  #sha256: Promise<string> | undefined;
  #syncedBytes: number;
  #unsavedBytes = 0;
  #unsyncedBytes = 0;
  #saving: Promise<void> | undefined;
  #closed = false;

  private constructor(options: OpenPartOptions, handle: TransferHandle, journal: Journal | undefined, ranges: Ranges) {
    this.#options = options;
    this.#handle = handle;
    this.names =
      journal === undefined
        ? {}
        : { etag: journal.etag, lastModified: journal.lastModified, storageHost: journal.storageHost };
    this.#createdAt = journal?.createdAt ?? new Date().toISOString();
    this.#syncedBytes = Math.min(journal?.syncedBytes ?? 0, ranges.front);
    this.ranges = ranges;
    this.#hasher = options.createHasher?.(options.paths.part);
    this.#hasher?.advance(ranges.front);
  }

  /**
   * Opens the part, or creates it, and proves that its folder can be written to.
   *
   * @throws DownloadError
   */
  static async open(options: OpenPartOptions): Promise<PartState> {
    const { disk, identity, paths } = options;
    try {
      await refuseUnusual(paths.part, disk);
      const journal = await readJournal(paths.journal, disk);
      const known = journal !== undefined && sameIdentity(journal, identity) ? journal : undefined;
      const length = (await disk.lstat(paths.part))?.size ?? 0;
      const ranges = options.resume ? resumable(length, known, journal !== undefined, options) : new Ranges();
      if (ranges === undefined) await moveAside(options);
      const handle = await disk.open(paths.part, partFlags, 0o666);
      // Nothing behind what counts: it may be of another download.
      const usable = ranges ?? new Ranges();
      if (usable.isSingle && length !== usable.front) await handle.truncate(usable.front);
      const state = new PartState(options, handle, usable.doneBytes > 0 ? known : undefined, usable);
      try {
        await state.save();
      } catch (thrown) {
        await state.close();
        throw thrown;
      }
      return state;
    } catch (thrown) {
      if (thrown instanceof DownloadError) throw thrown;
      throw systemCodeOf(thrown) === 'ELOOP' ? unusual(paths.part, 'a link') : writeFailure(thrown, paths.target);
    }
  }

  get handle(): TransferHandle {
    return this.#handle;
  }

  /** More bytes of a range are on the disk. */
  written(count: number): void {
    this.#hasher?.advance(this.ranges.front);
    this.#unsavedBytes += count;
    this.#unsyncedBytes += count;
    if (this.#unsavedBytes < saveEveryBytes || this.#saving !== undefined) return;
    this.#saving = this.#checkpoint().finally(() => {
      this.#saving = undefined;
    });
  }

  /** Writes down what is known, so that another process can go on; nothing any more once it is closed. */
  async save(): Promise<void> {
    if (this.#closed) return;
    const { disk, identity, paths } = this.#options;
    const { etag, lastModified, storageHost } = this.names;
    const { totalBytes } = this.ranges;
    this.#unsavedBytes = 0;
    const journal: Journal = {
      format: 1,
      versionId: identity.versionId,
      fileId: identity.fileId,
      ...(identity.sha256 === undefined ? {} : { sha256: identity.sha256 }),
      ...(totalBytes === undefined ? {} : { totalBytes }),
      ...(etag === undefined ? {} : { etag }),
      ...(lastModified === undefined ? {} : { lastModified }),
      ...(storageHost === undefined ? {} : { storageHost }),
      ranges: this.ranges.save(),
      syncedBytes: this.#syncedBytes,
      createdAt: this.#createdAt,
    };
    await writeJournal(paths.journal, journal, disk);
  }

  /** Begins anew: nothing that is there counts any more. */
  async restart(): Promise<void> {
    const { createHasher, paths } = this.#options;
    await this.#saving;
    this.#hasher?.close();
    this.#sha256 = undefined;
    this.ranges.reset();
    this.names = {};
    this.#syncedBytes = 0;
    try {
      await this.#handle.truncate(0);
      await this.save();
    } catch (thrown) {
      throw writeFailure(thrown, paths.target);
    }
    this.#hasher = createHasher?.(paths.part);
  }

  /** The SHA256 of what is there, upper case; `undefined` where nobody wanted one. */
  async sha256(): Promise<string | undefined> {
    this.#sha256 ??= this.#hasher?.digest(this.ranges.doneBytes);
    return await this.#sha256;
  }

  /** Cuts off what is behind the end of the file: an earlier download may have left more. */
  async trim(): Promise<void> {
    const { totalBytes } = this.ranges;
    if (totalBytes === undefined) return;
    try {
      const { size } = await this.#handle.stat();
      if (size > totalBytes) await this.#handle.truncate(totalBytes);
    } catch (thrown) {
      throw writeFailure(thrown, this.#options.paths.target);
    }
  }

  /** Makes sure that every byte is on the disk itself. */
  async sync(): Promise<void> {
    await this.#handle.sync();
  }

  /** Lets go of the part; what is there stays, and is noted. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#hasher?.close();
    await this.#saving;
    this.#closed = true;
    await this.#handle.close().catch(() => undefined);
  }

  /** Beside the writing; when it fails, the older journal stays, which is true as well. */
  async #checkpoint(): Promise<void> {
    try {
      if (this.#unsyncedBytes >= syncEveryBytes) {
        const { front } = this.ranges;
        this.#unsyncedBytes = 0;
        await this.#handle.datasync();
        this.#syncedBytes = front;
      }
      await this.save();
    } catch {
      // The writing of the file itself will say what is wrong with the disk.
    }
  }
}

/** What of a part counts; `undefined` when it is another download's. */
function resumable(
  length: number,
  known: Journal | undefined,
  hasJournal: boolean,
  { identity, mostBytes }: OpenPartOptions,
): Ranges | undefined {
  if (length === 0) return new Ranges();
  if (known === undefined) {
    // Without a word about it, only the hash of the finished file can tell.
    const usable = !hasJournal && identity.sha256 !== undefined && (mostBytes === undefined || length <= mostBytes);
    return usable ? new Ranges([{ start: 0, next: length }]) : undefined;
  }
  const ranges = new Ranges(known.ranges, known.totalBytes);
  const noted = known.ranges.reduce((most, { next, start }) => (next > start ? next : most), 0);
  // A tail was lost with the power. What is shorter than it should be may have holes too.
  if (length < noted) ranges.keepFront(Math.min(length, known.syncedBytes, ranges.front));
  // Bytes come in order, and each before it is noted.
  else if (ranges.isSingle) ranges.keepFront(length);
  return known.totalBytes !== undefined && ranges.front > known.totalBytes ? new Ranges() : ranges;
}

async function moveAside({ disk, onMovedAside, paths }: OpenPartOptions): Promise<void> {
  const aside = `${paths.part}.${randomBytes(3).toString('hex')}.old`;
  await disk.rename(paths.part, aside);
  onMovedAside(aside);
}

async function refuseUnusual(path: string, disk: TransferFileSystem): Promise<void> {
  const found = await disk.lstat(path);
  if (found === undefined || found.isFile()) return;
  throw unusual(path, found.isSymbolicLink() ? 'a link' : 'no ordinary file');
}

function unusual(path: string, what: string): DownloadError {
  return new DownloadError(`${path}: there is ${what} of this name, which is not written to. Remove it.`, {
    code: 'unsafe_target',
    details: { path },
  });
}
