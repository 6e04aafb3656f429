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
    const failure = readFailure(shown, text);
    // Of an error that says nothing by which to tell its kind, only the place is known.
    return failure?.code === 'error_with_status_200'
      ? (findOther(piece, text) ?? failure)
      : (failure ?? findOther(piece, text));
  };
}
