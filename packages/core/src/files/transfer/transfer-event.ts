import type { Pace } from './progress-meter.js';

/** Why a file is fetched again from its beginning. */
export type RestartReason =
  /** The file is another one than the one that was begun. */
  | 'changed'
  /** The server sends the whole file whatever is asked. */
  | 'range_ignored'
  /** The server sent other bytes than those it was asked for. */
  | 'wrong_range'
  /** There is more on the disk than the file has. */
  | 'oversized'
  /** Everything is there, but its hash is another. */
  | 'hash_mismatch';

/** What may be worth telling, although it is no failure. */
export type NoticeCode =
  | 'early_access'
  | 'downloads_disabled'
  | 'unsafe_format'
  | 'no_hash'
  | 'size_differs'
  | 'content_differs'
  | 'foreign_part'
  | (string & {});

/** What happens to a file. Sizes are in bytes, times in milliseconds. */
export type TransferEvent =
  | {
      readonly type: 'start';
      readonly path: string;
      /** So much was there from before. */
      readonly resumedFromBytes: number;
      readonly totalBytes?: number;
    }
  | ({
      readonly type: 'progress';
      readonly doneBytes: number;
      readonly totalBytes?: number;
    } & Pace)
  | {
      readonly type: 'retry';
      /** In a row. */
      readonly attempt: number;
      readonly delayMs: number;
      /** Code of what went wrong. */
      readonly reason: string;
      readonly status?: number;
    }
  /** A link was asked for, which counts against the quota of the account. */
  | { readonly type: 'link'; readonly count: number }
  | { readonly type: 'restart'; readonly reason: RestartReason }
  /** Another process is at the same file. */
  | { readonly type: 'wait'; readonly for: 'lock' }
  | { readonly type: 'verify'; readonly algorithm: HashName }
  | {
      readonly type: 'verified';
      readonly algorithm: HashName;
      readonly ok: boolean;
      readonly expected: string;
      readonly actual: string;
    }
  | { readonly type: 'notice'; readonly code: NoticeCode; readonly message: string };

/** A hash that can show that a file is the published one. */
export type HashName = 'sha256' | 'blake3' | 'crc32' | 'autoV2';
