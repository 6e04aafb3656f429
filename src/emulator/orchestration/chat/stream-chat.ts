import { setTimeout as sleep } from 'node:timers/promises';
import type { ChatAnswer } from './complete-chat.js';

/** What every chunk of a stream says. */
export interface ChunkFrame {
  readonly id: string;
  readonly created: number;
  readonly model: string;
}

/** How chunks are sent. */
export interface ChunkPace {
  /** Between chunks. */
  readonly pauseMs: number;
  /** Ends the stream early. */
  readonly signal: AbortSignal;
}

function event(value: unknown): Buffer {
  return Buffer.from(`data: ${typeof value === 'string' ? value : JSON.stringify(value)}\n\n`);
}

function* deltasOf({ pieces, calledFunction }: ChatAnswer, id: string): Generator<Readonly<Record<string, unknown>>> {
  yield { role: 'assistant', content: calledFunction === undefined ? '' : null };
  for (const content of pieces) yield { content };
  if (calledFunction === undefined) return;
  const call = { index: 0, id: `call_${id}`, type: 'function' };
  yield { tool_calls: [{ ...call, function: { name: calledFunction, arguments: '' } }] };
  yield { tool_calls: [{ index: 0, function: { arguments: '{}' } }] };
}

/** Sends answers as server-sent events, one answer after another; `[DONE]` is the last. */
export async function* streamChat(
  frame: ChunkFrame,
  answers: readonly ChatAnswer[],
  usage: unknown,
  { pauseMs, signal }: ChunkPace,
): AsyncGenerator<Buffer> {
  const common = { ...frame, object: 'chat.completion.chunk' };
  for (const [index, answer] of answers.entries()) {
    for (const delta of deltasOf(answer, frame.id)) {
      if (signal.aborted) return;
      yield event({ ...common, choices: [{ index, delta, finish_reason: null }] });
      if (pauseMs > 0) await sleep(pauseMs, undefined, { signal }).catch(() => undefined);
    }
    yield event({ ...common, choices: [{ index, delta: {}, finish_reason: answer.finishReason }] });
  }
  if (usage !== undefined) yield event({ ...common, choices: [], usage });
  yield event('[DONE]');
}
