import type { ParseContext } from '../transport/api-request.js';
import { isJsonObject, type JsonObject, parseObject, refuseUnmapped } from '../transport/parse-object.js';
import type { ListDefinition } from './list-definition.js';
import type { Cursor, Page, PageMetadata } from './page.js';

/** What the request asked for; needed where the answer does not say whether more follows. */
export interface RequestedPage {
  readonly limit: number;
  /** 1 for the first. */
  readonly pageNumber: number;
  /** How many items come before, where the list is walked that way. */
  readonly offset?: number;
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
  const found =
    definition.cursorIn === 'next' ? cursorOf(body['next']) : nextOf(definition, metadata, items.length, requested);
  const nextCursor = requested.only === true ? undefined : found;
  return { items: items as T[], metadata, ...(nextCursor === undefined ? {} : { nextCursor }) };
}

/** Whether the answer says that there is no list at all, such as `{"vault":null}`. */
function isAbsent<T>(json: unknown, { absentMarker }: ListDefinition<T>): json is JsonObject {
  return absentMarker !== undefined && isJsonObject(json) && json[absentMarker] === null;
}

function knownFields<T>({ absentMarker, cursorIn, fields, paging, totals }: ListDefinition<T>): unknown {
  if (paging === 'offset') return { items: [fields], totalCount: true, limit: true, offset: true };
  const places = totals === 'top-level' ? metadataFields : { metadata: metadataFields };
  return {
    items: [fields],
    ...(cursorIn === 'next' ? { next: true } : places),
    ...(absentMarker === undefined ? {} : { [absentMarker]: true }),
  };
}

function metadataOf<T>(body: JsonObject, { paging, totals }: ListDefinition<T>): PageMetadata {
  if (paging === 'offset') return typeof body['totalCount'] === 'number' ? { totalItems: body['totalCount'] } : {};
  if (totals !== 'top-level') return isJsonObject(body['metadata']) ? body['metadata'] : {};
  return Object.fromEntries(Object.entries(body).filter(([name]) => Object.hasOwn(metadataFields, name)));
}

function nextOf<T>(
  definition: ListDefinition<T>,
  metadata: PageMetadata,
  count: number,
  requested: RequestedPage,
): Cursor | undefined {
  if (definition.paging === 'cursor') return cursorOf(metadata.nextCursor);
  if (definition.paging === 'offset') return nextOffset(metadata, count, requested);
  return hasMore(definition, metadata, count, requested) ? requested.pageNumber + 1 : undefined;
}

/** The end of a list is said by an absent cursor, by `null` or by an empty text. */
function cursorOf(cursor: unknown): Cursor | undefined {
  return cursor === '' || cursor === null ? undefined : (cursor as Cursor | undefined);
}

function nextOffset({ totalItems }: PageMetadata, count: number, requested: RequestedPage): Cursor | undefined {
  const next = (requested.offset ?? 0) + count;
  const more = totalItems === undefined ? count >= requested.limit : next < totalItems;
  return more && count > 0 ? next : undefined;
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
