import type { ApiRequest } from '../transport/api-request.js';

/** The family of endpoints that a request belongs to: the first part of its path; `other` for a URL the server gave. */
export function bucketOf({ path, url }: ApiRequest): string {
  return url === undefined ? String(path[0] ?? 'other') : 'other';
}
