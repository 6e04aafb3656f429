import type { Query } from './query-text.js';

/** `encodeURIComponent` plus the five marks it leaves alone: the server's link library encodes strictly. */
function encodeStrictly(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}

/**
 * Builds `metadata.nextPage` or `prevPage` (contract §14): the request's own query in its own order, empty values
 * removed, arrays repeated, and `changes` written over it. `token` is echoed like any other key, on purpose (§2.2).
 */
export function buildPageLink(url: string, query: Query, changes: Readonly<Record<string, string>>): string {
  const parts: string[] = [];
  for (const [key, value] of Object.entries({ ...query, ...changes })) {
    for (const single of typeof value === 'string' ? [value] : value) {
      if (single !== '') parts.push(`${encodeStrictly(key)}=${encodeStrictly(single)}`);
    }
  }
  return parts.length === 0 ? url : `${url}?${parts.join('&')}`;
}
