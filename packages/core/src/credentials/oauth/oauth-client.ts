import { isSecret, type Secret } from '../../secrets/secret.js';
import type { CallOptions } from '../../transport/api-request.js';
import { CivitaiPromise } from '../../transport/civitai-promise.js';
import {
  type Authorization,
  type AuthorizationOptions,
  createAuthorization,
  readCallback,
  stateProblem,
} from './authorization.js';
import {
  type DeviceAuthorization,
  type DeviceWaitOptions,
  parseDeviceAuthorization,
  pollForDevice,
} from './device-flow.js';
import { toOAuthError } from './oauth-error.js';
import { createOAuthPipeline, type OAuthParts, type OAuthPipeline } from './oauth-pipeline.js';
import { type FormFields, formRequest, type OAuthEndpoint, oauthPath, secretArgument } from './oauth-request.js';
import { type OAuthClientOptions, type OAuthSettings, readOAuthSettings } from './oauth-settings.js';
import { type OAuthScopes, oauthScopeBits } from './scopes.js';
import { type OAuthTokens, parseTokens } from './tokens.js';
import { type OAuthUserInfo, parseUserInfo } from './user-info.js';

/** The answer to a sign-in, as it came to `redirectUri`. */
export interface AuthorizationCode {
  readonly code: string | Secret;
  /** The `state` of the answer. */
  readonly state: string;
  /** The `state` of {@link OAuthClient.createAuthorization}. */
  readonly expectedState: string;
  /** The `codeVerifier` of {@link OAuthClient.createAuthorization}. */
  readonly codeVerifier: string | Secret;
}

/**
 * Signs users in at Civitai's OAuth host: authorization code with PKCE, device flow, refresh, client credentials, revoke.
 *
 * Requests that spend something (a code, a refresh token) are sent once. Errors have the host's own code, such as
 * `invalid_grant`. To let a client use the tokens and renew them, see `OAuthCredentialProvider`.
 *
 * @example
 * ```ts
 * import { OAuthClient, oauthScopePresets } from '@civitkit/core/client';
 *
 * declare const callbackUrl: string; // where the browser came back to
 *
 * using oauth = new OAuthClient({
 *   clientId: 'my-app',
 *   redirectUri: 'http://127.0.0.1:8787/callback',
 *   scopes: oauthScopePresets.ReadOnly,
 * });
 * const { url, state, codeVerifier } = oauth.createAuthorization();
 * console.log(`Open ${url}`);
 * const tokens = await oauth.exchangeCallback({ url: callbackUrl, expectedState: state, codeVerifier });
 * console.log((await oauth.userInfo(tokens.accessToken)).username);
 * ```
 */
export class OAuthClient implements Disposable {
  readonly #clientId: string;
  readonly #redirectUri: string | undefined;
  readonly #scope: number;
  readonly #settings: OAuthSettings;
  readonly #owned: OAuthPipeline;
  readonly #closing = new AbortController();

  /**
   * @throws ConfigurationError naming every option that is wrong
   * @throws TypeError without a client id, RangeError for a scope that there is not
   */
  constructor(options: OAuthClientOptions, parts: OAuthParts = {}) {
    this.#clientId = requireText('clientId', options.clientId);
    this.#redirectUri = options.redirectUri;
    this.#scope = oauthScopeBits(options.scopes ?? ['UserRead']);
    this.#settings = readOAuthSettings(options);
    this.#owned = createOAuthPipeline(this.#settings, parts);
  }

