import { type CallOptions, type CivitaiError, isCivitaiError, ValidationError } from '@civitkit/core/client';
import type { Workflow } from '../generated/types.js';
import type { WorkflowsClient } from '../workflows/client.js';
import { isFinalStatus } from '../workflows/final-status.js';
import type { WebhookEvent } from './webhook-event.js';

/**
 * What the API says about an event. `confirmed`: the same. `passed`: things have gone on since. `contradicted`: something
 * else, so the event is forged, or newer than what the API tells; ask again before trusting it. `not_found`: there is no
 * such workflow for this token, or it was ephemeral and is over.
 */
export type Confirmation =
  | { readonly verdict: 'confirmed' | 'passed' | 'contradicted'; readonly workflow: Workflow }
  | { readonly verdict: 'not_found'; readonly workflow: null; readonly error: CivitaiError };

/**
 * Reads the workflow of an event again, and compares. Events are not signed: whoever knows the URL of a callback can
 * invent them. Take from the workflow, not from the event, what something of value depends on.
 *
 * @throws ValidationError for an event that does not name a workflow; otherwise as `workflows.get`, apart from
 * NotFoundError
 *
 * @example
 * ```ts
 * import { createOrchestrationClient } from '@civitkit/sdk/client';
 * import { confirmEvent, createWebhookHandler } from '@civitkit/sdk/webhooks';
 *
 * const generation = createOrchestrationClient();
 * const webhooks = createWebhookHandler({
 *   secret: process.env['WEBHOOK_SECRET'] ?? '',
 *   onEvent: async (event) => {
 *     if (event.kind !== 'workflow' || event.status !== 'succeeded') return;
 *     const { verdict, workflow } = await confirmEvent(event, generation);
 *     if (verdict === 'confirmed') console.log(workflow?.steps.length);
 *   },
 * });
 * ```
 */
export async function confirmEvent(
  event: WebhookEvent,
  client: { readonly workflows: Pick<WorkflowsClient, 'get'> },
  options?: CallOptions,
): Promise<Confirmation> {
  const { workflowId } = event;
  if (workflowId === undefined || workflowId === '') {
    throw new ValidationError('webhooks.confirm: the event names no workflow that could be read again.', {
      code: 'invalid_event',
      issues: [{ path: 'workflowId', message: 'is missing' }],
    });
  }
  try {
    const workflow = await client.workflows.get(workflowId, options);
    return { verdict: compare(event, statusOf(event, workflow)), workflow };
  } catch (error) {
    if (isCivitaiError(error) && error.name === 'NotFoundError') return { verdict: 'not_found', workflow: null, error };
    throw error;
  }
}

function compare({ kind, status }: WebhookEvent, actual: string | undefined): 'confirmed' | 'passed' | 'contradicted' {
  // Of a kind that is not known there is nothing to compare but the workflow itself.
  if (kind === 'unlisted') return 'confirmed';
  if (actual === undefined) return 'contradicted';
  if (actual === status) return 'confirmed';
  return isFinalStatus(status) ? 'contradicted' : 'passed';
}

function statusOf(event: WebhookEvent, workflow: Workflow): string | undefined {
  switch (event.kind) {
    case 'workflow':
      return workflow.status;
    case 'step':
      return workflow.steps.find(({ name }) => name === event.name)?.status;
    case 'job':
      return workflow.steps.find(({ name }) => name === event.stepName)?.jobs?.find(({ id }) => id === event.jobId)
        ?.status;
    case 'unlisted':
      return workflow.status;
  }
}
