/** A small seeded source of numbers; the same seed and label always give the same run. */
export interface Random {
  /** A number from 0 up to but not including 1. */
  next(): number;
  /** A whole number from `min` to `max`, both included. */
  whole(min: number, max: number): number;
  /** True with the given probability. */
  chance(probability: number): boolean;
  /** One element of a list that is not empty. */
  pick<T>(list: readonly T[]): T;
  /** Up to `count` different elements, in list order. */
  some<T>(list: readonly T[], count: number): T[];
}

/** FNV-1a, so that each part of the catalogue draws from a stream of its own. */
function hashLabel(label: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < label.length; index += 1) {
    hash = Math.imul(hash ^ label.charCodeAt(index), 0x01000193);
  }
  return hash;
}

/** Creates the stream `label` of a seed (mulberry32). */
export function createRandom(seed: number, label: string): Random {
  let state = (seed ^ hashLabel(label)) | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1));
  return {
    next,
    whole,
    chance: (probability) => next() < probability,
    pick: (list) => list[whole(0, list.length - 1)] as (typeof list)[number],
    some: (list, count) => {
      const chosen = new Set<number>();
      for (let draw = 0; draw < count && list.length > 0; draw += 1) chosen.add(whole(0, list.length - 1));
      return list.filter((_, index) => chosen.has(index));
    },
  };
}
