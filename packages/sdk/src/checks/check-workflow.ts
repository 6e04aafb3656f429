import type { CheckOptions } from './check-options.js';
import { checkRoot } from './check-value.js';
import type { Finding } from './finding.js';
import { checkDependencies } from './references/dependencies.js';
import { readScope } from './scope.js';
import { Walk } from './walk.js';

/**
 * Looks at a workflow before it is submitted, and costs no request: types, ranges, missing and misspelled members, AIRs,
 * references between steps, names, tags, callbacks.
 *
 * An `error` is what the server refuses; everything that it may accept, or that is newer than this release, is at most a
 * `warning`. Unknown kinds of steps pass with one. Takes any value and never throws; the value is not changed.
 *
 * @returns what was found, in the order of the workflow; empty when there is nothing to say
 *
 * @example
 * ```ts
 * import { checkWorkflow } from '@civitkit/sdk/checks';
 *
 * const findings = checkWorkflow({
 *   steps: [{ $type: 'textToImage', input: { prompt: 'a cat', steps: 500 } }],
 * });
 * for (const { path, severity, message } of findings) console.log(severity, path, message);
 * // error /steps/0/input/steps 500 is out of range; a whole number from 1 to 150 is allowed.
 * ```
 */
export function checkWorkflow(template: unknown, options: CheckOptions = {}): readonly Finding[] {
  const walk = new Walk(readScope(template), options);
  checkRoot(walk, { k: 'ref', s: 'WorkflowTemplate' }, template);
  checkDependencies(walk);
  return walk.findings;
}
