import { type CivitaiError, isCivitaiError, ValidationError } from '@civitkit/core/client';
import type { OpenOptions, StreamedAnswer } from '@civitkit/core/internal';

/** What an answer has of a file: a blob, or one of `outputs()`. */
export interface BlobLike {
  /** Without one an expired URL cannot be replaced. */
  readonly id?: string | undefined;
  readonly url?: string | null | undefined;
}

/** What can be read: a blob of an answer, one of `outputs()`, an id, or a URL that the server gave. */
export type ReadableBlob = BlobLike | string;

/** How a blob is reached. */
export interface BlobReading {
  open(url: string, options: OpenOptions): Promise<StreamedAnswer>;
  /** A fresh URL of a blob. */
  locate(blobId: string): Promise<string>;
}

/**
 * Opens a blob. A URL that has expired is replaced by a fresh one, once; one that came without its blob's id cannot be.
 *
 * @throws NotFoundError, PermissionError, or what `locate` throws
 */
export async function readBlob(
  blob: ReadableBlob,
  reading: BlobReading,
  options: OpenOptions,
): Promise<StreamedAnswer> {
  if (typeof blob === 'string' && isUrl(blob)) return reading.open(blob, options);
  const { id, url } = typeof blob === 'string' ? { id: blob, url: undefined } : blob;
  if (typeof url === 'string') {
    try {
      return await reading.open(url, options);
    } catch (error) {
      if (id === undefined || !isExpired(error)) throw error;
    }
  }
  if (id === undefined) {
    throw new ValidationError('blobs.read: this has neither an id nor a URL. Is it available?', {
      code: 'invalid_argument',
      issues: [{ path: 'url', message: 'is missing, and so is the id' }],
    });
  }
  return reading.open(await reading.locate(id), options);
}

function isUrl(text: string): boolean {
  return /^https?:/i.test(text);
}

/** What storage says of a signature whose time is over. */
function isExpired(error: unknown): error is CivitaiError {
  return isCivitaiError(error) && (error.status === 401 || error.status === 403 || error.status === 410);
}
