import { isJsonObject } from '@civitkit/core/internal';
import type { Workflow, WorkflowStep } from '../generated/types.js';

/** The steps of a workflow; of one that some server sent without them, none. */
export function stepsOf({ steps }: { readonly steps?: Workflow['steps'] | null }): readonly WorkflowStep[] {
  return steps ?? [];
}

/** All steps; those that a `repeat` has made come before it, since they say more than it does. */
export function allSteps(steps: readonly WorkflowStep[]): readonly WorkflowStep[] {
  return steps.flatMap((step) => {
    const output: unknown = step.output;
    const inner: unknown = isJsonObject(output) ? output['steps'] : undefined;
    if (!Array.isArray(inner)) return [step];
    return [...allSteps(inner.filter((one): one is WorkflowStep => isJsonObject(one) && 'status' in one)), step];
  });
}
