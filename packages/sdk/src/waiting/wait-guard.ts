import type { Clock } from '@civitkit/core/client';
import type { SignalHub } from '@civitkit/core/internal';
import { longestTimerMs } from './longest-timer.js';

/** What a guard watches out for, and what it calls then. */
export interface GuardParts {
  readonly clock: Clock;
  readonly signals: SignalHub;
  readonly signal: AbortSignal | undefined;
  /** Time that is left; `null` when there is no end to it. */
  readonly leftMs: () => number | null;
  readonly onAbort: () => void;
  readonly onTimeout: () => void;
}

/** The caller's signal and the deadline of what is waited for. Listens, and keeps a timer, only while there is something to stop. */
export class WaitGuard {
  readonly #parts: GuardParts;
  #unlink: (() => void) | undefined;
  #cancelTimer: (() => void) | undefined;
  #isOn = false;

  constructor(parts: GuardParts) {
    this.#parts = parts;
  }

  /** Guards from now on; calls back at once when the signal is aborted already. */
  on(): void {
    if (this.#isOn) return;
    this.#isOn = true;
    const { onAbort, signal, signals } = this.#parts;
    this.#unlink = signal === undefined ? undefined : signals.link(signal, onAbort);
    this.#startTimer();
    if (signal?.aborted === true) onAbort();
  }

  /** What is left has changed. */
  update(): void {
    if (!this.#isOn) return;
    this.#cancelTimer?.();
    this.#startTimer();
  }

  off(): void {
    this.#isOn = false;
    this.#unlink?.();
    this.#cancelTimer?.();
    this.#unlink = undefined;
    this.#cancelTimer = undefined;
  }

  #startTimer(): void {
    const { clock, leftMs, onTimeout } = this.#parts;
    const left = leftMs();
    this.#cancelTimer =
      left === null ? undefined : clock.schedule(onTimeout, Math.min(longestTimerMs, Math.max(0, left)));
  }
}
