import { describe, expect, it } from 'vitest';
import {
  type ChatRouteOptions,
  createChatRoutes,
} from '../../../src/emulator/orchestration/chat/create-chat-routes.js';
import { ask, askJson, jsonOf, listen, serveRoutes } from './serve-routes.js';

interface Choice {
  readonly index: number;
  readonly message: { readonly content: string | null; readonly tool_calls?: readonly unknown[] };
  readonly finish_reason: string;
}

interface Completion {
  readonly id: string;
  readonly object: string;
  readonly choices: readonly Choice[];
  readonly usage: Readonly<Record<string, number>>;
}

interface Chunk {
  readonly object: string;
  readonly choices: readonly {
    readonly index: number;
    readonly delta: { readonly content?: string };
    readonly finish_reason: string | null;
  }[];
  readonly usage?: Readonly<Record<string, number>>;
}

async function start(options: ChatRouteOptions = {}): Promise<string> {
  const api = await listen();
  serveRoutes(api, createChatRoutes({ now: () => 1_700_000_000_000, ...options }));
  return `${api.origin}/v1/chat/completions`;
}

const HELLO = { model: 'm', messages: [{ role: 'user', content: 'hello there' }] };

const complete = async (url: string, extra: Record<string, unknown> = {}): Promise<Completion> =>
  jsonOf<Completion>(askJson(url, { ...HELLO, ...extra }));

async function eventsOf(response: Response): Promise<readonly string[]> {
  return (await response.text()).split('\n\n').flatMap((event) => (event === '' ? [] : [event.replace('data: ', '')]));
}

describe('a chat completion', () => {
  it('has the shape every client of the kind reads', async () => {
    expect(await complete(await start())).toEqual({
      id: 'chatcmpl-1',
      created: 1_700_000_000,
      model: 'm',
      object: 'chat.completion',
      choices: [
        {
          index: 0,
          message: { role: 'assistant', content: 'You said: hello there' },
          finish_reason: 'stop',
          logprobs: null,
        },
      ],
      usage: { prompt_tokens: 2, completion_tokens: 4, total_tokens: 6 },
    });
  });

  it('answers the last user, in parts too, as often and as long as wanted', async () => {
    const url = await start();
    const content = [
      { type: 'text', text: 'two words' },
      { type: 'image_url', image_url: { url: 'data:,' } },
    ];
    const messages = [
      { role: 'system', content: 'Be brief.' },
      { role: 'user', content },
      { role: 'assistant', content: 'Yes?' },
    ];
    const { choices } = await complete(url, { messages, n: 2, max_tokens: 3 });
    expect(choices.map(({ index, message, finish_reason: reason }) => [index, message.content, reason])).toEqual([
      [0, 'You said: two ', 'length'],
      [1, 'You said: two ', 'length'],
    ]);
    expect((await complete(url, { stop: [' there'] })).choices[0]?.message.content).toBe('You said: hello');
    const json = await complete(url, { response_format: { type: 'json_object' } });
    expect(JSON.parse(json.choices[0]?.message.content ?? '')).toEqual({ reply: 'You said: hello there' });
  });

  it('calls a function where the client insists', async () => {
    const url = await start();
    const tools = ['first', 'second'].map((name) => ({ type: 'function', function: { name } }));
    const calledBy = async (choice: unknown): Promise<unknown> =>
      (await complete(url, { tools, tool_choice: choice })).choices[0]?.message.tool_calls;
    expect(await calledBy('auto')).toBeUndefined();
    expect(await calledBy('required')).toMatchObject([
      { type: 'function', function: { name: 'first', arguments: '{}' } },
    ]);
    expect(await calledBy({ type: 'function', function: { name: 'second' } })).toMatchObject([
      { function: { name: 'second' } },
    ]);
  });

  it('streams as server-sent events that end with [DONE]', async () => {
    const response = await askJson(await start(), { ...HELLO, stream: true, stream_options: { include_usage: true } });
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/event-stream']);
    const events = await eventsOf(response);
    expect(events.at(-1)).toBe('[DONE]');
    const chunks = events.slice(0, -1).map((event) => JSON.parse(event) as Chunk);
    expect(new Set(chunks.map(({ object }) => object))).toEqual(new Set(['chat.completion.chunk']));
    const text = chunks.map(({ choices }) => choices[0]?.delta.content ?? '').join('');
    expect([text, chunks.at(-2)?.choices[0]?.finish_reason]).toEqual(['You said: hello there', 'stop']);
    expect(chunks.at(-1)).toMatchObject({ choices: [], usage: { total_tokens: 6 } });
  });

  it('streams calls of functions in pieces', async () => {
    const tools = [{ type: 'function', function: { name: 'look' } }];
    const events = await eventsOf(
      await askJson(await start(), { ...HELLO, tools, tool_choice: 'required', stream: true }),
    );
    expect(events.map((event) => /"finish_reason":("\w+"|null)/.exec(event)?.[1])).toEqual([
      'null',
      'null',
      'null',
      '"tool_calls"',
      undefined,
    ]);
  });

  it('stops streaming when the client leaves', async () => {
    const url = await start({ chunkPauseMs: 1_000_000 });
    const leave = new AbortController();
    const body = JSON.stringify({ ...HELLO, stream: true });
    const headers = { 'content-type': 'application/json' };
    const response = await ask(url, { method: 'POST', body, headers, signal: leave.signal });
    const reader = response.body?.getReader();
    expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toContain('"role":"assistant"');
    leave.abort();
    await expect(reader?.read()).rejects.toThrow('aborted');
  });

  it('is free only with the models of the free tier', async () => {
    const url = await start({ freeModels: ['small'] });
    const statusOf = async (model: string): Promise<number> => {
      const headers = { 'x-civitai-tier': 'free', 'content-type': 'application/json' };
      return (await ask(url, { method: 'POST', body: JSON.stringify({ ...HELLO, model }), headers })).status;
    };
    expect([await statusOf('small'), await statusOf('large')]).toEqual([200, 400]);
  });

  it.each([
    [[], null],
    [{ messages: HELLO.messages }, 'model'],
    [{ model: 'm' }, 'messages'],
    [{ model: 'm', messages: [] }, 'messages'],
    [{ model: 'm', messages: [{ role: 'user', content: 'x' }, { role: 'clown' }] }, 'messages[1].role'],
    [{ ...HELLO, temperature: 3 }, 'temperature'],
    [{ ...HELLO, n: 'two' }, 'n'],
  ])('refuses %j', async (body, param) => {
    const response = await askJson(await start(), body);
    expect([response.status, response.headers.get('content-type')]).toEqual([400, 'application/problem+json']);
    expect(await jsonOf<unknown>(response)).toMatchObject({
      status: 400,
      error: { param, type: 'invalid_request_error' },
    });
  });

  it('wants JSON that says so, and a token', async () => {
    const url = await start();
    expect((await ask(url, { method: 'POST', body: JSON.stringify(HELLO) })).status).toBe(415);
    expect((await askJson(url, HELLO, 'POST', 'nobody')).status).toBe(401);
  });
});
