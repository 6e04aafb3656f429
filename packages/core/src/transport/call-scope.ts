import type { Clock } from './clock.js';
import type { SignalHub } from './signal-hub.js';

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
 * One call's time and cancellation: a total deadline, the caller's signal, and what there is to interrupt (an attempt, a
 * wait).
 *
 * Signals are linked by hand and unlinked in {@link CallScope.dispose}: `AbortSignal.any` with a long-lived signal
 * keeps memory for every call on Node 20.
 */
export class CallScope {
  /** How many times the request was sent. */
  attempts = 0;
  readonly #clock: Clock;
  #cancelTimer: (() => void) | undefined;
  readonly #unlink: (() => void) | undefined;
  readonly #interrupts = new Set<() => void>();
  #endsAt: number;
  #ended: CallEnd | undefined;

  /**
   * @param timeoutMs - `Infinity` for no limit; `null` for a scope that others end, who say by
   * {@link CallScope.extendTo} how long it may take
   */
  constructor(clock: Clock, timeoutMs: number | null, callerSignal: AbortSignal | undefined, signals: SignalHub) {
    this.#clock = clock;
    this.#endsAt = clock.now() + (timeoutMs ?? 0);
    if (timeoutMs !== null && timeoutMs !== Number.POSITIVE_INFINITY) {
      this.#cancelTimer = clock.schedule(() => {
        this.end('timed_out');
      }, timeoutMs);
    }
    if (callerSignal?.aborted === true) this.#ended = 'cancelled';
    else if (callerSignal !== undefined) {
      this.#unlink = signals.link(callerSignal, () => {
        this.end('cancelled');
      });
    }
  }

  /** Why the call was ended, or `undefined` while it runs. */
  get ended(): CallEnd | undefined {
    return this.#ended;
  }

  /** When the time is over, in milliseconds since 1970. */
  get endsAt(): number {
    return this.#endsAt;
  }

  get remainingMs(): number {
    return this.#endsAt - this.#clock.now();
  }

  /** Moves the end of a scope without a timer of its own; never to an earlier moment. */
  extendTo(endsAt: number): void {
    this.#endsAt = Math.max(this.#endsAt, endsAt);
  }

  /** Lifts the limit: from now on only the caller and the client end the call. */
  releaseTime(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
    this.#endsAt = Number.POSITIVE_INFINITY;
  }

  /** Calls `interrupt` when the call ends, at once if it has; the returned function unlinks. */
  onEnd(interrupt: () => void): () => void {
    this.#interrupts.add(interrupt);
    if (this.#ended !== undefined) interrupt();
    return () => {
      this.#interrupts.delete(interrupt);
    };
  }

  /** Ends the call: the running attempt or wait stops at once. The first reason counts. */
  end(reason: CallEnd): void {
    if (this.#ended !== undefined) return;
    this.#ended = reason;
    for (const interrupt of this.#interrupts) interrupt();
  }

  /**
   * Runs one attempt under a signal of its own, aborted with the call or when `timeoutMs` is over. Rejects at that
   * moment even if `run` ignores its signal, as a transport of the user's own might.
   *
   * @param controller - of that signal; who has a use for it keeps it beyond the attempt
   */
  async attempt<T>(
    timeoutMs: number | null,
    run: (signal: AbortSignal) => Promise<T>,
    controller: AbortController,
  ): Promise<T> {
    let cancelTimer: (() => void) | undefined;
    let interrupt: (() => void) | undefined;
    const interrupted = new Promise<never>((_, reject) => {
      const interruptFor = (reason: 'ended' | 'late') => (): void => {
        controller.abort();
        reject(new AttemptInterrupted(reason));
      };
      interrupt = interruptFor('ended');
      this.#interrupts.add(interrupt);
      if (timeoutMs !== null) cancelTimer = this.#clock.schedule(interruptFor('late'), timeoutMs);
      if (this.#ended !== undefined) interrupt();
    });
    try {
      return await Promise.race([run(controller.signal), interrupted]);
    } finally {
      if (interrupt !== undefined) this.#interrupts.delete(interrupt);
      cancelTimer?.();
    }
  }

  /** Waits for something that the call does not own, such as a store; rejects as soon as the call ends. */
  race<T>(pending: Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const interrupt = (): void => {
        reject(new AttemptInterrupted('ended'));
      };
      this.#interrupts.add(interrupt);
      if (this.#ended !== undefined) interrupt();
      void pending.then(resolve, reject).finally(() => {
        this.#interrupts.delete(interrupt);
      });
    });
  }

  /** Waits; returns early when the call ends. */
  async wait(delayMs: number): Promise<void> {
    if (this.#ended !== undefined) return;
    let interrupt: (() => void) | undefined;
    await new Promise<void>((resolve) => {
      const cancelTimer = this.#clock.schedule(resolve, delayMs);
      interrupt = () => {
        cancelTimer();
        resolve();
      };
      this.#interrupts.add(interrupt);
    });
    if (interrupt !== undefined) this.#interrupts.delete(interrupt);
  }

  /** Unlinks everything; nothing of the call stays behind. */
  dispose(): void {
    this.#cancelTimer?.();
    this.#unlink?.();
  }
}
