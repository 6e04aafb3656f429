import type { StreamedAnswer } from '@civitkit/core/internal';
import { incompleteStream, readEvents, readPiece } from '../../streams/read-events.js';
import type { FindStreamFailure } from '../../streams/stream-failure.js';
import type { LlmMessageEvent } from './types.js';

/**
 * Reads the events of a streamed answer in Anthropic's form, the last one, `message_stop`, included.
 *
 * @throws InvalidResponseError for something else than server-sent events, a broken event, or an end without
 * `message_stop`; what `findFailure` finds
 */
export async function* readMessageEvents(
  operation: string,
  answer: StreamedAnswer,
  findFailure: FindStreamFailure,
): AsyncGenerator<LlmMessageEvent, void> {
  const instead = 'Use messages() for this model.';
  for await (const { data, name } of readEvents(operation, answer, instead)) {
    // The mark of the other form, which some servers send after the end of this one.
    if (data === '[DONE]') break;
    const piece = readPiece(operation, data);
    const failure = findFailure(piece, data);
    if (failure !== undefined) throw failure;
    const { type = name ?? 'unnamed' } = piece;
    yield { ...piece, type } as LlmMessageEvent;
    if (type === 'message_stop') return;
  }
  throw incompleteStream(operation, answer.status);
}
