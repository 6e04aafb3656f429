import { isJsonObject, jsonType } from '../http/body-checks.js';
import { at, type Issue, notWhole, tooLong, wrongType } from '../http/issues.js';
import { jsonReply, type Reply } from '../http/reply.js';
import type { Endpoint, SiteRequest } from './endpoint.js';
import { bodyIssues } from './site-errors.js';

const MOST_IDS = 500;

function idIssues(ids: unknown): readonly Issue[] {
  if (!Array.isArray(ids)) return [wrongType('array', jsonType(ids))];
  if (ids.length > MOST_IDS) return [tooLong('array', MOST_IDS)];
  return ids.flatMap((id, index) => {
    if (typeof id !== 'number') return [at(index, wrongType('number', jsonType(id)))];
    return Number.isInteger(id) ? [] : [at(index, notWhole())];
  });
}

function bustCache({ body }: SiteRequest): Reply {
  const ids = isJsonObject(body) ? body['versionIds'] : undefined;
  const issues = idIssues(ids);
  if (issues.length > 0) return bodyIssues(issues.map((issue) => at('versionIds', issue)));
  return jsonReply(200, { busted: Array.isArray(ids) ? ids.length : 0 });
}

/** `POST /api/v1/model-versions/bust-cache`, an internal route like early access; here there is nothing to empty. */
export const BUST_CACHE: Endpoint = {
  path: '/api/v1/model-versions/bust-cache',
  access: 'authed',
  methods: ['POST'],
  handle: bustCache,
};
