import type { Reply } from '../../http/reply.js';
import { isFinal } from '../lifecycle/work-status.js';
import { payingCurrencies } from '../money/paying-currencies.js';
import { problemReply } from '../problem.js';
import { checkTags } from '../validation/check-tags.js';
import type { ErrorMap } from '../validation/error-map.js';
import { readMembers } from '../validation/read-members.js';
import { boostPrice } from './create-workflow.js';
import { endWorkflow } from './run-workflow.js';
import { payForMature, releaseBlobs } from './settle-workflow.js';
import type { JsonObject, WorkflowRecord } from './workflow-record.js';
import type { Workshop } from './workshop.js';

/** What may be changed of a workflow; what is absent stays. */
export interface WorkflowChange {
  readonly cancel: boolean;
  readonly metadata?: JsonObject;
  readonly tags?: readonly string[];
  readonly allowMatureContent?: boolean;
  readonly boost: boolean;
}

/** Reads a change; members that cannot be changed are ignored. */
export function readChange(body: JsonObject, { release }: Workshop, errors: ErrorMap): WorkflowChange {
  const members = readMembers(body, '', errors);
  const metadata = members.object('metadata');
  const tags = members.list('tags');
  const allowMatureContent = members.flag('allowMatureContent');
  const isBoost = release === 'november' && members.choice('downloadPriority', ['high']) === 'high';
  return {
    cancel: members.choice('status', ['canceled']) === 'canceled',
    boost: isBoost,
    ...(metadata === undefined ? {} : { metadata }),
    ...(tags === undefined ? {} : { tags: checkTags(tags, 'tags', errors) }),
    ...(allowMatureContent === undefined ? {} : { allowMatureContent }),
  };
}

/** What a boost adds to the cost: nothing for one that has been made, or has nothing left to fetch. */
export function priceOfBoost(workflow: WorkflowRecord): number {
  const waits = workflow.status === 'unassigned' || workflow.status === 'preparing';
  return waits && workflow.downloadPriority === undefined ? boostPrice(workflow) : 0;
}

function lowBalance(requiredBuzz: number, availableBuzz: number): Reply {
  return problemReply(400, `This costs ${requiredBuzz} Buzz and ${availableBuzz} can be spent on it.`, {
    requiredBuzz,
    availableBuzz,
  });
}

function boost(workflow: WorkflowRecord, { accounts }: Workshop): Reply | undefined {
  const amount = priceOfBoost(workflow);
  const { userId, id, settings, cost } = workflow;
  const currencies = payingCurrencies(settings.currencies, workflow.allowMatureContent);
  const taken = accounts.charge({ userId, workflowId: id, amount, currencies });
  if (taken === undefined) return lowBalance(amount, accounts.available(userId, currencies));
  workflow.downloadPriority = 'high';
  workflow.transactions = [...workflow.transactions, ...taken];
  workflow.cost = { ...cost, fixed: { ...cost.fixed, downloadPriority: amount }, total: cost.total + amount };
  return undefined;
}

/** Changes a workflow, all of it or nothing; what cannot be paid is refused. Canceling one that is over does nothing. */
export function changeWorkflow(
  workflow: WorkflowRecord,
  change: WorkflowChange,
  workshop: Workshop,
): Reply | undefined {
  const { accounts } = workshop;
  if (change.allowMatureContent === true && !payForMature(workflow, workshop)) {
    return lowBalance(workflow.cost.total, accounts.available(workflow.userId, ['yellow']));
  }
  const refusal = change.boost ? boost(workflow, workshop) : undefined;
  if (refusal !== undefined) return refusal;
  if (change.allowMatureContent !== undefined) workflow.allowMatureContent = change.allowMatureContent;
  if (change.allowMatureContent === true) releaseBlobs(workflow, workshop);
  if (change.metadata !== undefined) workflow.metadata = change.metadata;
  if (change.tags !== undefined) workflow.tags = change.tags;
  if (change.cancel && !isFinal(workflow.status)) {
    endWorkflow(workflow, { status: 'canceled', reason: 'canceled' }, workshop);
  } else workshop.watchers.changed(workflow);
  return undefined;
}
