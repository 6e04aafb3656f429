import { isJsonObject } from '../../http/body-checks.js';
import type { BlobStore, BlobViewOptions } from '../blobs/blob-store.js';

/** How a blob appears in an output: whole, as nothing but its URL, or without what only blobs have. */
export type BlobForm = 'blob' | 'url' | 'flat';

/** Stands for a blob inside a kept output; every answer shows it with a URL of its own. */
export class BlobReference {
  readonly blobId: string;
  readonly form: BlobForm;

  constructor(blobId: string, form: BlobForm = 'blob') {
    this.blobId = blobId;
    this.form = form;
  }
}

function showBlob({ blobId, form }: BlobReference, blobs: BlobStore, options: BlobViewOptions): unknown {
  // A blob's life may be over before that of the workflow that tells of it.
  const blob = blobs.has(blobId) ? blobs.view(blobId, options) : { type: 'image', id: blobId, available: false };
  if (form === 'blob') return blob;
  if (form === 'url') return blob['url'] ?? '';
  const { id, available, url, urlExpiresAt, jobId } = blob;
  return { id, available, url, urlExpiresAt, jobId };
}

/** The output as answers show it. */
export function showBlobs(value: unknown, blobs: BlobStore, options: BlobViewOptions): unknown {
  if (value instanceof BlobReference) return showBlob(value, blobs, options);
  if (Array.isArray(value)) return value.map((one) => showBlobs(one, blobs, options));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, showBlobs(one, blobs, options)]));
}

/** The ids of the blobs in an output. */
export function blobsIn(value: unknown): readonly string[] {
  if (value instanceof BlobReference) return [value.blobId];
  if (Array.isArray(value)) return value.flatMap(blobsIn);
  return isJsonObject(value) ? Object.values(value).flatMap(blobsIn) : [];
}
