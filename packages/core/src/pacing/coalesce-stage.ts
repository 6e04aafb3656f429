import { callerHeaders, describeExchange, isShareable } from '../caching/cache-key.js';
import type { Notices } from '../observability/notices.js';
import type { Received } from '../transport/attempt.js';
import type { CallScope } from '../transport/call-scope.js';
import type { Partitions } from '../transport/partition.js';
import type { CallStage, Exchange } from '../transport/stage.js';

/** One request under way, and the calls that wait for it. */
interface Flight {
  readonly key: string;
  readonly scope: CallScope;
  readonly requestId: string;
  readonly received: Promise<Received>;
  waiting: number;
}

type Next = (exchange: Exchange) => Promise<Received>;

/**
 * Lets identical GETs that are under way at the same time share one request.
 *
 * The request belongs to none of them: it has as much time as the one that may wait longest, and ends when the last has
 * gone. Each parses the answer itself. An error of the request is the same object for all.
 */
export class Coalescing {
  readonly #partitions: Partitions;
  readonly #notices: Notices;
  readonly #flights = new Map<string, Flight>();

  constructor(partitions: Partitions, notices: Notices) {
    this.#partitions = partitions;
    this.#notices = notices;
  }

  readonly stage: CallStage = async (exchange, next) => {
    const headers = callerHeaders(exchange);
    // Who asks for a new answer, or wants it nowhere kept, is not served with another's.
    if (!isShareable(exchange, headers) || 'cache-control' in headers || 'pragma' in headers)
      return await next(exchange);
    const { maxRetries } = exchange.options;
    const key = `${maxRetries ?? ''}${exchange.reload === true ? '!' : ''} ${describeExchange(exchange, headers)}`;
    const under = this.#flights.get(key);
    if (under === undefined) return await this.#wait(exchange, this.#start(key, exchange, next));
    this.#notices.coalesce(exchange.call, under.requestId);
    const received = await this.#wait(exchange, under);
    // The credential may have been replaced while the request was under way.
    const same = this.#partitions.of(received.credential) === exchange.identity?.partition;
    return same ? received : await next(exchange);
  };

  #start(key: string, exchange: Exchange, next: Next): Flight {
    const { signal: _, ...options } = exchange.options;
    const { scope, result } = exchange.detached(null, (own) => next({ ...exchange, scope: own, options }));
    const flight: Flight = { key, scope, requestId: exchange.call.requestId, received: result, waiting: 0 };
    this.#flights.set(key, flight);
    const land = (): void => this.#forget(flight);
    // Everybody may have gone by the time it fails.
    result.then(land, land);
    return flight;
  }

  /** Waits as long as this call may; the last to go ends the request. */
  async #wait({ scope }: Exchange, flight: Flight): Promise<Received> {
    flight.waiting += 1;
    flight.scope.extendTo(scope.endsAt);
    try {
      return await scope.race(flight.received);
    } finally {
      scope.attempts = flight.scope.attempts;
      flight.waiting -= 1;
      if (flight.waiting === 0) {
        // Who comes now starts anew, rather than joining what is being torn down.
        this.#forget(flight);
        flight.scope.end(scope.ended === 'timed_out' ? 'timed_out' : 'cancelled');
      }
    }
  }

  #forget(flight: Flight): void {
    if (this.#flights.get(flight.key) === flight) this.#flights.delete(flight.key);
  }
}
