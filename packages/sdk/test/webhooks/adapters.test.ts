import { once } from 'node:events';
import type { IncomingMessage, RequestListener } from 'node:http';
import { connect } from 'node:net';
import {
  expressWebhook,
  type FastifyReplyLike,
  fastifyWebhook,
  fetchWebhook,
  mintCallbackUrl,
  nestWebhook,
  nodeWebhook,
  sendTestEvent,
  workflowEvent,
} from '@civitkit/sdk/webhooks';
import { describe, expect, it } from 'vitest';
import { gate, type Received, receive, secret, servers } from './support.js';

const serve = servers();
const event = workflowEvent();

/** What Express does before a handler: cuts the mounted path off the URL, and perhaps parses the body. */
function likeExpress(handler: ReturnType<typeof expressWebhook>, parse?: (text: string) => unknown): RequestListener {
  return (request, response) => {
    void (async () => {
      const originalUrl = request.url;
      request.url = request.url?.replace('/hooks', '');
      const parsed = parse === undefined ? {} : { body: parse(await textOf(request)) };
      await handler(Object.assign(request, { originalUrl }, parsed), response);
    })();
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

/** A reply with the methods of Fastify. */
function fastifyReply(): FastifyReplyLike & { readonly sent: Record<string, unknown> } {
  const sent: Record<string, unknown> = {};
  const reply = {
    sent,
    code: (status: number) => Object.assign(sent, { status }) && reply,
    headers: (headers: Record<string, string>) => Object.assign(sent, { headers }) && reply,
    send: (body?: string) => Object.assign(sent, { body }) && reply,
  };
  return reply;
}

const listeners: readonly (readonly [string, (webhooks: Received) => RequestListener])[] = [
  ['node:http', (webhooks) => (request, response) => void nodeWebhook(webhooks)(request, response)],
  ['Express without a parser', (webhooks) => likeExpress(expressWebhook(webhooks))],
  ['Express with express.json()', (webhooks) => likeExpress(expressWebhook(webhooks), JSON.parse)],
  ['Express with express.raw()', (webhooks) => likeExpress(expressWebhook(webhooks), (text) => Buffer.from(text))],
  ['Express with express.text()', (webhooks) => likeExpress(expressWebhook(webhooks), (text) => text)],
  [
    'Express 4 with parsers for other types',
    (webhooks) => (request, response) => void expressWebhook(webhooks)(Object.assign(request, { body: {} }), response),
  ],
  ['Nest on Express', (webhooks) => likeExpress(nestWebhook(webhooks), JSON.parse)],
  [
    'Nest on Express with rawBody, where something has changed the parsed body',
    (webhooks) => (request, response) => {
      const keep = (text: string): void => {
        Object.assign(request, { body: { changed: true }, rawBody: Buffer.from(text) });
      };
      void textOf(request)
        .then(keep)
        .then(() => nestWebhook(webhooks)(request, response));
    },
  ],
];

describe.each(listeners)('behind %s', (_name, listen) => {
  it('events arrive, and strangers do not', async () => {
    const webhooks = receive();
    const baseUrl = await serve(listen(webhooks));
    const url = mintCallbackUrl({ baseUrl, path: 'hooks', secret });
    await expect(sendTestEvent(url, event)).resolves.toEqual({ status: 204, body: '' });
    await expect(sendTestEvent(`${baseUrl}/hooks/${'x'.repeat(20)}`, event)).resolves.toMatchObject({ status: 403 });
    await expect(sendTestEvent(url, '{"$type":"workflow"}')).resolves.toMatchObject({
      status: 400,
      body: expect.stringContaining('workflowId is missing') as string,
    });
    await webhooks.idle();
    expect(webhooks.events).toEqual([event]);
  });
});

describe('behind node:http', () => {
  it('a body is refused at its announcement, without being waited for', async () => {
    const webhooks = receive({ maxBodyBytes: 1000 });
    const { port } = new URL(await serve((request, response) => void nodeWebhook(webhooks)(request, response)));
    const socket = connect(Number(port), '127.0.0.1');
    socket.write(`POST /${secret} HTTP/1.1\r\nHost: x\r\nContent-Length: 100000000\r\n\r\n`);
    let answer = '';
    socket.on('data', (data: Buffer) => {
      answer += data.toString();
    });
    await once(socket, 'close');
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer.toLowerCase()).toContain('connection: close');
  });

  it('a body without an announced length is read up to the limit', async () => {
    const webhooks = receive({ maxBodyBytes: 1000 });
    const { port } = new URL(await serve((request, response) => void nodeWebhook(webhooks)(request, response)));
    const socket = connect(Number(port), '127.0.0.1');
    socket.write(`POST /${secret} HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n`);
    socket.write(`3e9\r\n${' '.repeat(1001)}\r\n`);
    const [data] = (await once(socket, 'data')) as [Buffer];
    expect(data.toString()).toMatch(/^HTTP\/1\.1 413 /);
    await once(socket, 'close');
  });

  it('a sender that goes away in the middle disturbs nothing', async () => {
    const webhooks = receive();
    const ended = gate();
    const handler = nodeWebhook(webhooks);
    const { port } = new URL(
      await serve((request, response) => void handler(request, response).then(ended.open, ended.open)),
    );
    const socket = connect(Number(port), '127.0.0.1');
    socket.write(`POST /${secret} HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n{"$type":`, () => {
      socket.resetAndDestroy();
    });
    await ended.opened;
    expect([webhooks.events, webhooks.errors]).toEqual([[], []]);
  });
});

describe('behind Fastify', () => {
  it('the parsed body is taken, and the reply answered', async () => {
    const webhooks = receive();
    const handler = fastifyWebhook(webhooks);
    const request = {
      method: 'POST',
      url: `/hooks/${secret}`,
      headers: { 'content-type': 'application/json' },
      body: event,
    };
    const taken = fastifyReply();
    await expect(handler(request, taken)).resolves.toBe(taken);
    expect(taken.sent).toEqual({ status: 204, headers: {}, body: undefined });
    const refused = fastifyReply();
    await nestWebhook(webhooks)({ ...request, url: '/cut', originalUrl: '/hooks/wrong' }, refused);
    expect(refused.sent).toMatchObject({ status: 403, body: expect.stringContaining('secret') as string });
    await webhooks.idle();
    expect(webhooks.events).toEqual([event]);
  });

  it.each([
    ['text', JSON.stringify(event)],
    ['bytes', Buffer.from(JSON.stringify(event))],
  ])('the raw body is taken before the parsed one: %s', async (_, rawBody) => {
    const webhooks = receive();
    const headers = { 'content-type': 'application/json' };
    const request = { method: 'POST', url: `/hooks/${secret}`, headers, body: { changed: true }, rawBody };
    const reply = fastifyReply();
    await fastifyWebhook(webhooks)(request, reply);
    await webhooks.idle();
    expect([reply.sent['status'], webhooks.events]).toEqual([204, [event]]);
  });
});

describe('behind a fetch handler', () => {
  const request = (body: string | ReadableStream | null, path = secret): Request =>
    new Request(`https://studio.example/hooks/${path}`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json' },
      duplex: 'half',
    });

  it('a Request becomes a Response', async () => {
    const webhooks = receive();
    const handle = fetchWebhook(webhooks);
    const answer = await handle(request(JSON.stringify(event)));
    expect([answer.status, await answer.text()]).toEqual([204, '']);
    const refused = await handle(request('{}', 'wrong'));
    expect([refused.status, refused.headers.get('connection')]).toEqual([403, null]);
    expect(await refused.json()).toHaveProperty('error');
    expect((await handle(request(null))).status).toBe(400);
    await webhooks.idle();
    expect(webhooks.events).toEqual([event]);
  });

  it('a stream is read up to the limit, and then cancelled', async () => {
    let cancelled = false;
    const endless = new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(400)),
      cancel: () => {
        cancelled = true;
      },
    });
    const answer = await fetchWebhook(receive({ maxBodyBytes: 1000 }))(request(endless));
    expect([answer.status, cancelled]).toEqual([413, true]);
  });

  it('the platform is asked to wait for the work', async () => {
    const work = gate();
    const webhooks = receive({ onEvent: () => work.opened });
    const waits: Promise<unknown>[] = [];
    const context = { waitUntil: (promise: Promise<unknown>) => void waits.push(promise) };
    const answer = await fetchWebhook(webhooks)(request(JSON.stringify(event)), context);
    expect([answer.status, webhooks.events.length]).toEqual([204, 0]);
    work.open();
    await Promise.all(waits);
    expect(webhooks.events).toHaveLength(1);
  });
});
