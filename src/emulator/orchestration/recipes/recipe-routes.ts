import { jsonReply, type Reply } from '../../http/reply.js';
import { isFinal } from '../lifecycle/work-status.js';
import { problemReply } from '../problem.js';
import { readJson } from '../requests/read-json.js';
import { readQuery } from '../requests/read-query.js';
import { userOf } from '../requests/workflow-route.js';
import type { OrchestrationRequest, OrchestrationRoute } from '../route.js';
import { showBlobs } from '../steps/blob-reference.js';
import { readMarkers } from '../steps/markers.js';
import { makeOutput } from '../steps/step-output.js';
import { STEP_RULES } from '../steps/step-rules.js';
import { checkTemplate } from '../validation/check-template.js';
import { createErrorMap } from '../validation/error-map.js';
import { chargeWorkflow } from '../workflows/charge-workflow.js';
import { createWorkflow } from '../workflows/create-workflow.js';
import { takeFreeWorkflow } from '../workflows/free-tier.js';
import { runWorkflow } from '../workflows/run-workflow.js';
import { viewOutput } from '../workflows/view-step.js';
import type { WorkflowRecord } from '../workflows/workflow-record.js';
import type { Workshop } from '../workflows/workshop.js';

const FOR_EVER_MS = Number.POSITIVE_INFINITY;

/** Errors of a recipe are about its input, which is its body. */
function withoutStep(path: string): string {
  return path.replace(/^steps\[0\]\.(?:input\.?)?/, '') || '$';
}

/** Why there is no output, as far as the job said. */
function failureOf({ status, steps }: WorkflowRecord): Reply {
  const reason = steps[0]?.jobs.at(-1)?.reason;
  return problemReply(400, `The recipe has ${status}${reason === undefined ? '.' : `: ${reason}`}`);
}

async function invoke(type: string, request: OrchestrationRequest, workshop: Workshop): Promise<Reply> {
  const errors = createErrorMap();
  const query = readQuery(request.query, errors);
  const [preview, ephemeral] = [query.flag('whatif') ?? false, query.flag('ephemeral')];
  const [allowMatureContent, experimental] = [query.flag('allowMatureContent'), query.flag('experimental')];
  const tier = workshop.release === 'november' ? query.text('tier') : undefined;
  const body = readJson(request);
  if (!body.ok) return body.refusal;
  const steps = [{ $type: type, input: body.value }];
  const found = createErrorMap(withoutStep);
  const template = checkTemplate({ steps, allowMatureContent, experimental, ephemeral, tier }, true, found);
  if (!errors.isEmpty) return errors.reply();
  if (!found.isEmpty) return found.reply();

  const workflow = createWorkflow(template, userOf(request), workshop, preview);
  const refusal = chargeWorkflow(workflow, workshop);
  if (refusal !== undefined) return refusal;
  if (preview) return jsonReply(200, describe(type, body.value, workshop));
  const noFreeOne = takeFreeWorkflow(template, workflow.userId, workshop);
  if (noFreeOne !== undefined) return noFreeOne;
  const ended = workshop.watchers.wait(workflow, 'completion', FOR_EVER_MS, request.gone);
  runWorkflow(workflow, workshop);
  await ended;
  const [step] = workflow.steps;
  if (step === undefined || workflow.status !== 'succeeded') {
    return isFinal(workflow.status) ? failureOf(workflow) : problemReply(499, 'The client has left.');
  }
  return jsonReply(200, viewOutput(step, workshop.blobs, { hideMatureContent: false }));
}

/** What a preview of a recipe answers: the output's shape, with blobs that are not there. */
function describe(type: string, input: unknown, { blobs, media }: Workshop): unknown {
  if (type === 'repeat') return { steps: [] };
  const output = makeOutput(type, input, { blobs, media, markers: readMarkers(input), jobIds: [], preview: true });
  return showBlobs(output, blobs, { hideMatureContent: false });
}

/** The recipes: one route a step type. Each holds its request to the end and answers nothing but the step's output. */
export function createRecipeRoutes(workshop: Workshop): readonly OrchestrationRoute[] {
  return Object.keys(STEP_RULES).map((type) => ({
    method: 'POST',
    path: `/v2/consumer/recipes/${type}`,
    handle: (request) => invoke(type, request, workshop),
  }));
}
