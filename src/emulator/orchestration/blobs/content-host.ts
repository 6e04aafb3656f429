import type { Host } from '../../http/incoming-call.js';
import { parseQueryText, splitTarget } from '../../http/query-text.js';
import { emptyReply } from '../../http/reply.js';
import { problemReply } from '../problem.js';
import type { OrchestrationRoute } from '../route.js';
import type { BlobLinks } from './blob-links.js';
import type { BlobRecords } from './blob-records.js';
import { serveContent } from './serve-content.js';

const KINDS = ['content', 'blocked', 'archive'] as const;
const CONTENT = /^\/v2\/consumer\/blobs\/(content|blocked|archive)\/([^/]+)$/;

/** The origin contents come from. It knows no tokens and answers nothing else. */
export function createContentHost(links: BlobLinks, records: BlobRecords): Host {
  return ({ method, target, headers }) => {
    const { pathname, queryText } = splitTarget(target);
    const [, kind, token] = CONTENT.exec(pathname) ?? [];
    if (kind === undefined || token === undefined) return problemReply(404, 'There is nothing here.');
    if (method !== 'GET' && method !== 'HEAD') return emptyReply(405, { allow: 'GET, HEAD' });
    return serveContent({ path: pathname, kind, token, query: parseQueryText(queryText), headers }, links, records);
  };
}

/** The same contents at the API's own origin, where the links work as well. */
export function createContentRoutes(links: BlobLinks, records: BlobRecords): readonly OrchestrationRoute[] {
  return KINDS.map((kind) => ({
    method: 'GET',
    path: `/v2/consumer/blobs/${kind}/:encryptedToken`,
    anonymous: true,
    handle: ({ parameters, query, headers }) => {
      const token = parameters['encryptedToken'] ?? '';
      return serveContent({ path: `/v2/consumer/blobs/${kind}/${token}`, kind, token, query, headers }, links, records);
    },
  }));
}
