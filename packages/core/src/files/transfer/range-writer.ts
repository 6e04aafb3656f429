import { writeFailure } from '../write-failure.js';
import type { TransferHandle } from './file-system.js';

/** So many bytes wait at most while others are being written. */
const mostPending = 1_048_576;

/**
 * Writes the bytes of one range in order, while the next ones arrive: what arrives during a write is written together
 * with the next.
 */
export class RangeWriter {
  readonly #handle: TransferHandle;
  readonly #path: string;
  readonly #onWritten: (count: number) => void;
  #position: number;
  #pending: Uint8Array[] = [];
  #pendingBytes = 0;
  #writing: Promise<void> | undefined;
  #failure: { readonly error: Error } | undefined;

  /** @param onWritten - called with the number of bytes after each write, in order */
  constructor(handle: TransferHandle, path: string, start: number, onWritten: (count: number) => void) {
    this.#handle = handle;
    this.#path = path;
    this.#position = start;
    this.#onWritten = onWritten;
  }

  /** Takes bytes; gives something to wait for when too many are waiting already. */
  push(bytes: Uint8Array): Promise<void> | undefined {
    if (this.#failure !== undefined) return Promise.reject(this.#failure.error);
    this.#pending.push(bytes);
    this.#pendingBytes += bytes.byteLength;
    this.#writing ??= this.#write();
    return this.#pendingBytes < mostPending ? undefined : this.flush();
  }

  /**
   * Resolves when everything is written.
   *
   * @throws DownloadError
   */
  async flush(): Promise<void> {
    while (this.#writing !== undefined) await this.#writing;
    if (this.#failure !== undefined) throw this.#failure.error;
  }

  async #write(): Promise<void> {
    try {
      while (this.#pending.length > 0) {
        let pieces = this.#pending;
        this.#pending = [];
        this.#pendingBytes = 0;
        while (pieces.length > 0) {
          const { bytesWritten } = await this.#handle.writev(pieces, this.#position);
          this.#position += bytesWritten;
          this.#onWritten(bytesWritten);
          pieces = without(pieces, bytesWritten);
        }
      }
    } catch (thrown) {
      this.#failure = { error: writeFailure(thrown, this.#path) };
    } finally {
      this.#writing = undefined;
    }
  }
}

/** What is left of some pieces behind their first `count` bytes. */
function without(pieces: readonly Uint8Array[], count: number): Uint8Array[] {
  const left: Uint8Array[] = [];
  let skip = count;
  for (const piece of pieces) {
    if (skip < piece.byteLength) left.push(skip === 0 ? piece : piece.subarray(skip));
    skip = Math.max(0, skip - piece.byteLength);
  }
  return left;
}
