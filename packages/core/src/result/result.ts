import type { CivitaiError } from '../errors/civitai-error.js';

/**
 * The outcome of a call as plain data; what `asResult()` resolves to.
 *
 * @example
 * ```ts
 * import { createCivitaiClient } from '@civitkit/core/client';
 *
 * const outcome = await createCivitaiClient().models.get(827184).asResult();
 * if (outcome.ok) console.log(outcome.value.name);
 * else console.error(outcome.error.code);
 * ```
 */
export type Result<T, E = CivitaiError> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };

/** Applies `map` to the value of a success; a failure passes through. */
export function mapResult<T, U, E>(result: Result<T, E>, map: (value: T) => U): Result<U, E> {
  return result.ok ? { ok: true, value: map(result.value) } : result;
}

/** Goes on with `next` after a success; a failure passes through. */
export function chainResult<T, U, E, F>(result: Result<T, E>, next: (value: T) => Result<U, F>): Result<U, E | F> {
  return result.ok ? next(result.value) : result;
}

/** Handles both cases and returns what the chosen handler returns. */
export function matchResult<T, E, U, V>(
  result: Result<T, E>,
  handlers: { readonly ok: (value: T) => U; readonly error: (error: E) => V },
): U | V {
  return result.ok ? handlers.ok(result.value) : handlers.error(result.error);
}

/** The value of a success; throws the error of a failure. */
export function unwrapResult<T, E>(result: Result<T, E>): T {
  if (result.ok) return result.value;
  throw result.error;
}

/** The value of a success, or `fallback`. */
export function unwrapResultOr<T, U, E>(result: Result<T, E>, fallback: U): T | U {
  return result.ok ? result.value : fallback;
}
