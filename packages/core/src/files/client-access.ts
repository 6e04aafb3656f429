import type { ModelVersionsClient } from '../resources/model-versions/client.js';
import type { ModelsClient } from '../resources/models/client.js';
import { type ClientPipeline, pipelineKey } from '../transport/pipeline-access.js';

/** What a `CivitaiClient` has that downloads need; no other object will do, for there is more to it than meets the eye. */
export interface FilesClient {
  readonly models: ModelsClient;
  readonly modelVersions: ModelVersionsClient;
}

/**
 * The way by which a client sends its requests.
 *
 * @throws TypeError for anything but a `CivitaiClient`
 */
export function pipelineOf(client: FilesClient): ClientPipeline {
  const found = (client as { readonly [pipelineKey]?: ClientPipeline })[pipelineKey];
  if (found === undefined) throw new TypeError('a CivitaiClient is needed, from createCivitaiClient() or a container');
  return found;
}
