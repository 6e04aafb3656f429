import type { ParameterTable } from '../../paging/filter-parameters.js';
import type { QueryValue } from '../../transport/query-string.js';
import type { ArticleSort } from '../vocabulary.js';

/** What `civitai.articles` can be asked for. */
export interface ArticlesFilter {
  /** Part of the title. */
  readonly query?: string;
  /** Ids of tags. */
  readonly tags?: readonly number[];
  /** The author's name, in any case. An unknown one is a `NotFoundError`. */
  readonly username?: string;
  /** `false` (the default): only articles rated PG. `true`: all maturity levels. */
  readonly nsfw?: boolean;
  /** Default: `Newest`. */
  readonly sort?: ArticleSort;
  /** Further query parameters, sent as they are. */
  readonly extra?: Readonly<Record<string, QueryValue>>;
}

/** How the members travel. */
export const articlesParameters: ParameterTable<ArticlesFilter> = {
  query: 'text',
  tags: 'integerList',
  username: 'text',
  nsfw: 'boolean',
  sort: 'text',
};
