import type { Clock } from '@civitkit/core/client';
import type { SignalHub } from '@civitkit/core/internal';

/** What a guard watches out for, and what it calls then. */
export interface GuardParts {
  readonly clock: Clock;
  readonly signals: SignalHub;
  readonly signal: AbortSignal | undefined;
  readonly timeoutMs: number | null;
  readonly onAbort: () => void;
  readonly onTimeout: () => void;
}

/** The caller's signal and the deadline of a run. Listens, and keeps a timer, only while there is something to stop. */
export class RunGuard {
  readonly #parts: GuardParts;
  readonly #startedAt: number;
  #leave: (() => void) | undefined;

  constructor(parts: GuardParts) {
    this.#parts = parts;
    this.#startedAt = parts.clock.now();
  }

  /** Guards from now on; calls back at once when the signal is aborted already. */
  on(): void {
    if (this.#leave !== undefined) return;
    const { clock, onAbort, onTimeout, signal, signals, timeoutMs } = this.#parts;
    const unlink = signal === undefined ? undefined : signals.link(signal, onAbort);
    const spentMs = Math.max(0, clock.now() - this.#startedAt);
    const cancelTimer = timeoutMs === null ? undefined : clock.schedule(onTimeout, Math.max(0, timeoutMs - spentMs));
    this.#leave = () => {
      unlink?.();
      cancelTimer?.();
    };
    if (signal?.aborted === true) onAbort();
  }

  off(): void {
    this.#leave?.();
    this.#leave = undefined;
  }
}
