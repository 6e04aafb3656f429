import type { Clock } from '@civitkit/core/client';
import { identityOf } from './event-identity.js';
import { createStoredDeduplicator } from './stored-deduplicator.js';
import type { WebhookDeduplicator } from './webhook-deduplicator.js';
import type { WebhookStore } from './webhook-store.js';

/** How events are told apart. */
export interface WebhookDeduplicatorOptions {
  /** Default: in memory, bounded. Share one between replicas. */
  readonly store?: WebhookStore | undefined;
  /** How long an event is remembered, in milliseconds. Default: 86 400 000 (one day). */
  readonly rememberMs?: number | undefined;
  /**
   * How long an event counts as being handled when nobody says that it was, as after a crash. Default: 300 000 (five
   * minutes). Handling must not take longer.
   */
  readonly handlingMs?: number | undefined;
  /** For the default store. */
  readonly clock?: Clock | undefined;
}

/**
 * Tells new events from old ones:
 *
 * - Workflow events are the same when workflow, status and timestamp are.
 * - The end of a step or job is the same when its workflow, its name or id, and its status are.
 * - Other step and job events have no time of their own, and are compared with the one before of the same step or job:
 *   by status and by all that tells of progress. Only the last can come again, since the server delivers in order.
 * - After a final status nothing that comes for the same workflow, step or job is news.
 *
 * @throws RangeError for a duration that is not above 0
 */
export function createWebhookDeduplicator(options: WebhookDeduplicatorOptions = {}): WebhookDeduplicator {
  return createStoredDeduplicator('createWebhookDeduplicator', options, identityOf);
}
