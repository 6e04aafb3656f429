/**
 * A hash of a file, and what it is good for:
 *
 * - `sha256`: the whole file; what downloads are checked by.
 * - `sha512`, `blake3`: the whole file.
 * - `crc32`: the whole file; finds accidents, and anybody can forge it.
 * - `autoV1`: 64 KiB at 1 MiB, 8 digits; old, and shared by many files.
 * - `autoV2`: the first 10 digits of the SHA256.
 * - `autoV3`: what follows the header of a safetensors file, 12 digits. It stays the same when the metadata is edited: an
 *   equal one tells that the weights are the same, not that the file is.
 */
export type HashAlgorithm = 'sha256' | 'sha512' | 'blake3' | 'crc32' | 'autoV1' | 'autoV2' | 'autoV3';

/**
 * Hashes of a file, in upper case as the API spells them. Absent is what was not asked for, and what the file has not:
 * `autoV1` when nothing lies beyond the first MiB, `autoV3` when it is no safetensors file.
 */
export type FileHashes = { readonly [A in HashAlgorithm]?: string };

const every: Readonly<Record<HashAlgorithm, true>> = {
  sha256: true,
  sha512: true,
  blake3: true,
  crc32: true,
  autoV1: true,
  autoV2: true,
  autoV3: true,
};

/** Every algorithm there is. */
export const hashAlgorithms: readonly HashAlgorithm[] = Object.keys(every) as HashAlgorithm[];

/** What is hashed when nothing else is asked for: one pass of one algorithm gives both. */
const usual: readonly HashAlgorithm[] = ['sha256', 'autoV2'];

/**
 * The algorithms that were asked for.
 *
 * @throws RangeError for one there is not, and for none at all
 */
export function readAlgorithms(
  caller: string,
  algorithms: readonly HashAlgorithm[] | undefined,
): readonly HashAlgorithm[] {
  const asked = algorithms ?? usual;
  const unknown = asked.find((algorithm) => !Object.hasOwn(every, algorithm));
  if (unknown !== undefined || asked.length === 0) {
    const got = unknown === undefined ? 'an empty list' : `"${unknown}"`;
    throw new RangeError(`${caller}: algorithms must be some of ${hashAlgorithms.join(', ')}; got ${got}`);
  }
  return asked;
}
