import type { CallOptions, CivitaiPromise, QueryValue } from '@civitkit/core/client';
import { isJsonObject, type Parser } from '@civitkit/core/internal';
import { queryOf } from '../../request/query-of.js';
import { type Acknowledgement, parseAcknowledgement } from '../answers/acknowledgement.js';
import { NumberedList } from '../answers/numbered-list.js';
import { pageParser } from '../answers/read-page.js';
import type { ModelsLoadModelParameters } from '../generated/parameters.js';
import type { ModelsLabCalls } from '../request/modelslab-calls.js';
import { listFineTuned } from './fine-tuned.js';
import type { FoundModel, ListedModel, ModelSearchFilter } from './types.js';

const searchPath = ['v6', 'model-search'] as const;

/**
 * Models: `modelsLab.models`.
 *
 * @example
 * ```ts
 * import { createModelsLabClient } from '@civitkit/sdk/modelslab/client';
 *
 * using modelsLab = createModelsLabClient();
 * for await (const { model_id: id, feature } of modelsLab.models.search({ search: 'flux' }).take(20)) {
 *   console.log(id, feature);
 * }
 * ```
 */
export class ModelsLabModels {
  readonly #calls: ModelsLabCalls;

  /** For `ModelsLabClient`. */
  constructor(calls: ModelsLabCalls) {
    this.#calls = calls;
  }

  /** The models that the account can generate with, all at once. */
  list(options?: CallOptions): CivitaiPromise<readonly ListedModel[]> {
    const parse = pageParser<ListedModel>({ page: 1, perPage: undefined });
    return this.#calls.send(
      { operation: 'models.list', path: ['v4', 'dreambooth', 'model_list'], repeatable: true },
      (json, context) => parse(json, context).items,
      options,
    );
  }

  /** Searches all models. The key goes in the query, as the server wants it; it is masked wherever the URL is shown. */
  search(filter: ModelSearchFilter = {}): NumberedList<FoundModel> {
    return this.#search('models.search', searchPath, filter);
  }

  /** One model of the search. */
  get(modelId: string, options?: CallOptions): CivitaiPromise<FoundModel> {
    return this.#read('models.get', modelId, parseModel, options);
  }

  /** What can be searched by, as the server tells it. */
  filters(options?: CallOptions): CivitaiPromise<unknown> {
    return this.#read('models.filters', 'filters', parseData, options);
  }

  /** The tags of models, as the server tells them. */
  tags(options?: CallOptions): CivitaiPromise<unknown> {
    return this.#read('models.tags', 'tags', parseData, options);
  }

  /** Who offers models, as the server tells it. */
  providers(options?: CallOptions): CivitaiPromise<unknown> {
    return this.#read('models.providers', 'providers', parseData, options);
  }

  /** The models of the newer API (`v7`). */
  v7(filter: ModelSearchFilter = {}): NumberedList<FoundModel> {
    return this.#search('models.v7', ['v7', 'models'], filter);
  }

  /** Ids of the models that the account has trained; the same as `training.list()`. */
  fineTuned(options?: CallOptions): CivitaiPromise<readonly string[]> {
    return listFineTuned(this.#calls, 'models.fineTuned', options);
  }

  /** Loads a model from elsewhere. The answer comes when that has begun. */
  load(parameters: ModelsLoadModelParameters, options?: CallOptions): CivitaiPromise<Acknowledgement> {
    return this.#calls.send(
      {
        operation: 'models.load',
        path: ['v3', 'load_model'],
        parameters,
        forms: { yesNo: ['force_load', 'hf_upload'] },
      },
      parseAcknowledgement,
      options,
    );
  }

  /** Has a model loaded again, so that the next job need not wait for it. */
  reload(modelId: string, options?: CallOptions): CivitaiPromise<Acknowledgement> {
    return this.#calls.send(
      {
        operation: 'models.reload',
        path: ['v6', 'images', 'model_reload'],
        parameters: { model_id: modelId },
        repeatable: true,
      },
      parseAcknowledgement,
      options,
    );
  }

  #search(operation: string, path: readonly string[], filter: ModelSearchFilter): NumberedList<FoundModel> {
    const { page: firstPage, per_page: perPage, ...members } = filter;
    return new NumberedList<FoundModel>(this.#calls, {
      operation,
      firstPage,
      perPage,
      call: (page) => ({
        operation,
        method: 'GET',
        path,
        place: 'query',
        // The first page goes without its number: not every server of lists knows pages.
        query: queryOf({ ...checked(operation, members), per_page: perPage, page: page === 1 ? undefined : page }),
      }),
    });
  }

  #read<T>(operation: string, what: string, parser: Parser<T>, options?: CallOptions): CivitaiPromise<T> {
    const call = { operation, method: 'GET', path: [...searchPath, what], place: 'query' } as const;
    return this.#calls.send(call, parser, options);
  }
}

function checked(
  operation: string,
  members: Readonly<Record<string, QueryValue | undefined>>,
): Readonly<Record<string, QueryValue | undefined>> {
  if (!('key' in members)) return members;
  throw new TypeError(
    `modelslab.${operation}: leave out "key": the client adds the configured one (MODELSLAB_API_KEY).`,
  );
}

/** What is in `data`, or all there is. */
const parseData: Parser<unknown> = (json) => (isJsonObject(json) && 'data' in json ? json['data'] : json);

const parseModel: Parser<FoundModel> = (json, context) => {
  const data = parseData(json, context);
  if (!isJsonObject(data)) throw context.wrongShape('a model');
  return data;
};
