import {
  type Answer,
  type CallOptions,
  CivitaiPromise,
  InvalidResponseError,
  isCivitaiError,
} from '@civitkit/core/client';
import { checkCallOptions, type ParseContext, type Pipeline } from '@civitkit/core/internal';
import { mapGenerationError } from '../errors/map-generation-error.js';
import type { Workflow, WorkflowTemplate } from '../generated/types.js';
import { holdLimits } from '../request/hold.js';
import { queryOf } from '../request/query-of.js';
import { checkTemplate } from './check-template.js';
import { readWorkflow } from './parse-workflow.js';
import { refuseAbove } from './preview-workflow.js';
import { preparePreview, prepareSubmission, type Submission } from './submission.js';
import { explainSubmitFailure } from './submit-failure.js';
import type { SubmitOptions } from './submit-options.js';

const operation = 'workflows.submit';

/** Something to be done before the submission is sent; when it fails nothing is. */
type Preliminary = () => Promise<void>;

/** Submits a template, after what was asked to be looked at first; all within the time of one call. */
export function submitWorkflow(
  pipeline: Pipeline,
  template: WorkflowTemplate,
  options: SubmitOptions,
): CivitaiPromise<Workflow> {
  const { check = 'off', hideMatureContent, maxCost, waitSeconds, ...callOptions } = options;
  checkCallOptions(operation, callOptions);
  checkSubmitOptions(options);
  const hold = holdLimits(operation, waitSeconds, pipeline);
  const submission = prepareSubmission(operation, template);
  const { body, ephemeral, externalId, refused } = submission;
  if (refused !== undefined) return new CivitaiPromise(Promise.reject(refused));

  const preliminaries: Preliminary[] = [];
  if (check !== 'off') preliminaries.push(() => checkTemplate(template, check, waitSeconds));
  if (maxCost !== undefined) {
    const limit = { operation, maxCost, externalId, body: preparePreview(operation, template) };
    preliminaries.push(() => refuseAbove(pipeline, limit, callOptions));
  }
  const send = (sendOptions: CallOptions): CivitaiPromise<Workflow> =>
    pipeline.send(
      {
        operation,
        method: 'POST',
        path: ['consumer', 'workflows'],
        query: queryOf({ wait: waitSeconds, hideMatureContent }),
        headers: { 'content-type': 'application/json' },
        rawBody: body,
        // The key makes it so, as long as the server has the workflow to find by it.
        idempotent: !ephemeral,
        mapError: mapGenerationError,
        // An attempt that is given up while it is held could not be made again.
        ...(ephemeral ? { attemptTimeoutMs: null } : hold),
      },
      (json, context) => readSubmitted(json, submission, context),
      sendOptions,
    );
  const submitted = sendAfter(pipeline, preliminaries, send, callOptions);
  return new CivitaiPromise(
    submitted.catch((error: unknown) => {
      const explained = isCivitaiError(error) && error.details?.['externalId'] === undefined;
      throw explained ? explainSubmitFailure(error, submission) : error;
    }),
  );
}

async function sendAfter(
  { clock, timeoutMs }: Pipeline,
  preliminaries: readonly Preliminary[],
  send: (options: CallOptions) => CivitaiPromise<Workflow>,
  options: CallOptions,
): Promise<Answer<Workflow>> {
  if (preliminaries.length === 0) return send(options).withResponse();
  const endsAt = clock.now() + (options.timeoutMs ?? timeoutMs);
  for (const preliminary of preliminaries) await preliminary();
  return send({ ...options, timeoutMs: Math.max(1, endsAt - clock.now()) }).withResponse();
}

function readSubmitted(json: unknown, { ephemeral, externalId }: Submission, context: ParseContext): Workflow {
  const workflow = readWorkflow(json, context);
  const { id } = workflow;
  if (!ephemeral && (id === undefined || id === null || id === '')) {
    const { attempts, requestId, status } = context.response;
    throw new InvalidResponseError(
      `${operation}: the answer has no id, so that it is the estimate of an earlier preview, which somebody sent with ` +
        `the same externalId "${externalId}". Nothing was submitted: submit with another externalId.`,
      { code: 'estimate_returned', attempts, requestId, status, details: { externalId } },
    );
  }
  // A server that does not repeat it leaves the caller without the key all the same.
  workflow['externalId'] ??= externalId;
  return workflow as unknown as Workflow;
}

function checkSubmitOptions({ check, maxCost }: SubmitOptions): void {
  if (check !== undefined && !['error', 'warn', 'off'].includes(check)) {
    throw new TypeError(`${operation}: check must be "error", "warn" or "off", got ${JSON.stringify(check)}`);
  }
  if (maxCost !== undefined && !(typeof maxCost === 'number' && maxCost >= 0)) {
    throw new RangeError(`${operation}: maxCost must be a number of Buzz from 0, got ${String(maxCost)}`);
  }
}
