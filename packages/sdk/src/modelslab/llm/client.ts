import type { CallOptions, CivitaiPromise } from '@civitkit/core/client';
import { parseObject } from '@civitkit/core/internal';
import { readChatChunks } from '../../chat/read-chat-chunks.js';
import type { ChatAnswer, ChatChunk } from '../../chat/types.js';
import { eventStreamType } from '../../streams/read-events.js';
import type { ModelsLabCall, ModelsLabCalls } from '../request/modelslab-calls.js';
import { findFailure } from './find-failure.js';
import { readMessageEvents } from './read-message-events.js';
import type {
  LlmChatRequest,
  LlmMessageAnswer,
  LlmMessageEvent,
  LlmMessagesRequest,
  LlmModel,
  LlmTokenCount,
  LlmTokensRequest,
  UncensoredChatAnswer,
  UncensoredChatRequest,
} from './types.js';

/** The version of Anthropic's API that the documents name; `headers` of a call's options may name another. */
const anthropicVersion = { 'anthropic-version': '2023-06-01' };
const llm = ['v7', 'llm'] as const;
const uncensored = ['uncensored-chat', 'v1', 'chat', 'completions'] as const;

/**
 * Language models, in OpenAI's form (`chat`) and in Anthropic's (`messages`): `modelsLab.llm`. A chat is paid for and has
 * no idempotency key, so it is sent again only when it provably never left or was refused because of a limit.
 *
 * @example
 * ```ts
 * import { createModelsLabClient } from '@civitkit/sdk/modelslab/client';
 *
 * using modelsLab = createModelsLabClient();
 * const request = {
 *   model: 'meta-llama-3-8B-instruct',
 *   messages: [{ role: 'user', content: 'Name three lighthouses.' }],
 * };
 * for await (const chunk of modelsLab.llm.streamChat(request)) {
 *   process.stdout.write(chunk.choices[0]?.delta.content ?? '');
 * }
 * ```
 */
export class ModelsLabLlm {
  readonly #calls: ModelsLabCalls;

  /** For `ModelsLabClient`. */
  constructor(calls: ModelsLabCalls) {
    this.#calls = calls;
  }

  /** Asks in OpenAI's form and waits for the whole answer. */
  chat(request: LlmChatRequest, options?: CallOptions): CivitaiPromise<ChatAnswer> {
    return this.#complete('llm.chat', [...llm, 'chat', 'completions'], request, options);
  }

  /**
   * Asks in OpenAI's form and gives the answer in pieces as they come. Leaving the loop ends the request.
   *
   * @throws InvalidResponseError when the stream ends without its end mark: half an answer is not taken for one. An error
   * in the stream is of the class it would have as an answer, or else has code `stream_error`
   */
  streamChat(request: LlmChatRequest, options?: CallOptions): AsyncGenerator<ChatChunk, void> {
    return this.#streamChat('llm.streamChat', [...llm, 'chat', 'completions'], request, options);
  }

