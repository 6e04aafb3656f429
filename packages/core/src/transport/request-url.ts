import type { ApiRequest } from './api-request.js';
import { percentEncode, writeQuery } from './query-string.js';

/**
 * The complete URL of a request: the one it brings, or its path below `rootUrl`. Segments cannot leave their place: `/` is data here.
 *
 * @throws TypeError for a segment or value that cannot be written
 */
export function requestUrl(rootUrl: string, request: ApiRequest): string {
  if (request.url !== undefined) return request.url;
  const path = request.path.map((segment) => encodeSegment(String(segment))).join('/');
  const query = writeQuery(request.query ?? []);
  return `${rootUrl}/${path}${query === '' ? '' : `?${query}`}`;
}

function encodeSegment(segment: string): string {
  // encodeURIComponent leaves dots alone, and URL parsers resolve "..", even as "%2e%2e": there is no safe spelling.
  if (segment === '' || segment === '.' || segment === '..') {
    throw new TypeError(`"${segment}" cannot be part of a request path`);
  }
  return percentEncode(segment);
}
