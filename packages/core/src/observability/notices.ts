import { type Channel, channel } from 'node:diagnostics_channel';
import type { CallEvent, ObservedCall } from './diagnostics.js';
import type { Logger } from './logger.js';
import { sanitizeUrl } from './sanitize-url.js';

/** Channel `civitkit:cache`: what the cache did for a call. */
export interface CacheEvent extends CallEvent {
  /**
   * `fresh`, `stale`, `revalidated` and `stale_on_error` answered the call; `miss` did not. `stored` put an answer into
   * the cache. `refresh_failed`: the refresh in the background came to nothing. `store_failed`: the store did not do its
   * part, and the call went on without it.
   */
  readonly outcome:
    | 'fresh'
    | 'stale'
    | 'revalidated'
    | 'stale_on_error'
    | 'miss'
    | 'stored'
    | 'refresh_failed'
    | 'store_failed';
  readonly ageSeconds?: number;
  /** Why, for the outcomes that failed. */
  readonly error?: unknown;
}

/** Channel `civitkit:limit`: a call waits for the client's own rate limit, or the shared limiter did not do its part. */
export interface LimitEvent extends CallEvent {
  readonly outcome: 'waiting' | 'limiter_failed';
  /** Such as `articles`. */
  readonly bucket: string;
  readonly waitMs: number;
  readonly error?: unknown;
}

/** Channel `civitkit:coalesce`: a call shares the request of another. */
export interface CoalesceEvent extends CallEvent {
  /** `requestId` of the call whose request it is. */
  readonly sharedWith: string;
}

/** `closed` lets requests pass, `open` refuses them, `half_open` lets one pass to see whether the server is back. */
export type CircuitState = 'closed' | 'open' | 'half_open';

/** Channel `civitkit:circuit`: a circuit changed its state, or the shared store of circuits did not do its part. */
export interface CircuitEvent {
  readonly origin: string;
  /** Such as `models`. */
  readonly bucket: string;
  readonly from: CircuitState;
  readonly to: CircuitState;
  /** Failures in a row. */
  readonly failures: number;
  /** Present when the shared store failed; the state has not changed then. */
  readonly storeError?: unknown;
}

/** Publishes what cache, rate limit, circuit breaker and coalescing do, and logs what somebody should look at. */
export class Notices {
  readonly #cache: Channel = channel('civitkit:cache');
  readonly #limit: Channel = channel('civitkit:limit');
  readonly #coalesce: Channel = channel('civitkit:coalesce');
  readonly #circuit: Channel = channel('civitkit:circuit');
  readonly #logger: Logger | undefined;

  constructor(logger?: Logger) {
    this.#logger = logger;
  }

  cache(call: ObservedCall, outcome: CacheEvent['outcome'], more: { ageSeconds?: number; error?: unknown } = {}): void {
    if (this.#cache.hasSubscribers) this.#cache.publish(event(call, { outcome, ...more }));
    if (outcome === 'store_failed') {
      this.#warn(`${call.operation} goes on without the cache store (${nameOf(more.error)})`);
    }
  }

  limit(call: ObservedCall, outcome: LimitEvent['outcome'], bucket: string, waitMs: number, error?: unknown): void {
    if (this.#limit.hasSubscribers) {
      this.#limit.publish(event(call, { outcome, bucket, waitMs, ...(error === undefined ? {} : { error }) }));
    }
    if (outcome === 'limiter_failed') {
      this.#warn(`${call.operation} goes on with a limit of this process only (${nameOf(error)})`);
    }
  }

  coalesce(call: ObservedCall, sharedWith: string): void {
    if (this.#coalesce.hasSubscribers) this.#coalesce.publish(event(call, { sharedWith }));
  }

  circuit(change: CircuitEvent): void {
    if (this.#circuit.hasSubscribers) this.#circuit.publish(change);
    const { bucket, failures, from, origin, storeError, to } = change;
    if (storeError !== undefined) {
      this.#warn(`circuit ${bucket} at ${origin} goes on without its store (${nameOf(storeError)})`);
    } else this.#warn(`circuit ${bucket} at ${origin}: ${from} to ${to} after ${failures} failures in a row`);
  }

  #warn(text: string): void {
    try {
      this.#logger?.warn(`civitkit ${text}`);
    } catch {
      // A logger that fails is no reason for a request to fail.
    }
  }
}

function event<T extends object>({ requestId, operation, method, url }: ObservedCall, more: T): CallEvent & T {
  return { requestId, operation, method, url: sanitizeUrl(url), ...more };
}

/** The name of an error alone: messages of stores may hold addresses with passwords. */
function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
