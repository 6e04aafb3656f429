import type { Clock } from './clock.js';

/** The attempt was stopped, because the call ended or because the attempt's own time was over. */
export class AttemptInterrupted extends Error {
  override readonly name = 'AttemptInterrupted';
  readonly reason: 'ended' | 'late';

  constructor(reason: 'ended' | 'late') {
    super(reason);
    this.reason = reason;
  }
}

/** Why a call was ended from outside. */
export type CallEnd = 'cancelled' | 'timed_out' | 'closed';

/**
 * One call's time and cancellation: a total deadline, the caller's signal, and at any moment at most one thing to
 * interrupt (an attempt or a wait).
 *
 * Signals are linked by hand and unlinked in {@link CallScope.dispose}: `AbortSignal.any` with a long-lived signal
 * keeps memory for every call on Node 20.
 */
export class CallScope {
  readonly #clock: Clock;
  readonly #endsAt: number;
  readonly #callerSignal: AbortSignal | undefined;
  readonly #cancelTimer: () => void;
  readonly #onAbort = (): void => {
    this.end('cancelled');
  };
  #ended: CallEnd | undefined;
  #interrupt: (() => void) | undefined;

  constructor(clock: Clock, timeoutMs: number, callerSignal: AbortSignal | undefined) {
    this.#clock = clock;
    this.#endsAt = clock.now() + timeoutMs;
    this.#callerSignal = callerSignal;
    this.#cancelTimer = clock.schedule(() => {
      this.end('timed_out');
    }, timeoutMs);
    callerSignal?.addEventListener('abort', this.#onAbort, { once: true });
    if (callerSignal?.aborted === true) this.#ended = 'cancelled';
  }

  /** Why the call was ended, or `undefined` while it runs. */
  get ended(): CallEnd | undefined {
    return this.#ended;
  }

  get remainingMs(): number {
    return this.#endsAt - this.#clock.now();
  }

  /** Ends the call: the running attempt or wait stops at once. The first reason counts. */
  end(reason: CallEnd): void {
    if (this.#ended !== undefined) return;
    this.#ended = reason;
    this.#interrupt?.();
  }

  /**
   * Runs one attempt under a signal of its own, aborted with the call or when `timeoutMs` is over. Rejects at that
   * moment even if `run` ignores its signal, as a transport of the user's own might.
   */
  async attempt<T>(timeoutMs: number | null, run: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const controller = new AbortController();
    let cancelTimer: (() => void) | undefined;
    const interrupted = new Promise<never>((_, reject) => {
      const interrupt = (reason: 'ended' | 'late') => (): void => {
        controller.abort();
        reject(new AttemptInterrupted(reason));
      };
      this.#interrupt = interrupt('ended');
      if (timeoutMs !== null) cancelTimer = this.#clock.schedule(interrupt('late'), timeoutMs);
      if (this.#ended !== undefined) this.#interrupt();
    });
    try {
      return await Promise.race([run(controller.signal), interrupted]);
    } finally {
      this.#interrupt = undefined;
      cancelTimer?.();
    }
  }

  /** Waits; returns early when the call ends. */
  async wait(delayMs: number): Promise<void> {
    if (this.#ended !== undefined) return;
    await new Promise<void>((resolve) => {
      const cancelTimer = this.#clock.schedule(resolve, delayMs);
      this.#interrupt = () => {
        cancelTimer();
        resolve();
      };
    });
    this.#interrupt = undefined;
  }

  /** Unlinks everything; nothing of the call stays behind. */
  dispose(): void {
    this.#cancelTimer();
    this.#callerSignal?.removeEventListener('abort', this.#onAbort);
  }
}
