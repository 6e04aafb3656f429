import type { ListDefinition } from '../../paging/list-definition.js';
import { ListQuery, type PeriodOf, type SortOf } from '../../paging/list-query.js';
import type { FieldTree } from '../../transport/field-tree.js';
import type { JsonObject } from '../../transport/parse-object.js';
import type { Pipeline } from '../../transport/pipeline.js';
import { fillIn } from '../normalize.js';
import { type ImagesFilter, imagesParameters } from './filter.js';
import { unwrapMeta } from './meta/unwrap-meta.js';
import type { Image } from './types.js';

/** A question to `GET /images`. */
export type ImagesQuery = ListQuery<Image, ImagesFilter>;

const fields: FieldTree<Image> = {
  id: true,
  url: true,
  hash: true,
  width: true,
  height: true,
  nsfwLevel: true,
  type: true,
  nsfw: true,
  browsingLevel: true,
  createdAt: true,
  postId: true,
  stats: {
    cryCount: true,
    laughCount: true,
    likeCount: true,
    dislikeCount: true,
    heartCount: true,
    commentCount: true,
  },
  meta: true,
  username: true,
  baseModel: true,
  modelVersionIds: true,
  tags: [{ id: true, name: true }],
};

const definition: ListDefinition<Image> = {
  operation: 'images.list',
  path: ['images'],
  parameters: imagesParameters,
  paging: 'cursor',
  pageSize: 100,
  maxPageSize: 200,
  // The server accepts a page number and answers page 1 again and again.
  pageNumbers: 'none',
  // Without it, some filters nest the parameters one level deeper.
  implied: { withMeta: [['flatMeta', true]] },
  normalize,
  fields,
};

/** Images, videos and sounds: `civitai.images`. */
export class ImagesClient {
  readonly #pipeline: Pipeline;

  constructor(pipeline: Pipeline) {
    this.#pipeline = pipeline;
  }

  /** Starts a query; without a filter, of all images rated PG. */
  where(filter: ImagesFilter = {}): ImagesQuery {
    return new ListQuery<Image, ImagesFilter>(this.#pipeline, definition).where(filter);
  }

  /** Starts a query in this order. */
  orderBy(sort: SortOf<ImagesFilter>, period?: PeriodOf<ImagesFilter>): ImagesQuery {
    return this.where().orderBy(sort, period);
  }
}

function normalize(image: JsonObject): void {
  fillIn(image, { hash: null, width: null, height: null, postId: null, meta: null, username: null, baseModel: null });
  image['modelVersionIds'] ??= [];
  image['meta'] = unwrapMeta(image['meta']);
}
