import { type CallOptions, type CivitaiPromise, ListQuery } from '@civitkit/core/client';
import type { Pipeline, StreamedAnswer } from '@civitkit/core/internal';
import type {
  UpdateWorkflowRequest,
  UpdateWorkflowStepRequest,
  Workflow,
  WorkflowStep,
  WorkflowTemplate,
} from '../generated/types.js';
import { holdLimits } from '../request/hold.js';
import { queryOf } from '../request/query-of.js';
import type { CostPreview } from './cost-preview.js';
import { type ArchiveOptions, openArchive } from './open-archive.js';
import { parseStep, parseWorkflow } from './parse-workflow.js';
import { sendPreview } from './preview-workflow.js';
import { preparePreview } from './submission.js';
import type { GetWorkflowOptions, SubmitOptions } from './submit-options.js';
import { submitWorkflow } from './submit-workflow.js';
import { previewUpdate, sendPatch, sendUpdate } from './update-workflow.js';
import { sendDelete, sendWorkflowRequest } from './workflow-calls.js';
import type { PatchOperation, WorkflowPatch } from './workflow-patch.js';
import { type WorkflowsFilter, type WorkflowsQuery, workflowsList } from './workflows-list.js';

/** Workflows: `generation.workflows`. To submit one and follow it to its end, `generation.run(template)` does more. */
export class WorkflowsClient {
  readonly #pipeline: Pipeline;

  constructor(pipeline: Pipeline) {
    this.#pipeline = pipeline;
  }

