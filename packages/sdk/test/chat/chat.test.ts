import { describe, expect, it } from 'vitest';
import { json, type Responder, reset, text } from '../../../../test/support/loopback-server.js';
import { useServedClient } from '../support/served-client.js';

const served = useServedClient();
const request = { model: 'm', messages: [{ role: 'user', content: 'hi' }], extra: { kept: true } };

function chunk(content: string): object {
  return {
    id: 'c',
    object: 'chat.completion.chunk',
    created: 1,
    model: 'm',
    choices: [{ index: 0, delta: { content } }],
  };
}

/** Sends pieces one write at a time, so that events are cut anywhere. */
function events(...pieces: readonly string[]): Responder {
  return async (_, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
    for (const piece of pieces)
      await new Promise<void>((resolve) => response.write(piece, () => setImmediate(resolve)));
    response.end();
  };
}

async function collect(
  chunks: AsyncIterable<{ readonly choices: readonly { readonly delta: object }[] }>,
): Promise<unknown[]> {
  const found: unknown[] = [];
  for await (const one of chunks) found.push(one.choices[0]?.delta);
  return found;
}

describe('complete', () => {
  it('asks the chat endpoint beside the versioned paths and gives its answer', async () => {
    const client = await served.serve(
      json({ id: 'c', object: 'chat.completion', created: 1, model: 'm', choices: [] }),
    );
    const answer = await client.chat.complete(request, { tier: 'free' });
    expect(answer.choices).toEqual([]);
    const [exchange] = served.server.exchanges;
    expect(exchange).toMatchObject({
      method: 'POST',
      url: '/v1/chat/completions',
      headers: { 'x-civitai-tier': 'free' },
    });
    expect(JSON.parse(exchange?.body ?? '')).toEqual(request);
  });
});

describe('a chat is paid for, and has no key to know it again by', () => {
  const answer = json({ id: 'c', object: 'chat.completion', created: 1, model: 'm', choices: [] });

  it.each([
    ['the connection breaks', reset],
    ['the server fails', json({ title: 'Oops', status: 500 }, 500)],
  ])('so it is not asked again when %s', async (_name, failure) => {
    const client = await served.serve([failure, answer]);
    expect(await client.chat.complete(request).asResult()).toMatchObject({ ok: false, error: { attempts: 1 } });
    await served.server.close();
    const other = await served.serve([failure, answer]);
    await expect(collect(other.chat.stream(request))).rejects.toMatchObject({ attempts: 1 });
    expect(served.server.exchanges).toHaveLength(1);
  });
});

describe('stream', () => {
  it('gives the pieces in order, however they were cut on the way', async () => {
    const whole = `data: ${JSON.stringify(chunk('Grüße'))}\n\n: a comment\n\ndata: ${JSON.stringify(chunk('!'))}\n\ndata: [DONE]\n\n`;
    const bytes = Buffer.from(whole);
    const client = await served.serve(async (_, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      for (let start = 0; start < bytes.length; start += 7) {
        await new Promise<void>((resolve) =>
          response.write(bytes.subarray(start, start + 7), () => setImmediate(resolve)),
        );
      }
      response.end();
    });
    expect(await collect(client.chat.stream(request))).toEqual([{ content: 'Grüße' }, { content: '!' }]);
    expect(JSON.parse(served.server.exchanges[0]?.body ?? '')).toEqual({ ...request, stream: true });
    expect(served.server.exchanges[0]?.headers.accept).toBe('text/event-stream');
  });

  it('does not take half an answer for a whole one', async () => {
    const client = await served.serve(events(`data: ${JSON.stringify(chunk('half'))}\n\n`));
    await expect(collect(client.chat.stream(request))).rejects.toMatchObject({
      name: 'InvalidResponseError',
      code: 'incomplete_stream',
    });
  });

  it('reports an error that comes in the stream', async () => {
    const client = await served.serve(events('data: {"error":{"message":"the model is overloaded"}}\n\n'));
    await expect(collect(client.chat.stream(request))).rejects.toMatchObject({ code: 'stream_error' });
  });

  it('refuses a piece that is no JSON', async () => {
    const client = await served.serve(events('data: {oops\n\ndata: [DONE]\n\n'));
    await expect(collect(client.chat.stream(request))).rejects.toMatchObject({ code: 'invalid_json' });
  });

  it('refuses an answer that is no stream', async () => {
    const client = await served.serve(text('{}', 'application/json'));
    await expect(collect(client.chat.stream(request))).rejects.toMatchObject({ code: 'unexpected_content_type' });
  });

  it('reports an error answer like any other call, and does not ask again', async () => {
    const client = await served.serve(json({ title: 'Bad', status: 400, detail: 'no such model' }, 400));
    await expect(collect(client.chat.stream(request))).rejects.toMatchObject({ name: 'ValidationError', status: 400 });
    expect(served.server.exchanges).toHaveLength(1);
  });

  it('ends the request when the loop is left', async () => {
    let closed: Promise<unknown> | undefined;
    const client = await served.serve((_, response) => {
      closed = new Promise((resolve) => response.once('close', resolve));
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(`data: ${JSON.stringify(chunk('first'))}\n\n`);
    });
    for await (const one of client.chat.stream(request)) {
      expect(one.choices[0]?.delta.content).toBe('first');
      break;
    }
    await closed;
    expect(served.server.exchanges).toHaveLength(1);
  });
});
