import { isJsonObject } from '../../http/body-checks.js';
import { type Reference, readPath, readReference } from '../references/reference.js';
import type { StepEnd, StepRecord } from '../workflows/workflow-record.js';
import type { StepRun, StepSurroundings } from './step-run.js';
import { isFinal, statusOfWhole } from './work-status.js';

/** Creates the run of a step, by its type. */
export type CreateStepRun = (step: StepRecord, around: StepSurroundings, ended: (step: StepRecord) => void) => StepRun;

/** Runs a template once for each item of a list, all at the same time. Its output is the steps themselves. */
export class RepeatRun implements StepRun {
  readonly #step: StepRecord;
  readonly #around: StepSurroundings;
  readonly #ended: (step: StepRecord) => void;
  readonly #create: CreateStepRun;
  #runs: readonly StepRun[] = [];

  constructor(step: StepRecord, around: StepSurroundings, ended: (step: StepRecord) => void, create: CreateStepRun) {
    this.#step = step;
    this.#around = around;
    this.#ended = ended;
    this.#create = create;
  }

  begin(): void {
    const { input } = this.#step;
    const clause = isJsonObject(input) ? input['for'] : undefined;
    const reference = readReference(clause);
    const items = reference === undefined ? undefined : this.#around.lookUp(reference);
    if (!Array.isArray(items) || !isJsonObject(clause) || !isJsonObject(input)) {
      this.end({ status: 'failed', reason: 'What the repeat goes over is not a list.' });
      return;
    }
    const variable = String(clause['as']).replace(/^\$/, '');
    const steps = items.map((_, index) => iteration(this.#step, input['template'], index));
    const runs = steps.map((step, index) =>
      this.#create(step, this.#within(variable, items[index]), () => this.#iterationEnded()),
    );
    this.#step.iterations = steps;
    this.#step.startedAt = Date.now();
    this.#step.status = 'processing';
    this.#runs = runs;
    this.#around.changed(this.#step, false);
    for (const run of runs) run.begin();
    if (runs.length === 0) this.#iterationEnded();
  }

  end(end: StepEnd): void {
    if (isFinal(this.#step.status)) return;
    // The last iteration to end would end the whole; it has its own end.
    this.#step.status = end.status;
    for (const run of this.#runs) run.end(end);
    this.#finish();
  }

  /** Where an iteration runs: its item has a name, and what happens in it is progress of the whole. */
  #within(variable: string, item: unknown): StepSurroundings {
    const { lookUp } = this.#around;
    return {
      ...this.#around,
      lookUp: (reference: Reference) =>
        reference.source === variable ? readPath(item, reference.path) : lookUp(reference),
      changed: () => {
        if (!isFinal(this.#step.status)) this.#around.changed(this.#step, true);
      },
    };
  }

  #iterationEnded(): void {
    if (isFinal(this.#step.status)) return;
    const statuses = (this.#step.iterations ?? []).map(({ status }) => status);
    const whole = statusOfWhole(statuses);
    if (isFinal(whole)) {
      this.#step.status = whole;
      this.#finish();
      return;
    }
    this.#step.progress = statuses.filter(isFinal).length / statuses.length;
    this.#around.changed(this.#step, false);
  }

  #finish(): void {
    this.#step.completedAt = Date.now();
    delete this.#step.progress;
    this.#ended(this.#step);
  }
}

function iteration(parent: StepRecord, template: unknown, index: number): StepRecord {
  const { $type, name, metadata, input } = isJsonObject(template) ? template : {};
  const own = typeof name === 'string' ? name : parent.name;
  return {
    type: String($type),
    name: `${own}[${index}]`,
    priority: parent.priority,
    metadata: isJsonObject(metadata) ? metadata : {},
    input,
    needs: [],
    price: 0,
    status: 'unassigned',
    jobs: [],
  };
}