  /**
   * Submits a workflow, once: it carries an `externalId`, the template's own or a new one, by which the server knows a
   * repetition and answers with the workflow it has. So a failure on the way is repeated without a second charge. When
   * the call fails all the same, submit again with `error.details.externalId`. An ephemeral workflow is not kept and could
   * not be known again: it is repeated only when it provably never left.
   *
   * The template is read at once and stays as it is. The answer may be a workflow that has ended (with `waitSeconds`), one
   * that still runs, or one submitted earlier with the same `externalId`. A call that your own signal ends rejects with
   * the signal's reason, which tells no key: where that can happen, give one ({@link newExternalId}).
   *
   * @throws PermissionError with code `insufficient_buzz`, or `max_cost_exceeded` before anything is submitted;
   * ValidationError with the server's `issues`
   *
   * @example
   * ```ts
   * import { createOrchestrationClient, steps } from '@civitkit/sdk/client';
   *
   * const { workflows } = createOrchestrationClient();
   * const template = { steps: [steps.textToImage({ prompt: 'a lighthouse at dusk' })] };
   * const workflow = await workflows.submit(template, { maxCost: 20, waitSeconds: 30 });
   * console.log(workflow.id, workflow.externalId, workflow.status, workflow.cost.total);
   * ```
   */
  submit(template: WorkflowTemplate, options: SubmitOptions = {}): CivitaiPromise<Workflow> {
    return submitWorkflow(this.#pipeline, template, options);
  }

  /**
   * Asks what a workflow would cost; nothing runs and nothing is charged. An estimate: see {@link CostPreview}.
   *
   * The template's `externalId` is not sent: the server would keep the estimate under it, and give that as the answer to
   * the real submit.
   *
   * @example
   * ```ts
   * import { createOrchestrationClient, steps } from '@civitkit/sdk/client';
   *
   * const { workflows } = createOrchestrationClient();
   * const { total, charges } = await workflows.preview({ steps: [steps.textToImage({ prompt: 'a cat' })] });
   * console.log(`about ${total} Buzz`, charges);
   * ```
   */
  preview(template: WorkflowTemplate, options: CallOptions = {}): CivitaiPromise<CostPreview> {
    return sendPreview(this.#pipeline, preparePreview('workflows.preview', template), options);
  }

  /**
   * One workflow as it is now, or, with `waitSeconds`, as soon as there is news.
   *
   * @throws NotFoundError also for an ephemeral workflow that has ended, and 30 days after the end of any other
   */
  get(workflowId: string, options: GetWorkflowOptions = {}): CivitaiPromise<Workflow> {
    const { hideMatureContent, until, waitSeconds, ...callOptions } = options;
    const operation = 'workflows.get';
    return sendWorkflowRequest(
      this.#pipeline,
      {
        operation,
        method: 'GET',
        ids: { workflowId },
        query: queryOf({ wait: waitSeconds, until, hideMatureContent }),
        ...holdLimits(operation, waitSeconds, this.#pipeline),
        parser: parseWorkflow,
      },
      callOptions,
    );
  }

  /**
   * Starts a query for the account's workflows, newest first.
   *
   * @example
   * ```ts
   * import { createOrchestrationClient } from '@civitkit/sdk/client';
   *
   * const { workflows } = createOrchestrationClient();
   * const recent = workflows.where({ tags: ['gallery'], excludeFailed: true, fromDate: new Date('2026-11-01') });
   * for await (const workflow of recent.take(50)) console.log(workflow.id, workflow.status);
   * ```
   */
  where(filter: WorkflowsFilter = {}): WorkflowsQuery {
    return new ListQuery<Workflow, WorkflowsFilter>(this.#pipeline, workflowsList).where(filter);
  }

  /** One page of the list as a zip file, streamed: read `body` to its end or `cancel()` it. */
  archive(filter: WorkflowsFilter = {}, options: ArchiveOptions = {}): CivitaiPromise<StreamedAnswer> {
    return openArchive(this.#pipeline, filter, options);
  }

  /**
   * Changes a workflow: its metadata and tags (each replaced as a whole), whether mature content is allowed, the priority
   * of its downloads, or its status, to end it. What may be charged (`allowMatureContent: true`, `downloadPriority`) is
   * not repeated by itself once it may have arrived.
   *
   * @returns the workflow, or `undefined` from a server that answers without it
   */
  update(
    workflowId: string,
    changes: UpdateWorkflowRequest,
    options?: CallOptions,
  ): CivitaiPromise<Workflow | undefined> {
    return sendUpdate(this.#pipeline, 'workflows.update', workflowId, changes, options);
  }

  /** Asks what a change would cost, such as `downloadPriority: 'high'`; nothing is changed. An estimate. */
  previewUpdate(
    workflowId: string,
    changes: UpdateWorkflowRequest,
    options?: CallOptions,
  ): CivitaiPromise<CostPreview> {
    return previewUpdate(this.#pipeline, workflowId, changes, options);
  }

  /** Changes a workflow in several places at once, all or none. See {@link WorkflowPatch}. */
  patch(
    workflowId: string,
    patch: WorkflowPatch | readonly PatchOperation[],
    options?: CallOptions,
  ): CivitaiPromise<void> {
    return sendPatch(this.#pipeline, 'workflows.patch', { workflowId }, patch, options);
  }

  /**
   * Ends a workflow. What has not started is given up and may be refunded.
   *
   * @returns the workflow, or `undefined` from a server that answers without it
   */
  cancel(workflowId: string, options?: CallOptions): CivitaiPromise<Workflow | undefined> {
    return sendUpdate(this.#pipeline, 'workflows.cancel', workflowId, { status: 'canceled' }, options);
  }

  /** Deletes a workflow. What has not started may be refunded. */
  delete(workflowId: string, options?: CallOptions): CivitaiPromise<void> {
    return sendDelete(this.#pipeline, { operation: 'workflows.delete', ids: { workflowId } }, options);
  }

  /** Adds a tag. */
  addTag(workflowId: string, tag: string, options?: CallOptions): CivitaiPromise<void> {
    const operation = 'workflows.addTag';
    if (typeof tag !== 'string') throw new TypeError(`${operation}: tag must be a text, got ${typeof tag}`);
    return sendWorkflowRequest<void>(
      this.#pipeline,
      {
        operation,
        method: 'POST',
        ids: { workflowId },
        below: ['tags'],
        body: tag,
        // Tags are a set.
        idempotent: true,
        answer: 'nothing',
        parser: () => undefined,
      },
      options,
    );
  }

  /** Takes a tag away. */
  removeTag(workflowId: string, tag: string, options?: CallOptions): CivitaiPromise<void> {
    return sendDelete(
      this.#pipeline,
      { operation: 'workflows.removeTag', ids: { workflowId, tag }, below: ['tags'] },
      options,
    );
  }

  /** Takes all tags away. */
  clearTags(workflowId: string, options?: CallOptions): CivitaiPromise<void> {
    return sendDelete(
      this.#pipeline,
      { operation: 'workflows.clearTags', ids: { workflowId }, below: ['tags'] },
      options,
    );
  }

  /** One step of a workflow by its name. */
  getStep(workflowId: string, stepName: string, options?: CallOptions): CivitaiPromise<WorkflowStep> {
    const ids = { workflowId, stepName };
    const request = {
      operation: 'workflows.getStep',
      method: 'GET',
      ids,
      below: ['steps'],
      parser: parseStep,
    } as const;
    return sendWorkflowRequest(this.#pipeline, request, options);
  }

  /** Replaces the metadata of a step. */
  updateStep(
    workflowId: string,
    stepName: string,
    changes: UpdateWorkflowStepRequest,
    options?: CallOptions,
  ): CivitaiPromise<void> {
    return sendWorkflowRequest<void>(
      this.#pipeline,
      {
        operation: 'workflows.updateStep',
        method: 'PUT',
        ids: { workflowId, stepName },
        below: ['steps'],
        body: { ...changes },
        idempotent: true,
        answer: 'nothing',
        parser: () => undefined,
      },
      options,
    );
  }

  /** Changes a step in several places at once, all or none. See {@link WorkflowPatch}. */
  patchStep(
    workflowId: string,
    stepName: string,
    patch: WorkflowPatch | readonly PatchOperation[],
    options?: CallOptions,
  ): CivitaiPromise<void> {
    return sendPatch(this.#pipeline, 'workflows.patchStep', { workflowId, stepName }, patch, options);
  }
}
