import type { Clock } from '@civitkit/core/client';
import { longestTimerMs } from '../../waiting/longest-timer.js';
import { pause } from '../../waiting/pause.js';

/** The server counts all calls of an account together: once it has refused one, the others leave it alone as well. */
export class LimitPause {
  readonly #clock: Clock;
  #until = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The server wants to be left alone. */
  begin(delayMs: number): void {
    this.#until = Math.max(this.#until, this.#clock.now() + delayMs);
  }

  /**
   * Waits until it is over, also when it is prolonged meanwhile.
   *
   * @throws the signal's reason when that comes first
   */
  async over(signal: AbortSignal): Promise<void> {
    for (let leftMs = this.#leftMs(); leftMs > 0; leftMs = this.#leftMs()) {
      await pause(this.#clock, Math.min(longestTimerMs, leftMs), signal);
    }
  }

  #leftMs(): number {
    return this.#until - this.#clock.now();
  }
}
