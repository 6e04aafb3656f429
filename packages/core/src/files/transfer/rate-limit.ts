import type { Clock } from '../../transport/clock.js';
import { pause } from './pause.js';

/** How far the bytes may run ahead of their time: small enough to look even, large enough not to wait for each piece. */
const burstMs = 50;

/** Holds bytes back so that all transfers that share it stay below one rate. */
export class ByteRate {
  readonly #bytesPerSecond: number;
  readonly #clock: Clock;
  /** When the bytes that were let through so far would have arrived at the allowed rate. */
  #paidUntil = 0;

  constructor(bytesPerSecond: number, clock: Clock) {
    this.#bytesPerSecond = bytesPerSecond;
    this.#clock = clock;
  }

  /** Resolves when these bytes may pass; nothing to wait for gives `undefined`. */
  take(bytes: number, signal: AbortSignal | undefined): Promise<void> | undefined {
    const now = this.#clock.now();
    this.#paidUntil = Math.max(now, this.#paidUntil) + (bytes / this.#bytesPerSecond) * 1000;
    const waitMs = this.#paidUntil - now - burstMs;
    return waitMs <= 0 ? undefined : pause(this.#clock, Math.ceil(waitMs), signal);
  }
}
