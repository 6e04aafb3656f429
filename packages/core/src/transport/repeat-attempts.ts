import { type CivitaiError, isCivitaiError } from '../errors/civitai-error.js';
import { type Received, runAttempt } from './attempt.js';
import { attemptTimeOf, attemptTimeout, throwIfEnded } from './call-ended.js';
import { AttemptInterrupted } from './call-scope.js';
import type { PipelineParts } from './pipeline.js';
import { decideRetry } from './retry-policy.js';
import { type AttemptExchange, type Exchange, withStages } from './stage.js';

/** Sends until it succeeds, or until another attempt makes no sense. */
export function repeatAttempts(parts: PipelineParts): (exchange: Exchange) => Promise<Received> {
  const attemptOnce = withStages(parts.attemptStages, (attempt) => sendOnce(parts, attempt));
  return async (exchange) => {
    const { call, options, request, scope, upload } = exchange;
    const maxRetries = options.maxRetries ?? parts.retryPolicy.maxRetries;
    const repeatable = request.idempotent === true || request.method === 'GET' || request.method === 'HEAD';
    let before: CivitaiError | undefined;
    let arrived = false;
    for (let attempt = 1; ; attempt += 1) {
      throwIfEnded(exchange, parts);
      try {
        return await attemptOnce({ ...exchange, attempt });
      } catch (thrown) {
        throwIfEnded(exchange, parts);
        const error = thrown instanceof AttemptInterrupted ? attemptTimeout(exchange, parts) : thrown;
        if (!isCivitaiError(error)) throw error;
        // To wait for the circuit would be the opposite of failing fast; what went wrong before says more than it does.
        if (error.code === 'circuit_open') throw before ?? error;
        if (arrived) takeBack(error);
        const harmless = repeatable || (request.refusedWhenLimited === true && error.code === 'rate_limited');
        const failed = { attempt, error, repeatable: harmless, remainingMs: scope.remainingMs };
        const decision = decideRetry({ ...parts.retryPolicy, maxRetries }, failed, parts.random);
        if (!decision.retry || upload?.sendable === false) throw error;
        parts.diagnostics.retry(call, attempt, decision.delayMs, error);
        before = error;
        arrived ||= error.details?.['neverSent'] !== true;
        await scope.wait(decision.delayMs);
      }
    }
  };
}

function sendOnce(parts: PipelineParts, exchange: AttemptExchange): Promise<Received> {
  const { call, request, options, scope, credential, attempt, upload } = exchange;
  scope.attempts = attempt;
  parts.diagnostics.attempt(call, attempt);
  const controller = new AbortController();
  const streaming = exchange.streaming === true ? controller : undefined;
  return scope.attempt(
    attemptTimeOf(exchange, parts),
    (signal) => runAttempt(parts, { call, request, options, credential, attempt, signal, upload, streaming }),
    controller,
  );
}

/** Of a call whose earlier attempt may have arrived, no later one may say that nothing was sent. */
function takeBack(error: CivitaiError): void {
  const { details } = error;
  if (details?.['neverSent'] !== true) return;
  Object.defineProperty(error, 'details', { value: { ...details, neverSent: false }, enumerable: true });
}
