import {
  type CallOptions,
  type CivitaiError,
  isCivitaiError,
  type Result,
  ValidationError,
} from '@civitkit/core/client';
import type { JobOptions } from '../jobs/job-options.js';
import type { ModelsLabResult } from '../jobs/job-result.js';
import type { ModelsLabJob } from '../jobs/modelslab-job.js';
import type { ModelsLabTrainings } from '../training/client.js';
import type { TrainingState } from '../training/types.js';
import type { ModelsLabWorkflows } from '../workflows/client.js';
import type { WorkflowRunResult } from '../workflows/types.js';
import type {
  ModelsLabEvent,
  ModelsLabJobEvent,
  ModelsLabTrainingEvent,
  ModelsLabWorkflowEvent,
} from './modelslab-event.js';

/** What events are compared with: a `ModelsLabClient`. */
export interface ModelsLabConfirmer {
  resume(reference: string, options?: JobOptions): ModelsLabJob;
  readonly training: Pick<ModelsLabTrainings, 'status'>;
  readonly workflows: Pick<ModelsLabWorkflows, 'resume'>;
}

/** How an event is confirmed. */
export interface ConfirmModelsLabOptions extends Pick<CallOptions, 'signal'> {
  /**
   * The family of the job, such as `video`, or what tells it by the event: jobs are found by their family, and events do
   * not say it. Not needed for trainings and workflows.
   */
  readonly family?: string | ((event: ModelsLabJobEvent) => string);
}

/** `confirmed`: the same. `passed`: it has gone on since. `contradicted`: something else, so the event is forged. */
type Verdict = 'confirmed' | 'passed' | 'contradicted';

/**
 * What the API says about an event. `confirmed`: the same. `passed`: things have gone on since. `contradicted`: something
 * else, so the event is forged. `not_found`: there is nothing of that id for this key.
 *
 * `outcome` is what a job or a run really came to, once it has: take outputs from there, and not from the event.
 */
export type ModelsLabConfirmation =
  | { readonly kind: 'job'; readonly verdict: Verdict; readonly outcome: Result<ModelsLabResult> | undefined }
  | { readonly kind: 'workflow'; readonly verdict: Verdict; readonly outcome: Result<WorkflowRunResult> | undefined }
  | { readonly kind: 'training'; readonly verdict: Verdict; readonly training: TrainingState }
  | { readonly kind: ModelsLabEvent['kind']; readonly verdict: 'not_found'; readonly error: CivitaiError };

/** The states of a training, in their order. */
const trainingStates: readonly string[] = [
  'deploying_gpu',
  'training_started',
  'training_success',
  'trained_model_compressing',
  'trained_model_uploading',
  'trained_model_uploaded',
  'deploying_model',
  'model_ready',
];

/**
 * Asks for what an event is about, with the key, and compares. Events are not signed: whoever knows the URL of a webhook
 * can invent them.
 *
 * @throws ValidationError for a failure that came without the id of its job; TypeError for a job without its family;
 * otherwise as asking for it does, apart from NotFoundError
 *
 * @example
 * ```ts
 * import { confirmModelsLabEvent, createModelsLabClient, parseModelsLabEvent } from '@civitkit/sdk/modelslab/client';
 *
 * using modelsLab = createModelsLabClient();
 * const event = parseModelsLabEvent('{"status":"success","id":155918900,"output":["https://a.example/1.mp4"]}');
 * const confirmation = await confirmModelsLabEvent(event, modelsLab, { family: 'video' });
 * if (confirmation.kind === 'job' && confirmation.verdict === 'confirmed' && confirmation.outcome?.ok === true) {
 *   await modelsLab.outputs.save(confirmation.outcome.value.outputs[0]!, 'videos/');
 * }
 * ```
 */
export async function confirmModelsLabEvent(
  event: ModelsLabEvent,
  client: ModelsLabConfirmer,
  options: ConfirmModelsLabOptions = {},
): Promise<ModelsLabConfirmation> {
  try {
    switch (event.kind) {
      case 'job':
        return await confirmJob(event, client, options);
      case 'workflow':
        return await confirmRun(event, client, options);
      case 'training':
        return await confirmTraining(event, client, options);
    }
  } catch (error) {
    if (isNotFound(error)) {
      return { kind: event.kind, verdict: 'not_found', error };
    }
    throw error;
  }
}

async function confirmJob(
  event: ModelsLabJobEvent,
  client: ModelsLabConfirmer,
  { family, signal }: ConfirmModelsLabOptions,
): Promise<ModelsLabConfirmation> {
  const { jobId, status } = event;
  if (jobId === '') {
    throw new ValidationError(
      'modelslab.webhooks.confirm: the event has no id to ask by. Ask by the reference that the job was submitted with.',
      { code: 'invalid_event', issues: [{ path: 'id', message: 'is missing' }] },
    );
  }
  const name = typeof family === 'function' ? family(event) : family;
  if (name === undefined) {
    throw new TypeError(
      'modelslab.webhooks.confirm: options.family is missing: events do not say whose job they are about',
    );
  }
  const job = client.resume(`${name}:${jobId}`, { signal });
  await job.submitted();
  const actual = job.state.status;
  const outcome = isOver(actual) ? await job.asResult() : undefined;
  return { kind: 'job', outcome, verdict: compare(status, actual) };
}

async function confirmRun(
  { executionId, status, workflowId }: ModelsLabWorkflowEvent,
  client: ModelsLabConfirmer,
  { signal }: ConfirmModelsLabOptions,
): Promise<ModelsLabConfirmation> {
  const ask = async (id: string): Promise<ModelsLabConfirmation> => {
    const run = client.workflows.resume(workflowId, id, { signal });
    const { status: actual } = await run.submitted();
    const outcome = isOver(actual) ? await run.asResult() : undefined;
    return { kind: 'workflow', outcome, verdict: compare(status, actual) };
  };
  // One of the two documented forms writes `exec_12345` for what the rest of the API calls 12345.
  const number = /^exec_(\d+)$/.exec(executionId)?.[1];
  try {
    return await ask(executionId);
  } catch (error) {
    if (number === undefined || !isNotFound(error)) throw error;
    return await ask(number);
  }
}

async function confirmTraining(
  { state, trainingId }: ModelsLabTrainingEvent,
  client: ModelsLabConfirmer,
  { signal }: ConfirmModelsLabOptions,
): Promise<ModelsLabConfirmation> {
  const training = await client.training.status(trainingId, signal === undefined ? {} : { signal });
  const told = trainingStates.indexOf(state);
  const actual = trainingStates.indexOf(training.state);
  const verdict = state === training.state ? 'confirmed' : told >= 0 && told < actual ? 'passed' : 'contradicted';
  return { kind: 'training', verdict, training };
}

function isNotFound(error: unknown): error is CivitaiError {
  return isCivitaiError(error) && error.name === 'NotFoundError';
}

function compare(told: string, actual: string): Verdict {
  if (told === actual) return 'confirmed';
  return isOver(told) ? 'contradicted' : 'passed';
}

function isOver(status: string): boolean {
  return /^(?:success|ok|failed|error|completed|cancell?ed)$/.test(status);
}
