import { isJsonObject } from '../http/body-checks.js';
import type { Host, IncomingCall } from '../http/incoming-call.js';
import { parseQueryText, splitTarget } from '../http/query-text.js';
import { emptyReply, type Reply } from '../http/reply.js';
import { parseBody } from '../http/request-body.js';
import { authorize } from './authorize.js';
import { beginDevice, pollDevice, visitDevicePage } from './device-endpoints.js';
import { consentPage, discovery, publicKeys } from './discovery.js';
import { revoke, userinfo } from './identity-endpoints.js';
import { oauthError } from './oauth-errors.js';
import type { AuthHub, OAuthHandler } from './oauth-request.js';
import { token } from './token-endpoint.js';

/** Where the OAuth endpoints lie, here and, for old applications, at the site. */
const OAUTH_PREFIX = '/api/auth/oauth/';

interface Route {
  readonly methods: readonly string[];
  readonly handle: OAuthHandler;
}

const ROUTES: Readonly<Record<string, Route>> = {
  '/.well-known/openid-configuration': { methods: ['GET'], handle: discovery },
  '/.well-known/jwks.json': { methods: ['GET'], handle: publicKeys },
  '/api/auth/oauth/authorize': { methods: ['GET', 'POST'], handle: authorize },
  '/api/auth/oauth/token': { methods: ['GET', 'POST'], handle: token },
  '/api/auth/oauth/device': { methods: ['POST'], handle: beginDevice },
  '/api/auth/oauth/device-token': { methods: ['POST'], handle: pollDevice },
  '/api/auth/oauth/revoke': { methods: ['POST'], handle: revoke },
  '/api/auth/oauth/userinfo': { methods: ['GET', 'POST'], handle: userinfo },
  '/login/oauth/device': { methods: ['GET'], handle: visitDevicePage },
  '/login/oauth/authorize': { methods: ['GET'], handle: consentPage },
};

/** Keeps what is one text; JSON bodies may also have numbers. */
function singleTexts(value: unknown): Record<string, string> {
  if (!isJsonObject(value)) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]) =>
      typeof one === 'string' || typeof one === 'number' ? [[key, String(one)]] : [],
    ),
  );
}

function answer(call: IncomingCall, hub: AuthHub): Reply {
  const { pathname, queryText } = splitTarget(call.target);
  const route = Object.hasOwn(ROUTES, pathname) ? ROUTES[pathname] : undefined;
  if (route === undefined) return oauthError(404, 'not_found');
  if (!route.methods.includes(call.method)) return emptyReply(405, { allow: route.methods.join(', ') });
  const body = parseBody(call.headers, call.body, 1);
  if (!body.ok) return oauthError(400, 'invalid_request', 'The body could not be read');
  return route.handle(
    {
      method: call.method,
      headers: call.headers,
      address: call.address,
      queryText,
      query: singleTexts({ ...parseQueryText(queryText) }),
      form: singleTexts(body.value),
    },
    hub,
  );
}

/** The host of OAuth and OpenID Connect. */
export function createAuthHost(hub: AuthHub): Host {
  return (call) => answer(call, hub);
}

/** The site's old addresses: authorizations are sent on, everything else is passed through (contract §9). */
export function withOldOAuthPaths(site: Host, auth: Host, authUrl: string): Host {
  return (call) => {
    if (!call.target.startsWith(OAUTH_PREFIX)) return site(call);
    const moved = splitTarget(call.target).pathname === `${OAUTH_PREFIX}authorize`;
    return moved ? emptyReply(308, { location: `${authUrl}${call.target}` }) : auth(call);
  };
}
