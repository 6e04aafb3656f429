import { CivitaiError, TimeoutError } from '@civitkit/core/client';
import { extendError } from '../../errors/extend-error.js';
import { ModelsLabJobError } from '../errors/modelslab-job-error.js';
import { isAmbiguous } from './job-errors.js';

/** What is known of something that is waited for when something goes wrong. */
export interface TaskFacts {
  /** As it stands in a sentence, such as `training F5jvdzGn`. */
  readonly name: string;
  /** How it goes on, in a sentence. */
  readonly whatNow: string;
  readonly details: Readonly<Record<string, unknown>>;
  /** Whether the server has given it an id. */
  readonly isKnown: boolean;
  /** Whether it may have arrived. */
  readonly isSent: boolean;
}

/** The error when time is over. */
export function taskTimeout({ details, name, whatNow }: TaskFacts, timeoutMs: number): CivitaiError {
  return new TimeoutError(`${name} was not done within ${timeoutMs / 1000} s. ${whatNow}`, {
    code: 'timeout',
    retryable: true,
    details,
  });
}

/** The error when the client is closed. */
export function taskClosed({ details, name, whatNow }: TaskFacts): CivitaiError {
  return new CivitaiError(`The client was closed before ${name} was done. ${whatNow}`, {
    code: 'client_closed',
    details,
  });
}

/** What went wrong, with what is known of it, and whether it may have been begun. */
export function explainTaskError(error: CivitaiError, facts: TaskFacts): CivitaiError {
  const { details, isKnown, isSent, whatNow } = facts;
  if (isKnown) {
    const goesOn = !(error instanceof ModelsLabJobError) && error.retryable;
    return extendError(error, { details, remedy: goesOn ? whatNow : undefined });
  }
  return isSent && isAmbiguous(error)
    ? extendError(error, { details: { ...details, maybeAccepted: true }, remedy: whatNow })
    : error;
}
