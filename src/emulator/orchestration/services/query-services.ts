import type { Query } from '../../http/query-text.js';
import type { Reply } from '../../http/reply.js';
import { type QueryReader, readQuery } from '../requests/read-query.js';
import { createErrorMap, type ErrorMap } from '../validation/error-map.js';
import type { ServiceEntry } from './service-list.js';
import { WINDOWS } from './service-metrics.js';

/** What a list request asks for. */
export interface ServiceQuery {
  readonly window: string;
  readonly limit: number;
  readonly offset: number;
  readonly isWanted: (service: ServiceEntry) => boolean;
}

const STATUSES: readonly string[] = ['unknown', 'available', 'degraded', 'unavailable'];

function categoryOf({ id }: ServiceEntry): string {
  return id.split('/')[0] ?? '';
}

function filter({ text, texts }: QueryReader): (service: ServiceEntry) => boolean {
  const lower = (name: string): string => text(name)?.toLowerCase() ?? '';
  const [category, status, words] = [lower('category'), lower('status'), lower('query')];
  const prefix = text('prefix') ?? '';
  const tags = texts('tags').map((tag) => tag.toLowerCase());
  return (service) =>
    (category === '' || categoryOf(service) === category) &&
    service.id.startsWith(prefix) &&
    (status === '' || service.status === status) &&
    tags.every((tag) => service.tags.includes(tag)) &&
    [service.id, service.name, ...service.tags].some((one) => one.toLowerCase().includes(words));
}

/** One of a few names in the query. */
export function readChoice(
  read: QueryReader,
  name: string,
  names: readonly string[],
  errors: ErrorMap,
): string | undefined {
  const value = read.text(name)?.toLowerCase();
  if (value !== undefined && !names.includes(value)) errors.add(name, `One of ${names.join(', ')} is expected.`);
  return value;
}

/** Reads the query of `GET /v2/services`, or gives the 400 with every mistake in it. */
export function readServiceQuery(query: Query): ServiceQuery | Reply {
  const errors = createErrorMap();
  const read = readQuery(query, errors);
  const window = readChoice(read, 'window', Object.keys(WINDOWS), errors) ?? '24h';
  readChoice(read, 'status', STATUSES, errors);
  const limit = read.whole('limit', 1, Number.MAX_SAFE_INTEGER) ?? 50;
  const offset = read.whole('offset', 0, Number.MAX_SAFE_INTEGER) ?? 0;
  return errors.isEmpty ? { window, limit, offset, isWanted: filter(read) } : errors.reply();
}
