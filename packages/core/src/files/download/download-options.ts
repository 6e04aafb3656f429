import type { TransferFileSystem } from '../transfer/file-system.js';
import type { HashName, TransferEvent } from '../transfer/transfer-event.js';
import type { LocalCopies } from './local-copies.js';
import type { PlannedFile } from './planned-file.js';
import type { FileChoice } from './source.js';

/** How a downloader works. Times in milliseconds, sizes in bytes. */
export interface DownloaderOptions {
  /** Files at a time. Default: 2. */
  readonly maxConcurrentFiles?: number;
  /** Connections for one file. More help only where each one is throttled. Default: 1. */
  readonly segments?: number;
  /** Over all files together. Default: no limit. */
  readonly bytesPerSecond?: number;
  /** Between the files of a batch. Default: 0. */
  readonly pauseBetweenMs?: number;
  /** How often in a row a transfer may fail without a single byte. Default: 8. */
  readonly maxRetries?: number;
  /** A server that asks for a longer pause than this is not waited for. Default: 60 000. */
  readonly maxRetryAfterMs?: number;
  /** Until an answer begins. Default: 60 000. */
  readonly headersTimeoutMs?: number;
  /** Without a byte. Default: 30 000. */
  readonly stallTimeoutMs?: number;
  /**
   * A connection that is slower than this for {@link slowForMs} is opened anew, as often in a row as may be retried. Waiting
   * for the disk or for `bytesPerSecond` does not count. 0 for no such limit. Default: 1024.
   */
  readonly minBytesPerSecond?: number;
  /** How long a connection may be that slow. Default: 60 000. */
  readonly slowForMs?: number;
  /** Stays free on the disk. Default: 16 MiB. */
  readonly reserveBytes?: number;
  /** Between two `progress` events of a file. Default: 500. */
  readonly progressIntervalMs?: number;
  /** 0 ≤ x < 1; spreads the waits. Default: `Math.random`. */
  readonly random?: () => number;
  /** @internal Default: the disk of this machine. */
  readonly fileSystem?: TransferFileSystem;
}

/** What may be set for looking sources up. */
export interface PlanOptions {
  /** Which files of each version. Default: what the source says, else the primary one. */
  readonly choice?: FileChoice;
  /** Looks the whole model up where a source leads to a version: one more request each. Default: false. */
  readonly withModel?: boolean;
  readonly signal?: AbortSignal;
}

/**
 * Where a file goes: a path, or a folder in which it gets the name it has on the site, or another one. A function chooses
 * a path for each file, such as below the folder that `locateFolder` or `sortFiles` finds; names that it takes out of
 * answers it makes safe itself, as `safeFileName` and `resolveInside` do.
 */
export type DownloadTarget = string | DownloadFolder | ((file: PlannedFile) => string | Promise<string>);

/** A folder, out of which no name leads. */
export interface DownloadFolder {
  readonly directory: string;
  /** The path below it. Default: the file's name. */
  readonly name?: (file: PlannedFile) => string;
}

/** What to do about a file of the same name that is another one. The same one is skipped in any case. */
export type OnConflict = 'fail' | 'skip' | 'rename' | 'overwrite';

/** What may be set for a download. */
export interface DownloadOptions extends PlanOptions {
  /** Default: `fail`. */
  readonly onConflict?: OnConflict;
  /**
   * `hash`: by the best hash that is published, SHA256, BLAKE3, AutoV2 or CRC32. `size`: by its length. `none`: not at all.
   * Default: `hash`.
   */
  readonly verify?: 'hash' | 'size' | 'none';
  /** Refuses files of which no hash is published. Default: false. */
  readonly requireHash?: boolean;
  /** SHA256 that are good as well, for when the published one is wrong. */
  readonly acceptHashes?: readonly string[];
  /** Takes files that can run code and did not pass the scans of the site. Default: false. */
  readonly allowUnsafe?: boolean;
  /** Goes on with what an earlier call has left. Default: true. */
  readonly resume?: boolean;
  /** How long to wait for another process at the same file. Default: 0. */
  readonly lockPatienceMs?: number;
  /** Files that may be here already, under another name. */
  readonly reuse?: LocalCopies;
  readonly onEvent?: (event: DownloadEvent) => void;
}

/** What may be set for a batch. */
export interface BatchOptions extends DownloadOptions {
  /** Begins nothing more after the first failure. Default: false. */
  readonly failFast?: boolean;
  /** What to do about two files that would get the same name. `suffix` puts the id of the file behind it. Default: `suffix`. */
  readonly onCollision?: 'suffix' | 'fail';
}

/** A file that is where it should be. */
export interface DownloadedFile {
  readonly file: PlannedFile;
  /** Absolute. */
  readonly path: string;
  /** `skipped`: it was there. `reused`: it was somewhere else on this machine. */
  readonly outcome: 'downloaded' | 'skipped' | 'reused';
  readonly bytes: number;
  /** So much was there from an earlier call. */
  readonly resumedFromBytes: number;
  /** Whether a published hash says that it is the published file. */
  readonly verified: boolean;
  /** Which one. */
  readonly algorithm?: HashName;
  /** Upper case; absent when it was not computed. */
  readonly sha256?: string;
  /** How many links were asked for: each counts against the quota of the account. */
  readonly links: number;
}

/** What happens to a file. */
export type DownloadEvent =
  | (TransferEvent & { readonly file: PlannedFile })
  | { readonly type: 'done'; readonly file: PlannedFile; readonly result: DownloadedFile }
  | { readonly type: 'failed'; readonly file: PlannedFile; readonly error: unknown };
