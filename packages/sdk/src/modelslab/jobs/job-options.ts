import { checkCallOptions } from '@civitkit/core/internal';
import { longestTimerMs } from '../../waiting/longest-timer.js';
import type { ModelsLabProgress } from './job-progress.js';

/** How something is waited for. */
export interface WaitOptions<P> {
  /** Stops the waiting at once; the handle rejects with `signal.reason`. The server goes on with it. */
  readonly signal?: AbortSignal | undefined;
  /**
   * How long, in milliseconds, from the call and waiting for its turn included; `null` for as long as it takes. Default:
   * 5 minutes, or four times the server's estimate where that is more, from when it was sent, or waited for again.
   */
  readonly timeoutMs?: number | null | undefined;
  /** Called for every answer, as iterating the handle would tell it. What it throws ends the waiting. */
  readonly onProgress?: ((progress: P) => void) | undefined;
}

/**
 * How a job is waited for. There is no way to cancel one: aborting stops the waiting, and the job is still made and
 * billed. The handle keeps its `reference`, by which it can be resumed.
 */
export interface JobOptions extends WaitOptions<ModelsLabProgress> {
  /** Further request headers. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/**
 * Checks the options of waiting.
 *
 * @throws TypeError for a value of the wrong kind, RangeError for a number out of range
 */
export function checkWaitOptions<P>(operation: string, options: WaitOptions<P> & Pick<JobOptions, 'headers'>): void {
  const { headers, onProgress, signal, timeoutMs } = options;
  checkCallOptions(operation, {
    ...(headers === undefined ? {} : { headers }),
    ...(signal === undefined ? {} : { signal }),
  });
  if (timeoutMs !== undefined && timeoutMs !== null && !(timeoutMs > 0 && timeoutMs <= longestTimerMs)) {
    throw new RangeError(
      `${operation}: timeoutMs must be null, or a number above 0 and at most ${longestTimerMs}, got ${timeoutMs}`,
    );
  }
  if (onProgress !== undefined && typeof onProgress !== 'function') {
    throw new TypeError(`${operation}: onProgress must be a function`);
  }
}
