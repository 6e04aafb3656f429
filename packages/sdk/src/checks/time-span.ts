import { describe } from './describe.js';
import type { Walk } from './walk.js';

const spelled = /^-?(?:(\d{1,8})\.)?(\d{2}):(\d{2}):(\d{2})(?:\.\d{1,7})?$/;
/** Forms of which it is not known whether the server reads them: `10:00`, `600`, `PT10M`. */
const doubtful = /^-?(?:[\d.:]+|P(?=.)[\dYMWDTHS.]*)$/i;

/** A time span: days and fractions of a second may be missing. */
export function checkTimeSpan(walk: Walk, text: string): void {
  const [, , hours, minutes, seconds] = spelled.exec(text) ?? [];
  const isRead = hours !== undefined && Number(hours) < 24 && Number(minutes) < 60 && Number(seconds) < 60;
  if (isRead) return;
  const message = `${describe(text)} is no time span such as 00:10:00 or 1.12:00:00 (days, hours, minutes, seconds).`;
  if (doubtful.test(text)) walk.warn('bad_format', `${message} The server may refuse it.`);
  else walk.error('bad_format', message);
}
