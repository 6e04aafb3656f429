import type { CatalogueModel } from '../catalogue/entities.js';

/** One value of a sort key; texts compare as texts, which for database times is in order of time. */
type KeyPart = number | string;

interface ModelOrder {
  readonly descending: boolean;
  /** What the order and its cursor are made of; the model id comes last and decides ties. */
  key(model: CatalogueModel): readonly KeyPart[];
}

/** `YYYY-MM-DD HH:MM:SS.mmm`, the form of times inside a cursor (contract §6). */
function databaseTime(date: Date): string {
  return date.toISOString().replace('T', ' ').replace('Z', '');
}

const MOST_LIKED: ModelOrder = {
  descending: true,
  key: (model) => [model.thumbsUpCount, model.downloadCount, model.id],
};

/** The sorts of models. Highest Rated is the order of Most Liked (contract §10). */
const ORDERS: Readonly<Record<string, ModelOrder>> = {
  'Highest Rated': MOST_LIKED,
  'Most Liked': MOST_LIKED,
  'Most Downloaded': { descending: true, key: (model) => [model.downloadCount, model.thumbsUpCount, model.id] },
  'Most Discussed': { descending: true, key: (model) => [model.commentCount, model.thumbsUpCount, model.id] },
  'Most Collected': { descending: true, key: (model) => [model.collectedCount, model.thumbsUpCount, model.id] },
  'Most Images': { descending: true, key: (model) => [model.imageCount, model.thumbsUpCount, model.id] },
  Newest: { descending: true, key: (model) => [databaseTime(model.lastVersionAt), model.id] },
  Oldest: { descending: false, key: (model) => [databaseTime(model.lastVersionAt), model.id] },
};

function compareKeys(a: readonly KeyPart[], b: readonly KeyPart[]): number {
  for (const [index, part] of a.entries()) {
    const other = b[index] as KeyPart;
    if (part !== other) return part < other ? -1 : 1;
  }
  return 0;
}

/** Models in the order of a sort, each with its key. */
export interface OrderedModel {
  readonly model: CatalogueModel;
  readonly key: readonly KeyPart[];
}

/** Sorts models. */
export function orderModels(models: readonly CatalogueModel[], sort: string): OrderedModel[] {
  const order = ORDERS[sort] ?? MOST_LIKED;
  const direction = order.descending ? -1 : 1;
  return models
    .map((model) => ({ model, key: order.key(model) }))
    .toSorted((a, b) => direction * compareKeys(a.key, b.key));
}

/** Writes the cursor that starts at a model: the key parts joined by `|`. */
export function writeModelCursor(start: OrderedModel): string {
  return start.key.join('|');
}

const DATABASE_TIME = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}$/;

/** Reads a cursor back; `undefined` when it was not made by this sort. */
function readKey(cursor: string, sort: string): readonly KeyPart[] | undefined {
  const texts = cursor.split('|');
  const timed = sort === 'Newest' || sort === 'Oldest';
  if (texts.length !== keyLength(sort) || texts.includes('')) return undefined;
  if (timed && !DATABASE_TIME.test(texts[0] ?? '')) return undefined;
  const parts = texts.map((text, index) => (timed && index === 0 ? text : Number(text)));
  return parts.includes(Number.NaN) ? undefined : parts;
}

/** How many parts the cursors of a sort have. */
export function keyLength(sort: string): number {
  return sort === 'Newest' || sort === 'Oldest' ? 2 : 3;
}

/** The rest of an ordered list from a cursor on, its own row included; `undefined` for a cursor of another sort. */
export function startAtCursor(
  ordered: readonly OrderedModel[],
  cursor: string,
  sort: string,
): readonly OrderedModel[] | undefined {
  const key = readKey(cursor, sort);
  if (key === undefined) return undefined;
  const direction = ORDERS[sort]?.descending === false ? 1 : -1;
  const start = ordered.findIndex((row) => direction * compareKeys(row.key, key) >= 0);
  return start === -1 ? [] : ordered.slice(start);
}
