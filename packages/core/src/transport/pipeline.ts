import { randomUUID } from 'node:crypto';
import { CivitaiError, isCivitaiError } from '../errors/civitai-error.js';
import { TimeoutError } from '../errors/timeout-error.js';
import type { Diagnostics, ObservedCall } from '../observability/diagnostics.js';
import type { Answer, ApiRequest, CallOptions, ParseContext } from './api-request.js';
import { type Received, runAttempt } from './attempt.js';
import { CallCredential } from './call-credential.js';
import { checkCallOptions } from './call-options.js';
import { AttemptInterrupted, CallScope } from './call-scope.js';
import { CivitaiPromise } from './civitai-promise.js';
import type { Clock } from './clock.js';
import type { CredentialProvider } from './credential.js';
import type { HttpTransport } from './http-transport.js';
import type { Middleware } from './middleware.js';
import { parseAnswer } from './parse-answer.js';
import { requestUrl } from './request-url.js';
import { decideRetry, type RetryPolicy } from './retry-policy.js';
import { SignalHub } from './signal-hub.js';
import {
  type AttemptExchange,
  type AttemptStage,
  type CallStage,
  type Detached,
  type Exchange,
  withStages,
} from './stage.js';

/** What a pipeline is made of. */
export interface PipelineParts {
  /** Where paths start, such as `https://civitai.com/api/v1`. */
  readonly rootUrl: string;
  readonly userAgent: string;
  /** Total time of a call. */
  readonly timeoutMs: number;
  /** Time of one attempt; `null` leaves it to the total. */
  readonly attemptTimeoutMs: number | null;
  readonly maxResponseBytes: number;
  readonly strictJsonParsing: boolean;
  readonly allowInsecureHttp: boolean;
  readonly retryPolicy: RetryPolicy;
  readonly credential: CredentialProvider;
  /** How a user of this client gives a key; ends every authentication error. */
  readonly credentialHelp: string;
  readonly transport: HttpTransport;
  readonly middleware: readonly Middleware[];
  /** Around each call, the first outermost; empty unless asked for. */
  readonly callStages: readonly CallStage[];
  /** Around each attempt and outside its time limit, the first outermost; empty unless asked for. */
  readonly attemptStages: readonly AttemptStage[];
  readonly diagnostics: Diagnostics;
  readonly clock: Clock;
  /** 0 ≤ x < 1, for the spread of waits. */
  readonly random: () => number;
}

/** Turns the parsed JSON of a success into the result. */
export type Parser<T> = (json: unknown, context: ParseContext) => T;

/**
 * The one way a request takes: cancellation and deadline → call stages → retries [ attempt stages → middleware →
 * credential → transport → body ] → content type → JSON → result.
 *
 * Everything it throws is a `CivitaiError`, except the caller's own `signal.reason` and errors of the caller's own
 * middleware.
 */
export class Pipeline {
  /** Listens to the signals of callers, once each however many calls share them. */
  readonly signals: SignalHub = new SignalHub();
  readonly #parts: PipelineParts;
  readonly #open = new Set<CallScope>();

  readonly #receive: (exchange: Exchange) => Promise<Received>;
  readonly #attempt: (attempt: AttemptExchange) => Promise<Received>;
  #closed = false;

  constructor(parts: PipelineParts) {
    this.#parts = parts;
    this.#receive = withStages(parts.callStages, (exchange) => this.#repeat(exchange));
    this.#attempt = withStages(parts.attemptStages, (attempt) => this.#sendOnce(attempt));
  }

