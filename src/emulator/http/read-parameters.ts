import type { Issue } from './issues.js';
import {
  at,
  fitsNone,
  notAnOption,
  notPositive,
  notWhole,
  tooBig,
  tooLong,
  tooSmall,
  wrongPattern,
  wrongType,
} from './issues.js';
import type { NumberRule, ParameterRule, ParameterRules, ParameterValues, TextRule } from './parameter-rules.js';
import type { Query, QueryValue } from './query-text.js';

/** The outcome of reading parameters: every value, or every issue in the order of the rules. */
export type ReadParameters<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly issues: readonly Issue[] };

const TRUE_TEXTS: readonly string[] = ['true', '1', 'yes', 'on', 'y', 'enabled'];
const FALSE_TEXTS: readonly string[] = ['false', '0', 'no', 'off', 'n', 'disabled'];

function value<T>(read: T): ReadParameters<T> {
  return { ok: true, value: read };
}

function refused(...issues: readonly Issue[]): ReadParameters<never> {
  return { ok: false, issues };
}

function readNumber(rule: Omit<NumberRule, 'kind'>, raw: QueryValue): ReadParameters<number> {
  const number = typeof raw === 'string' ? Number(raw) : Number.NaN;
  if (!Number.isFinite(number)) return refused(wrongType('number', String(number), true));
  if (rule.whole === true && !Number.isInteger(number)) return refused(notWhole());
  const issues: Issue[] = [];
  if (rule.positive === true && number <= 0) issues.push(notPositive());
  if (rule.min !== undefined && number < rule.min) issues.push(tooSmall(rule.min));
  if (rule.max !== undefined && number > rule.max) issues.push(tooBig(rule.max));
  return issues.length === 0 ? value(number) : refused(...issues);
}

function readText({ pattern, maxLength, trim }: TextRule, raw: QueryValue): ReadParameters<string> {
  if (typeof raw !== 'string') return refused(wrongType('string', 'array'));
  const text = trim === true ? raw.trim() : raw;
  if (maxLength !== undefined && text.length > maxLength) return refused(tooLong('string', maxLength));
  return pattern === undefined || pattern.test(text) ? value(text) : refused(wrongPattern(pattern));
}

function readChoice(values: readonly string[], raw: QueryValue): ReadParameters<string> {
  return typeof raw === 'string' && values.includes(raw) ? value(raw) : refused(notAnOption(values));
}

function readBoolean(raw: QueryValue): ReadParameters<boolean> {
  if (typeof raw !== 'string') return refused(wrongType('string', 'array'));
  const text = raw.toLowerCase();
  if (TRUE_TEXTS.includes(text)) return value(true);
  return FALSE_TEXTS.includes(text)
    ? value(false)
    : refused(notAnOption([...TRUE_TEXTS, ...FALSE_TEXTS], 'stringbool'));
}

function readEach<T>(texts: readonly string[], read: (text: string) => ReadParameters<T>): ReadParameters<T[]> {
  const values: T[] = [];
  const issues: Issue[] = [];
  for (const [index, text] of texts.entries()) {
    const outcome = read(text);
    if (outcome.ok) values.push(outcome.value);
    else issues.push(...outcome.issues.map((issue) => at(index, issue)));
  }
  return issues.length === 0 ? value(values) : refused(...issues);
}

/** A union of "one option" and "array of options", so a failure reports both branches (`invalid_union`). */
function readRepeat(values: readonly string[] | undefined, raw: QueryValue): ReadParameters<readonly string[]> {
  if (values === undefined) return value(typeof raw === 'string' ? [raw] : raw);
  if (typeof raw === 'string') {
    const outcome = readChoice(values, raw);
    if (outcome.ok) return value([outcome.value]);
    return refused(fitsNone([outcome.issues, [wrongType('array', 'string')]]));
  }
  const outcome = readEach(raw, (text) => readChoice(values, text));
  return outcome.ok ? outcome : refused(fitsNone([[notAnOption(values)], outcome.issues]));
}

function readChoiceOrBoolean(values: readonly string[], raw: QueryValue): ReadParameters<string | boolean> {
  const choice = readChoice(values, raw);
  if (choice.ok) return choice;
  const boolean = readBoolean(raw);
  return boolean.ok ? boolean : refused(fitsNone([choice.issues, boolean.issues]));
}

function splitList(raw: QueryValue): readonly string[] {
  return typeof raw === 'string' ? raw.split(',') : raw;
}

function readParameter(rule: ParameterRule, raw: QueryValue): ReadParameters<unknown> {
  switch (rule.kind) {
    case 'number':
      return readNumber(rule, raw);
    case 'text':
      return readText(rule, raw);
    case 'choice':
      return readChoice(rule.values, raw);
    case 'strictBoolean':
      return readBoolean(raw);
    case 'truthy':
      return value(raw !== '');
    case 'choiceOrBoolean':
      return readChoiceOrBoolean(rule.values, raw);
    case 'repeat':
      return readRepeat(rule.values, raw);
    case 'choiceList':
      return readEach(splitList(raw), (text) => readChoice(rule.values, text));
    case 'numberList':
      return readEach(splitList(raw), (text) => readNumber({}, text));
    case 'arrayOnly':
      return typeof raw === 'string'
        ? refused(wrongType('array', 'string'))
        : readEach(raw, (text) => (rule.values === undefined ? value(text) : readChoice(rule.values, text)));
    default:
      return refused(wrongType(rule.expected, typeof raw === 'string' ? 'string' : 'array'));
  }
}

function readOrFallback(rule: ParameterRule, raw: QueryValue | undefined): ReadParameters<unknown> {
  if (raw !== undefined) return readParameter(rule, raw);
  return value('fallback' in rule ? rule.fallback : undefined);
}

/**
 * Reads a query by a table of rules and reports every issue at once, as the server's schema library does. Absent keys
 * become `undefined` or the rule's fallback; empty values are values (contract §3).
 */
export function readParameters<const R extends ParameterRules>(
  rules: R,
  query: Query,
): ReadParameters<ParameterValues<R>> {
  const values: Record<string, unknown> = {};
  const issues: Issue[] = [];
  for (const [key, rule] of Object.entries(rules)) {
    const outcome = readOrFallback(rule, Object.hasOwn(query, key) ? query[key] : undefined);
    if (outcome.ok) values[key] = outcome.value;
    else issues.push(...outcome.issues.map((issue) => at(key, issue)));
  }
  // The loop filled one value per rule; the key-by-key type cannot follow it.
  return issues.length === 0 ? value(values as ParameterValues<R>) : refused(...issues);
}
