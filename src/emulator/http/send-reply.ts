import type { ServerResponse } from 'node:http';
import type { Reply } from './reply.js';

/** Statuses whose answers have no body and no length. */
function isBodiless(status: number): boolean {
  return status === 204 || status === 304;
}

/** Writes status line and headers. `extraLength` makes the promised length untrue. */
export function sendHead(response: ServerResponse, reply: Reply, extraLength = 0): void {
  const length = Buffer.byteLength(reply.body) + extraLength;
  response.writeHead(reply.status, {
    ...reply.headers,
    ...(isBodiless(reply.status) ? {} : { 'content-length': String(length) }),
  });
}

/** Writes a whole answer. */
export function sendReply(response: ServerResponse, reply: Reply): void {
  sendHead(response, reply);
  response.end(isBodiless(reply.status) ? undefined : reply.body);
}
