import type { CallOptions, CivitaiPromise } from '@civitkit/core/client';
import type { Pipeline } from '@civitkit/core/internal';
import type { UpdateWorkflowRequest, Workflow } from '../generated/types.js';
import { queryOf } from '../request/query-of.js';
import { type CostPreview, parseCostPreview } from './cost-preview.js';
import { parseOptionalWorkflow } from './parse-workflow.js';
import { sendWorkflowRequest } from './workflow-calls.js';
import { isRepeatable, type PatchOperation, type WorkflowPatch } from './workflow-patch.js';

/** What tells the server that a body is a JSON Patch; it takes nothing else with PATCH. */
const patchType = { 'content-type': 'application/json-patch+json' };

/** Changes members of a workflow. */
export function sendUpdate(
  pipeline: Pipeline,
  operation: string,
  workflowId: string,
  changes: UpdateWorkflowRequest,
  options: CallOptions | undefined,
): CivitaiPromise<Workflow | undefined> {
  return sendWorkflowRequest(
    pipeline,
    {
      operation,
      method: 'PUT',
      ids: { workflowId },
      body: { ...changes },
      // What may be charged is not sent twice unasked.
      idempotent: changes.allowMatureContent !== true && changes.downloadPriority === undefined,
      answer: 'optional',
      parser: parseOptionalWorkflow,
    },
    options,
  );
}

/** Asks what a change would cost. */
export function previewUpdate(
  pipeline: Pipeline,
  workflowId: string,
  changes: UpdateWorkflowRequest,
  options: CallOptions | undefined,
): CivitaiPromise<CostPreview> {
  return sendWorkflowRequest(
    pipeline,
    {
      operation: 'workflows.previewUpdate',
      method: 'PUT',
      ids: { workflowId },
      query: queryOf({ whatif: true }),
      body: { ...changes },
      idempotent: true,
      parser: parseCostPreview,
    },
    options,
  );
}

/** Patches a workflow, or one of its steps. */
export function sendPatch(
  pipeline: Pipeline,
  operation: string,
  ids: Readonly<Record<string, string>>,
  patch: WorkflowPatch | readonly PatchOperation[],
  options: CallOptions | undefined,
): CivitaiPromise<void> {
  const operations = 'operations' in patch ? patch.operations : [...patch];
  return sendWorkflowRequest<void>(
    pipeline,
    {
      operation,
      method: 'PATCH',
      ids,
      below: 'stepName' in ids ? ['steps'] : [],
      headers: patchType,
      body: operations,
      idempotent: isRepeatable(operations),
      answer: 'nothing',
      parser: () => undefined,
    },
    options,
  );
}
