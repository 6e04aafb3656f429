import { isCivitaiError } from '../errors/civitai-error.js';
import type { Result } from '../result/result.js';
import type { Answer } from './api-request.js';

/**
 * What every call returns: a promise of the value that can also be asked for the outcome as data, or for the answer's
 * status and headers. The request is sent once, however often it is asked.
 *
 * @example
 * ```ts
 * import { createCivitaiClient } from '@civitkit/core/client';
 *
 * const civitai = createCivitaiClient();
 * const model = await civitai.models.get(827184); // throws a CivitaiError
 * const outcome = await civitai.models.get(0).asResult(); // { ok: false, error }
 * const { data, response } = await civitai.models.get(1).withResponse();
 * console.log(model.name, outcome.ok, data.id, response.headers['cache-control']);
 * ```
 */
export class CivitaiPromise<T> extends Promise<T> {
  readonly #answer: Promise<Answer<T>>;

  constructor(answer: Promise<Answer<T>>) {
    // This promise's own state is never used: `then` below reads from the answer. If it settled with the answer, a
    // caller that only uses asResult() would get an unhandled rejection.
    super((resolve) => {
      resolve(undefined as T);
    });
    this.#answer = answer;
  }

  /** `then`, `catch` and `finally` give plain promises. */
  static override get [Symbol.species](): PromiseConstructor {
    return Promise;
  }

  /**
   * The outcome as data instead of an exception. Still rejects for what is not an outcome of the call: the caller's own
   * cancellation and errors thrown by the caller's middleware.
   */
  async asResult(): Promise<Result<T>> {
    try {
      return { ok: true, value: (await this.#answer).data };
    } catch (error) {
      if (isCivitaiError(error)) return { ok: false, error };
      throw error;
    }
  }

  /** The value together with status, headers, request id and number of attempts. */
  withResponse(): Promise<Answer<T>> {
    return this.#answer;
  }

  // oxlint-disable-next-line unicorn/no-thenable -- a promise subclass is a thenable by design
  override then<R = T, F = never>(
    onFulfilled?: ((value: T) => R | PromiseLike<R>) | null,
    onRejected?: ((reason: unknown) => F | PromiseLike<F>) | null,
  ): Promise<R | F> {
    return this.#answer.then(({ data }) => data).then(onFulfilled, onRejected);
  }
}
