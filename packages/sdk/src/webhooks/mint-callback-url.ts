import { readCallbackUrl } from './callback-url.js';
import { revealSecret, type SecretPlace, type WebhookSecret } from './webhook-secret.js';

/** What a callback URL is made of. */
export interface MintCallbackUrlOptions {
  /** Where the handler can be reached from outside, such as `https://studio.example/hooks`; https, or this machine. */
  readonly baseUrl: string | URL;
  /** 16 characters or more, of letters, digits and `- . _ ~`; best from `generateWebhookSecret()`. */
  readonly secret: WebhookSecret;
  /** Added to the path of `baseUrl`, before the secret; such as `civitai`. */
  readonly path?: string | undefined;
  /** As the handler's `secretIn`. Default: `path`, the last segment. */
  readonly secretIn?: SecretPlace | undefined;
}

/**
 * Makes the URL of a callback, with the secret in it that the handler checks.
 *
 * **The URL is a secret**: who has it can post events. Do not log it, and keep it out of the access logs of proxies.
 *
 * @throws TypeError or RangeError for a URL or secret that cannot be used; never with the secret in its message
 *
 * @example
 * ```ts
 * import { mintCallbackUrl, webhookCallback } from '@civitkit/sdk/webhooks';
 *
 * const url = mintCallbackUrl({
 *   baseUrl: 'https://studio.example/hooks',
 *   path: 'civitai',
 *   secret: process.env['WEBHOOK_SECRET'] ?? '',
 * });
 * const callbacks = [webhookCallback({ url, types: ['workflow:*'] })];
 * ```
 */
export function mintCallbackUrl({ baseUrl, path = '', secret, secretIn = 'path' }: MintCallbackUrlOptions): string {
  const operation = 'mintCallbackUrl';
  const url = readCallbackUrl(operation, baseUrl);
  const text = revealSecret(operation, secret);
  const segments = [...url.pathname.split('/'), ...path.split('/')].filter((segment) => segment !== '');
  if (segments.some((segment) => segment === '.' || segment === '..')) {
    throw new RangeError(`${operation}: "." and ".." cannot be part of the path`);
  }
  if (/[?#]/.test(path)) throw new RangeError(`${operation}: the path cannot hold ? or #; put a query into baseUrl`);
  if (secretIn === 'path') segments.push(text);
  url.pathname = `/${segments.join('/')}`;
  if (secretIn !== 'path') {
    if (secretIn.query === '') throw new RangeError(`${operation}: secretIn.query must be the name of a parameter`);
    url.searchParams.set(secretIn.query, text);
  }
  return url.href;
}
