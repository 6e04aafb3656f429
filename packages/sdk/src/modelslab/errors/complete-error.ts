import type { CivitaiError } from '@civitkit/core/client';

/**
 * Adds to an error what only its caller knows. Errors belong to the one call that threw them, so that it is the same
 * object: its class, its stack and its cause stay.
 *
 * @param advice - put behind the message
 */
export function completeError<E extends CivitaiError>(
  error: E,
  details: Readonly<Record<string, unknown>>,
  advice?: string,
): E {
  const known = Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined));
  if (Object.keys(known).length > 0) {
    Object.defineProperty(error, 'details', { value: { ...error.details, ...known }, enumerable: true });
  }
  if (advice === undefined || error.message.endsWith(advice)) return error;
  const message = `${error.message} ${advice}`;
  const { message: before, stack } = error;
  Object.defineProperty(error, 'message', { value: message, enumerable: false });
  if (stack !== undefined) Object.defineProperty(error, 'stack', { value: stack.replace(before, () => message) });
  return error;
}
