import type { Host } from '../../http/incoming-call.js';
import type { OrchestrationRoute } from '../route.js';
import type { StreamingBlobs } from './streaming-blobs.js';

/** What a blob is made of. */
export interface BlobContent {
  readonly type: 'image' | 'video' | 'audio' | 'model3d';
  readonly bytes: Buffer;
  readonly contentType: string;
  /** Becomes part of the id, such as `jpeg`. */
  readonly extension: string;
  readonly nsfwLevel?: string;
  /** Withholds the blob: it is there, but not available. */
  readonly blockedReason?: string;
  readonly jobId?: string;
  /** Members of the blob's kind, such as `width` and `height`. */
  readonly members?: Readonly<Record<string, unknown>>;
}

/** How a blob is shown. */
export interface BlobViewOptions {
  /** Mature blobs come without `url` and are not available. */
  readonly hideMatureContent: boolean;
}

/** One file of an archive. */
export interface ArchiveEntry {
  readonly blobId: string;
  /** The blob's id unless told. */
  readonly fileName?: string | null;
}

/** How entries are put together; nothing is compressed. */
export type ArchiveFormat = 'zip' | 'tar';

/** An archive as the `blobArchive` step shows it. */
export interface BlobArchive {
  readonly url: string;
  readonly entryCount: number;
  readonly format: ArchiveFormat;
  readonly expiresAt: string;
}

/** The blobs of one emulator; their contents are served at an origin of their own, under signed URLs that expire. */
export interface BlobStore {
  /** Makes an id for a blob whose content comes later, as those of running jobs. Until then nobody can read it. */
  reserve(extension: string): string;
  /** Keeps a blob, under a reserved id or one of its own, and gives the id. */
  put(content: BlobContent, blobId?: string): string;
  /** False for reserved ids too, and once the blob's 30 days are over. */
  has(blobId: string): boolean;
  /** The content of a blob; `undefined` where there is none. */
  read(blobId: string): BlobContent | undefined;
  /**
   * The blob as answers show it, with a URL that is valid from now on for as long as URLs are.
   *
   * @throws Error for an id that is not there.
   */
  view(blobId: string, options: BlobViewOptions): Readonly<Record<string, unknown>>;
  /** Makes a signed URL that streams the blobs as one file; blobs that are gone by then are left out. */
  archive(entries: readonly ArchiveEntry[], format: ArchiveFormat): BlobArchive;
  /** What chat completions and others write while they run. */
  readonly streams: StreamingBlobs;
  /** Every URL given out so far has expired. */
  expireUrls(): void;
}

/** A store with everything that must be wired: the API's routes, and the origin its contents come from. */
export interface ServedBlobStore extends BlobStore {
  /** Serves content, placeholders and archives; wants no token. */
  readonly host: Host;
  readonly routes: readonly OrchestrationRoute[];
}
