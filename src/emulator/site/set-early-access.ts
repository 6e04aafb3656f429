import { isJsonObject } from '../http/body-checks.js';
import { jsonReply, type Reply } from '../http/reply.js';
import { earlyAccessIssues } from './early-access-body.js';
import type { Endpoint, Site, SiteRequest } from './endpoint.js';
import { bodyIssues, errorText } from './site-errors.js';

function setEarlyAccess(request: SiteRequest, site: Site): Reply {
  const issues = earlyAccessIssues(request.body);
  if (issues.length > 0) return bodyIssues(issues);
  const { id, paidAccess } = request.body as { readonly id: number; readonly paidAccess?: unknown };
  const placed = site.catalogue.versionById.get(id);
  if (placed === undefined) return errorText(404, 'Model version not found');
  if (placed.model.creator.id !== request.session?.userId) return errorText(403, 'You do not own this model version');
  if (isJsonObject(paidAccess) && paidAccess['permanent'] === true) {
    return errorText(403, 'Permanent paid access can only be set by the Creator Studio');
  }
  return jsonReply(200, { success: true, modelVersionId: placed.version.id, modelId: placed.model.id });
}

/** `POST /api/v1/model-versions/early-access`, for the owner. It checks everything, and changes nothing in the catalogue. */
export const SET_EARLY_ACCESS: Endpoint = {
  path: '/api/v1/model-versions/early-access',
  access: 'authed',
  methods: ['POST'],
  handle: setEarlyAccess,
};
