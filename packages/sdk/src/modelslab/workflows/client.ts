import type { CallOptions, CivitaiPromise } from '@civitkit/core/client';
import { parseObject } from '@civitkit/core/internal';
import { type Acknowledgement, parseAcknowledgement } from '../answers/acknowledgement.js';
import { pageParser } from '../answers/read-page.js';
import { checkWaitOptions, type WaitOptions } from '../jobs/job-options.js';
import { PolledLife, type PollSurroundings } from '../jobs/polled-life.js';
import type { ModelsLabCalls } from '../request/modelslab-calls.js';
import { type RunIds, readRun } from './read-run.js';
import { type RunStart, RunTask, runCall } from './run-task.js';
import type { ListedWorkflow, WorkflowRunState, WorkflowSchema } from './types.js';
import { ModelsLabWorkflowRun } from './workflow-run.js';

const base = ['v1', 'workflows'] as const;

/** How a run is waited for. */
export interface WorkflowRunOptions extends WaitOptions<WorkflowRunState> {
  /** How long, in milliseconds; `null`, the default, for as long as it takes. */
  readonly timeoutMs?: number | null | undefined;
  /** Further request headers of the start. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/**
 * Workflows that were put together on the website: `modelsLab.workflows`. Ten runs a minute of each are allowed, unless it
 * says otherwise (`rate_limit`).
 */
export class ModelsLabWorkflows {
  readonly #calls: ModelsLabCalls;
  readonly #around: PollSurroundings;

  /** For `ModelsLabClient`. */
  constructor(calls: ModelsLabCalls, around: PollSurroundings) {
    this.#calls = calls;
    this.#around = around;
  }

  /** The workflows of the account. */
  list(options?: CallOptions): CivitaiPromise<readonly ListedWorkflow[]> {
    const parse = pageParser<ListedWorkflow>({ page: 1, perPage: undefined });
    return this.#calls.send(
      { operation: 'workflows.list', method: 'GET', path: base, place: 'header' },
      (json, context) => parse(json, context).items,
      options,
    );
  }

  /** A workflow and what it can be given. */
  get(workflowId: string, options?: CallOptions): CivitaiPromise<WorkflowSchema> {
    return this.#calls.send(
      { operation: 'workflows.get', method: 'GET', path: [...base, workflowId], place: 'header' },
      (json, context) => {
        const answer = parseObject(json, 'workflow', context);
        const { parameters } = answer;
        return { ...answer, parameters: Array.isArray(parameters) ? parameters : [] } as unknown as WorkflowSchema;
      },
      options,
    );
  }

  /**
   * Runs a workflow; the handle is there at once. The parameters are read at once and stay as they are.
   *
   * @throws TypeError, RangeError for mistakes in the arguments
   */
  run(workflowId: string, parameters: object = {}, options: WorkflowRunOptions = {}): ModelsLabWorkflowRun {
    checkWaitOptions('modelslab.workflows.run', options);
    const fixed = JSON.parse(JSON.stringify(parameters)) as object;
    return this.#handle({ workflowId, parameters: fixed, headers: options.headers }, options);
  }

  /** Waits for a run that exists; nothing is asked before somebody waits for it. */
  resume(workflowId: string, executionId: string | number, options: WorkflowRunOptions = {}): ModelsLabWorkflowRun {
    checkWaitOptions('modelslab.workflows.resume', options);
    return this.#handle({ workflowId, executionId: String(executionId) }, options);
  }

  /** How far a run is. A run that failed is told by its `status` here; nothing is thrown. */
  status(workflowId: string, executionId: string | number, options?: CallOptions): CivitaiPromise<WorkflowRunState> {
    const ids = { workflowId, executionId: String(executionId) };
    const call = runCall('workflows.status', ids);
    return this.#calls.send(call, (json, context) => readRun(json, ids, context), options);
  }

  /** Asks the server to end a run. */
  cancel(workflowId: string, executionId: string | number, options?: CallOptions): CivitaiPromise<Acknowledgement> {
    return this.#calls.send(
      {
        operation: 'workflows.cancel',
        path: [...base, workflowId, 'runs', executionId, 'cancel'],
        parameters: {},
        place: 'header',
        // Ending what has ended changes nothing.
        repeatable: true,
      },
      parseAcknowledgement,
      options,
    );
  }

  #handle(run: RunStart | RunIds, options: WorkflowRunOptions): ModelsLabWorkflowRun {
    const { timeoutMs = null } = options;
    const life = new PolledLife(new RunTask(this.#calls, run), { ...options, timeoutMs }, this.#around);
    return new ModelsLabWorkflowRun(life, (ids) => this.cancel(ids.workflowId, ids.executionId));
  }
}
