import type { CallOptions, UploadSource } from '@civitkit/core/client';
import type { BlobUploadProgress } from './blob-body.js';

/** How bytes become a blob. */
export interface UploadBlobOptions extends CallOptions {
  /**
   * Such as `image/png`; images (jpeg, png, webp) and videos (mp4, webm) up to 64 MB have been seen to be taken.
   * Default: the type of a `Blob`; everything else has to say it.
   */
  readonly contentType?: string;
  /** Called as the bytes go out. What it throws fails the upload. */
  readonly onProgress?: (progress: BlobUploadProgress) => void;
}

/**
 * The content type of an upload.
 *
 * @throws TypeError when nobody says what it is
 */
export function contentTypeOf(operation: string, source: UploadSource, contentType: string | undefined): string {
  const own = 'type' in source && typeof source.type === 'string' ? source.type : '';
  const type = contentType ?? own;
  if (type !== '') return type;
  throw new TypeError(`${operation}: say what the bytes are, such as { contentType: 'image/png' }`);
}
