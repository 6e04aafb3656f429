import type { RateBucket, RateLimiter } from './rate-limiter.js';

/** The part of a limiter of `rate-limiter-flexible` that is used. */
export interface FlexibleLimiter {
  consume(key: string): Promise<unknown>;
  block(key: string, seconds: number): Promise<unknown>;
}

/**
 * Counts the requests of all replicas together, with a limiter of the package `rate-limiter-flexible` (Redis, Valkey,
 * Postgres, …).
 *
 * @param limiter - one limiter, whose `points` and `duration` then hold for every bucket; or a function that makes one
 * for each bucket and is called once for it
 *
 * @example
 * ```ts
 * import { createCivitaiClient, createSharedRateLimiter } from '@civitkit/core/client';
 * import { Redis } from 'ioredis';
 * import { RateLimiterRedis } from 'rate-limiter-flexible';
 *
 * const storeClient = new Redis({ enableOfflineQueue: false });
 * const rateLimiter = createSharedRateLimiter(
 *   ({ name, requestsPerMinute }) =>
 *     new RateLimiterRedis({ storeClient, keyPrefix: `civitkit:${name}`, points: requestsPerMinute, duration: 60 }),
 * );
 * const civitai = createCivitaiClient({ rateLimit: { enabled: true } }, { rateLimiter });
 * ```
 */
export function createSharedRateLimiter(
  limiter: FlexibleLimiter | ((bucket: RateBucket) => FlexibleLimiter),
): RateLimiter {
  const made = new Map<string, FlexibleLimiter>();
  const limiterOf = (bucket: RateBucket): FlexibleLimiter => {
    if (typeof limiter !== 'function') return limiter;
    const kind = `${bucket.name} ${bucket.requestsPerMinute}`;
    const known = made.get(kind) ?? limiter(bucket);
    made.set(kind, known);
    return known;
  };
  return {
    take: async (bucket) => {
      try {
        await limiterOf(bucket).consume(bucket.key);
        return 0;
      } catch (refusal) {
        // A refusal says how long; anything else is a failure of the limiter itself.
        const { msBeforeNext } = refusal as { readonly msBeforeNext?: unknown };
        if (typeof msBeforeNext !== 'number') throw refusal;
        return msBeforeNext > 0 ? Math.ceil(msBeforeNext) : 1000;
      }
    },
    pause: async (bucket, delayMs) => {
      await limiterOf(bucket).block(bucket.key, Math.ceil(delayMs / 1000));
    },
  };
}
