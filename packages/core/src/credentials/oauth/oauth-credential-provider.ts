import { AuthenticationError } from '../../errors/authentication-error.js';
import { isCivitaiError } from '../../errors/civitai-error.js';
import type { Secret } from '../../secrets/secret.js';
import { type Clock, systemClock } from '../../transport/clock.js';
import type { CredentialProvider } from '../../transport/credential.js';
import type { OAuthClient } from './oauth-client.js';
import type { TokenStore } from './token-store.js';
import type { OAuthTokens } from './tokens.js';

/** A token is renewed this long before its end, so that no request carries one that ends on the way. */
const skewMs = 60_000;
/** Shorter than a lock of another machine counts as left behind. */
const refreshTimeoutMs = 20_000;
/** After a renewal ahead of time has failed, the old token is used for so long before the next attempt. */
const pauseMs = 5000;
/** A token as new as this is not renewed because of a 401: the reason is another one. */
const newMs = 60_000;

/** Tokens that the server gave and the store has not taken yet, and the refresh token they cost. */
interface Unsaved {
  readonly tokens: OAuthTokens;
  readonly spent: Secret;
}

/**
 * Lets a client use the tokens of a sign-in, and renews them: ahead of their end, or when the server refuses one. However
 * many calls wait, one refresh is sent, and its result is in the store before it is used. Processes that share a store
 * with a lock renew once among them.
 *
 * While nobody is signed in, calls are anonymous.
 *
 * @example
 * ```ts
 * import { createCivitaiClient, FileTokenStore, OAuthClient, OAuthCredentialProvider } from '@civitkit/core/client';
 *
 * const oauth = new OAuthClient({ clientId: 'my-app' });
 * const credential = new OAuthCredentialProvider(oauth, new FileTokenStore('/home/me/.config/my-app/tokens.json'));
 * const device = await oauth.requestDeviceCode();
 * console.log(`Open ${device.verificationUri} and type in ${device.userCode}`);
 * await credential.signIn(await oauth.waitForDeviceToken(device));
 *
 * using civitai = createCivitaiClient({}, { credential });
 * console.log((await civitai.me.get()).username);
 * ```
 */
export class OAuthCredentialProvider implements CredentialProvider {
  readonly #client: OAuthClient;
  readonly #store: TokenStore;
  readonly #clock: Clock;
  #tokens: OAuthTokens | null = null;
  #renewal: Promise<OAuthTokens | null> | undefined;
  #unsaved: Unsaved | undefined;
  /** A refresh token that the server does not take, and what it said. */
  #dead: { readonly token: Secret; readonly error: unknown } | undefined;
  #renewedAtMs: number = Number.NEGATIVE_INFINITY;
  #pausedUntilMs: number = Number.NEGATIVE_INFINITY;

  /** @param client - stays the user's: it is not closed here */
  constructor(client: OAuthClient, store: TokenStore, parts: { readonly clock?: Clock | undefined } = {}) {
    this.#client = client;
    this.#store = store;
    this.#clock = parts.clock ?? systemClock;
  }

  async current(): Promise<Secret | null> {
    const known = this.#tokens;
    if (known !== null && this.#isGood(known)) return known.accessToken;
    return (await this.#renew())?.accessToken ?? null;
  }

  /** Renews a token that the server refused before its time, unless it is new. */
  async refused(credential: Secret): Promise<boolean> {
    await this.#renewal?.catch(() => undefined);
    if (this.#tokens !== null && !isSame(this.#tokens.accessToken, credential)) return true;
    if (this.#clock.now() - this.#renewedAtMs < newMs) return false;
    try {
      const renewed = await this.#renew(credential);
      return renewed !== null && !isSame(renewed.accessToken, credential);
    } catch (error) {
      // The server's own refusal says more than a network that happens to fail.
      if (isCivitaiError(error) && error.retryable) return false;
      throw error;
    }
  }

  /** Uses these tokens from now on, and keeps them in the store. */
  async signIn(tokens: OAuthTokens): Promise<void> {
    await this.#locked(async () => {
      await this.#store.write(tokens);
      this.#unsaved = undefined;
      this.#tokens = tokens;
    });
  }

  /** Forgets the tokens here and in the store, then asks the host to end them; see {@link OAuthClient.revoke}. */
  async signOut(): Promise<void> {
    const tokens = await this.#locked(async () => {
      const stored = await this.#store.read();
      await this.#store.clear();
      this.#unsaved = undefined;
      this.#tokens = null;
      return stored;
    });
    if (tokens !== null) await this.#client.revoke(tokens.refreshToken ?? tokens.accessToken);
  }

