import type { ParameterTable } from '../../paging/filter-parameters.js';
import type { QueryValue } from '../../transport/query-string.js';
import type { ImageSort, MediaType, NsfwLabel, Period } from '../vocabulary.js';

/** What `civitai.images` can be asked for. Without `nsfw` and `browsingLevel` only images rated PG come. */
export interface ImagesFilter {
  readonly imageId?: number;
  readonly postId?: number;
  /** Give `modelVersionId` as well where you can: with the model alone the server ignores most orders. */
  readonly modelId?: number;
  readonly modelVersionId?: number;
  readonly userId?: number;
  /** Letters, digits and `_`. An unknown name is a `NotFoundError`. */
  readonly username?: string;
  /**
   * A word is a ceiling (`Soft`: PG and PG-13). `true` means mature images *only* (R and above), `false` PG only.
   */
  readonly nsfw?: NsfwLabel | boolean;
  /** Sum of maturity bits: PG 1, PG-13 2, R 4, X 8, XXX 16, blocked 32. Goes before `nsfw`; 0 means PG. */
  readonly browsingLevel?: number;
  /** Ids of tags. */
  readonly tags?: readonly number[];
  readonly type?: MediaType;
  /** Unknown names are a `ValidationError` here, which lists the known ones. */
  readonly baseModels?: readonly string[];
  /** Bring the generation parameters. */
  readonly withMeta?: boolean;
  /** Bring the tags. */
  readonly withTags?: boolean;
  readonly sort?: ImageSort;
  readonly period?: Period;
  /** Further query parameters, sent as they are: for what the server learned after this version. */
  readonly extra?: Readonly<Record<string, QueryValue>>;
}

/** How the members travel. */
export const imagesParameters: ParameterTable<ImagesFilter> = {
  imageId: 'integer',
  postId: 'integer',
  modelId: 'integer',
  modelVersionId: 'integer',
  userId: 'integer',
  username: 'text',
  nsfw: 'textOrBoolean',
  browsingLevel: 'integer',
  tags: 'integerList',
  type: 'text',
  baseModels: 'textList',
  withMeta: 'boolean',
  withTags: 'boolean',
  sort: 'text',
  period: 'text',
};