  /** Sends a request. Mistakes in its arguments throw at once; all else rejects. */
  send<T>(request: ApiRequest, parser: Parser<T>, options: CallOptions = {}): CivitaiPromise<T> {
    checkCallOptions(request.operation, options);
    const url = requestUrl(this.#parts.rootUrl, request);
    return new CivitaiPromise(this.#run(request, url, parser, options));
  }

  /** Ends every open call with `client_closed` and refuses new ones. The transport is closed by whoever made it. */
  close(): void {
    this.#closed = true;
    for (const scope of this.#open) scope.end('closed');
  }

  async #run<T>(request: ApiRequest, url: string, parser: Parser<T>, options: CallOptions): Promise<Answer<T>> {
    const parts = this.#parts;
    const startedAt = parts.clock.now();
    const { operation, method } = request;
    const call: ObservedCall = { requestId: randomUUID(), operation, method, url };
    const parse = (received: Received): Answer<T> => parseAnswer(received, parser, request, call, parts);
    const scope = this.#openScope(options.timeoutMs ?? parts.timeoutMs, options.signal);
    const credential = new CallCredential(parts, request, call);
    const detached: Exchange['detached'] = (timeoutMs, work) => this.#detached(timeoutMs, work);
    parts.diagnostics.request(call);
    try {
      const exchange: Exchange = { call, request, options, scope, credential, verify: parse, detached };
      const answer = await this.#obtain(exchange, parse);
      parts.diagnostics.response(call, answer.response.status, answer.response.attempts, parts.clock.now() - startedAt);
      return answer;
    } catch (error) {
      parts.diagnostics.error(call, error, parts.clock.now() - startedAt, scope.ended === 'cancelled');
      throw error;
    } finally {
      this.#closeScope(scope);
    }
  }

  /** Receives and reads; what a cache had and cannot be read is asked for again. */
  async #obtain<T>(exchange: Exchange, parse: (received: Received) => Answer<T>): Promise<Answer<T>> {
    try {
      const received = await this.#receive(exchange);
      let answer: Answer<T>;
      try {
        answer = parse(received);
      } catch (error) {
        if (received.fromCache === undefined || exchange.reload === true) throw error;
        return await this.#obtain({ ...exchange, reload: true }, parse);
      }
      received.keep?.();
      return answer;
    } catch (thrown) {
      if (thrown instanceof AttemptInterrupted) this.#throwIfEnded(exchange);
      throw thrown;
    }
  }

  async #repeat(exchange: Exchange): Promise<Received> {
    const parts = this.#parts;
    const { call, options, request, scope } = exchange;
    const maxRetries = options.maxRetries ?? parts.retryPolicy.maxRetries;
    const repeatable = request.idempotent === true || request.method === 'GET' || request.method === 'HEAD';
    let before: CivitaiError | undefined;
    for (let attempt = 1; ; attempt += 1) {
      this.#throwIfEnded(exchange);
      try {
        return await this.#attempt({ ...exchange, attempt });
      } catch (thrown) {
        this.#throwIfEnded(exchange);
        const error = thrown instanceof AttemptInterrupted ? this.#attemptTimeout(call, attempt) : thrown;
        if (!isCivitaiError(error)) throw error;
        // To wait for the circuit would be the opposite of failing fast; what went wrong before says more than it does.
        if (error.code === 'circuit_open') throw before ?? error;
        const failed = { attempt, error, repeatable, remainingMs: scope.remainingMs };
        const decision = decideRetry({ ...parts.retryPolicy, maxRetries }, failed, parts.random);
        if (!decision.retry) throw error;
        parts.diagnostics.retry(call, attempt, decision.delayMs, error);
        before = error;
        await scope.wait(decision.delayMs);
      }
    }
  }

  #sendOnce({ call, request, options, scope, credential, attempt }: AttemptExchange): Promise<Received> {
    const parts = this.#parts;
    scope.attempts = attempt;
    parts.diagnostics.attempt(call, attempt);
    return scope.attempt(parts.attemptTimeoutMs, (signal) =>
      runAttempt(parts, { call, request, options, credential, attempt, signal }),
    );
  }

  #openScope(timeoutMs: number | null, signal: AbortSignal | undefined): CallScope {
    const scope = new CallScope(this.#parts.clock, timeoutMs, signal, this.signals);
    this.#open.add(scope);
    if (this.#closed) scope.end('closed');
    return scope;
  }

  #closeScope(scope: CallScope): void {
    this.#open.delete(scope);
    scope.dispose();
  }

  #detached<T>(timeoutMs: number | null, run: (scope: CallScope) => Promise<T>): Detached<T> {
    const scope = this.#openScope(timeoutMs, undefined);
    const result = run(scope).finally(() => {
      this.#closeScope(scope);
    });
    return { scope, result };
  }

  #attemptTimeout(call: ObservedCall, attempts: number): TimeoutError {
    const seconds = (this.#parts.attemptTimeoutMs ?? 0) / 1000;
    return new TimeoutError(
      `${call.operation}: attempt ${attempts} got no complete answer within ${seconds} s. ` +
        'Raise Retry:AttemptTimeoutSeconds if the server needs longer.',
      { code: 'attempt_timeout', requestId: call.requestId, attempts, retryable: true },
    );
  }

  #throwIfEnded({ call, options, scope }: Exchange): void {
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
        const seconds = (options.timeoutMs ?? this.#parts.timeoutMs) / 1000;
        throw new TimeoutError(
          `${operation}: no complete answer within ${seconds} s, after ${attempts} attempt${attempts === 1 ? '' : 's'}. ` +
            'Raise TimeoutSeconds, or timeoutMs of this call, if the server needs longer.',
          { code: 'timeout', requestId, attempts, retryable: true },
        );
      }
    }
  }
}
