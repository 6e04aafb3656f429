import { isJsonObject } from '../../http/body-checks.js';
import { type ChatRequest, calledFunction } from '../../orchestration/chat/read-chat-request.js';
import type { Failure } from '../failures/failure.js';
import type { Members } from '../route.js';
import { llmError } from './llm-error.js';

/** A request for an answer of a model. */
export interface LlmRequest extends ChatRequest {
  /** `[emulator:errors=text]` in a message: the stream breaks off after its first words, and says that. */
  readonly breaksWith: string | undefined;
}

const BREAK = /\[emulator:errors=([^\]"\\]*)\]/;
const USUAL_MODEL = 'meta-llama-3-8B-instruct';

/** Reads a request in the form of OpenAI or of Anthropic, which differ little here. */
export function readLlmRequest(body: Members, usualModel: string = USUAL_MODEL): LlmRequest | Failure {
  const { max_tokens: maxTokens, messages, stream_options: options } = body;
  if (!Array.isArray(messages) || messages.length === 0) return llmError(400, 'messages is required');
  const wrong = messages.findIndex((message) => !isJsonObject(message) || typeof message['role'] !== 'string');
  if (wrong !== -1) return llmError(400, `messages.${wrong}.role is required`);
  if (maxTokens !== undefined && !(typeof maxTokens === 'number' && maxTokens >= 1)) {
    return llmError(400, 'max_tokens must be at least 1');
  }
  // The second name is that of a guide and of the official command line.
  const model = body['model'] ?? body['model_id'] ?? usualModel;
  if (typeof model !== 'string') return llmError(400, 'model must be a string');
  if (model.startsWith('no-such-')) return llmError(400, `Model not found: ${model}`, 'model_not_found');
  return {
    model,
    messages: messages.filter(isJsonObject),
    isStreamed: body['stream'] === true,
    includesUsage: isJsonObject(options) && options['include_usage'] === true,
    count: 1,
    maxTokens: typeof maxTokens === 'number' ? maxTokens : Number.POSITIVE_INFINITY,
    stops: [body['stop'] ?? body['stop_sequences'] ?? []].flat().filter((stop) => typeof stop === 'string'),
    isJson: isJsonObject(body['response_format']),
    calledFunction: calledFunction(body),
    breaksWith: BREAK.exec(JSON.stringify(messages))?.[1],
  };
}
