import { isJsonObject } from '../../http/body-checks.js';
import type { JobRecord, StepRecord } from '../workflows/workflow-record.js';
import type { WorkMoment } from './work-moments.js';
import { type FinalStatus, isFinal } from './work-status.js';

const PIECES_A_JOB = 4;

/** Many images are made by several jobs. */
export function countJobs({ type, input }: Pick<StepRecord, 'type' | 'input'>): number {
  if (!isJsonObject(input) || (type !== 'textToImage' && type !== 'imageGen')) return 1;
  const { quantity, batchSize } = input;
  const pieces = (typeof quantity === 'number' ? quantity : 1) * (typeof batchSize === 'number' ? batchSize : 1);
  return Math.max(1, Math.ceil(pieces / PIECES_A_JOB));
}

/** The open jobs of a step go where it goes; a download has no place in the queue. */
export function moveJobs(step: StepRecord, { status, precedingJobs, progress }: WorkMoment): void {
  for (const job of step.jobs) {
    if (isFinal(job.status)) continue;
    job.status = status;
    if (precedingJobs === undefined) delete job.precedingJobs;
    else job.precedingJobs = precedingJobs;
    if (status !== 'processing' || progress === undefined) continue;
    job.startedAt ??= Date.now();
    job.progress = progress;
  }
}

/** Ends the open jobs of a step. */
export function endJobs(
  step: StepRecord,
  status: FinalStatus,
  { reason, blockedReason }: { readonly reason?: string; readonly blockedReason?: string },
): void {
  for (const job of step.jobs.filter((one: JobRecord) => !isFinal(one.status))) {
    job.status = status;
    job.completedAt = Date.now();
    delete job.precedingJobs;
    delete job.progress;
    if (reason !== undefined) job.reason = reason;
    if (blockedReason !== undefined) job.blockedReason = blockedReason;
  }
}
