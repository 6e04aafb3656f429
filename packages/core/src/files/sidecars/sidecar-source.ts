import type { ModelOfVersion, ModelVersionDetail } from '../../resources/model-versions/types.js';
import type { Model, ModelFile, ModelVersion } from '../../resources/models/types.js';

/** What a description is made from. */
export interface SidecarSource {
  readonly version: ModelVersion | ModelVersionDetail;
  /** Needed when the version comes out of a model, for that does not tell which; else it adds tags and the description. */
  readonly model?: Model | undefined;
  /** The file that is described. Default: the version's primary one. */
  readonly file?: ModelFile | undefined;
}

/** What is known of the model, from wherever it is known. */
export interface KnownModel extends Pick<ModelOfVersion, 'name' | 'type' | 'nsfw' | 'poi'> {
  readonly id: number;
}

/** @throws TypeError when the version does not tell its model, and the model is not given */
export function modelOf({ version, model }: SidecarSource): KnownModel {
  if (model !== undefined) {
    const { id, name, type, nsfw, poi } = model;
    return { id, name, type, nsfw, poi };
  }
  if ('modelId' in version) return { id: version.modelId, ...version.model };
  throw new TypeError('a version out of a model does not tell which; give the model as well');
}

/** The file that is described. */
export function fileOf({ version, file }: SidecarSource): ModelFile | undefined {
  return file ?? version.files.find(({ primary }) => primary) ?? version.files[0];
}
