import type { CivitaiError } from '@civitkit/core/client';

/** What there is to say in addition. */
export interface ErrorExtension {
  /** A sentence at the end of the message. */
  readonly remedy?: string | undefined;
  readonly details?: Readonly<Record<string, unknown>> | undefined;
}

/** Says more about an error on its way to the caller; its class, its cause and all else stay. */
export function extendError<E extends CivitaiError>(error: E, { details, remedy }: ErrorExtension): E {
  if (details !== undefined) {
    const value = { ...error.details, ...details };
    Object.defineProperty(error, 'details', { value, enumerable: true, configurable: true, writable: true });
  }
  if (remedy !== undefined) {
    const before = error.message;
    error.message = `${before} ${remedy}`;
    // The stack has the message in it, and is what is printed.
    if (error.stack !== undefined) error.stack = error.stack.replace(before, () => error.message);
  }
  return error;
}
