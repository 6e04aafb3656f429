import { CivitaiError } from '@civitkit/core/client';
import { isJsonObject, type JsonObject, type StreamedAnswer } from '@civitkit/core/internal';

/** Looks for an error in a piece of a stream: once it has begun, the status can no longer say that something went wrong. */
export type FindStreamFailure = (piece: JsonObject, text: string) => CivitaiError | undefined;

/** Finds errors in the member `error`: an object with a `message`, or a text. */
export function findStreamError(operation: string, answer: StreamedAnswer): FindStreamFailure {
  return ({ error }) => {
    if (error === undefined || error === null) return undefined;
    const said = isJsonObject(error) ? error['message'] : error;
    const text = typeof said === 'string' && said !== '' ? answer.redact(said).slice(0, 300) : 'no explanation';
    return new CivitaiError(`${operation}: the server ended the stream with an error: ${text}`, {
      code: 'stream_error',
    });
  };
}
