import type { ServerResponse } from 'node:http';
import { isStream, type Reply } from './reply.js';

/** Statuses whose answers have no body and no length. */
function isBodiless(status: number): boolean {
  return status === 204 || status === 304;
}

/** Writes status line and headers; streams have no length. `extraLength` makes the promised length untrue. */
export function sendHead(response: ServerResponse, reply: Reply, extraLength = 0): void {
  const { status, headers, body } = reply;
  const hasLength = !isBodiless(status) && !isStream(body);
  response.writeHead(status, {
    ...headers,
    ...(hasLength ? { 'content-length': String(Buffer.byteLength(body) + extraLength) } : {}),
  });
}

/** Writes one part of a body; resolves once it is on its way, or nobody is left to read it. */
export function writeBytes(response: ServerResponse, bytes: Buffer): Promise<void> {
  if (response.destroyed) return Promise.resolve();
  return new Promise((resolve) => {
    // A client that has left is no failure of the emulator: either way this part is over.
    response.write(bytes, () => resolve());
  });
}

async function sendStream(response: ServerResponse, body: AsyncIterable<Buffer>): Promise<void> {
  response.flushHeaders();
  for await (const chunk of body) {
    if (response.destroyed) return;
    await writeBytes(response, chunk);
  }
  response.end();
}

/** Writes a whole answer. */
export async function sendReply(response: ServerResponse, reply: Reply): Promise<void> {
  sendHead(response, reply);
  if (isBodiless(reply.status)) response.end();
  else if (isStream(reply.body)) await sendStream(response, reply.body);
  else response.end(reply.body);
}
