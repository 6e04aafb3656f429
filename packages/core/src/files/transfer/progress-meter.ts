import type { Clock } from '../../transport/clock.js';

/** How fast it goes. */
export interface Pace {
  readonly bytesPerSecond: number;
  /** How long the rest takes at that; absent while the length or the speed is not known. */
  readonly remainingMs?: number;
}

/** Speeds older than this count for little. */
const memoryMs = 5000;

/** Smooths the speed of a transfer; bytes that were there before do not count. */
export class ProgressMeter {
  readonly #clock: Clock;
  readonly #intervalMs: number;
  #seenBytes: number;
  #seenAt: number;
  #saidAt = Number.NEGATIVE_INFINITY;
  #bytesPerSecond = 0;
  #measured = false;

  constructor(clock: Clock, doneBytes: number, intervalMs: number) {
    this.#clock = clock;
    this.#intervalMs = intervalMs;
    this.#seenBytes = doneBytes;
    this.#seenAt = clock.now();
  }

  /** The file begins anew: what has gone is no speed. */
  restart(): void {
    this.#seenBytes = 0;
    this.#seenAt = this.#clock.now();
  }

  /** Whether it is time to say something. */
  get isDue(): boolean {
    return this.#clock.now() - this.#saidAt >= this.#intervalMs;
  }

  /** The pace now that so many bytes are there. */
  measure(doneBytes: number, totalBytes: number | undefined): Pace {
    const now = this.#clock.now();
    const elapsedMs = now - this.#seenAt;
    if (elapsedMs > 0) {
      const latest = ((doneBytes - this.#seenBytes) / elapsedMs) * 1000;
      const weight = this.#measured ? 1 - Math.exp(-elapsedMs / memoryMs) : 1;
      this.#bytesPerSecond += (latest - this.#bytesPerSecond) * weight;
      this.#measured = true;
      this.#seenBytes = doneBytes;
      this.#seenAt = now;
    }
    this.#saidAt = now;
    const bytesPerSecond = Math.max(0, Math.round(this.#bytesPerSecond));
    if (totalBytes === undefined || bytesPerSecond === 0) return { bytesPerSecond };
    return { bytesPerSecond, remainingMs: Math.round(((totalBytes - doneBytes) / bytesPerSecond) * 1000) };
  }
}
