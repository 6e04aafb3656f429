import { isJsonObject, type Parser } from '@civitkit/core/internal';
import type { LegacyConsumption, LegacyCoverage, LegacyJobStatus, LegacyJobs, LegacyJobsPage } from './job-status.js';

/** Parses what submitting and looking up by token answer. */
export const parseJobs: Parser<LegacyJobs> = (json, context) => {
  if (!isJsonObject(json)) throw context.wrongShape('an object with "jobs"');
  const { jobs = [], token = null } = json;
  const answer = { ...json, jobs: jobs ?? [], token };
  if (!isJobs(answer.jobs)) throw context.wrongShape('a list of "jobs"');
  return answer as unknown as LegacyJobs;
};

/** Parses a page of jobs; no cursor and an empty one are the same. */
export const parseJobsPage: Parser<LegacyJobsPage> = (json, context) => {
  const { jobs } = parseJobs(json, context);
  const cursor =
    isJsonObject(json) && typeof json['cursor'] === 'string' && json['cursor'] !== '' ? json['cursor'] : null;
  return { jobs, cursor };
};

/** Parses one job, which has been seen both by itself and in a list of one. */
export const parseJob: Parser<LegacyJobStatus> = (json, context) => {
  const job: unknown = isJsonObject(json) && Array.isArray(json['jobs']) ? json['jobs'][0] : json;
  if (!isJsonObject(job) || !('jobId' in job)) throw context.wrongShape('a job with "jobId"');
  return job;
};

/** Parses how many jobs were marked. */
export const parseTainted: Parser<number> = (json, context) => {
  if (!isJsonObject(json) || typeof json['jobs'] !== 'number') throw context.wrongShape('the number of "jobs"');
  return json['jobs'];
};

/** Parses what is known of models, by AIR. */
export const parseCoverage: Parser<ReadonlyMap<string, LegacyCoverage>> = (json, context) => {
  if (!isJsonObject(json)) throw context.wrongShape('an object of AIRs');
  const entries = Object.entries(json).map(([air, known]): [string, LegacyCoverage] => {
    if (!isJsonObject(known)) throw context.wrongShape('an object of AIRs with their availability');
    return [air, { availability: 'Unknown', workers: 0, ...known }];
  });
  return new Map(entries);
};

/** Parses what was used. */
export const parseConsumption: Parser<LegacyConsumption> = (json, context) => {
  if (!isJsonObject(json)) throw context.wrongShape('an object with "totalCost"');
  return { images: 0, totalCost: 0, ...json };
};

function isJobs(value: unknown): boolean {
  return Array.isArray(value) && value.every(isJsonObject);
}
