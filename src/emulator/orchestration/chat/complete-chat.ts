import { isJsonObject } from '../../http/body-checks.js';
import type { ChatRequest } from './read-chat-request.js';

/** One answer: words, or a call of a function. */
export interface ChatAnswer {
  /** In the pieces a stream sends; empty for calls. */
  readonly pieces: readonly string[];
  readonly calledFunction?: string;
  readonly finishReason: 'stop' | 'length' | 'tool_calls';
}

/** How many tokens went in and came out. */
export interface ChatUsage {
  readonly prompt_tokens: number;
  readonly completion_tokens: number;
  readonly total_tokens: number;
}

/** The words of a message, whether a text or a list of parts. */
function textOf({ content }: Readonly<Record<string, unknown>>): string {
  if (typeof content === 'string') return content;
  const parts: readonly unknown[] = Array.isArray(content) ? content : [];
  return parts.map((part) => (isJsonObject(part) && typeof part['text'] === 'string' ? part['text'] : '')).join(' ');
}

/** A token is a word with the space behind it. */
function tokensOf(text: string): readonly string[] {
  return text.match(/\S+\s*/g) ?? [];
}

function cutAtStop(text: string, stops: readonly string[]): string {
  const ends = stops.map((stop) => text.indexOf(stop)).filter((at) => at !== -1);
  return text.slice(0, Math.min(text.length, ...ends));
}

/** Answers the last thing the user said by repeating it: what matters is that the same request gives the same answer. */
export function answerChat({ messages, stops, maxTokens, isJson, calledFunction }: ChatRequest): ChatAnswer {
  if (calledFunction !== undefined) return { pieces: [], calledFunction, finishReason: 'tool_calls' };
  const said = textOf(messages.findLast(({ role }) => role === 'user') ?? {});
  const reply = isJson ? JSON.stringify({ reply: `You said: ${said}` }) : `You said: ${said}`;
  const tokens = tokensOf(cutAtStop(reply, stops));
  if (tokens.length <= maxTokens) return { pieces: tokens, finishReason: 'stop' };
  return { pieces: tokens.slice(0, maxTokens), finishReason: 'length' };
}

/** Counts the tokens of a request and of all its answers. */
export function countTokens({ messages, count }: ChatRequest, { pieces }: ChatAnswer): ChatUsage {
  const prompt = messages.reduce((sum, message) => sum + tokensOf(textOf(message)).length, 0);
  const completion = pieces.length * count;
  return { prompt_tokens: prompt, completion_tokens: completion, total_tokens: prompt + completion };
}
