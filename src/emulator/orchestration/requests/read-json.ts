import type { Reply } from '../../http/reply.js';
import { mediaType } from '../../http/request-body.js';
import { problemReply } from '../problem.js';
import type { OrchestrationRequest } from '../route.js';
import { invalid } from '../validation/error-map.js';

/** A JSON body, or the refusal of it. */
export type JsonBody = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly refusal: Reply };

const JSON_TYPE = /^(?:application\/(?:[\w.-]+\+)?json|text\/json)$/;
const PATCH_TYPE = /^application\/json-patch\+json$/;

function read({ headers, body }: OrchestrationRequest, types: RegExp): JsonBody {
  if (!types.test(mediaType(headers))) {
    return { ok: false, refusal: problemReply(415, 'The content type of the request is not supported.') };
  }
  if (body.cut) return { ok: false, refusal: problemReply(413, 'The request is too large.') };
  if (body.bytes.length === 0) return { ok: false, refusal: invalid('', 'A non-empty request body is required.') };
  try {
    return { ok: true, value: JSON.parse(body.bytes.toString('utf8')) as unknown };
  } catch (error) {
    return { ok: false, refusal: invalid('$', error instanceof Error ? error.message : 'The body is no JSON.') };
  }
}

/** Reads a body that has to say that it is JSON. */
export function readJson(request: OrchestrationRequest): JsonBody {
  return read(request, JSON_TYPE);
}

/** Reads a body that has to say that it is a JSON Patch. */
export function readPatch(request: OrchestrationRequest): JsonBody {
  return read(request, PATCH_TYPE);
}
