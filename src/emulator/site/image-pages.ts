import { CATALOGUE_NOW } from '../catalogue/catalogue-time.js';
import type { CatalogueImage } from '../catalogue/entities.js';
import { orderLegacy, orderSearched } from './image-order.js';
import type { ImagesQuery } from './images-query.js';

/** One page of images; the cursor is a text on the search path and a number on the legacy path. */
export interface ImagesPage {
  readonly images: readonly CatalogueImage[];
  readonly nextCursor: string | number | undefined;
}

/** Which path answers (contract §7.9): the legacy one for a single image, or for a model without a version. */
export function isLegacyPath(query: ImagesQuery): boolean {
  return Boolean(query.imageId) || (Boolean(query.modelId) && !query.modelVersionId);
}

interface SearchPosition {
  readonly offset: number;
  /** When the walk began: images published later do not shift its pages. */
  readonly entry: number;
}

function readPosition(cursor: string | undefined): SearchPosition | undefined {
  if (cursor === undefined || cursor === '') return { offset: 0, entry: CATALOGUE_NOW };
  const match = /^(\d+)\|(?:(\d+)|bdx:\{"entry": (\d+)\})$/.exec(cursor);
  return match === null ? undefined : { offset: Number(match[1]), entry: Number(match[2] ?? match[3]) };
}

/** Two forms are known (contract §6); the second needs every kind of encoding on its way back. */
function writePosition({ offset, entry }: SearchPosition, asJson: boolean): string {
  return asJson ? `${offset}|bdx:{"entry": ${entry}}` : `${offset}|${entry}`;
}

/** A page of the search path; `page` has no effect on it. `undefined` for a malformed cursor. */
export function searchedPage(
  images: readonly CatalogueImage[],
  query: ImagesQuery,
  jsonCursor: boolean,
): ImagesPage | undefined {
  const position = readPosition(query.cursor);
  if (position === undefined) return undefined;
  const limit = Math.ceil(query.limit);
  const known = images.filter((image) => image.publishedAt.getTime() <= position.entry);
  const end = position.offset + limit;
  return {
    images: orderSearched(known, query.sort).slice(position.offset, end),
    nextCursor:
      limit > 0 && end < known.length ? writePosition({ offset: end, entry: position.entry }, jsonCursor) : undefined,
  };
}

/** A page of the legacy path, where `page` works and a cursor is the id the page starts with. */
export function legacyPage(images: readonly CatalogueImage[], query: ImagesQuery): ImagesPage | undefined {
  const ordered = orderLegacy(images, query.sort);
  const limit = Math.ceil(query.limit);
  let start = Math.max(0, ((query.page ?? 1) - 1) * limit);
  if (query.cursor) {
    const id = Number(query.cursor);
    if (!Number.isInteger(id)) return undefined;
    const found = ordered.findIndex((image) => (query.sort === 'Oldest' ? image.id >= id : image.id <= id));
    start = found === -1 ? ordered.length : found;
  }
  return {
    images: ordered.slice(start, start + limit),
    nextCursor: limit > 0 ? ordered[start + limit]?.id : undefined,
  };
}
