import type { Clock } from '../transport/clock.js';
import type { CacheEntry } from './cache-entry.js';
import type { CacheStore } from './cache-store.js';

/** How much a {@link MemoryCacheStore} may hold. */
export interface MemoryCacheLimits {
  readonly maxEntries: number;
  /** Of keys, bodies and headers, as UTF-8; V8 may need twice as much for text that is not Latin. */
  readonly maxBytes: number;
}

interface Kept {
  readonly entry: CacheEntry;
  readonly bytes: number;
  readonly expiresAt: number;
}

/** Keeps entries in this process; those not used for the longest time go first. */
export class MemoryCacheStore implements CacheStore {
  readonly #limits: MemoryCacheLimits;
  readonly #clock: Clock;
  // A map remembers the order of insertion: the first is the one not used for the longest time.
  readonly #kept = new Map<string, Kept>();
  #bytes = 0;

  constructor(limits: MemoryCacheLimits, clock: Clock) {
    this.#limits = limits;
    this.#clock = clock;
  }

  get size(): number {
    return this.#kept.size;
  }

  /** Bytes held now. */
  get bytes(): number {
    return this.#bytes;
  }

  get(key: string): CacheEntry | undefined {
    const kept = this.#kept.get(key);
    if (kept === undefined) return undefined;
    this.#kept.delete(key);
    if (kept.expiresAt <= this.#clock.now()) {
      this.#bytes -= kept.bytes;
      return undefined;
    }
    this.#kept.set(key, kept);
    return kept.entry;
  }

  set(key: string, entry: CacheEntry, ttlMs: number): void {
    this.delete(key);
    const bytes = Buffer.byteLength(entry.body) + JSON.stringify(entry.policy).length + 2 * key.length;
    if (bytes > this.#limits.maxBytes) return;
    this.#kept.set(key, { entry, bytes, expiresAt: this.#clock.now() + ttlMs });
    this.#bytes += bytes;
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= this.#limits.maxEntries && this.#bytes <= this.#limits.maxBytes) break;
      this.delete(oldest);
    }
  }

  delete(key: string): void {
    const kept = this.#kept.get(key);
    if (kept === undefined) return;
    this.#kept.delete(key);
    this.#bytes -= kept.bytes;
  }
}
