import { schemaTable } from '../generated/schema-table.js';
import { checkAirName } from './check-air.js';
import { checkNull, checkScalar, refusesNull, reportType } from './check-scalar.js';
import { describe } from './describe.js';
import { countOf, expected } from './expected.js';
import { containerKind, type Members, own, readItems, readMembers, toJson, unreadable } from './read-json.js';
import { checkReference, isReference } from './references/check-reference.js';
import { checkMissing, isReported, memberRules, resolveLevels } from './schema-levels.js';
import type { ValueRules } from './schema-table.js';
import { loopVariable } from './special/repeat.js';
import { specialChecks } from './special/special-checks.js';
import { checkRetired, checkUnlisted } from './unlisted-member.js';
import type { Walk } from './walk.js';

const anything: ValueRules = { k: 'any' };
const text: ValueRules = { k: 'text' };

/** Checks the value that a check begins with, which has to be there. */
export function checkRoot(walk: Walk, rules: ValueRules, value: unknown): void {
  const json = toJson(value, '');
  if (json === null || json === undefined) reportType(walk, rules, describe(json), 'other');
  else checkValue(walk, rules, json);
}

/** Checks a value, already read as `JSON.stringify` would, and all that it contains. */
function checkValue(walk: Walk, rules: ValueRules, value: unknown): void {
  if (!walk.visit()) return;
  if (value === unreadable) reportUnreadable(walk);
  else if (value === null) checkNull(walk, rules);
  else if (typeof value === 'object') checkContainer(walk, rules, value);
  else checkScalar(walk, rules, value);
}

function reportUnreadable(walk: Walk): void {
  walk.error('not_json', 'Reading this throws, and sending it would too. Pass plain data.');
}

function checkContainer(walk: Walk, rules: ValueRules, value: object): void {
  if (!walk.open(value)) return;
  const kind = containerKind(value);
  if (kind === 'list') checkList(walk, rules, readItems(value as readonly unknown[]));
  else if (kind === 'object') checkMembers(walk, rules, readMembers(value));
  else if (kind === 'boxed') checkScalar(walk, rules, value.valueOf());
  else if (kind === 'broken') reportUnreadable(walk);
  else {
    reportForeign(walk, rules, kind);
    // what is sent for it is an empty object
    if (kind !== 'bytes' && mayBeObject(rules)) checkMembers(walk, rules, readMembers(value));
  }
  walk.close();
}

/** What JSON has no form for, and `JSON.stringify` makes something useless of. */
function reportForeign(walk: Walk, rules: ValueRules, kind: 'bytes' | 'Map' | 'Set' | 'Promise'): void {
  const remedies = {
    bytes: 'Upload them as a blob and pass its URL, or pass a data URL.',
    Map: 'Pass Object.fromEntries(…) of it.',
    Set: 'Pass an array.',
    Promise: 'Await it.',
  };
  const found = kind === 'bytes' ? 'Bytes' : `A ${kind}`;
  const message = `${found} means nothing in JSON; ${expected(rules, schemaTable)} is needed. ${remedies[kind]}`;
  walk.report(mayBeObject(rules) ? 'warning' : 'error', 'not_json', message, walk.path());
}

function mayBeObject({ k }: ValueRules): boolean {
  return k === 'any' || k === 'map' || k === 'ref';
}

function checkList(walk: Walk, given: ValueRules, items: readonly unknown[] | undefined): void {
  const rules = listRules(given);
  if (items === undefined) reportUnreadable(walk);
  else if (rules === undefined) reportType(walk, given, describe(items), 'list');
  else {
    const { min = 0, max = Number.POSITIVE_INFINITY } = rules;
    if (items.length < min || items.length > max) {
      walk.error('wrong_count', `The list has ${items.length} items; ${countOf(rules, 'items')} are allowed.`);
    }
    const itemRules = rules.i ?? anything;
    for (const [index, item] of items.entries()) {
      walk.enter(index);
      if (isSent(item)) checkValue(walk, itemRules, item);
      else if (walk.visit()) checkHole(walk, itemRules, item);
      walk.leave();
    }
    if (rules.u === 1) checkDuplicates(walk, items);
  }
}

