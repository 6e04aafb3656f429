import { createCreators } from './creators.js';
import type { CatalogueCreator, CatalogueImage, CatalogueModel, CatalogueTag, CatalogueVersion } from './entities.js';
import { createImages } from './images.js';
import { createModels } from './models.js';
import { createRandom } from './random.js';
import { createTags } from './tags.js';

/** What a catalogue is made from. */
export interface CatalogueOptions {
  readonly seed: number;
  readonly modelCount: number;
  readonly imageCount: number;
}

/** A version together with the model it belongs to. */
export interface PlacedVersion {
  readonly model: CatalogueModel;
  readonly version: CatalogueVersion;
}

/** Everything the emulated site knows: a pure function of its options. */
export interface Catalogue {
  readonly creators: readonly CatalogueCreator[];
  readonly tags: readonly CatalogueTag[];
  readonly models: readonly CatalogueModel[];
  readonly images: readonly CatalogueImage[];
  readonly modelById: ReadonlyMap<number, CatalogueModel>;
  readonly versionById: ReadonlyMap<number, PlacedVersion>;
  /** Versions by any hash of any of their files (upper case), in order of publication. */
  readonly versionsByHash: ReadonlyMap<string, readonly PlacedVersion[]>;
  /** The gallery of each version. */
  readonly galleryByVersion: ReadonlyMap<number, readonly CatalogueImage[]>;
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

function indexByHash(versions: readonly PlacedVersion[]): Map<string, PlacedVersion[]> {
  const index = new Map<string, PlacedVersion[]>();
  const oldestFirst = versions.toSorted((a, b) => a.version.publishedAt.getTime() - b.version.publishedAt.getTime());
  for (const placed of oldestFirst) {
    for (const file of placed.version.files) {
      // A linked VAE is a file of another model: its hash does not lead here.
      if (file.linkedVae) continue;
      for (const hash of Object.values(file.hashes)) append(index, hash, placed);
    }
  }
  return index;
}

/** Builds the catalogue of a seed. */
export function createCatalogue(options: CatalogueOptions): Catalogue {
  const { seed } = options;
  const creators = createCreators(createRandom(seed, 'creators'), Math.max(1, Math.ceil(options.modelCount / 5)));
  const tags = createTags(createRandom(seed, 'tags'));
  const models = createModels(createRandom(seed, 'models'), options.modelCount, creators, tags);
  const images = createImages(createRandom(seed, 'images'), options.imageCount, models, creators.slice(1), tags);
  const versions = models.flatMap((model) => model.versions.map((version) => ({ model, version })));
  const galleryByVersion = new Map<number, CatalogueImage[]>();
  for (const image of images) {
    if (image.showcaseOf !== null) append(galleryByVersion, image.showcaseOf, image);
  }
  return {
    creators,
    tags,
    models,
    images,
    modelById: new Map(models.map((model) => [model.id, model])),
    versionById: new Map(versions.map((placed) => [placed.version.id, placed])),
    versionsByHash: indexByHash(versions),
    galleryByVersion,
  };
}
