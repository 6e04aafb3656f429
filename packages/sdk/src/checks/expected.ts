import { listAllowed } from './describe.js';
import type { SchemaTable, ValueRules } from './schema-table.js';

const names: Readonly<Record<ValueRules['k'], string>> = {
  text: 'a text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  list: 'a list',
  map: 'an object',
  any: 'any value',
  ref: 'an object',
  choice: 'one of several',
};

/** What the rules want, for a message. */
export function expected(rules: ValueRules, table: SchemaTable): string {
  if (rules.c !== undefined) return rules.c.map((option) => expected(option, table)).join(', or ');
  const row = rules.s === undefined ? undefined : table[rules.s];
  const values = row !== undefined && 'e' in row ? row.e : rules.e;
  if (values !== undefined) return `one of ${listAllowed(values)}`;
  if (rules.k === 'map' && rules.i !== undefined && rules.i.k !== 'any') {
    return `an object with ${expected(rules.i, table)} for each name`;
  }
  return rules.k === 'integer' || rules.k === 'number' ? `${names[rules.k]}${span(rules)}` : names[rules.k];
}

/** ` from 1 to 150`, as far as it is known. */
function span({ min, max }: ValueRules): string {
  if (min !== undefined && max !== undefined) return ` from ${min} to ${max}`;
  if (min !== undefined) return ` of at least ${min}`;
  return max === undefined ? '' : ` of at most ${max}`;
}

/** `1 to 10 items`, as far as it is known. */
export function countOf({ min = 0, max }: ValueRules, unit: string): string {
  if (max === undefined) return `at least ${min} ${unit}`;
  return min === 0 ? `at most ${max} ${unit}` : `${min} to ${max} ${unit}`;
}