  /** One renewal at a time, whose result everyone gets who waits. */
  #renew(refused?: Secret): Promise<OAuthTokens | null> {
    this.#renewal ??= this.#obtain(refused).finally(() => {
      this.#renewal = undefined;
    });
    return this.#renewal;
  }

  async #obtain(refused: Secret | undefined): Promise<OAuthTokens | null> {
    const stored = await this.#store.read();
    if (this.#unsaved === undefined && (stored === null || this.#isGood(stored, refused))) return this.#use(stored);
    try {
      return this.#use(await this.#locked(() => this.#obtainLocked(refused)));
    } catch (error) {
      // Ahead of time: what we have is good for a moment yet.
      if (stored === null || refused !== undefined || stored.expiresAtMs <= this.#clock.now()) throw error;
      this.#pausedUntilMs = this.#clock.now() + pauseMs;
      return this.#use(stored);
    }
  }

  async #obtainLocked(refused: Secret | undefined): Promise<OAuthTokens | null> {
    await this.#saveUnsaved();
    // Another process may have renewed them while this one waited.
    const latest = await this.#store.read();
    return latest === null || this.#isGood(latest, refused) ? latest : await this.#exchange(latest);
  }

  async #exchange(tokens: OAuthTokens): Promise<OAuthTokens | null> {
    try {
      return await this.#refresh(tokens);
    } catch (error) {
      if (!isCivitaiError(error) || error.code !== 'invalid_grant') throw error;
      // A process that does not lock may have been faster.
      const latest = await this.#store.read();
      const { refreshToken } = latest ?? {};
      if (latest === null || refreshToken === undefined || isSame(refreshToken, tokens.refreshToken)) throw error;
      return this.#isGood(latest) ? latest : await this.#refresh(latest);
    }
  }

  async #refresh(tokens: OAuthTokens): Promise<OAuthTokens | null> {
    const { refreshToken: spent } = tokens;
    if (spent === undefined) {
      throw new AuthenticationError(
        'oauth.refresh: the token has ended, and there is no refresh token. Sign in again.',
        {
          code: 'expired_token',
        },
      );
    }
    // Not asked again: the host counts its refusals, and it will not change its mind.
    if (this.#dead !== undefined && isSame(this.#dead.token, spent)) throw this.#dead.error;
    const renewed = await this.#client.refresh(spent, { timeoutMs: refreshTimeoutMs }).catch((error: unknown) => {
      if (isCivitaiError(error) && error.code === 'invalid_grant') this.#dead = { token: spent, error };
      throw error;
    });
    // What the host leaves out stays as it was.
    const next: OAuthTokens = { ...tokens, ...renewed };
    this.#unsaved = { tokens: next, spent };
    // Unless somebody has signed out or in meanwhile.
    return (await this.#saveUnsaved()) ? next : await this.#store.read();
  }

  /** The old refresh token is dead by now: until the new one is in the store, it must not be forgotten. */
  async #saveUnsaved(): Promise<boolean> {
    if (this.#unsaved === undefined) return false;
    const { tokens, spent } = this.#unsaved;
    const stored = await this.#store.read();
    const wanted = isSame(stored?.refreshToken, spent);
    if (wanted) await this.#store.write(tokens);
    this.#unsaved = undefined;
    this.#renewedAtMs = this.#clock.now();
    return wanted;
  }

  #use(tokens: OAuthTokens | null): OAuthTokens | null {
    this.#tokens = tokens;
    return tokens;
  }

  #isGood({ accessToken, expiresAtMs }: OAuthTokens, refused?: Secret): boolean {
    const now = this.#clock.now();
    if (expiresAtMs <= now || isSame(accessToken, refused)) return false;
    // A token may be short-lived: one that is new is good to its end.
    return expiresAtMs - skewMs > now || now < this.#pausedUntilMs || now - this.#renewedAtMs < newMs;
  }

  async #locked<T>(work: () => Promise<T>): Promise<T> {
    return this.#store.lock === undefined ? await work() : await this.#store.lock(work);
  }
}

function isSame(left: Secret | undefined, right: Secret | undefined): boolean {
  return left !== undefined && right !== undefined && left.reveal() === right.reveal();
}
