import type { HashAlgorithm } from './hash-algorithm.js';

/**
 * Whether two texts are the same hash; upper and lower case are one.
 *
 * A CRC32 may have its bytes in either order: the scanner of the site wrote them from the last to the first, as .NET does,
 * where every other program writes the number.
 */
export function sameHash(algorithm: HashAlgorithm, left: string, right: string): boolean {
  const one = left.trim().toUpperCase();
  const other = right.trim().toUpperCase();
  return one === other || (algorithm === 'crc32' && one === backwards(other));
}

function backwards(hex: string): string {
  return (hex.match(/../g) ?? []).toReversed().join('');
}
