import type { PlacedVersion } from '../catalogue/catalogue.js';
import type { Site } from './endpoint.js';
import { downloadUrl, fileInVersion, modeOf, shownFiles, type VersionFileStyle, type View } from './file-views.js';
import { imageInVersion } from './image-views.js';
import { paidAccessOf } from './model-views.js';
import { resourceName } from './resource-name.js';

const GALLERY_SIZE = 10;

/** How the routes that show a bare version differ (contract §7.3, §7.4). */
export interface VersionStyle extends VersionFileStyle {
  /** The real fee, or always null. */
  readonly showsLicensingFee: boolean;
}

/** A version on its own. */
export function bareVersion(placed: PlacedVersion, origin: string, site: Site, style: VersionStyle): View {
  const { model, version } = placed;
  const mode = modeOf(model, site.behaviour.mode);
  const hidden = model.metricsHidden || site.behaviour.hiddenMetrics === true;
  const gallery = (site.catalogue.galleryByVersion.get(version.id) ?? []).filter((image) => !image.unverified);
  return {
    id: version.id,
    modelId: model.id,
    name: version.name,
    nsfwLevel: version.nsfwLevel,
    createdAt: version.createdAt,
    updatedAt: version.updatedAt,
    status: version.status,
    publishedAt: version.publishedAt,
    trainedWords: version.trainedWords,
    trainingStatus: version.trainingStatus,
    trainingDetails: version.trainingDetails,
    baseModel: version.baseModel,
    baseModelType: version.baseModelType,
    description: version.description,
    uploadType: version.uploadType,
    usageControl: version.usageControl,
    licensingFee: style.showsLicensingFee ? version.licensingFee : null,
    paidAccess: paidAccessOf(version, site.behaviour),
    air: resourceName(model, version),
    stats: { downloadCount: hidden ? null : version.downloadCount, thumbsUpCount: version.thumbsUpCount },
    model: { name: model.name, type: model.type, nsfw: model.nsfw, poi: model.poi, mode: mode ?? undefined },
    files: shownFiles(version, mode).map((file) => fileInVersion(origin, version.id, file, style)),
    images: mode === 'TakenDown' ? [] : gallery.slice(0, GALLERY_SIZE).map(imageInVersion),
    downloadUrl: mode === 'Archived' ? undefined : downloadUrl(origin, version.id),
  };
}
