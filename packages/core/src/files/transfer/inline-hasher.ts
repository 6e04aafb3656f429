import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { writeFailure } from '../write-failure.js';
import type { FrontHasher } from './front-hasher.js';

const pieceBytes = 262_144;

/** Hashes a small file when it is complete: faster than to start a thread for it. */
export class InlineHasher implements FrontHasher {
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  advance(_front: number): void {
    // Read in the end.
  }

  async digest(sizeBytes: number): Promise<string> {
    const hash = createHash('sha256');
    await readPieces(this.#path, sizeBytes, (bytes) => {
      hash.update(bytes);
    });
    return hash.digest('hex').toUpperCase();
  }

  close(): void {
    // It holds nothing.
  }
}

/**
 * Reads the first `sizeBytes` of a file in pieces, each only valid until the next.
 *
 * @throws DownloadError when they cannot be read
 */
export async function readPieces(path: string, sizeBytes: number, take: (bytes: Uint8Array) => void): Promise<void> {
  try {
    const handle = await open(path, 'r');
    try {
      const buffer = new Uint8Array(pieceBytes);
      for (let at = 0; at < sizeBytes; ) {
        const { bytesRead } = await handle.read(buffer, 0, Math.min(pieceBytes, sizeBytes - at), at);
        if (bytesRead === 0) throw Object.assign(new Error('the file is shorter than it was'), { code: 'EIO' });
        take(buffer.subarray(0, bytesRead));
        at += bytesRead;
      }
    } finally {
      await handle.close();
    }
  } catch (thrown) {
    throw writeFailure(thrown, path);
  }
}
