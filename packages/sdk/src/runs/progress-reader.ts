import type { Clock } from '@civitkit/core/client';
import type { Workflow } from '../generated/types.js';
import { least, most, progressOfStep } from './step-progress.js';
import { stepsOf } from './steps-of.js';
import type { News } from './watched.js';
import type { StepProgress, WorkflowProgress } from './workflow-progress.js';

/** Compares the readings of one workflow: what is new, and how far it is when it never goes back. */
export class ProgressReader {
  readonly #clock: Clock;
  readonly #steps = new Map<number, number>();
  #whole = 0;
  #fingerprint: string | undefined;
  #statuses: string | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** What is new since the last time. The first time everything is, but no status has changed. */
  compare(workflow: Workflow): News {
    const fingerprint = JSON.stringify(workflow, withoutLinks);
    const statuses = JSON.stringify([workflow.status, ...stepsOf(workflow).map(({ status }) => status)]);
    const changed = fingerprint !== this.#fingerprint;
    const statusChanged = this.#statuses !== undefined && statuses !== this.#statuses;
    this.#fingerprint = fingerprint;
    this.#statuses = statuses;
    return { changed, statusChanged };
  }

  read(workflow: Workflow): WorkflowProgress {
    const now = this.#clock.now();
    const steps = stepsOf(workflow).map((step, index) => this.#rising(progressOfStep(step, now), index));
    const known = steps.some(({ progress }) => progress !== undefined);
    const average = steps.reduce((sum, { progress = 0 }) => sum + progress, 0) / steps.length;
    if (workflow.status === 'succeeded') this.#whole = 1;
    else if (known) this.#whole = Math.max(this.#whole, average);
    return {
      workflow,
      status: workflow.status,
      progress: known || this.#whole > 0 ? this.#whole : undefined,
      queuePosition: least(steps.map(({ queuePosition }) => queuePosition)),
      etaSeconds: most(steps.map(({ etaSeconds }) => etaSeconds)),
      preparing: steps.find(({ preparation }) => preparation !== undefined)?.preparation,
      steps,
    };
  }

  /** A step that is tried again begins anew; what is shown waits until it has caught up. */
  #rising(step: StepProgress, index: number): StepProgress {
    const before = this.#steps.get(index) ?? 0;
    const progress = step.progress === undefined && before === 0 ? undefined : Math.max(before, step.progress ?? 0);
    this.#steps.set(index, progress ?? 0);
    return { ...step, progress };
  }
}

/** Links are signed anew by every read, and that is no news; what went in stays as it is, and may be long. */
function withoutLinks(key: string, value: unknown): unknown {
  if (key === 'input' || key.endsWith('ExpiresAt')) return undefined;
  return typeof value === 'string' && /^https?:/i.test(value) ? '' : value;
}
