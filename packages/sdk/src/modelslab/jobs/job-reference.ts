import type { JobOperation } from './job-operation.js';

/** Where a job is fetched, and with whose key. */
export type JobPlace = Pick<JobOperation, 'fetchPath' | 'fetchMember' | 'key'>;

/** A job of a family, as {@link parseJobReference} reads it. */
export interface JobReference {
  readonly family: string;
  readonly id: string;
}

const enterprisePath = ['v1', 'enterprise'] as const;

/** The family of an operation: `video` of `video.text2video`, `v7.images` of `v7.images.textToImage`. */
export function familyOf(operation: string): string {
  const dot = operation.lastIndexOf('.');
  return dot < 0 ? operation : operation.slice(0, dot);
}

/**
 * Reads `family:id`.
 *
 * @returns `undefined` for any other text
 */
export function parseJobReference(text: string): JobReference | undefined {
  const colon = text.indexOf(':');
  const family = text.slice(0, Math.max(0, colon)).trim();
  const id = text.slice(colon + 1).trim();
  if (colon < 0 || id === '' || id === '.' || id === '..' || family === '') return undefined;
  return family.split('/').some((segment) => segment === '' || /^\.{1,2}$/.test(segment)) ? undefined : { family, id };
}

/**
 * Where the jobs of a family are fetched, for families that the client does not know: `v8/music/fetch` is a path below
 * the base address, and a single word stands where all v6 families have their jobs.
 */
export function foreignPlace(family: string): JobPlace {
  const segments = family.split('/');
  const fetchPath = segments.length === 1 ? ['v6', family, 'fetch'] : segments;
  return enterprisePath.every((segment, index) => fetchPath[index] === segment)
    ? { fetchPath, key: 'enterprise' }
    : { fetchPath };
}

/**
 * The text by which another process finds a job again: `images:12345`, or with a path, `v8/music/fetch:12345`, where the
 * family alone would lead elsewhere.
 *
 * @param known - where the jobs of this family are fetched, if the client knows it
 */
export function formatJobReference(family: string, place: JobPlace, known: JobPlace | undefined, id: string): string {
  const same = known !== undefined && known.fetchPath.join('/') === place.fetchPath.join('/');
  return `${same ? family : place.fetchPath.join('/')}:${id}`;
}
