import type { ListDefinition } from '../../paging/list-definition.js';
import { ListQuery, type SortOf } from '../../paging/list-query.js';
import type { CallOptions } from '../../transport/api-request.js';
import type { CivitaiPromise } from '../../transport/civitai-promise.js';
import type { JsonObject } from '../../transport/parse-object.js';
import type { Pipeline } from '../../transport/pipeline.js';
import type { QueryValue } from '../../transport/query-string.js';
import { getById } from '../get-by-id.js';
import { fillIn } from '../normalize.js';
import type { CollectionSort } from '../vocabulary.js';
import { type Collection, type CollectionDetail, collectionDetailFields, collectionFields } from './types.js';

/** What `civitai.collections` can be asked for. */
export interface CollectionsFilter {
  /** Part of the name, up to 100 characters. */
  readonly query?: string;
  /** `false` (the default): only collections rated PG. `true`: all maturity levels. */
  readonly nsfw?: boolean;
  /**
   * Default: `Newest`. `Most Followers` has a first page only: a walk in this order ends after 100 collections (or after
   * `limit`), and a cursor with it is a `TypeError`.
   */
  readonly sort?: CollectionSort;
  /** Further query parameters, sent as they are. */
  readonly extra?: Readonly<Record<string, QueryValue>>;
}

/** A question to `GET /collections`. */
export type CollectionsQuery = ListQuery<Collection, CollectionsFilter>;

const definition: ListDefinition<Collection> = {
  operation: 'collections.list',
  path: ['collections'],
  parameters: { query: 'text', nsfw: 'boolean', sort: 'text' },
  paging: 'cursor',
  pageSize: 100,
  maxPageSize: 100,
  pageNumbers: 'none',
  firstPageOnly: ['Most Followers'],
  normalize,
  fields: collectionFields,
};

/** Collections: `civitai.collections`. The server takes 60 requests a minute, 120 with a key. */
export class CollectionsClient {
  readonly #pipeline: Pipeline;

  constructor(pipeline: Pipeline) {
    this.#pipeline = pipeline;
  }

  /** Starts a query; without a filter, of all public collections rated PG. */
  where(filter: CollectionsFilter = {}): CollectionsQuery {
    return new ListQuery<Collection, CollectionsFilter>(this.#pipeline, definition).where(filter);
  }

  /** Starts a query in this order. */
  orderBy(sort: SortOf<CollectionsFilter>): CollectionsQuery {
    return this.where().orderBy(sort);
  }

  /**
   * One collection, public or unlisted. The API does not tell what is in it.
   *
   * @throws NotFoundError when there is none, or it is private
   */
  get(id: number, options?: CallOptions): CivitaiPromise<CollectionDetail> {
    const collection = { normalize: normalizeDetail, fields: collectionDetailFields };
    return getById(this.#pipeline, 'collections.get', 'collections', id, collection, options);
  }
}

function normalize(collection: JsonObject): void {
  fillIn(collection, { description: null, type: null, nsfwLevel: null, coverImageUrl: null });
}

function normalizeDetail(collection: JsonObject): void {
  normalize(collection);
  collection['tags'] ??= [];
}
