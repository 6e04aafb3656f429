import type { JobWebhookEvent, StepWebhookEvent, WorkflowWebhookEvent } from '../webhook-event.js';

/** The members of an event that a test cares about; the rest is filled in. */
type Changes<E> = Partial<Omit<E, 'kind'>>;

const workflowId = '1-20260101000000000';

/**
 * A workflow event for tests: `succeeded`, unless told otherwise.
 *
 * @example
 * ```ts
 * import { jobEvent, stepEvent, workflowEvent } from '@civitkit/sdk/webhooks';
 *
 * const events = [
 *   workflowEvent({ status: 'processing' }),
 *   stepEvent({ name: 'hero', status: 'failed' }),
 *   jobEvent({ status: 'failed', reason: 'no_provider_available' }),
 * ];
 * console.log(events.map(({ kind }) => kind));
 * ```
 */
export function workflowEvent(changes: Changes<WorkflowWebhookEvent> = {}): WorkflowWebhookEvent {
  const timestamp = '2026-01-01T00:00:00.0000000Z';
  return { $type: 'workflow', workflowId, status: 'succeeded', timestamp, ...changes, kind: 'workflow' };
}

/** A step event for tests: `succeeded`, of the first step of the same workflow, unless told otherwise. */
export function stepEvent(changes: Changes<StepWebhookEvent> = {}): StepWebhookEvent {
  return { $type: 'step', workflowId, name: '$0', status: 'succeeded', ...changes, kind: 'step' };
}

/** A job event for tests: `succeeded`, of the first step of the same workflow, unless told otherwise. */
export function jobEvent(changes: Changes<JobWebhookEvent> = {}): JobWebhookEvent {
  const jobId = '00000000-0000-4000-8000-000000000001';
  return { $type: 'job', workflowId, stepName: '$0', jobId, status: 'succeeded', ...changes, kind: 'job' };
}
