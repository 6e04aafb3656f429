import type { WebhookHandler } from '../webhook-handler.js';

/** What a platform may give along with a request. */
export interface FetchWebhookContext {
  /** Keeps the process alive until a promise is settled, where processes freeze after the answer. */
  waitUntil?(promise: Promise<unknown>): void;
}

/**
 * For everything that answers a `Request` with a `Response`: route handlers of Next.js, Hono, Bun, Deno, Workers.
 *
 * Where the process freezes after the answer, pass the platform's context on as the second argument, or use
 * `acknowledge: 'after'`.
 *
 * @example
 * ```ts
 * import { createWebhookHandler, fetchWebhook } from '@civitkit/sdk/webhooks';
 *
 * const webhooks = createWebhookHandler({
 *   secret: process.env['WEBHOOK_SECRET'] ?? '',
 *   acknowledge: 'after',
 *   onEvent: (event) => console.log(event.kind),
 * });
 * export const POST: (request: Request) => Promise<Response> = fetchWebhook(webhooks);
 * ```
 */
export function fetchWebhook(
  handler: WebhookHandler,
): (request: Request, context?: FetchWebhookContext) => Promise<Response> {
  return async (request, context) => {
    const { method, url, headers, body } = request;
    const answer = await handler.handle({ method, url, headers: Object.fromEntries(headers), body: body ?? '' });
    // Not through a variable: platforms' methods need their object.
    if (typeof context?.waitUntil === 'function') context.waitUntil(handler.idle());
    // Connections are not the business of a Response.
    const { connection: _, ...answerHeaders } = answer.headers;
    return new Response(answer.body === '' ? null : answer.body, { status: answer.status, headers: answerHeaders });
  };
}
