import { jsonReply, type Reply } from '../../http/reply.js';
import type { OrchestrationRequest, OrchestrationRoute } from '../route.js';
import { chatError } from './chat-error.js';
import { answerChat, type ChatAnswer, countTokens } from './complete-chat.js';
import { readChatRequest } from './read-chat-request.js';
import { streamChat } from './stream-chat.js';

/** How chats are answered. */
export interface ChatRouteOptions {
  /** The models `X-Civitai-Tier: free` may use; `emulated/free-chat` unless told. */
  readonly freeModels?: readonly string[];
  /** The pause behind each chunk of a stream; none unless told. */
  readonly chunkPauseMs?: number;
  /** Milliseconds since 1970; the machine's clock unless told. */
  readonly now?: () => number;
}

const FREE_MODELS = ['emulated/free-chat'];

function messageOf({ pieces, calledFunction }: ChatAnswer, id: string): Readonly<Record<string, unknown>> {
  if (calledFunction === undefined) return { role: 'assistant', content: pieces.join('') };
  const call = { id: `call_${id}`, type: 'function', function: { name: calledFunction, arguments: '{}' } };
  return { role: 'assistant', content: null, tool_calls: [call] };
}

function complete(request: OrchestrationRequest, id: string, options: ChatRouteOptions): Reply {
  const { freeModels = FREE_MODELS, chunkPauseMs = 0, now = Date.now } = options;
  const read = readChatRequest(request);
  if ('status' in read) return read;
  const { model, count, isStreamed, includesUsage } = read;
  if (request.headers['x-civitai-tier'] === 'free' && !freeModels.includes(model)) {
    return chatError(400, 'model', `${model} is not in the free tier. There are: ${freeModels.join(', ')}.`);
  }
  const answer = answerChat(read);
  const usage = countTokens(read, answer);
  const frame = { id, created: Math.floor(now() / 1000), model };
  const answers = Array.from({ length: count }, () => answer);
  if (isStreamed) {
    const pace = { pauseMs: chunkPauseMs, signal: request.gone };
    return {
      status: 200,
      headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' },
      body: streamChat(frame, answers, includesUsage ? usage : undefined, pace),
    };
  }
  const choices = answers.map((one, index) => ({
    index,
    message: messageOf(one, id),
    finish_reason: one.finishReason,
    logprobs: null,
  }));
  return jsonReply(200, { ...frame, object: 'chat.completion', choices, usage });
}

/** `POST /v1/chat/completions`. */
export function createChatRoutes(options: ChatRouteOptions = {}): readonly OrchestrationRoute[] {
  let count = 0;
  return [
    {
      method: 'POST',
      path: '/v1/chat/completions',
      handle: (request) => {
        count += 1;
        return complete(request, `chatcmpl-${count}`, options);
      },
    },
  ];
}
