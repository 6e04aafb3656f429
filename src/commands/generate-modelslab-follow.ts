import { setTimeout } from 'node:timers/promises';
import { isCivitaiError, systemClock, TimeoutError } from '@civitkit/core/client';
import {
  type JobOptions,
  type ModelsLabJob,
  ModelsLabJobError,
  type ModelsLabProgress,
  type ModelsLabResult,
} from '@civitkit/sdk/modelslab/client';
import type { CommandIo } from '../command-io.js';
import { CommandFailure } from '../exit-code.js';
import { exitCodeOf } from '../exit-code-of.js';
import { interrupted } from '../interrupted.js';
import { createProgress } from '../output/progress.js';
import { ModelsLabBoard } from '../output/progress-modelslab.js';
import { nothingSpent } from './generate-ask.js';

/** How a job is followed on the command line. */
export interface FollowJobOptions {
  readonly io: CommandIo;
  /** What Ctrl-C aborts. */
  readonly stop: AbortSignal;
  /** What is made, for the line of its progress. */
  readonly label: string;
  /** What is done before anything is known of it. */
  readonly doing: string;
  /** Where files are to go, for the command that goes on with it. */
  readonly out: string;
  /** Seconds; 0 for as long as it takes. */
  readonly timeout?: number | undefined;
  readonly quiet?: boolean | undefined;
}

/**
 * Follows a job to its end and shows how far it is. A signal ends the following and not the job, which nothing can end:
 * that is said, with how to go on.
 *
 * @param start - begins the job with the options it is given
 */
export async function followJob(
  start: (options: JobOptions) => ModelsLabJob,
  options: FollowJobOptions,
): Promise<ModelsLabResult> {
  const { io, label, quiet, stop, timeout } = options;
  const progress = createProgress(io, { clock: systemClock, quiet });
  const board = new ModelsLabBoard(progress, label, options.doing, systemClock);
  const leaving = new AbortController();
  const job = start({
    signal: leaving.signal,
    ...(timeout === undefined ? {} : { timeoutMs: timeout === 0 ? null : timeout * 1000 }),
    onProgress: (state) => board.show(state),
  });
  let left: Promise<string> | undefined;
  const leave = (): void => {
    // The cursor first: a second signal ends the process where it is.
    board.close();
    left ??= leaveJob(job, options).finally(() => leaving.abort(stop.reason));
    left.catch(() => undefined);
  };
  if (stop.aborted) leave();
  stop.addEventListener('abort', leave, { once: true });
  try {
    return await job;
  } catch (error) {
    // What else ends it is not the signal's doing, even if there was one.
    if (left !== undefined && error === stop.reason) throw interrupted(stop.reason, await left);
    board.fail(job.state, error instanceof ModelsLabJobError);
    throw withHint(error, job, options);
  } finally {
    stop.removeEventListener('abort', leave);
    board.close();
  }
}

/** Waits until a job is taken, and no longer; Ctrl-C meanwhile waits for it, or nobody would know what was paid for. */
export async function submitJob(
  start: (options: JobOptions) => ModelsLabJob,
  options: FollowJobOptions,
): Promise<ModelsLabProgress> {
  const { stop } = options;
  const leaving = new AbortController();
  const job = start({ signal: leaving.signal });
  const leave = (): void => void leaveUnsent();
  const leaveUnsent = async (): Promise<void> => {
    if (job.state.status === 'waiting' || (await answered(job)) === 'refused') leaving.abort(stop.reason);
  };
  if (stop.aborted) leave();
  stop.addEventListener('abort', leave, { once: true });
  try {
    await job.submitted();
  } catch (error) {
    throw stop.aborted && error === stop.reason ? interrupted(stop.reason, nothingSpent) : error;
  } finally {
    stop.removeEventListener('abort', leave);
  }
  return job.state;
}

/** How to go on with a job later. */
export function jobGoesOn(reference: string, out: string): string {
  return reference === ''
    ? 'The job goes on, and has no id by which it could be fetched.'
    : `Job ${reference} goes on; it cannot be cancelled, and is billed. To fetch it: ${resumeCommand(reference, out)}.`;
}

/** The command that fetches a job. */
export function resumeCommand(reference: string, out: string): string {
  return `civitkit generate --provider modelslab --resume ${reference}${out === '.' ? '' : ` --out ${out}`}`;
}

/** What is to be said when a signal has come. */
async function leaveJob(job: ModelsLabJob, { io, out }: FollowJobOptions): Promise<string> {
  const { status } = job.state;
  if (status === 'waiting') return nothingSpent;
  if (status === 'submitting') {
    io.err('The job is being submitted; once its id is known, this ends. Once more, and it ends now.');
    const answer = await answered(job);
    if (answer === 'refused') return nothingSpent;
    if (answer === 'failed') return 'No job was confirmed.';
  }
  return jobGoesOn(job.reference ?? '', out);
}

/** How often it is looked whether a submission was refused because of a limit, after which it would be sent again. */
const lookMs = 50;

/** What became of a submission that is on its way. */
async function answered(job: ModelsLabJob): Promise<'accepted' | 'refused' | 'failed'> {
  const submitted = job.submitted().then(
    () => 'accepted' as const,
    () => 'failed' as const,
  );
  for (;;) {
    const outcome = await Promise.race([submitted, setTimeout(lookMs, undefined)]);
    if (outcome !== undefined) return outcome;
    if (job.state.status === 'waiting') return 'refused';
  }
}

function withHint(error: unknown, job: ModelsLabJob, { out, timeout }: FollowJobOptions): unknown {
  const { reference } = job;
  if (reference === undefined || !isCivitaiError(error)) return error;
  if (error instanceof ModelsLabJobError || error.code === 'not_found') return error;
  const hint = jobGoesOn(reference, out);
  // What a program would do is no advice for a person.
  const told = error.message.replace(/ ?The job goes on: resume\(.*$/s, '');
  return error instanceof TimeoutError && timeout !== undefined && error.details?.['jobReference'] === reference
    ? new CommandFailure(`Not done within ${timeout} s. ${hint}`, exitCodeOf(error))
    : new CommandFailure(`${told} [${error.code}]\n${hint}`, exitCodeOf(error));
}
