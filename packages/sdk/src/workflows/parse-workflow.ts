import { type JsonObject, type ParseContext, parseObject, refuseUnmapped } from '@civitkit/core/internal';
import type { Workflow, WorkflowStep } from '../generated/types.js';
import { stepFields, workflowFields } from './workflow-fields.js';

/** Reads a workflow; members and words this release does not know stay in it. */
export function parseWorkflow(json: unknown, context: ParseContext): Workflow {
  return readWorkflow(json, context) as unknown as Workflow;
}

/** Reads a workflow where the answer may also be empty, as that of an update. */
export function parseOptionalWorkflow(json: unknown, context: ParseContext): Workflow | undefined {
  return json === undefined ? undefined : parseWorkflow(json, context);
}

/** Reads one step. */
export function parseStep(json: unknown, context: ParseContext): WorkflowStep {
  const step = parseObject(json, 'status', context);
  refuseUnmapped(step, stepFields, context);
  return step as unknown as WorkflowStep;
}

/** Checks a workflow, for readers that look into it first. */
export function readWorkflow(json: unknown, context: ParseContext): JsonObject {
  const workflow = parseObject(json, 'status', context);
  refuseUnmapped(workflow, workflowFields, context);
  return workflow;
}
