import { createHash } from 'node:crypto';

/** The six hash kinds the site knows (contract §10, HashType). */
export type HashType = 'AutoV1' | 'AutoV2' | 'AutoV3' | 'SHA256' | 'CRC32' | 'BLAKE3';

/** The hashes of one file, upper-case hexadecimal; a kind may be missing. */
export type FileHashes = Readonly<Partial<Record<HashType, string>>>;

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').toUpperCase();
}

/**
 * All six hashes of an imagined file. They have the lengths of the real kinds and the one real relation, AutoV2 being the
 * first ten characters of SHA256; the others are only different.
 */
export function deriveHashes(key: string): Readonly<Record<HashType, string>> {
  const sha256 = digest(`file:${key}`);
  const other = digest(`other:${key}`);
  return {
    AutoV1: other.slice(0, 8),
    AutoV2: sha256.slice(0, 10),
    AutoV3: other.slice(8, 20),
    SHA256: sha256,
    CRC32: other.slice(20, 28),
    BLAKE3: digest(`blake3:${key}`),
  };
}
