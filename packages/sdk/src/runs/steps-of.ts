import { isJsonObject } from '@civitkit/core/internal';
import type { WorkflowStep } from '../generated/types.js';

/** All steps; those that a `repeat` has made come before it, since they say more than it does. */
export function stepsOf(steps: readonly WorkflowStep[]): readonly WorkflowStep[] {
  return steps.flatMap((step) => {
    const output: unknown = step.output;
    const inner: unknown = isJsonObject(output) ? output['steps'] : undefined;
    if (!Array.isArray(inner)) return [step];
    return [...stepsOf(inner.filter((one): one is WorkflowStep => isJsonObject(one) && 'status' in one)), step];
  });
}
