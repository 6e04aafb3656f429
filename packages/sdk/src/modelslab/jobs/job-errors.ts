import {
  CivitaiError,
  ConnectionError,
  InvalidResponseError,
  isCivitaiError,
  NotFoundError,
  TimeoutError,
} from '@civitkit/core/client';
import { extendError } from '../../errors/extend-error.js';
import { ModelsLabJobError } from '../errors/modelslab-job-error.js';

/** What is known of a job when something goes wrong; empty texts stand for nothing. */
export interface JobFacts {
  readonly operation: string;
  readonly id: string;
  readonly reference: string;
  /** In the server's words. */
  readonly status: string;
  readonly etaSeconds: number | undefined;
  /** `queued`: not sent yet. `sent`: nobody knows whether it arrived. `accepted`: the server has answered. */
  readonly stage: 'queued' | 'sent' | 'accepted';
  /** Why the server has not taken it so far. */
  readonly refusal: CivitaiError | undefined;
}

const mayBeBilled =
  'The server may have taken it, and bill it: it is not sent again by itself. Look for it at modelslab.com before you ' +
  'send it again.';

/** The error when time is over. */
export function jobTimeout(timeoutMs: number, facts: JobFacts): TimeoutError {
  const { operation, refusal, stage } = facts;
  const within = `within ${timeoutMs / 1000} s`;
  const told = refusal === undefined ? '' : ` Last the server said: ${refusal.message}`;
  const message = {
    queued: `modelslab.${operation} was not sent ${within}.${told || ' Others came first: raise MaxUnfinishedJobs if your plan allows more, or timeoutMs.'}`,
    sent: `modelslab.${operation} was not confirmed ${within}. ${mayBeBilled}`,
    accepted: `${nameOf(facts)} was not done ${within} (${stateOf(facts)}). ${goingOn(facts)}`,
  }[stage];
  return new TimeoutError(message, {
    code: 'timeout',
    retryable: true,
    details: stage === 'accepted' ? detailsOf(facts) : stage === 'sent' ? { maybeAccepted: true } : { neverSent: true },
    ...(refusal === undefined ? {} : { cause: refusal }),
  });
}

/** The error when the client is closed. */
export function jobClosed(facts: JobFacts): CivitaiError {
  const message =
    facts.stage === 'accepted'
      ? `The client was closed before ${nameOf(facts)} was done. ${goingOn(facts)}`
      : `The client was closed before modelslab.${facts.operation} was confirmed. ${
          facts.stage === 'sent' ? mayBeBilled : 'Nothing was sent.'
        }`;
  return new CivitaiError(message, {
    code: 'client_closed',
    details: facts.stage === 'sent' ? { maybeAccepted: true } : detailsOf(facts),
  });
}

/** The error when a job has succeeded and there is nothing to show for it. */
export function jobWithoutOutput(facts: JobFacts): ModelsLabJobError {
  return new ModelsLabJobError(
    `${nameOf(facts)}: the server says that it succeeded, and has no output of it. Submit it again if you want another ` +
      'try; whether this one was billed is not said.',
    { code: 'job_failed', jobId: facts.id === '' ? undefined : facts.id, details: detailsOf(facts) },
  );
}

/** The error when a job is under way that nobody can ask for. */
export function jobWithoutId(facts: JobFacts): InvalidResponseError {
  return new InvalidResponseError(
    `modelslab.${facts.operation}: the server makes the job and gives no id, so that it cannot be asked for. Give it a ` +
      '"webhook", which is told of the end.',
    { code: 'unexpected_shape', details: { maybeAccepted: true } },
  );
}

/** What went wrong, with what is known of the job, and whether it may have been taken. */
export function explainJobError(error: CivitaiError, facts: JobFacts): CivitaiError {
  if (facts.stage === 'accepted') {
    const { id } = facts;
    if (error instanceof ModelsLabJobError && error.jobId === undefined && id !== '') {
      Object.defineProperty(error, 'jobId', { value: id, enumerable: true });
    }
    return extendError(error, { details: detailsOf(facts), remedy: adviceFor(error, facts) });
  }
  return facts.stage === 'sent' && isAmbiguous(error)
    ? extendError(error, { details: { maybeAccepted: true }, remedy: mayBeBilled })
    : error;
}

/** Whether it says nothing about the request: it may have arrived and been done. */
export function isAmbiguous(error: unknown): boolean {
  if (!isCivitaiError(error) || error.details?.['neverSent'] === true) return false;
  if (error instanceof ConnectionError || error instanceof TimeoutError || error instanceof InvalidResponseError) {
    return true;
  }
  return (error.status ?? 0) >= 500;
}

function adviceFor(error: CivitaiError, facts: JobFacts): string | undefined {
  if (error instanceof NotFoundError) return 'Check the reference: the server knows no such job, or no longer.';
  // Asking for it has failed, which changes nothing about the job.
  const goesOn = !(error instanceof ModelsLabJobError) && (error.retryable || error.code === 'unauthorized');
  return goesOn ? goingOn(facts) : undefined;
}

function detailsOf({ id, reference, status }: JobFacts): Readonly<Record<string, unknown>> {
  return id === '' ? {} : { jobId: id, jobReference: reference, jobStatus: status };
}

function nameOf({ id, operation }: JobFacts): string {
  return `modelslab.${operation}: job ${id === '' ? 'without id' : id}`;
}

function stateOf({ etaSeconds, status }: JobFacts): string {
  return etaSeconds === undefined
    ? status
    : `${status}, about ${Math.ceil(etaSeconds)} s more by the server's estimate`;
}

function goingOn({ reference }: JobFacts): string {
  return reference === ''
    ? 'The job goes on, and has no id to resume it by.'
    : `The job goes on: resume('${reference}') waits for it again. It cannot be cancelled, and is billed.`;
}
