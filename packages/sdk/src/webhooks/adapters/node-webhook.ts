import type { IncomingMessage, ServerResponse } from 'node:http';
import type { WebhookHandler } from '../webhook-handler.js';
import type { WebhookResponse } from '../webhook-request.js';

/** What Express adds to a request of Node, as far as it is used. */
export interface RequestLike extends IncomingMessage {
  /** The URL before a router has cut it. */
  readonly originalUrl?: string | undefined;
  /** Set by a body parser. */
  readonly body?: unknown;
  /** The bytes that a parser has read, where it keeps them, as NestJS does with `rawBody: true`. */
  readonly rawBody?: unknown;
}

/**
 * For `node:http`: `createServer(nodeWebhook(webhooks))`, or inside a request listener of your own.
 *
 * The server's own limits on time (`requestTimeout`, five minutes) are those for slow senders.
 */
export function nodeWebhook(
  handler: WebhookHandler,
): (request: RequestLike, response: ServerResponse) => Promise<void> {
  return async (request, response) => {
    const { method = '', originalUrl, url = '', headers } = request;
    const answer = await handler.handle({ method, url: originalUrl ?? url, headers, body: bodyOf(request) });
    writeAnswer(response, answer);
  };
}

/** What a parser has left, its bytes before its values; or else the stream. */
function bodyOf(request: RequestLike): unknown {
  const { body, rawBody } = request;
  if (rawBody instanceof Uint8Array) return rawBody;
  // Express 4 sets an empty object where its parsers did not find anything to read.
  const isParsed = body !== undefined && (request.readableDidRead || !isEmpty(body));
  // Leaving a loop over the request itself would destroy the socket, and with it the answer.
  return isParsed ? body : request.iterator({ destroyOnReturn: false });
}

function isEmpty(body: unknown): boolean {
  return typeof body === 'object' && body !== null && Object.keys(body).length === 0;
}

/** Writes an answer, unless the other side has gone. */
function writeAnswer(response: ServerResponse, { status, headers, body }: WebhookResponse): void {
  if (response.destroyed || response.headersSent) return;
  response.writeHead(status, body === '' ? { ...headers } : { ...headers, 'content-length': Buffer.byteLength(body) });
  response.end(body);
}
