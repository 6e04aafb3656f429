import { describe, expect, it } from 'vitest';
import { json, type Responder, reset, stallHeaders, text, truncate } from '../../../../test/support/loopback-server.js';
import { TestClock } from '../../../../test/support/test-clock.js';
import { canary, defaultSettings, getThing, postThing, testPipeline } from '../support.js';
import { useLoopback } from '../use-loopback.js';
import { collect, rejectionOf } from './support.js';

const loopback = useLoopback();

/** Every wait between attempts is instant; the limits on bodies and calls are not. */
const instantWaits = 10_000;
const bytes = Buffer.from('0123456789'.repeat(10_000));

/** Sends the beginning of a body, and nothing more. */
const stallAfterHello: Responder = (_, response) => {
  response.writeHead(200, { 'content-type': 'application/octet-stream' });
  response.write('hello');
};

describe('an answer that is streamed', () => {
  it('is there with its headers, before its body', async () => {
    const { pipeline, close } = testPipeline(await loopback.serve(stallAfterHello));
    const { data, response } = await pipeline.open(getThing).withResponse();
    expect(data).toMatchObject({ status: 200, headers: { 'content-type': 'application/octet-stream' } });
    expect(response).toMatchObject({ status: 200, attempts: 1 });
    expect(response.requestId).toMatch(/^[0-9a-f-]{36}$/);
    data.cancel();
    close();
  });

  it('gives the bytes as they were sent, whatever the limit on answers in memory', async () => {
    const { pipeline, close } = testPipeline(await loopback.serve(text(bytes, 'video/mp4')), {
      maxResponseBytes: 10,
    });
    const { body } = await pipeline.open(getThing);
    expect((await collect(body)).equals(bytes)).toBe(true);
    close();
    expect(loopback.server.exchanges[0]?.headers).toMatchObject({
      accept: '*/*',
      'accept-encoding': 'identity',
      authorization: `Bearer ${canary}`,
    });
  });

  it('is as long as its headers say: the length of what was packed is left out', async () => {
    const { gzipSync } = await import('node:zlib');
    const zipped = gzipSync(bytes);
    const lengthOf = (body: Buffer) => ({ 'content-length': String(body.length) });
    const { pipeline, close } = testPipeline(
      await loopback.serve([
        text(bytes, 'video/mp4', 200, lengthOf(bytes)),
        text(zipped, 'video/mp4', 200, { 'content-encoding': 'gzip', ...lengthOf(zipped) }),
      ]),
    );
    const plain = await pipeline.open(getThing);
    expect(plain.headers['content-length']).toBe(String((await collect(plain.body)).length));
    const { body, headers } = await pipeline.open(getThing);
    expect((await collect(body)).equals(bytes)).toBe(true);
    expect(headers['content-length']).toBeUndefined();
    close();
  });

  it.each<[string, Responder, 'GET' | 'HEAD']>([
    ['204', (_, response) => void response.writeHead(204).end(), 'GET'],
    ['no length', text('', 'text/plain', 200, { 'content-length': '0' }), 'GET'],
    ['HEAD', text('', 'text/plain', 200, { 'content-length': '12345' }), 'HEAD'],
  ])('holds nothing when there is no body: %s', async (_name, responder, method) => {
    const clock = new TestClock(instantWaits);
    const { pipeline, close } = testPipeline(await loopback.serve(responder), {}, { clock });
    const { body } = await pipeline.open({ ...getThing, method });
    expect(clock.pending).toBe(0);
    expect((await collect(body)).length).toBe(0);
    await pipeline.open({ ...getThing, method });
    expect(loopback.server.openSockets.size).toBe(1);
    close();
  });

  it('can be read once', async () => {
    const { pipeline, close } = testPipeline(await loopback.serve(text('abc', 'text/plain')));
    const { body } = await pipeline.open(getThing);
    await collect(body);
    await expect(collect(body)).rejects.toThrow(TypeError);
    close();
  });

  it('comes from a transport of the user, also as a list', async () => {
    await loopback.serve(json({}));
    const transport = {
      send: () => Promise.resolve({ status: 200, headers: {}, body: [Buffer.from('a'), Buffer.from('b')] }),
    };
    const { pipeline, close } = testPipeline(loopback.server.origin, {}, { transport });
    expect(String(await collect((await pipeline.open(getThing)).body))).toBe('ab');
    close();
  });

  it('is neither cached nor shared', async () => {
    const { pipeline, close } = testPipeline(
      await loopback.serve(text('{"id":1}', 'application/json', 200, { 'cache-control': 'public, max-age=300' })),
      { cache: { ...defaultSettings.cache, enabled: true }, coalesceRequests: true },
    );
    const answers = await Promise.all([pipeline.open(getThing), pipeline.open(getThing)]);
    answers.push(await pipeline.open(getThing));
    for (const { body } of answers) expect(String(await collect(body))).toBe('{"id":1}');
    close();
    expect(loopback.server.exchanges).toHaveLength(3);
  });
});

