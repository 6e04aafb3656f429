import { describe, listAllowed } from '../../checks/describe.js';
import { didYouMean } from '../../checks/did-you-mean.js';
import { containerKind, readItems } from '../../checks/read-json.js';
import { checkAddress } from './check-address.js';
import type { MemberKind, MemberRules } from './check-table.js';
import { expectedValue, kindsOf } from './expected-value.js';
import { below, type FindingList } from './finding-list.js';

/** The member that is looked at, and what the request says about media. */
export interface CheckedMember {
  readonly name: string;
  readonly path: string;
  readonly takesData: boolean;
}

/** A value where it belongs. `null` passes: the documents send it for whatever is left out. */
export function checkMember(findings: FindingList, member: CheckedMember, rules: MemberRules, given: unknown): void {
  const value = unboxed(given);
  if (value === null || kindsOf(rules).includes('any')) return;
  const kind = kindsOf(rules).find((one) => isOfKind(one, value));
  if (kind === undefined) reportKind(findings, member, rules, value);
  else if (typeof value === 'number') checkNumber(findings, member, rules, value, kind);
  else if (typeof value === 'string') checkText(findings, member, rules, value, kind);
  else if (Array.isArray(value)) checkList(findings, member, rules, value);
}

/** What `JSON.stringify` makes of a boxed value. */
function unboxed(value: unknown): unknown {
  return typeof value === 'object' && value !== null && containerKind(value) === 'boxed' ? value.valueOf() : value;
}

function isOfKind(kind: MemberKind, value: unknown): boolean {
  switch (kind) {
    case 'text':
      return typeof value === 'string';
    case 'list':
      return Array.isArray(value);
    case 'integer':
    case 'number':
      return typeof value === 'number';
    case 'boolean':
      return typeof value === 'boolean';
    case 'numberAsText':
      return typeof value === 'number' || (typeof value === 'string' && isNumeric(value));
    case 'trueFalse':
      return typeof value === 'boolean' || value === 'true' || value === 'false';
    case 'flag':
    case 'yesNo':
      return typeof value === 'boolean' || value === 'yes' || value === 'no';
    case 'any':
      return true;
  }
}

function isNumeric(text: string): boolean {
  return /^\s*[+-]?(?:\d+\.?\d*|\.\d+)\s*$/.test(text);
}

function reportKind(findings: FindingList, { path }: CheckedMember, rules: MemberRules, value: unknown): void {
  // an empty text is how some examples leave a member out
  if (value === '') return;
  findings.warn(
    path,
    'wrong_type',
    `${describe(value)} stands where ${expectedValue(rules)} is needed.${remedyFor(kindsOf(rules), value)}`,
  );
}

function remedyFor(kinds: readonly MemberKind[], value: unknown): string {
  if (typeof value !== 'string') return '';
  if (kinds.includes('list')) return ' Put it into an array.';
  if (kinds.includes('boolean') && /^(?:true|false|yes|no)$/i.test(value))
    return ' Pass true or false, without quotes.';
  return isNumeric(value) ? ' Pass the number itself.' : '';
}

function checkNumber(
  findings: FindingList,
  { path }: CheckedMember,
  rules: MemberRules,
  value: number,
  kind: MemberKind,
): void {
  if (kind === 'integer' && !kindsOf(rules).includes('number') && !Number.isInteger(value)) {
    findings.warn(path, 'wrong_type', `${value} has a fraction; ${expectedValue(rules)} is needed. Round it.`);
  } else if (rules.e !== undefined && !rules.e.includes(value)) {
    findings.warn(path, 'unknown_value', `${value} is not known here. Known: ${listAllowed(rules.e)}.`);
  } else if ((rules.min !== undefined && value < rules.min) || (rules.max !== undefined && value > rules.max)) {
    findings.warn(path, 'out_of_range', `${value} is out of range: the documents say ${expectedValue(rules)}.`);
  } else if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
    findings.warn(
      path,
      'unsafe_integer',
      'JavaScript does not hold this integer exactly, so another one may be sent. Stay below 2 ** 53.',
    );
  }
}

function checkText(
  findings: FindingList,
  member: CheckedMember,
  rules: MemberRules,
  text: string,
  kind: MemberKind,
): void {
  if (kind !== 'text' || text === '') return;
  if (rules.u === 1) checkAddress(findings, member, text);
  else if (rules.e !== undefined) {
    const words = rules.e.map(String);
    const given = rules.s === 1 ? text.split(',').map((word) => word.trim()) : [text];
    for (const word of given) {
      if (words.includes(word)) continue;
      const message = `${describe(word)} is not known here.${didYouMean(word, words)} Known: ${listAllowed(words)}.`;
      findings.warn(member.path, 'unknown_value', message);
    }
  }
}

function checkList(findings: FindingList, member: CheckedMember, rules: MemberRules, list: readonly unknown[]): void {
  const { max = Number.POSITIVE_INFINITY, min = 0 } = rules;
  const items = readItems(list) ?? [];
  if (items.length < min || items.length > max) {
    const allowed = max === Number.POSITIVE_INFINITY ? `at least ${min}` : `${min} to ${max}`;
    findings.warn(member.path, 'wrong_count', `The list has ${items.length} items; the documents say ${allowed}.`);
  }
  if (rules.i !== 1) return;
  for (const [index, item] of items.entries()) {
    if (typeof item === 'string') continue;
    findings.warn(below(member.path, index), 'wrong_type', `${describe(item)} stands where a text is needed.`);
  }
}
