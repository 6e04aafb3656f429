import type { PlacedVersion } from '../catalogue/catalogue.js';
import type { CatalogueFile } from '../catalogue/entities.js';
import type { ParameterRules } from '../http/parameter-rules.js';
import { readParameters } from '../http/read-parameters.js';
import { jsonReply, type Reply } from '../http/reply.js';
import type { Endpoint, Site, SiteRequest } from './endpoint.js';
import { downloadUrl, type View } from './file-views.js';
import { isPublished } from './get-version-by-hash.js';
import { paidAccessOf } from './model-views.js';
import { GREATEST_ID } from './path-id.js';
import { resourceName } from './resource-name.js';
import { errorText, prettyIssues } from './site-errors.js';

const RULES = {
  id: { kind: 'number', min: 1, max: GREATEST_ID, whole: true },
  modelFileId: { kind: 'number', positive: true, whole: true },
  // The schema wants a JSON number, so no query can carry it (contract §7.7).
  epoch: { kind: 'unreachable', expected: 'number' },
} satisfies ParameterRules;

function fees({ model, version }: PlacedVersion): View[] {
  if (version.licensingFee === null) return [];
  return [
    {
      role: 'version',
      amount: version.licensingFee,
      type: 'perImageBuzz',
      settlementCurrency: 'buzz',
      recipientModelVersionId: version.id,
      recipientUserId: model.creator.id,
    },
  ];
}

function viewOf(placed: PlacedVersion, file: CatalogueFile, chosen: boolean, request: SiteRequest, site: Site): View {
  const { model, version } = placed;
  const paidAccess = paidAccessOf(version, site.behaviour);
  const checkPermission = paidAccess !== null || !isPublished(placed);
  const url = downloadUrl(request.origin, version.id);
  return {
    air: `${resourceName(model, version)}${chosen ? `+${file.id}` : ''}`,
    versionName: version.name,
    modelName: model.name,
    userId: model.creator.id,
    baseModel: version.baseModel,
    availability: version.availability,
    publishedAt: version.status === 'Published' ? version.publishedAt : null,
    size: file.sizeKB,
    fileType: file.type,
    fileName: file.name,
    hashes: file.hashes,
    downloadUrls: [chosen ? `${url}?fileId=${file.id}` : url],
    format: file.metadata.format,
    canGenerate: version.supportsGeneration,
    isFeatured: false,
    requireAuth: version.usageControl !== 'Download',
    checkPermission,
    // Both only where there is something to check.
    earlyAccessEndsAt: checkPermission ? (paidAccess?.endsAt ?? null) : undefined,
    freeTrialLimit: checkPermission ? (paidAccess === null ? null : 3) : undefined,
    additionalResourceCharge: version.licensingFee !== null,
    minor: model.minor,
    sfwOnly: model.sfwOnly,
    fees: fees(placed),
    payoutEnabled: true,
  };
}

function getMiniVersion(request: SiteRequest, site: Site): Reply {
  const read = readParameters(RULES, { ...request.query, id: request.pathParameters['id'] ?? '' });
  if (!read.ok) return prettyIssues(read.issues);
  const { id, modelFileId } = read.value;
  const placed = site.catalogue.versionById.get(id ?? 0);
  const owned = placed?.model.creator.id === request.session?.userId;
  if (placed === undefined || !(owned || isPublished(placed))) return errorText(404, 'Model not found');
  const { version } = placed;
  // A training run has one result for each epoch, and which one is wanted cannot be said in a URL.
  if (version.uploadType === 'Trained' && version.status !== 'Published') return errorText(404, 'Missing epoch');
  const file =
    modelFileId === undefined
      ? (version.files.find((one) => one.primary) ?? version.files[0])
      : version.files.find((one) => one.id === modelFileId);
  if (file !== undefined) return jsonReply(200, viewOf(placed, file, modelFileId !== undefined, request, site));
  return errorText(
    404,
    modelFileId === undefined ? 'Missing model file' : `Model file ${modelFileId} not found in version ${version.id}`,
  );
}

/** `GET /api/v1/model-versions/mini/{id}`. */
export const GET_MINI_VERSION: Endpoint = {
  path: '/api/v1/model-versions/mini/:id',
  access: 'mixed',
  handle: getMiniVersion,
};
