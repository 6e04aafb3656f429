import type { IncomingHttpHeaders } from 'node:http';
import type { Query } from '../http/query-text.js';

/**
 * Reads the token as the server does (contract §2.2). With an `Authorization` header the text between the first and the
 * second space counts, whatever the scheme; a header without a usable text ends the search, and `?token=` is not tried.
 */
export function readAccessToken(headers: IncomingHttpHeaders, query: Query): string | undefined {
  const header = headers.authorization;
  if (header !== undefined && header !== '') return header.split(' ')[1]?.trim() || undefined;
  const token = query['token'];
  return typeof token === 'string' ? token.trim() || undefined : undefined;
}
