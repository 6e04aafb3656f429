/** A hash over a file that is still being written, of its bytes in order. */
export interface FrontHasher {
  /** So many bytes from the beginning are there and will not change. */
  advance(front: number): void;
  /** The SHA256 of so many bytes, upper case; waits until they are hashed. Rejects when they cannot be read. */
  digest(sizeBytes: number): Promise<string>;
  /** Ends it, finished or not. */
  close(): void;
}
