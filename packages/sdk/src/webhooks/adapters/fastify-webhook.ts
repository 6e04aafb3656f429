import type { WebhookHandler } from '../webhook-handler.js';
import type { WebhookRequest, WebhookResponse } from '../webhook-request.js';

/** The part of a Fastify request that is used. */
export interface FastifyRequestLike {
  readonly method: string;
  readonly url: string;
  readonly originalUrl?: string | undefined;
  readonly headers: WebhookRequest['headers'];
  readonly body?: unknown;
  /** What was parsed, where somebody keeps it, as NestJS does with `rawBody: true`. */
  readonly rawBody?: unknown;
}

/** The part of a Fastify reply that is used. */
export interface FastifyReplyLike {
  code(status: number): FastifyReplyLike;
  headers(values: Record<string, string>): FastifyReplyLike;
  send(payload?: string): unknown;
}

/**
 * For Fastify: `app.post('/hooks/civitai/:secret', { bodyLimit: 10_485_760 }, fastifyWebhook(webhooks))`.
 *
 * Fastify parses the body and refuses more than 1 MiB of it, which is too small for detailed events: raise the route's
 * `bodyLimit`.
 */
export function fastifyWebhook(
  handler: WebhookHandler,
): (request: FastifyRequestLike, reply: FastifyReplyLike) => Promise<FastifyReplyLike> {
  return async (request, reply) => {
    const { method, url, originalUrl, headers, rawBody } = request;
    const isKept = typeof rawBody === 'string' || rawBody instanceof Uint8Array;
    const body = isKept ? rawBody : request.body;
    sendReply(reply, await handler.handle({ method, url: originalUrl ?? url, headers, body }));
    return reply;
  };
}

/** Sends an answer through Fastify. */
function sendReply(reply: FastifyReplyLike, { status, headers, body }: WebhookResponse): void {
  reply.code(status).headers({ ...headers });
  if (body === '') reply.send();
  else reply.send(body);
}
