import { isCivitaiError, NotFoundError } from '@civitkit/core/client';
import { WorkflowError, type WorkflowFailure } from '../errors/workflow-error.js';
import type { Workflow } from '../generated/types.js';
import type { JobReason } from '../webhooks/job-reasons.js';
import { findFailure } from './find-failure.js';

const noReason =
  'The server tells reasons in job events only, and none was collected: subscribe to job:failed, job:expired and ' +
  'job:canceled in the callbacks, and give what createJobReasons of @civitkit/sdk/webhooks has heard as jobReasons.';

/** The error for a workflow that ended without success. */
export function workflowFailure(workflow: Workflow, jobReasons: readonly JobReason[]): WorkflowError {
  const failure = findFailure(workflow, jobReasons);
  const status = String(workflow.status);
  const workflowId = workflow.id ?? undefined;
  return new WorkflowError([describe(workflow, failure), remedyOf(status, failure)].join(' '), {
    ...failure,
    code: `workflow_${status}`,
    // The same template, submitted anew, may fare better.
    retryable: status === 'expired' || failure.reason === 'no_provider_available',
    workflow,
    workflowId,
  });
}

/** The error for a workflow that was there and cannot be found any more; any other error as it is. */
export function readFailure(error: unknown, workflow: Workflow | undefined, workflowId: string | undefined): unknown {
  if (workflow === undefined || !isCivitaiError(error) || !(error instanceof NotFoundError)) return error;
  const { attempts, requestId, status } = error;
  const why =
    workflow.ephemeral === true
      ? 'It is ephemeral: the server kept nothing after its end, and what it made is in its callbacks only. Raise ' +
        'submitWaitSeconds, or leave ephemeral out, to get it here.'
      : 'Somebody deleted it, or it ended more than 30 days ago.';
  return new WorkflowError(
    `Workflow ${workflowId} was ${workflow.status} when it was read last, and is not there any more. ${why}`,
    { code: 'workflow_gone', workflow, workflowId, attempts, requestId, status },
  );
}

/** The error for a workflow that still runs, and that nobody can read. */
export function withoutId(workflow: Workflow | undefined): WorkflowError {
  return new WorkflowError(
    'The server holds a workflow without an id, which cannot be followed. Raise submitWaitSeconds, or use callbacks.',
    { code: 'workflow_gone', workflow },
  );
}

function describe({ id, status }: Workflow, { blockedReason, reason, step, stepType }: WorkflowFailure): string {
  const ended =
    { failed: 'failed', expired: 'expired', canceled: 'was cancelled' }[String(status)] ?? `ended ${status}`;
  const where = step === undefined ? '' : ` in step "${step}"${stepType === undefined ? '' : ` (${stepType})`}`;
  const because = [reason, blockedReason === undefined ? undefined : `withheld as ${blockedReason}`]
    .filter((text) => text !== undefined)
    .join(', ');
  return `Workflow ${id ?? 'without id'} ${ended}${where}${because === '' ? '' : `: ${because}`}.`;
}

function remedyOf(status: string, { blockedReason, moderation, reason }: WorkflowFailure): string {
  if (blockedReason !== undefined || reason === 'blocked' || moderation?.blocked === true) {
    return 'Change the prompt or the source, or allow mature content where it is wanted (allowMatureContent: true).';
  }
  if (reason === 'no_provider_available') return 'Nobody can do it now: submit it again later, or ask another engine.';
  if (status === 'expired') return 'It ran out of time: submit it again, with a longer timeout of the step if need be.';
  if (status === 'canceled') return 'Submit it again if that was not wanted.';
  return reason === undefined ? noReason : 'Change what it complains of, and submit it again.';
}
