import type { CallOptions, Open } from '@civitkit/core/client';

/** A part of a message. */
export type ChatContentPart =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'image_url'; readonly image_url: { readonly url: string; readonly detail?: string } }
  | { readonly type: string & {}; readonly [member: string]: unknown };

/** One message. Members that are not named here are passed through. */
export interface ChatMessage {
  readonly role: Open<'system' | 'user' | 'assistant' | 'tool'>;
  readonly content?: string | readonly ChatContentPart[] | null;
  readonly [member: string]: unknown;
}

/** What is asked of a chat endpoint, whichever model answers. Members that are not named here are passed through. */
export interface ChatParameters {
  readonly messages: readonly ChatMessage[];
  /** 0 to 2. */
  readonly temperature?: number;
  readonly top_p?: number;
  readonly max_tokens?: number;
  readonly stop?: string | readonly string[];
  readonly n?: number;
  readonly seed?: number;
  readonly tools?: readonly unknown[];
  readonly tool_choice?: unknown;
  readonly response_format?: unknown;
  readonly [member: string]: unknown;
}

/** A request to the chat endpoint, in its own spelling. Members that are not named here are passed through. */
export interface ChatRequest extends ChatParameters {
  readonly model: string;
}

/** How a chat is asked. */
export interface ChatOptions extends CallOptions {
  /** `free` asks for the free tier. */
  readonly tier?: 'free';
}

/** What was used. */
export interface ChatUsage {
  readonly prompt_tokens: number;
  readonly completion_tokens: number;
  readonly total_tokens: number;
  readonly [member: string]: unknown;
}

/** One answer of several. */
export interface ChatChoice {
  readonly index: number;
  readonly message: ChatMessage;
  readonly finish_reason?: Open<'stop' | 'length' | 'tool_calls' | 'content_filter'> | null;
  readonly [member: string]: unknown;
}

/** A whole answer. */
export interface ChatAnswer {
  readonly id: string;
  readonly object: Open<'chat.completion'>;
  /** Seconds since 1970. */
  readonly created: number;
  readonly model: string;
  readonly choices: readonly ChatChoice[];
  readonly usage?: ChatUsage | null;
  readonly [member: string]: unknown;
}

/** What a piece adds to one answer. */
export interface ChatDelta {
  readonly role?: string;
  readonly content?: string | null;
  readonly [member: string]: unknown;
}

/** A piece of an answer. */
export interface ChatChunk {
  readonly id: string;
  readonly object: Open<'chat.completion.chunk'>;
  readonly created: number;
  readonly model: string;
  readonly choices: readonly {
    readonly index: number;
    readonly delta: ChatDelta;
    readonly finish_reason?: string | null;
    readonly [member: string]: unknown;
  }[];
  readonly usage?: ChatUsage | null;
  readonly [member: string]: unknown;
}
