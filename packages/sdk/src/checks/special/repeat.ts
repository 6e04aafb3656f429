import { quote } from '../describe.js';
import { type Members, readMembers } from '../read-json.js';
import { checkSource } from '../references/check-reference.js';
import type { ValueRules } from '../schema-table.js';
import type { Walk } from '../walk.js';

/** A list of anything: what a loop goes over. */
const anyList: ValueRules = { k: 'list' };

/** The name of a loop's variable, to which its template may refer. */
export function loopVariable(members: Members | undefined): string | undefined {
  const name = membersOf(members?.get('for'))?.get('as');
  return typeof name === 'string' && name !== '' ? name : undefined;
}

/** What a loop goes over: the list of another step, or an argument. */
export function checkLoopSource(walk: Walk, clause: unknown): boolean {
  const members = membersOf(clause);
  const source = members?.get('$ref');
  if (members === undefined || typeof source !== 'string' || source === '') return false;
  if (source === members.get('as') && !walk.scope.positions.has(source)) {
    const message = 'The loop goes over its own variable. Refer to the step whose list is meant.';
    walk.error('reference_cycle', message, '$ref');
  } else checkSource(walk, members, anyList);
  return false;
}

function membersOf(value: unknown): Members | undefined {
  return typeof value === 'object' && value !== null ? readMembers(value) : undefined;
}

export function checkLoopVariable(walk: Walk, name: unknown): boolean {
  if (typeof name !== 'string' || !walk.scope.positions.has(name)) return false;
  walk.warn('duplicate_name', `A step is called ${quote(name)} too; inside the loop it is out of reach. Rename one.`);
  return false;
}
