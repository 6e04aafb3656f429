import type { ListDefinition } from '../../paging/list-definition.js';
import { ListQuery, type PeriodOf, type SortOf } from '../../paging/list-query.js';
import type { CallOptions } from '../../transport/api-request.js';
import type { CivitaiPromise } from '../../transport/civitai-promise.js';
import type { Pipeline } from '../../transport/pipeline.js';
import { getById } from '../get-by-id.js';
import { modelFields } from './fields.js';
import { type ModelsFilter, modelsParameters } from './filter.js';
import { normalizeModel } from './normalize-model.js';
import type { Model } from './types.js';

/** A question to `GET /models`. */
export type ModelsQuery = ListQuery<Model, ModelsFilter>;

const definition: ListDefinition<Model> = {
  operation: 'models.list',
  path: ['models'],
  parameters: modelsParameters,
  paging: 'cursor',
  pageSize: 100,
  maxPageSize: 100,
  pageNumbers: { maxRows: 1000 },
  needsKey: ['favorites', 'hidden'],
  normalize: normalizeModel,
  fields: modelFields,
};

/** Models: `civitai.models`. */
export class ModelsClient {
  readonly #pipeline: Pipeline;

  constructor(pipeline: Pipeline) {
    this.#pipeline = pipeline;
  }

  /** Starts a query; without a filter, of all models rated PG. */
  where(filter: ModelsFilter = {}): ModelsQuery {
    return new ListQuery<Model, ModelsFilter>(this.#pipeline, definition).where(filter);
  }

  /** Starts a query in this order. */
  orderBy(sort: SortOf<ModelsFilter>, period?: PeriodOf<ModelsFilter>): ModelsQuery {
    return this.where().orderBy(sort, period);
  }

  /**
   * One model of any maturity level, with all its visible versions.
   *
   * The server may answer from a copy up to 8 minutes old.
   *
   * @throws NotFoundError when there is none, or it is not published
   */
  get(id: number, options?: CallOptions): CivitaiPromise<Model> {
    const model = { normalize: normalizeModel, fields: modelFields };
    return getById(this.#pipeline, 'models.get', 'models', id, model, options);
  }
}
