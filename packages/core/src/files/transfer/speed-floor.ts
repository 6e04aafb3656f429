import { TimeoutError } from '../../errors/timeout-error.js';

/** How slow a connection may be, and for how long. */
export interface FloorRules {
  /** 0 for as slow as it likes. */
  readonly minBytesPerSecond: number;
  readonly slowForMs: number;
}

/**
 * Notices a connection that hardly gives anything: another one to the same storage often does. Only the waiting for the
 * network counts, not that for the disk or for a limit of our own.
 */
export class SpeedFloor {
  readonly #rules: FloorRules;
  readonly #onSteady: () => void;
  #bytes = 0;
  #waitedMs = 0;

  /** @param onSteady - called whenever it was fast enough for as long as it may be slow */
  constructor(rules: FloorRules, onSteady: () => void) {
    this.#rules = rules;
    this.#onSteady = onSteady;
  }

  /**
   * Bytes have come, after so long.
   *
   * @throws TimeoutError with code `body_stalled` when it was too slow for too long
   */
  received(bytes: number, waitedMs: number): void {
    const { minBytesPerSecond, slowForMs } = this.#rules;
    this.#bytes += bytes;
    this.#waitedMs += waitedMs;
    if (minBytesPerSecond === 0 || this.#waitedMs < slowForMs) return;
    const isFast = this.#bytes * 1000 >= minBytesPerSecond * this.#waitedMs;
    const bytesPerSecond = Math.round((this.#bytes / this.#waitedMs) * 1000);
    const seconds = Math.round(this.#waitedMs / 1000);
    this.#bytes = 0;
    this.#waitedMs = 0;
    if (isFast) {
      this.#onSteady();
      return;
    }
    throw new TimeoutError(
      `The storage gave ${bytesPerSecond} bytes a second for ${seconds} s, and ${minBytesPerSecond} are the least. What ` +
        'has arrived is kept; try again later, or allow a lower speed.',
      { code: 'body_stalled', retryable: true, details: { bytesPerSecond, minBytesPerSecond } },
    );
  }
}

/** Whether an error is that of a {@link SpeedFloor}. */
export function isTooSlow(error: { readonly code: string; readonly details?: unknown }): boolean {
  const { bytesPerSecond } = (error.details ?? {}) as { readonly bytesPerSecond?: unknown };
  return error.code === 'body_stalled' && bytesPerSecond !== undefined;
}
