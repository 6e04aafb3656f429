import type { BlobStore } from '../blobs/blob-store.js';
import { isMature } from '../blobs/nsfw-levels.js';
import type { CallbackQueue } from '../callbacks/callback-queue.js';
import { blobsIn } from '../steps/blob-reference.js';
import { dateText, dateTextOrNull } from './date-text.js';
import { viewOutput } from './view-step.js';
import type { CallbackTarget, JobRecord, JsonObject, StepRecord, WorkflowRecord } from './workflow-record.js';

/** Builds the events of workflows, and hands them over for delivery. */
export interface WorkflowEvents {
  workflow(workflow: WorkflowRecord): void;
  /** The step and its jobs; only what has changed since they were last told of, and all that is at work. */
  step(workflow: WorkflowRecord, step: StepRecord): void;
}

function wants({ type }: CallbackTarget, kind: string, status: string): boolean {
  return type.some((name) => [`${kind}:*`, `${kind}:${status}`].includes(name.toLowerCase()));
}

/** Creates the events of one emulator. */
export function createWorkflowEvents(callbacks: CallbackQueue, blobs: BlobStore): WorkflowEvents {
  const told = new WeakMap<JobRecord, string>();
  const outputOf = (step: StepRecord): unknown => viewOutput(step, blobs, { hideMatureContent: false }) ?? null;

  const send = (
    { id, settings }: WorkflowRecord,
    kind: string,
    event: JsonObject & { readonly status: string },
    details: () => JsonObject | undefined,
  ): void => {
    for (const target of settings.callbacks) {
      if (id === null || !wants(target, kind, event.status)) continue;
      const more = target.detailed === true ? details() : undefined;
      const whole = { $type: kind, workflowId: id, ...event, ...(more === undefined ? {} : { details: more }) };
      callbacks.deliver({ workflowId: id, url: target.url, event: whole });
    }
  };

  const workflowDetails = (workflow: WorkflowRecord): JsonObject => ({
    metadata: workflow.metadata,
    arguments: workflow.settings.arguments,
    createdAt: dateText(workflow.createdAt),
    startedAt: dateTextOrNull(workflow.startedAt),
    completedAt: dateTextOrNull(workflow.completedAt),
    steps: workflow.steps.map((step) => ({
      name: step.name,
      status: step.status,
      startedAt: dateTextOrNull(step.startedAt),
      completedAt: dateTextOrNull(step.completedAt),
      metadata: step.metadata,
      input: step.input,
      output: outputOf(step),
      cost: step.price,
    })),
  });

  const stepDetails = (step: StepRecord): JsonObject => ({
    startedAt: dateTextOrNull(step.startedAt),
    completedAt: dateTextOrNull(step.completedAt),
    estimatedProgressRate: step.progress ?? null,
    retries: Math.max(
      0,
      step.jobs.filter(({ status }) => status === 'failed').length - (step.status === 'failed' ? 1 : 0),
    ),
    metadata: step.metadata,
    input: step.input,
    output: outputOf(step),
    ...(step.preparation === undefined ? {} : { preparation: step.preparation }),
  });

  const sendJob = (workflow: WorkflowRecord, step: StepRecord, job: JobRecord): void => {
    const state = `${job.status} ${job.progress}`;
    if (told.get(job) === state) return;
    told.set(job, state);
    const { id: jobId, status, progress, reason, blockedReason } = job;
    const matureContent = status === 'succeeded' ? matureOf(step, blobs) : undefined;
    send(
      workflow,
      'job',
      { stepName: step.name, jobId, status, progress, reason, blockedReason, matureContent },
      () => undefined,
    );
  };

  return {
    workflow: (workflow) =>
      send(workflow, 'workflow', { status: workflow.status, timestamp: dateText(Date.now()) }, () =>
        workflowDetails(workflow),
      ),
    step: (workflow, step) => {
      if (workflow.settings.callbacks.length === 0) return;
      for (const job of step.jobs) sendJob(workflow, step, job);
      const { name, status, preparation } = step;
      send(workflow, 'step', { name, status, preparation }, () => stepDetails(step));
    },
  };
}

/** Whether what a step made is mature; `undefined` for a step that made no blobs. */
function matureOf(step: StepRecord, blobs: BlobStore): boolean | undefined {
  const levels = blobsIn(step.output).map((id) => blobs.read(id)?.nsfwLevel);
  return levels.length === 0 ? undefined : levels.some(isMature);
}
