import type { StepProgress, WorkflowProgress } from '@civitkit/sdk/client';
import { count } from './count.js';
import { clockTime } from './duration.js';
import type { Progress, ProgressItem, ProgressMark } from './progress.js';

const marks: Readonly<Record<string, ProgressMark>> = {
  succeeded: 'done',
  failed: 'failed',
  expired: 'failed',
  canceled: 'skipped',
};

/** Shows how far a workflow is, one line a step. */
export class WorkflowBoard {
  readonly #progress: Progress;
  readonly #items: ProgressItem[] = [];
  #named = false;

  constructor(progress: Progress) {
    this.#progress = progress;
  }

  show({ steps, workflow }: WorkflowProgress): void {
    // Said first, so that it can be found again whatever happens.
    if (!this.#named) this.#progress.note(`Workflow ${workflow.id ?? 'without an id'}`);
    this.#named = true;
    for (const [index, step] of steps.entries()) {
      const item = (this.#items[index] ??= this.#progress.item(labelOf(step, steps.length)));
      const mark = Object.hasOwn(marks, step.status) ? marks[step.status] : undefined;
      // Before and after the work, a bar would say that nothing moves.
      const fraction = step.status === 'processing' ? step.progress : undefined;
      if (mark === undefined) item.update({ text: describeStep(step), fraction });
      else item.end(mark, mark === 'done' ? 'done' : step.status);
    }
  }
}

function labelOf({ $type, name }: StepProgress, stepCount: number): string {
  return stepCount === 1 ? $type : `${$type} ${name}`;
}

/** What a step is at. */
export function describeStep({ etaSeconds, preparation, queuePosition, status }: StepProgress): string {
  if (status === 'unassigned') return 'waiting to begin';
  if (status === 'preparing' && preparation !== undefined) {
    const { progress, resource } = preparation;
    return sentence(
      `loading ${resource}${progress === undefined ? '' : ` ${Math.floor(progress * 100)} %`}`,
      before(preparation.queuePosition, 'download'),
      eta(preparation.etaSeconds),
    );
  }
  if (status === 'scheduled') return sentence('in the queue', before(queuePosition, 'job'), eta(etaSeconds));
  return sentence(status === 'processing' ? 'working' : String(status), eta(etaSeconds));
}

function before(position: number | undefined, what: string): string | undefined {
  return position === undefined || position === 0 ? undefined : `${count(position, what)} before it`;
}

function eta(seconds: number | undefined): string | undefined {
  return seconds === undefined ? undefined : `eta ${clockTime(seconds)}`;
}

function sentence(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join(', ');
}
