import { jsonReply, type Reply } from '../../http/reply.js';
import { isFinal } from '../lifecycle/work-status.js';
import type { OrchestrationRequest } from '../route.js';
import { viewWorkflow } from './view-workflow.js';
import type { WaitFor } from './watchers.js';
import type { WorkflowRecord } from './workflow-record.js';
import type { Workshop } from './workshop.js';

/** How a workflow is waited for and shown. */
export interface Hold {
  readonly waitSeconds: number;
  readonly until: WaitFor;
  readonly hideMatureContent: boolean;
}

/** Holds the request for as long as it may be held: 202 for a workflow that was waited for and is still at work. */
export async function holdWorkflow(
  workflow: WorkflowRecord,
  { waitSeconds, until, hideMatureContent }: Hold,
  { gone }: OrchestrationRequest,
  { watchers, blobs, maxWaitMs }: Workshop,
): Promise<Reply> {
  const isPreview = workflow.id === null;
  if (!isPreview) await watchers.wait(workflow, until, Math.min(waitSeconds * 1000, maxWaitMs), gone);
  const isRunning = waitSeconds > 0 && !isPreview && !isFinal(workflow.status);
  return jsonReply(isRunning ? 202 : 200, viewWorkflow(workflow, blobs, { hideMatureContent }));
}
