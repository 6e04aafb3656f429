import { usedResources } from '../money/used-resources.js';
import { type Reference } from '../references/reference.js';
import { resolveInput } from '../references/resolve-input.js';
import { type Markers, readMarkers } from '../steps/markers.js';
import { readTimeSpan } from '../validation/time-span.js';
import type { JobRecord, StepEnd, StepRecord } from '../workflows/workflow-record.js';
import { countJobs, endJobs, moveJobs } from './jobs.js';
import type { Timers } from './timers.js';
import type { WorkGate } from './work-gate.js';
import { jobMoments, stepMoments, type WorkMoment } from './work-moments.js';
import type { WorkPace } from './work-pace.js';
import { type FinalStatus, isFinal, type OpenStatus } from './work-status.js';

/** What the steps of a workflow run in. */
export interface StepSurroundings {
  readonly pace: Required<WorkPace>;
  readonly timers: Timers;
  readonly gate: WorkGate;
  readonly newJobId: () => string;
  /** The value of a reference; `undefined` when there is none. */
  readonly lookUp: (reference: Reference) => unknown;
  /** Does the work. */
  readonly produce: (step: StepRecord, markers: Markers) => unknown;
  /** After every moment of a step; `repeated` when it only stays where it was in the queue. */
  readonly changed: (step: StepRecord, repeated: boolean) => void;
}

/** A step on its way. */
export interface StepRun {
  /** Everything it needs is there. */
  begin(): void;
  /** Ends it now; a step that has ended stays as it is. */
  end(end: StepEnd): void;
}

/** What a step without any AIR downloads. */
const SHARED_RESOURCE = 'urn:air:other:other:civitai:1@1';

/** Takes one step through its moments. One timer at a time leads from one to the next. */
export class SingleStepRun implements StepRun {
  readonly #step: StepRecord;
  readonly #around: StepSurroundings;
  readonly #ended: (step: StepRecord) => void;
  #markers: Markers = { expires: false };
  #moments: readonly WorkMoment[] = [];
  #next = 0;
  #attempt = 1;
  #stopWaiting: () => void = () => undefined;
  #stopTimeout: () => void = () => undefined;

  /** `ended` is called once, when the step has got its last status. */
  constructor(step: StepRecord, around: StepSurroundings, ended: (step: StepRecord) => void) {
    this.#step = step;
    this.#around = around;
    this.#ended = ended;
  }

  begin(): void {
    const step = this.#step;
    const { pace, timers, newJobId } = this.#around;
    const resolved = resolveInput(step.input, this.#around.lookUp);
    if (!resolved.ok) {
      this.end({ status: 'failed', reason: resolved.problem });
      return;
    }
    step.input = resolved.input;
    this.#markers = readMarkers(step.input);
    const workMs = this.#markers.workMs ?? pace.workMs;
    step.jobs = Array.from({ length: countJobs(step) }, () => newJob(newJobId()));
    this.#moments = stepMoments(usedResources(step.input)[0] ?? SHARED_RESOURCE, { ...pace, workMs });
    const timeoutMs = step.timeout === undefined ? undefined : readTimeSpan(step.timeout);
    if (timeoutMs !== undefined) {
      this.#stopTimeout = timers.after(timeoutMs, () => this.end({ status: 'expired', reason: 'timeout' }));
    }
    this.#waitIn('unassigned', pace.unassignedMs);
  }

  end(end: StepEnd): void {
    if (isFinal(this.#step.status)) return;
    endJobs(this.#step, end.status, end);
    this.#finish(end.status);
  }

  /** Stays for a time, and then as long as the gate is shut. */
  #waitIn(status: OpenStatus, ms: number): void {
    const { timers, gate } = this.#around;
    const goOn = (): void => this.#goOn();
    this.#stopWaiting = timers.after(ms, () => {
      const stop = gate.stop(status, goOn);
      // Going on waits anew, and what stops that wait must not be lost.
      if (stop === undefined) goOn();
      else this.#stopWaiting = stop;
    });
  }

  #goOn(): void {
    const moment = this.#moments[this.#next];
    this.#next += 1;
    if (moment === undefined) {
      this.#complete();
      return;
    }
    const step = this.#step;
    const repeated = step.status === 'scheduled' && moment.status === 'scheduled';
    step.startedAt ??= Date.now();
    step.status = moment.status;
    setOrRemove(step, 'preparation', moment.preparation);
    setOrRemove(step, 'progress', moment.progress);
    moveJobs(step, moment);
    this.#around.changed(step, repeated);
    // Whoever was told may have ended it.
    if (!isFinal(step.status)) this.#waitIn(moment.status, moment.ms);
  }

  #complete(): void {
    const { failure, expires } = this.#markers;
    if (expires) this.end({ status: 'expired', reason: 'timeout' });
    else if (failure !== undefined && !(failure.once && this.#attempt > 1)) this.#fail(failure);
    else {
      this.#step.output = this.#around.produce(this.#step, this.#markers);
      endJobs(this.#step, 'succeeded', {});
      this.#finish('succeeded');
    }
  }

  #fail(failure: NonNullable<Markers['failure']>): void {
    if (this.#attempt > (this.#step.retries ?? 0)) {
      this.end({ status: 'failed', ...failure });
      return;
    }
    const step = this.#step;
    this.#attempt += 1;
    endJobs(step, 'failed', failure);
    this.#around.changed(step, false);
    if (isFinal(step.status)) return;
    step.jobs = [...step.jobs, newJob(this.#around.newJobId())];
    this.#moments = jobMoments(this.#around.pace);
    this.#next = 0;
    this.#goOn();
  }

  #finish(status: FinalStatus): void {
    const step = this.#step;
    this.#stopWaiting();
    this.#stopTimeout();
    step.status = status;
    step.completedAt = Date.now();
    delete step.progress;
    delete step.preparation;
    this.#ended(step);
  }
}

function newJob(id: string): JobRecord {
  return { id, status: 'unassigned', cost: 1 };
}

function setOrRemove<K extends 'preparation' | 'progress'>(step: StepRecord, key: K, value: StepRecord[K]): void {
  if (value === undefined) delete step[key];
  else step[key] = value;
}
