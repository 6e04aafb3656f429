import { isJsonObject } from '../../http/body-checks.js';
import type { ErrorMap } from '../validation/error-map.js';
import { ARGUMENTS, findStep, type Reference, readPath, splitPath } from './reference.js';
import { findReferences, walkJson } from './walk-json.js';

/** A step as far as references matter. */
interface ReferringStep {
  readonly name: string;
  readonly input: unknown;
}

/** The variables of the repeats in an input; what they refer to is an item, not a step. */
function loopVariables(input: unknown): ReadonlySet<string> {
  const names = new Set<string>();
  walkJson(input, '', (value) => {
    const clause = isJsonObject(value) ? value['for'] : undefined;
    if (isJsonObject(clause) && typeof clause['as'] === 'string') names.add(clause['as'].replace(/^\$/, ''));
  });
  return names;
}

function problemOf(
  reference: Reference,
  index: number,
  steps: readonly ReferringStep[],
  workflowArguments: unknown,
): string | undefined {
  const { source, path } = reference;
  if (splitPath(path) === undefined) return `'${path}' is not a valid path.`;
  if (source === ARGUMENTS) {
    return readPath(workflowArguments, path) === undefined ? `There is no argument '${path}'.` : undefined;
  }
  const target = findStep(steps, source);
  if (target === -1) return `There is no step named '${source}'.`;
  if (target === index) return 'A step cannot refer to itself.';
  return path === 'output' || /^output[.[]/.test(path) ? undefined : `A path into a step must begin with 'output'.`;
}

/** Steps that wait for each other, directly or not. */
function stepsInCycles(needs: readonly ReadonlySet<number>[]): readonly number[] {
  const done = new Set<number>();
  let progress = true;
  while (progress) {
    progress = false;
    for (const [index, targets] of needs.entries()) {
      if (done.has(index) || ![...targets].every((target) => done.has(target))) continue;
      done.add(index);
      progress = true;
    }
  }
  return [...needs.keys()].filter((index) => !done.has(index));
}

/**
 * Checks every reference of a workflow's steps and gives for each step the names of those it must wait for. What is wrong
 * goes into `errors`, at the place of the reference.
 */
export function checkReferences(
  steps: readonly ReferringStep[],
  workflowArguments: unknown,
  errors: ErrorMap,
): readonly (readonly string[])[] {
  const needs = steps.map(({ input }, index) => {
    const targets = new Set<number>();
    const variables = loopVariables(input);
    for (const reference of findReferences(input, `steps[${index}].input`)) {
      if (variables.has(reference.source)) continue;
      const problem = problemOf(reference, index, steps, workflowArguments);
      if (problem !== undefined) errors.add(reference.at, problem);
      else if (reference.source !== ARGUMENTS) targets.add(findStep(steps, reference.source));
    }
    return targets;
  });
  for (const index of stepsInCycles(needs)) errors.add(`steps[${index}]`, 'The steps refer to each other in a circle.');
  return needs.map((targets) => [...targets].map((target) => steps[target]?.name ?? ''));
}
