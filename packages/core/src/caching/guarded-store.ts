import type { ObservedCall } from '../observability/diagnostics.js';
import type { Notices } from '../observability/notices.js';
import { isPromise, type Outside } from '../transport/outside.js';
import { type CacheEntry, isCacheEntry } from './cache-entry.js';
import type { CacheStore } from './cache-store.js';

/** A store that cannot disturb a call: what fails, hangs or makes no sense is as good as nothing, and is reported. */
export class GuardedStore {
  readonly #store: CacheStore;
  readonly #outside: Outside;
  readonly #notices: Notices;
  /** Entries that were looked at before; a store in memory gives the same object each time. */
  readonly #checked = new WeakSet<CacheEntry>();

  constructor(store: CacheStore, outside: Outside, notices: Notices) {
    this.#store = store;
    this.#outside = outside;
    this.#notices = notices;
  }

  /** The entry, at once when the store has it at once. Never rejects. */
  get(key: string, call: ObservedCall): CacheEntry | undefined | Promise<CacheEntry | undefined> {
    const accept = (found: CacheEntry | null | undefined): CacheEntry | undefined => {
      if (found === undefined || found === null) return undefined;
      if (this.#checked.has(found) && found.key === key) return found;
      if (isCacheEntry(found, key)) {
        this.#checked.add(found);
        return found;
      }
      return this.#report(call, new TypeError('The cache store gave something that is no entry for this key'));
    };
    if (this.#outside.resting) return undefined;
    try {
      const found = this.#store.get(key);
      if (!isPromise(found)) return accept(found);
      return this.#outside.inTime(found).then(accept, (error: unknown) => this.#report(call, error));
    } catch (error) {
      return this.#report(call, error);
    }
  }

  /** Stores in the background. */
  set(key: string, entry: CacheEntry, ttlMs: number, call: ObservedCall): void {
    this.#inBackground(call, () => this.#store.set(key, entry, ttlMs));
  }

  /** Removes in the background. */
  delete(key: string, call: ObservedCall): void {
    this.#inBackground(call, () => this.#store.delete(key));
  }

  #inBackground(call: ObservedCall, work: () => void | Promise<void>): void {
    if (this.#outside.resting) return;
    try {
      const working = work();
      if (isPromise(working)) this.#outside.inTime(working).catch((error: unknown) => this.#report(call, error));
    } catch (error) {
      this.#report(call, error);
    }
  }

  #report(call: ObservedCall, error: unknown): undefined {
    this.#notices.cache(call, 'store_failed', { error });
    return undefined;
  }
}
