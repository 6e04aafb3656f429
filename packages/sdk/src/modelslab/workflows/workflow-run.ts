import { PolledHandle } from '../jobs/polled-handle.js';
import type { PolledLife } from '../jobs/polled-life.js';
import type { WorkflowRunResult, WorkflowRunState } from './types.js';

const ended: ReadonlySet<string> = new Set(['completed', 'failed', 'cancelled']);

/**
 * A run of a workflow on its way, there as soon as it is asked for: await it for what it makes, iterate it for its
 * progress, both or neither. Awaiting it rejects with a `ModelsLabJobError` when it failed or was cancelled.
 *
 * Its `workflowId` and `executionId` are all that another process needs to `resume` it. Since a run can be awaited, an
 * `async` function that returns one returns its result: return the ids, or an object.
 *
 * @example
 * ```ts
 * import { createModelsLabClient } from '@civitkit/sdk/modelslab/client';
 *
 * using modelsLab = createModelsLabClient();
 * const run = modelsLab.workflows.run('0b6f7a3e-9f55-4b1a-9f0e-4a1d7e1c2d33', { prompt: 'a harbour poster' });
 * for await (const { status, steps } of run) console.log(status, steps.length);
 * for (const output of (await run).outputs) await modelsLab.outputs.save(output, 'pictures/');
 * ```
 */
export class ModelsLabWorkflowRun extends PolledHandle<WorkflowRunResult, WorkflowRunState> {
  readonly #life: PolledLife<WorkflowRunResult, WorkflowRunState>;
  readonly #cancel: (ids: WorkflowRunState) => PromiseLike<unknown>;
  #cancelling: Promise<void> | undefined;

  /** For `ModelsLabWorkflows`. */
  constructor(
    life: PolledLife<WorkflowRunResult, WorkflowRunState>,
    cancel: (ids: WorkflowRunState) => PromiseLike<unknown>,
  ) {
    super(life);
    this.#life = life;
    this.#cancel = cancel;
  }

  get workflowId(): string {
    return this.state.workflowId;
  }

  /** Once it is known: see {@link ModelsLabWorkflowRun.submitted}. */
  get executionId(): string | undefined {
    return this.state.executionId === '' ? undefined : this.state.executionId;
  }

  /** That the server has taken it, long before its end: it has an id now. Rejects with what it was refused with. */
  submitted(): Promise<WorkflowRunState> {
    return this.#life.first();
  }

  /**
   * Asks the server to end the run. Asking again asks no second time, unless it failed; a run that has ended stays as it
   * is. Awaiting the run rejects then with code `job_canceled`.
   */
  cancel(): Promise<void> {
    this.#cancelling ??= this.#end().catch((error: unknown) => {
      this.#cancelling = undefined;
      throw error;
    });
    return this.#cancelling;
  }

  async #end(): Promise<void> {
    const known = this.executionId === undefined ? await this.submitted() : this.state;
    if (ended.has(this.state.status)) return;
    await this.#cancel(known);
    this.#life.hurry();
  }
}
