import { type Clock, systemClock } from '@civitkit/core/client';
import type { WebhookStore } from './webhook-store.js';

/** How much a store in memory holds. */
export interface MemoryWebhookStoreOptions {
  /** The oldest go first. Default: 20 000, of about 200 bytes. */
  readonly maxEntries?: number | undefined;
  readonly clock?: Clock | undefined;
}

/** Keeps entries in this process. */
export class MemoryWebhookStore implements WebhookStore {
  readonly #maxEntries: number;
  readonly #clock: Clock;
  // A map remembers the order of insertion: the first is the oldest.
  readonly #entries = new Map<string, { readonly value: string; readonly expiresAt: number }>();

  constructor({ maxEntries = 20_000, clock = systemClock }: MemoryWebhookStoreOptions = {}) {
    if (!(Number.isInteger(maxEntries) && maxEntries >= 1)) {
      throw new RangeError(`MemoryWebhookStore: maxEntries must be a whole number from 1, got ${maxEntries}`);
    }
    this.#maxEntries = maxEntries;
    this.#clock = clock;
  }

  get size(): number {
    return this.#entries.size;
  }

  get(key: string): string | undefined {
    const entry = this.#entries.get(key);
    if (entry === undefined) return undefined;
    if (entry.expiresAt > this.#clock.now()) return entry.value;
    this.#entries.delete(key);
    return undefined;
  }

  set(key: string, value: string, ttlMs: number): void {
    this.#entries.delete(key);
    this.#entries.set(key, { value, expiresAt: this.#clock.now() + ttlMs });
    for (const oldest of this.#entries.keys()) {
      if (this.#entries.size <= this.#maxEntries) break;
      this.#entries.delete(oldest);
    }
  }

  add(key: string, value: string, ttlMs: number): boolean {
    if (this.get(key) !== undefined) return false;
    this.set(key, value, ttlMs);
    return true;
  }

  delete(key: string): void {
    this.#entries.delete(key);
  }
}
