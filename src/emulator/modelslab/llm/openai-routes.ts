import type { Reply } from '../../http/reply.js';
import { jsonReply } from '../../http/reply.js';
import { answerChat, type ChatAnswer, countTokens } from '../../orchestration/chat/complete-chat.js';
import { type ChunkFrame, streamChat } from '../../orchestration/chat/stream-chat.js';
import type { Failure } from '../failures/failure.js';
import type { KeyPlace, Members, ModelsLabRequest, ModelsLabRoute } from '../route.js';
import { type LlmRequest, readLlmRequest } from './read-llm-request.js';

/** Headers of a stream of events. */
export const STREAM_HEADERS: Readonly<Record<string, string>> = {
  'content-type': 'text/event-stream',
  'cache-control': 'no-cache',
};

function messageOf({ calledFunction, pieces }: ChatAnswer, id: string): Members {
  if (calledFunction === undefined) return { role: 'assistant', content: pieces.join('') };
  const call = { id: `call_${id}`, type: 'function', function: { name: calledFunction, arguments: '{}' } };
  return { role: 'assistant', content: null, tool_calls: [call] };
}

/** The first piece, and then no more than why there is no second. */
async function* broken(stream: AsyncIterable<Buffer>, why: string): AsyncGenerator<Buffer> {
  let count = 0;
  for await (const chunk of stream) {
    yield chunk;
    count += 1;
    if (count === 2) break;
  }
  yield Buffer.from(
    `data: ${JSON.stringify({ error: { message: why, type: 'server_error', code: 'stream_failed' } })}\n\n`,
  );
}

function complete(read: LlmRequest, frame: ChunkFrame, { gone }: ModelsLabRequest, pauseMs: number): Reply {
  const answer = answerChat(read);
  const usage = countTokens(read, answer);
  if (read.isStreamed) {
    const pace = { pauseMs, signal: gone };
    const stream = streamChat(frame, [answer], read.includesUsage ? usage : undefined, pace);
    const body = read.breaksWith === undefined ? stream : broken(stream, read.breaksWith);
    return { status: 200, headers: STREAM_HEADERS, body };
  }
  const choice = { index: 0, message: messageOf(answer, frame.id), finish_reason: answer.finishReason };
  return jsonReply(200, { ...frame, object: 'chat.completion', choices: [choice], usage });
}

/** Chats in the form of OpenAI: the present API, and the one without a filter. */
export function createOpenAiRoutes(chunkPauseMs: number): readonly ModelsLabRoute[] {
  let count = 0;
  const route = (path: string, key: KeyPlace, model?: string): ModelsLabRoute => ({
    method: 'POST',
    path,
    key,
    handle: (request): Reply | Failure => {
      const read = readLlmRequest(request.body, model);
      if ('httpStatus' in read) return read;
      count += 1;
      const frame = { id: `chat-${count}`, created: Math.floor(Date.now() / 1000), model: read.model };
      return complete(read, frame, request, chunkPauseMs);
    },
  });
  return [
    route('/v7/llm/chat/completions', 'chat'),
    route('/uncensored-chat/v1/chat/completions', 'bearer', 'ModelsLab/Llama-3.1-8b-Uncensored-Dare'),
    {
      method: 'POST',
      path: '/v6/llm/uncensored_chat',
      key: 'body',
      handle: ({ body }) => {
        const read = readLlmRequest(body);
        if ('httpStatus' in read)
          return { httpStatus: 400, body: { status: 'error', message: 'messages is required' } };
        const { key: _, ...meta } = body;
        // The result is where errors have their text.
        return jsonReply(200, { status: 'success', message: answerChat(read).pieces.join(''), meta });
      },
    },
  ];
}
