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
    // The stack has the message in it, and is what is printed; it may be made of the message when it is first read.
    const { message: before, stack } = error;
    error.message = `${before} ${remedy}`;
    if (stack !== undefined) error.stack = stack.replace(before, () => error.message);
  }
  return error;
}
