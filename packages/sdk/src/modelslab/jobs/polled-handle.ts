import { isCivitaiError, type Result } from '@civitkit/core/client';
import type { PolledLife } from './polled-life.js';

/** What can be awaited for its end and iterated for its progress. */
export class PolledHandle<R, P extends object> implements PromiseLike<R>, AsyncIterable<P> {
  readonly #life: PolledLife<R, P>;

  /** Handles come from the client. */
  constructor(life: PolledLife<R, P>) {
    this.#life = life;
  }

  /** How far it was when it was read last. */
  get state(): P {
    return this.#life.progress;
  }

  /** The outcome as data instead of an exception; still rejects for the caller's own cancellation. */
  async asResult(): Promise<Result<R>> {
    try {
      return { ok: true, value: await this.#life.end() };
    } catch (error) {
      if (isCivitaiError(error)) return { ok: false, error };
      throw error;
    }
  }

  // oxlint-disable-next-line unicorn/no-thenable -- to be awaited is what it is for
  then<T = R, F = never>(
    onFulfilled?: ((result: R) => T | PromiseLike<T>) | null,
    onRejected?: ((reason: unknown) => F | PromiseLike<F>) | null,
  ): Promise<T | F> {
    return this.#life.end().then(onFulfilled, onRejected);
  }

  /**
   * The progress from now on, beginning with the newest state; ends with the thing itself, however it ended, and throws
   * when it cannot be followed any more. Leaving a loop leaves the thing alone.
   */
  [Symbol.asyncIterator](): AsyncIterableIterator<P, undefined> {
    return this.#life.changes();
  }
}
