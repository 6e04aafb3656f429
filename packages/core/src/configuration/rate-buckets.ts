import type { RateLimitSettings } from './pacing-settings.js';
import type { SectionProblem } from './section-schema.js';

/** What a server is known to allow in a minute; `null` for a family it does not limit. */
export type KnownLimits = Readonly<Record<string, { readonly anonymous: number; readonly withKey: number } | null>>;

/** Reads `articles=30, images=10`, whose form was checked before. */
export function readRateBuckets(text: string): ReadonlyMap<string, number> {
  const pairs = text.split(',').filter((pair) => pair.trim() !== '');
  return new Map(
    pairs.map((pair) => {
      const [name = '', count = ''] = pair.split('=');
      return [name.trim(), Number(count)];
    }),
  );
}

/** A family of endpoints that a server does not have. */
export function rateBucketProblem({ buckets }: RateLimitSettings, known: KnownLimits): SectionProblem | undefined {
  const families = Object.keys(known);
  const unknown = [...readRateBuckets(buckets).keys()].find((name) => !families.includes(name));
  if (unknown === undefined) return undefined;
  return {
    key: 'RateLimit:Buckets',
    code: 'invalid_configuration',
    message: `there is no family of endpoints "${unknown}".`,
    remedy: `Use ${families.join(', ')}.`,
  };
}
