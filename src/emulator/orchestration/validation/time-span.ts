const TIME_SPAN = /^(-)?(?:(\d+)\.)?(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.(\d{1,7}))?)?$/;

const DAY_MS = 86_400_000;

/** Reads `[-][d.]hh:mm[:ss[.fffffff]]` as milliseconds; `undefined` for anything else. */
export function readTimeSpan(text: string): number | undefined {
  const match = TIME_SPAN.exec(text);
  if (match === null) return undefined;
  const [, sign, days = '0', hours = '0', minutes = '0', seconds = '0', fraction = '0'] = match;
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return undefined;
  const time = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds) + Number(`0.${fraction}`);
  return (sign === '-' ? -1 : 1) * (Number(days) * DAY_MS + Math.round(time * 1000));
}
