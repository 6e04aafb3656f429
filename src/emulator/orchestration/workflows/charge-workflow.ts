import { jsonReply, type Reply } from '../../http/reply.js';
import { payingCurrencies } from '../money/paying-currencies.js';
import { problemReply } from '../problem.js';
import { invalid } from '../validation/error-map.js';
import type { WorkflowRecord } from './workflow-record.js';
import type { Workshop } from './workshop.js';

/** How a submit is refused that cannot be paid; three ways have been seen. */
function refusal(required: number, available: number, { lowBalance }: Workshop): Reply {
  const text = `The workflow costs ${required} Buzz and ${available} can be spent on it.`;
  if (lowBalance === 403) return jsonReply(403, text);
  const amounts = { requiredBuzz: required, availableBuzz: available };
  return problemReply(lowBalance, text, lowBalance === 400 ? amounts : {});
}

/** Takes what a workflow costs, or says why it cannot be had. A preview only says what would be taken. */
export function chargeWorkflow(workflow: WorkflowRecord, workshop: Workshop): Reply | undefined {
  const { accounts } = workshop;
  const { id, userId, settings, cost } = workflow;
  const currencies = payingCurrencies(settings.currencies, workflow.allowMatureContent);
  if (currencies.length === 0) return invalid('currencies', 'Mature content can be paid with yellow Buzz only.');
  const charge = { userId, workflowId: id, amount: cost.total, currencies };
  if (id === null) {
    const planned = accounts.plan(charge);
    workflow.transactions = [...(planned ?? [])];
    workflow.insufficientBuzz = planned === undefined;
    return undefined;
  }
  const taken = accounts.charge(charge);
  if (taken === undefined) return refusal(cost.total, accounts.available(userId, currencies), workshop);
  workflow.transactions = [...taken];
  return undefined;
}