describe('before its headers, a streamed answer', () => {
  it('is an error like any other: mapped, repeated, and with a credential that is required', async () => {
    const clock = new TestClock(instantWaits);
    const { pipeline, close } = testPipeline(
      await loopback.serve([json({}, 503), reset, text('abc', 'text/plain'), json({ error: `no ${canary}` }, 404)]),
      {},
      { clock },
    );
    const { data, response } = await pipeline.open(getThing).withResponse();
    expect(response.attempts).toBe(3);
    expect(String(await collect(data.body))).toBe('abc');
    const outcome = await pipeline.open(getThing).asResult();
    expect(outcome).toMatchObject({ ok: false, error: { name: 'NotFoundError', body: '{"error":"no [redacted]"}' } });
    close();
    const anonymous = testPipeline(loopback.server.origin, {}, { anonymous: true });
    await expect(anonymous.pipeline.open({ ...getThing, authentication: 'required' })).rejects.toMatchObject({
      code: 'missing_api_key',
    });
    anonymous.close();
  });

  it('of a POST is not repeated after what may have been done', async () => {
    const { pipeline, close } = testPipeline(await loopback.serve(reset));
    await expect(pipeline.open(postThing)).rejects.toMatchObject({ attempts: 1 });
    close();
    expect(loopback.server.exchanges).toHaveLength(1);
  });

  it('is under the total time, and under that of one attempt', async () => {
    const clock = new TestClock(instantWaits);
    const retry = { ...defaultSettings.retry, attemptTimeoutSeconds: 20 };
    const { pipeline, close } = testPipeline(await loopback.serve(stallHeaders), { retry }, { clock });
    const settled = rejectionOf(pipeline.open(getThing));
    await expect.poll(() => loopback.server.exchanges.length).toBe(1);
    clock.advance(20_000);
    await expect.poll(() => loopback.server.exchanges.length).toBe(2);
    clock.advance(10_000);
    expect(await settled).toMatchObject({ code: 'timeout', attempts: 2 });
    close();
    expect(clock.pending).toBe(0);
  });

  it.each([{ idleTimeoutMs: 0 }, { idleTimeoutMs: 2 ** 31 }, { timeoutMs: -1 }])(
    'is refused at once for %j',
    (options) => {
      const { pipeline, close } = testPipeline('http://127.0.0.1:1');
      expect(() => pipeline.open(getThing, options)).toThrow(RangeError);
      close();
    },
  );
});

describe('a body that does not come to its end', () => {
  it('is a ConnectionError when the connection breaks, also at the second look', async () => {
    const { pipeline, close } = testPipeline(await loopback.serve(truncate));
    const { body } = await pipeline.open(getThing);
    const iterator = body[Symbol.asyncIterator]();
    const error = await rejectionOf(
      (async () => {
        for (;;) if ((await iterator.next()).done === true) return;
      })(),
    );
    expect(error).toMatchObject({ name: 'ConnectionError', details: { systemCode: 'ECONNRESET', neverSent: false } });
    await expect(iterator.next()).rejects.toBe(error);
    close();
  });

  it('is a TimeoutError when it stands still, and says for how long', async () => {
    const clock = new TestClock(instantWaits);
    const { pipeline, close } = testPipeline(await loopback.serve(stallAfterHello), {}, { clock });
    const { body } = await pipeline.open(getThing);
    const settled = rejectionOf(collect(body));
    await expect.poll(() => clock.pending).toBe(1);
    clock.advance(60_000);
    expect(await settled).toMatchObject({
      name: 'TimeoutError',
      code: 'body_stalled',
      retryable: true,
      message: expect.stringContaining('60 s') as string,
    });
    await expect.poll(() => loopback.server.openSockets.size).toBe(0);
    close();
  });

  it('has no other limit: neither the total time, nor one on standing still when that is null', async () => {
    const clock = new TestClock(instantWaits);
    let finish: (() => void) | undefined;
    const { pipeline, close } = testPipeline(
      await loopback.serve((exchange, response, request) => {
        void stallAfterHello(exchange, response, request);
        finish = () => void response.end(' world');
      }),
      {},
      { clock },
    );
    const { body } = await pipeline.open(getThing, { idleTimeoutMs: null });
    expect(clock.pending).toBe(0);
    clock.advance(86_400_000);
    finish?.();
    expect(String(await collect(body))).toBe('hello world');
    close();
  });

  it('is under the total time that the caller gives', async () => {
    const clock = new TestClock(instantWaits);
    const { pipeline, close } = testPipeline(await loopback.serve(stallAfterHello), {}, { clock });
    const { body } = await pipeline.open(getThing, { timeoutMs: 40_000 });
    const settled = rejectionOf(collect(body));
    await expect.poll(() => clock.pending).toBe(2);
    clock.advance(40_000);
    expect(await settled).toMatchObject({ code: 'timeout', message: expect.stringContaining('40 s') as string });
    close();
    expect(clock.pending).toBe(0);
  });

  it('ends with the reason of the caller, or with the client', async () => {
    const { pipeline, close } = testPipeline(await loopback.serve(stallAfterHello));
    const controller = new AbortController();
    const reason = { why: 'changed my mind' };
    const cancelled = await pipeline.open(getThing, { signal: controller.signal });
    const first = rejectionOf(collect(cancelled.body));
    const { body } = await pipeline.open(getThing);
    controller.abort(reason);
    expect(await first).toBe(reason);
    const second = rejectionOf(collect(body));
    close();
    expect(await second).toMatchObject({ code: 'client_closed' });
    await expect.poll(() => loopback.server.openSockets.size).toBe(0);
  });

  it('shows nothing of the key, whatever the transport throws', async () => {
    await loopback.serve(json({}));
    const broken = async function* (): AsyncGenerator<Uint8Array> {
      yield Buffer.from('a');
      await Promise.reject(Object.assign(new Error(`lost ${canary}`), { code: 'ECONNRESET', config: { canary } }));
    };
    const transport = { send: () => Promise.resolve({ status: 200, headers: {}, body: broken() }) };
    const { pipeline, close } = testPipeline(loopback.server.origin, {}, { transport });
    const { inspect } = await import('node:util');
    const error = await rejectionOf(collect((await pipeline.open(getThing)).body));
    close();
    expect(error).toMatchObject({ name: 'ConnectionError' });
    expect(inspect(error, { depth: 20, showHidden: true })).not.toContain(canary);
  });
});
