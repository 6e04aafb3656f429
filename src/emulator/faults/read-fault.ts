import { isJsonObject } from '../http/body-checks.js';
import type { Fault, FaultMatch, FaultRule } from './fault.js';
import { describeGrammar, FAULT_FORMS, type FaultForm, type FieldRule, headerName } from './fault-grammar.js';

/** A fault text or JSON rule that cannot be understood; the message says why and how it should look. */
export class FaultGrammarError extends Error {
  override readonly name: string = 'FaultGrammarError';
}

function fail(problem: string): never {
  throw new FaultGrammarError(`${problem}\n${describeGrammar()}`);
}

function isFaultKind(kind: string): kind is Fault['kind'] {
  return Object.hasOwn(FAULT_FORMS, kind);
}

function checkField(label: string, rule: FieldRule, value: unknown): void {
  if (rule.type === 'whole') {
    if (typeof value === 'number' && Number.isInteger(value) && value >= rule.min && value <= rule.max) return;
    fail(`${label} must be a whole number from ${rule.min} to ${rule.max}.`);
  }
  if (typeof value !== 'string' || value === '') fail(`${label} must be a text.`);
  if (rule.type === 'choice' && !rule.values.includes(value)) fail(`${label} must be ${rule.values.join(' or ')}.`);
}

/** Checks the fields of one fault by its form; `kind` must be known already. */
function assembleFault(kind: Fault['kind'], form: FaultForm, fields: Readonly<Record<string, unknown>>): Fault {
  for (const [field, value] of Object.entries(fields)) {
    const rule = Object.hasOwn(form.fields, field) ? form.fields[field] : undefined;
    if (rule === undefined) fail(`The fault ${kind} has no option ${field}.`);
    else checkField(`${kind}.${field}`, rule, value);
  }
  for (const [field, rule] of Object.entries(form.fields)) {
    if (rule.required === true && !Object.hasOwn(fields, field)) fail(`The fault ${kind} needs ${field}.`);
  }
  // The table of forms lists the fields of each kind of Fault, and every one was checked by it.
  return { kind, ...fields } as Fault;
}

function splitPair(text: string): readonly [string, string | undefined] {
  const mark = text.indexOf('=');
  return mark === -1 ? [text.trim(), undefined] : [text.slice(0, mark).trim(), text.slice(mark + 1).trim()];
}

function convert(rule: FieldRule | undefined, text: string): unknown {
  return rule?.type === 'whole' && /^\d+$/.test(text) ? Number(text) : text;
}

/** Reads the header form, such as `status=503; retry-after=2`. */
export function readFaultHeader(text: string): Fault {
  const [first = '', ...rest] = text.split(';');
  const [name, mainValue] = splitPair(first);
  const kind = Object.keys(FAULT_FORMS).find((key) => headerName(key) === name);
  if (kind === undefined || !isFaultKind(kind)) return fail(`Unknown fault "${name}".`);
  const form = FAULT_FORMS[kind];
  const fields: Record<string, unknown> = {};
  if (mainValue !== undefined) {
    if (form.mainField === undefined) return fail(`The fault ${name} takes no value.`);
    fields[form.mainField] = convert(form.fields[form.mainField], mainValue);
  }
  for (const part of rest) {
    const [option, value] = splitPair(part);
    const field = Object.keys(form.fields).find((key) => headerName(key) === option && key !== form.mainField);
    if (field === undefined || value === undefined) return fail(`The fault ${name} has no option "${part.trim()}".`);
    if (Object.hasOwn(fields, field)) return fail(`The option "${option}" is given twice.`);
    fields[field] = convert(form.fields[field], value);
  }
  return assembleFault(kind, form, fields);
}

function readFault(value: unknown): Fault {
  if (!isJsonObject(value)) return fail('"fault" must be an object.');
  const { kind, ...fields } = value;
  if (typeof kind !== 'string') return fail('"fault.kind" must be a text.');
  if (!isFaultKind(kind)) return fail(`Unknown fault "${kind}".`);
  return assembleFault(kind, FAULT_FORMS[kind], fields);
}

function readPattern(source: string): RegExp {
  try {
    return new RegExp(source, 'u');
  } catch {
    return fail('"match.pathPattern" must be a regular expression.');
  }
}

function readMatch(value: unknown): FaultMatch {
  if (!isJsonObject(value)) return fail('"match" must be an object.');
  const { method, path, pathPattern, ...others } = value;
  const unknown = Object.keys(others)[0];
  if (unknown !== undefined) return fail(`"match" has no member "${unknown}".`);
  for (const [name, text] of Object.entries({ method, path, pathPattern })) {
    if (text !== undefined && (typeof text !== 'string' || text === '')) return fail(`"match.${name}" must be a text.`);
  }
  if (path !== undefined && pathPattern !== undefined)
    return fail('Give "match.path" or "match.pathPattern", not both.');
  return {
    ...(typeof method === 'string' ? { method } : {}),
    ...(typeof path === 'string' ? { path } : {}),
    ...(typeof pathPattern === 'string' ? { path: readPattern(pathPattern) } : {}),
  };
}

/**
 * Reads the JSON form: `{ "match"?: { "method"?, "path"? | "pathPattern"? }, "times"?, "fault": { "kind", … } }`, where
 * `path` is a prefix and `pathPattern` the text of a regular expression.
 */
export function readFaultRule(value: unknown): FaultRule {
  if (!isJsonObject(value)) return fail('A rule must be a JSON object.');
  const { match, times, fault, ...others } = value;
  const unknown = Object.keys(others)[0];
  if (unknown !== undefined) return fail(`A rule has no member "${unknown}".`);
  if (times !== undefined && (typeof times !== 'number' || !Number.isInteger(times) || times < 1)) {
    return fail('"times" must be a whole number from 1.');
  }
  return {
    ...(match === undefined ? {} : { match: readMatch(match) }),
    ...(typeof times === 'number' ? { times } : {}),
    fault: readFault(fault),
  };
}
