import { expected } from './expected.js';
import type { SchemaTable, ValueRules } from './schema-table.js';
import { clampedMembers } from './server-habits.js';
import type { Walk } from './walk.js';

const bits32 = 2 ** 31;

/** A number where one belongs. */
export function checkNumber(walk: Walk, rules: ValueRules, value: number, table: SchemaTable): void {
  const wanted = expected(rules, table);
  if (!Number.isFinite(value)) {
    const message = `${value} is no JSON and would be sent as null; ${wanted} is needed here.`;
    if (rules.n === 1) walk.warn('not_json', message);
    else walk.error('not_json', message);
    return;
  }
  if (rules.k === 'integer' && !Number.isInteger(value)) {
    walk.error('wrong_type', `${value} has a fraction; ${wanted} is needed. Round it.`);
    return;
  }
  const { min, max } = limits(rules);
  if ((min !== undefined && value < min) || (max !== undefined && value > max)) {
    const message = `${value} is out of range; ${expected({ ...rules, min, max }, table)} is allowed.`;
    if (clampedMembers.includes(walk.key)) walk.warn('out_of_range', `${message} The server takes the nearest.`);
    else walk.error('out_of_range', message);
  } else if (rules.k === 'integer' && !Number.isSafeInteger(value)) {
    walk.warn(
      'unsafe_integer',
      'JavaScript does not hold this integer exactly, so another one may be sent. Stay below 2 ** 53.',
    );
  }
}

/** What no range is given for has that of its type on the server. */
function limits(rules: ValueRules): { readonly min: number | undefined; readonly max: number | undefined } {
  if (rules.k !== 'integer') return { min: rules.min, max: rules.max };
  const most = rules.w === 1 ? 2 ** 63 : bits32 - 1;
  return { min: rules.min ?? (rules.w === 1 ? -most : -bits32), max: rules.max ?? most };
}
