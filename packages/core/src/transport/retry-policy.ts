import type { CivitaiError } from '../errors/civitai-error.js';

/** When a failed attempt is repeated. Delays are in milliseconds. */
export interface RetryPolicy {
  /** How often, after the first attempt. */
  readonly maxRetries: number;
  /** The wait before the first repetition; it doubles each time. */
  readonly initialDelayMs: number;
  readonly maxDelayMs: number;
  /** A server that asks for a longer wait than this is not waited for: the call fails with `retryAfterMs` set. */
  readonly maxRetryAfterMs: number;
}

/** What the decision depends on besides the policy. */
export interface FailedAttempt {
  /** 1 for the first. */
  readonly attempt: number;
  readonly error: CivitaiError;
  /** Whether sending the request twice is the same as sending it once. */
  readonly repeatable: boolean;
  /** Milliseconds left of the call's total time. */
  readonly remainingMs: number;
}

/** Wait this long and try again, or give up. */
export type RetryDecision = { readonly retry: true; readonly delayMs: number } | { readonly retry: false };

const giveUp: RetryDecision = { retry: false };

/**
 * Decides about one failed attempt. Pure: the same input gives the same answer.
 *
 * A wait the server asked for is taken as it is; one of our own is spread over 50–100 % by `random`, so that many
 * clients that failed together do not return together.
 */
export function decideRetry(policy: RetryPolicy, failed: FailedAttempt, random: () => number): RetryDecision {
  const { attempt, error, repeatable, remainingMs } = failed;
  if (attempt > policy.maxRetries || !error.retryable) return giveUp;
  if (!repeatable && error.details?.['neverSent'] !== true) return giveUp;
  const asked = error.retryAfterMs;
  if (asked !== undefined && asked > policy.maxRetryAfterMs) return giveUp;
  const delayMs = asked ?? backOff(policy, attempt, random());
  return delayMs < remainingMs ? { retry: true, delayMs } : giveUp;
}

function backOff(policy: RetryPolicy, attempt: number, random: number): number {
  const full = Math.min(policy.maxDelayMs, policy.initialDelayMs * 2 ** (attempt - 1));
  return Math.round(full * (0.5 + random / 2));
}
