import type { PlacedFile } from '../catalogue/catalogue.js';
import { jsonReply, type Reply } from '../http/reply.js';
import type { Endpoint, Site, SiteRequest } from './endpoint.js';
import { HASH_STYLE, isPublished } from './get-version-by-hash.js';
import { readHashList } from './hash-list.js';
import { hashIssues } from './site-errors.js';
import { bareVersion } from './version-view.js';

/** Every file with one of the hashes: so a version may come twice, and what is not found does not come at all. */
function matches(hashes: readonly string[], site: Site): PlacedFile[] {
  return [...new Set(hashes)].flatMap((hash) => site.catalogue.hashes.bySha256(hash).filter(isPublished));
}

function findVersions(request: SiteRequest, site: Site): Reply {
  const hashes = readHashList(request.body, 100);
  if (!hashes.ok) return hashIssues(hashes.issues);
  // The links are made from a header that normally is not there (contract §7.5).
  const origin = site.behaviour.hashLinksWithHost === true ? request.origin : 'https://undefined';
  const versions = matches(hashes.value, site).map((placed) => bareVersion(placed, origin, site, HASH_STYLE));
  return jsonReply(
    200,
    site.behaviour.nullHashEntries === true ? versions.flatMap((version) => [version, null]) : versions,
  );
}

function findIds(request: SiteRequest, site: Site): Reply {
  const hashes = readHashList(request.body, 10_000);
  if (!hashes.ok) return hashIssues(hashes.issues);
  return jsonReply(
    200,
    matches(hashes.value, site).map(({ model, version, file }) => ({
      modelVersionId: version.id,
      modelId: model.id,
      hash: file.hashes.SHA256,
    })),
  );
}

/** `POST /api/v1/model-versions/by-hash`; any other verb is answered the same, which without a body is a refusal. */
export const FIND_VERSIONS_BY_HASH: Endpoint = {
  path: '/api/v1/model-versions/by-hash',
  access: 'public',
  handle: findVersions,
};

/** `POST /api/v1/model-versions/by-hash/ids`. */
export const FIND_IDS_BY_HASH: Endpoint = {
  path: '/api/v1/model-versions/by-hash/ids',
  access: 'public',
  handle: findIds,
};
