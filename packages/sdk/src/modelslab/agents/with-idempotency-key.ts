import { randomUUID } from 'node:crypto';
import { CivitaiPromise, isCivitaiError } from '@civitkit/core/client';
import { extendError } from '../../errors/extend-error.js';
import type { ModelsLabCall } from '../request/modelslab-calls.js';

/** Sends what moves money under a key by which the server knows it again; errors tell the key. */
export function withIdempotencyKey<T>(
  call: ModelsLabCall,
  given: string | undefined,
  send: (call: ModelsLabCall) => CivitaiPromise<T>,
): CivitaiPromise<T> {
  if (given !== undefined && (typeof given !== 'string' || given.trim() === '')) {
    throw new TypeError(`modelslab.${call.operation}: idempotencyKey must be a text that is not empty`);
  }
  const idempotencyKey = given ?? randomUUID();
  const sent = send({ ...call, headers: { ...call.headers, 'idempotency-key': idempotencyKey } });
  return new CivitaiPromise(
    sent.withResponse().catch((error: unknown) => {
      if (!isCivitaiError(error)) throw error;
      const open = error.status === undefined || error.status >= 500 || error.status === 429;
      throw extendError(error, {
        details: { idempotencyKey },
        remedy: open
          ? 'Whether it was done is not known: to try again, give the same idempotencyKey (details).'
          : undefined,
      });
    }),
  );
}
