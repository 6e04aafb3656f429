import { isSecret, Secret } from '../../secrets/secret.js';
import type { ApiRequest } from '../../transport/api-request.js';
import { toOAuthError } from './oauth-error.js';

/** The endpoints below `/api/auth/oauth/`. */
export type OAuthEndpoint = 'token' | 'device' | 'device-token' | 'revoke' | 'userinfo' | 'authorize';

/** Fields of a form; what is `undefined` is left out. */
export type FormFields = Readonly<Record<string, string | Secret | undefined>>;

/** Where an endpoint is, as path segments. */
export function oauthPath(endpoint: OAuthEndpoint): readonly string[] {
  return ['api', 'auth', 'oauth', endpoint];
}

/** A form that is sent to an endpoint. Secrets in it are masked in whatever is shown of the answer. */
export function formRequest(operation: string, endpoint: OAuthEndpoint, fields: FormFields): ApiRequest {
  const given = Object.entries(fields).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  const form = new URLSearchParams(
    Object.fromEntries(given.map(([name, value]) => [name, isSecret(value) ? value.reveal() : value])),
  );
  return {
    operation,
    method: 'POST',
    path: oauthPath(endpoint),
    rawBody: Buffer.from(form.toString()),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    confidential: given.flatMap(([, value]) => (isSecret(value) ? [value] : [])),
    mapError: toOAuthError,
  };
}

/**
 * A secret that a caller gave.
 *
 * @throws TypeError when it is not one
 */
export function secretArgument(name: string, value: string | Secret): Secret {
  const secret = typeof value === 'string' ? new Secret(value) : value;
  if (isSecret(secret) && secret.reveal().trim() !== '') return secret;
  throw new TypeError(`${name} must be a text or a Secret, and not empty`);
}
