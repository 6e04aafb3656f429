import { systemClock } from '@civitkit/core/client';
import type { WebhookDeduplicatorOptions } from './create-webhook-deduplicator.js';
import type { EventIdentity } from './event-identity.js';
import { MemoryWebhookStore } from './memory-webhook-store.js';
import type { WebhookDeduplicator, WebhookVerdict } from './webhook-deduplicator.js';
import type { WebhookStore } from './webhook-store.js';

const handling = 'handling';
const handled = 'handled';

/**
 * Tells new events from old ones by what makes them the same.
 *
 * @throws RangeError for a duration that is not above 0
 */
export function createStoredDeduplicator<E>(
  operation: string,
  options: WebhookDeduplicatorOptions,
  identityOf: (event: E) => EventIdentity,
): WebhookDeduplicator<E> {
  const { clock = systemClock, rememberMs = 86_400_000, handlingMs = 300_000 } = options;
  checkDuration(operation, 'rememberMs', rememberMs);
  checkDuration(operation, 'handlingMs', handlingMs);
  return new StoredDeduplicator(options.store ?? new MemoryWebhookStore({ clock }), rememberMs, handlingMs, identityOf);
}

class StoredDeduplicator<E> implements WebhookDeduplicator<E> {
  readonly #store: WebhookStore;
  readonly #rememberMs: number;
  readonly #handlingMs: number;
  readonly #identityOf: (event: E) => EventIdentity;

  constructor(store: WebhookStore, rememberMs: number, handlingMs: number, identityOf: (event: E) => EventIdentity) {
    this.#store = store;
    this.#identityOf = identityOf;
    this.#rememberMs = rememberMs;
    this.#handlingMs = handlingMs;
  }

  async begin(event: E): Promise<WebhookVerdict> {
    const identity = this.#identityOf(event);
    const end = await this.#store.get(endKey(identity));
    if (isThere(end)) return end === identity.event ? 'duplicate' : 'outdated';
    return identity.isUnique ? this.#beginUnique(identity) : this.#beginRepeatable(identity);
  }

  async complete(event: E): Promise<void> {
    const identity = this.#identityOf(event);
    if (identity.isUnique) await this.#store.set(eventKey(identity), handled, this.#rememberMs);
    if (identity.isFinal) await this.#store.set(endKey(identity), identity.event, this.#rememberMs);
  }

  async release(event: E): Promise<void> {
    const identity = this.#identityOf(event);
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

function checkDuration(operation: string, name: string, value: number): void {
  if (!(Number.isFinite(value) && value > 0)) {
    throw new RangeError(`${operation}: ${name} must be a number above 0, got ${value}`);
  }
}
