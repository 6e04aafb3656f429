import type { CivitaiPromise } from '@civitkit/core/client';
import { type ApiRequest, type Pipeline, parseObject } from '@civitkit/core/internal';
import { mapGenerationError } from '../errors/map-generation-error.js';
import { readChatChunks } from './read-chat-chunks.js';
import type { ChatAnswer, ChatChunk, ChatOptions, ChatRequest } from './types.js';

/**
 * Chat in the spelling of OpenAI's API: `generation.chat`. It is paid for by what comes out and has no idempotency key, so
 * it is sent again only when it provably never left; for a chat that can be found again there is the workflow step
 * `steps.chatCompletion`.
 *
 * @example
 * ```ts
 * import { createOrchestrationClient } from '@civitkit/sdk/client';
 *
 * const generation = createOrchestrationClient();
 * const request = { model: 'gpt-4o-mini', messages: [{ role: 'user', content: 'Name three lighthouses.' }] };
 * for await (const chunk of generation.chat.stream(request)) {
 *   process.stdout.write(chunk.choices[0]?.delta.content ?? '');
 * }
 * ```
 */
export class ChatClient {
  readonly #pipeline: Pipeline;
  readonly #url: string;

  /** `baseUrl` is the root of the API: chat lies outside the versioned paths. */
  constructor(pipeline: Pipeline, baseUrl: string) {
    this.#pipeline = pipeline;
    this.#url = `${baseUrl}/v1/chat/completions`;
  }

  /** Asks and waits for the whole answer. */
  complete(request: ChatRequest, options: ChatOptions = {}): CivitaiPromise<ChatAnswer> {
    const { tier, ...callOptions } = options;
    return this.#pipeline.send(
      this.#request('chat.complete', request, tier),
      (json, context) => parseObject(json, 'choices', context) as unknown as ChatAnswer,
      callOptions,
    );
  }

  /**
   * Asks and gives the answer in pieces as they come. Leaving the loop ends the request.
   *
   * @throws InvalidResponseError when the stream ends without its end mark, so that half an answer is not taken for one
   */
  async *stream(request: ChatRequest, options: ChatOptions = {}): AsyncGenerator<ChatChunk, void> {
    const { tier, ...callOptions } = options;
    const operation = 'chat.stream';
    const asked = this.#request(operation, { ...request, stream: true }, tier);
    const answer = await this.#pipeline.open(
      { ...asked, headers: { ...asked.headers, accept: 'text/event-stream' } },
      callOptions,
    );
    yield* readChatChunks(operation, answer);
  }

  #request(operation: string, body: ChatRequest, tier: ChatOptions['tier']): ApiRequest {
    return {
      operation,
      method: 'POST',
      path: [],
      url: this.#url,
      body,
      // The first word may take as long as the whole answer.
      attemptTimeoutMs: null,
      mapError: mapGenerationError,
      ...(tier === undefined ? {} : { headers: { 'x-civitai-tier': tier } }),
    };
  }
}
