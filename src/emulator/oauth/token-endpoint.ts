import { createHash } from 'node:crypto';
import { ACCOUNT_ID } from '../catalogue/creators.js';
import { jsonReply, type Reply } from '../http/reply.js';
import { authenticateClient } from './client-credentials.js';
import type { OAuthApp } from './oauth-apps.js';
import { oauthError, rateLimited } from './oauth-errors.js';
import type { AuthHub, OAuthHandler, OAuthRequest } from './oauth-request.js';
import { mayHave, readScope } from './scopes.js';
import type { TokenPair } from './token-store.js';

const VERIFIER = /^[\w.~-]{43,128}$/;

/** Here the scope is a list of one text; the device flow gives a plain text (contract §9.2). */
function tokenReply(pair: TokenPair, idToken?: string): Reply {
  return jsonReply(200, {
    access_token: pair.accessToken,
    token_type: 'Bearer',
    expires_in: pair.expiresIn,
    refresh_token: pair.refreshToken,
    scope: [String(pair.scope)],
    id_token: idToken,
  });
}

function invalidGrant(text: string): Reply {
  return oauthError(400, 'invalid_grant', text);
}

function invalidRequest(text: string): Reply {
  return oauthError(400, 'invalid_request', text);
}

function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url');
}

function signIdentity(app: OAuthApp, nonce: string, hub: AuthHub): string {
  const now = Math.floor(Date.now() / 1000);
  const times = { iat: now, exp: now + 3600 };
  return hub.idTokens.sign({ iss: hub.authUrl, sub: String(ACCOUNT_ID), aud: app.clientId, nonce, ...times });
}

type Grant = (request: OAuthRequest, app: OAuthApp, hub: AuthHub) => Reply;

const byCode: Grant = ({ form }, app, hub) => {
  const { code, code_verifier: verifier, redirect_uri: redirectUri } = form;
  if (!code) return invalidRequest('Missing parameter: `code`');
  const known = hub.codes.find(code);
  if (known === undefined || known.clientId !== app.clientId) {
    return invalidGrant('Invalid grant: authorization code is invalid');
  }
  if (known.expiresAt <= Date.now()) return invalidGrant('Invalid grant: authorization code has expired');
  if (!verifier) return invalidGrant('Missing parameter: `code_verifier`');
  if (!VERIFIER.test(verifier)) return invalidRequest('Invalid parameter: `code_verifier`');
  if (challengeOf(verifier) !== known.challenge) return invalidGrant('Invalid grant: code verifier is invalid');
  if (redirectUri !== known.redirectUri) return invalidRequest('Invalid request: `redirect_uri` is invalid');
  hub.codes.use(code);
  const idToken = known.nonce === undefined ? undefined : signIdentity(app, known.nonce, hub);
  return tokenReply(hub.tokens.issue(app, known.scope), idToken);
};

/** The old token dies at once; a `scope` is not even looked at, so nothing can be narrowed. */
const byRefresh: Grant = ({ form }, app, hub) => {
  const { refresh_token: token } = form;
  if (!token) return invalidRequest('Missing parameter: `refresh_token`');
  const known = hub.tokens.findRefresh(token);
  if (known === undefined || known.clientId !== app.clientId) {
    return invalidGrant('Invalid grant: refresh token is invalid');
  }
  if (known.expiresAt <= Date.now()) return invalidGrant('Invalid grant: refresh token has expired');
  hub.tokens.endRefresh(token);
  return tokenReply(hub.tokens.issue(app, known.scope));
};

/** Contrary to the documentation the answer has a refresh token. */
const byClient: Grant = ({ form }, app, hub) => {
  const scope = form['scope'] ? readScope(form['scope']) : app.allowedScope;
  if (scope === undefined || !mayHave(app, scope)) {
    return oauthError(400, 'invalid_scope', 'Invalid scope: Requested scope is invalid');
  }
  return tokenReply(hub.tokens.issue(app, scope));
};

const GRANTS: Readonly<Record<string, Grant>> = {
  authorization_code: byCode,
  refresh_token: byRefresh,
  client_credentials: byClient,
};

function mayCall({ origins }: OAuthApp, origin: string | undefined): boolean {
  return origin === undefined || origins === undefined || origins.includes(origin);
}

/** `POST /api/auth/oauth/token`. */
export const token: OAuthHandler = (request, hub) => {
  const { method, address, form, headers } = request;
  if (hub.minutes.take(`token ${address}`, hub.limits.tokensPerMinute) !== undefined) {
    return rateLimited('Too many token requests');
  }
  if (hub.behaviour.tokensBroken === true) return oauthError(500, 'server_error', 'Internal error');
  if (method !== 'POST') return invalidRequest('Invalid request: method must be POST');
  const { grant_type: grantType = '' } = form;
  const grant = Object.hasOwn(GRANTS, grantType) ? GRANTS[grantType] : undefined;
  const app = authenticateClient(request, hub, grant === undefined || grantType === 'client_credentials');
  if ('status' in app) return app;
  if (grantType === '') return invalidRequest('Missing parameter: `grant_type`');
  if (grant === undefined) {
    return oauthError(400, 'unsupported_grant_type', 'Unsupported grant type: `grant_type` is invalid');
  }
  if (!app.grants.includes(grantType)) {
    return oauthError(400, 'unauthorized_client', 'Unauthorized client: `grant_type` is invalid');
  }
  if (!mayCall(app, headers.origin)) return oauthError(403, 'origin_not_allowed', 'This origin is not allowed');
  return grant(request, app, hub);
};
