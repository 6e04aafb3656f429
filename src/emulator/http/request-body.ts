import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { parse } from 'node:querystring';
import { type Reply, textReply } from './reply.js';

/** The bytes of a request, as far as they were kept. */
export interface RequestBody {
  readonly bytes: Buffer;
  /** True when more came than is ever kept; the rest was read and dropped. */
  readonly cut: boolean;
}

/** The most that is kept of any request: two parts of a multipart upload and some more. */
const KEPT_BYTES = 64 * 1024 * 1024;

const MEGABYTE = 1024 * 1024;

/** Reads a request to its end, which also keeps the connection usable. */
export async function readRequestBody(request: IncomingMessage): Promise<RequestBody> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = chunk as Buffer;
    size += bytes.length;
    if (size <= KEPT_BYTES) chunks.push(bytes);
  }
  return { bytes: Buffer.concat(chunks), cut: size > KEPT_BYTES };
}

/** A parsed body, or the framework's own refusal. */
export type ParsedBody =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly refusal: Reply };

/** The type without its parameters, in lower case; empty without the header. */
export function mediaType(headers: IncomingHttpHeaders): string {
  return (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}

function parsed(value: unknown): ParsedBody {
  return { ok: true, value };
}

/**
 * Parses a body as the site's framework does before any handler runs (contract §1): by its content type, without one as
 * text. So JSON that does not say so stays a text, which no handler takes for a list.
 */
export function parseBody(headers: IncomingHttpHeaders, body: RequestBody, megabytes: number): ParsedBody {
  if (body.cut || body.bytes.length > megabytes * MEGABYTE) {
    return { ok: false, refusal: textReply(413, `Body exceeded ${megabytes}mb limit`) };
  }
  const text = body.bytes.toString('utf8');
  switch (mediaType(headers)) {
    case 'application/json':
    case 'application/ld+json':
      if (text === '') return parsed({});
      try {
        return parsed(JSON.parse(text));
      } catch {
        return { ok: false, refusal: textReply(400, 'Invalid JSON') };
      }
    case 'application/x-www-form-urlencoded':
      return parsed({ ...parse(text) });
    case '':
    case 'text/plain':
      return parsed(text);
    default:
      return parsed(body.bytes);
  }
}
