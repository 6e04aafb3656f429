import type { LegacyJobResult, LegacyJobStatus } from './job-status.js';

/** What a job's status amounts to. `running` covers waiting. */
export type LegacyJobState = 'running' | 'succeeded' | 'failed' | 'expired' | 'deleted';

const ends: ReadonlyMap<string, LegacyJobState> = new Map([
  ['Succeeded', 'succeeded'],
  ['Failed', 'failed'],
  ['Expired', 'expired'],
  ['Deleted', 'deleted'],
]);

/**
 * What a job's status amounts to. The last event decides. Where it does not, a job that nobody works on any more has
 * succeeded when all its results are there, and failed otherwise.
 *
 * @example
 * ```ts
 * import { createOrchestrationClient } from '@civitkit/sdk/client';
 * import { createLegacyJobsClient, legacyJobResults, legacyJobState } from '@civitkit/sdk/jobs';
 *
 * const jobs = createLegacyJobsClient(createOrchestrationClient());
 * const job = await jobs.get('c7a1c3e0-0000-4000-8000-000000000000');
 * if (legacyJobState(job) === 'succeeded') console.log(legacyJobResults(job).map(({ blobUrl }) => blobUrl));
 * ```
 */
export function legacyJobState(job: LegacyJobStatus): LegacyJobState {
  const { lastEvent, scheduled } = job;
  const type = lastEvent?.type ?? undefined;
  const end = type === undefined ? undefined : ends.get(type);
  if (end !== undefined) return end;
  if (isComplete(job) && (scheduled === false || type === undefined)) return 'succeeded';
  // An event of a kind that is not known may be the end, too, and says so.
  const isOver = type === undefined ? scheduled === false : lastEvent?.jobHasCompleted === true;
  return isOver ? 'failed' : 'running';
}

/** What a job has made, or will make, as a list. */
export function legacyJobResults({ result }: LegacyJobStatus): readonly LegacyJobResult[] {
  if (result === undefined || result === null) return [];
  return Array.isArray(result) ? (result as readonly LegacyJobResult[]) : [result as LegacyJobResult];
}

function isComplete(job: LegacyJobStatus): boolean {
  const results = legacyJobResults(job);
  return (
    results.length > 0 && results.every(({ available, blobUrl }) => available === true || typeof blobUrl === 'string')
  );
}
