import type { ServerResponse } from 'node:http';
import type { WebhookHandler } from '../webhook-handler.js';
import { nodeWebhook, type RequestLike } from './node-webhook.js';

/**
 * For Express 4 and 5: `app.post('/hooks/civitai/:secret', expressWebhook(webhooks))`.
 *
 * Put it before `express.json()`, whose limit of 100 kB is too small for detailed events, or raise that limit; bodies that
 * a parser has read are accepted, and then the parser's limit counts.
 *
 * @example
 * ```ts
 * import { createWebhookHandler, expressWebhook } from '@civitkit/sdk/webhooks';
 *
 * declare const app: { post(path: string, handler: ReturnType<typeof expressWebhook>): void };
 *
 * const webhooks = createWebhookHandler({ secret: process.env['WEBHOOK_SECRET'] ?? '', onEvent: console.log });
 * app.post('/hooks/civitai/:secret', expressWebhook(webhooks));
 * ```
 */
export function expressWebhook(
  handler: WebhookHandler,
): (request: RequestLike, response: ServerResponse, next?: unknown) => Promise<void> {
  return nodeWebhook(handler);
}
