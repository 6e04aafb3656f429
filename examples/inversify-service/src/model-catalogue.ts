import type { CallOptions, CivitaiClient, Me, Model, ModelVersionDetail, Page } from '@civitkit/core';

/** What this application wants from Civitai, in its own words; nothing here knows about containers or configuration. */
export class ModelCatalogue {
  readonly #civitai: CivitaiClient;
  readonly #options: CallOptions;

  /** `options` count for every call, such as the `signal` of the request that all of this is for. */
  constructor(civitai: CivitaiClient, options: CallOptions = {}) {
    this.#civitai = civitai;
    this.#options = options;
  }

  /** The most downloaded LoRAs of the month. */
  topModels(count: number): Promise<Model[]> {
    return this.#civitai.models
      .where({ types: ['LORA'] })
      .orderBy('Most Downloaded', 'Month')
      .take(count)
      .toArray(this.#options);
  }

  /** The newest checkpoints, page by page, as an application with a "next" button would show them. */
  async *walkPages(pages: number, pageSize: number): AsyncGenerator<Page<Model>> {
    let walked = 0;
    for await (const page of this.#civitai.models
      .where({ types: ['Checkpoint'] })
      .orderBy('Newest')
      .pages({ limit: pageSize, ...this.#options })) {
      yield page;
      walked += 1;
      if (walked === pages) return;
    }
  }

  /** The model version a file belongs to, or `undefined` when Civitai does not know the file. */
  async findByHash(hash: string): Promise<ModelVersionDetail | undefined> {
    const outcome = await this.#civitai.modelVersions.getByHash(hash, this.#options).asResult();
    if (outcome.ok) return outcome.value;
    if (outcome.error.code === 'not_found') return undefined;
    throw outcome.error;
  }

  /** The account the API key belongs to. */
  whoAmI(): Promise<Me> {
    return this.#civitai.me.get(this.#options);
  }
}
