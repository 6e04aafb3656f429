import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { isSecret, Secret } from '@civitkit/core/client';

/** What stands between anybody and the handler; text, or a `Secret` that does not print. */
export type WebhookSecret = string | Secret;

/** Where in a callback's URL the secret is: the last segment of the path, or a parameter of the query. */
export type SecretPlace = 'path' | { readonly query: string };

/** 16 random characters of base64 are 96 bits; what is shorter is more likely a word. */
const minLength = 16;

/**
 * Makes a secret for callback URLs: 256 random bits as 43 characters that need no encoding. `reveal()` gives the text to
 * be stored; keep it in user secrets or the environment, not in a file that others read.
 *
 * @example
 * ```ts
 * import { generateWebhookSecret } from '@civitkit/sdk/webhooks';
 *
 * console.log(generateWebhookSecret().reveal());
 * ```
 */
export function generateWebhookSecret(): Secret {
  return new Secret(randomBytes(32).toString('base64url'));
}

/**
 * The text of a secret that fits into a URL as it is.
 *
 * @throws TypeError for what is no text, RangeError for one that is too short or would have to be encoded; never with
 * the secret in its message
 */
export function revealSecret(operation: string, secret: WebhookSecret): string {
  const text: unknown = isSecret(secret) ? secret.reveal() : secret;
  if (typeof text !== 'string') {
    throw new TypeError(
      `${operation}: the secret must be a text or a Secret, got ${text === null ? 'null' : typeof text}`,
    );
  }
  if (text.length < minLength) {
    throw new RangeError(
      `${operation}: the secret has ${text.length} characters and needs at least ${minLength}; ` +
        'generateWebhookSecret() makes one',
    );
  }
  if (!/^[A-Za-z0-9_~-][A-Za-z0-9._~-]*$/.test(text)) {
    throw new RangeError(
      `${operation}: the secret may hold letters, digits and - . _ ~ only, because proxies rewrite anything else in a ` +
        'URL; generateWebhookSecret() makes one',
    );
  }
  return text;
}

/** The secrets that are accepted, as digests: nothing in this object can be printed or compared with `===`. */
export class AcceptedSecrets {
  readonly #digests: readonly Buffer[];

  constructor(texts: readonly string[]) {
    this.#digests = texts.map(digest);
  }

  /** Whether the text is one of them; takes the same time whichever it is, and wherever it differs. */
  accept(text: string): boolean {
    const given = digest(text);
    let accepted = false;
    for (const known of this.#digests) if (timingSafeEqual(known, given)) accepted = true;
    return accepted;
  }
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
