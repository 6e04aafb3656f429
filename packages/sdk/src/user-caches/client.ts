import { type CallOptions, CivitaiPromise, ValidationError } from '@civitkit/core/client';
import type { Pipeline } from '@civitkit/core/internal';
import { mapGenerationError } from '../errors/map-generation-error.js';

/** What the server remembers of site accounts: `generation.userCaches`. For system accounts alone; others get 403. */
export class UserCachesClient {
  readonly #pipeline: Pipeline;

  constructor(pipeline: Pipeline) {
    this.#pipeline = pipeline;
  }

  /** Makes the server read everything about a user again. */
  invalidate(userId: number, options?: CallOptions): CivitaiPromise<void> {
    return this.#delete('userCaches.invalidate', userId, [], options);
  }

  /** Makes the server read a user's tokens again. */
  invalidateTokens(userId: number, options?: CallOptions): CivitaiPromise<void> {
    return this.#delete('userCaches.invalidateTokens', userId, ['tokens'], options);
  }

  #delete(
    operation: string,
    userId: number,
    below: readonly string[],
    options: CallOptions | undefined,
  ): CivitaiPromise<void> {
    if (typeof userId !== 'number') throw new TypeError(`${operation}: the user's id must be a number`);
    if (!Number.isSafeInteger(userId) || userId < 1) {
      const message = `must be a whole number from 1, got ${userId}`;
      const issues = [{ path: 'userId', message }];
      const refused = new ValidationError(`${operation}: the user's id ${message}.`, {
        code: 'invalid_argument',
        issues,
      });
      return new CivitaiPromise(Promise.reject(refused));
    }
    return this.#pipeline.send(
      {
        operation,
        method: 'DELETE',
        path: ['consumer', 'civitai', userId, ...below],
        answer: 'nothing',
        idempotent: true,
        mapError: mapGenerationError,
      },
      () => undefined,
      options,
    );
  }
}
