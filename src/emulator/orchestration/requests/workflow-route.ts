import type { Reply } from '../../http/reply.js';
import { problemReply } from '../problem.js';
import { findStep } from '../references/reference.js';
import type { OrchestrationRequest } from '../route.js';
import type { StepRecord, WorkflowRecord } from '../workflows/workflow-record.js';
import type { Workshop } from '../workflows/workshop.js';

/** Answers a request about one workflow. */
type WorkflowHandler = (workflow: WorkflowRecord, request: OrchestrationRequest) => Reply | Promise<Reply>;

/** Whose token a request has. Routes that need this are not anonymous. */
export function userOf({ grant }: OrchestrationRequest): number {
  if (grant === null) throw new Error('This route was made anonymous by mistake.');
  return grant.userId;
}

/** Finds the workflow that the path names; other people's are not found either. */
export function withWorkflow(
  { store }: Workshop,
  handle: WorkflowHandler,
): (request: OrchestrationRequest) => Reply | Promise<Reply> {
  return (request) => {
    const id = request.parameters['workflowId'] ?? '';
    const workflow = store.find(userOf(request), id);
    return workflow === undefined ? problemReply(404, `There is no workflow '${id}'.`) : handle(workflow, request);
  };
}

/** Finds the step that the path names, too. */
export function withStep(
  workshop: Workshop,
  handle: (step: StepRecord, request: OrchestrationRequest, workflow: WorkflowRecord) => Reply | Promise<Reply>,
): (request: OrchestrationRequest) => Reply | Promise<Reply> {
  return withWorkflow(workshop, (workflow, request) => {
    const name = request.parameters['stepName'] ?? '';
    const step = workflow.steps[findStep(workflow.steps, name.replace(/^\$/, ''))];
    return step === undefined
      ? problemReply(404, `The workflow has no step '${name}'.`)
      : handle(step, request, workflow);
  });
}
