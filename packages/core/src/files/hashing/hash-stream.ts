import { leaveSource } from '../leave-source.js';
import { untilAborted } from '../until-aborted.js';
import { createHasher } from './create-hasher.js';
import type { FileHashes, HashAlgorithm } from './hash-algorithm.js';

/** What may be set for {@link hashStream}. */
export interface HashStreamOptions {
  /** Default: `sha256` and `autoV2`. */
  readonly algorithms?: readonly HashAlgorithm[];
  /** Ends the hashing; it rejects with `signal.reason` at once, and the stream is told that nobody wants more. */
  readonly signal?: AbortSignal;
}

/** The hashes of a stream. */
export interface HashedStream {
  /** How many bytes came. */
  readonly sizeBytes: number;
  readonly hashes: FileHashes;
}

/**
 * Hashes a stream to its end, by several algorithms at once; of a Node stream, from where it stands.
 *
 * @throws what the stream throws, as it is; RangeError for an algorithm there is not
 */
export async function hashStream(
  body: AsyncIterable<Uint8Array>,
  options: HashStreamOptions = {},
): Promise<HashedStream> {
  const { algorithms, signal } = options;
  const hasher = await createHasher(algorithms);
  const source = body[Symbol.asyncIterator]();
  try {
    signal?.throwIfAborted();
    for (;;) {
      const step = await untilAborted(source.next(), signal);
      if (step.done === true) break;
      hasher.update(step.value);
    }
  } catch (error) {
    // Not waited for: a source that hangs must not hold up what went wrong.
    void leaveSource(source);
    throw error;
  }
  return { sizeBytes: hasher.sizeBytes, hashes: hasher.digest() };
}
