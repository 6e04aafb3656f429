const pattern = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(?:Z|([+-])(\d\d)(?::?(\d\d))?)?)?$/;

/**
 * Reads a time as the API writes it: ISO-8601 with `Z` or an offset, and everything that comes without a zone and means
 * UTC: `2025-12-18T09:05:41.12`, the `2025-12-18 09:05:41.120` of cursors, and plain days.
 *
 * Unlike `new Date(text)` it never takes the zone of the machine, and never makes a date of something else. Fractions
 * beyond milliseconds are cut off.
 *
 * @returns `undefined` for `null`, for a day or an hour that does not exist, and for all other text
 *
 * @example
 * ```ts
 * import { createCivitaiClient, parseDate } from '@civitkit/core/client';
 *
 * const { publishedAt } = await createCivitaiClient().modelVersions.get(2514310);
 * console.log(parseDate(publishedAt)?.getUTCFullYear());
 * ```
 */
export function parseDate(text: string | null | undefined): Date | undefined {
  const match = typeof text === 'string' ? pattern.exec(text) : null;
  if (match === null) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  const milliseconds = Number((match[7] ?? '').slice(0, 3).padEnd(3, '0'));
  const offsetHours = Number(match[9] ?? 0);
  const offsetMinutes = Number(match[10] ?? 0);
  if (hour > 23 || minute > 59 || second > 59 || offsetHours > 23 || offsetMinutes > 59) return undefined;
  const date = new Date(0);
  // Date.UTC would take the years 0 to 99 for 1900 to 1999
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  const offset = (match[8] === '-' ? -1 : 1) * (offsetHours * 60 + offsetMinutes);
  date.setUTCHours(hour, minute - offset, second, milliseconds);
  return date;
}
