import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { DigestKind } from './hash-range.js';

/** A hash that is being computed. */
export interface RunningDigest {
  update(bytes: Uint8Array): void;
  /** Once, in the end. */
  hex(): string;
}

/** Begins a hash; BLAKE3, which Node has not, is loaded here. */
export async function startDigest(kind: DigestKind): Promise<RunningDigest> {
  switch (kind) {
    case 'sha256':
    case 'sha512':
      return standard(kind);
    case 'crc32':
      return checksum();
    case 'blake3':
      return blake3();
  }
}

function standard(name: string): RunningDigest {
  const hash = createHash(name);
  return {
    update: (bytes) => {
      hash.update(bytes);
    },
    hex: () => hash.digest('hex'),
  };
}

function checksum(): RunningDigest {
  let sum = 0;
  return {
    update: (bytes) => {
      sum = crc32(bytes, sum);
    },
    hex: () => sum.toString(16).padStart(8, '0'),
  };
}

async function blake3(): Promise<RunningDigest> {
  const module = await import('hash-wasm');
  const { createBLAKE3 } = 'createBLAKE3' in module ? module : (module as { default: typeof module }).default;
  const hash = await createBLAKE3();
  hash.init();
  return {
    update: (bytes) => {
      hash.update(bytes);
    },
    hex: () => hash.digest('hex'),
  };
}
