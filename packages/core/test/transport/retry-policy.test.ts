import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CivitaiError } from '../../src/errors/civitai-error.js';
import { decideRetry, type RetryPolicy } from '../../src/transport/retry-policy.js';

const policy: RetryPolicy = { maxRetries: 3, initialDelayMs: 500, maxDelayMs: 8000, maxRetryAfterMs: 60_000 };

function failed(init: { retryAfterMs?: number; retryable?: boolean; neverSent?: boolean } = {}): CivitaiError {
  const { retryable = true, neverSent, retryAfterMs } = init;
  return new CivitaiError('failed', {
    code: 'server_error',
    retryable,
    retryAfterMs,
    details: neverSent === undefined ? undefined : { neverSent },
  });
}

const attempt = { attempt: 1, repeatable: true, remainingMs: 1_000_000 };

describe('decideRetry', () => {
  it.each([
    [1, 0, 250],
    [1, 1, 500],
    [2, 0.5, 750],
    [3, 1, 2000],
  ])('waits after attempt %i with random %d for %i ms', (number, random, delayMs) => {
    expect(decideRetry(policy, { ...attempt, attempt: number, error: failed() }, () => random)).toEqual({
      retry: true,
      delayMs,
    });
  });

  it('never waits longer than the cap', () => {
    const long = { ...policy, maxRetries: 20 };
    expect(decideRetry(long, { ...attempt, attempt: 15, error: failed() }, () => 1)).toEqual({
      retry: true,
      delayMs: 8000,
    });
  });

  it.each([
    ['after the last retry', { attempt: 4, error: failed() }],
    ['after an error that repeats', { error: failed({ retryable: false }) }],
    ['a request that may have been done', { repeatable: false, error: failed() }],
    ['a request that was certainly sent', { repeatable: false, error: failed({ neverSent: false }) }],
    ['when the server asks for too much', { error: failed({ retryAfterMs: 60_001 }) }],
    ['when no time is left', { remainingMs: 499, error: failed() }],
    ['when exactly the wait is left', { remainingMs: 500, error: failed() }],
  ])('gives up %s', (_name, change) => {
    expect(decideRetry(policy, { ...attempt, ...change }, () => 1)).toEqual({ retry: false });
  });

  it('repeats a request that never left, whatever its method', () => {
    const error = failed({ neverSent: true });
    expect(decideRetry(policy, { ...attempt, repeatable: false, error }, () => 1).retry).toBe(true);
  });

  it('takes the wait of the server as it is, zero included', () => {
    expect(decideRetry(policy, { ...attempt, error: failed({ retryAfterMs: 0 }) }, () => 0)).toEqual({
      retry: true,
      delayMs: 0,
    });
    expect(decideRetry(policy, { ...attempt, error: failed({ retryAfterMs: 60_000 }) }, () => 0)).toEqual({
      retry: true,
      delayMs: 60_000,
    });
  });

  it('always waits between half and all of the doubled delay, and less than the time left', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(10_000),
        (number, random, remainingMs) => {
          const decision = decideRetry(
            policy,
            { ...attempt, attempt: number, remainingMs, error: failed() },
            () => random,
          );
          const full = Math.min(8000, 500 * 2 ** (number - 1));
          if (!decision.retry) return remainingMs <= full;
          return decision.delayMs >= Math.floor(full / 2) && decision.delayMs <= full && decision.delayMs < remainingMs;
        },
      ),
    );
  });
});
