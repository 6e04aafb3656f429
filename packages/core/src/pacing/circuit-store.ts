import { type RedisClientLike, replyText, sendRedis } from '../caching/redis-client.js';

/**
 * Tells replicas of circuits that another one has opened. Optional: without one each process finds out by itself. When it
 * fails or hangs, each process is on its own.
 */
export interface CircuitStore {
  /** Until when the circuit is open, in milliseconds since 1970; `undefined` when it is not. */
  openUntil(key: string): number | undefined | Promise<number | undefined>;
  /** Says that it is open until then. */
  open(key: string, until: number): void | Promise<void>;
  /** Says that the server is back. */
  close(key: string): void | Promise<void>;
}

/**
 * Shares the state of circuits through Redis or Valkey. The client stays yours: nothing here connects or closes it.
 *
 * @example
 * ```ts
 * import { createCivitaiClient, createRedisCircuitStore } from '@civitkit/core/client';
 * import { Redis } from 'ioredis';
 *
 * const circuitStore = createRedisCircuitStore(new Redis());
 * const civitai = createCivitaiClient({ circuitBreaker: { enabled: true } }, { circuitStore });
 * ```
 */
export function createRedisCircuitStore(
  client: RedisClientLike,
  { keyPrefix = 'civitkit:circuit:' }: { readonly keyPrefix?: string | undefined } = {},
): CircuitStore {
  return {
    openUntil: async (key) => {
      const until = Number(replyText(await sendRedis(client, 'GET', `${keyPrefix}${key}`)) ?? Number.NaN);
      return Number.isFinite(until) ? until : undefined;
    },
    open: async (key, until) => {
      // PXAT would need Redis 6.2.
      const forMs = Math.max(1, Math.round(until - Date.now()));
      await sendRedis(client, 'SET', `${keyPrefix}${key}`, String(Math.round(until)), 'PX', String(forMs));
    },
    close: async (key) => {
      await sendRedis(client, 'DEL', `${keyPrefix}${key}`);
    },
  };
}
