import { jsonReply, type Reply } from '../../http/reply.js';
import { problemReply } from '../problem.js';
import type { OrchestrationRequest, OrchestrationRoute } from '../route.js';
import { invalid } from '../validation/error-map.js';
import { checkUpload } from './check-upload.js';
import { readPublic, type UploadParts } from './upload-routes.js';

/** What ingesting needs beside what uploads need. */
export interface IngestParts extends UploadParts {
  /** Origins that may be copied from. */
  readonly trustedOrigins: readonly string[];
  /** The view of a blob made earlier; `undefined` once its life is over. */
  find(blobId: string): Readonly<Record<string, unknown>> | undefined;
}

function readSource({ query }: OrchestrationRequest): URL | undefined {
  const { sourceUrl } = query;
  return typeof sourceUrl === 'string' && URL.canParse(sourceUrl) ? new URL(sourceUrl) : undefined;
}

async function copy(source: URL, isPublic: boolean, gone: AbortSignal, parts: IngestParts): Promise<Reply> {
  let response: Response;
  let bytes: Buffer;
  try {
    response = await fetch(source, { redirect: 'error', signal: gone });
    bytes = Buffer.from(await response.arrayBuffer());
  } catch {
    return problemReply(400, `${source.origin} did not answer.`);
  }
  if (!response.ok) return problemReply(400, `The source answered ${response.status}.`);
  const contentType = response.headers.get('content-type')?.split(';')[0]?.trim() ?? '';
  const checked = checkUpload({ contentType, bytes, cut: false }, parts.maxUploadBytes);
  return checked.ok ? jsonReply(201, parts.keep(checked.content, isPublic)) : checked.refusal;
}

/** `POST /v2/consumer/blobs/ingest`: copies from a trusted source once, and gives the same blob from then on. */
export function createIngestRoute(parts: IngestParts): OrchestrationRoute {
  const copied = new Map<string, string>();
  return {
    method: 'POST',
    path: '/v2/consumer/blobs/ingest',
    handle: async (request) => {
      const source = readSource(request);
      if (source === undefined) return invalid('sourceUrl', 'An absolute URL is required.');
      if (!parts.trustedOrigins.includes(source.origin)) return problemReply(403, `${source.origin} is not trusted.`);
      const isPublic = readPublic(request, parts);
      if (typeof isPublic === 'object') return isPublic;
      const known = parts.find(copied.get(source.href) ?? '');
      if (known !== undefined) return jsonReply(200, known);
      return copy(source, isPublic, request.gone, {
        ...parts,
        keep: (content, isKeptPublic) => {
          const view = parts.keep(content, isKeptPublic);
          copied.set(source.href, String(view['id']));
          return view;
        },
      });
    },
  };
}
