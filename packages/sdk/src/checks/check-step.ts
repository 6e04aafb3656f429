import { checkRoot } from './check-value.js';
import type { Finding } from './finding.js';
import { emptyScope } from './scope.js';
import { Walk } from './walk.js';

/**
 * Looks at one step as {@link checkWorkflow} does. What its references point to is not known here, and not checked.
 *
 * @returns what was found, in the order of the step
 */
export function checkStep(step: unknown): readonly Finding[] {
  const walk = new Walk(emptyScope('step'));
  checkRoot(walk, { k: 'ref', s: 'WorkflowStepTemplate' }, step);
  return walk.findings;
}
