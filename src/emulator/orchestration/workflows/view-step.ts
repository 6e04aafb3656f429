import type { BlobStore, BlobViewOptions } from '../blobs/blob-store.js';
import { isFinal } from '../lifecycle/work-status.js';
import { showBlobs } from '../steps/blob-reference.js';
import { dateTextOrNull } from './date-text.js';
import type { JobRecord, JsonObject, StepRecord } from './workflow-record.js';

/** A step's output as answers and references show it; `undefined` as long as there is none. */
export function viewOutput(step: StepRecord, blobs: BlobStore, options: BlobViewOptions): unknown {
  if (step.iterations !== undefined) return { steps: step.iterations.map((one) => viewStep(one, blobs, options)) };
  return step.output === undefined ? undefined : showBlobs(step.output, blobs, options);
}

function queuePosition({ precedingJobs, status }: JobRecord): JsonObject | undefined {
  if (isFinal(status) || status === 'processing') return undefined;
  return { support: 'available', precedingJobs: precedingJobs ?? null, startAt: null, completeAt: null };
}

function viewJob(job: JobRecord): JsonObject {
  const position = queuePosition(job);
  return {
    id: job.id,
    status: job.status,
    startedAt: dateTextOrNull(job.startedAt),
    completedAt: dateTextOrNull(job.completedAt),
    ...(position === undefined ? {} : { queuePosition: position }),
    cost: job.cost,
    estimatedProgressRate: job.progress ?? null,
  };
}

/** A step as answers show it. */
export function viewStep(step: StepRecord, blobs: BlobStore, options: BlobViewOptions): JsonObject {
  const output = viewOutput(step, blobs, options);
  return {
    $type: step.type,
    name: step.name,
    priority: step.priority,
    timeout: step.timeout ?? null,
    retries: step.retries ?? null,
    status: step.status,
    startedAt: dateTextOrNull(step.startedAt),
    completedAt: dateTextOrNull(step.completedAt),
    metadata: step.metadata,
    estimatedProgressRate: step.progress ?? null,
    ...(step.preparation === undefined ? {} : { preparation: step.preparation }),
    jobs: step.jobs.map(viewJob),
    input: step.input,
    ...(output === undefined ? {} : { output }),
  };
}
