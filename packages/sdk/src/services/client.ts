import { type CallOptions, type CivitaiPromise, ListQuery } from '@civitkit/core/client';
import { type Pipeline, parseObject } from '@civitkit/core/internal';
import { mapGenerationError } from '../errors/map-generation-error.js';
import type { ServiceResponse } from '../generated/types.js';
import { queryOf } from '../request/query-of.js';
import { type ServicesFilter, type ServicesQuery, servicesList } from './services-list.js';

/** How one service is read. */
export interface GetServiceOptions extends CallOptions {
  /** The time that the metrics look back. Default: `24h`. */
  readonly window?: '1h' | '24h' | '7d' | (string & {});
  /** How long each bucket of the history is. Default: `1h`. */
  readonly interval?: '5m' | '1h' | '1d' | (string & {});
}

/** The catalogue of what can be generated with, and how it fares: `generation.services`. Answers without a token too. */
export class ServicesClient {
  readonly #pipeline: Pipeline;

  constructor(pipeline: Pipeline) {
    this.#pipeline = pipeline;
  }

  /** Starts a query; without a filter, of all services. */
  where(filter: ServicesFilter = {}): ServicesQuery {
    return new ListQuery<ServiceResponse, ServicesFilter>(this.#pipeline, servicesList).where(filter);
  }

  /**
   * One service with its metrics and their history.
   *
   * @param serviceId - as the list has it; it holds slashes
   * @throws NotFoundError when there is none
   */
  get(serviceId: string, options: GetServiceOptions = {}): CivitaiPromise<ServiceResponse> {
    const { window, interval, ...callOptions } = options;
    return this.#pipeline.send(
      {
        operation: 'services.get',
        method: 'GET',
        path: ['services', ...serviceId.split('/')],
        query: queryOf({ window, interval }),
        mapError: mapGenerationError,
      },
      (json, context) => parseObject(json, 'id', context) as unknown as ServiceResponse,
      callOptions,
    );
  }
}
