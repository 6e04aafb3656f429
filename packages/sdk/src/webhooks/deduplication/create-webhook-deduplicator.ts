import { type Clock, systemClock } from '@civitkit/core/client';
import type { WebhookEvent } from '../webhook-event.js';
import { type EventIdentity, identityOf } from './event-identity.js';
import { MemoryWebhookStore } from './memory-webhook-store.js';
import type { WebhookDeduplicator, WebhookVerdict } from './webhook-deduplicator.js';
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

const handling = 'handling';
const handled = 'handled';

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
  const { clock = systemClock, rememberMs = 86_400_000, handlingMs = 300_000 } = options;
  checkDuration('rememberMs', rememberMs);
  checkDuration('handlingMs', handlingMs);
  return new StoredDeduplicator(options.store ?? new MemoryWebhookStore({ clock }), rememberMs, handlingMs);
}

class StoredDeduplicator implements WebhookDeduplicator {
  readonly #store: WebhookStore;
  readonly #rememberMs: number;
  readonly #handlingMs: number;

  constructor(store: WebhookStore, rememberMs: number, handlingMs: number) {
    this.#store = store;
    this.#rememberMs = rememberMs;
    this.#handlingMs = handlingMs;
  }

  async begin(event: WebhookEvent): Promise<WebhookVerdict> {
    const identity = identityOf(event);
    const end = await this.#store.get(endKey(identity));
    if (isThere(end)) return end === identity.event ? 'duplicate' : 'outdated';
    return identity.isUnique ? this.#beginUnique(identity) : this.#beginRepeatable(identity);
  }

  async complete(event: WebhookEvent): Promise<void> {
    const identity = identityOf(event);
    if (identity.isUnique) await this.#store.set(eventKey(identity), handled, this.#rememberMs);
    if (identity.isFinal) await this.#store.set(endKey(identity), identity.event, this.#rememberMs);
  }

  async release(event: WebhookEvent): Promise<void> {
    const identity = identityOf(event);
    await this.#store.delete(identity.isUnique ? eventKey(identity) : lastKey(identity));
  }

  async #beginUnique(identity: EventIdentity): Promise<WebhookVerdict> {
    const key = eventKey(identity);
    if (this.#store.add !== undefined) {
      if (await this.#store.add(key, handling, this.#handlingMs)) return 'new';
      return (await this.#store.get(key)) === handling ? 'busy' : 'duplicate';
    }
    const found = await this.#store.get(key);
    if (isThere(found)) return found === handling ? 'busy' : 'duplicate';
    await this.#store.set(key, handling, this.#handlingMs);
    return 'new';
  }

  async #beginRepeatable(identity: EventIdentity): Promise<WebhookVerdict> {
    const key = lastKey(identity);
    if ((await this.#store.get(key)) === identity.event) return 'duplicate';
    await this.#store.set(key, identity.event, this.#rememberMs);
    return 'new';
  }
}

const endKey = ({ subject }: EventIdentity): string => `end:${subject}`;
const lastKey = ({ subject }: EventIdentity): string => `last:${subject}`;
const eventKey = ({ event }: EventIdentity): string => `event:${event}`;

function isThere(value: string | null | undefined): value is string {
  return value !== undefined && value !== null;
}

function checkDuration(name: string, value: number): void {
  if (!(Number.isFinite(value) && value > 0)) {
    throw new RangeError(`createWebhookDeduplicator: ${name} must be a number above 0, got ${value}`);
  }
}
