import createRouter from 'find-my-way';
import type { Host, IncomingCall } from '../http/incoming-call.js';
import { parseQueryText, splitTarget } from '../http/query-text.js';
import { emptyReply, type Reply } from '../http/reply.js';
import { parseBody } from '../http/request-body.js';
import { answerEndpoint } from './apply-access.js';
import type { Endpoint, Site } from './endpoint.js';
import { DOWNLOAD_ENDPOINTS, REST_ENDPOINTS } from './site-endpoints.js';
import { regionBlocked, unknownPath } from './site-errors.js';

const API_PREFIX = '/api/v1/';

/** The framework sends `/x/` to `/x` before anything else looks at it, and keeps the query (contract §1). */
function withoutTrailingSlash(pathname: string, queryText: string): Reply {
  const location = pathname.replace(/\/+$/, '') + (queryText === '' ? '' : `?${queryText}`);
  return { ...emptyReply(308, { location, refresh: `0;url=${location}` }), body: location };
}

/** What the edge puts on every API answer that says nothing else about caching (contract §1). */
const EDGE_HEADERS = { 'cache-control': 'max-age=0, private, no-cache' };

/** Builds the router of one emulated site. Verbs are left to the endpoints' wrappers, so every route is one GET here. */
export function createSiteRouter(site: Site): Host {
  // Hashes and ids of any length must reach their endpoint; the default cuts at 100 characters.
  const router = createRouter({ maxParamLength: 8000 });
  for (const endpoint of [...REST_ENDPOINTS, ...DOWNLOAD_ENDPOINTS])
    router.on('GET', endpoint.path, () => undefined, endpoint);

  const answer = ({ method, headers, body, address }: IncomingCall, pathname: string, queryText: string): Reply => {
    if (site.behaviour.regionBlocked === true && pathname.startsWith(API_PREFIX)) return regionBlocked();
    const route = router.find('GET', pathname);
    if (route === null) return unknownPath();
    const endpoint = route.store as Endpoint;
    const parsed = parseBody(headers, body, endpoint.bodyMegabytes ?? 1);
    if (!parsed.ok) return parsed.refusal;
    const request = {
      method,
      pathname,
      query: parseQueryText(queryText),
      pathParameters: route.params,
      headers,
      body: parsed.value,
      address,
      origin: headers.host === undefined ? site.siteUrl : `http://${headers.host}`,
      session: null,
    };
    return answerEndpoint(endpoint, request, site);
  };

  return (call) => {
    const { pathname, queryText } = splitTarget(call.target);
    if (pathname !== '/' && pathname.endsWith('/')) return withoutTrailingSlash(pathname, queryText);
    const reply = answer(call, pathname, queryText);
    if (!pathname.startsWith(API_PREFIX)) return reply;
    return { ...reply, headers: { ...EDGE_HEADERS, ...reply.headers } };
  };
}
