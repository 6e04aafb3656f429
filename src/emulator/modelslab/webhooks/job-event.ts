import type { JobRecord } from '../jobs/job-record.js';
import { type JobViewParts, viewSuccess } from '../jobs/view-job.js';
import type { Members } from '../route.js';

/** What an application is told about a job that has ended. Ids are texts here, whatever they are in answers. */
export function jobEvent(job: JobRecord, parts: JobViewParts): Members {
  const { id, message, parameters, status } = job;
  const who = { id: String(id), track_id: parameters['track_id'] ?? null };
  if (status !== 'success') return { status: 'failed', message, ...who };
  const { generationTime, meta, output } = viewSuccess(job, parts);
  return { status, output, generationTime, meta, ...who };
}
