import { type CallOptions, CivitaiPromise, isCivitaiError } from '@civitkit/core/client';
import type { Parser } from '@civitkit/core/internal';
import type { ModelsLabCall, ModelsLabCalls } from './modelslab-calls.js';

/**
 * Sends a call whose method the documents disagree about: by the first, and by the second when the server answers 405,
 * which means that it has done nothing.
 */
export function sendEither<T>(
  calls: ModelsLabCalls,
  call: ModelsLabCall,
  methods: readonly ['GET', 'POST'] | readonly ['POST', 'GET'],
  parser: Parser<T>,
  options: CallOptions = {},
): CivitaiPromise<T> {
  const [first, second] = methods;
  const sent = calls.send({ ...call, method: first }, parser, options).withResponse();
  return new CivitaiPromise(
    sent.catch((error: unknown) => {
      if (!isCivitaiError(error) || error.status !== 405) throw error;
      return calls.send({ ...call, method: second }, parser, options).withResponse();
    }),
  );
}
