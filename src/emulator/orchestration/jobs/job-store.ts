import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { isJsonObject } from '../../http/body-checks.js';
import type { BlobStore } from '../blobs/blob-store.js';
import type { JobTemplate } from './job-template.js';
import { costOf, endingOf, eventAt, imagesOf, type LegacyJob } from './legacy-job.js';

/** The jobs of one emulator. Nobody sees those of others. */
export interface JobStore {
  add(userId: number, templates: readonly JobTemplate[]): readonly LegacyJob[];
  find(userId: number, id: string): LegacyJob | undefined;
  /** The jobs of one order; empty for a token that is none. */
  findAll(userId: number, token: string): readonly LegacyJob[];
  /** The jobs whose properties have all of these. */
  query(userId: number, properties: JobTemplate): readonly LegacyJob[];
  /** Ends a job that has not ended; one that is claimed only by force. */
  remove(job: LegacyJob, isForced: boolean): void;
  all(userId: number): readonly LegacyJob[];
}

/** How jobs are made. */
export interface JobStoreOptions {
  readonly blobs: BlobStore;
  readonly workMs: number;
  readonly now: () => number;
}

/** The token of an order says which jobs it has. */
export function tokenOf(jobs: readonly LegacyJob[]): string {
  return Buffer.from(JSON.stringify(jobs.map(({ id }) => id))).toString('base64');
}

function idsOf(token: string): readonly unknown[] {
  try {
    const ids: unknown = JSON.parse(Buffer.from(token, 'base64').toString('utf8'));
    return Array.isArray(ids) ? ids : [];
  } catch {
    return [];
  }
}

/** Makes a job without keeping it. */
export function makeJob(userId: number, template: JobTemplate, options: JobStoreOptions): LegacyJob {
  const createdAt = options.now();
  const { afterMs, ...ending } = endingOf(template, options.workMs);
  return {
    id: randomUUID(),
    userId,
    template,
    cost: costOf(template),
    createdAt,
    endsAt: createdAt + afterMs,
    ...ending,
    blobIds: Array.from({ length: imagesOf(template).count }, () => options.blobs.reserve('png')),
  };
}

/** Creates an empty store. */
export function createJobStore(options: JobStoreOptions): JobStore {
  const jobs = new Map<string, LegacyJob>();
  const find = (userId: number, id: string): LegacyJob | undefined => {
    const job = jobs.get(id);
    return job?.userId === userId ? job : undefined;
  };
  const all = (userId: number): readonly LegacyJob[] => [...jobs.values()].filter((job) => job.userId === userId);
  return {
    find,
    all,
    add: (userId, templates) => {
      const made = templates.map((template) => makeJob(userId, template, options));
      for (const job of made) jobs.set(job.id, job);
      return made;
    },
    findAll: (userId, token) => idsOf(token).flatMap((id) => (typeof id === 'string' ? (find(userId, id) ?? []) : [])),
    query: (userId, properties) =>
      all(userId).filter(({ template: { properties: own } }) =>
        Object.entries(properties).every(([key, value]) => isJsonObject(own) && isDeepStrictEqual(own[key], value)),
      ),
    remove: (job, isForced) => {
      const type = eventAt(job, options.now());
      const isClaimed = type === 'Claimed' || type === 'Updated';
      if (type === 'Initialized' || (isClaimed && isForced)) jobs.set(job.id, { ...job, deletedAt: options.now() });
    },
  };
}
