import { type Channel, channel } from 'node:diagnostics_channel';
import type { CivitaiError } from '../errors/civitai-error.js';
import type { Logger } from './logger.js';
import { sanitizeUrl } from './sanitize-url.js';

/** What every event of one call repeats. */
export interface CallEvent {
  readonly requestId: string;
  /** The operation, such as `models.get`; use it as the metric's label rather than the URL. */
  readonly operation: string;
  readonly method: string;
  /** Without credentials and unknown query values. */
  readonly url: string;
}

/** Channel `civitkit:attempt`: the request is about to be sent for the `attempt`-th time. */
export interface AttemptEvent extends CallEvent {
  readonly attempt: number;
}

/** Channel `civitkit:retry`: an attempt failed and another follows after `delayMs`. */
export interface RetryEvent extends AttemptEvent {
  readonly delayMs: number;
  readonly error: CivitaiError;
}

/** Channel `civitkit:response`: the call succeeded. */
export interface ResponseEvent extends CallEvent {
  readonly status: number;
  readonly attempts: number;
  readonly durationMs: number;
}

/** Channel `civitkit:error`: the call failed; `error` is what the caller gets. */
export interface ErrorEvent extends CallEvent {
  readonly error: unknown;
  readonly durationMs: number;
  /** Whether the caller's own signal ended the call; `error` is its reason then. */
  readonly cancelled: boolean;
}

/** One call as diagnostics see it. */
export interface ObservedCall {
  readonly requestId: string;
  readonly operation: string;
  readonly method: string;
  readonly url: string;
}

/**
 * Publishes the five events of a call on `node:diagnostics_channel` and writes the log lines. Costs nothing but a flag
 * test while nobody listens.
 */
export class Diagnostics {
  readonly #request: Channel = channel('civitkit:request');
  readonly #attempt: Channel = channel('civitkit:attempt');
  readonly #retry: Channel = channel('civitkit:retry');
  readonly #response: Channel = channel('civitkit:response');
  readonly #error: Channel = channel('civitkit:error');
  readonly #logger: Logger | undefined;

  constructor(logger?: Logger) {
    this.#logger = logger;
  }

  request(call: ObservedCall): void {
    if (this.#request.hasSubscribers) this.#request.publish(event(call, {}));
    this.#log('debug', call, 'started');
  }

  attempt(call: ObservedCall, attempt: number): void {
    if (this.#attempt.hasSubscribers) this.#attempt.publish(event(call, { attempt }));
  }

  retry(call: ObservedCall, attempt: number, delayMs: number, error: CivitaiError): void {
    if (this.#retry.hasSubscribers) this.#retry.publish(event(call, { attempt, delayMs, error }));
    this.#log('warn', call, `attempt ${attempt} failed (${error.code}), next in ${delayMs} ms`);
  }

  response(call: ObservedCall, status: number, attempts: number, durationMs: number): void {
    if (this.#response.hasSubscribers) this.#response.publish(event(call, { status, attempts, durationMs }));
    this.#log('debug', call, `${status} after ${Math.round(durationMs)} ms`);
  }

  error(call: ObservedCall, error: unknown, durationMs: number, cancelled: boolean): void {
    if (this.#error.hasSubscribers) this.#error.publish(event(call, { error, durationMs, cancelled }));
    const name = error instanceof Error ? error.name : typeof error;
    this.#log('debug', call, `${cancelled ? 'cancelled' : `failed (${name})`} after ${Math.round(durationMs)} ms`);
  }

  #log(level: keyof Logger, call: ObservedCall, what: string): void {
    if (this.#logger === undefined) return;
    try {
      this.#logger[level](line(call, what));
    } catch {
      // A logger that fails is no reason for a request to fail.
    }
  }
}

function event<T extends object>(call: ObservedCall, more: T): CallEvent & T {
  const { requestId, operation, method, url } = call;
  return { requestId, operation, method, url: sanitizeUrl(url), ...more };
}

function line(call: ObservedCall, what: string): string {
  return `civitkit ${call.operation} ${what}: ${call.method} ${sanitizeUrl(call.url)} (request ${call.requestId})`;
}
