import type { JsonObject } from '../../transport/parse-object.js';
import { fileOf, modelOf, type SidecarSource } from './sidecar-source.js';
import { withoutSecrets } from './without-secrets.js';

/**
 * The content of `<stem>.cm-info.json`, by which Stability Matrix knows a file.
 *
 * @param now - becomes the time of the import, unless there is one
 * @param existing - what is in the file; the user's title, the time of the import and members not known here are kept
 */
export function cmInfo(source: SidecarSource, now: Date, existing: JsonObject = {}): JsonObject {
  const { version, model } = source;
  const { id, name, type, nsfw } = modelOf(source);
  const file = fileOf(source);
  const found = {
    ModelId: id,
    ModelName: name,
    ModelDescription: model?.description ?? existing['ModelDescription'] ?? '',
    Nsfw: nsfw,
    Tags: model?.tags ?? existing['Tags'] ?? [],
    ModelType: type,
    VersionId: version.id,
    VersionName: version.name,
    VersionDescription: version.description ?? '',
    BaseModel: version.baseModel,
    FileMetadata: {
      fp: file?.metadata.fp ?? null,
      size: file?.metadata.size ?? null,
      format: file?.metadata.format ?? null,
    },
    ImportedAt: existing['ImportedAt'] ?? now.toISOString().replace('Z', '+00:00'),
    Hashes: file?.hashes ?? {},
    TrainedWords: version.trainedWords,
    Stats: version.stats,
    UserTitle: existing['UserTitle'] ?? null,
    ThumbnailImageUrl: version.images.find((image) => image.type === 'image')?.url ?? null,
  };
  return { ...existing, ...withoutSecrets(found) };
}
