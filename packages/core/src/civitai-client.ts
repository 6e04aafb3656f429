import type { OwnedPipeline } from './create-pipeline.js';
import type { ClientHealth } from './create-stages.js';
import { ArticlesClient } from './resources/articles/client.js';
import { CollectionsClient } from './resources/collections/client.js';
import { ContentClient } from './resources/content/client.js';
import { CreatorsClient } from './resources/creators/client.js';
import { EnumsClient } from './resources/enums/client.js';
import { ImageUploadsClient } from './resources/image-uploads/client.js';
import { ImagesClient } from './resources/images/client.js';
import { MeClient } from './resources/me/client.js';
import { ModelFilesClient } from './resources/model-files/client.js';
import { ModelVersionsClient } from './resources/model-versions/client.js';
import { ModelsClient } from './resources/models/client.js';
import { PartnersClient } from './resources/partners/client.js';
import { PermissionsClient } from './resources/permissions/client.js';
import { TagsClient } from './resources/tags/client.js';
import { UsersClient } from './resources/users/client.js';
import { VaultClient } from './resources/vault/client.js';
import { type ClientPipeline, pipelineKey } from './transport/pipeline-access.js';

/**
 * The Civitai public API, one property per noun.
 *
 * Resolve it from a container (`container.get(CivitaiClient)` after `addCivitaiApi(container)`), or make one with
 * `createCivitaiClient()`. One client serves a whole process; it holds keep-alive connections until it is closed.
 */
export class CivitaiClient implements Disposable {
  readonly models: ModelsClient;
  readonly modelVersions: ModelVersionsClient;
  readonly modelFiles: ModelFilesClient;
  readonly images: ImagesClient;
  readonly articles: ArticlesClient;
  readonly collections: CollectionsClient;
  readonly tags: TagsClient;
  readonly creators: CreatorsClient;
  readonly users: UsersClient;
  readonly enums: EnumsClient;
  readonly me: MeClient;
  readonly permissions: PermissionsClient;
  readonly vault: VaultClient;
  readonly imageUploads: ImageUploadsClient;
  readonly content: ContentClient;
  readonly partners: PartnersClient;
  readonly #owned: OwnedPipeline;

  /** For `createCivitaiClient` and the container; applications use those. */
  constructor(owned: OwnedPipeline) {
    const { pipeline, baseUrl, allowInsecureHttp } = owned;
    this.#owned = owned;
    this.models = new ModelsClient(pipeline);
    this.modelVersions = new ModelVersionsClient(pipeline, baseUrl);
    this.modelFiles = new ModelFilesClient(pipeline);
    this.images = new ImagesClient(pipeline);
    this.articles = new ArticlesClient(pipeline);
    this.collections = new CollectionsClient(pipeline);
    this.tags = new TagsClient(pipeline);
    this.creators = new CreatorsClient(pipeline);
    this.users = new UsersClient(pipeline);
    this.enums = new EnumsClient(pipeline);
    this.me = new MeClient(pipeline);
    this.permissions = new PermissionsClient(pipeline);
    this.vault = new VaultClient(pipeline);
    this.imageUploads = new ImageUploadsClient(pipeline, baseUrl);
    this.content = new ContentClient(pipeline);
    this.partners = new PartnersClient(pipeline, { baseUrl, allowInsecureHttp });
  }

  /** @internal For `@civitkit/core/files`. */
  get [pipelineKey](): ClientPipeline {
    return this.#owned;
  }

  /** How the client fares: the state of its circuits, if `CircuitBreaker:Enabled`. Asks nobody and costs nothing. */
  health(): ClientHealth {
    return this.#owned.health();
  }

  /** Ends open calls with code `client_closed` and closes the connections. A container calls it by itself. */
  close(): void {
    this.#owned.close();
  }

  [Symbol.dispose](): void {
    this.close();
  }
}
