import { type Family, fetchPathsOf } from '../families/family.js';
import type { JobRecord } from './job-record.js';

/** Every job of one emulator. */
export interface JobStore {
  /** The number behind the next id of a family. */
  nextNumber(family: Family): number;
  add(job: JobRecord): void;
  /** By the id as paths have it, among the jobs that are fetched there. */
  find(id: string, fetchPath: string): JobRecord | undefined;
  /** Oldest first. */
  all(): readonly JobRecord[];
  /** How many have not ended. */
  unfinished(): number;
}

/** Creates an empty store. */
export function createJobStore(): JobStore {
  const jobs: JobRecord[] = [];
  const byAddress = new Map<string, JobRecord>();
  const numbers = new Map<string, number>();
  return {
    nextNumber: ({ firstId, name }) => {
      const number = (numbers.get(name) ?? firstId - 1) + 1;
      numbers.set(name, number);
      return number;
    },
    add: (job) => {
      jobs.push(job);
      for (const path of fetchPathsOf(job.operation.family)) byAddress.set(`${path}/${job.id}`, job);
    },
    find: (id, fetchPath) => byAddress.get(`${fetchPath}/${id}`),
    all: () => jobs,
    unfinished: () => jobs.filter(({ status }) => status === 'processing').length,
  };
}
