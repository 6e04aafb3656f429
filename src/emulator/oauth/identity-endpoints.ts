import { USER_READ } from '../accounts/token-registry.js';
import { ACCOUNT_ID, ACCOUNT_NAME } from '../catalogue/creators.js';
import { jsonReply } from '../http/reply.js';
import { authenticateClient } from './client-credentials.js';
import { oauthError, rateLimited } from './oauth-errors.js';
import type { OAuthHandler } from './oauth-request.js';

/**
 * `POST /api/auth/oauth/revoke`: 200 `{}` whatever happens. An application only ends tokens of its own owner's account;
 * for everybody else's, and for public applications, nothing happens (contract §9.4).
 */
export const revoke: OAuthHandler = (request, hub) => {
  if (hub.minutes.take(`revoke ${request.address}`, hub.limits.revocationsPerMinute) !== undefined) {
    return rateLimited();
  }
  const { token } = request.form;
  if (!token) return oauthError(400, 'invalid_request', 'Missing parameter: `token`');
  const app = authenticateClient(request, hub, true);
  // Every token here belongs to the one account.
  if (!('status' in app) && app.ownerId === ACCOUNT_ID) hub.tokens.revoke(token);
  return jsonReply(200, {});
};

/** `GET /api/auth/oauth/userinfo`: for OAuth access tokens alone, behind exactly `Bearer `. */
export const userinfo: OAuthHandler = ({ headers }, hub) => {
  const header = headers.authorization ?? '';
  const grant = header.startsWith('Bearer ') ? hub.registry.find(header.slice('Bearer '.length)) : null;
  if (grant === null || grant.kind !== 'oauth') return oauthError(401, 'invalid_token', 'Invalid or expired token');
  if ((grant.scope & USER_READ) === 0) {
    return oauthError(403, 'insufficient_scope', 'Token does not have UserRead scope');
  }
  return jsonReply(200, {
    sub: String(ACCOUNT_ID),
    id: ACCOUNT_ID,
    username: ACCOUNT_NAME,
    preferred_username: ACCOUNT_NAME,
    name: ACCOUNT_NAME,
    picture: 'https://image.civitai.com/x',
    image: 'https://image.civitai.com/x',
    roles: [],
    isModerator: false,
    tier: 'gold',
    email: 'you@example.com',
    email_verified: true,
  });
};
