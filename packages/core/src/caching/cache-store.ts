import type { CacheEntry } from './cache-entry.js';

/**
 * Where cached answers are kept. The default keeps them in memory; bind or pass your own to share them between replicas.
 *
 * A store may fail, hang or give nonsense: the call then goes on without it. It may drop an entry at any time, and must
 * not outlive `ttlMs` by much. Entries are plain data that JSON can carry.
 *
 * @example
 * ```ts
 * import { type CacheStore, createCivitaiClient } from '@civitkit/core/client';
 *
 * const entries = new Map<string, string>();
 * const cacheStore: CacheStore = {
 *   get: (key) => JSON.parse(entries.get(key) ?? 'null'),
 *   set: (key, entry) => void entries.set(key, JSON.stringify(entry)),
 *   delete: (key) => void entries.delete(key),
 * };
 * const civitai = createCivitaiClient({ cache: { enabled: true } }, { cacheStore });
 * ```
 */
export interface CacheStore {
  /** The entry; `undefined` or `null` when there is none. */
  get(key: string): CacheEntry | null | undefined | Promise<CacheEntry | null | undefined>;
  set(key: string, entry: CacheEntry, ttlMs: number): void | Promise<void>;
  delete(key: string): void | Promise<void>;
}
