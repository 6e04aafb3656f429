import { InvalidResponseError } from '@civitkit/core/client';
import { isJsonObject, type JsonObject, type StreamedAnswer } from '@civitkit/core/internal';
import { createParser } from 'eventsource-parser';

/** The content type of server-sent events. */
export const eventStreamType = 'text/event-stream';

/** One server-sent event. */
export interface StreamEvent {
  /** Its name, where it has one. */
  readonly name: string | undefined;
  readonly data: string;
}

/**
 * The events of an answer, to the end of its body: whether that was the end of what it tells, the caller knows.
 *
 * @throws InvalidResponseError with code `unexpected_content_type` for something else than server-sent events; `instead`
 * says what to do then
 */
export async function* readEvents(
  operation: string,
  answer: StreamedAnswer,
  instead: string,
): AsyncGenerator<StreamEvent, void> {
  const { body, headers, status } = answer;
  const contentType = answer.redact(headers['content-type'] ?? '');
  if (!contentType.includes(eventStreamType)) {
    throw new InvalidResponseError(
      `${operation}: the server answered with "${contentType}" and not with a stream of events. ${instead}`,
      { code: 'unexpected_content_type', status },
    );
  }
  const pending: StreamEvent[] = [];
  const parser = createParser({ onEvent: ({ data, event }) => pending.push({ name: event, data }) });
  const decoder = new TextDecoder();
  for await (const chunk of body) {
    parser.feed(decoder.decode(chunk, { stream: true }));
    yield* pending.splice(0);
  }
}

/**
 * The object in an event.
 *
 * @throws InvalidResponseError with code `invalid_json`
 */
export function readPiece(operation: string, data: string): JsonObject {
  const piece = parse(data);
  if (isJsonObject(piece)) return piece;
  throw new InvalidResponseError(`${operation}: a piece of the stream is no JSON object. Ask again.`, {
    code: 'invalid_json',
    retryable: true,
  });
}

/** The error for a stream that broke off: half an answer is not taken for one. */
export function incompleteStream(operation: string, status: number): InvalidResponseError {
  return new InvalidResponseError(
    `${operation}: the stream ended without its end mark, so the answer may be incomplete. Ask again.`,
    { code: 'incomplete_stream', status, retryable: true },
  );
}

function parse(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return undefined;
  }
}
