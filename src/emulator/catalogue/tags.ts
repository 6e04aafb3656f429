import type { CatalogueTag } from './entities.js';
import type { Random } from './random.js';

const FEATURED: readonly string[] = [
  'anime',
  'architecture',
  'base model',
  'buildings',
  'cat',
  'celebrity',
  'character',
  'clothing',
  'comics',
  'concept',
  'dog',
  'fantasy',
  'game character',
  'landscapes',
  'objects',
  'photorealistic',
  'poses',
  'robot',
  'sci-fi',
  'style',
  'tool',
  'vehicle',
  'video game',
  'watercolor',
  'woman',
];

const PLAIN: readonly string[] = [
  '1girl',
  'animal',
  'anime style',
  'armor',
  'C++ & friends',
  'castle',
  'cyberpunk',
  'film grain',
  'forest',
  'girl',
  'ink sketch',
  'katana',
  'mecha',
  'neon',
  'oil painting',
  'pixel art',
  'portrait',
  'ruins',
  'steampunk',
  'sunset',
  'tattoo',
  'ukiyo-e',
  'vintage',
  'wings',
  'Yōkai',
];

/** Draws the tags; two of them have spaces, one is not ASCII and one needs encoding. */
export function createTags(random: Random): CatalogueTag[] {
  return [...FEATURED, ...PLAIN].map((name, index) => ({
    id: 5 + index * 2,
    name,
    featured: index < FEATURED.length,
    modelCount: random.whole(1, 90_000),
    imageCount: random.whole(1, 900_000),
  }));
}
