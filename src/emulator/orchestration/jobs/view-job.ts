import type { BlobStore } from '../blobs/blob-store.js';
import { plainPng } from '../blobs/plain-png.js';
import { eventAt, hasEnded, imagesOf, type JobEventType, type LegacyJob } from './legacy-job.js';

/** What views depend on. */
export interface JobViewParts {
  readonly blobs: BlobStore;
  readonly now: () => number;
}

const PROVIDER = 'Emulator';
const GREEN = [72, 120, 96] as const;

/** Puts the images of a job that has succeeded where its ids say they are, once. */
function finish({ id, template, blobIds }: LegacyJob, { blobs }: JobViewParts): void {
  const missing = blobIds.filter((blobId) => !blobs.has(blobId));
  if (missing.length === 0) return;
  const { width, height } = imagesOf(template);
  const bytes = plainPng(width, height, GREEN);
  const content = { type: 'image', bytes, contentType: 'image/png', extension: 'png', nsfwLevel: 'pg' } as const;
  for (const blobId of missing) blobs.put({ ...content, jobId: id, members: { width, height } }, blobId);
}

function resultOf(blobId: string, isDone: boolean, { blobs }: JobViewParts): Record<string, unknown> {
  if (!isDone) return { blobKey: blobId, available: false };
  const { url, urlExpiresAt } = blobs.view(blobId, { hideMatureContent: false });
  return { blobKey: blobId, available: true, blobUrl: url, blobUrlExpirationDate: urlExpiresAt };
}

function contextOf(type: JobEventType, { createdAt, endsAt, reason }: LegacyJob, now: number): Record<string, unknown> {
  if (type === 'Updated') return { progress: (now - createdAt) / (endsAt - createdAt) };
  return type === 'Failed' ? { reason } : {};
}

/** A job as answers show it; `isDetailed` adds the order itself. One image is an object, several are a list. */
export function viewJob(job: LegacyJob, isDetailed: boolean, parts: JobViewParts): Record<string, unknown> {
  const now = parts.now();
  const type = eventAt(job, now);
  const isDone = type === 'Succeeded';
  if (isDone) finish(job, parts);
  const results = job.blobIds.map((blobId) => resultOf(blobId, isDone, parts));
  return {
    jobId: job.id,
    cost: job.cost,
    result: results.length === 1 ? results[0] : results,
    // False says that nothing more will come, not that anything came.
    scheduled: !hasEnded(job, now),
    ...(job.template['properties'] === undefined ? {} : { properties: job.template['properties'] }),
    serviceProviders: { [PROVIDER]: { support: 'Available', queuePosition: null } },
    lastEvent: {
      type,
      ...(type === 'Initialized' ? {} : { provider: PROVIDER }),
      context: contextOf(type, job, now),
    },
    ...(isDetailed ? { job: { ...job.template, id: job.id } } : {}),
  };
}
