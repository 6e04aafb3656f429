import { schemaTable } from '../generated/schema-table.js';
import { checkNumber } from './check-number.js';
import { checkText, checkWord } from './check-text.js';
import { describe } from './describe.js';
import { expected } from './expected.js';
import { hintFor } from './hints.js';
import type { ValueRules } from './schema-table.js';
import type { Walk } from './walk.js';

/** A value that is neither an object nor a list. */
export function checkScalar(walk: Walk, given: ValueRules, value: unknown): void {
  const rules = optionFor(given, value);
  if (typeof value === 'bigint') {
    walk.error(
      'not_json',
      `A bigint cannot be sent; ${expected(rules, schemaTable)} is needed. Convert it with Number(…).`,
    );
  } else if (typeof value === 'function' || typeof value === 'symbol') {
    walk.warn('not_json', `A ${typeof value} is no JSON and would not be sent. Take it out.`);
  } else if (typeof value === 'string' && rules.k === 'text') checkText(walk, rules, value);
  else if (typeof value === 'number' && (rules.k === 'integer' || rules.k === 'number')) {
    checkNumber(walk, rules, value, schemaTable);
  } else if (rules.k === 'any') checkAnyNumber(walk, value);
  else if (typeof value !== rules.k && !checkListed(walk, rules, value)) {
    reportType(walk, rules, describe(value), typeof value === 'string' ? 'text' : 'other', value);
  }
}

export function checkNull(walk: Walk, rules: ValueRules): void {
  if (rules.n === 1 || rules.k === 'any' || (rules.k === 'ref' && typeof walk.key === 'string')) return;
  const message = `null means nothing here; ${expected(rules, schemaTable)} is needed. Leave it out for the server's default.`;
  walk.report(refusesNull(rules) ? 'error' : 'warning', 'null_value', message, walk.path());
}

/** The server's numbers and booleans cannot hold null; whether its texts, lists and objects may is not known. */
export function refusesNull({ k, n, s }: ValueRules): boolean {
  if (n === 1) return false;
  return k === 'integer' || k === 'number' || k === 'boolean' || s === 'WorkflowStepTemplate';
}

/** Says that a value is of another type than is needed. */
export function reportType(
  walk: Walk,
  rules: ValueRules,
  name: string,
  found: 'list' | 'object' | 'text' | 'other',
  value?: unknown,
): void {
  const wantsNumber = rules.k === 'integer' || rules.k === 'number';
  // servers of this kind may read numbers out of texts
  const isDoubtful = wantsNumber && typeof value === 'string' && /^-?\d+(?:\.\d+)?$/.test(value);
  const remedy = isDoubtful ? ' Pass the number itself.' : hintFor(walk.key, rules, found);
  const message = `${name} stands where ${expected(rules, schemaTable)} is needed.${remedy}`;
  walk.report(isDoubtful ? 'warning' : 'error', 'wrong_type', message, walk.path());
}

/** The option of a choice that takes such a value. */
function optionFor(rules: ValueRules, value: unknown): ValueRules {
  if (rules.c === undefined) return rules;
  const kind = typeof value === 'string' ? 'text' : typeof value;
  return rules.c.find(({ k }) => k === kind) ?? rules;
}

/** A word of an enumeration. Its number may do as well, but not that number in another sense. */
function checkListed(walk: Walk, rules: ValueRules, value: unknown): boolean {
  const row = rules.s === undefined ? undefined : schemaTable[rules.s];
  if (row === undefined || !('e' in row)) return false;
  if (typeof value === 'string') {
    checkWord(walk, row.e, value);
    return true;
  }
  if (typeof value !== 'number') return false;
  if (!row.e.includes(value)) {
    walk.warn('wrong_type', `${value} is a number; ${expected(rules, schemaTable)} is needed. Put it in quotes.`);
  }
  return true;
}

function checkAnyNumber(walk: Walk, value: unknown): void {
  if (typeof value !== 'number' || Number.isFinite(value)) return;
  walk.warn('not_json', `${value} is no JSON and would be sent as null.`);
}
