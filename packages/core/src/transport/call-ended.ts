import { CivitaiError } from '../errors/civitai-error.js';
import { TimeoutError } from '../errors/timeout-error.js';
import type { Exchange } from './stage.js';

/** The limits of a call that sets none itself. */
export interface TimeLimits {
  readonly timeoutMs: number;
  readonly attemptTimeoutMs: number | null;
}

/** Total time of a call in milliseconds; `Infinity` for no limit. */
export function totalTimeOf({ options, request }: Pick<Exchange, 'options' | 'request'>, limits: TimeLimits): number {
  if (options.timeoutMs !== undefined) return options.timeoutMs;
  const { timeoutMs = limits.timeoutMs } = request;
  return timeoutMs ?? Number.POSITIVE_INFINITY;
}

/** Time of one attempt in milliseconds; `null` leaves it to the total. */
export function attemptTimeOf({ request }: Pick<Exchange, 'request'>, limits: TimeLimits): number | null {
  return request.attemptTimeoutMs === undefined ? limits.attemptTimeoutMs : request.attemptTimeoutMs;
}

/** Throws what the caller gets for a call that was ended from outside; does nothing while it runs. */
export function throwIfEnded(exchange: Exchange, limits: TimeLimits): void {
  const { call, options, scope } = exchange;
  const { requestId, operation } = call;
  const { attempts } = scope;
  switch (scope.ended) {
    case undefined:
      return;
    case 'cancelled':
      // What the caller's own signal carries is the caller's, whatever it is.
      // oxlint-disable-next-line typescript/only-throw-error
      throw options.signal?.reason;
    case 'closed':
      throw new CivitaiError(`${operation}: the client was closed before the answer was there.`, {
        code: 'client_closed',
        requestId,
        attempts,
      });
    case 'timed_out': {
      const seconds = totalTimeOf(exchange, limits) / 1000;
      throw new TimeoutError(
        `${operation}: no complete answer within ${seconds} s, after ${attempts} attempt${attempts === 1 ? '' : 's'}. ` +
          'Raise TimeoutSeconds, or timeoutMs of this call, if the server needs longer.',
        { code: 'timeout', requestId, attempts, retryable: true },
      );
    }
  }
}

/** What the caller gets when the time of an attempt is over, and no other follows. */
export function attemptTimeout(exchange: Exchange, limits: TimeLimits): TimeoutError {
  const { operation, requestId } = exchange.call;
  const { attempts } = exchange.scope;
  const seconds = (attemptTimeOf(exchange, limits) ?? 0) / 1000;
  const remedy =
    exchange.request.attemptTimeoutMs === undefined
      ? 'Raise Retry:AttemptTimeoutSeconds if the server needs longer.'
      : 'It is longer than this operation takes: try again later.';
  return new TimeoutError(`${operation}: attempt ${attempts} got no complete answer within ${seconds} s. ${remedy}`, {
    code: 'attempt_timeout',
    requestId,
    attempts,
    retryable: true,
  });
}
