import { isJsonObject } from '../../http/body-checks.js';
import { emptyReply, jsonReply, type Reply } from '../../http/reply.js';
import { readJson, readPatch } from '../requests/read-json.js';
import { readQuery } from '../requests/read-query.js';
import { withWorkflow } from '../requests/workflow-route.js';
import type { OrchestrationRequest, OrchestrationRoute } from '../route.js';
import { createErrorMap, invalid } from '../validation/error-map.js';
import { applyJsonPatch } from './apply-json-patch.js';
import { changeWorkflow, priceOfBoost, readChange } from './change-workflow.js';
import { endWorkflow } from './run-workflow.js';
import { viewWorkflow } from './view-workflow.js';
import type { WorkflowRecord } from './workflow-record.js';
import type { Workshop } from './workshop.js';

const PATH = '/v2/consumer/workflows/:workflowId';

function put(workflow: WorkflowRecord, request: OrchestrationRequest, workshop: Workshop): Reply {
  const errors = createErrorMap();
  const preview = readQuery(request.query, errors).flag('whatif') ?? false;
  const body = readJson(request);
  if (!body.ok) return body.refusal;
  if (!isJsonObject(body.value)) return invalid('$', 'The body must be an object.');
  const change = readChange(body.value, workshop, errors);
  if (!errors.isEmpty) return errors.reply();
  const view = (): Reply => jsonReply(200, viewWorkflow(workflow, workshop.blobs, { hideMatureContent: false }));
  if (workshop.release === 'november' && preview) return previewOf(workflow, change.boost, workshop);
  const refusal = changeWorkflow(workflow, change, workshop);
  if (refusal !== undefined) return refusal;
  return workshop.release === 'november' ? view() : emptyReply(204);
}

/** The workflow as it would be, with its cost as it would be. */
function previewOf(workflow: WorkflowRecord, boosted: boolean, { blobs, accounts }: Workshop): Reply {
  const amount = boosted ? priceOfBoost(workflow) : 0;
  const { cost, userId } = workflow;
  const fixed = amount === 0 ? cost.fixed : { ...cost.fixed, downloadPriority: amount };
  const insufficientBuzz = accounts.available(userId, ['blue', 'green', 'yellow']) < amount;
  const changed = { ...workflow, cost: { ...cost, fixed, total: cost.total + amount }, insufficientBuzz };
  return jsonReply(200, viewWorkflow(changed, blobs, { hideMatureContent: false }));
}

function patch(workflow: WorkflowRecord, request: OrchestrationRequest, workshop: Workshop): Reply {
  const body = readPatch(request);
  if (!body.ok) return body.refusal;
  const { status, metadata, tags, allowMatureContent = null } = workflow;
  const outcome = applyJsonPatch({ status, metadata, tags, allowMatureContent }, body.value);
  if (!outcome.ok) return outcome.errors.reply();
  const errors = createErrorMap();
  // What the patch left as it was is no change; a workflow cannot be given its own status.
  const { status: wanted, ...others } = outcome.value;
  const change = readChange(wanted === status ? others : outcome.value, workshop, errors);
  if (!errors.isEmpty) return errors.reply();
  const isSame = change.allowMatureContent === workflow.allowMatureContent;
  const { allowMatureContent: _same, ...without } = change;
  return changeWorkflow(workflow, isSame ? without : change, workshop) ?? emptyReply(204);
}

function remove(workflow: WorkflowRecord, workshop: Workshop): Reply {
  endWorkflow(workflow, { status: 'canceled', reason: 'canceled' }, workshop);
  workflow.deletedAt = Date.now();
  return emptyReply(204);
}

/** `PUT`, `PATCH` and `DELETE` of a workflow. */
export function createChangeRoutes(workshop: Workshop): readonly OrchestrationRoute[] {
  return [
    { method: 'PUT', path: PATH, handle: withWorkflow(workshop, (one, request) => put(one, request, workshop)) },
    { method: 'PATCH', path: PATH, handle: withWorkflow(workshop, (one, request) => patch(one, request, workshop)) },
    { method: 'DELETE', path: PATH, handle: withWorkflow(workshop, (one) => remove(one, workshop)) },
  ];
}
