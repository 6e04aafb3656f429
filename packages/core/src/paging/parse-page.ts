import type { ParseContext } from '../transport/api-request.js';
import { isJsonObject, parseObject, refuseUnmapped } from '../transport/parse-object.js';
import type { ListDefinition } from './list-definition.js';
import type { Cursor, Page, PageMetadata } from './page.js';

/** What the request asked for; needed where the answer does not say whether more follows. */
export interface RequestedPage {
  readonly limit: number;
  /** 1 for the first. */
  readonly pageNumber: number;
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
  const body = parseObject(json, 'items', context);
  const { items } = body;
  if (!Array.isArray(items) || !items.every(isJsonObject)) throw context.wrongShape('"items", a list of objects');
  refuseUnmapped(body, { items: [definition.fields], metadata: metadataFields }, context);
  for (const item of items) definition.normalize(item);
  const metadata = isJsonObject(body['metadata']) ? (body['metadata'] as PageMetadata) : {};
  const nextCursor = nextOf(definition, metadata, items.length, requested);
  return { items: items as T[], metadata, ...(nextCursor === undefined ? {} : { nextCursor }) };
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
  const more = definition.end === 'short-page' ? count >= requested.limit : typeof metadata.nextPage === 'string';
  return more ? requested.pageNumber + 1 : undefined;
}
