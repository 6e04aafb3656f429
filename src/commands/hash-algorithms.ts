import { type HashAlgorithm, hashAlgorithms } from '@civitkit/core/files';

/** The name by which the API and other programs know an algorithm: `SHA256`, `AutoV3`. */
export function labelOf(algorithm: HashAlgorithm): string {
  return algorithm.startsWith('auto') ? `A${algorithm.slice(1)}` : algorithm.toUpperCase();
}

/** The algorithm of a name, in any case; `undefined` when there is none. */
export function algorithmOf(name: string): HashAlgorithm | undefined {
  return hashAlgorithms.find((algorithm) => algorithm.toLowerCase() === name.trim().toLowerCase());
}

/** The algorithms of names that were checked. */
export function algorithmsOf(names: readonly string[]): readonly HashAlgorithm[] {
  return names.map(algorithmOf).filter((algorithm) => algorithm !== undefined);
}

/** By how long a hash is, where its line does not say what it is. */
const byLength: Readonly<Record<number, HashAlgorithm>> = {
  8: 'crc32',
  10: 'autoV2',
  12: 'autoV3',
  64: 'sha256',
  128: 'sha512',
};

/** The algorithm of a hash without a name: one of those that are asked for if it fits, else the usual one of its length. */
export function guessAlgorithm(hash: string, asked: readonly HashAlgorithm[]): HashAlgorithm | undefined {
  const { length } = hash;
  const sameLength: Readonly<Partial<Record<HashAlgorithm, number>>> = { blake3: 64, sha256: 64, autoV1: 8, crc32: 8 };
  return asked.find((algorithm) => sameLength[algorithm] === length) ?? byLength[length];
}
