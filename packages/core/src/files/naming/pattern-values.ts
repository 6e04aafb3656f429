import { nsfwLabelOfMask } from '../../resources/images/browsing-level.js';
import type { Image } from '../../resources/images/types.js';
import type { ModelVersionDetail } from '../../resources/model-versions/types.js';
import type { Model, ModelFile, ModelImage, ModelVersion } from '../../resources/models/types.js';
import type { PatternValues } from './pattern-tokens.js';
import { splitName } from './shorten.js';

/** Whatever is at hand; what is missing makes its tokens `unknown`. */
export interface PatternSource {
  readonly model?: Pick<Model, 'id' | 'name' | 'type' | 'creator'> | undefined;
  readonly version?: ModelVersion | ModelVersionDetail | undefined;
  readonly file?: ModelFile | undefined;
  readonly image?: Image | ModelImage | undefined;
}

const mediaExtension = /\.(?<ext>png|jpe?g|gif|webp|avif|mp4|webm|mov)$/iu;

/**
 * The values of a pattern's tokens. `{Extension}` and `{file.ext}` are without dot; `{NsfwLevel}` is the word that the API
 * uses, and `None` when it says none; `{FileType}` is `Model` when it is not known. `{Date}` is the day in UTC on which the
 * image was published, and `unknown` for images of which it is not told: the day of today would give the same image
 * another place every day.
 */
export function patternValues({ model, version, file, image }: PatternSource): PatternValues {
  const detail = version !== undefined && 'modelId' in version ? version : undefined;
  return {
    'model.id': model?.id ?? detail?.modelId,
    'model.name': model?.name ?? detail?.model.name,
    type: model?.type ?? detail?.model.type,
    creator: model?.creator?.username,
    'version.id': version?.id,
    'version.name': version?.name,
    ...fileValues(file),
    ...(image === undefined ? {} : imageValues(image)),
    baseModel: version?.baseModel ?? (image !== undefined && 'baseModel' in image ? image.baseModel : undefined),
  };
}

function fileValues(file: ModelFile | undefined): PatternValues {
  const { stem, extension } = splitName(file?.name ?? '');
  return {
    'file.id': file?.id,
    'file.name': file?.name,
    'file.stem': stem,
    'file.ext': extension.slice(1),
    'file.type': file?.type ?? 'Model',
    'file.format': file?.metadata.format,
    'file.size': file?.metadata.size,
    'file.fp': file?.metadata.fp,
  };
}

function imageValues(image: Image | ModelImage): PatternValues {
  const name = lastSegment(image.url);
  const known = mediaExtension.exec(name)?.groups?.['ext']?.toLowerCase();
  const published = 'createdAt' in image ? Date.parse(image.createdAt) : Number.NaN;
  return {
    'image.id': image.id,
    'image.width': image.width,
    'image.height': image.height,
    'image.stem': splitName(name).stem,
    'image.ext': known ?? extensionOfKind(image.type, name),
    'image.nsfwLevel': levelOf(image),
    'image.date': Number.isNaN(published) ? undefined : new Date(published).toISOString().slice(0, 10),
    ...('username' in image ? { 'image.username': image.username, 'image.postId': image.postId } : {}),
  };
}

function extensionOfKind(type: string, name: string): string {
  if (type === 'audio') return splitName(name).extension.slice(1);
  return type === 'video' ? 'mp4' : 'png';
}

function levelOf({ nsfwLevel }: Image | ModelImage): string {
  if (typeof nsfwLevel === 'string') return nsfwLevel;
  // What the server says is taken as it is, also when no word is known for it.
  return Number.isInteger(nsfwLevel) && nsfwLevel >= 0 && nsfwLevel < 2 ** 31
    ? (nsfwLabelOfMask(nsfwLevel) ?? String(nsfwLevel))
    : 'None';
}

function lastSegment(url: string): string {
  const path = url.split(/[?#]/u, 1)[0] ?? '';
  return path.slice(path.lastIndexOf('/') + 1);
}
