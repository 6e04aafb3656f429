import type { RedisClientLike } from '@civitkit/core/client';
import { replyText, sendRedis } from '@civitkit/core/internal';
import type { WebhookStore } from './webhook-store.js';

/** How a Redis store of handled events behaves. */
export interface RedisWebhookStoreOptions {
  /** Before every key. Default `civitkit:webhook:`. */
  readonly keyPrefix?: string | undefined;
}

/**
 * Keeps in Redis or Valkey which events were handled, so that replicas share it. Every entry has a time to live. The
 * client stays yours: nothing here connects or closes it.
 *
 * @example
 * ```ts
 * import { createRedisWebhookStore, createWebhookDeduplicator } from '@civitkit/sdk/webhooks';
 * import { Redis } from 'ioredis';
 *
 * const redis = new Redis('redis://localhost:6379');
 * const deduplicator = createWebhookDeduplicator({ store: createRedisWebhookStore(redis) });
 * ```
 */
export function createRedisWebhookStore(client: RedisClientLike, options: RedisWebhookStoreOptions = {}): WebhookStore {
  const { keyPrefix = 'civitkit:webhook:' } = options;
  return {
    get: async (key) => replyText(await sendRedis(client, 'GET', `${keyPrefix}${key}`)),
    set: async (key, value, ttlMs) => {
      await sendRedis(client, 'SET', `${keyPrefix}${key}`, value, 'PX', millisecondsOf(ttlMs));
    },
    add: async (key, value, ttlMs) => {
      const reply = await sendRedis(client, 'SET', `${keyPrefix}${key}`, value, 'PX', millisecondsOf(ttlMs), 'NX');
      return replyText(reply) !== undefined;
    },
    delete: async (key) => {
      await sendRedis(client, 'DEL', `${keyPrefix}${key}`);
    },
  };
}

function millisecondsOf(ttlMs: number): string {
  return String(Math.max(1, Math.round(ttlMs)));
}
