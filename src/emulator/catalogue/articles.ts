import { addDays, drawPast } from './catalogue-time.js';
import { storageKey } from './creators.js';
import type { CatalogueCreator, CatalogueTag } from './entities.js';
import type { Random } from './random.js';

/** How often people did something with an article. */
export interface ArticleCounts {
  readonly favoriteCount: number;
  readonly collectedCount: number;
  readonly commentCount: number;
  readonly likeCount: number;
  readonly dislikeCount: number;
  readonly heartCount: number;
  readonly laughCount: number;
  readonly cryCount: number;
  readonly viewCount: number;
  readonly tippedAmountCount: number;
}

/** An article. */
export interface CatalogueArticle {
  readonly id: number;
  readonly title: string;
  readonly status: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly publishedAt: Date;
  readonly nsfwLevel: number;
  readonly creator: CatalogueCreator;
  readonly tags: readonly CatalogueTag[];
  /** Null when the metrics are not available. */
  readonly counts: ArticleCounts | null;
  /** Null without a cover; its level may be above the article's. */
  readonly cover: { readonly id: number; readonly storage: string; readonly nsfwLevel: number } | null;
  readonly attachmentId: number | null;
}

const COUNT = 60;
const SUBJECTS: readonly string[] = [
  'Training a LoRA',
  'Choosing a sampler',
  'Upscaling',
  'Prompting',
  'Merging models',
];
const FORMS: readonly string[] = ['for beginners', 'in depth', 'notes', '– a field guide', 'FAQ'];

function drawCounts(random: Random): ArticleCounts {
  return {
    favoriteCount: random.whole(0, 90),
    collectedCount: random.whole(0, 40),
    commentCount: random.whole(0, 30),
    likeCount: random.whole(0, 200),
    dislikeCount: random.whole(0, 5),
    heartCount: random.whole(0, 90),
    laughCount: random.whole(0, 20),
    cryCount: random.whole(0, 9),
    viewCount: random.whole(10, 90_000),
    tippedAmountCount: random.whole(0, 900),
  };
}

/** Draws sixty articles, ids rising; every seventh is mature, every eleventh a draft, every ninth without metrics. */
export function createArticles(
  random: Random,
  creators: readonly CatalogueCreator[],
  tags: readonly CatalogueTag[],
): CatalogueArticle[] {
  return Array.from({ length: COUNT }, (_, index) => {
    const id = 15_001 + index * 2;
    const publishedAt = drawPast(random);
    const nsfwLevel = index % 7 === 3 ? 8 : 1;
    const counts = drawCounts(random);
    const covered = random.chance(0.8);
    return {
      id,
      title: `${random.pick(SUBJECTS)} ${random.pick(FORMS)}`,
      status: index % 11 === 5 ? 'Draft' : 'Published',
      createdAt: addDays(publishedAt, -1),
      updatedAt: publishedAt,
      publishedAt,
      nsfwLevel,
      creator: random.pick(creators),
      tags: random.some(tags, 3),
      counts: index % 9 === 4 ? null : counts,
      cover: covered
        ? { id: 88_001 + index, storage: storageKey(88_001 + index), nsfwLevel: index % 6 === 1 ? 4 : nsfwLevel }
        : null,
      attachmentId: index % 5 === 0 ? 701 + index : null,
    };
  });
}
