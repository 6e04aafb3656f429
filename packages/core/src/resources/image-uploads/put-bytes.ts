import type { CivitaiError } from '../../errors/civitai-error.js';
import { PermissionError } from '../../errors/permission-error.js';
import type { Answer, CallOptions } from '../../transport/api-request.js';
import type { Pipeline } from '../../transport/pipeline.js';

/** Time for one transfer: what the client has for calls is too short for 25 MiB on a slow line. */
const transferTimeoutMs = 600_000;

/** One signed upload. */
export interface SignedPut {
  readonly operation: string;
  /** Signed by the server; at another origin the key does not go along. */
  readonly url: string;
  readonly bytes: Uint8Array;
  /** Default: `application/octet-stream`. */
  readonly mimeType?: string | undefined;
  /** Whether the storage's name for the bytes is needed afterwards. Default: false. */
  readonly named?: boolean;
}

/**
 * Puts bytes at a signed URL, again when that fails: it is the same however often it is done.
 *
 * @returns how the storage names them; empty when it gives no name and none is needed
 */
export function putBytes(
  pipeline: Pipeline,
  { operation, url, bytes, mimeType = 'application/octet-stream', named = false }: SignedPut,
  options: CallOptions,
): Promise<Answer<string>> {
  return pipeline
    .send(
      {
        operation,
        method: 'PUT',
        path: [],
        url,
        rawBody: bytes,
        headers: { 'content-type': mimeType },
        answer: 'nothing',
        mapError: (error) => withRemedy(operation, error),
        idempotent: true,
      },
      (_, context) => {
        const { etag } = context.response.headers;
        if (etag === undefined && named) throw context.wrongShape('the header "etag"');
        return etag ?? '';
      },
      { ...options, timeoutMs: options.timeoutMs ?? transferTimeoutMs },
    )
    .withResponse();
}

/** The storage only says that it does not agree. */
function withRemedy(operation: string, error: CivitaiError): CivitaiError {
  const { status, requestId, attempts, code, body } = error;
  if (status !== 403) return error;
  return new PermissionError(
    `${operation}: the storage answered 403: it does not take the signed URL, which is good for 12 hours. Start a new ` +
      `upload. (request ${requestId})`,
    { code, status, requestId, attempts, body },
  );
}
