import type { PlacedFile, PlacedVersion } from '../catalogue/catalogue.js';
import { CATALOGUE_NOW } from '../catalogue/catalogue-time.js';
import { contentBytes, type FileContent } from '../catalogue/file-content.js';
import { emptyReply, type Reply, withHeaders } from '../http/reply.js';
import { chooseFile, readDownloadQuery } from './download-query.js';
import {
  DOWNLOAD_HEADERS,
  downloadsDisabled,
  earlyAccess,
  isBrowser,
  loginNeeded,
  plainRefusal,
} from './download-refusals.js';
import type { Endpoint, Site, SiteRequest } from './endpoint.js';
import { modeOf } from './file-views.js';
import { paidAccessOf } from './model-views.js';
import { errorText, prettyIssues } from './site-errors.js';

function readContent(content: FileContent, { behaviour }: Site): Buffer {
  const bytes = contentBytes(content);
  const last = bytes.length - 1;
  if (behaviour.damagedFiles === true) bytes[last] = (bytes[last] ?? 0) ^ 1;
  return bytes;
}

/** The address of a file's bytes, signed for a while; `undefined` for a file of which there are none. */
export function signedUrlOf({ model, version, file }: PlacedFile, site: Site): string | undefined {
  const { content } = file;
  if (content === null || site.behaviour.unresolvableStorage === true) return undefined;
  const name = file.overrideName ?? file.name;
  return site.storage.offer(`/civitai-delivery/${model.creator.id}/model/${file.id}/${name}`, name, {
    read: () => readContent(content, site),
    etag: `"${file.hashes.SHA256?.toLowerCase().slice(0, 32) ?? `${version.id}-${file.id}`}"`,
    lastModified: new Date(CATALOGUE_NOW),
  });
}

/** Blocked addresses and accounts, then the quota: before anything of the request is looked at (contract §8.1). */
function gate({ session, address }: SiteRequest, { behaviour, days, limits }: Site): Reply | undefined {
  const blocked = behaviour.downloadsBlocked;
  if (blocked === 'address' || (blocked === 'account' && session !== null)) return errorText(403, 'Forbidden');
  const who = session === null ? `address ${address}` : `account ${session.userId}`;
  // Without Retry-After, unlike every other window.
  return days.take(`download ${who}`, limits.downloadsPerDay) === undefined
    ? undefined
    : errorText(429, 'Too many downloads, please try again later');
}

/** Whether the account may see a version at all; models about real people are not given out. */
function isReachable(placed: PlacedVersion, owned: boolean): boolean {
  const { model, version } = placed;
  if (model.poi) return false;
  return owned || (model.status === 'Published' && version.status === 'Published');
}

function refuse(placed: PlacedVersion, request: SiteRequest, owned: boolean, site: Site): Reply | undefined {
  const { model, version } = placed;
  const { session } = request;
  const browser = isBrowser(request);
  if (modeOf(model, site.behaviour.mode) === 'Archived') {
    return plainRefusal(410, 'Model archived, not available for download', browser);
  }
  if (owned) return undefined;
  if (version.usageControl !== 'Download') return downloadsDisabled();
  if (session === null && site.behaviour.publicDownloads !== true) {
    return loginNeeded(`/model-versions/${version.id}`, browser);
  }
  const paid = paidAccessOf(version, site.behaviour);
  if (paid !== null) return earlyAccess(version.id, paid.endsAt, browser);
  if (model.availability === 'Private') {
    return plainRefusal(403, 'You do not have access to download this file', browser);
  }
  return undefined;
}

function answer(request: SiteRequest, site: Site): Reply {
  const gated = gate(request, site);
  if (gated !== undefined) return gated;
  const read = readDownloadQuery(request);
  if (!read.ok) return prettyIssues(read.issues);
  if (read.value.id === 0) return errorText(400, 'Missing modelVersionId');
  const notFound = plainRefusal(404, 'File not found', isBrowser(request));
  const placed = site.catalogue.versionById.get(read.value.id);
  const owned = placed?.model.creator.id === request.session?.userId;
  if (placed === undefined || !isReachable(placed, owned)) return notFound;
  const refused = refuse(placed, request, owned, site);
  if (refused !== undefined) return refused;
  const file = chooseFile(placed, read.value);
  if (file === undefined) return notFound;
  const url = signedUrlOf(file, site);
  // It may be found a moment later, so nothing may keep this answer.
  if (url === undefined) return withHeaders(notFound, { 'cache-control': 'private, no-store' });
  return emptyReply(307, { location: url });
}

/** `GET /api/download/models/{versionId}`: the long way to a redirect. HEAD is the same, and counts. */
export const DOWNLOAD_MODEL: Endpoint = {
  path: '/api/download/models/:id',
  access: 'raw',
  handle: (request, site) => {
    const reply = answer(request, site);
    return { ...reply, headers: { ...DOWNLOAD_HEADERS, ...reply.headers } };
  },
};
