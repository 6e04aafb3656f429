import type { Secret } from '../../secrets/secret.js';
import type { ParseContext } from '../../transport/api-request.js';
import { isJsonObject } from '../../transport/parse-object.js';
import { readSecret } from './read-answer.js';

/** What a sign-in gives. Prints without the tokens. */
export interface OAuthTokens {
  /** Goes with every request; good for an hour. */
  readonly accessToken: Secret;
  /** Gets the next pair, once; good for 30 days. */
  readonly refreshToken?: Secret;
  /** When the access token ends, in milliseconds since 1970. */
  readonly expiresAtMs: number;
  /** What was granted, as bits: see `oauthScopeNames()`. Absent when the server did not say. */
  readonly scope?: number;
  /** Says who signed in, as a signed JWT; only after a sign-in with a `nonce`. Its signature is not checked here. */
  readonly idToken?: Secret;
}

/** How long an access token lives when the server does not say, in seconds. */
const usualLifetime = 3600;

/** Reads the answer of a token endpoint. `sentAtMs` is when it was asked for, so that the token never ends early. */
export function parseTokens(json: unknown, context: ParseContext, sentAtMs: number): OAuthTokens {
  if (!isJsonObject(json)) throw context.wrongShape('an object with "access_token"');
  const accessToken = readSecret(json, 'access_token');
  if (accessToken === undefined) throw context.wrongShape('an object with "access_token"');
  const refreshToken = readSecret(json, 'refresh_token');
  const idToken = readSecret(json, 'id_token');
  const scope = parseScope(json['scope']);
  const lifetime = Number(json['expires_in'] ?? usualLifetime);
  return {
    accessToken,
    expiresAtMs: sentAtMs + (Number.isFinite(lifetime) ? lifetime : usualLifetime) * 1000,
    ...(refreshToken === undefined ? {} : { refreshToken }),
    ...(scope === undefined ? {} : { scope }),
    ...(idToken === undefined ? {} : { idToken }),
  };
}

/** A number, its text, or a list with that text: each endpoint has its own way. */
function parseScope(value: unknown): number | undefined {
  const single: unknown = Array.isArray(value) && value.length === 1 ? value[0] : value;
  const text = typeof single === 'number' ? String(single) : single;
  return typeof text === 'string' && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}
