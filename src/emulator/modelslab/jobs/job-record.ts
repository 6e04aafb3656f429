import type { Operation } from '../families/family.js';
import type { Members } from '../route.js';
import type { JobPlan } from './job-plan.js';

/** Where a job has got to. */
export type JobStatus = 'processing' | 'success' | 'failed' | 'error';

/** One generation job. */
export interface JobRecord {
  /** As answers show it. */
  readonly id: number | string;
  readonly operation: Operation;
  /** As submitted, without the key. */
  readonly parameters: Members;
  readonly plan: JobPlan;
  readonly submittedAt: number;
  readonly etaSeconds: number;
  /** In cents. */
  readonly cost: number;
  /** Names of the files that it makes; of texts none. */
  readonly files: readonly JobFile[];
  status: JobStatus;
  /** Why it failed. */
  message?: string;
  /** How often it was asked for. */
  polls: number;
  /** How many polls have said `success` without an output. */
  emptyAnswers: number;
  endedAt?: number;
}

/** A file of a job. */
export interface JobFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
}
