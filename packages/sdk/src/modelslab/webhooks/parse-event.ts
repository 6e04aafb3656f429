import { ValidationError, type ValidationIssue } from '@civitkit/core/client';
import { isJsonObject, type JsonObject } from '@civitkit/core/internal';
import { given } from '../../waiting/given.js';
import { readJsonBody } from '../../webhooks/read-json-body.js';
import { idOf, numberOf, textOf } from '../answers/read-fields.js';
import { readOutputs } from '../outputs/read-outputs.js';
import type {
  ModelsLabEvent,
  ModelsLabJobEvent,
  ModelsLabTrainingEvent,
  ModelsLabWorkflowEvent,
} from './modelslab-event.js';

/**
 * Reads what the server posted to a webhook: the end of a job, the progress of a training, or the end of a workflow's run
 * in either of its two forms. What was parsed before is not changed.
 *
 * **Nothing in an event proves who sent it**: the server signs nothing. Before something depends on it, ask for it by its
 * id (`confirmModelsLabEvent`), and let only requests with your secret come this far (`createModelsLabWebhookHandler`).
 *
 * @param body - text, UTF-8 bytes, or JSON that was parsed before
 * @throws ValidationError with code `invalid_event` for anything else; `issues` name what is missing
 *
 * @example
 * ```ts
 * import { isTracked, parseModelsLabEvent } from '@civitkit/sdk/modelslab/client';
 *
 * const event = parseModelsLabEvent('{"status":"failed","id":155918900,"message":"no face found","track_id":12}');
 * if (event.kind === 'job') console.log(event.jobId, event.status, isTracked(event, '12'));
 * ```
 */
export function parseModelsLabEvent(body: unknown): ModelsLabEvent {
  const json = readJsonBody(body);
  if (!isJsonObject(json)) throw invalidEvent([{ path: '', message: 'must be an object' }]);
  if (isJsonObject(json['execution']) || 'execution_id' in json) return readWorkflow(json);
  return 'training_status' in json ? readTraining(json) : readJob(json);
}

function readJob(json: JsonObject): ModelsLabJobEvent {
  const status = textOf(json['status'])?.toLowerCase();
  const jobId = idOf(json['id']) ?? '';
  const trackId = textOf(json['track_id']);
  // A failure may come without its id; the caller's own word for it will do then.
  if (status === undefined || (jobId === '' && trackId === undefined)) {
    throw invalidEvent([...missing(json, 'status'), ...(jobId === '' ? missing(json, 'id') : [])]);
  }
  return {
    kind: 'job',
    status,
    jobId,
    outputs: readOutputs(json, { name: `job-${jobId === '' ? trackId : jobId}`, text: false }),
    meta: isJsonObject(json['meta']) ? json['meta'] : {},
    ...given({
      trackId: trackId ?? textOf(isJsonObject(json['meta']) ? json['meta']['track_id'] : undefined),
      message: textOf(json['message']) ?? textOf(json['messege']),
      generationTimeSeconds: numberOf(json['generationTime']),
    }),
    raw: json,
  };
}

function readTraining(json: JsonObject): ModelsLabTrainingEvent {
  const trainingId = idOf(json['model_id']) ?? idOf(json['training_id']);
  const state = textOf(json['training_status']);
  if (trainingId === undefined || state === undefined) {
    throw invalidEvent([
      ...missing(json, 'training_status'),
      ...(trainingId === undefined ? missing(json, 'model_id') : []),
    ]);
  }
  return {
    kind: 'training',
    status: textOf(json['status'])?.toLowerCase() ?? 'success',
    trainingId,
    state,
    ...given({ trackId: textOf(json['track_id']), logs: textOf(json['logs']) }),
    raw: json,
  };
}

function readWorkflow(json: JsonObject): ModelsLabWorkflowEvent {
  const execution = isJsonObject(json['execution']) ? json['execution'] : {};
  const workflow = isJsonObject(json['workflow']) ? json['workflow'] : {};
  const workflowId = idOf(workflow['id']) ?? idOf(json['workflow_id']) ?? idOf(execution['workflow_id']);
  const executionId = idOf(execution['id']) ?? idOf(json['execution_id']);
  const event = textOf(json['event']);
  const status = textOf(execution['status']) ?? textOf(json['status']) ?? event?.split('.').at(-1);
  if (workflowId === undefined || executionId === undefined || status === undefined) {
    throw invalidEvent([
      ...(workflowId === undefined ? missing(json, 'workflow_id') : []),
      ...(executionId === undefined ? missing(json, 'execution_id') : []),
      ...(status === undefined ? missing(json, 'status') : []),
    ]);
  }
  return {
    kind: 'workflow',
    workflowId,
    executionId,
    status: status.toLowerCase(),
    ...given({
      event,
      output: json['output'] ?? execution['output_data'] ?? execution['output'],
      error: textOf(json['error']) ?? textOf(execution['error']) ?? textOf(execution['error_message']),
      workflowName: textOf(workflow['name']),
      startedAt: textOf(execution['started_at']) ?? textOf(json['started_at']),
      completedAt: textOf(execution['completed_at']) ?? textOf(json['completed_at']),
      executionTimeSeconds: numberOf(execution['execution_time']) ?? numberOf(json['execution_time']),
      trackId: textOf(json['track_id']),
    }),
    raw: json,
  };
}

function missing(json: JsonObject, path: string): readonly ValidationIssue[] {
  if (textOf(json[path]) !== undefined) return [];
  const isThere = json[path] !== undefined && json[path] !== null;
  return [{ path, message: isThere ? 'must be a text, not empty' : 'is missing' }];
}

function invalidEvent(issues: readonly ValidationIssue[]): ValidationError {
  const list = issues.map(({ path, message }) => (path === '' ? message : `${path} ${message}`)).join(', ');
  return new ValidationError(
    `modelslab.webhooks.parse: this is no event of ModelsLab: ${list}. Check who posts to this address.`,
    { code: 'invalid_event', issues },
  );
}
