import { isCivitaiError, type Result } from '@civitkit/core/client';
import type { Workflow } from '../generated/types.js';
import type { RunLife } from './run-life.js';
import type { WorkflowProgress } from './workflow-progress.js';

/**
 * A workflow on its way, there as soon as it is asked for: await it for its end, iterate it for its progress, both or
 * neither. What `await` rejects with is a {@link WorkflowError} when the workflow did not succeed.
 *
 * It is read only while somebody awaits or iterates it (or gave `onProgress`); a run that nobody waits for costs its
 * submission and keeps no process alive. Its `id` is all that another process needs to `resume` it.
 *
 * Since a run can be awaited, an `async` function that returns one returns its workflow: return the id, or an object.
 *
 * @example
 * ```ts
 * import { createOrchestrationClient, outputs, steps } from '@civitkit/sdk/client';
 *
 * const generation = createOrchestrationClient();
 * const run = generation.run({ steps: [steps.textToImage({ prompt: 'a lighthouse at dusk' })] }, { maxCost: 20 });
 * console.log((await run.submitted()).id);
 * for await (const { status, progress, queuePosition } of run) console.log(status, progress, queuePosition);
 * for (const { url } of outputs(await run)) console.log(url);
 * ```
 */
export class WorkflowRun implements PromiseLike<Workflow>, AsyncIterable<WorkflowProgress> {
  readonly #life: RunLife;

  /** For `WorkflowRuns`; applications use `generation.run` and `generation.resume`. */
  constructor(life: RunLife) {
    this.#life = life;
  }

  /** The id of the workflow, once it is known: see {@link WorkflowRun.submitted}. */
  get id(): string | undefined {
    return this.#life.workflowId;
  }

  /** How far it was when it was read last. */
  get state(): WorkflowProgress | undefined {
    return this.#life.state;
  }

  /** The workflow as the server first answered with it, long before its end: it has an id now. */
  submitted(): Promise<Workflow> {
    return this.#life.first();
  }

  /**
   * Asks the server to end the workflow. What has not started may be refunded. Asking again asks no second time; a
   * workflow that has ended stays as it is. Awaiting the run rejects then with code `workflow_canceled`.
   */
  cancel(): Promise<void> {
    return this.#life.cancel();
  }

  /** The outcome as data instead of an exception; still rejects for the caller's own cancellation. */
  async asResult(): Promise<Result<Workflow>> {
    try {
      return { ok: true, value: await this.#life.end() };
    } catch (error) {
      if (isCivitaiError(error)) return { ok: false, error };
      throw error;
    }
  }

  // oxlint-disable-next-line unicorn/no-thenable -- to be awaited is what it is for
  then<R = Workflow, F = never>(
    onFulfilled?: ((workflow: Workflow) => R | PromiseLike<R>) | null,
    onRejected?: ((reason: unknown) => F | PromiseLike<F>) | null,
  ): Promise<R | F> {
    return this.#life.end().then(onFulfilled, onRejected);
  }

  /**
   * The progress from now on, beginning with the newest state; ends with the workflow, however it ended, and throws when
   * it cannot be followed any more. Each loop has all of it, as often as it can take it. Leaving a loop leaves the
   * workflow alone.
   */
  [Symbol.asyncIterator](): AsyncIterableIterator<WorkflowProgress, undefined> {
    return this.#life.changes();
  }
}
