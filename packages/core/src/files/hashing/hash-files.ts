import { CivitaiError } from '../../errors/civitai-error.js';
import type { Result } from '../../result/result.js';
import { untilAborted } from '../until-aborted.js';
import { type HashAlgorithm, readAlgorithms } from './hash-algorithm.js';
import { HashLane } from './hash-lane.js';
import type { HashedFile, HashProgress } from './hashed-file.js';
import { mostThreads } from './most-threads.js';
import { PathQueue } from './path-queue.js';
import { SpareThreads } from './spare-threads.js';

/** What may be set for {@link hashFiles}. */
export interface HashFilesOptions {
  /** Default: `sha256` and `autoV2`. */
  readonly algorithms?: readonly HashAlgorithm[];
  /**
   * How many threads there are; each hashes a file of its own, and those that find no more help with a large file of which
   * several hashes are wanted. Default: one a processor, 4 at the most.
   */
  readonly concurrency?: number;
  /** Ends all of it at once, in the middle of a file too; the iteration throws `signal.reason`. */
  readonly signal?: AbortSignal;
  /** Called for each file as it goes on, about every 8 MiB and in the end. What it throws ends everything. */
  readonly onProgress?: (progress: HashProgress) => void;
}

/** What became of one file. */
export type HashOutcome = Result<HashedFile> & {
  /** As it was given. */
  readonly path: string;
};

/**
 * Hashes several files at a time, in threads. The outcomes come as the files are finished, not in the order of the paths;
 * an error of one file is its outcome, and the others go on. Leaving the iteration ends the threads.
 *
 * Where a bundled program has no `hash-wasm` beside it, files whose BLAKE3 is asked for are hashed in this thread.
 *
 * @param paths - may come while others are hashed; what they throw ends everything
 * @throws RangeError for an algorithm there is not, and a concurrency that is no whole number from 1
 *
 * @example
 * ```ts
 * import { hashFiles } from '@civitkit/core/files';
 *
 * for await (const outcome of hashFiles(['a.safetensors', 'b.safetensors'])) {
 *   if (outcome.ok) console.log(outcome.value.hashes.sha256, outcome.path);
 *   else console.error(outcome.error.message);
 * }
 * ```
 */
export function hashFiles(
  paths: Iterable<string> | AsyncIterable<string>,
  options: HashFilesOptions = {},
): AsyncGenerator<HashOutcome, void, undefined> {
  const algorithms = readAlgorithms('hashFiles', options.algorithms);
  const { concurrency = mostThreads() } = options;
  if (!(Number.isSafeInteger(concurrency) && concurrency >= 1)) {
    throw new RangeError(`hashFiles: concurrency must be a whole number from 1, got ${concurrency}`);
  }
  if (typeof paths === 'string') throw new TypeError('hashFiles: the paths must be a list; put the path into one');
  return hashAll(new PathQueue(paths), algorithms, concurrency, options);
}

/** What a lane has done: hashed a file, found no more, or met something that is not about a file. */
type LaneStep = { readonly outcome: HashOutcome } | { readonly ended: true } | { readonly thrown: unknown };

async function* hashAll(
  queue: PathQueue,
  algorithms: readonly HashAlgorithm[],
  concurrency: number,
  { onProgress, signal }: HashFilesOptions,
): AsyncGenerator<HashOutcome, void, undefined> {
  signal?.throwIfAborted();
  const spare = new SpareThreads(concurrency);
  const lanes = Array.from({ length: concurrency }, () => new HashLane(algorithms, onProgress, spare));
  // Where a lane stands in the race; each has one file in work, and begins another before its last is given out.
  const running = new Map(lanes.map((lane) => [lane, step(lane, queue, spare)]));
  try {
    while (running.size > 0) {
      const racing = [...running].map(async ([lane, pending]) => ({ lane, done: await pending }));
      const { lane, done } = await untilAborted(Promise.race(racing), signal);
      if ('thrown' in done) throw done.thrown;
      if ('ended' in done) running.delete(lane);
      else {
        running.set(lane, step(lane, queue, spare));
        yield done.outcome;
        signal?.throwIfAborted();
      }
    }
  } finally {
    for (const lane of lanes) lane.stop();
    queue.leave();
  }
}

/** Never rejects, for nobody may be waiting any more. */
async function step(lane: HashLane, queue: PathQueue, spare: SpareThreads): Promise<LaneStep> {
  try {
    const path = await queue.next();
    if (path === undefined) {
      spare.end();
      return { ended: true };
    }
    try {
      return { outcome: { path, ok: true, value: await lane.hash(path) } };
    } catch (error) {
      if (error instanceof CivitaiError) return { outcome: { path, ok: false, error } };
      throw error;
    }
  } catch (error) {
    return { thrown: error };
  }
}
