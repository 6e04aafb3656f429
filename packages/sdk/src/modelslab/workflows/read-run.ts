import { isJsonObject, type ParseContext } from '@civitkit/core/internal';
import { given } from '../../waiting/given.js';
import { idOf, numberOf, textOf } from '../answers/read-fields.js';
import { ModelsLabJobError } from '../errors/modelslab-job-error.js';
import type { Reading } from '../jobs/polled-task.js';
import { readOutputs } from '../outputs/read-outputs.js';
import type { WorkflowRunResult, WorkflowRunState, WorkflowRunStep } from './types.js';

/** Which run. */
export interface RunIds {
  readonly workflowId: string;
  readonly executionId: string;
}

/** Reads how far a run is. The `status` of the answer says `success` for failed runs too: the run's own counts. */
export function readRun(json: unknown, ids: RunIds, context: ParseContext): WorkflowRunState {
  const raw = isJsonObject(json) ? json : {};
  const execution = isJsonObject(raw['execution']) ? raw['execution'] : {};
  const status = textOf(execution['status'])?.toLowerCase();
  if (status === undefined) throw context.wrongShape('"execution.status"');
  const { steps } = raw;
  const error = failureText(raw['error']) ?? failureText(execution['error']);
  return {
    workflowId: idOf(execution['workflow_id']) ?? ids.workflowId,
    executionId: idOf(execution['id']) ?? ids.executionId,
    status,
    steps: Array.isArray(steps) ? steps.filter((step): step is WorkflowRunStep => isJsonObject(step)) : [],
    ...given({
      startedAt: textOf(execution['started_at']),
      completedAt: textOf(execution['completed_at']),
      executionTimeSeconds: numberOf(execution['execution_time']),
      error: error === undefined ? undefined : context.redact(error),
    }),
    raw,
  };
}

/** What the state means for whoever waits for the end. */
export function readingOf(state: WorkflowRunState): Reading<WorkflowRunResult, WorkflowRunState> {
  switch (state.status) {
    case 'completed':
    case 'success':
      return { progress: state, end: { value: resultOf(state) } };
    case 'failed':
    case 'error':
    case 'cancelled':
    case 'canceled':
      return { progress: state, end: { error: runFailure(state) } };
    default:
      return { progress: state };
  }
}

function resultOf({ executionId, executionTimeSeconds, raw, steps, workflowId }: WorkflowRunState): WorkflowRunResult {
  const { output } = raw;
  const nested = isJsonObject(output) && 'output' in output ? output : { output };
  return {
    workflowId,
    executionId,
    outputs: readOutputs(nested, { name: `workflow-${executionId}`, text: false }),
    output,
    steps,
    ...given({ executionTimeSeconds }),
    raw,
  };
}

function runFailure({ error, executionId, status, steps, workflowId }: WorkflowRunState): ModelsLabJobError {
  const failed = status === 'failed' || status === 'error';
  const step = steps.find((one) => one.status === 'failed')?.name;
  const place = !failed || step === undefined ? '' : ` in its step "${step}"`;
  const why = failed ? ` ${ended(error ?? 'No explanation')} Start another run if you want another try.` : '';
  return new ModelsLabJobError(
    `Run ${executionId} of workflow ${workflowId} ${failed ? 'failed' : 'was cancelled'}${place}.${why}`,
    {
      code: failed ? 'job_failed' : 'job_canceled',
      jobId: executionId,
      details: { workflowId, executionId, runStatus: status, ...(step === undefined ? {} : { step }) },
    },
  );
}

function failureText(error: unknown): string | undefined {
  return textOf(isJsonObject(error) ? error['message'] : error)?.slice(0, 300);
}

function ended(sentence: string): string {
  return /[.!?…]$/.test(sentence) ? sentence : `${sentence}.`;
}
