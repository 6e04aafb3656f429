import { CivitaiError } from '@civitkit/core/client';
import type { CivitaiErrorInit } from '@civitkit/core/internal';
import type { Workflow } from '../generated/types.js';

/** What a moderation said, in one form for all of them. */
export interface ModerationVerdict {
  /** Name of the step. */
  readonly step: string;
  /** Whether it kept something back. */
  readonly blocked: boolean;
  /** Such as `pg13`. */
  readonly nsfwLevel?: string;
  /** What it found: labels, or the policies that were violated. */
  readonly labels: readonly string[];
  readonly blockedReason?: string;
  /** Of a training: `evaluating`, `underReview`, `approved` or `rejected`. */
  readonly moderationStatus?: string;
}

/** What is known of a failure; what is not is left out. */
export interface WorkflowFailure {
  /** Name of the step that failed. */
  readonly step?: string | undefined;
  /** Its kind, such as `textToImage`. */
  readonly stepType?: string | undefined;
  /** Id of the job that failed. */
  readonly job?: string | undefined;
  readonly reason?: string | undefined;
  readonly blockedReason?: string | undefined;
  readonly moderation?: ModerationVerdict | undefined;
}

/**
 * A workflow that was followed did not succeed. `code` says how it ended: `workflow_failed`, `workflow_expired`,
 * `workflow_canceled`, or `workflow_gone` when it cannot be read any more.
 *
 * @example
 * ```ts
 * import { createOrchestrationClient, steps, WorkflowError } from '@civitkit/sdk/client';
 *
 * const generation = createOrchestrationClient();
 * try {
 *   await generation.run({ steps: [steps.textToImage({ prompt: 'a lighthouse at dusk' })] });
 * } catch (error) {
 *   if (!(error instanceof WorkflowError)) throw error;
 *   console.error(error.workflowId, error.step, error.reason, error.blockedReason, error.message);
 * }
 * ```
 */
export class WorkflowError extends CivitaiError implements WorkflowFailure {
  override readonly name = 'WorkflowError';
  /** The workflow as it was read last; not enumerable, so that loggers do not print all of it. */
  declare readonly workflow?: Workflow;
  declare readonly workflowId?: string;
  declare readonly step?: string;
  declare readonly stepType?: string;
  declare readonly job?: string;
  /** Why, in the server's words. Known only where a step's output says it, or webhooks were given as `jobReasons`. */
  declare readonly reason?: string;
  /** Why it was withheld, such as `MatureContent`. */
  declare readonly blockedReason?: string;
  /** What a moderation step of the workflow said. */
  declare readonly moderation?: ModerationVerdict;

  constructor(
    message: string,
    init: CivitaiErrorInit &
      WorkflowFailure & { readonly workflow?: Workflow | undefined; readonly workflowId?: string | undefined },
  ) {
    super(message, init);
    const { blockedReason, job, moderation, reason, step, stepType, workflow, workflowId } = init;
    if (workflowId !== undefined) this.workflowId = workflowId;
    if (step !== undefined) this.step = step;
    if (stepType !== undefined) this.stepType = stepType;
    if (job !== undefined) this.job = job;
    if (reason !== undefined) this.reason = reason;
    if (blockedReason !== undefined) this.blockedReason = blockedReason;
    if (moderation !== undefined) this.moderation = moderation;
    if (workflow !== undefined) Object.defineProperty(this, 'workflow', { value: workflow, enumerable: false });
  }
}
