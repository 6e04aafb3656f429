import { jsonReply, type Reply } from '../http/reply.js';
import type { Endpoint, Site, SiteRequest } from './endpoint.js';
import { GREATEST_ID, readPathId } from './path-id.js';
import { errorText, prettyIssues } from './site-errors.js';
import { bareVersion, type VersionStyle } from './version-view.js';

const STYLE: VersionStyle = { zonelessScan: true, overrideNameOnAll: false, showsLicensingFee: false };

function getModelVersion(request: SiteRequest, site: Site): Reply {
  const id = readPathId(request);
  if (!id.ok) return prettyIssues(id.issues);
  if (id.value === 0) return errorText(400, 'Missing modelVersionId');
  // Any number passes validation; what the database cannot hold as an id fails there (contract §7.3).
  if (!Number.isInteger(id.value) || Math.abs(id.value) > GREATEST_ID) {
    return errorText(500, 'Failed to fetch model version details');
  }
  const placed = site.catalogue.versionById.get(id.value);
  const hidden =
    placed === undefined ||
    placed.model.status !== 'Published' ||
    placed.model.availability === 'Private' ||
    placed.version.status !== 'Published' ||
    placed.version.nsfwLevel === 0;
  if (hidden) return errorText(404, 'Model not found');
  if (placed.version.files.length === 0) return errorText(404, 'Missing model file');
  return jsonReply(200, bareVersion(placed, request.origin, site, STYLE));
}

/** `GET /api/v1/model-versions/{id}`. */
export const GET_MODEL_VERSION: Endpoint = {
  path: '/api/v1/model-versions/:id',
  access: 'mixed',
  handle: getModelVersion,
};
