import { CivitaiError, isCivitaiError } from '../errors/civitai-error.js';
import type { CircuitEvent, CircuitState, Notices } from '../observability/notices.js';
import { AttemptInterrupted } from '../transport/call-scope.js';
import type { Clock } from '../transport/clock.js';
import { isPromise, type Outside } from '../transport/outside.js';
import type { AttemptExchange, AttemptStage } from '../transport/stage.js';
import { bucketOf } from './bucket-of.js';
import { type AttemptOutcome, Circuit, type CircuitPolicy } from './circuit.js';
import type { CircuitStore } from './circuit-store.js';

/** One circuit as it is now. */
export interface CircuitSnapshot {
  readonly origin: string;
  /** Family of endpoints, such as `models`. */
  readonly bucket: string;
  /** An `open` circuit whose time is over lets the next request pass as its probe. */
  readonly state: CircuitState;
  /** Failures in a row. */
  readonly failures: number;
  /** Milliseconds until a request may pass. */
  readonly retryAfterMs: number;
}

/** What the circuit breaker is made of. */
export interface CircuitParts {
  readonly policy: CircuitPolicy;
  readonly store: CircuitStore | undefined;
  /** Stands before the store. */
  readonly outside: Outside;
  readonly onChange: ((change: CircuitEvent) => void) | undefined;
  readonly clock: Clock;
  readonly notices: Notices;
}

interface Place {
  readonly origin: string;
  readonly bucket: string;
  readonly circuit: Circuit;
  /** When the store was asked last. */
  askedAt: number;
}

/** The store is asked at most this often about one circuit. */
const askEveryMs = 1000;
/** An attempt without an answer for this long says something about the server, whoever's limit ended it. */
const slowMs = 5000;

/** Refuses attempts at once while the server is in trouble: one circuit for each origin and family of endpoints. */
export class CircuitBreaker {
  readonly #parts: CircuitParts;
  readonly #places = new Map<string, Place>();

  constructor(parts: CircuitParts) {
    this.#parts = parts;
  }

  /** For in front of a rate limit: nobody shall wait for a permit only to be refused then. */
  readonly refuse: AttemptStage = async (attempt, next) => {
    await this.#check(attempt, this.#placeOf(attempt));
    return await next(attempt);
  };

  readonly stage: AttemptStage = async (attempt, next) => {
    const place = this.#placeOf(attempt);
    const { clock } = this.#parts;
    await this.#check(attempt, place);
    const pass = this.#changing(place, () => place.circuit.enter());
    const startedAt = clock.now();
    let outcome: AttemptOutcome = 'nothing';
    try {
      const received = await next(attempt);
      outcome = 'success';
      return received;
    } catch (error) {
      outcome = judge(error, attempt, clock.now() - startedAt);
      throw error;
    } finally {
      this.#changing(place, () => place.circuit.leave(pass, outcome, clock.now()));
    }
  };

  /** Every circuit there has been a request for. */
  snapshot(): readonly CircuitSnapshot[] {
    const now = this.#parts.clock.now();
    return Array.from(this.#places.values(), ({ origin, bucket, circuit }) => {
      const { failures, state } = circuit;
      return { origin, bucket, state, failures, retryAfterMs: circuit.closedFor(now) };
    });
  }

  #placeOf({ call, request }: AttemptExchange): Place {
    const { origin } = new URL(call.url);
    const bucket = bucketOf(request);
    const key = `${bucket}@${origin}`;
    const place = this.#places.get(key) ?? { origin, bucket, circuit: new Circuit(this.#parts.policy), askedAt: 0 };
    this.#places.set(key, place);
    return place;
  }

  async #check(attempt: AttemptExchange, place: Place): Promise<void> {
    if (place.circuit.state === 'closed') await this.#hearFromOthers(attempt, place);
    const waitMs = place.circuit.closedFor(this.#parts.clock.now());
    if (waitMs === 0) return;
    const { operation, requestId } = attempt.call;
    const { bucket, circuit, origin } = place;
    throw new CivitaiError(
      `${operation}: not sent, for "${bucket}" at ${origin} has failed ${circuit.failures} times in a row. ` +
        `It will be tried again in ${Math.ceil(waitMs / 1000)} s.`,
      {
        code: 'circuit_open',
        requestId,
        attempts: attempt.scope.attempts,
        retryAfterMs: waitMs,
        retryable: true,
        details: { bucket, neverSent: true },
      },
    );
  }

  /** Opens the circuit if another replica has opened it. */
  async #hearFromOthers({ scope }: AttemptExchange, place: Place): Promise<void> {
    const { clock, outside, policy, store } = this.#parts;
    const now = clock.now();
    if (store === undefined || outside.resting || now < place.askedAt + askEveryMs) return;
    place.askedAt = now;
    const asking = this.#guarded(place, () => store.openUntil(keyOf(place)));
    const until = isPromise(asking) ? await scope.race(asking) : asking;
    if (typeof until !== 'number' || until <= clock.now() || place.circuit.state !== 'closed') return;
    // Clocks differ, and nobody else shall close a circuit for longer than our own policy would.
    const change = { origin: place.origin, bucket: place.bucket, from: place.circuit.state };
    place.circuit.open(Math.min(until, clock.now() + policy.openMs));
    this.#announce({ ...change, to: 'open', failures: place.circuit.failures });
  }

  /** Does something to a circuit; tells everybody when that changes its state. */
  #changing<T>(place: Place, change: () => T): T {
    const from = place.circuit.state;
    const result = change();
    const { failures, openUntil, state: to } = place.circuit;
    if (from === to) return result;
    const { store, outside } = this.#parts;
    this.#announce({ origin: place.origin, bucket: place.bucket, from, to, failures });
    if (store !== undefined && to !== 'half_open' && !outside.resting) {
      const telling = this.#guarded(place, () =>
        to === 'open' ? store.open(keyOf(place), openUntil) : store.close(keyOf(place)),
      );
      if (isPromise(telling)) telling.catch(() => undefined);
    }
    return result;
  }

  #guarded<T>(place: Place, work: () => T | Promise<T>): T | undefined | Promise<T | undefined> {
    const report = (storeError: unknown): undefined => {
      const { origin, bucket, circuit } = place;
      const { failures, state } = circuit;
      this.#parts.notices.circuit({ origin, bucket, from: state, to: state, failures, storeError });
      return undefined;
    };
    try {
      const working = work();
      return isPromise(working) ? this.#parts.outside.inTime(working).catch(report) : working;
    } catch (error) {
      return report(error);
    }
  }

  #announce(change: CircuitEvent): void {
    this.#parts.notices.circuit(change);
    try {
      this.#parts.onChange?.(change);
    } catch {
      // A listener that fails is no reason for a request to fail.
    }
  }
}

function keyOf({ bucket, origin }: Place): string {
  return `${bucket}@${origin}`;
}

/** Failures are those of the server and the network; what the caller did wrong, or called off, says nothing. */
function judge(error: unknown, { scope }: AttemptExchange, tookMs: number): AttemptOutcome {
  if (error instanceof AttemptInterrupted) {
    return error.reason === 'late' || (scope.ended === 'timed_out' && tookMs >= slowMs) ? 'failure' : 'nothing';
  }
  if (!isCivitaiError(error)) return 'nothing';
  if (error.code === 'connection_failed') return 'failure';
  if (error.status === undefined) return 'nothing';
  return error.status >= 500 && error.retryable ? 'failure' : 'success';
}
