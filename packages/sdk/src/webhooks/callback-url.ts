import { isLoopback } from '@civitkit/core/internal';

/**
 * A URL that the server may be given to post to. Its origin alone is named in errors: the rest may be secret.
 *
 * @throws TypeError when it is no URL or of another scheme; RangeError for http to another machine, or a fragment
 */
export function readCallbackUrl(operation: string, url: string | URL): URL {
  if (!URL.canParse(String(url))) throw new TypeError(`${operation}: the URL is not a complete one, such as https://…`);
  const parsed = new URL(String(url));
  const { protocol, hostname, origin, hash } = parsed;
  if (protocol !== 'https:' && protocol !== 'http:') {
    throw new TypeError(`${operation}: the URL must begin with https://, not with ${protocol}`);
  }
  if (protocol === 'http:' && !isLoopback(hostname)) {
    throw new RangeError(
      `${operation}: ${origin} is plain http, where the secret travels unencrypted; the server accepts https only`,
    );
  }
  if (hash !== '') throw new RangeError(`${operation}: the URL of ${origin} has a fragment (#…), which is never sent`);
  return parsed;
}
