import { periodStart } from '../catalogue/catalogue-time.js';
import type { CatalogueCreator, CatalogueModel, CatalogueTag, CatalogueVersion } from '../catalogue/entities.js';
import type { Session, Site } from './endpoint.js';
import { modeOf } from './file-views.js';
import { paidAccessOf } from './model-views.js';
import type { ModelsQuery } from './models-query.js';

/** What the filters need besides the query: names already resolved to rows. */
export interface ModelScope {
  readonly query: ModelsQuery;
  readonly session: Session | null;
  readonly site: Site;
  readonly creator: CatalogueCreator | undefined;
  /** Undefined also for an unknown tag: the server then does not filter by tag at all. */
  readonly tag: CatalogueTag | undefined;
}

/** One condition: whether it applies to this request, and whether a model meets it. */
interface ModelFilter {
  applies(scope: ModelScope): boolean;
  keeps(model: CatalogueModel, scope: ModelScope): boolean;
}

/** Always on: what nobody but the owner or nobody at all may see in a list. */
const VISIBLE: readonly ModelFilter[] = [
  { applies: () => true, keeps: (model) => model.status === 'Published' && !model.poi },
  {
    applies: () => true,
    keeps: (model, { session }) => model.availability !== 'Private' || model.creator.id === session?.userId,
  },
];

/** The conditions a text search applies in its own index (contract §7.1, `query`). */
const INDEXED: readonly ModelFilter[] = [
  // nsfw widens: false means general audiences only, true means no filter at all.
  { applies: ({ query }) => query.nsfw !== true, keeps: (model) => (model.nsfwLevel & 1) !== 0 },
  {
    applies: ({ query }) => query.types !== undefined,
    keeps: (model, { query }) => query.types?.includes(model.type) === true,
  },
];

const someVersion = (model: CatalogueModel, test: (version: CatalogueVersion) => boolean): boolean =>
  model.versions.some((version) => version.status === 'Published' && test(version));

/** The conditions that are applied in the database, after a text search where there is one. */
const STORED: readonly ModelFilter[] = [
  {
    applies: ({ query }) => query.availability !== undefined,
    keeps: (model, { query }) => model.availability === query.availability,
  },
  // Without the parameter private models are left out even for their owner.
  { applies: ({ query }) => query.availability === undefined, keeps: (model) => model.availability !== 'Private' },
  {
    // A text search replaces the ids by its own.
    applies: ({ query }) => query.ids !== undefined && !isSearch(query),
    keeps: (model, { query }) => query.ids?.includes(model.id) === true,
  },
  {
    applies: ({ query }) => query.modelVersionIds !== undefined,
    keeps: (model, { query }) => someVersion(model, (version) => query.modelVersionIds?.includes(version.id) === true),
  },
  { applies: ({ tag }) => tag !== undefined, keeps: (model, { tag }) => tag !== undefined && model.tags.includes(tag) },
  {
    applies: ({ creator }) => creator !== undefined,
    keeps: (model, { creator }) => model.creator === creator,
  },
  {
    applies: ({ query }) => query.baseModels !== undefined,
    keeps: (model, { query }) =>
      someVersion(model, (version) => query.baseModels?.includes(version.baseModel) === true),
  },
  {
    // Only effective where checkpoints can be found at all, and then it lets other types pass.
    applies: ({ query }) =>
      query.checkpointType !== undefined && (query.types === undefined || query.types.includes('Checkpoint')),
    keeps: (model, { query }) => model.type !== 'Checkpoint' || model.checkpointType === query.checkpointType,
  },
  {
    applies: ({ query }) => query.periodMode !== 'stats' && periodStart(query.period) !== undefined,
    keeps: (model, { query }) => model.lastVersionAt.getTime() >= (periodStart(query.period) ?? 0),
  },
  {
    applies: ({ query }) => query.archived !== true,
    keeps: (model, { site }) => modeOf(model, site.behaviour.mode) !== 'Archived',
  },
  {
    applies: ({ query }) => query.supportsGeneration === true,
    keeps: (model) => someVersion(model, (version) => version.supportsGeneration),
  },
  {
    applies: ({ query }) => query.fromPlatform === true,
    keeps: (model) => someVersion(model, (version) => version.uploadType === 'Trained'),
  },
  {
    applies: ({ query }) => query.earlyAccess === true,
    keeps: (model, { site }) => someVersion(model, (version) => paidAccessOf(version, site.behaviour) !== null),
  },
  { applies: ({ query }) => query.newCreators === true, keeps: (model) => model.creator.isNew },
  {
    applies: ({ query }) => query.allowCommercialUse !== undefined,
    keeps: (model, { query }) => model.allowCommercialUse.some((use) => query.allowCommercialUse?.includes(use)),
  },
  {
    applies: ({ query }) => query.fileFormats !== undefined,
    keeps: (model, { query }) =>
      someVersion(model, (version) =>
        version.files.some((file) => query.fileFormats?.includes(file.metadata.format ?? '') === true),
      ),
  },
  // The key's account has favorites, hidden models and followed creators, chosen by their ids.
  { applies: ({ query }) => query.favorites === true, keeps: (model) => model.id % 7 === 0 },
  { applies: ({ query }) => query.hidden === true, keeps: (model) => model.id % 11 === 0 },
  {
    applies: ({ query, session }) => query.followed === true && session !== null,
    keeps: (model) => model.creator.id % 2 === 0,
  },
];

function applyFilters(
  models: readonly CatalogueModel[],
  filters: readonly ModelFilter[],
  scope: ModelScope,
): CatalogueModel[] {
  const active = filters.filter((filter) => filter.applies(scope));
  return models.filter((model) => active.every((filter) => filter.keeps(model, scope)));
}

/** An empty `query=` is no search. */
export function isSearch(query: ModelsQuery): boolean {
  return query.query !== undefined && query.query !== '';
}

/** The models a text search finds: what its index filters by. */
export function filterIndexed(models: readonly CatalogueModel[], scope: ModelScope): CatalogueModel[] {
  return applyFilters(models, [...VISIBLE, ...INDEXED], scope);
}

/** Applies the conditions of the database to models a search has found already. */
export function filterStored(models: readonly CatalogueModel[], scope: ModelScope): CatalogueModel[] {
  return applyFilters(models, STORED, scope);
}

/** The versions of a model that a list shows: published, with files, and trimmed by the request (contract §7.1). */
export function visibleVersions(model: CatalogueModel, query: ModelsQuery): readonly CatalogueVersion[] {
  return model.versions.filter(
    (version) =>
      version.status === 'Published' &&
      version.files.length > 0 &&
      (query.ids !== undefined || version.availability === 'Public') &&
      (query.baseModels === undefined || query.baseModels.includes(version.baseModel)) &&
      (query.modelVersionIds === undefined || query.modelVersionIds.includes(version.id)),
  );
}
