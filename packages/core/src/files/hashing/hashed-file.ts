import type { FileHashes } from './hash-algorithm.js';

/** How far a file is hashed. */
export interface HashProgress {
  /** Absolute. */
  readonly path: string;
  readonly hashedBytes: number;
  readonly sizeBytes: number;
}

/** A file and its hashes. */
export interface HashedFile {
  /** Absolute; a link as it is, although the file behind it was hashed. */
  readonly path: string;
  readonly sizeBytes: number;
  /** Time of the last change, in milliseconds since 1970. */
  readonly modifiedAtMs: number;
  readonly hashes: FileHashes;
}
