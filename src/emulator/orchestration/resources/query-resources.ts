import type { Query } from '../../http/query-text.js';
import type { Reply } from '../../http/reply.js';
import { readQuery } from '../requests/read-query.js';
import { createErrorMap } from '../validation/error-map.js';
import type { ResourceFleet } from './resource-fleet.js';
import type { Resource } from './resource-index.js';

/** What a list request asks for. */
export interface ResourceQuery {
  readonly view: 'queue' | 'loaded';
  readonly types: readonly string[];
  readonly excludedTypes: readonly string[];
  readonly sources: readonly string[];
  readonly minSizeBytes: number;
  readonly maxSizeBytes: number;
  /** How many matches to leave out at the beginning. */
  readonly skip: number;
  readonly take: number;
}

const GREATEST_TAKE = 100;

/** Writes where the next page begins. */
export function writeCursor(skip: number): string {
  return Buffer.from(`skip:${skip}`).toString('base64url');
}

function readCursor(cursor: string): number | undefined {
  const match = /^skip:(\d+)$/.exec(Buffer.from(cursor, 'base64url').toString('latin1'));
  return match === null ? undefined : Number(match[1]);
}

/** Reads the query of `GET /v2/resources`, or gives the 400 with every mistake in it. */
export function readResourceQuery(query: Query): ResourceQuery | Reply {
  const errors = createErrorMap();
  const read = readQuery(query, errors);
  const lower = (name: string): readonly string[] => read.texts(name).map((text) => text.toLowerCase());
  const view = read.text('view')?.toLowerCase();
  if (view !== 'queue' && view !== 'loaded') errors.add('view', 'One of queue, loaded is required.');
  const cursor = read.text('cursor');
  const skip = cursor === undefined ? 0 : readCursor(cursor);
  if (skip === undefined) errors.add('cursor', 'Is not one this list has given.');
  const asked: ResourceQuery = {
    view: view === 'queue' ? view : 'loaded',
    types: lower('type'),
    excludedTypes: lower('excludeType'),
    sources: lower('source'),
    minSizeBytes: read.whole('minSizeBytes', 0, Number.MAX_SAFE_INTEGER) ?? 0,
    maxSizeBytes: read.whole('maxSizeBytes', 0, Number.MAX_SAFE_INTEGER) ?? Number.MAX_SAFE_INTEGER,
    skip: skip ?? 0,
    take: read.whole('take', 1, GREATEST_TAKE) ?? GREATEST_TAKE,
  };
  return errors.isEmpty ? asked : errors.reply();
}

/** Whether a query narrows its view down. */
export function isFiltered(query: ResourceQuery): boolean {
  const { types, excludedTypes, sources, minSizeBytes, maxSizeBytes } = query;
  const lists = [types, excludedTypes, sources];
  return lists.some(({ length }) => length > 0) || minSizeBytes > 0 || maxSizeBytes < Number.MAX_SAFE_INTEGER;
}

function isWanted({ type, source, sizeBytes }: Resource, query: ResourceQuery): boolean {
  const { types, excludedTypes, sources } = query;
  return (
    (types.length === 0 || types.includes(type.toLowerCase())) &&
    !excludedTypes.includes(type.toLowerCase()) &&
    (sources.length === 0 || sources.includes(source)) &&
    sizeBytes >= query.minSizeBytes &&
    sizeBytes <= query.maxSizeBytes
  );
}

/** Everything a view shows, the queue in its order: what is on its way first. */
export function matchingResources(
  all: readonly Resource[],
  query: ResourceQuery,
  fleet: ResourceFleet,
): readonly Resource[] {
  const place = (resource: Resource): number => {
    const availability = fleet.availabilityOf(resource);
    switch (availability.status) {
      case 'available':
        return query.view === 'loaded' ? 0 : -1;
      case 'loading':
        return query.view === 'queue' ? 0 : -1;
      case 'queued':
        return query.view === 'queue' ? availability.queuePosition : -1;
      default:
        return -1;
    }
  };
  return all
    .filter((resource) => isWanted(resource, query))
    .map((resource) => ({ resource, at: place(resource) }))
    .filter(({ at }) => at >= 0)
    .toSorted((a, b) => a.at - b.at)
    .map(({ resource }) => resource);
}
