import { USER_READ } from '../accounts/token-registry.js';
import { emptyReply, type Reply } from '../http/reply.js';
import type { OAuthApp } from './oauth-apps.js';
import { mayRedirect } from './oauth-apps.js';
import { oauthError, rateLimited } from './oauth-errors.js';
import type { AuthHub, OAuthHandler, OAuthRequest } from './oauth-request.js';
import { mayHave, readScope } from './scopes.js';

interface Asked {
  readonly app: OAuthApp;
  readonly redirectUri: string;
  readonly state: string;
  readonly scope: number;
  readonly challenge: string;
  readonly nonce: string | undefined;
}

type Parameters = Readonly<Record<string, string>>;

function readApp(parameters: Parameters, { apps, behaviour }: AuthHub): OAuthApp | Reply {
  const { client_id: clientId } = parameters;
  if (!clientId) return oauthError(400, 'invalid_request', 'Missing parameter: `client_id`');
  const app = apps.get(clientId);
  if (app === undefined) return oauthError(400, 'invalid_client', 'Unknown client');
  if (behaviour.appsDisabled === true) return oauthError(403, 'access_denied', 'This application is disabled');
  return app;
}

/** Reads a request for authorization. Mistakes are told here, as JSON, and never to the application (contract §9.1). */
function readAsked(parameters: Parameters, hub: AuthHub): Asked | Reply {
  const app = readApp(parameters, hub);
  if ('status' in app) return app;
  const { redirect_uri: redirectUri, state, code_challenge: challenge, nonce } = parameters;
  if (!redirectUri || !mayRedirect(app, redirectUri)) {
    return oauthError(400, 'invalid_request', 'Invalid request: `redirect_uri` is invalid');
  }
  if (!state) return oauthError(400, 'invalid_request', 'Missing parameter: `state`');
  if (!challenge || parameters['code_challenge_method'] !== 'S256') {
    return oauthError(400, 'invalid_request', 'PKCE with code_challenge_method=S256 is required');
  }
  const scope = readScope(parameters['scope']);
  if (scope === undefined) return oauthError(400, 'invalid_scope', 'Invalid scope: a decimal bitmask is required');
  if (!mayHave(app, scope)) return oauthError(400, 'invalid_scope', 'Scope exceeds what this application may ask for');
  return { app, redirectUri, state, challenge, nonce: nonce || undefined, scope: scope | USER_READ };
}

/** 303, where the documentation says 302. */
function seeOther(location: string): Reply {
  return emptyReply(303, { location });
}

function backTo({ redirectUri, state }: Asked, outcome: Readonly<Record<string, string>>): Reply {
  const url = new URL(redirectUri);
  for (const [key, value] of Object.entries({ ...outcome, state })) url.searchParams.set(key, value);
  return seeOther(url.href);
}

function approve(asked: Asked, remember: boolean, hub: AuthHub): Reply {
  const { app, redirectUri, scope, challenge, nonce } = asked;
  if (remember) hub.consents.set(app.clientId, (hub.consents.get(app.clientId) ?? 0) | scope);
  const code = hub.codes.issue({ clientId: app.clientId, redirectUri, scope, challenge, nonce });
  return backTo(asked, { code });
}

function askUser(asked: Asked, request: OAuthRequest, hub: AuthHub): Reply {
  const { approved, remember } = request.form;
  const consented = hub.consents.get(asked.app.clientId) ?? 0;
  if (approved === 'true' || (asked.scope & ~consented) === 0) return approve(asked, remember === 'true', hub);
  if (approved === 'false') return backTo(asked, { error: 'access_denied' });
  return seeOther(`/login/oauth/authorize?${request.queryText}`);
}

/** `GET` and `POST /api/auth/oauth/authorize`. */
export const authorize: OAuthHandler = (request, hub) => {
  if (hub.minutes.take('authorize', hub.limits.authorizationsPerMinute) !== undefined) return rateLimited();
  const asked = readAsked({ ...request.query, ...request.form }, hub);
  if ('status' in asked) return asked;
  switch (hub.behaviour.user) {
    case 'deny':
      return backTo(asked, { error: 'access_denied' });
    case 'signedOut':
      return seeOther(`/login?returnUrl=${encodeURIComponent(`/api/auth/oauth/authorize?${request.queryText}`)}`);
    case 'ask':
      return askUser(asked, request, hub);
    default:
      return approve(asked, false, hub);
  }
};
