import { isMature } from '../blobs/nsfw-levels.js';
import { currenciesPaid, netPaid } from '../money/buzz-accounts.js';
import { payingCurrencies, paysForMature } from '../money/paying-currencies.js';
import { blobsIn } from '../steps/blob-reference.js';
import type { StepRecord, WorkflowRecord } from './workflow-record.js';
import type { Workshop } from './workshop.js';

/** Why blobs are withheld until mature content is paid for. */
const CAN_UPGRADE = 'canUpgrade';

/** A step that came to nothing. What was canceled while it was at work has been worked for. */
function isRefunded({ status, jobs }: StepRecord): boolean {
  if (status === 'canceled') return !jobs.some(({ startedAt }) => startedAt !== undefined);
  return status === 'failed' || status === 'expired';
}

/** Gives back an amount, as far as it was paid. */
function refund(workflow: WorkflowRecord, amount: number, { accounts }: Workshop): void {
  const { userId, id, transactions } = workflow;
  workflow.transactions = [...transactions, ...accounts.refund({ userId, workflowId: id, amount }, transactions)];
}

/** Gives back what the steps cost that came to nothing; everything else too when none of them came to anything. */
export function settleWorkflow(workflow: WorkflowRecord, workshop: Workshop): void {
  const lost = workflow.steps.filter(isRefunded);
  const whole = lost.length === workflow.steps.length;
  const amount = whole ? netPaid(workflow.transactions) : lost.reduce((sum, { price }) => sum + price, 0);
  if (amount > 0) refund(workflow, amount, workshop);
  const { used } = workshop.freeTier;
  if (whole && workflow.settings.tier === 'free') used.set(workflow.userId, (used.get(workflow.userId) ?? 1) - 1);
}

/** Pays a workflow anew with what mature content wants; false, and nothing done, when there is not enough of it. */
export function payForMature(workflow: WorkflowRecord, { accounts }: Workshop): boolean {
  const { userId, id, transactions, settings } = workflow;
  const amount = netPaid(transactions);
  if (paysForMature(currenciesPaid(transactions))) return true;
  const currencies = payingCurrencies(settings.currencies, true);
  // Somebody who named other kinds only can still be upgraded: it is asked for afterwards.
  const charge = {
    userId,
    workflowId: id,
    amount,
    currencies: currencies.length === 0 ? (['yellow'] as const) : currencies,
  };
  if (accounts.available(userId, charge.currencies) < amount) return false;
  const credits = accounts.refund(charge, transactions);
  const debits = accounts.charge(charge) ?? [];
  workflow.transactions = [...transactions, ...credits, ...debits];
  return true;
}

/** Why blobs of this maturity are withheld from a workflow; `undefined` when they are not. */
export function blockedReason(
  workflow: WorkflowRecord,
  nsfwLevel: string | undefined,
  workshop: Workshop,
): string | undefined {
  if (!isMature(nsfwLevel) || workflow.allowMatureContent === true) return undefined;
  if (workflow.allowMatureContent === false) return 'MatureContent';
  if (paysForMature(currenciesPaid(workflow.transactions))) return undefined;
  return workflow.settings.upgradeMode === 'automatic' && payForMature(workflow, workshop) ? undefined : CAN_UPGRADE;
}

/** Lets go of what was withheld until mature content is paid for. */
export function releaseBlobs({ steps }: WorkflowRecord, { blobs }: Workshop): void {
  const all = steps.flatMap((step) => [step, ...(step.iterations ?? [])]);
  for (const blobId of all.flatMap(({ output }) => blobsIn(output))) {
    const content = blobs.read(blobId);
    if (content?.blockedReason !== CAN_UPGRADE) continue;
    const { blockedReason: _reason, ...free } = content;
    blobs.put(free, blobId);
  }
}
