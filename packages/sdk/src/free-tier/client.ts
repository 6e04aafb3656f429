import type { CallOptions, CivitaiPromise } from '@civitkit/core/client';
import { type Pipeline, parseObject } from '@civitkit/core/internal';
import { mapGenerationError } from '../errors/map-generation-error.js';

/** What is left of the free tier. */
export interface FreeTier {
  readonly enabled: boolean;
  /** The models it covers, with the caller's remaining quota; further members as the server sends them. */
  readonly models: readonly FreeTierModel[];
}

/** One model of the free tier. The contract names the list, not its members. */
export type FreeTierModel = Readonly<Record<string, unknown>>;

/** The free tier: `generation.freeTier`. Workflows ask for it with `tier: 'free'`. */
export class FreeTierClient {
  readonly #pipeline: Pipeline;

  constructor(pipeline: Pipeline) {
    this.#pipeline = pipeline;
  }

  /**
   * What the caller may still generate for nothing.
   *
   * @throws NotFoundError from servers that do not have it yet
   */
  get(options?: CallOptions): CivitaiPromise<FreeTier> {
    return this.#pipeline.send(
      { operation: 'freeTier.get', method: 'GET', path: ['consumer', 'free-tier'], mapError: mapGenerationError },
      (json, context) => parseObject(json, 'models', context) as unknown as FreeTier,
      options,
    );
  }
}
