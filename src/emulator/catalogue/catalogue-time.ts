import type { Random } from './random.js';

/**
 * The fixed "now" of every catalogue, 2026-01-15T12:00:00Z, in milliseconds: nothing in it is younger, and
 * `period=Day|Week|Month|Year` counts back from here, not from the clock of the machine.
 */
export const CATALOGUE_NOW: number = Date.UTC(2026, 0, 15, 12);

const DAY: number = 24 * 60 * 60 * 1000;
const OLDEST_DAYS = 1150;

const PERIOD_DAYS: Readonly<Record<string, number>> = { Day: 1, Week: 7, Month: 30, Year: 365 };

/** The instant a period starts at, in milliseconds; `undefined` for `AllTime`. */
export function periodStart(period: string): number | undefined {
  const days = PERIOD_DAYS[period];
  return days === undefined ? undefined : CATALOGUE_NOW - days * DAY;
}

/** An instant before now: the more recent, the more likely, so that even `period=Day` finds something. */
export function drawPast(random: Random): Date {
  const days = (OLDEST_DAYS + 1) ** random.next() - 1;
  return new Date(CATALOGUE_NOW - Math.floor(days * DAY) - random.whole(1, 999_999));
}

/** The date moved by some days. */
export function addDays(date: Date, days: number): Date {
  return new Date(date.getTime() + Math.round(days * DAY));
}
