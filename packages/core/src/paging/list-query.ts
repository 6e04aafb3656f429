import type { Answer, CallOptions, ResponseInfo } from '../transport/api-request.js';
import { checkCallOptions } from '../transport/call-options.js';
import { CivitaiPromise } from '../transport/civitai-promise.js';
import type { Pipeline } from '../transport/pipeline.js';
import { type QueryEntries, writeQuery } from '../transport/query-string.js';
import { writeFilter } from './filter-parameters.js';
import { ItemWalk } from './item-walk.js';
import type { ListDefinition } from './list-definition.js';
import type { Cursor, Page } from './page.js';
import {
  checkCursor,
  checkCursorOrder,
  checkLimit,
  checkPageOptions,
  checkTake,
  isFirstPageOnly,
  type PageOptions,
} from './page-options.js';
import { PageWalk } from './page-walk.js';
import { parsePage } from './parse-page.js';
import { checkReadAhead, ReadAheadWalk } from './read-ahead-walk.js';

/** The sort orders a filter type offers; `never` where the endpoint has none. */
export type SortOf<TFilter> = TFilter extends { readonly sort?: infer S } ? Exclude<S, undefined> : never;

/** The periods a filter type offers; `never` where the endpoint has none. */
export type PeriodOf<TFilter> = TFilter extends { readonly period?: infer P } ? Exclude<P, undefined> : never;

interface QueryState<TFilter> {
  readonly filter: TFilter;
  readonly take: number | undefined;
  readonly from: Cursor | undefined;
  readonly callOptions: CallOptions;
  /** How many pages to fetch ahead. */
  readonly readAhead: number;
}

/** How to walk pages. */
export interface PagesOptions extends CallOptions {
  /** Page size; the endpoint's usual size by default. */
  readonly limit?: number;
  /** How many pages to fetch ahead while this one is worked on, 0–10. Default: what `withReadAhead` says, or 0. */
  readonly readAhead?: number;
}

/**
 * A question to a list endpoint: a frozen value, sent when it is iterated or a page is asked for.
 *
 * `where`, `orderBy`, `take`, `from`, `withOptions` and `withReadAhead` give a new query and leave this one as it is.
 * Wrong values throw `TypeError` or `RangeError` at once; nothing is sent before `for await`, `pages()`, `page()`,
 * `first()` or `toArray()`.
 *
 * @example
 * ```ts
 * import { createCivitaiClient } from '@civitkit/core/client';
 *
 * const civitai = createCivitaiClient();
 * const loras = civitai.models.where({ types: ['LORA'], baseModels: ['SDXL 1.0'] }).orderBy('Most Downloaded', 'Month');
 * for await (const model of loras.take(50)) console.log(model.name);
 * for await (const page of loras.pages({ limit: 20 })) console.log(page.items.length, page.nextCursor);
 * ```
 */
export class ListQuery<T extends object, TFilter extends object> implements AsyncIterable<T> {
  readonly #pipeline: Pipeline;
  readonly #definition: ListDefinition<T>;
  readonly #state: QueryState<TFilter>;
  readonly #entries: QueryEntries;

