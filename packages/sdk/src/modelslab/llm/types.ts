import type { Open } from '@civitkit/core/client';
import type { ChatParameters } from '../../chat/types.js';

/** A chat in OpenAI's form. Members that are not named here are passed through. */
export interface LlmChatRequest extends ChatParameters {
  /** Such as `meta-llama-3-8B-instruct`; `llm.models()` lists them. Some endpoints have a default. */
  readonly model?: string;
  /** Another name of `model` in some documents. */
  readonly model_id?: string;
  /** −2 to 2. */
  readonly presence_penalty?: number;
  /** −2 to 2. */
  readonly frequency_penalty?: number;
}

/** A part of a message in Anthropic's form. */
export interface LlmContentBlock {
  readonly type: Open<'text' | 'image' | 'tool_use' | 'tool_result' | 'thinking'>;
  readonly text?: string;
  readonly [member: string]: unknown;
}

/** One message in Anthropic's form. */
export interface LlmMessage {
  readonly role: Open<'user' | 'assistant'>;
  readonly content: string | readonly LlmContentBlock[];
  readonly [member: string]: unknown;
}

/** What tokens are counted of. Members that are not named here are passed through. */
export interface LlmTokensRequest {
  readonly model: string;
  readonly messages: readonly LlmMessage[];
  readonly system?: string | readonly LlmContentBlock[];
  readonly [member: string]: unknown;
}

/** A chat in Anthropic's form. */
export interface LlmMessagesRequest extends LlmTokensRequest {
  /** From 1. */
  readonly max_tokens: number;
  /** 0 to 1, default 1. */
  readonly temperature?: number;
  /** 0 to 1. */
  readonly top_p?: number;
}

/** How many tokens something has. */
export interface LlmTokenCount {
  readonly input_tokens: number;
  readonly [member: string]: unknown;
}

/** What was used, in Anthropic's form. */
export interface LlmMessageUsage {
  readonly input_tokens?: number;
  readonly output_tokens?: number;
  readonly [member: string]: unknown;
}

/** A whole answer in Anthropic's form. */
export interface LlmMessageAnswer {
  readonly id: string;
  readonly type: Open<'message'>;
  readonly role: Open<'assistant'>;
  readonly content: readonly LlmContentBlock[];
  readonly model: string;
  readonly stop_reason?: Open<'end_turn' | 'max_tokens' | 'stop_sequence' | 'tool_use'> | null;
  readonly usage?: LlmMessageUsage;
  readonly [member: string]: unknown;
}

/** What a piece adds: to a block, or, with `message_delta`, to the message. */
export interface LlmMessageDelta {
  readonly type?: Open<'text_delta' | 'input_json_delta' | 'thinking_delta'>;
  readonly text?: string;
  readonly stop_reason?: LlmMessageAnswer['stop_reason'];
  readonly [member: string]: unknown;
}

/** An event of a streamed answer in Anthropic's form. Events that are not named here are passed through. */
export interface LlmMessageEvent {
  readonly type: Open<
    | 'message_start'
    | 'content_block_start'
    | 'ping'
    | 'content_block_delta'
    | 'content_block_stop'
    | 'message_delta'
    | 'message_stop'
  >;
  /** With `message_start`: the answer as far as it is known. */
  readonly message?: LlmMessageAnswer;
  /** Which block it is about. */
  readonly index?: number;
  /** With `content_block_start`. */
  readonly content_block?: LlmContentBlock;
  /** With `content_block_delta` and `message_delta`. */
  readonly delta?: LlmMessageDelta;
  /** With `message_delta`. */
  readonly usage?: LlmMessageUsage;
  readonly [member: string]: unknown;
}

/** A model that chats. */
export interface LlmModel {
  readonly id: string;
  readonly object?: Open<'model'>;
  /** Seconds since 1970. */
  readonly created?: number;
  readonly owned_by?: string;
  readonly [member: string]: unknown;
}

/** A question to the uncensored chat. Members that are not named here are passed through. */
export interface UncensoredChatRequest {
  readonly messages: ChatParameters['messages'];
  /** Default 1000; documented up to 44 000. */
  readonly max_tokens?: number;
  readonly [member: string]: unknown;
}

/** What the uncensored chat answers. */
export interface UncensoredChatAnswer {
  /** The answer itself: the server has it in `message`, where others have their errors. */
  readonly text: string;
  /** What was asked, defaults included, as the server repeats it. */
  readonly meta: Readonly<Record<string, unknown>>;
}
