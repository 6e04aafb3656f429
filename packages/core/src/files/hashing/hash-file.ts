import { stat } from 'node:fs/promises';
import { tensorPrefixBytes } from '../formats/tensor-data.js';
import { untilAborted } from '../until-aborted.js';
import { type HashAlgorithm, readAlgorithms } from './hash-algorithm.js';
import { hashHere } from './hash-here.js';
import { HashLane } from './hash-lane.js';
import { planRanges } from './hash-range.js';
import type { HashedFile, HashProgress } from './hashed-file.js';
import { mostThreads } from './most-threads.js';
import { SpareThreads } from './spare-threads.js';
import { splitRanges } from './split-ranges.js';

/** What may be set for {@link hashFile}. */
export interface HashFileOptions {
  /** Default: `sha256` and `autoV2`. */
  readonly algorithms?: readonly HashAlgorithm[];
  /** Ends the hashing; it rejects with `signal.reason` at once. */
  readonly signal?: AbortSignal;
  /** Called as the hashing goes on. What it throws ends it. */
  readonly onProgress?: (progress: HashProgress) => void;
}

/**
 * Hashes a file by several algorithms in one reading. One that is costly is worked out in this thread, piece by piece; of
 * several, and a file of 32 MiB or more, each processor has some, up to four. {@link hashFiles} does everything in threads.
 *
 * @throws FileError when it cannot be read, is a folder, or changes meanwhile; RangeError for an algorithm there is not
 *
 * @example
 * ```ts
 * import { hashFile } from '@civitkit/core/files';
 *
 * const { hashes } = await hashFile('model.safetensors', { algorithms: ['sha256', 'autoV3', 'crc32'] });
 * console.log(hashes.sha256, hashes.autoV3 ?? 'not a safetensors file');
 * ```
 */
export async function hashFile(path: string, options: HashFileOptions = {}): Promise<HashedFile> {
  const { signal, onProgress } = options;
  const algorithms = readAlgorithms('hashFile', options.algorithms);
  signal?.throwIfAborted();
  const threads = mostThreads();
  if (threads === 1 || !(await isShared(path, algorithms, threads))) {
    return hashHere(path, algorithms, signal, onProgress);
  }
  const spare = new SpareThreads(threads);
  for (let at = 1; at < threads; at += 1) spare.end();
  const lane = new HashLane(algorithms, onProgress, spare);
  try {
    return await untilAborted(lane.hash(path), signal);
  } finally {
    lane.stop();
  }
}

/** Whether several threads would hash it. What cannot be hashed at all is told by whoever tries. */
async function isShared(path: string, algorithms: readonly HashAlgorithm[], threads: number): Promise<boolean> {
  // Where the data begins is not known yet, but what must be hashed is.
  const ranges = planRanges(algorithms, tensorPrefixBytes);
  try {
    const { size } = await stat(path);
    return splitRanges(ranges, size, threads).length > 1;
  } catch {
    return false;
  }
}
