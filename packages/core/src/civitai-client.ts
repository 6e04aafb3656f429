import type { OwnedPipeline } from './create-pipeline.js';
import { CreatorsClient } from './resources/creators/client.js';
import { EnumsClient } from './resources/enums/client.js';
import { ImagesClient } from './resources/images/client.js';
import { MeClient } from './resources/me/client.js';
import { ModelVersionsClient } from './resources/model-versions/client.js';
import { ModelsClient } from './resources/models/client.js';
import { TagsClient } from './resources/tags/client.js';

/**
 * The Civitai public API, one property per noun.
 *
 * Resolve it from a container (`container.get(CivitaiClient)` after `addCivitaiApi(container)`), or make one with
 * `createCivitaiClient()`. One client serves a whole process; it holds keep-alive connections until it is closed.
 */
export class CivitaiClient implements Disposable {
  readonly models: ModelsClient;
  readonly modelVersions: ModelVersionsClient;
  readonly images: ImagesClient;
  readonly tags: TagsClient;
  readonly creators: CreatorsClient;
  readonly enums: EnumsClient;
  readonly me: MeClient;
  readonly #owned: OwnedPipeline;

  /** For `createCivitaiClient` and the container; applications use those. */
  constructor(owned: OwnedPipeline) {
    const { pipeline } = owned;
    this.#owned = owned;
    this.models = new ModelsClient(pipeline);
    this.modelVersions = new ModelVersionsClient(pipeline);
    this.images = new ImagesClient(pipeline);
    this.tags = new TagsClient(pipeline);
    this.creators = new CreatorsClient(pipeline);
    this.enums = new EnumsClient(pipeline);
    this.me = new MeClient(pipeline);
  }

  /** Ends open calls with code `client_closed` and closes the connections. A container calls it by itself. */
  close(): void {
    this.#owned.close();
  }

  [Symbol.dispose](): void {
    this.close();
  }
}
