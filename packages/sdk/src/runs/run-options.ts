import { checkCallOptions } from '@civitkit/core/internal';
import { longestTimerMs } from '../waiting/longest-timer.js';
import type { JobReasons } from '../webhooks/job-reasons.js';
import type { SubmitOptions } from '../workflows/submit-options.js';
import type { WorkflowProgress } from './workflow-progress.js';

/** How a workflow is followed. What is about submitting has no meaning for `resume`. */
export interface RunOptions extends Omit<SubmitOptions, 'timeoutMs' | 'waitSeconds'> {
  /**
   * Stops the waiting at once; the run rejects with `signal.reason`. The workflow goes on, see {@link cancelOnAbort}; one
   * whose submission is on its way may exist or not.
   */
  readonly signal?: AbortSignal;
  /**
   * From the call to the end of the workflow, in milliseconds. Afterwards the run rejects with a `TimeoutError` whose
   * `details.workflowId` can be resumed. Default: `null`, as long as the workflow takes; then 30 failed reads in a row end
   * the waiting.
   */
  readonly timeoutMs?: number | null;
  /** Whether `signal` also cancels the workflow, as well as that is possible. `cancel()` says whether it was. Default: false. */
  readonly cancelOnAbort?: boolean;
  /** Resolves with the workflow however it ended, instead of rejecting with a `WorkflowError`. Default: false. */
  readonly resolveOnFailure?: boolean;
  /** Called for every change, as iterating the run would tell it. What it throws ends the waiting and is what it rejects with. */
  readonly onProgress?: (progress: WorkflowProgress) => void;
  /**
   * How many seconds the server may hold the answer to the submit until the workflow ends. Spares quick workflows the
   * second request; the id is known only when the answer is there. Default: 0, and 60 for an ephemeral workflow.
   */
  readonly submitWaitSeconds?: number;
  /** What webhooks have told of failed jobs (`createJobReasons`): the reason of a failure is not in the workflow itself. */
  readonly jobReasons?: Pick<JobReasons, 'reasonsFor'>;
}

/**
 * Checks the options of a run.
 *
 * @throws TypeError for a value of the wrong kind, RangeError for a number out of range
 */
export function checkRunOptions(operation: string, options: RunOptions): void {
  const { headers, maxRetries, onProgress, signal, submitWaitSeconds, timeoutMs } = options;
  checkCallOptions(operation, {
    ...(headers === undefined ? {} : { headers }),
    ...(maxRetries === undefined ? {} : { maxRetries }),
    ...(signal === undefined ? {} : { signal }),
  });
  if (timeoutMs !== undefined && timeoutMs !== null && !(timeoutMs > 0 && timeoutMs <= longestTimerMs)) {
    throw new RangeError(
      `${operation}: timeoutMs must be null, or a number above 0 and at most ${longestTimerMs}, got ${timeoutMs}`,
    );
  }
  if (submitWaitSeconds !== undefined && !(Number.isInteger(submitWaitSeconds) && submitWaitSeconds >= 0)) {
    throw new RangeError(`${operation}: submitWaitSeconds must be a whole number from 0, got ${submitWaitSeconds}`);
  }
  if (onProgress !== undefined && typeof onProgress !== 'function') {
    throw new TypeError(`${operation}: onProgress must be a function`);
  }
}
