import type { CallOptions } from '../transport/api-request.js';
import type { ListDefinition } from './list-definition.js';
import type { Cursor } from './page.js';

/** Which page to fetch. */
export interface PageOptions extends CallOptions {
  /** Page size; the endpoint's usual size by default. */
  readonly limit?: number;
  /** The `nextCursor` of the page before. */
  readonly cursor?: Cursor;
  /** Page number from 1, where the endpoint has page numbers. A cursor reaches further and is faster. */
  readonly page?: number;
}

/** @throws RangeError unless `limit` is a whole number from 1 to `maxPageSize` */
export function checkLimit(operation: string, limit: number, maxPageSize: number): void {
  if (!Number.isInteger(limit) || limit < 1 || limit > maxPageSize) {
    throw new RangeError(`${operation}: limit must be a whole number from 1 to ${maxPageSize}, got ${limit}`);
  }
}

/** @throws RangeError unless `count` is a whole number from 1 */
export function checkTake(operation: string, count: number): void {
  if (!Number.isSafeInteger(count) || count < 1) {
    throw new RangeError(`${operation}: take needs a whole number from 1, got ${count}`);
  }
}

/**
 * Checks a place to start from.
 *
 * @throws RangeError for a page number below 1, or an empty cursor; TypeError for what is neither text nor number
 */
export function checkCursor<T>({ operation, paging }: ListDefinition<T>, cursor: Cursor): void {
  if (typeof cursor !== 'string' && typeof cursor !== 'number') {
    throw new TypeError(`${operation}: a cursor is a text or a number, got ${typeof cursor}`);
  }
  const first = paging === 'page' ? 1 : 0;
  const good = paging === 'cursor' ? cursor !== '' : Number.isInteger(Number(cursor)) && Number(cursor) >= first;
  if (!good) throw new RangeError(`${operation}: "${cursor}" is no cursor of this list`);
}

/** Whether the filter's order is one in which the server gives the first page only. */
export function isFirstPageOnly<T>({ firstPageOnly = [] }: ListDefinition<T>, filter: object): boolean {
  const { sort } = filter as { sort?: unknown };
  return typeof sort === 'string' && firstPageOnly.includes(sort);
}

/** @throws TypeError for a cursor together with an order that has no second page */
export function checkCursorOrder<T>(definition: ListDefinition<T>, filter: object, cursor: Cursor | undefined): void {
  if (cursor === undefined || !isFirstPageOnly(definition, filter)) return;
  const { sort } = filter as { sort?: unknown };
  throw new TypeError(
    `${definition.operation}: the order "${String(sort)}" has a first page only, and no cursor; choose another order`,
  );
}

/**
 * Checks a choice of page against what the server does with it: it refuses pages beyond a number of rows with a 429 that
 * no waiting cures, refuses page numbers with a text search, and ignores them elsewhere.
 *
 * @throws TypeError for a combination that has no meaning, RangeError for a number out of range
 */
export function checkPageOptions<T>(definition: ListDefinition<T>, filter: object, options: PageOptions): void {
  const { operation, maxPageSize, pageNumbers, pageSize } = definition;
  const { limit, page, cursor } = options;
  if (limit !== undefined) checkLimit(operation, limit, maxPageSize);
  if (cursor !== undefined) checkCursor(definition, cursor);
  checkCursorOrder(definition, filter, cursor);
  if (page === undefined) return;
  if (cursor !== undefined) throw new TypeError(`${operation}: give page or cursor, not both`);
  if (pageNumbers === 'none') {
    throw new TypeError(`${operation}: there are no page numbers here; pass the cursor of the page before`);
  }
  if (!Number.isInteger(page) || page < 1) {
    throw new RangeError(`${operation}: page must be a whole number from 1, got ${page}`);
  }
  if (pageNumbers === 'unlimited') return;
  if ((filter as { query?: unknown }).query !== undefined) {
    throw new TypeError(`${operation}: a text search has no page numbers; pass the cursor of the page before`);
  }
  if (page * (limit ?? pageSize) > pageNumbers.maxRows) {
    throw new RangeError(
      `${operation}: page × limit must not exceed ${pageNumbers.maxRows}, got ${page} × ${limit ?? pageSize}; ` +
        'iterate the query, or pass the cursor of the page before',
    );
  }
}
