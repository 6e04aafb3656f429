import type { Clock } from '../transport/clock.js';
import type { RateBucket, RateLimiter } from './rate-limiter.js';

/** The permits of one bucket: when each was taken last, oldest next. */
interface Window {
  readonly takenAt: number[];
  next: number;
  pausedUntil: number;
}

const windowMs = 60_000;
/** From so many buckets on, those that nobody has used for a minute are dropped. */
const manyBuckets = 1000;

/**
 * Counts in this process: a bucket of permits, each of which comes back a minute after it was taken. So there are never
 * more than its number in any minute, wherever the server's minute begins.
 */
export class WindowLimiter implements RateLimiter {
  readonly #clock: Clock;
  readonly #windows = new Map<string, Window>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** How many buckets are remembered. */
  get size(): number {
    return this.#windows.size;
  }

  take({ key, requestsPerMinute }: RateBucket): number {
    const window = this.#windowOf(key);
    const now = this.#clock.now();
    if (now < window.pausedUntil) return window.pausedUntil - now;
    const oldest = window.takenAt[window.next] ?? Number.NEGATIVE_INFINITY;
    // A clock that was set back must not stretch the minute.
    const waitMs = Math.min(windowMs, oldest + windowMs - now);
    if (waitMs > 0) return waitMs;
    window.takenAt[window.next] = now;
    window.next = (window.next + 1) % requestsPerMinute;
    return 0;
  }

  pause({ key }: RateBucket, delayMs: number): void {
    const window = this.#windowOf(key);
    window.pausedUntil = Math.max(window.pausedUntil, this.#clock.now() + delayMs);
  }

  #windowOf(key: string): Window {
    const known = this.#windows.get(key);
    if (known !== undefined) return known;
    if (this.#windows.size >= manyBuckets) this.#dropIdle();
    const window: Window = { takenAt: [], next: 0, pausedUntil: 0 };
    this.#windows.set(key, window);
    return window;
  }

  #dropIdle(): void {
    const now = this.#clock.now();
    for (const [key, { takenAt, pausedUntil }] of this.#windows) {
      if (pausedUntil <= now && takenAt.every((moment) => moment + windowMs <= now)) this.#windows.delete(key);
    }
  }
}
