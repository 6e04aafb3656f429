import { drawPast } from './catalogue-time.js';
import { storageKey } from './creators.js';
import type { CatalogueCreator, CatalogueTag } from './entities.js';
import type { Random } from './random.js';

/** A collection; what is in it no endpoint tells. */
export interface CatalogueCollection {
  readonly id: number;
  readonly name: string;
  readonly description: string | null;
  readonly type: string | null;
  readonly nsfwLevel: number | null;
  readonly read: 'Public' | 'Unlisted' | 'Private';
  readonly itemCount: number;
  readonly followerCount: number;
  readonly createdAt: Date;
  readonly cover: string | null;
  /** Null for a collection whose owner is gone. */
  readonly owner: CatalogueCreator | null;
  readonly tags: readonly CatalogueTag[];
}

const COUNT = 60;
const TYPES: readonly (string | null)[] = ['Model', 'Model', 'Image', 'Post', 'Article', 'Model3D', null];
const NAMES: readonly string[] = ['Favorite LoRAs', 'Landscapes', 'To try', 'Best of 2025', 'References'];

/**
 * Draws sixty collections, ids and dates rising together. The first twenty of the newest are mature but for one in ten, so
 * that a page may be short, or even empty, long before the end.
 */
export function createCollections(
  random: Random,
  creators: readonly CatalogueCreator[],
  tags: readonly CatalogueTag[],
): CatalogueCollection[] {
  const dates = Array.from({ length: COUNT }, () => drawPast(random)).toSorted((a, b) => a.getTime() - b.getTime());
  return dates.map((createdAt, index) => {
    const id = 1201 + index * 2;
    const mature = index >= COUNT - 20 ? index % 10 !== 9 : index % 8 === 0;
    return {
      id,
      name: `${random.pick(NAMES)} ${id}`,
      description: random.chance(0.5) ? 'A list.' : null,
      type: random.pick(TYPES),
      nsfwLevel: mature ? 8 : random.pick([0, 1, 1, 1, null]),
      read: index % 13 === 6 ? 'Unlisted' : index % 13 === 7 ? 'Private' : 'Public',
      itemCount: random.whole(0, 80),
      followerCount: random.whole(0, 500),
      createdAt,
      cover: random.chance(0.7) ? storageKey(id) : null,
      owner: index % 17 === 2 ? null : random.pick(creators),
      tags: random.some(tags, 2),
    };
  });
}
