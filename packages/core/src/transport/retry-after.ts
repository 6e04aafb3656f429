/**
 * Reads a `Retry-After` header: seconds (`120`, decimals allowed) or an HTTP date.
 *
 * @returns the wait in milliseconds, 0 for a moment already past, `undefined` when the text is neither
 */
export function parseRetryAfter(value: string | undefined, now: number): number | undefined {
  const text = value?.trim();
  if (text === undefined || text === '') return undefined;
  if (/^\d+(\.\d+)?$/.test(text)) return Math.ceil(Number(text) * 1000);
  // Date.parse reads far more than HTTP dates ("5 apples" is the year 2005 to it), so the form is checked first.
  if (!/^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? .*\d/.test(text)) return undefined;
  const moment = Date.parse(text);
  return Number.isNaN(moment) ? undefined : Math.max(0, moment - now);
}
