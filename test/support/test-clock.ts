import type { Clock } from '@civitkit/core';

/**
 * A clock that does not wait: delays up to `instantUpToMs` are over at once and only move the time forward, longer ones
 * never end unless {@link TestClock.advance} is called. `delays` lists the instant ones in order.
 */
export class TestClock implements Clock {
  readonly delays: number[] = [];
  readonly #instantUpToMs: number;
  readonly #pending = new Set<{ readonly at: number; readonly callback: () => void }>();
  #now = Date.UTC(2026, 0, 1);

  constructor(instantUpToMs: number) {
    this.#instantUpToMs = instantUpToMs;
  }

  /** Timers that have neither fired nor been cancelled. */
  get pending(): number {
    return this.#pending.size;
  }

  now(): number {
    return this.#now;
  }

  schedule(callback: () => void, delayMs: number): () => void {
    const timer = { at: this.#now + delayMs, callback };
    this.#pending.add(timer);
    if (delayMs <= this.#instantUpToMs) {
      this.delays.push(delayMs);
      setImmediate(() => {
        this.#fire(timer);
      });
    }
    return () => {
      this.#pending.delete(timer);
    };
  }

  /** Moves the time and fires what is due. */
  advance(ms: number): void {
    this.#now += ms;
    for (const timer of this.#pending) if (timer.at <= this.#now) this.#fire(timer);
  }

  #fire(timer: { readonly at: number; readonly callback: () => void }): void {
    if (!this.#pending.delete(timer)) return;
    this.#now = Math.max(this.#now, timer.at);
    timer.callback();
  }
}
