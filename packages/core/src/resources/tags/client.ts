import type { ListDefinition } from '../../paging/list-definition.js';
import { ListQuery } from '../../paging/list-query.js';
import type { Pipeline } from '../../transport/pipeline.js';
import type { QueryValue } from '../../transport/query-string.js';
import { encodeLink } from '../encode-link.js';
import type { TagSort } from '../vocabulary.js';

/** A tag of models. */
export interface Tag {
  readonly name: string;
  /** The query for models with this tag, percent-encoded. */
  readonly link: string;
}

/** What `civitai.tags` can be asked for. */
export interface TagsFilter {
  /** Beginning of the name, in any case. Without it only featured tags rated PG come. */
  readonly query?: string;
  readonly sort?: TagSort;
  /** Further query parameters, sent as they are. */
  readonly extra?: Readonly<Record<string, QueryValue>>;
}

/** A question to `GET /tags`. */
export type TagsQuery = ListQuery<Tag, TagsFilter>;

const definition: ListDefinition<Tag> = {
  operation: 'tags.list',
  path: ['tags'],
  parameters: { query: 'text', sort: 'text' },
  paging: 'page',
  pageSize: 100,
  maxPageSize: 200,
  pageNumbers: 'unlimited',
  // The server says "1 page" and gives no link, whatever follows.
  end: 'short-page',
  normalize: encodeLink,
  fields: { name: true, link: true },
};

/** Tags: `civitai.tags`. */
export class TagsClient {
  readonly #pipeline: Pipeline;

  constructor(pipeline: Pipeline) {
    this.#pipeline = pipeline;
  }

  /** Starts a query. */
  where(filter: TagsFilter = {}): TagsQuery {
    return new ListQuery<Tag, TagsFilter>(this.#pipeline, definition).where(filter);
  }
}
