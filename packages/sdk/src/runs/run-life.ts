import type { CivitaiError, Clock } from '@civitkit/core/client';
import type { SignalHub } from '@civitkit/core/internal';
import type { Workflow } from '../generated/types.js';
import { Deferred } from '../waiting/deferred.js';
import { ProgressFeed } from '../waiting/progress-feed.js';
import { WaitGuard } from '../waiting/wait-guard.js';
import { isFinalStatus } from '../workflows/final-status.js';
import { ProgressReader } from './progress-reader.js';
import type { RunOptions } from './run-options.js';
import type { Begun, RunTask } from './run-task.js';
import { runTimeout } from './run-timeout.js';
import { Watch } from './watch.js';
import type { WatchSchedule } from './watch-schedule.js';
import type { News } from './watched.js';
import { readFailure, withoutId, workflowFailure } from './workflow-failure.js';
import type { WorkflowProgress } from './workflow-progress.js';

/** What all runs of a client share. */
export interface RunSurroundings {
  readonly clock: Clock;
  readonly schedule: WatchSchedule;
  readonly signals: SignalHub;
  /** Those that are submitting or waiting. */
  readonly active: Set<RunLife>;
}

/** How many reads may fail in a row where no deadline says how long to go on. */
const maxFailures = 30;

const nothingNew: News = { changed: false, statusChanged: false };

/**
 * What happens behind a run: it is submitted, read while somebody waits for something, and settled once. The handle that
 * applications have is `WorkflowRun`.
 */
export class RunLife {
  readonly #task: RunTask;
  readonly #options: RunOptions;
  readonly #around: RunSurroundings;
  readonly #guard: WaitGuard;
  readonly #reader: ProgressReader;
  readonly #feed: ProgressFeed<WorkflowProgress>;
  readonly #outcome = new Deferred<Workflow>();
  readonly #submitted = new Deferred<Workflow>();
  #workflowId: string | undefined;
  #latest: Workflow | undefined;
  #watch: Watch | undefined;
  #stopBeginning: ((sendingToo: boolean) => void) | undefined;
  #cancelling: Promise<void> | undefined;
  #cancelsOnceBegun = false;
  #awaitsEnd = false;
  #awaitsFirst = false;
  #settled = false;

