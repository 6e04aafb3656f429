import type { WebhookDeduplicatorOptions } from '../../webhooks/deduplication/create-webhook-deduplicator.js';
import { createStoredDeduplicator } from '../../webhooks/deduplication/stored-deduplicator.js';
import type { WebhookDeduplicator } from '../../webhooks/deduplication/webhook-deduplicator.js';
import { receiveEvents } from '../../webhooks/receive-events.js';
import type { WebhookHandler, WebhookHandlerOptions } from '../../webhooks/webhook-handler.js';
import { identityOf, subjectOf } from './event-identity.js';
import type { ModelsLabEvent } from './modelslab-event.js';
import { parseModelsLabEvent } from './parse-event.js';

/** How events of ModelsLab are received: as those of the generation API. */
export type ModelsLabWebhookOptions = Omit<WebhookHandlerOptions<ModelsLabEvent>, 'jobReasons'>;

/**
 * Makes what receives events of ModelsLab: checks the secret in the URL, the size and the JSON; drops what was handled
 * before or comes after the end; answers; and hands the events of each job, training or run over one after another.
 *
 * The adapters of `@civitkit/sdk/webhooks` (`nodeWebhook`, `expressWebhook`, …) make of it what frameworks expect, and
 * `mintCallbackUrl` makes the URL for `webhook`. **The server signs nothing**: see `confirmModelsLabEvent`. It waits 30 s
 * for an answer, and delivers what a job tells only once.
 *
 * @throws TypeError or RangeError for options that make no sense; never with a secret in its message
 *
 * @example
 * ```ts
 * import { createServer } from 'node:http';
 * import { confirmModelsLabEvent, createModelsLabClient, createModelsLabWebhookHandler } from '@civitkit/sdk/modelslab/client';
 * import { nodeWebhook } from '@civitkit/sdk/webhooks';
 *
 * const modelsLab = createModelsLabClient();
 * const webhooks = createModelsLabWebhookHandler({
 *   secret: process.env['WEBHOOK_SECRET'] ?? '',
 *   onEvent: async (event) => {
 *     const confirmation = await confirmModelsLabEvent(event, modelsLab, { family: 'video' });
 *     if (confirmation.verdict === 'confirmed') console.log(event.trackId, confirmation.kind);
 *   },
 * });
 * createServer(nodeWebhook(webhooks)).listen(8080);
 * ```
 */
export function createModelsLabWebhookHandler(options: ModelsLabWebhookOptions): WebhookHandler {
  return receiveEvents('createModelsLabWebhookHandler', options, {
    parse: parseModelsLabEvent,
    subjectOf,
    deduplicator: () => createModelsLabDeduplicator(),
  });
}

/**
 * Tells new events of ModelsLab from old ones. After the end of a job or a run nothing that comes for it is news.
 *
 * @throws RangeError for a duration that is not above 0
 */
export function createModelsLabDeduplicator(
  options: WebhookDeduplicatorOptions = {},
): WebhookDeduplicator<ModelsLabEvent> {
  return createStoredDeduplicator('createModelsLabDeduplicator', options, identityOf);
}
