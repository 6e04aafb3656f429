/** From harmless to not. `na`, for what nobody has rated, is none of them. */
const LEVELS: readonly string[] = ['pg', 'pg13', 'r', 'x', 'xxx'];

/** Where maturity begins. */
const FIRST_MATURE = LEVELS.indexOf('r');

function rank(level: string | undefined): number {
  return level === undefined ? -1 : LEVELS.indexOf(level);
}

/** A level as clients may write it, in any case; `undefined` for anything else. */
export function readNsfwLevel(text: string): string | undefined {
  const level = text.toLowerCase();
  return level === 'na' || LEVELS.includes(level) ? level : undefined;
}

/** Whether `hideMatureContent` hides this level. */
export function isMature(level: string | undefined): boolean {
  return rank(level) >= FIRST_MATURE;
}

/** Whether a level is more than somebody wants to see; `na` neither exceeds nor limits. */
export function exceedsLevel(level: string | undefined, most: string): boolean {
  return rank(most) !== -1 && rank(level) > rank(most);
}
