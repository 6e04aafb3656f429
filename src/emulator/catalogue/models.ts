import { addDays, drawPast } from './catalogue-time.js';
import { ACCOUNT_ID } from './creators.js';
import type { CatalogueCreator, CatalogueModel, CatalogueTag } from './entities.js';
import { MODEL_TYPES } from './enum-values.js';
import type { Random } from './random.js';
import { createVersions } from './versions.js';

const ADJECTIVES: readonly string[] = [
  'Silent',
  'Golden',
  'Paper',
  'Velvet',
  'Northern',
  'Electric',
  'Tiny',
  'Painted',
];
const NOUNS: readonly string[] = [
  'Harbor',
  'Dragon',
  'Portrait',
  'Garden',
  'Machine',
  'Winter',
  'Sketch',
  'Comet',
  'Style',
];
const COMMON_TYPES: readonly string[] = [
  'LORA',
  'LORA',
  'LORA',
  'Checkpoint',
  'Checkpoint',
  'TextualInversion',
  'LoCon',
];
const COMMERCIAL_USES: readonly (readonly string[])[] = [
  ['Image', 'RentCivit'],
  ['Image', 'RentCivit', 'Rent', 'Sell'],
  ['Sell'],
  ['None'],
  [],
];

/** The odd models of every catalogue: which one of each hundred has which peculiarity. */
const ODD: Readonly<Record<string, readonly number[]>> = {
  archived: [7, 57],
  takenDown: [13, 63],
  unpublishedVersions: [21],
  withoutFiles: [29],
  withoutVersions: [35, 85],
  ofSiteAccount: [11, 41, 71],
  ofNamelessUser: [4, 54],
  hiddenMetrics: [5, 25, 45, 65, 95],
  aboutRealPerson: [17],
  draft: [33],
  private: [39],
};

/** Only the files of so many models have bytes; a catalogue of any size then answers at the same speed. */
const DOWNLOADABLE_MODELS = 300;

function isOdd(peculiarity: keyof typeof ODD, index: number): boolean {
  return ODD[peculiarity]?.includes(index % 100) === true;
}

function drawCreator(random: Random, creators: readonly CatalogueCreator[], index: number): CatalogueCreator {
  const [site, nameless, account, ...named] = creators as [CatalogueCreator, CatalogueCreator, CatalogueCreator];
  if (isOdd('ofSiteAccount', index)) return site;
  if (isOdd('ofNamelessUser', index)) return nameless;
  if (isOdd('private', index)) return account;
  // The last five named creators only have drafts, or nothing.
  if (isOdd('draft', index)) return named.at(-1) ?? account;
  return named.length > 5 ? random.pick(named.slice(0, -5)) : account;
}

/** Draws the models. Ids rise with the position; what is odd depends on the position alone, so every seed has all of it. */
export function createModels(
  random: Random,
  count: number,
  creators: readonly CatalogueCreator[],
  tags: readonly CatalogueTag[],
): CatalogueModel[] {
  const models: CatalogueModel[] = [];
  let nextVersionId = 20_001;
  for (let index = 0; index < count; index += 1) {
    const id = 1001 + index * 3;
    const type =
      index % 3 === 0 ? (MODEL_TYPES[(index / 3) % MODEL_TYPES.length] as string) : random.pick(COMMON_TYPES);
    const name = `${random.pick(ADJECTIVES)} ${random.pick(NOUNS)} ${id}`;
    const lastVersionAt = drawPast(random);
    const owner = {
      modelId: id,
      modelName: name,
      modelType: type,
      lastVersionAt,
      published: !isOdd('unpublishedVersions', index),
      withFiles: !isOdd('withoutFiles', index),
      downloadable: index < DOWNLOADABLE_MODELS,
    };
    const versionCount = isOdd('withoutVersions', index) ? 0 : random.whole(1, 4);
    const versions = createVersions(random, owner, nextVersionId, versionCount);
    nextVersionId += versionCount + 1;
    const creator = drawCreator(random, creators, index);
    const nsfwLevel = versions.reduce((level, version) => level | version.nsfwLevel, versionCount === 0 ? 1 : 0);
    models.push({
      id,
      name,
      description: random.chance(0.9) ? `<p>An <strong>HTML</strong> description of ${name}.</p>` : null,
      allowNoCredit: random.chance(0.7),
      allowDerivatives: random.chance(0.8),
      allowDifferentLicense: random.chance(0.6),
      allowCommercialUse: random.pick(COMMERCIAL_USES),
      type,
      checkpointType: type === 'Checkpoint' ? random.pick(['Trained', 'Merge']) : null,
      status: isOdd('draft', index) ? 'Draft' : 'Published',
      minor: false,
      sfwOnly: nsfwLevel === 1 && random.chance(0.1),
      poi: isOdd('aboutRealPerson', index),
      nsfw: nsfwLevel >= 16,
      nsfwLevel,
      mode: isOdd('archived', index) ? 'Archived' : isOdd('takenDown', index) ? 'TakenDown' : null,
      availability: creator.id === ACCOUNT_ID && isOdd('private', index) ? 'Private' : 'Public',
      creator,
      tags: random.some(tags, random.whole(0, 6)),
      publishedAt: versions.at(-1)?.publishedAt ?? addDays(lastVersionAt, -1),
      lastVersionAt,
      metricsHidden: isOdd('hiddenMetrics', index),
      // Small ranges on purpose: ties make the later parts of a cursor matter.
      downloadCount: random.whole(0, 40) * 250,
      thumbsUpCount: random.whole(0, 40) * 25,
      thumbsDownCount: random.whole(0, 90),
      commentCount: random.whole(0, 30),
      collectedCount: random.whole(0, 60),
      imageCount: random.whole(0, 50),
      tippedAmountCount: random.whole(0, 5_000),
      versions,
    });
  }
  return models;
}
