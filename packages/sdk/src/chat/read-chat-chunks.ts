import type { StreamedAnswer } from '@civitkit/core/internal';
import { incompleteStream, readEvents, readPiece } from '../streams/read-events.js';
import { type FindStreamFailure, findStreamError } from '../streams/stream-failure.js';
import type { ChatChunk } from './types.js';

const endMark = '[DONE]';

/**
 * Reads the pieces of a streamed chat.
 *
 * @throws InvalidResponseError for something else than server-sent events, a broken piece, or an end without its mark;
 * what `findFailure` makes of an error that the server reports in the stream, by default a CivitaiError with code
 * `stream_error`
 */
export async function* readChatChunks(
  operation: string,
  answer: StreamedAnswer,
  findFailure: FindStreamFailure = findStreamError(operation, answer),
): AsyncGenerator<ChatChunk, void> {
  const instead = 'Ask for the whole answer at once with this model.';
  for await (const { data } of readEvents(operation, answer, instead)) {
    if (data === endMark) return;
    const piece = readPiece(operation, data);
    const failure = findFailure(piece, data);
    if (failure !== undefined) throw failure;
    yield piece as unknown as ChatChunk;
  }
  throw incompleteStream(operation, answer.status);
}
