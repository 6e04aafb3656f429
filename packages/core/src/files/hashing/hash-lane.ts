import { tensorDataFrom, tensorPrefixBytes } from '../formats/tensor-data.js';
import { openFile, refuseChanged } from '../open-file.js';
import { readFailure } from '../read-failure.js';
import { findBlake3 } from './find-blake3.js';
import type { HashAlgorithm } from './hash-algorithm.js';
import { hashHere } from './hash-here.js';
import { hashesOf, planRanges } from './hash-range.js';
import { HashTeam } from './hash-team.js';
import type { HashedFile, HashProgress } from './hashed-file.js';
import type { SpareThreads } from './spare-threads.js';

/** Hashes one file after another in a thread, which it starts for the first of them, and in those that are spare. */
export class HashLane {
  readonly #algorithms: readonly HashAlgorithm[];
  readonly #onProgress: ((progress: HashProgress) => void) | undefined;
  readonly #spare: SpareThreads;
  /** Absent where a thread would not find BLAKE3. */
  readonly #team: HashTeam | undefined;
  readonly #stopped = new AbortController();

  constructor(
    algorithms: readonly HashAlgorithm[],
    onProgress: ((progress: HashProgress) => void) | undefined,
    spare: SpareThreads,
  ) {
    this.#algorithms = algorithms;
    this.#onProgress = onProgress;
    this.#spare = spare;
    const blake3Path = algorithms.includes('blake3') ? findBlake3() : undefined;
    if (blake3Path !== undefined || !algorithms.includes('blake3')) this.#team = new HashTeam(blake3Path);
  }

  /** @throws FileError, and what the caller's `onProgress` throws */
  async hash(path: string): Promise<HashedFile> {
    const team = this.#team;
    if (team === undefined) return hashHere(path, this.#algorithms, this.#stopped.signal, this.#onProgress);
    const file = await this.#look(path);
    const { identity, dataFromByte } = file;
    const { sizeBytes } = identity;
    const tell = (hashedBytes: number): void => this.#onProgress?.({ path: file.path, hashedBytes, sizeBytes });
    const ranges = planRanges(this.#algorithms, dataFromByte);
    this.#stopped.signal.throwIfAborted();
    const spare = this.#spare.take();
    let digests: readonly string[];
    try {
      digests = await team.run({ path: file.path, sizeBytes, ranges }, 1 + spare, tell);
    } finally {
      this.#spare.give(spare);
    }
    await refuseChanged(file.path, identity);
    tell(sizeBytes);
    return {
      path: file.path,
      sizeBytes,
      modifiedAtMs: Number(identity.modifiedAtNs / 1_000_000n),
      hashes: hashesOf(this.#algorithms, dataFromByte, sizeBytes, digests),
    };
  }

  /** Ends it at once, whatever it does. */
  stop(): void {
    this.#stopped.abort();
    this.#team?.stop();
  }

  async #look(path: string) {
    const file = await openFile(path);
    try {
      const first = new Uint8Array(tensorPrefixBytes);
      const { bytesRead } = await file.handle.read(first, 0, first.byteLength, 0);
      return { path: file.path, identity: file.identity, dataFromByte: tensorDataFrom(first.subarray(0, bytesRead)) };
    } catch (error) {
      throw readFailure(error, file.path);
    } finally {
      await file.handle.close();
    }
  }
}
