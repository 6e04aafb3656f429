import { type CivitaiError, type Clock, isCivitaiError } from '@civitkit/core/client';
import type { SignalHub } from '@civitkit/core/internal';
import { Deferred } from '../../waiting/deferred.js';
import { failureDelayMs } from '../../waiting/failure-delay.js';
import { pause } from '../../waiting/pause.js';
import { ProgressFeed } from '../../waiting/progress-feed.js';
import type { Seats } from '../../waiting/seats.js';
import { WaitGuard } from '../../waiting/wait-guard.js';
import type { WaitOptions } from './job-options.js';
import type { LimitPause } from './limit-pause.js';
import { pollDelayMs } from './poll-pace.js';
import type { PolledTask, Reading } from './polled-task.js';
import { WaitTime } from './wait-time.js';

/** What all that one client waits for has in common. */
export interface PollSurroundings {
  readonly clock: Clock;
  /** 0 ≤ x < 1. */
  readonly random: () => number;
  readonly signals: SignalHub;
  /** Reads at a time. */
  readonly polls: Seats;
  /** The server wants no reads for a while. */
  readonly limit: LimitPause;
  /** Those that are submitting or waiting. */
  readonly active: Set<{ close(): void }>;
}

/** How many reads may fail in a row. */
const maxFailures = 10;

/**
 * What happens behind a handle: something is submitted, read while somebody waits, and settled once. It is read by
 * polling, for the server holds no answers.
 */
export class PolledLife<R, P extends object> {
  readonly #task: PolledTask<R, P>;
  readonly #options: WaitOptions<P>;
  readonly #around: PollSurroundings;
  readonly #guard: WaitGuard;
  readonly #feed: ProgressFeed<P>;
  readonly #outcome = new Deferred<R>();
  readonly #first = new Deferred<P>();
  readonly #time: WaitTime;
  #beginning: AbortController | undefined;
  #following: AbortController | undefined;
  #progress: P;
  #etaSeconds: number | undefined;
  #reads = 0;
  #nextReadAt = 0;
  #awaited = false;
  #firstAwaited = false;
  #attended = false;
  #settled = false;

