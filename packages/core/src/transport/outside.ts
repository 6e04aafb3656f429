import type { Clock } from './clock.js';

/** Something that hung is left alone for this long, or every call would wait for it. */
const restMs = 5000;

/**
 * Stands before something outside, such as a store that replicas share: what hangs fails in time and is then left alone
 * for a while. What to do without it is the caller's business.
 */
export class Outside {
  readonly #what: string;
  readonly #timeoutMs: number;
  readonly #clock: Clock;
  #restsUntil = 0;

  /** @param what - such as `The cache store`, for errors */
  constructor(what: string, timeoutMs: number, clock: Clock) {
    this.#what = what;
    this.#timeoutMs = timeoutMs;
    this.#clock = clock;
  }

  /** Whether it hung a moment ago and should not be asked. */
  get resting(): boolean {
    return this.#clock.now() < this.#restsUntil;
  }

  /** What was asked for, or a rejection when it takes too long. */
  inTime<T>(working: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const cancel = this.#clock.schedule(() => {
        this.#restsUntil = this.#clock.now() + restMs;
        reject(new Error(`${this.#what} did not answer within ${this.#timeoutMs} ms`));
      }, this.#timeoutMs);
      void working.then(resolve, reject).finally(cancel);
    });
  }
}

/** Whether something is still to come. */
export function isPromise<T>(value: T | Promise<T>): value is Promise<T> {
  return typeof value === 'object' && value !== null && typeof (value as { then?: unknown }).then === 'function';
}
