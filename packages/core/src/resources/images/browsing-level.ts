import type { NsfwLabel } from '../vocabulary.js';

/** A maturity rating: each is one bit of a browsing level. */
export type BrowsingLevelName = keyof typeof bits;

/** Ratings that are often wanted together: `public` is PG, `sfw` PG and PG-13, `nsfw` R and above, `all` PG to XXX. */
export type BrowsingLevelPreset = keyof typeof presets;

const bits = { PG: 1, PG13: 2, R: 4, X: 8, XXX: 16, Blocked: 32 } as const;

/** As the site defines them: `nsfw` has `Blocked` in it, `all` has not. */
const presets = { public: 1, sfw: 3, all: 31, nsfw: 60 } as const;

/** The old words: what each asks for, and which bits are reported as it. */
const labels: readonly { readonly label: NsfwLabel; readonly mask: number; readonly bits: number }[] = [
  { label: 'None', mask: 1, bits: 1 },
  { label: 'Soft', mask: 3, bits: 2 },
  { label: 'Mature', mask: 7, bits: 4 },
  { label: 'X', mask: 31, bits: 24 },
  { label: 'Blocked', mask: 32, bits: 32 },
];

const maxMask = 2_147_483_647;

/**
 * Adds ratings up to the number that `browsingLevel` of a filter takes and `nsfwLevel` of models gives.
 *
 * @param levels names, presets, masks, or what {@link browsingLevelNames} gave for bits without a name (`'64'`)
 * @throws TypeError when something is neither a text nor a number; RangeError when a name is not known, a number is not a
 *   mask, or nothing is left: the server would take 0 for PG
 *
 * @example
 * ```ts
 * import { browsingLevel, createCivitaiClient } from '@civitkit/core/client';
 *
 * const mature = createCivitaiClient().images.where({ browsingLevel: browsingLevel('R', 'X') });
 * for await (const image of mature.take(10)) console.log(image.url);
 * ```
 */
export function browsingLevel(
  ...levels: readonly (BrowsingLevelName | BrowsingLevelPreset | `${number}` | number)[]
): number {
  let mask = 0;
  for (const level of levels) mask |= maskOf(level);
  if (mask === 0)
    throw new RangeError(`browsingLevel: give at least one level; the server would take 0 for PG. ${known()}`);
  return mask;
}

/**
 * The ratings in a mask, from `PG` up. A bit without a name is listed as its number, so that nothing gets lost. The
 * list is empty for 0, which is how the site says unrated.
 *
 * @throws TypeError or RangeError when `mask` is not a mask
 *
 * @example
 * ```ts
 * import { browsingLevelNames } from '@civitkit/core/client';
 *
 * console.log(browsingLevelNames(3), browsingLevelNames(65)); // [ 'PG', 'PG13' ] [ 'PG', '64' ]
 * ```
 */
export function browsingLevelNames(mask: number): readonly (BrowsingLevelName | `${number}`)[] {
  checkMask('browsingLevelNames', mask);
  const names: (BrowsingLevelName | `${number}`)[] = [];
  for (let bit = 1; bit <= mask; bit *= 2) {
    if ((mask & bit) !== 0) names.push(nameOf(bit) ?? `${bit}`);
  }
  return names;
}

/**
 * What an old word asks for as `nsfw`: a ceiling, so `Soft` is PG and PG-13. `undefined` for a word that is not known.
 */
export function maskOfNsfwLabel(label: NsfwLabel): number | undefined {
  return labels.find((each) => each.label === label)?.mask;
}

/**
 * The old word for a level, as images report it: that of its highest rating; `None` for 0, which means unrated.
 *
 * @returns `undefined` when the highest bit has no word
 * @throws TypeError or RangeError when `mask` is not a mask
 */
export function nsfwLabelOfMask(mask: number): NsfwLabel | undefined {
  checkMask('nsfwLabelOfMask', mask);
  if (mask === 0) return 'None';
  const highest = 2 ** (31 - Math.clz32(mask));
  return labels.find((each) => (each.bits & highest) !== 0)?.label;
}

function maskOf(level: string | number): number {
  if (typeof level === 'number') return checkMask('browsingLevel', level);
  if (typeof level !== 'string')
    throw new TypeError(`browsingLevel: a level is a text or a number, got ${typeof level}`);
  if (/^\d+$/.test(level)) return checkMask('browsingLevel', Number(level));
  if (Object.hasOwn(bits, level)) return bits[level as BrowsingLevelName];
  if (Object.hasOwn(presets, level)) return presets[level as BrowsingLevelPreset];
  throw new RangeError(`browsingLevel: there is no level ${JSON.stringify(level)}. ${known()}`);
}

function checkMask(operation: string, mask: number): number {
  if (typeof mask !== 'number') throw new TypeError(`${operation}: the mask must be a number, got ${typeof mask}`);
  if (Number.isInteger(mask) && mask >= 0 && mask <= maxMask) return mask;
  throw new RangeError(`${operation}: the mask must be a whole number from 0 to ${maxMask}, got ${mask}`);
}

function nameOf(bit: number): BrowsingLevelName | undefined {
  return (Object.keys(bits) as BrowsingLevelName[]).find((name) => bits[name] === bit);
}

function known(): string {
  return `Known are ${Object.keys(bits).join(', ')}, and ${Object.keys(presets).join(', ')}.`;
}
