import type { ParseContext } from '../transport/api-request.js';
import { isJsonObject, type JsonObject, parseObject, refuseUnmapped } from '../transport/parse-object.js';
import type { ListDefinition } from './list-definition.js';
import type { Cursor, Page, PageMetadata } from './page.js';

/** What the request asked for; needed where the answer does not say whether more follows. */
export interface RequestedPage {
  readonly limit: number;
  /** 1 for the first. */
  readonly pageNumber: number;
  /** Whether the order has this page only, whatever the answer says. */
  readonly only?: boolean;
}

const metadataFields: Record<keyof PageMetadata, true> = {
  nextCursor: true,
  nextPage: true,
  prevPage: true,
  currentPage: true,
  pageSize: true,
  totalItems: true,
  totalPages: true,
  hasMore: true,
};

/**
 * Turns the answer of a list endpoint into a page.
 *
 * @throws InvalidResponseError when there is no list of objects, or under strict parsing for unknown fields
 */
export function parsePage<T>(
  json: unknown,
  definition: ListDefinition<T>,
  requested: RequestedPage,
  context: ParseContext,
): Page<T> {
  const body = parseObject(isAbsent(json, definition) ? { ...json, items: [] } : json, 'items', context);
  const { items } = body;
  if (!Array.isArray(items) || !items.every(isJsonObject)) throw context.wrongShape('"items", a list of objects');
  refuseUnmapped(body, knownFields(definition), context);
  for (const item of items) definition.normalize(item);
  const metadata = metadataOf(body, definition);
  const nextCursor = requested.only === true ? undefined : nextOf(definition, metadata, items.length, requested);
  return { items: items as T[], metadata, ...(nextCursor === undefined ? {} : { nextCursor }) };
}

/** Whether the answer says that there is no list at all, such as `{"vault":null}`. */
function isAbsent<T>(json: unknown, { absentMarker }: ListDefinition<T>): json is JsonObject {
  return absentMarker !== undefined && isJsonObject(json) && json[absentMarker] === null;
}

function knownFields<T>({ absentMarker, fields, totals }: ListDefinition<T>): unknown {
  return {
    items: [fields],
    ...(totals === 'top-level' ? metadataFields : { metadata: metadataFields }),
    ...(absentMarker === undefined ? {} : { [absentMarker]: true }),
  };
}

function metadataOf<T>(body: JsonObject, { totals }: ListDefinition<T>): PageMetadata {
  if (totals !== 'top-level') return isJsonObject(body['metadata']) ? body['metadata'] : {};
  return Object.fromEntries(Object.entries(body).filter(([name]) => Object.hasOwn(metadataFields, name)));
}

function nextOf<T>(
  definition: ListDefinition<T>,
  metadata: PageMetadata,
  count: number,
  requested: RequestedPage,
): Cursor | undefined {
  if (definition.paging === 'cursor') {
    const { nextCursor } = metadata;
    return nextCursor === '' || nextCursor === null ? undefined : nextCursor;
  }
  return hasMore(definition, metadata, count, requested) ? requested.pageNumber + 1 : undefined;
}

function hasMore<T>(
  { end }: ListDefinition<T>,
  metadata: PageMetadata,
  count: number,
  { limit, pageNumber }: RequestedPage,
): boolean {
  switch (end) {
    case 'short-page':
      return count >= limit;
    case 'total-pages':
      return typeof metadata.totalPages === 'number' && pageNumber < metadata.totalPages;
    default:
      return typeof metadata.nextPage === 'string';
  }
}
