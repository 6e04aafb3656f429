import type { RateLimitSettings } from '../configuration/pacing-settings.js';
import { type KnownLimits, readRateBuckets } from '../configuration/rate-buckets.js';

/** How many requests a minute each family of endpoints gets. */
export class RateLimits {
  readonly #known: KnownLimits;
  readonly #own: ReadonlyMap<string, number>;
  readonly #otherwise: number;

  constructor({ buckets, requestsPerMinute }: RateLimitSettings, known: KnownLimits) {
    this.#known = known;
    this.#own = readRateBuckets(buckets);
    this.#otherwise = requestsPerMinute;
  }

  of(family: string, isAnonymous: boolean): number {
    const known = this.#known[family];
    const server = known === undefined || known === null ? undefined : known[isAnonymous ? 'anonymous' : 'withKey'];
    return this.#own.get(family) ?? server ?? this.#otherwise;
  }
}
