import { quote } from '../describe.js';
import type { Walk } from '../walk.js';

/** The name of a step: references find it by that. */
export function checkStepName(walk: Walk, name: unknown): boolean {
  const { step } = walk;
  // steps inside a loop have names of their own
  if (typeof name !== 'string' || name === '' || step === undefined || walk.inputs > 0) return false;
  const first = walk.scope.positions.get(name);
  if (first !== undefined && first !== step) {
    walk.error('duplicate_name', `Step ${first} is called ${quote(name)} too. Give each step a name of its own.`);
  } else if (name === '$arguments') {
    walk.warn('conflicting_members', 'References read "$arguments" as the workflow\'s arguments. Choose another name.');
  }
  return false;
}
