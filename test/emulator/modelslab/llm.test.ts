import { describe, expect, it } from 'vitest';
import { type Answer, call, type Members, post, startForTest } from './modelslab-calls.js';

const MESSAGES = [{ role: 'user', content: 'one two three' }];
const CHAT = { model: 'some-model', max_tokens: 50, messages: MESSAGES };

type Send = (path: string, body: object) => Promise<Answer>;

async function start(): Promise<Send> {
  const emulator = await startForTest();
  return (path, body) => call(emulator, 'POST', path, { authorization: `Bearer ${emulator.modelslabKey}` }, body);
}

function dataOf({ text }: Answer): readonly string[] {
  return text.split('\n').flatMap((line) => (line.startsWith('data: ') ? [line.slice(6)] : []));
}

describe('the language models of ModelsLab', () => {
  it('answer in the form of OpenAI', async () => {
    const send = await start();
    const { json } = await send('/v7/llm/chat/completions', CHAT);
    expect(json).toMatchObject({
      object: 'chat.completion',
      model: 'some-model',
      choices: [
        { index: 0, message: { role: 'assistant', content: 'You said: one two three' }, finish_reason: 'stop' },
      ],
      usage: { prompt_tokens: 3, completion_tokens: 5, total_tokens: 8 },
    });
    const tool = { type: 'function', function: { name: 'look_up' } };
    const called = await send('/v7/llm/chat/completions', { ...CHAT, tools: [tool], tool_choice: 'required' });
    expect(called.json).toMatchObject({ choices: [{ finish_reason: 'tool_calls' }] });
  });

  it('stream in the form of OpenAI, to the last word or to a failure', async () => {
    const send = await start();
    const streamed = await send('/v7/llm/chat/completions', { ...CHAT, stream: true });
    expect(streamed.headers.get('content-type')).toBe('text/event-stream');
    const chunks = dataOf(streamed);
    expect(chunks.at(-1)).toBe('[DONE]');
    const words = chunks.slice(0, -1).map((chunk) => {
      const { choices } = JSON.parse(chunk) as { choices: readonly { delta: { content?: string } }[] };
      return choices[0]?.delta.content ?? '';
    });
    expect(words.join('')).toBe('You said: one two three');
    const messages = [{ role: 'user', content: 'a [emulator:errors=Out of memory]' }];
    const broken = dataOf(await send('/v7/llm/chat/completions', { ...CHAT, messages, stream: true }));
    expect(broken.at(-1)).toContain('Out of memory');
  });

  it('answer in the form of Anthropic, whole or as named events', async () => {
    const send = await start();
    const { json } = await send('/v7/llm/v1/messages', CHAT);
    expect(json).toMatchObject({
      type: 'message',
      content: [{ type: 'text', text: 'You said: one two three' }],
      stop_reason: 'end_turn',
      usage: { input_tokens: 3, output_tokens: 5 },
    });
    const streamed = await send('/v7/llm/v1/messages', { ...CHAT, stream: true });
    const names = streamed.text.split('\n').filter((line) => line.startsWith('event: '));
    expect(names.slice(0, 3)).toEqual(['event: message_start', 'event: content_block_start', 'event: ping']);
    expect(names.slice(-3)).toEqual(['event: content_block_stop', 'event: message_delta', 'event: message_stop']);
    const counted = await send('/v7/llm/v1/messages/count_tokens', { model: 'a', messages: MESSAGES });
    expect(counted.json).toEqual({ input_tokens: 3 });
  });

  it('refuse with an error object', async () => {
    const send = await start();
    expect(await send('/v7/llm/chat/completions', { model: 'a' })).toMatchObject({
      status: 400,
      json: { error: { message: 'messages is required', type: 'invalid_request_error' } },
    });
    const unknown = await send('/v7/llm/chat/completions', { ...CHAT, model: 'no-such-model' });
    expect(unknown.json).toMatchObject({ error: { code: 'model_not_found' } });
    expect((await send('/v7/llm/v1/messages', { ...CHAT, max_tokens: undefined })).status).toBe(400);
  });

  it('without a filter have the answer where errors have their text', async () => {
    const emulator = await startForTest();
    const { json } = await post<Members>(emulator, '/v6/llm/uncensored_chat', { messages: MESSAGES, max_tokens: 9 });
    expect(json).toMatchObject({ status: 'success', message: 'You said: one two three', meta: { max_tokens: 9 } });
    expect(JSON.stringify(json)).not.toContain(emulator.modelslabKey);
  });
});
