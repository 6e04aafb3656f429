import type { CivitaiError } from '../../errors/civitai-error.js';
import type { ModelVersionDetail } from '../../resources/model-versions/types.js';
import type { ModelFile } from '../../resources/models/types.js';
import type { MetadataSummary } from '../formats/summarize-metadata.js';
import type { FileHashes, HashAlgorithm } from '../hashing/hash-algorithm.js';

/** A file on this machine. */
export interface LocalFile {
  /** Absolute. */
  readonly path: string;
  readonly sizeBytes: number;
}

/** What every file that could be read has. */
export interface HashedLocalFile extends LocalFile {
  readonly hashes: FileHashes;
  /** Whether the hashes are from the cache, and the file was not read. */
  readonly fromCache: boolean;
}

/** A version that was published later than the one a file belongs to. */
export interface NewerVersion {
  readonly id: number;
  readonly name: string;
  readonly baseModel: string;
  /** ISO-8601. */
  readonly publishedAt: string | null;
  /** Whether it is for the same base model, so that it takes the place of the old one. */
  readonly sameBaseModel: boolean;
}

/** A file that is on Civitai. */
export interface KnownFile extends HashedLocalFile {
  /** `outdated` when there is a newer version for the same base model. */
  readonly status: 'known' | 'outdated';
  /**
   * By which hash it was found. `sha256` proves that it is the file; `autoV3` only that the weights are the same, such as
   * after its metadata was edited.
   */
  readonly matchedBy: HashAlgorithm;
  /** The oldest version with this file, as the site shows it. */
  readonly version: ModelVersionDetail;
  /** The file in it; absent when the version does not show it, as archived ones do. */
  readonly file?: ModelFile;
  /** Other versions with the same file. */
  readonly otherVersions: readonly ModelVersionDetail[];
  /** Later versions of the model, the newest first, those for other base models as well. */
  readonly newer: readonly NewerVersion[];
}

/** A file that is not on Civitai, or no longer. */
export interface UnknownFile extends HashedLocalFile {
  readonly status: 'unknown';
  /** What a safetensors file says of itself: a hint, for anybody can write it there. Absent when it says nothing. */
  readonly embedded?: MetadataSummary;
}

/** A file that could not be read. */
export interface UnreadableFile extends LocalFile {
  readonly status: 'failed';
  readonly error: CivitaiError;
}

/** What is known of a file. */
export type IdentifiedFile = KnownFile | UnknownFile | UnreadableFile;
