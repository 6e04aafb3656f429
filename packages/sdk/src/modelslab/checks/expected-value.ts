import { listAllowed } from '../../checks/describe.js';
import type { MemberKind, MemberRules } from './check-table.js';

const names: Readonly<Record<MemberKind, string>> = {
  text: 'a text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  list: 'a list',
  flag: 'true or false',
  any: 'any value',
  yesNo: 'true, false, "yes" or "no"',
  trueFalse: 'true, false, "true" or "false"',
  numberAsText: 'a number, or the text of one',
};

/** The kinds of values a member takes. */
export function kindsOf({ k = 'text' }: MemberRules): readonly MemberKind[] {
  return typeof k === 'string' ? [k] : k;
}

/** What the rules want, for a message. */
export function expectedValue(rules: MemberRules): string {
  if (rules.e !== undefined) return `one of ${listAllowed(rules.e)}`;
  return kindsOf(rules)
    .map((kind) => (kind === 'integer' || kind === 'number' ? `${names[kind]}${span(rules)}` : names[kind]))
    .join(', or ');
}

/** ` from 1 to 150`, as far as it is known. */
function span({ max, min }: MemberRules): string {
  if (min !== undefined && max !== undefined) return min === max ? `, always ${min}` : ` from ${min} to ${max}`;
  if (min !== undefined) return ` of at least ${min}`;
  return max === undefined ? '' : ` of at most ${max}`;
}
