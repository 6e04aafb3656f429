import type { UploadSource } from '@civitkit/core/client';
import { type StreamBody, sizeOfUpload } from '@civitkit/core/internal';

/** How far an upload is. */
export interface BlobUploadProgress {
  /** Handed to the connection so far; begins again when the request is sent again. */
  readonly sentBytes: number;
  readonly totalBytes: number;
}

/** Pieces of this size go to the connection, so that progress is seen and no second copy is held. */
const pieceBytes = 65_536;

/** The bytes of a source as the body of a request. */
export function blobBody(
  operation: string,
  source: UploadSource,
  onProgress: ((progress: BlobUploadProgress) => void) | undefined,
): StreamBody {
  const totalBytes = sizeOfUpload(operation, source);
  return {
    sizeBytes: totalBytes,
    // A stream that somebody else reads along cannot be read again.
    once: !(source instanceof Uint8Array) && 'chunks' in source && !Array.isArray(source.chunks),
    open: () => counted(pieces(source), totalBytes, onProgress),
  };
}

async function* counted(
  chunks: AsyncIterable<Uint8Array>,
  totalBytes: number,
  onProgress: ((progress: BlobUploadProgress) => void) | undefined,
): AsyncGenerator<Uint8Array, void> {
  let sentBytes = 0;
  for await (const chunk of chunks) {
    yield chunk;
    sentBytes += chunk.byteLength;
    onProgress?.({ sentBytes, totalBytes });
  }
}

async function* pieces(source: UploadSource): AsyncGenerator<Uint8Array, void> {
  if (source instanceof Uint8Array) {
    for (let start = 0; start < source.byteLength; start += pieceBytes)
      yield source.subarray(start, start + pieceBytes);
  } else if ('chunks' in source) yield* source.chunks;
  else {
    for (let start = 0; start < source.size; start += pieceBytes) {
      yield new Uint8Array(await source.slice(start, start + pieceBytes).arrayBuffer());
    }
  }
}
