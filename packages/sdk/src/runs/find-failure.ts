import { isJsonObject, type JsonObject } from '@civitkit/core/internal';
import type { WorkflowFailure } from '../errors/workflow-error.js';
import type { Workflow, WorkflowStep, WorkflowStepJob } from '../generated/types.js';
import { outputs } from '../outputs/outputs.js';
import { blockedReasonOf } from '../outputs/read-output.js';
import type { JobReason } from '../webhooks/job-reasons.js';
import { findModeration } from './find-moderation.js';
import { allSteps, stepsOf } from './steps-of.js';

/** Worst first: a step that failed is why those that need it were cancelled. */
const badStatuses = ['failed', 'expired', 'canceled'] as const;

/** Finds out where a workflow failed, and why as far as it is known. */
export function findFailure(workflow: Workflow, jobReasons: readonly JobReason[]): WorkflowFailure {
  const steps = allSteps(stepsOf(workflow));
  const moderation = findModeration(steps);
  const step = badStatuses.map((status) => steps.find((one) => one.status === status)).find((one) => one !== undefined);
  const told = jobReasons.find(({ stepName }) => step === undefined || stepName === step.name) ?? jobReasons[0];
  const job = failedJob(step);
  return {
    step: step?.name ?? told?.stepName,
    stepType: step === undefined ? undefined : String(step.$type),
    job: job?.id ?? told?.jobId,
    reason: outputReason(step) ?? textOf(job?.reason) ?? textOf(told?.reason) ?? metadataReason(workflow, step),
    blockedReason:
      blockedReasonOf({ blockedReason: job?.blockedReason }) ??
      blockedReasonOf({ blockedReason: told?.blockedReason }) ??
      (step === undefined ? undefined : withheld(step)) ??
      moderation?.blockedReason,
    moderation,
  };
}

/** The job that says most. */
function failedJob(step: WorkflowStep | undefined): WorkflowStepJob | undefined {
  const failed = (step?.jobs ?? []).filter(({ status }) => badStatuses.some((bad) => bad === status));
  return failed.find(({ reason }) => textOf(reason) !== undefined) ?? failed[0];
}

/** What the output of a step says of errors, in the forms that are known. */
function outputReason(step: WorkflowStep | undefined): string | undefined {
  const output: unknown = step?.output;
  if (!isJsonObject(output)) return undefined;
  const { errors, externalTOSViolation, message } = output;
  const texts = Array.isArray(errors) ? errors.filter((error) => textOf(error) !== undefined) : [];
  if (texts.length > 0) return texts.join('; ');
  if (externalTOSViolation !== true) return undefined;
  return textOf(message) ?? 'the terms of an external provider were violated';
}

function metadataReason(workflow: Workflow, step: WorkflowStep | undefined): string | undefined {
  return [step?.metadata, workflow.metadata]
    .map((metadata) => textOf((metadata as JsonObject | null | undefined)?.['error']))
    .find((text) => text !== undefined);
}

function withheld(step: WorkflowStep): string | undefined {
  if (isJsonObject(step.output)) {
    const reason = blockedReasonOf(step.output);
    if (reason !== undefined) return reason;
  }
  for (const { blockedReason } of outputs(step)) if (blockedReason !== undefined) return blockedReason;
  return undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}
