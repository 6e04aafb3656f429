import type { Clock } from '@civitkit/core/client';

const shortestTimeMs = 300_000;
const timesTheEstimate = 4;

/**
 * How long something is waited for: as long as the caller says, from the call; or else for five minutes, or four times the
 * longest estimate, from when it was sent or is waited for again.
 */
export class WaitTime {
  readonly #clock: Clock;
  /** The caller's: `null` is without end, `undefined` is none. */
  readonly #askedMs: number | null | undefined;
  readonly #startedAt: number;
  /** Since when the default time counts; not while it waits for its turn. */
  #countsSince: number | undefined;
  #longestEtaSeconds = 0;

  constructor(clock: Clock, askedMs: number | null | undefined) {
    this.#clock = clock;
    this.#askedMs = askedMs;
    this.#startedAt = clock.now();
  }

  /** In milliseconds; `null` when there is no end to it. */
  get totalMs(): number | null {
    return this.#askedMs === undefined
      ? Math.max(shortestTimeMs, timesTheEstimate * this.#longestEtaSeconds * 1000)
      : this.#askedMs;
  }

  /** What is left of it; `null` when there is no end to it. */
  get leftMs(): number | null {
    const { totalMs } = this;
    const since = this.#askedMs === undefined ? this.#countsSince : this.#startedAt;
    if (totalMs === null || since === undefined) return null;
    return totalMs - Math.max(0, this.#clock.now() - since);
  }

  /** The default time begins; false when it had begun before. A refused submission is sent again in the same time. */
  beginOnce(): boolean {
    if (this.#countsSince !== undefined) return false;
    this.begin();
    return true;
  }

  /** The default time begins anew. */
  begin(): void {
    this.#countsSince = this.#clock.now();
  }

  /** Takes the server's estimate; whether there is more time now. */
  estimate(etaSeconds: number | undefined): boolean {
    if (etaSeconds === undefined || etaSeconds <= this.#longestEtaSeconds) return false;
    this.#longestEtaSeconds = etaSeconds;
    return true;
  }
}