function listRules(rules: ValueRules): ValueRules | undefined {
  const row = rules.s === undefined ? undefined : schemaTable[rules.s];
  const option = rules.c?.find(({ k }) => k === 'list') ?? (row !== undefined && 'l' in row ? row.l : rules);
  return option.k === 'list' || option.k === 'any' ? option : undefined;
}

function isSent(value: unknown): boolean {
  return value !== undefined && typeof value !== 'function' && typeof value !== 'symbol';
}

/** In a list, null is sent for what is no JSON. */
function checkHole(walk: Walk, rules: ValueRules, item: unknown): void {
  const message = `For ${describe(item)} in a list, null is sent. Take it out.`;
  walk.report(refusesNull(rules) ? 'error' : 'warning', 'not_json', message, walk.path());
}

/** The document asks for different items; the server may as well drop what comes twice. */
function checkDuplicates(walk: Walk, items: readonly unknown[]): void {
  const places = new Map<unknown, number>();
  for (const [index, item] of items.entries()) {
    const first = places.get(item);
    if (first === undefined) places.set(item, index);
    else
      walk.warn(
        'duplicate_item',
        `This is the same as item ${first}, and the items have to differ. Take it out.`,
        index,
      );
  }
}

function checkMembers(walk: Walk, given: ValueRules, members: Members | undefined): void {
  const rules = given.c?.find(({ k }) => k === 'map' || k === 'ref') ?? given;
  const row = rules.s === undefined ? undefined : schemaTable[rules.s];
  if (members === undefined) reportUnreadable(walk);
  else if (walk.inputs > 0 && isReference(members, rules)) {
    checkReference(walk, members, rules.k === 'any' ? undefined : given);
  } else if (rules.k === 'any') checkEach(walk, anything, members);
  else if (rules.k === 'map') checkMap(walk, rules, members);
  else if (row !== undefined && 'm' in row && rules.s !== undefined) checkObject(walk, rules.s, members);
  else reportType(walk, rules, 'an object', 'object');
}

function checkEach(walk: Walk, rules: ValueRules, members: Members): void {
  for (const [name, value] of members) {
    walk.enter(name);
    checkValue(walk, rules, value);
    walk.leave();
  }
}

function checkMap(walk: Walk, rules: ValueRules, members: Members): void {
  const namesAirs = walk.key === 'loras' || walk.key === 'additionalNetworks';
  for (const [name, value] of members) {
    walk.enter(name);
    if (namesAirs) checkAirName(walk, name);
    checkValue(walk, rules.i ?? anything, value);
    walk.leave();
  }
}

function checkObject(walk: Walk, schema: string, members: Members): void {
  const levels = resolveLevels(walk, schema, members);
  checkMissing(walk, levels, members);
  const special = own(specialChecks, schema);
  for (const [name, value] of members) {
    walk.enter(name);
    const rules = memberRules(levels, name);
    if (rules === undefined) {
      checkUnlisted(walk, levels, name);
      checkInput(walk, schema, anything, value);
    } else if (rules === 'tag') {
      // what it chooses was followed already, unless it will be known later only
      if (typeof value !== 'string' && value !== null) checkValue(walk, text, value);
    } else if (!isReported(levels, name, rules, value)) {
      checkRetired(walk, levels, name);
      const isDone = special !== undefined && own(special, name)?.(walk, value, members) === true;
      if (!isDone) checkInput(walk, schema, rules, value, members);
    }
    walk.leave();
  }
}

/** Inside the input of a step, references may stand for values; inside a loop, its variable may be referred to. */
function checkInput(walk: Walk, schema: string, rules: ValueRules, value: unknown, members?: Members): void {
  const isInput = schema === 'WorkflowStepTemplate' && walk.key === 'input';
  const variable = schema === 'RepeatInput' && walk.key === 'template' ? loopVariable(members) : undefined;
  if (isInput) walk.inputs += 1;
  if (variable !== undefined) walk.loopVariables.push(variable);
  if (rules.ro === 1 && value !== null) {
    walk.warn('read_only_member', 'The server fills this in by itself, and may refuse it. Take it out.');
  }
  checkValue(walk, rules, value);
  if (variable !== undefined) walk.loopVariables.pop();
  if (isInput) walk.inputs -= 1;
}
