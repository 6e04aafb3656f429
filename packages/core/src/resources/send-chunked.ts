import type { Answer, CallOptions, ResponseInfo } from '../transport/api-request.js';
import { checkCallOptions } from '../transport/call-options.js';
import type { CivitaiPromise } from '../transport/civitai-promise.js';
import { runBounded } from './run-bounded.js';

/** Requests of one bulk call that are under way at a time. */
const concurrency = 2;

/** A bulk call that takes several requests. */
export interface ChunkedCall<I, T> {
  readonly operation: string;
  readonly inputs: readonly I[];
  /** How many inputs the server takes at once. */
  readonly chunkSize: number;
  readonly send: (chunk: readonly I[], options: CallOptions) => CivitaiPromise<T>;
}

/**
 * Sends the inputs in chunks and gives the answers in the order of the chunks, together with the last of the responses.
 * Without inputs one empty chunk is sent: the key is tested all the same, and there is a response to tell of.
 *
 * Each request has the call's whole time. When one fails the others are aborted.
 */
export function sendChunked<I, T>(call: ChunkedCall<I, T>, options: CallOptions): Promise<Answer<T[]>> {
  checkCallOptions(call.operation, options);
  return sendAll(call, options);
}

async function sendAll<I, T>(
  { inputs, chunkSize, send }: ChunkedCall<I, T>,
  options: CallOptions,
): Promise<Answer<T[]>> {
  const data: T[] = [];
  let response: ResponseInfo | undefined;
  const numbered = chunksOf(inputs, chunkSize).entries();
  await runBounded({ inputs: numbered, concurrency, signal: options.signal }, async ([index, chunk], signal) => {
    const answer = await send(chunk, { ...options, signal }).withResponse();
    data[index] = answer.data;
    ({ response } = answer);
  });
  // There is always a chunk, and with it a response.
  return { data, response: response as ResponseInfo };
}

function chunksOf<I>(inputs: readonly I[], size: number): readonly (readonly I[])[] {
  const count = Math.max(1, Math.ceil(inputs.length / size));
  return Array.from({ length: count }, (_, index) => inputs.slice(index * size, (index + 1) * size));
}
