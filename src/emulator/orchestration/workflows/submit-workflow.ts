import { isJsonObject } from '../../http/body-checks.js';
import type { Reply } from '../../http/reply.js';
import { readJson } from '../requests/read-json.js';
import { readQuery } from '../requests/read-query.js';
import { userOf } from '../requests/workflow-route.js';
import type { OrchestrationRequest, OrchestrationRoute } from '../route.js';
import { checkTemplate } from '../validation/check-template.js';
import { createErrorMap, invalid } from '../validation/error-map.js';
import { chargeWorkflow } from './charge-workflow.js';
import { createWorkflow } from './create-workflow.js';
import { takeFreeWorkflow } from './free-tier.js';
import { holdWorkflow } from './hold-workflow.js';
import { runWorkflow } from './run-workflow.js';
import type { JsonObject } from './workflow-record.js';
import type { Workshop } from './workshop.js';

/** The longest wait that fits into the server's number. */
export const LONGEST_WAIT_SECONDS = 2_147_483_647;

/** Members that the older release does not know, and so ignores. */
function knownMembers(body: JsonObject, { release }: Workshop): JsonObject {
  if (release === 'november') return body;
  const { tier: _tier, downloadPriority: _downloadPriority, ...known } = body;
  return known;
}

async function submit(request: OrchestrationRequest, workshop: Workshop): Promise<Reply> {
  const errors = createErrorMap();
  const query = readQuery(request.query, errors);
  const waitSeconds = query.whole('wait', 0, LONGEST_WAIT_SECONDS) ?? 0;
  const preview = query.flag('whatif') ?? false;
  const hold = {
    waitSeconds,
    until: 'completion',
    hideMatureContent: query.flag('hideMatureContent') ?? false,
  } as const;
  const body = readJson(request);
  if (!body.ok) return body.refusal;
  if (!isJsonObject(body.value)) return invalid('$', 'The body must be a workflow.');
  const template = checkTemplate(knownMembers(body.value, workshop), waitSeconds > 0 || preview, errors);
  if (!errors.isEmpty) return errors.reply();

  const userId = userOf(request);
  const { externalId } = template.settings;
  // Whatever was submitted under this key is the answer, a preview too: then nothing will ever run.
  const known = externalId === undefined ? undefined : workshop.store.findByExternalId(userId, externalId);
  if (known !== undefined) return holdWorkflow(known, hold, request, workshop);

  const workflow = createWorkflow(template, userId, workshop, preview);
  const refusal = chargeWorkflow(workflow, workshop);
  if (refusal !== undefined) return refusal;
  if (preview) {
    // Only its jobs' places in the queue mean something.
    for (const step of workflow.steps) step.jobs = [{ id: 'preview', status: 'unassigned', cost: 1, precedingJobs: 0 }];
    workshop.store.add(workflow);
  } else {
    const noFreeOne = takeFreeWorkflow(template, userId, workshop);
    if (noFreeOne !== undefined) return noFreeOne;
    runWorkflow(workflow, workshop);
  }
  return holdWorkflow(workflow, hold, request, workshop);
}

/** `POST /v2/consumer/workflows`. */
export function createSubmitRoute(workshop: Workshop): OrchestrationRoute {
  return { method: 'POST', path: '/v2/consumer/workflows', handle: (request) => submit(request, workshop) };
}
