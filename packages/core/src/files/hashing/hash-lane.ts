import { createRequire } from 'node:module';
import { tensorDataFrom, tensorPrefixBytes } from '../formats/tensor-data.js';
import { openFile, refuseChanged } from '../open-file.js';
import { readFailure } from '../read-failure.js';
import type { HashAlgorithm } from './hash-algorithm.js';
import { type HashedFile, type HashProgress, hashFile } from './hash-file.js';
import { hashesOf, planRanges } from './hash-range.js';
import { HashThread } from './hash-thread.js';

/** Hashes one file after another in a thread, which it starts for the first of them. */
export class HashLane {
  readonly #algorithms: readonly HashAlgorithm[];
  readonly #onProgress: ((progress: HashProgress) => void) | undefined;
  readonly #blake3Path: string | undefined;
  readonly #stopped = new AbortController();
  #thread: HashThread | undefined;

  constructor(algorithms: readonly HashAlgorithm[], onProgress: ((progress: HashProgress) => void) | undefined) {
    this.#algorithms = algorithms;
    this.#onProgress = onProgress;
    this.#blake3Path = algorithms.includes('blake3') ? findBlake3() : undefined;
  }

  /** @throws FileError, and what the caller's `onProgress` throws */
  async hash(path: string): Promise<HashedFile> {
    if (this.#algorithms.includes('blake3') && this.#blake3Path === undefined) {
      const onProgress = this.#onProgress;
      return hashFile(path, {
        algorithms: this.#algorithms,
        signal: this.#stopped.signal,
        ...(onProgress === undefined ? {} : { onProgress }),
      });
    }
    const file = await this.#look(path);
    const { identity, dataFromByte } = file;
    const { sizeBytes } = identity;
    const tell = (hashedBytes: number): void => this.#onProgress?.({ path: file.path, hashedBytes, sizeBytes });
    const ranges = planRanges(this.#algorithms, dataFromByte);
    const digests = await this.#startThread().run({ path: file.path, sizeBytes, ranges }, tell);
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
    this.#thread?.stop();
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

  #startThread(): HashThread {
    this.#stopped.signal.throwIfAborted();
    if (this.#thread === undefined || this.#thread.ended) this.#thread = new HashThread(this.#blake3Path);
    return this.#thread;
  }
}

/** Where BLAKE3 is, for a thread that has no imports; `undefined` in a bundle, where it is no file of its own. */
function findBlake3(): string | undefined {
  try {
    return createRequire(import.meta.url).resolve('hash-wasm');
  } catch {
    return undefined;
  }
}
