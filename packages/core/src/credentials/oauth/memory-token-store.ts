import type { TokenStore } from './token-store.js';
import type { OAuthTokens } from './tokens.js';

/** Keeps tokens for as long as the process runs. */
export class MemoryTokenStore implements TokenStore {
  #tokens: OAuthTokens | null;
  #last: Promise<unknown> = Promise.resolve();

  constructor(tokens: OAuthTokens | null = null) {
    this.#tokens = tokens;
  }

  read(): Promise<OAuthTokens | null> {
    return Promise.resolve(this.#tokens);
  }

  write(tokens: OAuthTokens): Promise<void> {
    this.#tokens = tokens;
    return Promise.resolve();
  }

  clear(): Promise<void> {
    this.#tokens = null;
    return Promise.resolve();
  }

  async lock<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#last.then(work);
    this.#last = result.catch(() => undefined);
    return await result;
  }
}
