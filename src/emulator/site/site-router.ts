import type { IncomingHttpHeaders } from 'node:http';
import createRouter from 'find-my-way';
import { parseQueryText, splitTarget } from '../http/query-text.js';
import { emptyReply, type Reply } from '../http/reply.js';
import { answerEndpoint } from './apply-access.js';
import type { Endpoint, Site } from './endpoint.js';
import { GET_ME } from './get-me.js';
import { GET_MODEL } from './get-model.js';
import { GET_MODEL_VERSION } from './get-model-version.js';
import { GET_VERSION_BY_HASH } from './get-version-by-hash.js';
import { LIST_CREATORS } from './list-creators.js';
import { LIST_ENUMS } from './list-enums.js';
import { LIST_IMAGES } from './list-images.js';
import { LIST_MODELS } from './list-models.js';
import { LIST_TAGS } from './list-tags.js';
import { regionBlocked, unknownPath } from './site-errors.js';

const API_PREFIX = '/api/v1/';

const ENDPOINTS: readonly Endpoint[] = [
  LIST_MODELS,
  GET_MODEL,
  GET_MODEL_VERSION,
  GET_VERSION_BY_HASH,
  LIST_IMAGES,
  LIST_CREATORS,
  LIST_TAGS,
  LIST_ENUMS,
  GET_ME,
];

/** What the router needs of an incoming request. */
interface IncomingCall {
  readonly method: string;
  /** Path and query as sent. */
  readonly target: string;
  readonly headers: IncomingHttpHeaders;
}

/** Answers calls to the emulated site. */
export type SiteRouter = (call: IncomingCall) => Reply;

/** The framework sends `/x/` to `/x` before anything else looks at it, and keeps the query (contract §1). */
function withoutTrailingSlash(pathname: string, queryText: string): Reply {
  const location = pathname.replace(/\/+$/, '') + (queryText === '' ? '' : `?${queryText}`);
  return { ...emptyReply(308, { location, refresh: `0;url=${location}` }), body: location };
}

/** What the edge puts on every API answer that says nothing else about caching (contract §1). */
const EDGE_HEADERS = { 'cache-control': 'max-age=0, private, no-cache' };

/** Builds the router of one emulated site. Verbs are left to the endpoints' wrappers, so every route is one GET here. */
export function createSiteRouter(site: Site): SiteRouter {
  // Hashes and ids of any length must reach their endpoint; the default cuts at 100 characters.
  const router = createRouter({ maxParamLength: 8000 });
  for (const endpoint of ENDPOINTS) router.on('GET', endpoint.path, () => undefined, endpoint);

  const answer = ({ method, headers }: IncomingCall, pathname: string, queryText: string): Reply => {
    if (site.behaviour.regionBlocked === true) return regionBlocked();
    const route = router.find('GET', pathname);
    if (route === null) return unknownPath();
    const endpoint = route.store as Endpoint;
    const request = {
      method,
      pathname,
      query: parseQueryText(queryText),
      pathParameters: route.params,
      headers,
      origin: headers.host === undefined ? site.siteUrl : `http://${headers.host}`,
      session: null,
    };
    return answerEndpoint(endpoint, request, site);
  };

  return (call) => {
    const { pathname, queryText } = splitTarget(call.target);
    if (pathname !== '/' && pathname.endsWith('/')) return withoutTrailingSlash(pathname, queryText);
    if (!pathname.startsWith(API_PREFIX)) return unknownPath();
    const reply = answer(call, pathname, queryText);
    return { ...reply, headers: { ...EDGE_HEADERS, ...reply.headers } };
  };
}
