import type { CatalogueImage } from '../catalogue/entities.js';
import type { View } from './file-views.js';

/** The image host with the site's own token in it. */
export const MEDIA_ROOT: string = 'https://image.civitai.com/xG1nkqKTMzGDvpLrqFT7WA';

/** The extension tells the kind of media, not the real format of the bytes (contract §7.1). */
const EXTENSIONS: Readonly<Record<CatalogueImage['type'], string>> = { image: 'jpeg', video: 'mp4', audio: 'mp3' };

/** The address of an image; a stored whole address is returned as it is. */
export function imageUrl(image: CatalogueImage, fileName: string | number = image.id): string {
  if (image.storage.startsWith('https://')) return image.storage;
  return `${MEDIA_ROOT}/${image.storage}/original=true/${fileName}.${EXTENSIONS[image.type]}`;
}

function origin(image: CatalogueImage): View {
  return {
    hasMeta: image.meta !== null && !image.hideMeta,
    hasPositivePrompt: !image.hideMeta && typeof image.meta?.['prompt'] === 'string',
    onSite: image.onSite,
    remixOfId: image.remixOfId,
  };
}

function frame(image: CatalogueImage): View {
  return {
    url: imageUrl(image),
    nsfwLevel: image.level,
    width: image.width,
    height: image.height,
    hash: image.blurHash,
    type: image.type,
  };
}

/** An image inside a model, without its id. */
export function imageInModel(image: CatalogueImage): View {
  return { ...frame(image), minor: image.minor, poi: image.poi, ...origin(image) };
}

/** An image inside a listed model. */
export function imageInModelList(image: CatalogueImage): View {
  return { id: image.id, ...imageInModel(image) };
}

/** An image of a bare version: no id, but its parameters (contract §7.3, Image2). */
export function imageInVersion(image: CatalogueImage): View {
  return {
    ...frame(image),
    metadata: { hash: image.blurHash, size: 1_234_567, width: image.width, height: image.height },
    minor: image.minor,
    poi: image.poi,
    meta: image.hideMeta ? null : image.meta,
    availability: 'Public',
    ...origin(image),
  };
}
