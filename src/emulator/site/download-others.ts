import { emptyReply, jsonReply, type Reply, withHeaders } from '../http/reply.js';
import { mediaType } from '../http/request-body.js';
import { storedBytes } from '../storage/object-store.js';
import { signedUrlOf } from './download-model.js';
import { DOWNLOAD_HEADERS, loginNeeded, plainRefusal } from './download-refusals.js';
import type { Endpoint, Site, SiteRequest } from './endpoint.js';
import { errorText } from './site-errors.js';
import type { VaultItem } from './vault-store.js';

/** Here the request's own content type decides between JSON and text, not the agent (contract §8.3). */
function wantsJson({ headers }: SiteRequest): boolean {
  return mediaType(headers) === 'application/json';
}

function attachment(request: SiteRequest, site: Site): Reply {
  const json = wantsJson(request);
  const id = Number(request.pathParameters['id']);
  const article = site.catalogue.articles.find((one) => one.attachmentId === id && one.status === 'Published');
  if (article === undefined) return plainRefusal(404, 'File not found', !json);
  if (request.session === null && site.behaviour.publicDownloads !== true) {
    return loginNeeded(`/articles/${article.id}`, !json);
  }
  const bytes = Buffer.from(`The attachment of article ${article.id}.\n`);
  const path = `/civitai-delivery/attachments/${id}/workflow.zip`;
  return emptyReply(307, { location: site.storage.offer(path, 'workflow.zip', storedBytes(bytes)) });
}

function vaultUrl(item: VaultItem, type: string, fileId: string | undefined, site: Site): string | undefined {
  const { model, version } = item;
  if (type === 'model') {
    const file = version.files.find((one) => (fileId === undefined ? true : one.id === Number(fileId)));
    return file === undefined ? undefined : signedUrlOf({ model, version, file }, site);
  }
  const name = `${model.name}-${version.name}-${type === 'images' ? 'images.zip' : 'details.pdf'}`.toLowerCase();
  const fileName = name.replaceAll(' ', '-');
  const bytes = Buffer.from(`${type} of version ${version.id}\n`);
  return site.storage.offer(`/civitai-vault/${item.id}/${fileName}`, fileName, storedBytes(bytes));
}

function vaultFile({ query, pathParameters }: SiteRequest, site: Site): Reply {
  const { type, fileId } = query;
  if (type !== 'model' && type !== 'images' && type !== 'details') {
    return errorText(400, 'Invalid option: expected one of "model"|"images"|"details"');
  }
  // A refusal of this route is a 503, which no client should take for an overload.
  if (site.behaviour.vaultDownloads === 'refused') return errorText(503, 'You do not have permission to download this');
  if (site.behaviour.vaultDownloads === 'readOnly') return errorText(403, 'The vault is read-only');
  const item = site.vault.items.find((one) => one.id === Number(pathParameters['id']));
  const url =
    item === undefined ? undefined : vaultUrl(item, type, typeof fileId === 'string' ? fileId : undefined, site);
  return url === undefined ? errorText(404, 'File not found') : emptyReply(307, { location: url });
}

function trainingFile({ pathParameters, query, session }: SiteRequest, site: Site): Reply {
  const epoch = Number(query['epochNumber'] ?? '0');
  const placed = site.catalogue.versionById.get(Number(pathParameters['id']));
  if (!Number.isInteger(epoch) || epoch < 0) return errorText(400, 'Invalid parameters');
  if (placed === undefined || placed.version.trainingStatus === null) return errorText(404, 'Not found');
  if (placed.model.creator.id !== session?.userId) return errorText(403, 'Forbidden');
  const name = `${placed.model.name.replaceAll(' ', '_').toLowerCase()}_epoch_${epoch}.safetensors`;
  return {
    status: 200,
    headers: {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="${name}"`,
    },
    body: Buffer.from(`epoch ${epoch} of version ${placed.version.id}\n`),
  };
}

/** Storage keys of the site's own, of which the emulator has none. */
function anyKey(request: SiteRequest, site: Site): Reply {
  if (site.behaviour.searchOverloaded === true) {
    return jsonReply(503, { error: 'Service unavailable' }, { 'retry-after': '2', 'cache-control': 'no-store' });
  }
  const json = wantsJson(request);
  if (request.session === null) {
    return json
      ? errorText(401, 'Unauthorized')
      : emptyReply(307, { location: `/login?returnUrl=${request.pathname}` });
  }
  const key = request.pathParameters['*'] ?? '';
  return key.split('/').some((part) => part === '..' || part === '')
    ? errorText(400, 'Invalid download key')
    : errorText(404, 'Not found');
}

function uncached(handle: Endpoint['handle']): Endpoint['handle'] {
  return (request, site) => {
    const reply = handle(request, site);
    return withHeaders(reply, { ...DOWNLOAD_HEADERS, ...reply.headers });
  };
}

/** The download routes beside the one of model files (contract §8.3). */
export const OTHER_DOWNLOADS: readonly Endpoint[] = [
  {
    path: '/api/download/training-data/:id',
    access: 'raw',
    handle: ({ pathParameters }) =>
      emptyReply(308, { location: `/api/download/models/${pathParameters['id']}?type=Training%20Data` }),
  },
  { path: '/api/download/attachments/:id', access: 'public', handle: uncached(attachment) },
  { path: '/api/download/vault/:id', access: 'authed', handle: uncached(vaultFile) },
  { path: '/api/download/training/:id', access: 'authed', handle: uncached(trainingFile) },
  { path: '/api/download/*', access: 'raw', handle: uncached(anyKey) },
];
