import type { ResponseInfo } from '@civitkit/core/client';
import type { StreamedAnswer } from '@civitkit/core/internal';
import { type FindStreamFailure, findStreamError } from '../../streams/stream-failure.js';
import { readFailure } from '../errors/read-failure.js';

/** Finds failures in the pieces of a stream: the same classes as if the answer had failed as a whole. */
export function findFailure(
  operation: string,
  answer: StreamedAnswer,
  { attempts, headers, requestId, status }: ResponseInfo,
): FindStreamFailure {
  const name = `modelslab.${operation}`;
  const findOther = findStreamError(name, answer);
  return (piece, text) => {
    const shown = {
      operation: name,
      status,
      headers,
      text: answer.redact(text),
      requestId,
      attempts,
      retryAfterMs: undefined,
      authenticated: true,
      credentialHelp: 'Check MODELSLAB_API_KEY.',
    };
    return readFailure(shown, text) ?? findOther(piece, text);
  };
}
