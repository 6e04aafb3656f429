import { periodStart } from '../catalogue/catalogue-time.js';
import type { CatalogueImage } from '../catalogue/entities.js';
import type { ImagesQuery } from './images-query.js';
import { maturityMask, passesMask } from './maturity.js';

/** What the filters of images need. */
export interface ImageScope {
  readonly query: ImagesQuery;
  /** The wanted creator, already found by name. */
  readonly creatorId: number | undefined;
}

type ImageTest = (image: CatalogueImage) => boolean;

/** An id of 0, which is what an empty value reads as, filters nothing. */
function byId(id: number | undefined, test: (image: CatalogueImage, id: number) => boolean): ImageTest[] {
  return id === undefined || id === 0 ? [] : [(image) => test(image, id)];
}

function byList<T>(
  list: readonly T[] | undefined,
  test: (image: CatalogueImage, list: readonly T[]) => boolean,
): ImageTest[] {
  return list === undefined ? [] : [(image) => test(image, list)];
}

function imageTests({ query, creatorId }: ImageScope): ImageTest[] {
  const mask = maturityMask(query);
  const start = periodStart(query.period);
  return [
    (image) => passesMask(image.level, mask),
    // `requiringMeta=true` selects what is held back for missing proof of origin: not useful, but so it is.
    (image) => image.unverified === (query.requiringMeta === true),
    ...byId(query.postId, (image, id) => image.postId === id),
    ...byId(query.modelId, (image, id) => image.modelId === id),
    ...byId(query.modelVersionId, (image, id) => image.modelVersionIds.includes(id)),
    ...byId(query.imageId, (image, id) => image.id === id),
    ...byId(query.userId, (image, id) => image.creator.id === id),
    ...byId(creatorId, (image, id) => image.creator.id === id),
    ...byId(start, (image, from) => image.publishedAt.getTime() >= from),
    ...byList(query.tags, (image, ids) => image.tags.some((tag) => ids.includes(tag.id))),
    ...byList(query.type === undefined ? undefined : [query.type], (image, types) => types.includes(image.type)),
    ...byList(query.baseModels, (image, names) => image.baseModel !== null && names.includes(image.baseModel)),
  ];
}

/** The images a request asks for, in catalogue order. */
export function filterImages(images: readonly CatalogueImage[], scope: ImageScope): CatalogueImage[] {
  const tests = imageTests(scope);
  return images.filter((image) => tests.every((test) => test(image)));
}