  /** Queries come from the client: `civitai.models.where(…)`. */
  constructor(pipeline: Pipeline, definition: ListDefinition<T>, state?: QueryState<TFilter>) {
    this.#pipeline = pipeline;
    this.#definition = definition;
    this.#state = state ?? { filter: {} as TFilter, take: undefined, from: undefined, callOptions: {}, readAhead: 0 };
    this.#entries = writeFilter(definition.operation, this.#state.filter, definition.parameters);
    checkCursorOrder(definition, this.#state.filter, this.#state.from);
    Object.freeze(this);
  }

  /** Adds filters; a member given before is replaced. */
  where(filter: TFilter): ListQuery<T, TFilter> {
    return this.#with({ filter: { ...this.#state.filter, ...filter } });
  }

  /** Sets the order and, where the endpoint has one, the period it looks at. */
  orderBy(sort: SortOf<TFilter>, period?: PeriodOf<TFilter>): ListQuery<T, TFilter> {
    return this.#with({ filter: { ...this.#state.filter, sort, ...(period === undefined ? {} : { period }) } });
  }

  /** Ends after `count` items, counted across pages; at least 1. */
  take(count: number): ListQuery<T, TFilter> {
    checkTake(this.#definition.operation, count);
    return this.#with({ take: count });
  }

  /** Starts at the `nextCursor` of a page. A cursor belongs to the filters and the order it came from. */
  from(cursor: Cursor): ListQuery<T, TFilter> {
    checkCursor(this.#definition, cursor);
    return this.#with({ from: cursor });
  }

  /** Sets signal, time, retries and headers of every call this query makes. */
  withOptions(callOptions: CallOptions): ListQuery<T, TFilter> {
    checkCallOptions(this.#definition.operation, callOptions);
    return this.#with({ callOptions: { ...this.#state.callOptions, ...callOptions } });
  }

  /**
   * Fetches up to `pages` pages ahead while those before are worked on, 0–10: worth it when the work on a page takes time.
   * Pages keep their order, and still come one after another. Default: none.
   */
  withReadAhead(pages: number): ListQuery<T, TFilter> {
    checkReadAhead(this.#definition.operation, pages);
    return this.#with({ readAhead: pages });
  }

  /** The query string without paging, the same for the same filters: fit for cache keys and snapshots. */
  toQuery(): string {
    return writeQuery(this.#entries);
  }

  /** Walks the items, fetching pages as they are needed. Leaving the loop aborts a request under way. */
  [Symbol.asyncIterator](): AsyncIterableIterator<T, undefined> {
    return new ItemWalk(this.pages());
  }

  /** Walks the pages. */
  pages({
    readAhead = this.#state.readAhead,
    ...options
  }: PagesOptions = {}): AsyncIterableIterator<Page<T>, undefined> {
    checkReadAhead(this.#definition.operation, readAhead);
    const walk = this.#walk(options);
    return readAhead === 0 ? walk : new ReadAheadWalk(walk, readAhead);
  }

  /** Fetches one page: the first, the one at `cursor`, or, where the endpoint has them, the one with the number `page`. */
  page(options: PageOptions = {}): CivitaiPromise<Page<T>> {
    checkPageOptions(this.#definition, this.#state.filter, options);
    const { limit, page, cursor, ...callOptions } = options;
    return this.#fetch(limit ?? this.#pageSize(), page ?? cursor ?? this.#state.from, page !== undefined, callOptions);
  }

  /** The first item, or `undefined` when there is none. */
  first(options: CallOptions = {}): CivitaiPromise<T | undefined> {
    const found = collect(this.take(1).#walk(options));
    return new CivitaiPromise(found.then(({ data, response }) => ({ data: data[0], response })));
  }

  /** All items, or as many as `take` says; the response is the last page's. */
  toArray(options: CallOptions = {}): CivitaiPromise<T[]> {
    return new CivitaiPromise(collect(this.#walk(options)));
  }

  #with(change: Partial<QueryState<TFilter>>): ListQuery<T, TFilter> {
    return new ListQuery(this.#pipeline, this.#definition, { ...this.#state, ...change });
  }

  #pageSize(): number {
    return Math.min(this.#definition.pageSize, this.#state.take ?? Number.POSITIVE_INFINITY);
  }

  #walk(options: CallOptions & { readonly limit?: number }): PageWalk<T> {
    const { operation, maxPageSize } = this.#definition;
    const { limit = this.#pageSize(), ...callOptions } = options;
    checkLimit(operation, limit, maxPageSize);
    checkCallOptions(operation, callOptions);
    return new PageWalk((cursor, pageOptions) => this.#fetch(limit, cursor, false, pageOptions).withResponse(), {
      operation,
      from: this.#state.from,
      take: this.#state.take ?? Number.POSITIVE_INFINITY,
      callOptions: { ...this.#state.callOptions, ...callOptions },
      signals: this.#pipeline.signals,
    });
  }

  #fetch(limit: number, cursor: Cursor | undefined, byNumber: boolean, options: CallOptions): CivitaiPromise<Page<T>> {
    const { operation, path, paging, authentication, implied = {}, mapError, needsKey = [] } = this.#definition;
    const byPage = byNumber || paging === 'page';
    const filter = this.#state.filter as Readonly<Record<string, unknown>>;
    const only = isFirstPageOnly(this.#definition, filter);
    const pageNumber = byPage ? Number(cursor ?? 1) : 1;
    const offset = byNumber ? (pageNumber - 1) * limit : Number(cursor ?? 0);
    const requested = { limit, pageNumber, only, ...(paging === 'offset' ? { offset } : {}) };
    const needed = authentication === 'required' || needsKey.some((name) => filter[name] === true);
    return this.#pipeline.send(
      {
        operation,
        method: 'GET',
        path,
        query: [
          [this.#definition.sizeParameter ?? 'limit', limit],
          ...placeOf(paging, byPage, cursor, offset),
          ...this.#entries,
          ...Object.entries(implied).flatMap(([name, entries]) => (filter[name] === true ? entries : [])),
        ],
        ...(needed ? { authentication: 'required' } : {}),
        ...(mapError === undefined ? {} : { mapError }),
      },
      (json, context) => parsePage(json, this.#definition, requested, context),
      { ...this.#state.callOptions, ...options },
    );
  }
}

/** The parameter that says where the page begins; none for the first. */
function placeOf(
  paging: ListDefinition<object>['paging'],
  byPage: boolean,
  cursor: Cursor | undefined,
  offset: number,
): QueryEntries {
  if (cursor === undefined) return [];
  if (paging === 'offset') return [['offset', offset]];
  return [[byPage ? 'page' : 'cursor', cursor]];
}

async function collect<T>(walk: PageWalk<T>): Promise<Answer<T[]>> {
  const data: T[] = [];
  for await (const page of walk) data.push(...page.items);
  // A walk always has a first page: `take` is at least 1 and an empty list is a page too.
  return { data, response: walk.lastResponse as ResponseInfo };
}
