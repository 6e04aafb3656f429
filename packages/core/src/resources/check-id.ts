import { ValidationError } from '../errors/validation-error.js';

/** The database's largest integer; beyond it the server answers 400, 404 or 500, depending on the route. */
const maxId = 2_147_483_647;

/**
 * Checks an id before it is sent.
 *
 * A value that is no number at all is a mistake in the program and throws at once. A number that cannot be an id is
 * data: the call fails with the returned error, so that `asResult()` reports it like the server's own refusal.
 *
 * @throws TypeError when `id` is not a number
 */
export function checkId(operation: string, id: number, name = 'id'): ValidationError | undefined {
  const what = name === 'id' ? 'the id' : name;
  if (typeof id !== 'number') throw new TypeError(`${operation}: ${what} must be a number, got ${typeof id}`);
  if (Number.isInteger(id) && id >= 1 && id <= maxId) return undefined;
  const message = `must be a whole number from 1 to ${maxId}, got ${id}`;
  return new ValidationError(`${operation}: ${what} ${message}.`, {
    code: 'invalid_argument',
    issues: [{ path: name, message }],
  });
}
