import { ValidationError } from '../errors/validation-error.js';

/** The database's largest integer. */
const maxInteger = 2_147_483_647;

/**
 * Checks a list of ids before it is sent: for one that is no whole number the server refuses all of them. Ids of nothing
 * pass, negative ones too: the site's own account has one.
 *
 * @returns the ids without repetitions, or the error that the call fails with
 * @throws TypeError when `ids` is no list of numbers
 */
export function checkIds(operation: string, name: string, ids: readonly number[]): readonly number[] | ValidationError {
  if (!Array.isArray(ids)) throw new TypeError(`${operation}: ${name} must be a list of numbers, got ${typeof ids}`);
  const list: readonly unknown[] = ids;
  const unique = new Set<number>();
  for (const [index, id] of list.entries()) {
    const path = `${name}.${index}`;
    if (typeof id !== 'number') throw new TypeError(`${operation}: ${path} must be a number, got ${typeof id}`);
    if (!Number.isInteger(id) || Math.abs(id) > maxInteger) {
      const message = `must be a whole number of at most ${maxInteger}, got ${id}`;
      return new ValidationError(`${operation}: ${path} ${message}.`, {
        code: 'invalid_argument',
        issues: [{ path, message }],
      });
    }
    unique.add(id);
  }
  return [...unique];
}
