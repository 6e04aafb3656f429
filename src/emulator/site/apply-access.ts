import { emptyReply, type Reply, withHeaders } from '../http/reply.js';
import { readAccessToken } from './access-token.js';
import type { AccessClass, Endpoint, Session, Site, SiteRequest } from './endpoint.js';
import { errorText } from './site-errors.js';

interface AccessRules {
  /** Only the endpoint's verbs pass; every other one is 405, before any token is looked at. */
  readonly checksMethod: boolean;
  /** OPTIONS is answered with an empty 200. Mixed endpoints check the method first and answer 405 (contract §2.1). */
  readonly answersOptions: boolean;
  readonly origins: 'any' | 'site' | 'none';
  readonly publicCache: 'always' | 'anonymous' | 'never';
  readonly needsSession: boolean;
}

/** The endpoint wrappers of the server as data. */
const ACCESS_RULES: Readonly<Record<AccessClass, AccessRules>> = {
  public: { checksMethod: false, answersOptions: true, origins: 'any', publicCache: 'always', needsSession: false },
  mixed: { checksMethod: true, answersOptions: false, origins: 'any', publicCache: 'anonymous', needsSession: false },
  authed: { checksMethod: true, answersOptions: true, origins: 'site', publicCache: 'never', needsSession: true },
  partner: { checksMethod: true, answersOptions: false, origins: 'none', publicCache: 'never', needsSession: false },
  raw: { checksMethod: false, answersOptions: false, origins: 'none', publicCache: 'never', needsSession: false },
};

const PUBLIC_CACHE = 'public, s-maxage=300, stale-while-revalidate=150';
const SITE_ORIGINS = /^https:\/\/(?:[\w-]+\.)?civitai\.(?:com|red|green)$/;

function corsHeaders(origins: AccessRules['origins'], origin: string | undefined): Record<string, string> {
  if (origins === 'any') return { 'access-control-allow-origin': '*' };
  if (origins === 'site' && origin !== undefined && SITE_ORIGINS.test(origin)) {
    return { 'access-control-allow-origin': origin, 'access-control-allow-credentials': 'true' };
  }
  return {};
}

/** A wrong token and no token are the same: nobody (contract §2.1). */
function findSession(request: SiteRequest, site: Site): Session | null {
  const token = readAccessToken(request.headers, request.query);
  const grant = token === undefined ? null : site.tokens.find(token);
  if (grant === null) return null;
  const owner = site.catalogue.creators.find(({ id }) => id === grant.userId);
  return { userId: grant.userId, username: owner?.username ?? '', grant };
}

function answer(endpoint: Endpoint, request: SiteRequest, site: Site): Reply {
  for (const guard of endpoint.guards ?? []) {
    const refusal = guard(request, site);
    if (refusal !== undefined) return refusal;
  }
  return endpoint.handle(request, site);
}

/** Runs an endpoint inside its wrapper: method, token, guards, handler, and the headers around the answer. */
export function answerEndpoint(endpoint: Endpoint, request: SiteRequest, site: Site): Reply {
  const rules = ACCESS_RULES[endpoint.access];
  const cors = corsHeaders(rules.origins, request.headers.origin);
  if (rules.answersOptions && request.method === 'OPTIONS') return emptyReply(200, cors);
  if (rules.checksMethod && !(endpoint.methods ?? ['GET']).includes(request.method))
    return errorText(405, 'Method not allowed');

  const session = findSession(request, site);
  if (rules.needsSession && session === null) return withHeaders(errorText(401, 'Unauthorized'), cors);

  const shared = rules.publicCache === 'always' || (rules.publicCache === 'anonymous' && session === null);
  // The public header also covers errors, so an error may stay in a shared cache (contract §5.3).
  const cache: Record<string, string> = shared ? { 'cache-control': endpoint.cacheControl ?? PUBLIC_CACHE } : {};
  const reply = answer(endpoint, { ...request, session }, site);
  return { ...reply, headers: { ...cache, ...cors, ...reply.headers } };
}
