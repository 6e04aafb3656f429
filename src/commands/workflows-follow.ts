import { isCivitaiError, systemClock, TimeoutError } from '@civitkit/core/client';
import { type RunOptions, type Workflow, WorkflowError, type WorkflowRun } from '@civitkit/sdk/client';
import type { CommandIo } from '../command-io.js';
import { CommandFailure } from '../exit-code.js';
import { exitCodeOf } from '../exit-code-of.js';
import { interrupted } from '../interrupted.js';
import { createProgress } from '../output/progress.js';
import { WorkflowBoard } from '../output/progress-workflow.js';

/** How a workflow is followed on the command line. */
export interface FollowOptions {
  readonly io: CommandIo;
  /** What Ctrl-C aborts. */
  readonly stop: AbortSignal;
  /** Seconds. */
  readonly timeout?: number | undefined;
  readonly quiet?: boolean | undefined;
  readonly cancelOnInterrupt?: boolean | undefined;
}

/** A workflow that has ended. */
export interface FollowedWorkflow {
  readonly workflow: Workflow;
  /** Why it did not succeed. */
  readonly failure?: WorkflowError;
}

/**
 * Follows a workflow to its end and shows how far it is. A signal ends the following and not the workflow, unless it was
 * told to: that is said, with how to go on.
 *
 * @param start - begins the run with the options it is given
 */
export async function followWorkflow(
  start: (options: RunOptions) => WorkflowRun,
  options: FollowOptions,
): Promise<FollowedWorkflow> {
  const { io, quiet, stop, timeout } = options;
  const progress = createProgress(io, { clock: systemClock, quiet });
  const board = new WorkflowBoard(progress);
  const leaving = new AbortController();
  const run = start({
    signal: leaving.signal,
    ...(timeout === undefined || timeout === 0 ? {} : { timeoutMs: timeout * 1000 }),
    onProgress: (state) => board.show(state),
  });
  let left: Promise<string> | undefined;
  const leave = (): void => {
    // The cursor first: a second signal ends the process where it is.
    progress.close();
    left ??= leaveWorkflow(run, options).finally(() => leaving.abort(stop.reason));
    left.catch(() => undefined);
  };
  if (stop.aborted) leave();
  stop.addEventListener('abort', leave, { once: true });
  try {
    return { workflow: await run };
  } catch (error) {
    // What else ends it is not the signal's doing, even if there was one.
    if (left !== undefined && isLeaving(error, stop.reason)) throw interrupted(stop.reason, await left);
    if (error instanceof WorkflowError && error.workflow !== undefined) {
      return { workflow: error.workflow, failure: error };
    }
    throw withHint(error, run.id, timeout);
  } finally {
    stop.removeEventListener('abort', leave);
    progress.close();
  }
}

/** What is to be said when a signal has come. */
async function leaveWorkflow(run: WorkflowRun, { cancelOnInterrupt, io }: FollowOptions): Promise<string> {
  if (run.id === undefined) {
    io.err('The workflow is being submitted; once its id is known, this ends. Once more, and it ends now.');
    const submitted = await run.submitted().catch(() => undefined);
    if (submitted === undefined) return 'No workflow was confirmed.';
    if (typeof submitted.id !== 'string') return 'The workflow is ephemeral: it goes on, and what it makes is lost.';
  }
  const id = String(run.id);
  if (cancelOnInterrupt !== true) return goesOn(id);
  try {
    await run.cancel();
    return `Workflow ${id} was canceled. What had not started may be refunded.`;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return `Workflow ${id} could not be canceled: ${why}\n${goesOn(id)}`;
  }
}

/** Whether a run ended because it was left, or canceled on leaving. */
function isLeaving(error: unknown, reason: unknown): boolean {
  return error === reason || (error instanceof WorkflowError && error.code === 'workflow_canceled');
}

/** How to go on with a workflow later. */
export function goesOn(id: string): string {
  return `Workflow ${id} goes on. To follow it: civitkit workflows watch ${id}. To end it: civitkit workflows cancel ${id}.`;
}

function withHint(error: unknown, id: string | undefined, timeout: number | undefined): unknown {
  if (id === undefined || !isCivitaiError(error) || error.code === 'not_found') return error;
  if (error instanceof TimeoutError && error.details?.['workflowId'] === id) {
    return new CommandFailure(`Not done within ${timeout} s. ${goesOn(id)}`, exitCodeOf(error));
  }
  return new CommandFailure(`${error.message} [${error.code}]\n${goesOn(id)}`, exitCodeOf(error));
}
