import { describe, expect, it } from 'vitest';
import { json, type Responder, reset } from '../../../../test/support/loopback-server.js';
import { canary, errorOf, sent, useModelsLab } from './job-support.js';

const served = useModelsLab();
const chat = { model: 'm', messages: [{ role: 'user', content: 'hi' }], extra: { kept: true } };
const messages = { ...chat, max_tokens: 50 };

/** The stream that the documents show. */
const sampleStream =
  'data: {"id":"chat-5b1d","object":"chat.completion.chunk","choices":[{"index":0,"delta":{"content":"Th"},"finish_reason":null}]}\n\n' +
  'data: {"id":"chat-5b1d","object":"chat.completion.chunk","choices":[{"index":0,"delta":{"content":"ree."},"finish_reason":"stop"}]}\n\n' +
  'data: [DONE]\n\n';

/** Sends a stream in pieces of some bytes, so that events and characters are cut anywhere. */
function stream(whole: string, pieceBytes = 11): Responder {
  return async (_, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
    const bytes = Buffer.from(whole);
    for (let start = 0; start < bytes.length; start += pieceBytes) {
      const piece = bytes.subarray(start, start + pieceBytes);
      await new Promise<void>((resolve) => response.write(piece, () => setImmediate(resolve)));
    }
    response.end();
  };
}

function named(name: string, data: object): string {
  return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}

async function collect<T>(values: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const value of values) found.push(value);
  return found;
}

const events = [
  named('message_start', { type: 'message_start', message: { id: 'msg_1', content: [], model: 'm' } }),
  named('content_block_start', { type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } }),
  named('ping', {}),
  named('content_block_delta', {
    type: 'content_block_delta',
    index: 0,
    delta: { type: 'text_delta', text: 'Grüße' },
    unknown: [1],
  }),
  named('something_new', { type: 'something_new', value: 7 }),
  named('content_block_stop', { type: 'content_block_stop', index: 0 }),
  named('message_delta', { type: 'message_delta', delta: { stop_reason: 'end_turn' }, usage: { output_tokens: 2 } }),
];
const lastEvent = named('message_stop', { type: 'message_stop' });

describe('streams in OpenAI’s form', () => {
  it.each([1, 7, 1000])('gives the pieces of the sample, cut every %i bytes', async (pieceBytes) => {
    const client = await served.serve(stream(sampleStream, pieceBytes));
    const chunks = await collect(client.llm.streamChat(chat));
    expect(chunks.map(({ choices }) => choices[0]?.delta.content)).toEqual(['Th', 'ree.']);
    const [exchange] = served.server.exchanges;
    expect(exchange?.url).toBe('/api/v7/llm/chat/completions');
    expect(exchange?.headers).toMatchObject({ accept: 'text/event-stream', authorization: `Bearer ${canary}` });
    expect(sent(served.server, 0)).toEqual({ ...chat, stream: true });
  });

  it('has the uncensored one at its own address', async () => {
    const client = await served.serve(stream(sampleStream));
    expect(await collect(client.llm.streamUncensoredCompletion({ messages: chat.messages }))).toHaveLength(2);
    expect(served.server.exchanges[0]?.url).toBe('/api/uncensored-chat/v1/chat/completions');
  });

  it('does not take half an answer for one', async () => {
    const client = await served.serve(stream(sampleStream.replace('data: [DONE]\n\n', '')));
    await expect(collect(client.llm.streamChat(chat))).rejects.toMatchObject({
      name: 'InvalidResponseError',
      code: 'incomplete_stream',
    });
  });

  it('refuses a piece that is no JSON', async () => {
    const client = await served.serve(stream('data: {oops\n\n'));
    await expect(collect(client.llm.streamChat(chat))).rejects.toMatchObject({ code: 'invalid_json' });
  });

  it('ends the request when the loop is left', async () => {
    let closed: Promise<unknown> | undefined;
    const client = await served.serve((_, response) => {
      closed = new Promise((resolve) => response.once('close', resolve));
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(sampleStream.slice(0, sampleStream.indexOf('\n\n') + 2));
    });
    for await (const { choices } of client.llm.streamChat(chat)) {
      expect(choices[0]?.delta.content).toBe('Th');
      break;
    }
    await closed;
    expect(served.server.exchanges).toHaveLength(1);
  });
});

