import { type StepCost, stepCost } from '../money/step-cost.js';
import { downloadPrice, usedResources } from '../money/used-resources.js';
import { workflowCost } from '../money/workflow-cost.js';
import type { CheckedTemplate } from '../validation/check-template.js';
import type { StepRecord, WorkflowRecord } from './workflow-record.js';
import type { Workshop } from './workshop.js';

/** Resources of all steps. */
function resourcesOf(steps: readonly { readonly input: unknown }[]): readonly string[] {
  return [...new Set(steps.flatMap(({ input }) => usedResources(input)))];
}

/** What it costs to fetch what a workflow needs first. */
export function boostPrice(workflow: { readonly steps: readonly { readonly input: unknown }[] }): number {
  return downloadPrice(resourcesOf(workflow.steps));
}

/** What the owners of the resources get, by AIR: so much for each image. */
function feesOf(
  steps: readonly { readonly input: unknown }[],
  costs: readonly StepCost[],
  feeOf: Workshop['feeOf'],
): Readonly<Record<string, number>> {
  const fees = new Map<string, number>();
  for (const [index, { input }] of steps.entries()) {
    const { quantity = 1, batchSize = 1 } = costs[index]?.factors ?? {};
    for (const air of usedResources(input)) {
      const fee = feeOf(air) * quantity * batchSize;
      if (fee > 0) fees.set(air, (fees.get(air) ?? 0) + fee);
    }
  }
  return Object.fromEntries(fees);
}

/** Makes the record of a checked template, with its cost and not yet charged. A preview has no id. */
export function createWorkflow(
  template: CheckedTemplate,
  userId: number,
  { store, feeOf }: Workshop,
  preview: boolean,
): WorkflowRecord {
  const { settings, metadata, tags, allowMatureContent, downloadPriority } = template;
  const { id, createdAt } = store.nextId(userId);
  const costs = template.steps.map(({ type, input }) => stepCost(type, input, settings.arguments));
  const steps = template.steps.map(
    (step, index): StepRecord => ({ ...step, price: costs[index]?.amount ?? 0, status: 'unassigned', jobs: [] }),
  );
  const boost = downloadPriority === undefined ? 0 : boostPrice(template);
  return {
    id: preview ? null : id,
    userId,
    createdAt,
    settings,
    metadata,
    tags,
    ...(allowMatureContent === undefined ? {} : { allowMatureContent }),
    ...(downloadPriority === undefined ? {} : { downloadPriority }),
    status: 'unassigned',
    steps,
    cost: workflowCost({
      steps: costs,
      fixed: boost === 0 ? {} : { downloadPriority: boost },
      tips: settings.tips,
      fees: feesOf(template.steps, costs, feeOf),
      free: settings.tier === 'free',
    }),
    transactions: [],
  };
}
