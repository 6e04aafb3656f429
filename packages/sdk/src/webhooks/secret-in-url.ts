import type { SecretPlace } from './webhook-secret.js';

/**
 * The text at the place of the secret in a request's URL, which may be complete or begin with the path. Empty when there
 * is none, or more than one.
 */
export function secretIn(url: string, place: SecretPlace): string {
  const parsed = parseUrl(url);
  if (parsed === undefined) return '';
  if (place !== 'path') {
    const values = parsed.searchParams.getAll(place.query);
    return values.length === 1 ? (values[0] ?? '') : '';
  }
  const segments = parsed.pathname.split('/');
  // Some routers send a slash after everything.
  const last = segments.at(-1) === '' ? segments.at(-2) : segments.at(-1);
  return decode(last ?? '');
}

function parseUrl(url: string): URL | undefined {
  // A path such as "//x" would be taken for a host.
  const complete = url.startsWith('/') ? `http://localhost${url}` : url;
  return URL.canParse(complete) ? new URL(complete) : undefined;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return '';
  }
}
