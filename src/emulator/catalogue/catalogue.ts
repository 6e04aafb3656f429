import { type CatalogueArticle, createArticles } from './articles.js';
import { type CatalogueCollection, createCollections } from './collections.js';
import { createCreators } from './creators.js';
import type {
  CatalogueCreator,
  CatalogueFile,
  CatalogueImage,
  CatalogueModel,
  CatalogueTag,
  CatalogueVersion,
} from './entities.js';
import { createHashIndex, type HashIndex } from './hash-index.js';
import { createImages } from './images.js';
import { createModels } from './models.js';
import { createOwnDrafts } from './own-drafts.js';
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

/** A file together with the version it belongs to. */
export interface PlacedFile extends PlacedVersion {
  readonly file: CatalogueFile;
}

/** Everything the emulated site knows: a pure function of its options. */
export interface Catalogue {
  readonly creators: readonly CatalogueCreator[];
  readonly tags: readonly CatalogueTag[];
  /** Without the drafts of the account, which only the maps have. */
  readonly models: readonly CatalogueModel[];
  readonly images: readonly CatalogueImage[];
  readonly modelById: ReadonlyMap<number, CatalogueModel>;
  readonly versionById: ReadonlyMap<number, PlacedVersion>;
  readonly hashes: HashIndex;
  readonly fileById: ReadonlyMap<number, PlacedFile>;
  readonly articles: readonly CatalogueArticle[];
  readonly collections: readonly CatalogueCollection[];
  /** The gallery of each version. */
  readonly galleryByVersion: ReadonlyMap<number, readonly CatalogueImage[]>;
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/** Builds the catalogue of a seed. */
export function createCatalogue(options: CatalogueOptions): Catalogue {
  const { seed } = options;
  const creators = createCreators(createRandom(seed, 'creators'), Math.max(1, Math.ceil(options.modelCount / 5)));
  const tags = createTags(createRandom(seed, 'tags'));
  const models = createModels(createRandom(seed, 'models'), options.modelCount, creators, tags);
  const everyModel = [...models, ...createOwnDrafts(creators)];
  const images = createImages(createRandom(seed, 'images'), options.imageCount, models, creators.slice(1), tags);
  const versions = everyModel.flatMap((model) => model.versions.map((version) => ({ model, version })));
  const galleryByVersion = new Map<number, CatalogueImage[]>();
  for (const image of images) {
    if (image.showcaseOf !== null) append(galleryByVersion, image.showcaseOf, image);
  }
  return {
    creators,
    tags,
    models,
    images,
    modelById: new Map(everyModel.map((model) => [model.id, model])),
    versionById: new Map(versions.map((placed) => [placed.version.id, placed])),
    hashes: createHashIndex(versions),
    fileById: new Map(
      versions.flatMap(({ model, version }) => version.files.map((file) => [file.id, { model, version, file }])),
    ),
    articles: createArticles(createRandom(seed, 'articles'), creators, tags),
    collections: createCollections(createRandom(seed, 'collections'), creators, tags),
    galleryByVersion,
  };
}
