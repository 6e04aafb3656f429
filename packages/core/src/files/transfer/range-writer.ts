import { writeFailure } from '../write-failure.js';
import type { TransferHandle } from './file-system.js';

/** So many bytes wait at most while as many are being written. */
const capacityBytes = 524_288;
/** After a write so many are awaited, so that a fast connection is not a write, and a wake-up, for every packet; */
const gatherBytes = 262_144;
/** but not for longer than this, so that those of a slow one are soon on the disk. */
const gatherMs = 20;

/**
 * Writes the bytes of one range in order, while the next ones arrive: what arrives during a write, or shortly after it, is
 * written together with the next.
 *
 * The bytes are copied: pieces that wait for the disk outlive a collection of young garbage or two, and would pile up until
 * the next big one.
 */
export class RangeWriter {
  readonly #handle: TransferHandle;
  readonly #path: string;
  readonly #onWritten: (count: number) => void;
  #position: number;
  #filling: Uint8Array<ArrayBuffer> = Buffer.allocUnsafeSlow(capacityBytes);
  #filledBytes = 0;
  /** The one that is being written, or free. */
  #other: Uint8Array<ArrayBuffer> | undefined;
  #writing: Promise<void> | undefined;
  /** Tells who waits for room. */
  #onRoom: (() => void) | undefined;
  /** Ends the waiting for more. */
  #stopGathering: (() => void) | undefined;
  /** Somebody waits for everything to be written. */
  #flushes = 0;
  #failure: { readonly error: Error } | undefined;

  /** @param onWritten - called with the number of bytes after each write, in order */
  constructor(handle: TransferHandle, path: string, start: number, onWritten: (count: number) => void) {
    this.#handle = handle;
    this.#path = path;
    this.#position = start;
    this.#onWritten = onWritten;
  }

  /** Takes bytes; gives something to wait for, before the next ones, when there is no room for them all. */
  push(bytes: Uint8Array): Promise<void> | undefined {
    if (this.#failure !== undefined) return Promise.reject(this.#failure.error);
    const taken = this.#take(bytes);
    return taken === bytes.byteLength ? undefined : this.#pushRest(bytes.subarray(taken));
  }

  /**
   * Resolves when everything is written.
   *
   * @throws DownloadError
   */
  async flush(): Promise<void> {
    this.#flushes += 1;
    this.#stopGathering?.();
    while (this.#writing !== undefined) await this.#writing;
    this.#flushes -= 1;
    if (this.#failure !== undefined) throw this.#failure.error;
  }

  /** How many of them there was room for. */
  #take(bytes: Uint8Array): number {
    const count = Math.min(bytes.byteLength, capacityBytes - this.#filledBytes);
    this.#filling.set(count === bytes.byteLength ? bytes : bytes.subarray(0, count), this.#filledBytes);
    this.#filledBytes += count;
    if (this.#filledBytes > 0) this.#writing ??= this.#write();
    if (this.#filledBytes >= gatherBytes) this.#stopGathering?.();
    return count;
  }

  async #pushRest(bytes: Uint8Array): Promise<void> {
    for (let rest = bytes; rest.byteLength > 0; rest = rest.subarray(this.#take(rest))) {
      if (this.#filledBytes < capacityBytes) continue;
      await new Promise<void>((resolve) => {
        this.#onRoom = resolve;
      });
      if (this.#failure !== undefined) throw this.#failure.error;
    }
  }

  async #write(): Promise<void> {
    try {
      while (this.#filledBytes > 0) {
        await this.#writeAll(this.#swap());
        if (this.#flushes === 0 && this.#filledBytes < gatherBytes) await this.#gather();
      }
    } catch (thrown) {
      this.#failure = { error: writeFailure(thrown, this.#path) };
    } finally {
      this.#writing = undefined;
      this.#onRoom?.();
    }
  }

  /** What is to be written; the other buffer is filled from now on. */
  #swap(): Uint8Array {
    const full = this.#filling.subarray(0, this.#filledBytes);
    const next = this.#other ?? Buffer.allocUnsafeSlow(capacityBytes);
    this.#other = this.#filling;
    this.#filling = next;
    this.#filledBytes = 0;
    this.#onRoom?.();
    this.#onRoom = undefined;
    return full;
  }

  async #writeAll(bytes: Uint8Array): Promise<void> {
    for (let rest = bytes; rest.byteLength > 0; ) {
      const { bytesWritten } = await this.#handle.writev([rest], this.#position);
      this.#position += bytesWritten;
      this.#onWritten(bytesWritten);
      rest = rest.subarray(bytesWritten);
    }
  }

  async #gather(): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, gatherMs);
      this.#stopGathering = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#stopGathering = undefined;
  }
}
