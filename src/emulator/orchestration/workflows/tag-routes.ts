import { emptyReply, type Reply } from '../../http/reply.js';
import { readJson } from '../requests/read-json.js';
import { withWorkflow } from '../requests/workflow-route.js';
import type { OrchestrationRequest, OrchestrationRoute } from '../route.js';
import { checkTags } from '../validation/check-tags.js';
import { createErrorMap } from '../validation/error-map.js';
import type { WorkflowRecord } from './workflow-record.js';
import type { Workshop } from './workshop.js';

const PATH = '/v2/consumer/workflows/:workflowId/tags';

function add(workflow: WorkflowRecord, request: OrchestrationRequest): Reply {
  const body = readJson(request);
  if (!body.ok) return body.refusal;
  const errors = createErrorMap();
  checkTags([body.value], 'tag', errors);
  // A tag that is there already is added once.
  const tags = [...new Set([...workflow.tags, body.value])];
  checkTags(tags, 'tags', errors);
  if (!errors.isEmpty) return errors.reply();
  workflow.tags = tags.filter((tag) => typeof tag === 'string');
  return emptyReply(204);
}

/** Adding one tag, and removing one or all; a tag that is not there is no failure. */
export function createTagRoutes(workshop: Workshop): readonly OrchestrationRoute[] {
  const removeWhere = (keep: (tag: string, request: OrchestrationRequest) => boolean): OrchestrationRoute['handle'] =>
    withWorkflow(workshop, (workflow, request) => {
      workflow.tags = workflow.tags.filter((tag) => keep(tag, request));
      return emptyReply(204);
    });
  return [
    { method: 'POST', path: PATH, handle: withWorkflow(workshop, add) },
    { method: 'DELETE', path: `${PATH}/:tag`, handle: removeWhere((tag, { parameters }) => tag !== parameters['tag']) },
    { method: 'DELETE', path: PATH, handle: removeWhere(() => false) },
  ];
}
