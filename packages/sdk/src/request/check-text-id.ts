import { ValidationError } from '@civitkit/core/client';

/**
 * Checks a text that becomes a part of a path: the id of a workflow, the name of a step, a tag. Ids are opaque; only what
 * has no place in a path cannot be one.
 *
 * A value that is no text is a mistake in the program and throws at once. A text that cannot be one is data: the call
 * fails with the returned error.
 *
 * @throws TypeError when `text` is not a string
 */
export function checkTextId(operation: string, name: string, text: string): ValidationError | undefined {
  if (typeof text !== 'string') throw new TypeError(`${operation}: ${name} must be a text, got ${typeof text}`);
  if (text.trim() !== '' && text !== '.' && text !== '..') return undefined;
  const message = `cannot be ${JSON.stringify(text)}`;
  return new ValidationError(`${operation}: ${name} ${message}. Take it as the server gave it.`, {
    code: 'invalid_argument',
    issues: [{ path: name, message }],
  });
}
