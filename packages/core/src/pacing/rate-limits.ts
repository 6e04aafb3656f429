import type { RateLimitSettings } from '../configuration/pacing-settings.js';
import { ConfigurationError } from '../errors/configuration-error.js';

/** What a server is known to allow in a minute; `null` for a family it does not limit. */
export type KnownLimits = Readonly<Record<string, { readonly anonymous: number; readonly withKey: number } | null>>;

/** How many requests a minute each family of endpoints gets. */
export class RateLimits {
  readonly #known: KnownLimits;
  readonly #own: ReadonlyMap<string, number>;
  readonly #otherwise: number;

  /** @throws ConfigurationError for a family that there is none of */
  constructor({ buckets, requestsPerMinute }: RateLimitSettings, known: KnownLimits) {
    this.#known = known;
    this.#own = readBuckets(buckets);
    this.#otherwise = requestsPerMinute;
    const families = Object.keys(known);
    const unknown = [...this.#own.keys()].find((name) => families.length > 0 && !families.includes(name));
    if (unknown === undefined) return;
    throw new ConfigurationError([
      {
        key: 'RateLimit:Buckets',
        source: '',
        message: `there is no family of endpoints "${unknown}".`,
        remedy: `Use ${families.join(', ')}.`,
      },
    ]);
  }

  of(family: string, isAnonymous: boolean): number {
    const known = this.#known[family];
    const server = known === undefined || known === null ? undefined : known[isAnonymous ? 'anonymous' : 'withKey'];
    return this.#own.get(family) ?? server ?? this.#otherwise;
  }
}

/** `articles=30, images=10`, whose form was checked with the configuration. */
function readBuckets(text: string): ReadonlyMap<string, number> {
  const pairs = text.split(',').filter((pair) => pair.trim() !== '');
  return new Map(
    pairs.map((pair) => {
      const [name = '', count = ''] = pair.split('=');
      return [name.trim(), Number(count)];
    }),
  );
}