  constructor(task: PolledTask<R, P>, options: WaitOptions<P>, around: PollSurroundings) {
    this.#task = task;
    this.#options = options;
    this.#around = around;
    this.#progress = task.initial;
    this.#time = new WaitTime(around.clock, options.timeoutMs);
    this.#feed = new ProgressFeed(() => {
      this.#reconsider();
    });
    this.#guard = new WaitGuard({
      clock: around.clock,
      signals: around.signals,
      signal: options.signal,
      leftMs: () => this.#time.leftMs,
      onAbort: () => {
        this.#fail(options.signal?.reason);
      },
      onTimeout: () => {
        this.#fail(task.timedOut(this.#time.totalMs ?? 0));
      },
    });
    if (task.begin === undefined) this.#reconsider();
    else this.#begin();
  }

  get progress(): P {
    return this.#task.now(this.#progress);
  }

  /** From now on the end is waited for. */
  end(): Promise<R> {
    this.#awaited = true;
    this.#reconsider();
    return this.#outcome.promise;
  }

  /** From now on the first answer is waited for. */
  first(): Promise<P> {
    this.#firstAwaited = this.#reads === 0;
    this.#reconsider();
    return this.#first.promise;
  }

  /** Answers are waited for as long as somebody iterates. */
  changes(): AsyncIterableIterator<P, undefined> {
    return this.#feed.iterate();
  }

  /** Reads at once what would be read later. */
  hurry(): void {
    this.#nextReadAt = 0;
    this.#stopFollowing();
    this.#reconsider();
  }

  /** The client is closed; the server goes on with it. */
  close(): void {
    this.#fail(this.#task.closed());
  }

  get #wanted(): boolean {
    return this.#awaited || this.#firstAwaited || this.#feed.listening || this.#options.onProgress !== undefined;
  }

  #begin(): void {
    const { signal } = this.#options;
    if (signal?.aborted === true) {
      this.#fail(signal.reason);
      return;
    }
    this.#beginning = new AbortController();
    const begun = this.#task.begin?.({
      signal: this.#beginning.signal,
      leftMs: () => this.#time.leftMs,
      onSending: () => {
        if (this.#time.beginOnce()) this.#guard.update();
      },
    });
    this.#attend();
    void begun?.then(this.#onBegun, (error: unknown) => {
      this.#fail(error);
    });
  }

  readonly #onBegun = (reading: Reading<R, P>): void => {
    this.#beginning = undefined;
    if (this.#settled) return;
    const { end } = reading;
    // It was never accepted, so that there is nothing to tell of it.
    if (end !== undefined && 'error' in end) this.#fail(end.error);
    else this.#take(reading);
    this.#reconsider();
  };

  /** Reads while somebody waits for something, and only then. */
  #reconsider(): void {
    if (this.#settled || this.#beginning !== undefined) return;
    if (!this.#wanted) {
      this.#leaveAlone();
      return;
    }
    this.#attend();
    if (!this.#settled && this.#following === undefined) void this.#follow(new AbortController());
  }

  async #follow(controller: AbortController): Promise<void> {
    this.#following = controller;
    const { clock, random } = this.#around;
    const { signal } = controller;
    try {
      for (let failures = 0; !this.#settled; ) {
        const delayMs = this.#nextReadAt - clock.now();
        if (delayMs > 0) await pause(clock, delayMs, signal);
        try {
          const reading = await this.#read(signal);
          failures = 0;
          this.#take(reading);
        } catch (error) {
          signal.throwIfAborted();
          failures += 1;
          if (!isCivitaiError(error) || failures >= maxFailures || !this.#isPassing(error)) throw error;
          this.#nextReadAt = clock.now() + failureDelayMs(failures, error.retryAfterMs, random());
        }
      }
    } catch (error) {
      if (!signal.aborted) this.#fail(error);
    }
  }

  async #read(signal: AbortSignal): Promise<Reading<R, P>> {
    const { limit, polls } = this.#around;
    await limit.over(signal);
    await polls.take(signal);
    try {
      return await this.#task.read(signal);
    } finally {
      polls.release();
    }
  }

  #isPassing(error: CivitaiError): boolean {
    const { code, retryAfterMs, retryable } = error;
    const left = this.#time.leftMs;
    if (retryAfterMs !== undefined && left !== null && retryAfterMs >= left) return false;
    if (code === 'rate_limited' && retryAfterMs !== undefined) this.#around.limit.begin(retryAfterMs);
    return retryable || this.#task.tolerates?.(error) === true;
  }

  #take({ end, etaSeconds, progress }: Reading<R, P>): void {
    const { clock, random } = this.#around;
    this.#reads += 1;
    this.#progress = progress;
    this.#etaSeconds = etaSeconds ?? this.#etaSeconds;
    const longer = this.#time.estimate(etaSeconds);
    this.#nextReadAt = clock.now() + (this.#task.delayMs?.() ?? pollDelayMs(this.#reads, this.#etaSeconds, random()));
    this.#firstAwaited = false;
    this.#first.resolve(progress);
    this.#publish(progress);
    if (end !== undefined) this.#finish(end);
    else {
      if (longer) this.#guard.update();
      if (!this.#wanted) this.#reconsider();
    }
  }

  #publish(progress: P): void {
    this.#feed.push(progress);
    try {
      this.#options.onProgress?.(progress);
    } catch (error) {
      this.#fail(error);
    }
  }

  #finish(end: NonNullable<Reading<R, P>['end']>): void {
    if (this.#settled) return;
    this.#feed.end({});
    if ('value' in end) this.#outcome.resolve(end.value);
    else this.#outcome.reject(this.#task.explain(end.error));
    this.#settle();
  }

  #fail(thrown: unknown): void {
    if (this.#settled) return;
    const reason = isCivitaiError(thrown) ? this.#task.explain(thrown) : thrown;
    this.#feed.end({ failure: { reason } });
    this.#outcome.reject(reason);
    this.#first.reject(reason);
    this.#settle();
    this.#beginning?.abort();
  }

  #settle(): void {
    this.#settled = true;
    this.#leaveAlone();
    this.#task.onAttention?.('over');
  }

  #attend(): void {
    this.#around.active.add(this);
    if (!this.#attended) {
      this.#attended = true;
      if (this.#beginning === undefined) this.#time.begin();
      this.#task.onAttention?.('attended');
    }
    this.#guard.on();
  }

  #leaveAlone(): void {
    this.#stopFollowing();
    this.#guard.off();
    this.#around.active.delete(this);
    if (!this.#attended) return;
    this.#attended = false;
    this.#task.onAttention?.('unattended');
  }

  #stopFollowing(): void {
    this.#following?.abort();
    this.#following = undefined;
  }
}
