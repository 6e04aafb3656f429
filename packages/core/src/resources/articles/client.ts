import type { ListDefinition } from '../../paging/list-definition.js';
import { ListQuery, type SortOf } from '../../paging/list-query.js';
import type { CallOptions } from '../../transport/api-request.js';
import type { CivitaiPromise } from '../../transport/civitai-promise.js';
import type { Pipeline } from '../../transport/pipeline.js';
import { getById } from '../get-by-id.js';
import { articleDetailFields, articleFields } from './fields.js';
import { type ArticlesFilter, articlesParameters } from './filter.js';
import { normalizeArticle, normalizeArticleDetail } from './normalize-article.js';
import type { Article, ArticleDetail } from './types.js';

/** A question to `GET /articles`. */
export type ArticlesQuery = ListQuery<Article, ArticlesFilter>;

const definition: ListDefinition<Article> = {
  operation: 'articles.list',
  path: ['articles'],
  parameters: articlesParameters,
  paging: 'cursor',
  pageSize: 100,
  maxPageSize: 100,
  pageNumbers: 'none',
  normalize: normalizeArticle,
  fields: articleFields,
};

/** Articles: `civitai.articles`. The server takes 60 requests a minute, 120 with a key. */
export class ArticlesClient {
  readonly #pipeline: Pipeline;

  constructor(pipeline: Pipeline) {
    this.#pipeline = pipeline;
  }

  /** Starts a query; without a filter, of all articles rated PG. */
  where(filter: ArticlesFilter = {}): ArticlesQuery {
    return new ListQuery<Article, ArticlesFilter>(this.#pipeline, definition).where(filter);
  }

  /** Starts a query in this order. */
  orderBy(sort: SortOf<ArticlesFilter>): ArticlesQuery {
    return this.where().orderBy(sort);
  }

  /**
   * One article with its text. A cover above PG is left out by the server.
   *
   * @throws NotFoundError when there is none, or it is not published
   */
  get(id: number, options?: CallOptions): CivitaiPromise<ArticleDetail> {
    const article = { normalize: normalizeArticleDetail, fields: articleDetailFields };
    return getById(this.#pipeline, 'articles.get', 'articles', id, article, options);
  }
}
