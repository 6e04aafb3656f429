import type { CatalogueImage } from '../catalogue/entities.js';

type Measure = (image: CatalogueImage) => number;

/** The sorts of the search path as "largest first". `Random` is undefined there: any fixed shuffle will do. */
const SEARCH_MEASURES: Readonly<Record<string, Measure>> = {
  'Most Reactions': (image) => image.likeCount + image.heartCount + image.laughCount + image.cryCount,
  'Most Comments': (image) => image.commentCount,
  'Most Collected': (image) => image.collectedCount,
  Newest: (image) => image.publishedAt.getTime(),
  Oldest: (image) => -image.publishedAt.getTime(),
  Random: (image) => Math.imul(image.id, 0x9e3779b1),
};

/** Orders images as the search path does; ids decide ties. */
export function orderSearched(images: readonly CatalogueImage[], sort: string): CatalogueImage[] {
  const measure = SEARCH_MEASURES[sort] ?? (() => 0);
  return images.toSorted((a, b) => measure(b) - measure(a) || b.id - a.id);
}

/** The legacy path knows two orders: by id for Oldest, against it for every other sort (contract §7.9). */
export function orderLegacy(images: readonly CatalogueImage[], sort: string): CatalogueImage[] {
  const direction = sort === 'Oldest' ? 1 : -1;
  return images.toSorted((a, b) => direction * (a.id - b.id));
}
