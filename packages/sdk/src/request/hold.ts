import type { Pipeline } from '@civitkit/core/internal';

/** Largest value of the server's integer. */
const longest = 2_147_483_647;

/**
 * The time of one attempt at a request that the server may hold: what the client allows an attempt, and the hold on top.
 *
 * @throws RangeError unless `waitSeconds` is a whole number from 0
 */
export function holdLimits(
  operation: string,
  waitSeconds: number | undefined,
  { attemptTimeoutMs }: Pipeline,
): { readonly attemptTimeoutMs?: number } {
  if (waitSeconds === undefined) return {};
  if (!Number.isInteger(waitSeconds) || waitSeconds < 0 || waitSeconds > longest) {
    throw new RangeError(`${operation}: waitSeconds must be a whole number from 0, got ${waitSeconds}`);
  }
  if (attemptTimeoutMs === null || waitSeconds === 0) return {};
  return { attemptTimeoutMs: attemptTimeoutMs + waitSeconds * 1000 };
}
