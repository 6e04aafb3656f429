import { isJsonObject } from '../../http/body-checks.js';
import { emptyReply, type Reply } from '../../http/reply.js';
import { readJson, readPatch } from '../requests/read-json.js';
import { withStep } from '../requests/workflow-route.js';
import type { OrchestrationRequest, OrchestrationRoute } from '../route.js';
import { createErrorMap, invalid } from '../validation/error-map.js';
import { readMembers } from '../validation/read-members.js';
import { applyJsonPatch } from './apply-json-patch.js';
import type { StepRecord } from './workflow-record.js';
import type { Workshop } from './workshop.js';

const PATH = '/v2/consumer/workflows/:workflowId/steps/:stepName';

function setMetadata(step: StepRecord, body: unknown): Reply {
  const errors = createErrorMap();
  if (!isJsonObject(body)) return invalid('$', 'The body must be an object.');
  const metadata = readMembers(body, '', errors).object('metadata');
  if (!errors.isEmpty) return errors.reply();
  if (metadata !== undefined) step.metadata = metadata;
  return emptyReply(204);
}

function put(step: StepRecord, request: OrchestrationRequest): Reply {
  const body = readJson(request);
  return body.ok ? setMetadata(step, body.value) : body.refusal;
}

function patch(step: StepRecord, request: OrchestrationRequest): Reply {
  const body = readPatch(request);
  if (!body.ok) return body.refusal;
  const outcome = applyJsonPatch({ metadata: step.metadata }, body.value);
  return outcome.ok ? setMetadata(step, outcome.value) : outcome.errors.reply();
}

/** `PUT` and `PATCH` of a step, whose metadata is all that can be changed. */
export function createStepRoutes(workshop: Workshop): readonly OrchestrationRoute[] {
  return [
    { method: 'PUT', path: PATH, handle: withStep(workshop, put) },
    { method: 'PATCH', path: PATH, handle: withStep(workshop, patch) },
  ];
}
