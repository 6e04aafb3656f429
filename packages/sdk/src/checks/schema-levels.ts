import { schemaTable } from '../generated/schema-table.js';
import { describe, listAllowed } from './describe.js';
import { didYouMean } from './did-you-mean.js';
import { type Members, own } from './read-json.js';
import type { ObjectRow, SchemaRow, ValueRules } from './schema-table.js';
import {
  filledMembers,
  neededMembers,
  neededTexts,
  proseLimits,
  retiredChoices,
  takenMembers,
} from './server-habits.js';
import type { Walk } from './walk.js';

/** One schema of those that describe an object together. */
interface Level {
  readonly name: string;
  readonly row: ObjectRow;
}

/** The schemas that describe an object, the most general first. */
export interface SchemaLevels {
  readonly levels: readonly Level[];
  /** Whether all of them were found; else a choice is not known, and what hangs on it neither. */
  readonly complete: boolean;
}

/** Follows the choices that an object makes, such as `engine` and then `model`, and reports those that lead nowhere. */
export function resolveLevels(walk: Walk, schema: string, members: Members): SchemaLevels {
  const levels = basesOf(schema);
  for (;;) {
    const last = levels.at(-1);
    const tag = last?.row.t;
    if (last === undefined || tag === undefined) return { levels, complete: last !== undefined };
    const child = choose(walk, last.name, tag, members.get(tag.m));
    const row = child === undefined ? undefined : objectRow(schemaTable[child]);
    if (child === undefined || row === undefined) return { levels, complete: false };
    levels.push({ name: child, row });
  }
}

function basesOf(schema: string): Level[] {
  const levels: Level[] = [];
  for (let name: string | undefined = schema; name !== undefined; ) {
    const row = objectRow(schemaTable[name]);
    if (row === undefined) break;
    levels.unshift({ name, row });
    name = row.b;
  }
  return levels;
}

function objectRow(row: SchemaRow | undefined): ObjectRow | undefined {
  return row !== undefined && 'm' in row ? row : undefined;
}

/** The schema that the value of a tag stands for. */
function choose(walk: Walk, schema: string, tag: NonNullable<ObjectRow['t']>, given: unknown): string | undefined {
  const value = given ?? tag.d;
  const choices = Object.keys(tag.c);
  if (value === undefined) {
    walk.error('missing_member', `${tag.m} is missing; it is one of ${listAllowed(choices)}.`, tag.m);
    return undefined;
  }
  if (typeof value !== 'string') return undefined;
  const child = own(tag.c, value);
  if (child !== undefined) return child;
  const retired = own(own(retiredChoices, schema) ?? {}, value);
  if (retired !== undefined) {
    walk.warn('retired', `${describe(value)} is no longer a ${tag.m}. ${retired}`, tag.m);
    return undefined;
  }
  const message = `${describe(value)} is not a known ${tag.m}.${didYouMean(value, choices)} Known: ${listAllowed(choices)}. What hangs on it was not checked.`;
  walk.warn('unknown_choice', message, tag.m);
  return undefined;
}

/** The rules for a member; the most special schema has the last word. `'tag'` for what chose among them. */
export function memberRules({ levels }: SchemaLevels, member: string): ValueRules | 'tag' | undefined {
  for (let index = levels.length - 1; index >= 0; index -= 1) {
    const level = levels[index];
    if (level === undefined) continue;
    if (level.row.t?.m === member) return 'tag';
    const rules = own(level.row.m, member);
    if (rules === undefined) continue;
    return adjust(level.name, member, rules);
  }
  return undefined;
}

function adjust(schema: string, member: string, rules: ValueRules): ValueRules {
  if (rules.ro === 1 && takes(schema, member)) return { ...rules, ro: undefined };
  const limits = own(own(proseLimits, schema) ?? {}, member);
  if (limits === undefined) return rules;
  const { items, ...length } = limits;
  return { ...rules, ...length, ...(rules.i === undefined ? {} : { i: { ...rules.i, ...items } }) };
}

function takes(schema: string, member: string): boolean {
  return own(takenMembers, schema)?.includes(member) === true;
}

/** Whether a member that is not listed may be there. */
export function takesMore({ levels, complete }: SchemaLevels, member: string): boolean {
  return !complete || levels.some(({ name, row }) => row.o === 1 || takes(name, member));
}

/** The members that may be there. */
export function knownMembers({ levels }: SchemaLevels): readonly string[] {
  return levels.flatMap(({ row }) => [...Object.keys(row.m), ...(row.t === undefined ? [] : [row.t.m])]);
}

/** Reports what is missing: as an error only what the server cannot do without. */
export function checkMissing(walk: Walk, schema: SchemaLevels, members: Members): void {
  for (const { name: level, row } of schema.levels) {
    for (const name of [...(row.r ?? []), ...(row.x ?? [])]) {
      const rules = memberRules(schema, name);
      if (rules === undefined || rules === 'tag' || !isMissing(rules, members.get(name))) continue;
      if (isNeeded(schema, level, name, rules)) {
        walk.error('missing_member', `${name} is missing; the server refuses to do without it.`, name);
      } else if (rules.ro !== 1 && rules.k !== 'boolean' && !filledMembers.includes(name)) {
        walk.warn('missing_member', `${name} is missing; the server is said to want it.`, name);
      }
    }
  }
}

/** Whether a value says no more than nothing would. */
function isMissing(rules: ValueRules, value: unknown): boolean {
  return value === undefined || (value === null && rules.n !== 1 && rules.k !== 'any');
}

/** Whether a null was already reported as missing. */
export function isReported({ levels }: SchemaLevels, name: string, rules: ValueRules, value: unknown): boolean {
  if (value !== null || !isMissing(rules, value)) return false;
  return levels.some(({ row }) => row.r?.includes(name) === true || row.x?.includes(name) === true);
}

function isNeeded({ levels }: SchemaLevels, level: string, name: string, rules: ValueRules): boolean {
  if (own(neededMembers, level)?.includes(name) === true) return true;
  if (!levels.some(({ row }) => row.r?.includes(name) === true)) return false;
  if (name === 'input' && levels[0]?.name === 'WorkflowStepTemplate') return true;
  return rules.k === 'text' && rules.e === undefined && neededTexts.test(name);
}
