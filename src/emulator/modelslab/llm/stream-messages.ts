import { setTimeout as sleep } from 'node:timers/promises';
import type { ChatAnswer, ChatUsage } from '../../orchestration/chat/complete-chat.js';
import type { Members } from '../route.js';

/** What a streamed message is made from. */
export interface MessageStream {
  /** The message without its content. */
  readonly frame: Members;
  readonly answer: ChatAnswer;
  readonly usage: ChatUsage;
  readonly stopReason: string;
  /** Breaks off after the first words, for this reason. */
  readonly breaksWith: string | undefined;
  readonly pauseMs: number;
  readonly signal: AbortSignal;
}

function event(type: string, members: Members): Buffer {
  return Buffer.from(`event: ${type}\ndata: ${JSON.stringify({ type, ...members })}\n\n`);
}

/** Sends a message as named events, in the form of Anthropic. */
export async function* streamMessage(parts: MessageStream): AsyncGenerator<Buffer> {
  const { answer, breaksWith, frame, pauseMs, signal, stopReason, usage } = parts;
  const counted = { input_tokens: usage.prompt_tokens, output_tokens: 0 };
  yield event('message_start', { message: { ...frame, content: [], stop_reason: null, usage: counted } });
  yield event('content_block_start', { index: 0, content_block: { type: 'text', text: '' } });
  yield event('ping', {});
  for (const text of answer.pieces) {
    if (signal.aborted) return;
    yield event('content_block_delta', { index: 0, delta: { type: 'text_delta', text } });
    if (breaksWith !== undefined) {
      yield event('error', { error: { type: 'overloaded_error', message: breaksWith } });
      return;
    }
    if (pauseMs > 0) await sleep(pauseMs, undefined, { signal }).catch(() => undefined);
  }
  yield event('content_block_stop', { index: 0 });
  const delta = { stop_reason: stopReason, stop_sequence: null };
  yield event('message_delta', { delta, usage: { output_tokens: usage.completion_tokens } });
  yield event('message_stop', {});
}
