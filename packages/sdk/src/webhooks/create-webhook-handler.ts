import { createWebhookDeduplicator } from './deduplication/create-webhook-deduplicator.js';
import { parseWebhookEvent } from './parse-webhook-event.js';
import { receiveEvents } from './receive-events.js';
import type { WebhookHandler, WebhookHandlerOptions } from './webhook-handler.js';

/**
 * Makes what receives events: checks the secret in the URL, the size and the JSON; drops what was handled before or comes
 * after the end; answers; and hands the events of each workflow over one after another.
 *
 * `handle` serves any framework; `nodeWebhook`, `expressWebhook`, `fastifyWebhook`, `nestWebhook` and `fetchWebhook` make
 * what those expect.
 *
 * **The server signs nothing.** The secret keeps strangers out as long as the URL is not known: serve https, keep the URL
 * out of access logs, and read a workflow again (`confirmEvent`) before something of value depends on an event.
 *
 * Answers: 204 taken (or known already), 400 no event, 403 wrong secret, 405 no POST, 413 too large, 415 no JSON, 500 the
 * work failed (`acknowledge: 'after'`), 503 too much to do.
 *
 * @throws TypeError or RangeError for options that make no sense; never with a secret in its message
 *
 * @example
 * ```ts
 * import { createServer } from 'node:http';
 * import { createWebhookHandler, nodeWebhook } from '@civitkit/sdk/webhooks';
 *
 * const webhooks = createWebhookHandler({
 *   secret: process.env['WEBHOOK_SECRET'] ?? '',
 *   onEvent: async (event) => {
 *     if (event.kind === 'workflow') console.log(event.workflowId, event.status);
 *   },
 *   onError: (error) => console.error(error),
 * });
 * const server = createServer(nodeWebhook(webhooks)).listen(8080);
 * process.once('SIGTERM', () => server.close(() => void webhooks.idle()));
 * ```
 */
export function createWebhookHandler(options: WebhookHandlerOptions): WebhookHandler {
  const { jobReasons } = options;
  return receiveEvents('createWebhookHandler', options, {
    parse: parseWebhookEvent,
    subjectOf: ({ workflowId }) => workflowId ?? '',
    deduplicator: () => createWebhookDeduplicator(),
    onNew: (event) => {
      jobReasons?.add(event);
    },
  });
}
