import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { blake3 } from '@noble/hashes/blake3.js';
import type { FileHashes } from '../../../src/files/hashing/hash-algorithm.js';

const mebibyte = 1_048_576;

/** The hashes of bytes that are all there, worked out one after another. */
export function referenceHashes(bytes: Uint8Array, dataFromByte?: number): FileHashes {
  const hex = (name: string, part: Uint8Array): string => createHash(name).update(part).digest('hex').toUpperCase();
  const sha256 = hex('sha256', bytes);
  const second = bytes.subarray(mebibyte, mebibyte + 65_536);
  return {
    sha256,
    sha512: hex('sha512', bytes),
    blake3: Buffer.from(blake3(bytes)).toString('hex').toUpperCase(),
    crc32: crc32(bytes).toString(16).padStart(8, '0').toUpperCase(),
    autoV2: sha256.slice(0, 10),
    ...(second.byteLength === 0 ? {} : { autoV1: hex('sha256', second).slice(0, 8) }),
    ...(dataFromByte === undefined ? {} : { autoV3: hex('sha256', bytes.subarray(dataFromByte)).slice(0, 12) }),
  };
}

/** Bytes that look like nothing, the same for the same length. */
export function plainBytes(length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, at) => (at * 31 + (at >> 8)) & 0xff);
}

/** A safetensors file: a header with this metadata, and data behind it. */
export function safetensorsBytes(data: Uint8Array, metadata: Readonly<Record<string, string>> = {}): Uint8Array {
  const header = JSON.stringify({
    __metadata__: metadata,
    weight: { dtype: 'U8', shape: [data.byteLength], data_offsets: [0, data.byteLength] },
  });
  const length = new Uint8Array(8);
  new DataView(length.buffer).setBigUint64(0, BigInt(Buffer.byteLength(header)), true);
  return Buffer.concat([length, Buffer.from(header), data]);
}
