import type { WorkflowStep, WorkflowStepJob } from '../generated/types.js';
import { isFinalStatus } from '../workflows/final-status.js';
import type { JobProgress, PreparationProgress, StepProgress } from './workflow-progress.js';

/** How far a step is, going by this one reading of it. `now` is in milliseconds since 1970. */
export function progressOfStep(step: WorkflowStep, now: number): StepProgress {
  const { name, status } = step;
  const jobs = (step.jobs ?? []).map((job) => progressOfJob(job, now));
  const open = jobs.filter((job) => !isFinalStatus(job.status));
  const ended = isFinalStatus(status);
  return {
    name,
    $type: String(step.$type),
    status,
    progress: workDone(step, jobs),
    queuePosition: ended
      ? undefined
      : (count(step.queuePosition?.precedingJobs) ?? least(open.map((job) => job.queuePosition))),
    etaSeconds: ended
      ? undefined
      : (secondsUntil(step.queuePosition?.estimatedCompleteAt, now) ?? most(open.map((job) => job.etaSeconds))),
    preparation: status === 'preparing' ? preparationOf(step) : undefined,
    jobs,
  };
}

/** The smallest of those that are known. */
export function least(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
}

/** The largest of those that are known. */
export function most(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0 ? undefined : Math.max(...known);
}

function progressOfJob(job: WorkflowStepJob, now: number): JobProgress {
  const { id, status, queuePosition } = job;
  const ended = isFinalStatus(status);
  return {
    id,
    status,
    progress: status === 'succeeded' ? 1 : rate(job.estimatedProgressRate),
    queuePosition: ended ? undefined : count(queuePosition?.precedingJobs),
    etaSeconds: ended ? undefined : secondsUntil(queuePosition?.completeAt, now),
  };
}

/** The server has one rate for the download and for the work. Only the latter counts here. */
function workDone(step: WorkflowStep, jobs: readonly JobProgress[]): number | undefined {
  switch (step.status) {
    case 'succeeded':
      return 1;
    case 'unassigned':
    case 'preparing':
    case 'scheduled':
      return 0;
    default: {
      const known = jobs.map(({ progress }) => progress).filter((progress) => progress !== undefined);
      const ofJobs = known.length === 0 ? undefined : known.reduce((sum, one) => sum + one, 0) / jobs.length;
      return rate(step.estimatedProgressRate) ?? ofJobs;
    }
  }
}

function preparationOf({ preparation }: WorkflowStep): PreparationProgress | undefined {
  if (preparation === undefined || preparation === null) return undefined;
  return {
    resource: preparation.resource,
    progress: rate(preparation.progress),
    queuePosition: count(preparation.queuePosition),
    etaSeconds: count(preparation.etaSeconds),
  };
}

function rate(value: number | null | undefined): number | undefined {
  return typeof value === 'number' && value >= 0 ? Math.min(1, value) : undefined;
}

function count(value: number | null | undefined): number | undefined {
  return typeof value === 'number' && value >= 0 ? value : undefined;
}

function secondsUntil(moment: string | null | undefined, now: number): number | undefined {
  const at = Date.parse(moment ?? '');
  return Number.isNaN(at) ? undefined : Math.max(0, Math.round((at - now) / 1000));
}