describe('streams in Anthropic’s form', () => {
  it('gives the events by their names, unknown ones and unknown members too', async () => {
    const client = await served.serve(stream([...events, lastEvent].join('')));
    const found = await collect(client.llm.streamMessages(messages));
    expect(found.map(({ type }) => type)).toEqual([
      'message_start',
      'content_block_start',
      'ping',
      'content_block_delta',
      'something_new',
      'content_block_stop',
      'message_delta',
      'message_stop',
    ]);
    expect(found[3]).toMatchObject({ delta: { text: 'Grüße' }, unknown: [1] });
    expect(found[4]).toEqual({ type: 'something_new', value: 7 });
    expect(served.server.exchanges[0]).toMatchObject({
      url: '/api/v7/llm/v1/messages',
      headers: { 'anthropic-version': '2023-06-01', 'x-api-key': canary },
    });
    expect(served.server.exchanges[0]?.headers.authorization).toBeUndefined();
  });

  it.each([
    ['nothing', ''],
    ['the mark of the other form', 'data: [DONE]\n\n'],
  ])('does not take half an answer for one when it ends with %s', async (_name, end) => {
    const client = await served.serve(stream(events.join('') + end));
    await expect(collect(client.llm.streamMessages(messages))).rejects.toMatchObject({ code: 'incomplete_stream' });
  });

  it('speaks another version when asked to', async () => {
    const client = await served.serve(json({ input_tokens: 1 }));
    await client.llm.countTokens(messages, { headers: { 'Anthropic-Version': '2027-01-01' } });
    expect(served.server.exchanges[0]?.headers['anthropic-version']).toBe('2027-01-01');
  });
});

describe('failures have the same class wherever they come', () => {
  const failures = [
    [{ error: { message: 'Invalid API key', type: 'authentication_error' } }, 'AuthenticationError', 'unauthorized'],
    [{ status: 'error', message: 'Insufficient credits' }, 'PermissionError', 'insufficient_credits'],
    [{ type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } }, 'CivitaiError', 'model_busy'],
    [{ error: { message: 'messages is required', code: 'missing' } }, 'ValidationError', 'invalid_request'],
  ] as const;

  it.each(failures)('%j as an answer', async (body, name, code) => {
    const client = await served.serve(json(body));
    const calls = [
      client.llm.chat(chat, { maxRetries: 0 }),
      client.llm.messages(messages, { maxRetries: 0 }),
      client.llm.uncensoredCompletion(chat, { maxRetries: 0 }),
      collect(client.llm.streamChat(chat, { maxRetries: 0 })),
      collect(client.llm.streamMessages(messages, { maxRetries: 0 })),
    ];
    for (const call of calls) expect(await errorOf(call)).toMatchObject({ name, code, status: 200 });
  });

  it.each(failures)('%j in a stream that has begun', async (body, name, code) => {
    const client = await served.serve([
      stream(`${sampleStream.slice(0, sampleStream.indexOf('\n\n') + 2)}data: ${JSON.stringify(body)}\n\n`),
      stream(`${events[0]}${named('error', body)}`),
    ]);
    expect(await errorOf(collect(client.llm.streamChat(chat)))).toMatchObject({ name, code });
    expect(await errorOf(collect(client.llm.streamMessages(messages)))).toMatchObject({ name, code });
  });

  it('an error that is only a text', async () => {
    const client = await served.serve(stream('data: {"error":"the worker went away"}\n\n'));
    const error = await errorOf(collect(client.llm.streamChat(chat)));
    expect(error).toMatchObject({ code: 'stream_error' });
    expect(error.message).toContain('the worker went away');
  });

  it('no error at all, spelled out', async () => {
    const client = await served.serve(stream(sampleStream.replace('"choices"', '"error":null,"choices"')));
    expect(await collect(client.llm.streamChat(chat))).toHaveLength(2);
  });

  it('never shows the key that the server echoes in a stream', async () => {
    const echoes = [{ error: { message: `bad key ${canary}` } }, { error: `bad key ${canary}` }];
    const client = await served.serve(echoes.map((echo) => stream(`data: ${JSON.stringify(echo)}\n\n`)));
    for (const _ of echoes) {
      const error = await errorOf(collect(client.llm.streamChat(chat)));
      expect(error.message).toContain('bad key [redacted]');
      expect(JSON.stringify(error)).not.toContain(canary);
    }
  });
});

describe('a chat is paid for', () => {
  it.each([
    ['the connection breaks', reset],
    ['the server fails', json({ error: { message: 'oops' } }, 500)],
  ])('and is not asked again when %s', async (_name, failure) => {
    const client = await served.serve(failure);
    await errorOf(client.llm.chat(chat));
    await errorOf(client.llm.messages(messages));
    await errorOf(client.llm.uncensoredChat(chat));
    await errorOf(collect(client.llm.streamChat(chat)));
    expect(served.server.exchanges).toHaveLength(4);
  });

  it('but is when it was refused because of a limit', async () => {
    const limit = json({ status: 'error', message: 'Rate limit exceeded', retry_after: 2 }, 429);
    const client = await served.serve([limit, json({ choices: [] })]);
    await expect(client.llm.chat(chat)).resolves.toEqual({ choices: [] });
    expect(served.clock.delays).toContain(2000);
  });
});

it('the result of the uncensored chat stands where others have errors', async () => {
  const client = await served.serve(json({ status: 'success', message: 'Invalid API key? No, a limerick.' }));
  await expect(client.llm.uncensoredChat(chat)).resolves.toEqual({
    text: 'Invalid API key? No, a limerick.',
    meta: {},
  });
});
