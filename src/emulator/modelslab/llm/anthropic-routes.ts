import { jsonReply } from '../../http/reply.js';
import { answerChat, countTokens } from '../../orchestration/chat/complete-chat.js';
import { MODELS } from '../models/model-list.js';
import type { Members, ModelsLabRoute } from '../route.js';
import { llmError } from './llm-error.js';
import { STREAM_HEADERS } from './openai-routes.js';
import { readLlmRequest } from './read-llm-request.js';
import { streamMessage } from './stream-messages.js';

const STOP_REASONS = { stop: 'end_turn', length: 'max_tokens', tool_calls: 'tool_use' } as const;

function missing(body: Members, names: readonly string[]): string | undefined {
  return names.find((name) => body[name] === undefined);
}

/** Chats in the form of Anthropic, and the models there are. */
export function createAnthropicRoutes(chunkPauseMs: number): readonly ModelsLabRoute[] {
  let count = 0;
  const path = '/v7/llm/v1/messages';
  return [
    {
      method: 'POST',
      path,
      key: 'llm',
      handle: ({ body, gone }) => {
        const lacks = missing(body, ['model', 'max_tokens', 'messages']);
        if (lacks !== undefined) return llmError(400, `${lacks} is required`);
        const read = readLlmRequest(body);
        if ('httpStatus' in read) return read;
        count += 1;
        const answer = answerChat({ ...read, calledFunction: undefined });
        const usage = countTokens(read, answer);
        const frame = { id: `msg_${count}`, type: 'message', role: 'assistant', model: read.model };
        const stopReason = STOP_REASONS[answer.finishReason];
        if (read.isStreamed) {
          const { breaksWith } = read;
          const parts = { frame, answer, usage, stopReason, breaksWith, pauseMs: chunkPauseMs, signal: gone };
          return { status: 200, headers: STREAM_HEADERS, body: streamMessage(parts) };
        }
        const content = [{ type: 'text', text: answer.pieces.join('') }];
        const tokens = { input_tokens: usage.prompt_tokens, output_tokens: usage.completion_tokens };
        return jsonReply(200, { ...frame, content, stop_reason: stopReason, usage: tokens });
      },
    },
    {
      method: 'POST',
      path: `${path}/count_tokens`,
      key: 'llm',
      handle: ({ body }) => {
        const lacks = missing(body, ['model', 'messages']);
        if (lacks !== undefined) return llmError(400, `${lacks} is required`);
        const read = readLlmRequest(body);
        if ('httpStatus' in read) return read;
        return jsonReply(200, { input_tokens: countTokens(read, answerChat(read)).prompt_tokens });
      },
    },
    {
      method: 'GET',
      path: '/v7/llm/v1/models',
      key: 'llm',
      handle: () => {
        const chats = MODELS.filter(({ feature }) => feature === 'llmaster');
        const data = chats.map(({ model_id: id, provider }) => ({
          id,
          object: 'model',
          created: 1_712_345_678,
          owned_by: provider,
        }));
        return jsonReply(200, { object: 'list', data });
      },
    },
  ];
}
