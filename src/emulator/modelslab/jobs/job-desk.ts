import { jsonReply, type Reply } from '../../http/reply.js';
import type { Timers } from '../../orchestration/lifecycle/timers.js';
import type { WorkGate } from '../../orchestration/lifecycle/work-gate.js';
import { readMarkers } from '../../orchestration/steps/markers.js';
import type { Wallet } from '../account/wallet.js';
import type { AssetStore } from '../assets/asset-store.js';
import type { MediaMaker } from '../assets/media.js';
import type { Failure } from '../failures/failure.js';
import { noCredits, queueFull } from '../failures/failures.js';
import type { Operation } from '../families/family.js';
import type { Members } from '../route.js';
import { isOn } from './flags.js';
import { filesOf } from './job-files.js';
import type { JobPlan, JobPlans } from './job-plan.js';
import type { JobRecord, JobStatus } from './job-record.js';
import type { JobStore } from './job-store.js';
import { type JobViewParts, viewFailed, viewSuccess, viewTersely, viewUnfinished } from './view-job.js';

/** What jobs are worked on with. */
export interface JobDeskParts extends JobViewParts {
  readonly assets: AssetStore;
  readonly media: MediaMaker;
  readonly jobs: JobStore;
  readonly plans: JobPlans;
  readonly wallet: Wallet;
  readonly timers: Timers;
  readonly gate: WorkGate;
  /** How long a job takes. */
  readonly workMs: number;
  /** How many jobs may be unfinished. */
  readonly queueLimit: number;
  readonly retryAfterSeconds: number;
  /** Told of every job that has ended. */
  readonly ended: (job: JobRecord) => void;
}

/** Takes jobs and tells of them. */
export interface JobDesk {
  submit(operation: Operation, parameters: Members, path: string): Reply | Failure;
  /** `undefined` for an unknown job. */
  fetch(id: string, fetchPath: string): Reply | undefined;
  /** Ends a job that is at work. */
  end(job: JobRecord, status: Exclude<JobStatus, 'processing'>, message?: string): boolean;
}

function etaOf({ workMs }: { readonly workMs: number }): number {
  return Math.ceil(workMs / 100) / 10;
}

/** Texts look like those of the documents: two groups. */
function idOf(number: number, { family }: Operation, { id = family.idForm }: JobPlan): number | string {
  return id === 'text' ? `job-${number.toString(36)}` : number;
}

/** Creates the desk of one emulator. */
export function createJobDesk(parts: JobDeskParts): JobDesk {
  const { assets, gate, jobs, media, plans, queueLimit, retryAfterSeconds, timers, wallet } = parts;

  const end = (job: JobRecord, status: Exclude<JobStatus, 'processing'>, message?: string): boolean => {
    if (job.status !== 'processing') return false;
    job.status = status;
    job.endedAt = Date.now();
    if (message !== undefined) job.message = message;
    if (status === 'success') for (const { bytes, mediaType, name } of job.files) assets.add(name, bytes, mediaType);
    parts.ended(job);
    return true;
  };

  const finish = (job: JobRecord): void => {
    const { failure } = readMarkers(job.parameters);
    const { end: planned = failure === undefined ? 'success' : 'failed' } = job.plan;
    const { message = failure?.reason ?? 'Processing failed: Invalid input dimensions' } = job.plan;
    if (planned === 'success') end(job, planned);
    else if (planned !== 'never') end(job, planned, message);
  };

  const finishWhenFree = (job: JobRecord): void => {
    if (gate.stop('processing', () => finish(job)) === undefined) finish(job);
  };

  const view = (job: JobRecord): Members => {
    switch (job.status) {
      case 'processing':
        return viewUnfinished(job, parts);
      case 'success':
        return viewSuccess(job, parts);
      default:
        return viewFailed(job);
    }
  };

  return {
    end,
    submit: (operation, parameters, path) => {
      if (jobs.unfinished() >= queueLimit) return queueFull(queueLimit, retryAfterSeconds);
      const { cents } = operation.family;
      if (!wallet.pay(cents, operation.name)) return noCredits;
      const plan = plans.take(path);
      const { workMs = readMarkers(parameters).workMs ?? (isOn(parameters['instant_response']) ? 0 : parts.workMs) } =
        plan;
      const number = jobs.nextNumber(operation.family);
      const job: JobRecord = {
        id: idOf(number, operation, plan),
        operation,
        parameters,
        plan,
        submittedAt: Date.now(),
        etaSeconds: etaOf({ workMs }),
        cost: cents,
        files: filesOf(operation, parameters, `${operation.family.name.replace('.', '-')}-${number}`, media),
        status: 'processing',
        polls: 0,
        emptyAnswers: 0,
      };
      jobs.add(job);
      if (plan.polls === undefined) {
        if (workMs === 0) finishWhenFree(job);
        else timers.after(workMs, () => finishWhenFree(job));
      }
      return jsonReply(200, view(job));
    },
    fetch: (id, fetchPath) => {
      const job = jobs.find(id, fetchPath);
      if (job === undefined) return undefined;
      job.polls += 1;
      if (job.plan.polls !== undefined && job.polls >= job.plan.polls) finishWhenFree(job);
      if (job.status === 'processing' && job.operation.family.tersePolls === true) return jsonReply(200, viewTersely());
      if (job.status === 'success' && job.emptyAnswers < (job.plan.emptyOutputs ?? 0)) {
        job.emptyAnswers += 1;
        return jsonReply(200, viewSuccess(job, parts, true));
      }
      return jsonReply(200, view(job));
    },
  };
}
