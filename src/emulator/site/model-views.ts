import { addDays, CATALOGUE_NOW } from '../catalogue/catalogue-time.js';
import { SITE_ACCOUNT_ID } from '../catalogue/creators.js';
import type { CatalogueFile, CatalogueImage, CatalogueModel, CatalogueVersion } from '../catalogue/entities.js';
import type { Site } from './endpoint.js';
import { downloadUrl, fileInModel, modeOf, shownFiles, type View } from './file-views.js';
import { imageInModel, imageInModelList } from './image-views.js';
import type { SiteBehaviour } from './site-behaviour.js';

const GALLERY_SIZE = 20;

/** The paid access of a version, which a behaviour may force on all of them. */
export function paidAccessOf(version: CatalogueVersion, behaviour: SiteBehaviour): CatalogueVersion['paidAccess'] {
  if (behaviour.earlyAccess !== true) return version.paidAccess;
  return version.paidAccess ?? { permanent: false, endsAt: addDays(new Date(CATALOGUE_NOW), 7) };
}

/** The keys a listed model and a single one share. */
export function modelFields(model: CatalogueModel, versions: readonly CatalogueVersion[], site: Site): View {
  const { behaviour } = site;
  const hidden = model.metricsHidden || behaviour.hiddenMetrics === true;
  const withCreator = model.creator.id !== SITE_ACCOUNT_ID && behaviour.modelsWithoutCreator !== true;
  return {
    id: model.id,
    name: model.name,
    description: model.description,
    allowNoCredit: model.allowNoCredit,
    allowCommercialUse:
      behaviour.commercialUseAsText === true ? `{${model.allowCommercialUse.join(',')}}` : model.allowCommercialUse,
    allowDerivatives: model.allowDerivatives,
    allowDifferentLicense: model.allowDifferentLicense,
    type: model.type,
    minor: model.minor,
    sfwOnly: model.sfwOnly,
    poi: model.poi,
    nsfw: model.nsfw,
    nsfwLevel: model.nsfwLevel,
    // Absent when healthy; the documented null does not occur.
    mode: modeOf(model, behaviour.mode) ?? undefined,
    availability: model.availability,
    userId: model.creator.id,
    baseModels: [...new Set(versions.map((version) => version.baseModel))],
    cosmetic: null,
    supportsGeneration: model.versions.some((version) => version.supportsGeneration),
    stats: {
      downloadCount: hidden ? null : model.downloadCount,
      thumbsUpCount: model.thumbsUpCount,
      thumbsDownCount: model.thumbsDownCount,
      commentCount: model.commentCount,
      tippedAmountCount: hidden ? null : model.tippedAmountCount,
    },
    creator: withCreator ? { username: model.creator.username, image: model.creator.image } : undefined,
    tags: model.tags.map((tag) => tag.name),
  };
}

function versionStats(model: CatalogueModel, version: CatalogueVersion, site: Site): View {
  const hidden = model.metricsHidden || site.behaviour.hiddenMetrics === true;
  return {
    downloadCount: hidden ? null : version.downloadCount,
    thumbsUpCount: version.thumbsUpCount,
    thumbsDownCount: version.thumbsDownCount,
  };
}

/** What a version inside a model is made of, apart from the route's own style. */
export interface VersionParts {
  readonly model: CatalogueModel;
  readonly version: CatalogueVersion;
  readonly files: readonly CatalogueFile[];
  readonly images: readonly CatalogueImage[];
  /** Where download links point. */
  readonly origin: string;
}

function downloadLink(parts: VersionParts, mode: CatalogueModel['mode']): string | undefined {
  return mode === 'Archived' ? undefined : downloadUrl(parts.origin, parts.version.id);
}

/** A version inside a listed model: empty things stay as null and []. */
export function listedVersion(parts: VersionParts, site: Site): View {
  const { model, version } = parts;
  const mode = modeOf(model, site.behaviour.mode);
  const paidAccess = paidAccessOf(version, site.behaviour);
  return {
    id: version.id,
    index: version.index,
    name: version.name,
    baseModel: version.baseModel,
    baseModelType: version.baseModelType,
    publishedAt: version.publishedAt,
    flags: 0,
    availability: version.availability,
    nsfwLevel: version.nsfwLevel,
    description: version.description,
    trainedWords: version.trainedWords,
    vaeId: version.vaeId,
    earlyAccessDeadline: paidAccess?.endsAt ?? undefined,
    paidAccess,
    stats: versionStats(model, version, site),
    supportsGeneration: version.supportsGeneration,
    files: mode === 'Archived' ? [] : parts.files.map((file) => fileInModel(parts.origin, version.id, file)),
    images: mode === 'TakenDown' ? [] : parts.images.slice(0, GALLERY_SIZE).map(imageInModelList),
    downloadUrl: downloadLink(parts, mode),
  };
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}

function withoutNothing(view: View): View {
  return Object.fromEntries(Object.entries(view).filter(([, value]) => !isNothing(value)));
}

/** A version inside a single model: the server removes every null and empty array, and shows no image ids (§7.2). */
export function singleVersion(parts: VersionParts, site: Site): View {
  const { model, version } = parts;
  const mode = modeOf(model, site.behaviour.mode);
  const paidAccess = paidAccessOf(version, site.behaviour);
  const files = shownFiles(version, mode).map((file) => {
    const view = fileInModel(parts.origin, version.id, file);
    return { ...view, metadata: withoutNothing({ ...file.metadata }) };
  });
  return withoutNothing({
    id: version.id,
    index: version.index,
    name: version.name,
    baseModel: version.baseModel,
    baseModelType: version.baseModelType,
    createdAt: version.createdAt,
    publishedAt: version.publishedAt,
    status: version.status,
    flags: 0,
    availability: version.availability,
    nsfwLevel: version.nsfwLevel,
    description: version.description,
    trainedWords: version.trainedWords,
    vaeId: version.vaeId,
    earlyAccessDeadline: paidAccess?.endsAt,
    paidAccess,
    covered: version.supportsGeneration,
    stats: versionStats(model, version, site),
    files,
    images: mode === 'TakenDown' ? [] : parts.images.slice(0, GALLERY_SIZE).map(imageInModel),
    downloadUrl: downloadLink(parts, mode),
  });
}
