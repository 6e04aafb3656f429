import { type CivitaiError, isCivitaiError } from '@civitkit/core/client';
import type { OpenOptions, StreamedAnswer } from '@civitkit/core/internal';

/** A blob of an answer, by what is needed to read it. */
export interface BlobLike {
  readonly id: string;
  readonly url?: string | null | undefined;
}

/** What can be read: a blob of an answer, its id, or a URL that the server gave. */
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
      if (!isExpired(error)) throw error;
    }
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
