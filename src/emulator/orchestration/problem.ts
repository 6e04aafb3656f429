import { randomBytes } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import { jsonReply, type Reply } from '../http/reply.js';

/**
 * An error as the generation API writes it (RFC 7807). Validation adds `errors`, a map from dotted paths such as
 * `steps[0].input.prompt` to texts; other refusals may add members of their own.
 */
export function problemReply(
  status: number,
  detail: string,
  members: Readonly<Record<string, unknown>> = {},
  headers: Readonly<Record<string, string>> = {},
): Reply {
  const title = STATUS_CODES[status] ?? 'Error';
  const traceId = `00-${randomBytes(16).toString('hex')}-${randomBytes(8).toString('hex')}-00`;
  const problem = { type: `https://httpstatuses.io/${status}`, title, status, detail, traceId };
  return jsonReply(status, { ...problem, ...members }, { 'content-type': 'application/problem+json', ...headers });
}
