import { checkAir } from './check-air.js';
import { describe, listAllowed } from './describe.js';
import { didYouMean } from './did-you-mean.js';
import { countOf } from './expected.js';
import type { ValueRules } from './schema-table.js';
import { checkTimeSpan } from './time-span.js';
import type { Walk } from './walk.js';

/** A text where one belongs. */
export function checkText(walk: Walk, rules: ValueRules, text: string): void {
  if (rules.e !== undefined) {
    checkWord(walk, rules.e, text);
    return;
  }
  const { min = 0, max = Number.POSITIVE_INFINITY } = rules;
  if (text.length < min || text.length > max) {
    const allowed = countOf(rules, 'characters');
    walk.error('wrong_length', `This text has ${text.length} characters; ${allowed} are allowed.`);
    return;
  }
  if (rules.a === 1) checkAir(walk, text);
  else if (rules.p !== undefined) checkPattern(walk, rules.p, text);
  else if (rules.f === 'date-span') checkTimeSpan(walk, text);
  else if (rules.f === 'uri') checkAddress(walk, text);
  else if (rules.f === 'date-time' && Number.isNaN(Date.parse(text))) {
    walk.warn('bad_format', `${describe(text)} is no date; write it as 2026-01-31T12:00:00Z.`);
  }
}

/** One of the words that this release lists; newer ones may be known to the server. */
export function checkWord(walk: Walk, allowed: readonly (string | number)[], value: string | number): void {
  if (allowed.includes(value)) return;
  const words = allowed.map(String);
  const lowered = String(value).toLowerCase();
  // the server reads these words in any case
  if (words.some((word) => word.toLowerCase() === lowered)) return;
  walk.warn(
    'unknown_value',
    `${describe(value)} is not known here.${didYouMean(String(value), words)} Known: ${listAllowed(words)}.`,
  );
}

function checkPattern(walk: Walk, pattern: string, text: string): void {
  if (new RegExp(pattern).test(text)) return;
  walk.error('bad_format', `This text has to match ${pattern}. Use only the characters named there.`);
}

/** Media may be given as data too, and not every member says so. */
function checkAddress(walk: Walk, text: string): void {
  if (/^[a-z][a-z\d+.-]*:/i.test(text)) return;
  walk.warn('bad_format', `${describe(text)} is no absolute URL; write it with its scheme, such as https://….`);
}
