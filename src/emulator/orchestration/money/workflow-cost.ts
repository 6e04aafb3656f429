import type { StepCost } from './step-cost.js';

/** What a workflow costs, as answers show it. */
export interface WorkflowCost {
  readonly base: number;
  readonly factors: Readonly<Record<string, number>>;
  readonly fixed: Readonly<Record<string, number>>;
  readonly tips: { readonly civitai: number; readonly creators: number };
  /** By AIR. */
  readonly fees: Readonly<Record<string, number>>;
  /** All of it. */
  readonly total: number;
}

/** What a cost is made of. */
export interface CostParts {
  readonly steps: readonly StepCost[];
  readonly fixed: Readonly<Record<string, number>>;
  /** Rates, of what the steps cost. */
  readonly tips: { readonly civitai: number; readonly creators: number };
  readonly fees: Readonly<Record<string, number>>;
  /** Runs for nothing. */
  readonly free: boolean;
}

function sum(amounts: Iterable<number>): number {
  return [...amounts].reduce((total, amount) => total + amount, 0);
}

/**
 * Adds up a workflow. One step shows its own base and factors; of several, `base` is what they cost together, because
 * their factors have no common meaning.
 */
export function workflowCost({ steps, fixed, tips, fees, free }: CostParts): WorkflowCost {
  const amount = sum(steps.map((step) => step.amount));
  const [only] = steps;
  if (free || only === undefined) {
    return { base: 0, factors: {}, fixed: {}, tips: { civitai: 0, creators: 0 }, fees: {}, total: 0 };
  }
  const given = { civitai: Math.round(amount * tips.civitai), creators: Math.round(amount * tips.creators) };
  return {
    base: steps.length === 1 ? only.base : amount,
    factors: steps.length === 1 ? only.factors : {},
    fixed,
    tips: given,
    fees,
    // Fees have halves; Buzz has not.
    total: Math.ceil(amount + sum(Object.values(fixed)) + given.civitai + given.creators + sum(Object.values(fees))),
  };
}
