import type { CacheEntry } from './cache-entry.js';
import type { CacheStore } from './cache-store.js';
import { type RedisClientLike, replyText, sendRedis } from './redis-client.js';

/** How a Redis cache store behaves. */
export interface RedisCacheStoreOptions {
  /** Before every key. Default `civitkit:cache:`. */
  readonly keyPrefix?: string | undefined;
  /** Longer entries are not stored. Default 8 388 608 (8 MiB). */
  readonly maxEntryBytes?: number | undefined;
}

/**
 * Keeps cached answers in Redis or Valkey, so that replicas share them. Every entry has a time to live; set `maxmemory`
 * and an eviction policy in Redis to bound them all. The client stays yours: nothing here connects or closes it.
 *
 * Who can write to that Redis decides what the clients read: keep it as private as the key.
 *
 * @example
 * ```ts
 * import { createCivitaiClient, createRedisCacheStore } from '@civitkit/core/client';
 * import { Redis } from 'ioredis';
 *
 * const redis = new Redis('redis://localhost:6379');
 * const civitai = createCivitaiClient({ cache: { enabled: true } }, { cacheStore: createRedisCacheStore(redis) });
 * ```
 */
export function createRedisCacheStore(client: RedisClientLike, options: RedisCacheStoreOptions = {}): CacheStore {
  const { keyPrefix = 'civitkit:cache:', maxEntryBytes = 8_388_608 } = options;
  const remove = async (key: string): Promise<void> => {
    await sendRedis(client, 'DEL', `${keyPrefix}${key}`);
  };
  return {
    get: async (key) => {
      const text = replyText(await sendRedis(client, 'GET', `${keyPrefix}${key}`));
      return text === undefined ? undefined : (JSON.parse(text) as CacheEntry);
    },
    set: async (key, entry, ttlMs) => {
      const text = JSON.stringify(entry);
      // What was there before is older than what cannot be stored.
      if (Buffer.byteLength(text) > maxEntryBytes) return remove(key);
      await sendRedis(client, 'SET', `${keyPrefix}${key}`, text, 'PX', String(Math.max(1, Math.round(ttlMs))));
    },
    delete: remove,
  };
}
