import type { WebhookEvent } from '../webhook-event.js';

/**
 * What is to be done with an event: handle it (`new`); drop it because it was handled (`duplicate`) or because its
 * workflow, step or job had reached its end before (`outdated`); or leave it to the other replica that is handling it
 * (`busy`).
 */
export type WebhookVerdict = 'new' | 'duplicate' | 'outdated' | 'busy';

/**
 * Tells events that are news from those that are not. The server delivers an event again until it is acknowledged, and
 * repeats `processing` and `preparing`.
 *
 * {@link createWebhookDeduplicator} makes one over a store; implement it yourself to decide otherwise.
 */
export interface WebhookDeduplicator<E = WebhookEvent> {
  /** Judges an event, and remembers a new one as being handled. */
  begin(event: E): WebhookVerdict | Promise<WebhookVerdict>;
  /** A new event was handled. */
  complete(event: E): void | Promise<void>;
  /** Handling a new event failed: should it come again, it is new again. */
  release(event: E): void | Promise<void>;
}
