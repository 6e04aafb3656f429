import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { blake3 } from '@noble/hashes/blake3.js';

import { contentBytes, type FileContent, headerLength } from './file-content.js';

/** The six hash kinds the site knows (contract §10, HashType). */
export type HashType = 'AutoV1' | 'AutoV2' | 'AutoV3' | 'SHA256' | 'CRC32' | 'BLAKE3';

/** The hashes of one file, upper-case hexadecimal; a kind may be missing. */
export type FileHashes = Readonly<Partial<Record<HashType, string>>>;

function digest(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex').toUpperCase();
}

/**
 * All six hashes of an imagined file. They have the lengths of the real kinds and the one real relation, AutoV2 being the
 * first ten characters of SHA256; the others are only different.
 */
export function deriveHashes(key: string): FileHashes {
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

/** The part of a file that AutoV1 looks at. */
const AUTO_V1_START = 0x100000;
const AUTO_V1_END = 0x110000;

const KEPT_BYTES = 64 * 1024;

/**
 * The hashes of the bytes a file really has. AutoV3 leaves the header out; a file that ends before AutoV1 begins has none.
 * BLAKE3 is slow here and worked out only when it is read.
 */
export function realHashes(content: FileContent): FileHashes {
  const bytes = contentBytes(content);
  const sha256 = digest(bytes);
  // Small files are kept until BLAKE3 was read: making them again takes as long as hashing them.
  let kept = bytes.length < KEPT_BYTES ? bytes : undefined;
  let slowest: string | undefined;
  return {
    ...(bytes.length > AUTO_V1_START ? { AutoV1: digest(bytes.subarray(AUTO_V1_START, AUTO_V1_END)).slice(0, 8) } : {}),
    AutoV2: sha256.slice(0, 10),
    AutoV3: digest(bytes.subarray(headerLength(content))).slice(0, 12),
    SHA256: sha256,
    CRC32: crc32(bytes).toString(16).padStart(8, '0').toUpperCase(),
    get BLAKE3() {
      slowest ??= Buffer.from(blake3(kept ?? contentBytes(content)))
        .toString('hex')
        .toUpperCase();
      kept = undefined;
      return slowest;
    },
  };
}
