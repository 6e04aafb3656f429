import { tensorDataFrom, tensorPrefixBytes } from '../formats/tensor-data.js';
import { type FileHashes, type HashAlgorithm, readAlgorithms } from './hash-algorithm.js';
import { type HashRange, hashesOf, planRanges } from './hash-range.js';
import { type RunningDigest, startDigest } from './running-digest.js';

/** Hashes bytes as they come, by several algorithms at once. */
export interface FileHasher {
  /** How many bytes came so far. */
  readonly sizeBytes: number;
  /** The next bytes of the file; they are not kept. */
  update(bytes: Uint8Array): void;
  /** The hashes of everything that came; nothing may come after it. */
  digest(): FileHashes;
}

/**
 * Begins to hash something that comes in pieces.
 *
 * @param algorithms - default: `sha256` and `autoV2`
 * @throws RangeError for an algorithm there is not
 *
 * @example
 * ```ts
 * import { createReadStream } from 'node:fs';
 * import { createHasher } from '@civitkit/core/files';
 *
 * const hasher = await createHasher(['sha256', 'autoV3']);
 * for await (const bytes of createReadStream('lora.safetensors')) hasher.update(bytes as Uint8Array);
 * console.log(hasher.digest());
 * ```
 */
export async function createHasher(algorithms?: readonly HashAlgorithm[]): Promise<FileHasher> {
  const asked = readAlgorithms('createHasher', algorithms);
  // Where the data begins is not known yet, but which digests there will be is.
  const digests = await Promise.all(planRanges(asked, tensorPrefixBytes).map(({ kind }) => startDigest(kind)));
  return new RangeHasher(asked, digests);
}

class RangeHasher implements FileHasher {
  readonly #algorithms: readonly HashAlgorithm[];
  readonly #digests: readonly RunningDigest[];
  /** The beginning, until it is long enough to plan. */
  #first: Uint8Array = new Uint8Array(0);
  #ranges: readonly HashRange[] | undefined;
  #dataFromByte: number | undefined;
  #sizeBytes = 0;
  #hashes: FileHashes | undefined;

  constructor(algorithms: readonly HashAlgorithm[], digests: readonly RunningDigest[]) {
    this.#algorithms = algorithms;
    this.#digests = digests;
  }

  get sizeBytes(): number {
    return this.#sizeBytes + this.#first.byteLength;
  }

  update(bytes: Uint8Array): void {
    if (!((bytes as unknown) instanceof Uint8Array)) throw new TypeError('update: the bytes must be a Uint8Array');
    if (this.#hashes !== undefined) throw new TypeError('update: the digest was taken; create another hasher');
    if (this.#ranges !== undefined) this.#feed(this.#ranges, bytes);
    else if (this.#first.byteLength + bytes.byteLength < tensorPrefixBytes) this.#first = join(this.#first, bytes);
    else this.#begin(bytes);
  }

  digest(): FileHashes {
    if (this.#ranges === undefined) this.#begin(new Uint8Array(0));
    this.#hashes ??= hashesOf(
      this.#algorithms,
      this.#dataFromByte,
      this.#sizeBytes,
      this.#digests.map((digest) => digest.hex()),
    );
    return this.#hashes;
  }

  #begin(bytes: Uint8Array): void {
    const first = this.#first;
    const prefix = join(first, bytes.subarray(0, tensorPrefixBytes));
    this.#dataFromByte = tensorDataFrom(prefix);
    const ranges = planRanges(this.#algorithms, this.#dataFromByte);
    this.#ranges = ranges;
    this.#first = new Uint8Array(0);
    this.#feed(ranges, first);
    this.#feed(ranges, bytes);
  }

  #feed(ranges: readonly HashRange[], bytes: Uint8Array): void {
    const at = this.#sizeBytes;
    for (const [index, { fromByte, toByte }] of ranges.entries()) {
      const from = Math.max(fromByte - at, 0);
      const to = Math.min(toByte - at, bytes.byteLength);
      if (from < to) this.#digests[index]?.update(bytes.subarray(from, to));
    }
    this.#sizeBytes += bytes.byteLength;
  }
}

function join(left: Uint8Array, right: Uint8Array): Uint8Array {
  const both = new Uint8Array(left.byteLength + right.byteLength);
  both.set(left);
  both.set(right, left.byteLength);
  return both;
}