  constructor(task: RunTask, options: RunOptions, around: RunSurroundings) {
    const { clock, signals } = around;
    const { signal, timeoutMs = null } = options;
    const startedAt = clock.now();
    this.#task = task;
    this.#options = options;
    this.#around = around;
    this.#workflowId = task.workflowId;
    this.#reader = new ProgressReader(clock);
    this.#feed = new ProgressFeed(() => {
      this.#reconsider();
    });
    this.#guard = new WaitGuard({
      clock,
      signals,
      signal,
      leftMs: () => (timeoutMs === null ? null : timeoutMs - Math.max(0, clock.now() - startedAt)),
      onAbort: () => {
        this.#abort();
      },
      onTimeout: () => {
        this.#fail(runTimeout(timeoutMs ?? 0, this.#workflowId, task.externalId, this.#latest?.status));
      },
    });
    if (task.begin === undefined) this.#reconsider();
    else this.#begin();
  }

  get workflowId(): string | undefined {
    return this.#workflowId;
  }

  get state(): WorkflowProgress | undefined {
    return this.#latest === undefined ? undefined : this.#reader.read(this.#latest);
  }

  /** From now on the end is waited for. */
  end(): Promise<Workflow> {
    this.#awaitsEnd = true;
    this.#reconsider();
    return this.#outcome.promise;
  }

  /** From now on the first answer is waited for. */
  first(): Promise<Workflow> {
    this.#awaitsFirst = this.#latest === undefined;
    this.#reconsider();
    return this.#submitted.promise;
  }

  /** Changes are waited for as long as somebody iterates. */
  changes(): AsyncIterableIterator<WorkflowProgress, undefined> {
    return this.#feed.iterate();
  }

  /** Asks for the end once; again only after that has failed. */
  cancel(): Promise<void> {
    this.#cancelling ??= this.#cancel().catch((error: unknown) => {
      this.#cancelling = undefined;
      throw error;
    });
    return this.#cancelling;
  }

  /** Ends it here; the workflow goes on. */
  abandon(error: CivitaiError): void {
    this.#fail(error);
  }

  get #wantsChanges(): boolean {
    return this.#feed.listening || this.#options.onProgress !== undefined;
  }

  #begin(): void {
    const queueing = new AbortController();
    const sending = new AbortController();
    if (this.#options.signal?.aborted === true) {
      this.#abort();
      return;
    }
    const begun = this.#task.begin?.({ queueing: queueing.signal, sending: sending.signal });
    this.#stopBeginning = (sendingToo) => {
      queueing.abort();
      if (sendingToo) sending.abort();
    };
    this.#engage();
    void begun?.then(this.#onBegun, (error: unknown) => {
      this.#fail(error);
    });
  }

  readonly #onBegun = (begun: Begun): void => {
    const { workflow } = begun;
    this.#stopBeginning = undefined;
    this.#workflowId = workflow.id ?? undefined;
    if (!this.#settled) {
      this.#take(workflow);
      this.#reconsider();
    } else if (this.#cancelsOnceBegun) void this.cancel().catch(() => undefined);
    // Not before it is read from here: what reads next has the place first.
    begun.leave();
  };

  /** Reads while somebody waits for something, and only then. */
  #reconsider(): void {
    if (this.#wantsChanges && this.#latest !== undefined) this.#publish(this.#latest);
    if (this.#settled || this.#stopBeginning !== undefined) return;
    if (!this.#awaitsEnd && !this.#awaitsFirst && !this.#wantsChanges) {
      this.#disengage();
      return;
    }
    this.#engage();
    if (!this.#settled) this.#follow();
  }

  #follow(): void {
    const workflowId = this.#workflowId;
    if (workflowId === undefined) this.#fail(withoutId(this.#latest));
    else if (this.#watch === undefined) this.#startWatch(workflowId);
    else if (this.#wantsChanges) this.#watch.wantChanges();
  }

  #startWatch(workflowId: string): void {
    this.#watch = new Watch(
      {
        isKnown: () => this.#latest !== undefined,
        wantsChanges: () => this.#wantsChanges,
        urgent: this.#task.ephemeral,
        maxFailures: (this.#options.timeoutMs ?? null) === null ? maxFailures : Number.POSITIVE_INFINITY,
        read: (hold, signal) => this.#task.read(workflowId, hold, signal),
        receive: (workflow) => this.#take(workflow),
        fail: (error) => {
          this.#fail(readFailure(error, this.#latest, workflowId));
        },
      },
      this.#around.schedule,
    );
    this.#watch.begin();
  }

  #take(workflow: Workflow): News {
    this.#latest = workflow;
    this.#submitted.resolve(workflow);
    const news = this.#wantsChanges ? this.#publish(workflow) : nothingNew;
    if (isFinalStatus(workflow.status)) this.#finish(workflow);
    else if (this.#awaitsFirst) {
      this.#awaitsFirst = false;
      this.#reconsider();
    }
    return news;
  }

  #publish(workflow: Workflow): News {
    const news = this.#reader.compare(workflow);
    if (!news.changed) return news;
    const progress = this.#reader.read(workflow);
    this.#feed.push(progress);
    try {
      this.#options.onProgress?.(progress);
    } catch (error) {
      this.#fail(error);
    }
    return news;
  }

  #finish(workflow: Workflow): void {
    const { jobReasons, resolveOnFailure = false } = this.#options;
    if (this.#settled) return;
    this.#feed.end({});
    if (workflow.status === 'succeeded' || resolveOnFailure) this.#outcome.resolve(workflow);
    else {
      const reasons = this.#workflowId === undefined ? [] : (jobReasons?.reasonsFor(this.#workflowId) ?? []);
      this.#outcome.reject(workflowFailure(workflow, reasons));
    }
    this.#settle();
  }

  #abort(): void {
    const { cancelOnAbort = false, signal } = this.#options;
    // What is on its way goes there, or nobody would know what to cancel.
    this.#cancelsOnceBegun = cancelOnAbort && this.#stopBeginning !== undefined;
    this.#fail(signal?.reason);
    if (cancelOnAbort && this.#workflowId !== undefined) void this.cancel().catch(() => undefined);
  }

  #fail(reason: unknown): void {
    if (this.#settled) return;
    this.#feed.end({ failure: { reason } });
    this.#outcome.reject(reason);
    this.#submitted.reject(reason);
    this.#settle();
    this.#stopBeginning?.(!this.#cancelsOnceBegun);
  }

  #settle(): void {
    this.#settled = true;
    this.#disengage();
  }

  #engage(): void {
    this.#around.active.add(this);
    this.#guard.on();
  }

  #disengage(): void {
    this.#watch?.end();
    this.#watch = undefined;
    this.#guard.off();
    this.#around.active.delete(this);
  }

  async #cancel(): Promise<void> {
    const workflowId = this.#workflowId ?? (await this.#submitted.promise).id;
    if (workflowId === undefined || workflowId === null || isFinalStatus(this.#latest?.status ?? '')) return;
    await this.#task.cancel(workflowId);
    this.#watch?.hurry();
  }
}
