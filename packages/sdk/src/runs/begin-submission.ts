import type { Workflow, WorkflowTemplate } from '../generated/types.js';
import type { Seats } from '../waiting/seats.js';
import type { BeginSignals, Begun } from './run-task.js';

/** What is submitted, how, and from which places. */
export interface SubmissionPlan {
  readonly template: WorkflowTemplate;
  readonly seats: Seats;
  readonly urgent: boolean;
  readonly submit: (template: WorkflowTemplate, signal: AbortSignal) => Promise<Workflow>;
}

/**
 * Submits as soon as there is a place. The template is read at once, also when it has to wait.
 *
 * @throws TypeError, RangeError for mistakes in it, at once
 */
export function beginSubmission(plan: SubmissionPlan, { queueing, sending }: BeginSignals): Promise<Begun> {
  const { seats, submit, template, urgent } = plan;
  if (seats.tryTake()) return inPlace(seats, () => submit(template, sending));
  const fixed = JSON.parse(JSON.stringify(template)) as WorkflowTemplate;
  return seats.take(queueing, urgent).then(() => inPlace(seats, () => submit(fixed, sending)));
}

/** Works from a place, which is kept when there is more to do. */
function inPlace(seats: Seats, work: () => Promise<Workflow>): Promise<Begun> {
  const leave = (): void => {
    seats.release();
  };
  try {
    return work().then(
      (workflow) => ({ workflow, leave }),
      (error: unknown) => {
        leave();
        throw error;
      },
    );
  } catch (error) {
    leave();
    throw error;
  }
}
