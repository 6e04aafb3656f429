import type { PlacedVersion } from '../catalogue/catalogue.js';
import { jsonReply, type Reply } from '../http/reply.js';
import type { Endpoint, Site, SiteRequest } from './endpoint.js';
import { errorText } from './site-errors.js';
import { bareVersion, type VersionStyle } from './version-view.js';

/** How a version looks on the hash routes. */
export const HASH_STYLE: VersionStyle = { zonelessScan: false, overrideNameOnAll: true, showsLicensingFee: true };

/** Whether everybody may find a version by its hash. */
export function isPublished({ model, version }: PlacedVersion): boolean {
  return model.status === 'Published' && version.status === 'Published' && model.availability !== 'Private';
}

function getVersionByHash(request: SiteRequest, site: Site): Reply {
  const hash = (request.pathParameters['hash'] ?? '').toUpperCase();
  // Of several versions with one hash the oldest published wins; models about real people are found here too (§7.4).
  const placed = site.catalogue.hashes.byAnyHash(hash).find(isPublished);
  if (placed === undefined) return errorText(404, 'Model not found');
  return jsonReply(200, bareVersion(placed, request.origin, site, HASH_STYLE));
}

/** `GET /api/v1/model-versions/by-hash/{hash}`. */
export const GET_VERSION_BY_HASH: Endpoint = {
  path: '/api/v1/model-versions/by-hash/:hash',
  access: 'public',
  handle: getVersionByHash,
  cacheControl: 'public, s-maxage=3600, stale-while-revalidate=1800',
};
