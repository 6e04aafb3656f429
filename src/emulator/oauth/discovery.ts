import { htmlReply, jsonReply } from '../http/reply.js';
import { DEVICE_GRANT } from './oauth-apps.js';
import type { OAuthHandler } from './oauth-request.js';
import { SCOPE_BITS } from './scopes.js';

const DAY_CACHE = { 'cache-control': 'public, max-age=86400' };

/** `GET /.well-known/openid-configuration`. */
export const discovery: OAuthHandler = (_request, { authUrl }) => {
  const endpoint = (name: string): string => `${authUrl}/api/auth/oauth/${name}`;
  const document = {
    issuer: authUrl,
    authorization_endpoint: endpoint('authorize'),
    token_endpoint: endpoint('token'),
    userinfo_endpoint: endpoint('userinfo'),
    revocation_endpoint: endpoint('revoke'),
    device_authorization_endpoint: endpoint('device'),
    jwks_uri: `${authUrl}/.well-known/jwks.json`,
    id_token_signing_alg_values_supported: ['ES256'],
    response_types_supported: ['code'],
    grant_types_supported: ['authorization_code', 'refresh_token', 'client_credentials', DEVICE_GRANT],
    code_challenge_methods_supported: ['S256'],
    token_endpoint_auth_methods_supported: ['client_secret_post', 'none'],
    scopes_supported: SCOPE_BITS.map(String),
    subject_types_supported: ['public'],
    claims_supported: ['sub', 'name', 'preferred_username', 'picture', 'email', 'email_verified'],
  };
  return jsonReply(200, document, DAY_CACHE);
};

/** `GET /.well-known/jwks.json`. */
export const publicKeys: OAuthHandler = (_request, { idTokens }) => jsonReply(200, idTokens.keys(), DAY_CACHE);

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
}

function button(value: string, text: string): string {
  return `<button name="approved" value="${value}">${text}</button>`;
}

/** The page that asks the user, for `user: 'ask'`; its two buttons post back to the authorization endpoint. */
export const consentPage: OAuthHandler = ({ queryText }) => {
  const action = escapeHtml(`/api/auth/oauth/authorize?${queryText}`);
  return htmlReply(
    200,
    `<!DOCTYPE html><html lang="en"><title>Authorize</title><form method="post" action="${action}">` +
      `<input type="hidden" name="remember" value="true">${button('true', 'Allow')}${button('false', 'Deny')}</form></html>`,
  );
};
