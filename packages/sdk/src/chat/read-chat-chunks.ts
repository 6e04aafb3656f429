import { CivitaiError, InvalidResponseError } from '@civitkit/core/client';
import { isJsonObject, type StreamedAnswer } from '@civitkit/core/internal';
import { createParser } from 'eventsource-parser';
import type { ChatChunk } from './types.js';

const endMark = '[DONE]';

/**
 * Reads the pieces of a streamed chat.
 *
 * @throws InvalidResponseError for something else than server-sent events, a broken piece, or an end without its mark;
 * CivitaiError with code `stream_error` for an error that the server reports in the stream
 */
export async function* readChatChunks(
  operation: string,
  { body, headers, status }: StreamedAnswer,
): AsyncGenerator<ChatChunk, void> {
  const contentType = headers['content-type'] ?? '';
  if (!contentType.includes('text/event-stream')) {
    throw new InvalidResponseError(
      `${operation}: the server answered with "${contentType}" and not with a stream of events. Use complete() for this model.`,
      { code: 'unexpected_content_type', status },
    );
  }
  const pending: string[] = [];
  const parser = createParser({ onEvent: ({ data }) => pending.push(data) });
  const decoder = new TextDecoder();
  for await (const chunk of body) {
    parser.feed(decoder.decode(chunk, { stream: true }));
    for (const data of pending.splice(0)) {
      if (data === endMark) return;
      yield readChunk(operation, data);
    }
  }
  throw new InvalidResponseError(
    `${operation}: the stream ended without its end mark, so the answer may be incomplete. Ask again.`,
    { code: 'incomplete_stream', status, retryable: true },
  );
}

function readChunk(operation: string, data: string): ChatChunk {
  const chunk = parse(data);
  if (!isJsonObject(chunk)) {
    throw new InvalidResponseError(`${operation}: a piece of the stream is no JSON object. Ask again.`, {
      code: 'invalid_json',
      retryable: true,
    });
  }
  if ('error' in chunk) throw streamError(operation, chunk['error']);
  return chunk as unknown as ChatChunk;
}

/** Once the stream has begun, the status can no longer say that something went wrong. */
function streamError(operation: string, error: unknown): CivitaiError {
  const said = isJsonObject(error) ? error['message'] : error;
  const text = typeof said === 'string' && said !== '' ? said.slice(0, 300) : 'no explanation';
  return new CivitaiError(`${operation}: the server ended the stream with an error: ${text}`, { code: 'stream_error' });
}

function parse(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return undefined;
  }
}
