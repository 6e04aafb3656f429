import type { ImagesQuery } from './images-query.js';

/** The masks of the old labels in a request (contract §10). */
const REQUEST_MASKS: Readonly<Record<string, number>> = { None: 1, Soft: 3, Mature: 7, X: 31, Blocked: 32 };

/** The old label of a single maturity bit; unrated (0) counts as None. */
const LABELS: Readonly<Record<number, string>> = {
  0: 'None',
  1: 'None',
  2: 'Soft',
  4: 'Mature',
  8: 'X',
  16: 'X',
  32: 'Blocked',
};

const ALL_LEVELS = 31;

/**
 * The maturity bits a request for images asks for. `browsingLevel` wins, but 0 falls back to general audiences, as does
 * saying nothing; `nsfw=true` means mature images *only* (60: R, X, XXX, Blocked), contrary to models (contract §7.9).
 */
export function maturityMask(query: ImagesQuery): number {
  if (query.browsingLevel !== undefined) return query.browsingLevel === 0 ? 1 : query.browsingLevel;
  if (query.nsfw === undefined || query.nsfw === false) return 1;
  return query.nsfw === true ? 60 : (REQUEST_MASKS[query.nsfw] ?? 1);
}

/** Whether an image passes a mask. Unrated images pass only where all levels are asked for. */
export function passesMask(level: number, mask: number): boolean {
  return (level & mask) !== 0 || (level === 0 && (mask & ALL_LEVELS) === ALL_LEVELS);
}

/** The text of `nsfwLevel` in an image item. */
export function maturityLabel(level: number): string {
  return LABELS[level] ?? 'None';
}
