import type { OAuthTokens } from './tokens.js';

/**
 * Where tokens are kept between two runs of a program. {@link FileTokenStore} and {@link MemoryTokenStore} are there;
 * write your own for a database or a key ring.
 *
 * @example
 * ```ts
 * import type { OAuthTokens, TokenStore } from '@civitkit/core/client';
 *
 * declare const sessions: { get(id: string): OAuthTokens | undefined; set(id: string, tokens?: OAuthTokens): void };
 *
 * const store: TokenStore = {
 *   read: async () => sessions.get('user-1') ?? null,
 *   write: async (tokens) => sessions.set('user-1', tokens),
 *   clear: async () => sessions.set('user-1'),
 * };
 * ```
 */
export interface TokenStore {
  /** The tokens, or `null` when nobody is signed in. */
  read(): Promise<OAuthTokens | null>;
  /** Puts tokens in the place of the ones before. Once it resolves, they must survive the end of the process. */
  write(tokens: OAuthTokens): Promise<void>;
  /** Forgets the tokens. */
  clear(): Promise<void>;
  /**
   * Runs `work` while nobody else who uses the same store does. Needed where several processes share one: a refresh token
   * is good for a single use. `work` may take as long as a request.
   */
  lock?<T>(work: () => Promise<T>): Promise<T>;
}
