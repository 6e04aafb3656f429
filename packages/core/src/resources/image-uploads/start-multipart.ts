import type { ParseContext } from '../../transport/api-request.js';
import { isJsonObject, parseObject, refuseUnmapped } from '../../transport/parse-object.js';
import type { MultipartState, PartTarget } from './multipart-state.js';

/** A file that is to be uploaded in parts. */
export interface MultipartRequest {
  readonly sizeBytes: number;
  /** Its extension tells the server what kind of file it is. */
  readonly filename?: string;
  /** Such as `video/mp4`. */
  readonly mimeType?: string;
}

const fields = {
  urls: [{ url: true, partNumber: true }],
  bucket: true,
  key: true,
  uploadId: true,
  chunkSize: true,
  backend: true,
};

/** Turns the answer to the start of an upload into its first state. */
export function parseStart(json: unknown, sizeBytes: number, context: ParseContext): MultipartState {
  const answer = parseObject(json, 'uploadId', context);
  refuseUnmapped(answer, fields, context);
  const { urls, bucket, key, uploadId, chunkSize, backend } = answer;
  const partBytes = typeof chunkSize === 'number' && chunkSize >= 1 ? chunkSize : 0;
  if (
    !isListOfTargets(urls) ||
    typeof bucket !== 'string' ||
    typeof key !== 'string' ||
    typeof uploadId !== 'string' ||
    typeof backend !== 'string' ||
    urls.length !== Math.ceil(sizeBytes / partBytes)
  ) {
    throw context.wrongShape(`"bucket", "key", "uploadId", "backend" and a URL for each part of ${sizeBytes} bytes`);
  }
  const targets = urls.map(({ partNumber, url }) => ({ partNumber, url }));
  return { version: 1, key, bucket, uploadId, backend, sizeBytes, partBytes, targets, sent: [] };
}

function isListOfTargets(urls: unknown): urls is readonly PartTarget[] {
  return (
    Array.isArray(urls) &&
    urls.every(
      (item, index) => isJsonObject(item) && typeof item['url'] === 'string' && item['partNumber'] === index + 1,
    )
  );
}