  /**
   * Begins a sign-in: send the user to `url`, and keep `state` and `codeVerifier` until the answer is there.
   *
   * @throws TypeError without `redirectUri`
   */
  createAuthorization(options: AuthorizationOptions = {}): Authorization {
    return createAuthorization({
      authBaseUrl: this.#settings.authBaseUrl,
      clientId: this.#clientId,
      redirectUri: requireText('redirectUri', this.#redirectUri),
      scope: options.scopes === undefined ? this.#scope : oauthScopeBits(options.scopes),
      state: options.state,
      nonce: options.nonce,
    });
  }

  /**
   * Turns the code of an answer into tokens. A code is good once, for ten minutes.
   *
   * Rejects with code `state_mismatch`, and sends nothing, when the answer belongs to another sign-in.
   */
  exchangeCode(answer: AuthorizationCode, options?: CallOptions): CivitaiPromise<OAuthTokens> {
    const problem = stateProblem(answer.state, answer.expectedState);
    if (problem !== undefined) return new CivitaiPromise(Promise.reject(problem));
    const fields: FormFields = {
      grant_type: 'authorization_code',
      code: secretArgument('code', answer.code),
      code_verifier: secretArgument('codeVerifier', answer.codeVerifier),
      redirect_uri: requireText('redirectUri', this.#redirectUri),
    };
    return this.#requestTokens('oauth.exchangeCode', 'token', fields, options);
  }

  /**
   * The same from the whole URL to which the user came back. Rejects with code `access_denied` when the user refused.
   *
   * @throws TypeError when it is no complete URL
   */
  exchangeCallback(
    answer: Pick<AuthorizationCode, 'codeVerifier' | 'expectedState'> & { readonly url: string | URL },
    options?: CallOptions,
  ): CivitaiPromise<OAuthTokens> {
    const { url, expectedState, codeVerifier } = answer;
    const code = readCallback(url, expectedState);
    if (!isSecret(code)) return new CivitaiPromise(Promise.reject(code));
    return this.exchangeCode({ code, state: expectedState, expectedState, codeVerifier }, options);
  }

  /** Begins a sign-in on another device: show `userCode` and `verificationUri`, then {@link OAuthClient.waitForDeviceToken}. */
  requestDeviceCode(scopes?: OAuthScopes, options?: CallOptions): CivitaiPromise<DeviceAuthorization> {
    const scope = scopes === undefined ? this.#scope : oauthScopeBits(scopes);
    const request = formRequest('oauth.requestDeviceCode', 'device', { client_id: this.#clientId, scope: `${scope}` });
    const sentAtMs = this.#owned.clock.now();
    return this.#owned.pipeline.send(
      request,
      (json, context) => parseDeviceAuthorization(json, context, sentAtMs),
      options,
    );
  }

  /**
   * Asks, as often as the host allows, until the user has answered. Goes on over failures of the network and of the host.
   *
   * Rejects with `AuthenticationError`: code `access_denied` when the user refused, `expired_token` when nobody answered
   * in time.
   *
   * @example
   * ```ts
   * import { OAuthClient } from '@civitkit/core/client';
   *
   * using oauth = new OAuthClient({ clientId: 'my-tool' });
   * const device = await oauth.requestDeviceCode();
   * console.log(`Open ${device.verificationUri} and type in ${device.userCode}`);
   * const tokens = await oauth.waitForDeviceToken(device, { signal: AbortSignal.timeout(600_000) });
   * console.log(tokens.expiresAtMs);
   * ```
   */
  waitForDeviceToken(device: DeviceAuthorization, options: DeviceWaitOptions = {}): Promise<OAuthTokens> {
    const { signal } = options;
    const fields: FormFields = {
      grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
      device_code: secretArgument('deviceCode', device.deviceCode),
    };
    const ask = (): Promise<OAuthTokens> =>
      this.#requestTokens('oauth.deviceToken', 'device-token', fields, signal === undefined ? {} : { signal }, false);
    return pollForDevice({ ask, clock: this.#owned.clock, closing: this.#closing.signal }, device, options);
  }

  /**
   * Gets the next pair of tokens. The refresh token dies with it: keep the new one before anything else, and never use
   * one twice (`OAuthCredentialProvider` takes care of both). The scopes stay what they are.
   */
  refresh(refreshToken: string | Secret, options?: CallOptions): CivitaiPromise<OAuthTokens> {
    const fields = { grant_type: 'refresh_token', refresh_token: secretArgument('refreshToken', refreshToken) };
    return this.#requestTokens('oauth.refresh', 'token', fields, options);
  }

  /** Tokens for the application itself, where its settings allow that. */
  clientCredentials(scopes?: OAuthScopes, options?: CallOptions): CivitaiPromise<OAuthTokens> {
    const scope = scopes === undefined ? this.#scope : oauthScopeBits(scopes);
    const fields = { grant_type: 'client_credentials', scope: `${scope}` };
    return this.#requestTokens('oauth.clientCredentials', 'token', fields, options);
  }

  /**
   * Asks the host to end a token; a refresh token takes the access tokens along.
   *
   * Success proves nothing: the host answers the same when it does nothing, as it does for public applications and for
   * tokens of other users than the application's owner.
   */
  revoke(token: string | Secret, options?: CallOptions): CivitaiPromise<void> {
    const request = formRequest('oauth.revoke', 'revoke', {
      ...this.#identity(),
      token: secretArgument('token', token),
    });
    return this.#owned.pipeline.send({ ...request, idempotent: true, answer: 'nothing' }, () => undefined, options);
  }

  /** Who an access token belongs to; needs the scope `UserRead`. Personal API keys are refused. */
  userInfo(accessToken: string | Secret, options?: CallOptions): CivitaiPromise<OAuthUserInfo> {
    return this.#owned.pipeline.send(
      {
        operation: 'oauth.userInfo',
        method: 'GET',
        path: oauthPath('userinfo'),
        credential: secretArgument('accessToken', accessToken),
        mapError: toOAuthError,
      },
      parseUserInfo,
      options,
    );
  }

  /** Ends open calls and waits with code `client_closed`, and closes the connections. */
  close(): void {
    this.#closing.abort();
    this.#owned.close();
  }

  [Symbol.dispose](): void {
    this.close();
  }

  #requestTokens(
    operation: string,
    endpoint: OAuthEndpoint,
    fields: FormFields,
    options: CallOptions | undefined,
    confidentialClient = true,
  ): CivitaiPromise<OAuthTokens> {
    const identity = confidentialClient ? this.#identity() : { client_id: this.#clientId };
    const request = formRequest(operation, endpoint, { ...fields, ...identity });
    const sentAtMs = this.#owned.clock.now();
    return this.#owned.pipeline.send(request, (json, context) => parseTokens(json, context, sentAtMs), options);
  }

  #identity(): FormFields {
    return { client_id: this.#clientId, client_secret: this.#settings.clientSecret ?? undefined };
  }
}

function requireText(name: string, value: unknown): string {
  const text = typeof value === 'string' && !isSecret(value) ? value.trim() : '';
  if (text !== '') return text;
  throw new TypeError(`OAuthClient: ${name} is missing; see the settings of your application at Civitai`);
}