  /** Asks in Anthropic's form and waits for the whole answer. */
  messages(request: LlmMessagesRequest, options?: CallOptions): CivitaiPromise<LlmMessageAnswer> {
    return this.#calls.send(
      anthropicCall('llm.messages', ['messages'], request),
      (json, context) => parseObject(json, 'content', context) as unknown as LlmMessageAnswer,
      options,
    );
  }

  /**
   * Asks in Anthropic's form and gives the events as they come, `message_stop` last. Leaving the loop ends the request.
   *
   * @throws InvalidResponseError when the stream ends without `message_stop`; for errors in the stream see
   * {@link ModelsLabLlm.streamChat}
   */
  async *streamMessages(request: LlmMessagesRequest, options?: CallOptions): AsyncGenerator<LlmMessageEvent, void> {
    const operation = 'llm.streamMessages';
    const call = streamed(anthropicCall(operation, ['messages'], { ...request, stream: true }));
    const { data, response } = await this.#calls.open(call, options).withResponse();
    yield* readMessageEvents(`modelslab.${operation}`, data, findFailure(operation, data, response));
  }

  /** How many tokens a request has. */
  countTokens(request: LlmTokensRequest, options?: CallOptions): CivitaiPromise<LlmTokenCount> {
    return this.#calls.send(
      { ...anthropicCall('llm.countTokens', ['messages', 'count_tokens'], request), repeatable: true },
      (json, context) => parseObject(json, 'input_tokens', context) as unknown as LlmTokenCount,
      options,
    );
  }

  /** The models there are. */
  models(options?: CallOptions): CivitaiPromise<readonly LlmModel[]> {
    return this.#calls.send(
      { operation: 'llm.models', method: 'GET', path: [...llm, 'v1', 'models'], place: 'xApiKey' },
      (json, context) => {
        const { data } = parseObject(json, 'data', context);
        if (!Array.isArray(data)) throw context.wrongShape('"data", a list of models');
        return data as readonly LlmModel[];
      },
      options,
    );
  }

  /** Asks the uncensored chat, which has a form of its own. */
  uncensoredChat(request: UncensoredChatRequest, options?: CallOptions): CivitaiPromise<UncensoredChatAnswer> {
    return this.#calls.send(
      {
        operation: 'llm.uncensoredChat',
        path: ['v6', 'llm', 'uncensored_chat'],
        parameters: request,
        attemptTimeoutMs: null,
      },
      (json, context) => {
        const { message, meta } = parseObject(json, 'message', context);
        if (typeof message !== 'string') throw context.wrongShape('"message", the text of the answer');
        return { text: message, meta: (meta ?? {}) as UncensoredChatAnswer['meta'] };
      },
      options,
    );
  }

  /** Asks the uncensored chat in OpenAI's form. */
  uncensoredCompletion(request: LlmChatRequest, options?: CallOptions): CivitaiPromise<ChatAnswer> {
    return this.#complete('llm.uncensoredCompletion', uncensored, request, options);
  }

  /** The same in pieces; see {@link ModelsLabLlm.streamChat}. */
  streamUncensoredCompletion(request: LlmChatRequest, options?: CallOptions): AsyncGenerator<ChatChunk, void> {
    return this.#streamChat('llm.streamUncensoredCompletion', uncensored, request, options);
  }

  #complete(
    operation: string,
    path: readonly string[],
    request: LlmChatRequest,
    options: CallOptions | undefined,
  ): CivitaiPromise<ChatAnswer> {
    return this.#calls.send(
      chatCall(operation, path, request),
      (json, context) => parseObject(json, 'choices', context) as unknown as ChatAnswer,
      options,
    );
  }

  async *#streamChat(
    operation: string,
    path: readonly string[],
    request: LlmChatRequest,
    options: CallOptions | undefined,
  ): AsyncGenerator<ChatChunk, void> {
    const call = streamed(chatCall(operation, path, { ...request, stream: true }));
    const { data, response } = await this.#calls.open(call, options).withResponse();
    yield* readChatChunks(`modelslab.${operation}`, data, findFailure(operation, data, response));
  }
}

function chatCall(operation: string, path: readonly string[], request: object): ModelsLabCall {
  // The first word may take as long as the whole answer.
  return { operation, path, place: 'bearer', parameters: request, attemptTimeoutMs: null };
}

function anthropicCall(operation: string, path: readonly string[], request: object): ModelsLabCall {
  return {
    ...chatCall(operation, [...llm, 'v1', ...path], request),
    place: 'xApiKey',
    headers: anthropicVersion,
  };
}

/** What comes instead of a stream is read as a whole, since it may be a failure. */
function streamed(call: ModelsLabCall): ModelsLabCall {
  return { ...call, headers: { ...call.headers, accept: eventStreamType }, streamedType: eventStreamType };
}
