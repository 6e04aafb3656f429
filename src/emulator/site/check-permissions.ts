import type { ParameterRules } from '../http/parameter-rules.js';
import { readParameters } from '../http/read-parameters.js';
import { jsonReply, type Reply } from '../http/reply.js';
import type { Endpoint, Site, SiteRequest } from './endpoint.js';
import { isPublished } from './get-version-by-hash.js';
import { paidAccessOf } from './model-views.js';
import { errorText } from './site-errors.js';

const RULES = {
  entityIds: { kind: 'numberList' },
  entityType: { kind: 'choice', values: ['ModelVersion'] },
  permission: { kind: 'choice', values: ['Generate'] },
  userId: { kind: 'number' },
} satisfies ParameterRules;

function mayGenerate(id: number, userId: number | undefined, site: Site): boolean {
  const placed = site.catalogue.versionById.get(id);
  if (placed === undefined) return false;
  if (placed.model.creator.id === userId) return true;
  const free = paidAccessOf(placed.version, site.behaviour) === null;
  return isPublished(placed) && placed.version.supportsGeneration && free;
}

function checkPermissions(request: SiteRequest, site: Site): Reply {
  const read = readParameters(RULES, request.query);
  if (!read.ok) return errorText(400, 'Could not parse provided model versions array.');
  const { entityIds, entityType, permission, userId } = read.value;
  // An array where an object is expected, and nobody misses the other parameters then (contract §7.18).
  if (entityIds === undefined) return jsonReply(200, []);
  if (entityType === undefined || permission === undefined) {
    return errorText(400, 'Could not parse provided model versions array.');
  }
  return jsonReply(200, Object.fromEntries(entityIds.map((id) => [id, mayGenerate(id, userId, site)])));
}

/** `GET /api/v1/permissions/check`. */
export const CHECK_PERMISSIONS: Endpoint = {
  path: '/api/v1/permissions/check',
  access: 'public',
  handle: checkPermissions,
};
