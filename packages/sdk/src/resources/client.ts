import { type Air, type CallOptions, type CivitaiPromise, formatAir, ListQuery } from '@civitkit/core/client';
import { type Pipeline, parseObject } from '@civitkit/core/internal';
import { mapGenerationError } from '../errors/map-generation-error.js';
import type { ResourceInfo } from '../generated/types.js';
import { type ResourcesFilter, type ResourcesQuery, resourcesList } from './resources-list.js';

/** Models and other files that generation can use: `generation.resources`. */
export class ResourcesClient {
  readonly #pipeline: Pipeline;

  constructor(pipeline: Pipeline) {
    this.#pipeline = pipeline;
  }

  /**
   * Starts a query of what workers have or wait for; the `view` has to be chosen.
   *
   * The server never gives half a list: when it cannot ask its workers, the call fails with 503 and is repeated.
   */
  where(filter: ResourcesFilter): ResourcesQuery {
    return new ListQuery<ResourceInfo, ResourcesFilter>(this.#pipeline, resourcesList).where(filter);
  }

  /**
   * What is known of a resource: size, hashes, fees, whether it can generate and whether a worker has it.
   *
   * @param air - as text or parsed; core's `airOfModelVersion` makes one of a model version
   * @throws NotFoundError when there is none
   *
   * @example
   * ```ts
   * import { createOrchestrationClient } from '@civitkit/sdk/client';
   *
   * const generation = createOrchestrationClient();
   * const resource = await generation.resources.get('urn:air:sdxl:checkpoint:civitai:101055@128078');
   * console.log(resource.canGenerate, resource.availability?.status);
   * ```
   */
  get(air: Air | string, options?: CallOptions): CivitaiPromise<ResourceInfo> {
    const text = typeof air === 'string' ? air : formatAir(air);
    return this.#pipeline.send(
      {
        operation: 'resources.get',
        method: 'GET',
        // An AIR may hold slashes, and the server takes them as they are.
        path: ['resources', ...text.split('/')],
        mapError: mapGenerationError,
      },
      (json, context) => parseObject(json, 'air', context) as unknown as ResourceInfo,
      options,
    );
  }
}
