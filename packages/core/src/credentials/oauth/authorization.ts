import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { AuthenticationError } from '../../errors/authentication-error.js';
import { Secret } from '../../secrets/secret.js';
import { writeQuery } from '../../transport/query-string.js';
import { oauthPath } from './oauth-request.js';
import type { OAuthScopes } from './scopes.js';

/** What may be said about a sign-in. */
export interface AuthorizationOptions {
  /** Default: the client's own. */
  readonly scopes?: OAuthScopes;
  /** Comes back with the answer. Default: a random text. */
  readonly state?: string;
  /** Asks for an id token, in which it is repeated. */
  readonly nonce?: string;
}

/** A sign-in that was begun: where to send the user, and what to keep until the answer is there. */
export interface Authorization {
  /** Open it in the user's browser. */
  readonly url: string;
  /** Compare it with the `state` of the answer. */
  readonly state: string;
  /** Proves that the one who asks for the tokens is the one who began. Keep it with the user's session. */
  readonly codeVerifier: Secret;
}

/** Which application asks for what. */
export interface AuthorizationRequest {
  readonly authBaseUrl: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly scope: number;
  readonly state: string | undefined;
  readonly nonce: string | undefined;
}

/** Begins a sign-in with PKCE. */
export function createAuthorization(request: AuthorizationRequest): Authorization {
  const codeVerifier = randomBytes(32).toString('base64url');
  const { authBaseUrl, state = randomBytes(16).toString('base64url'), nonce } = request;
  const query = writeQuery([
    ['response_type', 'code'],
    ['client_id', request.clientId],
    ['redirect_uri', request.redirectUri],
    ['scope', request.scope],
    ['state', state],
    ['code_challenge', createHash('sha256').update(codeVerifier).digest('base64url')],
    ['code_challenge_method', 'S256'],
    ...(nonce === undefined ? [] : [['nonce', nonce] as const]),
  ]);
  return {
    url: `${authBaseUrl}/${oauthPath('authorize').join('/')}?${query}`,
    state,
    codeVerifier: new Secret(codeVerifier),
  };
}

/** The error for an answer that does not belong to the sign-in that was begun. */
export function stateProblem(state: string | null, expected: string): AuthenticationError | undefined {
  const [given, wanted] = [digestOf(state ?? ''), digestOf(expected)];
  if (expected !== '' && timingSafeEqual(given, wanted)) return undefined;
  return new AuthenticationError(
    'oauth.exchangeCode: the state of the answer is not the one that was sent, so somebody else began this sign-in. ' +
      'Refuse it, and begin a new one.',
    { code: 'state_mismatch' },
  );
}

/**
 * The code in the URL to which the user was sent back, or why there is none.
 *
 * @throws TypeError when it is no complete URL
 */
export function readCallback(url: string | URL, expectedState: string): Secret | AuthenticationError {
  const { searchParams } = new URL(url);
  const problem = stateProblem(searchParams.get('state'), expectedState);
  if (problem !== undefined) return problem;
  const code = searchParams.get('code') ?? '';
  return code === '' ? callbackProblem(searchParams) : new Secret(code);
}

function callbackProblem(answer: URLSearchParams): AuthenticationError {
  const error = answer.get('error') ?? 'invalid_request';
  const code = /^[a-z_]{1,40}$/.test(error) ? error : 'invalid_request';
  const usual = code === 'access_denied' ? 'the user refused' : `the answer has no code (${code})`;
  const said = answer.get('error_description') ?? usual;
  return new AuthenticationError(`oauth.exchangeCallback: ${said.slice(0, 300)}. Begin a new sign-in.`, { code });
}

function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
