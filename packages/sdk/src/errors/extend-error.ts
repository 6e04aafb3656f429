import type { CivitaiError } from '@civitkit/core/client';

/** What there is to say in addition. */
export interface ErrorExtension {
  /** A sentence at the end of the message. */
  readonly remedy?: string | undefined;
  readonly details?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * Says more about an error on its way to the caller; its class, its cause and all else stay. What is `undefined` is left
 * out, and what the message ends with already is not said again.
 */
export function extendError<E extends CivitaiError>(error: E, { details = {}, remedy }: ErrorExtension): E {
  const known = Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined));
  if (Object.keys(known).length > 0) {
    const value = { ...error.details, ...known };
    Object.defineProperty(error, 'details', { value, enumerable: true, configurable: true, writable: true });
  }
  if (remedy !== undefined && !error.message.endsWith(remedy)) {
    // The stack has the message in it, and is what is printed; it may be made of the message when it is first read.
    const { message: before, stack } = error;
    error.message = `${before} ${remedy}`;
    if (stack !== undefined) error.stack = stack.replace(before, () => error.message);
  }
  return error;
}
