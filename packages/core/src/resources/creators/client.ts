import type { ListDefinition } from '../../paging/list-definition.js';
import { ListQuery } from '../../paging/list-query.js';
import type { JsonObject } from '../../transport/parse-object.js';
import type { Pipeline } from '../../transport/pipeline.js';
import type { QueryValue } from '../../transport/query-string.js';
import { encodeLink } from '../encode-link.js';
import { fillIn } from '../normalize.js';

/** Someone who has made a model, published or not. */
export interface Creator {
  readonly username: string | null;
  /** Published models. */
  readonly modelCount: number;
  /** The query for their models, percent-encoded. */
  readonly link: string;
  readonly image: string | null;
}

/** What `civitai.creators` can be asked for. */
export interface CreatorsFilter {
  /** Part of the name, in any case. */
  readonly query?: string;
  /** Further query parameters, sent as they are. */
  readonly extra?: Readonly<Record<string, QueryValue>>;
}

/** A question to `GET /creators`. */
export type CreatorsQuery = ListQuery<Creator, CreatorsFilter>;

const definition: ListDefinition<Creator> = {
  operation: 'creators.list',
  path: ['creators'],
  parameters: { query: 'text' },
  paging: 'page',
  // The endpoint is slow and fails under load: small pages get through.
  pageSize: 20,
  maxPageSize: 200,
  pageNumbers: 'unlimited',
  end: 'missing-link',
  normalize,
  fields: { username: true, modelCount: true, link: true, image: true },
};

/** Creators: `civitai.creators`. The slowest endpoint of all: allow it 60 s. */
export class CreatorsClient {
  readonly #pipeline: Pipeline;

  constructor(pipeline: Pipeline) {
    this.#pipeline = pipeline;
  }

  /** Starts a query; the order is the server's own. */
  where(filter: CreatorsFilter = {}): CreatorsQuery {
    return new ListQuery<Creator, CreatorsFilter>(this.#pipeline, definition).where(filter);
  }
}

function normalize(creator: JsonObject): void {
  fillIn(creator, { username: null, image: null });
  creator['modelCount'] ??= 0;
  encodeLink(creator);
}
