import type { JsonObject } from '../../transport/parse-object.js';
import { modelOf, type SidecarSource } from './sidecar-source.js';
import { withoutSecrets } from './without-secrets.js';

/**
 * The content of `<stem>.civitai.info`: the version as a search by hash gives it, with its model. Many programs read it.
 *
 * @param existing - what is in the file; members that are not of the API, such as `extensions`, are kept
 * @throws TypeError when the version does not tell its model, and the model is not given
 */
export function civitaiInfo(source: SidecarSource, existing: JsonObject = {}): JsonObject {
  const { id, ...model } = modelOf(source);
  const { version } = source;
  const kept = Object.entries(existing).filter(([name]) => !Object.hasOwn(version, name));
  return {
    ...withoutSecrets({ ...version, modelId: id, model: { ...('model' in version ? version.model : {}), ...model } }),
    ...Object.fromEntries(kept.filter(([name]) => name !== 'modelId' && name !== 'model')),
  };
}
