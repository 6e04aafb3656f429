import { jsonReply, type Reply } from '../../http/reply.js';
import { mediaType } from '../../http/request-body.js';
import { problemReply } from '../problem.js';
import type { OrchestrationRequest, OrchestrationRoute } from '../route.js';
import type { BlobContent } from './blob-store.js';
import { checkUpload } from './check-upload.js';
import type { SignedLinks } from './signed-links.js';

const PATH = '/v2/consumer/blobs';

/** What uploads need. */
export interface UploadParts {
  readonly apiUrl: string;
  readonly uploadUrlSeconds: number;
  readonly maxUploadBytes: number;
  /** Whether keys may make public blobs. */
  readonly isPrivileged: boolean;
  readonly links: SignedLinks;
  /** Keeps an upload and gives its view. */
  keep(content: BlobContent, isPublic: boolean): Readonly<Record<string, unknown>>;
}

/** What a request says about making its blob public, or the answer to one that may not. */
export function readPublic({ query }: OrchestrationRequest, { isPrivileged }: UploadParts): boolean | Reply {
  const wanted = query['public'];
  const isPublic = typeof wanted === 'string' && wanted.toLowerCase() === 'true';
  return isPublic && !isPrivileged ? problemReply(403, 'Public blobs are for privileged accounts.') : isPublic;
}

function upload(request: OrchestrationRequest, parts: UploadParts): Reply {
  const { grant, query, headers, body } = request;
  if (grant === null) {
    const check = parts.links.check(PATH, query);
    if (check === 'expired') return problemReply(401, 'The upload URL has expired. Ask for another one.');
    if (check !== 'valid') return problemReply(401, 'Uploads need a token or a signed upload URL.');
  }
  const isPublic = readPublic(request, parts);
  if (typeof isPublic === 'object') return isPublic;
  const checked = checkUpload({ contentType: mediaType(headers), ...body }, parts.maxUploadBytes);
  return checked.ok ? jsonReply(201, parts.keep(checked.content, isPublic)) : checked.refusal;
}

function presign({ apiUrl, uploadUrlSeconds, links }: UploadParts): Reply {
  const { url, expiresAt } = links.sign(apiUrl, PATH, uploadUrlSeconds);
  return jsonReply(200, { uploadUrl: url, expiresAt });
}

/** `POST /v2/consumer/blobs` and `GET /v2/consumer/blobs/upload`. */
export function createUploadRoutes(parts: UploadParts): readonly OrchestrationRoute[] {
  return [
    { method: 'POST', path: PATH, anonymous: true, handle: (request) => upload(request, parts) },
    { method: 'GET', path: `${PATH}/upload`, handle: () => presign(parts) },
  ];
}
