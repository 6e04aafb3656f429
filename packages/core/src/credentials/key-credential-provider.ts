import { isSecret, Secret } from '../secrets/secret.js';
import type { CredentialProvider } from '../transport/credential.js';

/**
 * A key that can be replaced while the client is in use: attempts that start afterwards carry the new one, requests that
 * are under way finish with the old one.
 *
 * A client makes one of its own from `ApiKey`. Pass one yourself when the key comes from elsewhere, such as a form.
 *
 * @example
 * ```ts
 * import { createCivitaiClient, KeyCredentialProvider } from '@civitkit/core/client';
 *
 * const credential = new KeyCredentialProvider(null);
 * const civitai = createCivitaiClient({}, { credential });
 * credential.replace('0123456789abcdef0123456789abcdef');
 * console.log((await civitai.me.get()).username);
 * ```
 */
export class KeyCredentialProvider implements CredentialProvider {
  #key: Secret | null;

  /** @param key - `null` is none: the client is anonymous. */
  constructor(key: string | Secret | null) {
    this.#key = secretOf(key);
  }

  /** Puts another key in the place of this one, at once and as a whole. */
  replace(key: string | Secret | null): void {
    this.#key = secretOf(key);
  }

  current(): Secret | null {
    return this.#key;
  }

  /** Whether the key has been replaced since the refused request was sent. */
  refused(credential: Secret): boolean {
    return this.#key !== null && this.#key.reveal() !== credential.reveal();
  }
}

function secretOf(key: string | Secret | null): Secret | null {
  return key === null || isSecret(key) ? key : new Secret(key);
}
