/** Where the next page starts: the server's opaque cursor, or a page number where there are only page numbers. */
export type Cursor = string | number;

/** What the server says about a list besides its items. Every member may be absent. */
export interface PageMetadata {
  readonly nextCursor?: Cursor;
  /** Link of the next page as the server builds it; not used by this library, which sends the cursor instead. */
  readonly nextPage?: string;
  readonly prevPage?: string;
  readonly currentPage?: number;
  readonly pageSize?: number;
  /** With a text search this is a lower bound; for tags always 0. */
  readonly totalItems?: number;
  readonly totalPages?: number;
  readonly hasMore?: boolean;
}

/** One page of a list. It may hold fewer items than asked for, even none, and still have a next one. */
export interface Page<T> {
  readonly items: readonly T[];
  /** Give it to `query.from()` or `page({ cursor })`; absent on the last page. */
  readonly nextCursor?: Cursor;
  readonly metadata: PageMetadata;
}
