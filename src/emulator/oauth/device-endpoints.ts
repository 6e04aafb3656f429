import { USER_READ } from '../accounts/token-registry.js';
import { htmlReply, jsonReply } from '../http/reply.js';
import { DEVICE_GRANT } from './oauth-apps.js';
import { oauthError, rateLimited } from './oauth-errors.js';
import type { OAuthHandler } from './oauth-request.js';
import { mayHave, readScope } from './scopes.js';

const DEVICE_PAGE = '/login/oauth/device';

/** `POST /api/auth/oauth/device`: begins a device flow. */
export const beginDevice: OAuthHandler = ({ form }, hub) => {
  const { client_id: clientId = '' } = form;
  if (hub.minutes.take(`device ${clientId}`, hub.limits.tokensPerMinute) !== undefined) return rateLimited();
  const app = hub.apps.get(clientId);
  if (app === undefined) return oauthError(400, 'invalid_client');
  if (!app.grants.includes(DEVICE_GRANT)) return oauthError(400, 'unauthorized_client');
  const scope = readScope(form['scope']);
  if (scope === undefined || !mayHave(app, scope)) return oauthError(400, 'invalid_scope');
  const flow = hub.devices.begin(clientId, scope | USER_READ, hub.behaviour.user === 'deny' ? 'denied' : 'pending');
  const page = `${hub.authUrl}${DEVICE_PAGE}`;
  return jsonReply(200, {
    device_code: flow.deviceCode,
    user_code: flow.userCode,
    verification_uri: page,
    verification_uri_complete: `${page}?code=${flow.userCode}`,
    expires_in: Math.round((flow.expiresAt - Date.now()) / 1000),
    interval: hub.behaviour.pollSeconds ?? 5,
  });
};

/** `POST /api/auth/oauth/device-token`: asks whether the user has answered. There is no `slow_down`. */
export const pollDevice: OAuthHandler = ({ form }, hub) => {
  const { client_id: clientId = '', device_code: deviceCode = '', grant_type: grantType } = form;
  // One window for all users of an application (contract §9.3).
  if (hub.minutes.take(`device-token ${clientId}`, hub.limits.tokensPerMinute) !== undefined) return rateLimited();
  if (grantType !== DEVICE_GRANT) return oauthError(400, 'unsupported_grant_type');
  const flow = hub.devices.find(deviceCode);
  const app = hub.apps.get(clientId);
  if (flow === undefined || app === undefined || flow.clientId !== clientId) return oauthError(400, 'invalid_grant');
  if (flow.expiresAt <= Date.now()) return oauthError(400, 'expired_token', 'Device code expired');
  if (flow.answer === 'denied') return oauthError(400, 'access_denied');
  if (flow.answer === 'pending') return oauthError(400, 'authorization_pending');
  hub.devices.end(deviceCode);
  const pair = hub.tokens.issue(app, flow.scope);
  return jsonReply(200, {
    access_token: pair.accessToken,
    token_type: 'Bearer',
    expires_in: pair.expiresIn,
    refresh_token: pair.refreshToken,
    scope: String(pair.scope),
  });
};

/** The page of the flow, for people who try it out: opening it with a code is agreeing. */
export const visitDevicePage: OAuthHandler = ({ query }, hub) => {
  const approved = hub.devices.answer(query['code'] ?? '', 'approved');
  const text = approved ? 'Approved. You may close this page.' : 'No device asks under this code.';
  return htmlReply(approved ? 200 : 404, `<!DOCTYPE html><html lang="en"><title>Device</title><p>${text}</p></html>`);
};
