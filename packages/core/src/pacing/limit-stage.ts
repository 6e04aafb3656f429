import { isCivitaiError } from '../errors/civitai-error.js';
import { RateLimitError } from '../errors/rate-limit-error.js';
import type { Notices } from '../observability/notices.js';
import { AttemptInterrupted } from '../transport/call-scope.js';
import { isPromise, type Outside } from '../transport/outside.js';
import { anonymous } from '../transport/partition.js';
import type { AttemptExchange, AttemptStage } from '../transport/stage.js';
import { bucketOf } from './bucket-of.js';
import type { RateBucket, RateLimiter } from './rate-limiter.js';
import type { RateLimits } from './rate-limits.js';
import { TurnQueue } from './turn-queue.js';

/** What the client's own rate limit is made of. */
export interface LimitParts {
  /** Counts in this process; what holds when the shared one fails. */
  readonly local: RateLimiter;
  /** Counts for all replicas. */
  readonly shared: RateLimiter | undefined;
  /** Stands before the shared one. */
  readonly outside: Outside;
  readonly limits: RateLimits;
  /** Where the limit holds; requests to other origins pass. */
  readonly origin: string;
  readonly notices: Notices;
}

/** A server that asks for a longer pause than an hour is asked again after one. */
const longestPauseMs = 3_600_000;
const minuteMs = 60_000;

/** Holds attempts back until the rate limit allows them: first come, first served, as long as the call's time lasts. */
export class LimitStage {
  readonly #parts: LimitParts;
  readonly #queue = new TurnQueue();

  constructor(parts: LimitParts) {
    this.#parts = parts;
  }

  readonly stage: AttemptStage = async (attempt, next) => {
    const bucket = this.#bucketOf(attempt);
    if (bucket === undefined) return await next(attempt);
    await this.#permit(attempt, bucket);
    try {
      return await next(attempt);
    } catch (error) {
      if (isCivitaiError(error) && error.code === 'rate_limited' && error.retryAfterMs !== undefined) {
        this.#pause(attempt, bucket, Math.min(error.retryAfterMs, longestPauseMs));
      }
      throw error;
    }
  };

  #bucketOf({ call, request, identity }: AttemptExchange): RateBucket | undefined {
    const { limits, origin } = this.#parts;
    if (identity === undefined || !call.url.startsWith(`${origin}/`)) return undefined;
    const name = bucketOf(request);
    const { partition } = identity;
    return { name, key: `${name}:${partition}@${origin}`, requestsPerMinute: limits.of(name, partition === anonymous) };
  }

  async #permit(attempt: AttemptExchange, bucket: RateBucket): Promise<void> {
    const { scope, call } = attempt;
    const turn = this.#queue.enter(bucket.key);
    try {
      this.#refuseHopeless(attempt, bucket, turn.ahead);
      const { ready } = turn;
      if (ready !== undefined) await scope.race(ready);
      for (;;) {
        const taking = this.#take(attempt, bucket);
        const waitMs = isPromise(taking) ? await scope.race(taking) : taking;
        if (waitMs <= 0) return;
        if (waitMs >= scope.remainingMs) throw this.#tooLong(attempt, bucket, waitMs);
        this.#parts.notices.limit(call, 'waiting', bucket.name, waitMs);
        await scope.wait(waitMs);
        if (scope.ended !== undefined) throw new AttemptInterrupted('ended');
      }
    } finally {
      turn.leave();
    }
  }

  /** Whoever stands so far back that the turn cannot come in time need not wait for the end of it. */
  #refuseHopeless(attempt: AttemptExchange, bucket: RateBucket, ahead: number): void {
    if (this.#parts.shared !== undefined) return;
    const minutes = Math.floor(attempt.scope.remainingMs / minuteMs) + 1;
    if (ahead < bucket.requestsPerMinute * minutes) return;
    throw this.#tooLong(attempt, bucket, Math.floor(ahead / bucket.requestsPerMinute) * minuteMs);
  }

  #tooLong({ call, scope }: AttemptExchange, { name, requestsPerMinute }: RateBucket, waitMs: number): RateLimitError {
    const { operation, requestId } = call;
    return new RateLimitError(
      `${operation}: the client's own limit of ${requestsPerMinute} requests a minute for "${name}" leaves no room before ` +
        `the time of the call is over. Try again in ${Math.ceil(waitMs / 1000)} s, send fewer requests, or raise ` +
        'TimeoutSeconds or RateLimit.',
      {
        code: 'rate_limited',
        requestId,
        attempts: scope.attempts,
        retryAfterMs: waitMs,
        retryable: true,
        details: { bucket: name, limitedBy: 'client', neverSent: true },
      },
    );
  }

  /** A permit of the shared limiter; while that fails, of the one in this process. */
  #take({ call }: AttemptExchange, bucket: RateBucket): number | Promise<number> {
    const { local, outside, shared } = this.#parts;
    if (shared === undefined || outside.resting) return local.take(bucket);
    const instead = (error: unknown): number | Promise<number> => {
      this.#parts.notices.limit(call, 'limiter_failed', bucket.name, 0, error);
      return local.take(bucket);
    };
    try {
      const taken = shared.take(bucket);
      return isPromise(taken) ? outside.inTime(taken).catch(instead) : taken;
    } catch (error) {
      return instead(error);
    }
  }

  #pause({ call }: AttemptExchange, bucket: RateBucket, delayMs: number): void {
    const { local, notices, outside, shared } = this.#parts;
    void local.pause(bucket, delayMs);
    if (shared === undefined || outside.resting) return;
    const report = (error: unknown): void => notices.limit(call, 'limiter_failed', bucket.name, 0, error);
    try {
      const pausing = shared.pause(bucket, delayMs);
      if (isPromise(pausing)) outside.inTime(pausing).catch(report);
    } catch (error) {
      report(error);
    }
  }
}
