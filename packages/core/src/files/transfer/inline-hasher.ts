import { hashFile } from '../hashing/hash-file.js';
import type { FrontHasher } from './front-hasher.js';

/** Hashes a small file when it is complete: faster than to start a thread for it. */
export class InlineHasher implements FrontHasher {
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  advance(_front: number): void {
    // Read in the end.
  }

  async digest(_sizeBytes: number): Promise<string> {
    const { hashes } = await hashFile(this.#path, { algorithms: ['sha256'] });
    return hashes.sha256 ?? '';
  }

  close(): void {
    // It holds nothing.
  }
}
