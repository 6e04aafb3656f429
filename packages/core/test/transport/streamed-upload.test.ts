import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { json, reset } from '../../../../test/support/loopback-server.js';
import { TestClock } from '../../../../test/support/test-clock.js';
import type { HttpRequest } from '../../src/transport/http-transport.js';
import type { StreamBody } from '../../src/transport/upload-body.js';
import { canary, raw, testPipeline } from '../support.js';
import { useLoopback } from '../use-loopback.js';
import { rejectionOf, serveEarly, source } from './support.js';

const loopback = useLoopback();
const instantWaits = 10_000;
const ok = json({ id: 1 });
const put = { operation: 'things.put', method: 'POST', path: ['things'] } as const;

describe('a body that comes in pieces', () => {
  it('is sent with its length and its type', async () => {
    const { open } = source(['hel', '', 'lo']);
    const { pipeline, close } = testPipeline(await loopback.serve(ok));
    await expect(pipeline.send({ ...put, streamBody: { sizeBytes: 5, open } }, raw)).resolves.toEqual({ id: 1 });
    close();
    expect(loopback.server.exchanges[0]).toMatchObject({
      body: 'hello',
      headers: {
        'content-length': '5',
        'content-type': 'application/octet-stream',
        authorization: `Bearer ${canary}`,
      },
    });
    expect(loopback.server.exchanges[0]?.headers['transfer-encoding']).toBeUndefined();
  });

  it('is sent chunked when nobody knows its length, and empty when it is empty', async () => {
    const headers = { 'content-type': 'image/png' };
    const { pipeline, close } = testPipeline(await loopback.serve(ok));
    await pipeline.send({ ...put, headers, streamBody: { sizeBytes: undefined, open: source(['abc']).open } }, raw);
    await pipeline.send({ ...put, headers, streamBody: { sizeBytes: 0, open: source([]).open } }, raw);
    close();
    const [chunked, empty] = loopback.server.exchanges;
    expect(chunked).toMatchObject({ body: 'abc', headers: { 'transfer-encoding': 'chunked', ...headers } });
    expect(empty).toMatchObject({ body: '', headers: { 'content-length': '0', ...headers } });
  });

  it('leaves a connection that is used again', async () => {
    const { pipeline, close } = testPipeline(await loopback.serve(ok));
    for (let call = 0; call < 5; call += 1) {
      await pipeline.send({ ...put, streamBody: { sizeBytes: 3, open: source(['abc']).open } }, raw);
    }
    expect(loopback.server.openSockets.size).toBe(1);
    close();
  });

  it('is opened anew for every attempt, and closed each time', async () => {
    const clock = new TestClock(instantWaits);
    const pieces = source(['abc', 'def']);
    const { pipeline, close } = testPipeline(await loopback.serve([reset, json({}, 503), ok]), {}, { clock });
    const streamBody = { sizeBytes: 6, open: pieces.open };
    await expect(pipeline.send({ ...put, streamBody, idempotent: true }, raw)).resolves.toEqual({ id: 1 });
    close();
    expect(loopback.server.exchanges.map(({ body }) => body)).toEqual(['abcdef', 'abcdef', 'abcdef']);
    expect(pieces).toMatchObject({ opened: 3, closed: 3 });
  });

  it('is sent once when it can be opened only once, not even after a credential was renewed', async () => {
    const clock = new TestClock(instantWaits);
    const pieces = source(['abc']);
    let renewals = 0;
    const credential = {
      current: () => null,
      refused: () => {
        renewals += 1;
        return true;
      },
    };
    const streamBody = { sizeBytes: 3, open: pieces.open, once: true };
    const { pipeline, close } = testPipeline(await loopback.serve([json({}, 503), json({}, 401)]), {}, { clock });
    const request = { ...put, streamBody, idempotent: true };
    await expect(pipeline.send(request, raw)).rejects.toMatchObject({ status: 503, attempts: 1 });
    close();
    const { Secret } = await import('../../src/secrets/secret.js');
    const renewing = testPipeline(
      loopback.server.origin,
      {},
      { clock, credential: { ...credential, current: () => new Secret(canary) } },
    );
    await expect(renewing.pipeline.send(request, raw)).rejects.toMatchObject({ status: 401, attempts: 1 });
    renewing.close();
    expect(renewals).toBe(1);
    expect(loopback.server.exchanges).toHaveLength(2);
    expect(pieces.opened).toBe(2);
  });

  it('is never sent to where a redirect leads', async () => {
    const { pipeline, close } = testPipeline(
      await loopback.serve((_, response) => void response.writeHead(307, { location: '/api/v1/again' }).end()),
    );
    const streamBody = { sizeBytes: 3, open: source(['abc']).open };
    await expect(pipeline.send({ ...put, streamBody }, raw)).rejects.toMatchObject({ code: 'unexpected_redirect' });
    close();
    expect(loopback.server.exchanges).toHaveLength(1);
  });

  it('is read only as fast as the server takes it', async () => {
    let given = 0;
    const open = async function* (): AsyncGenerator<Uint8Array> {
      for (let piece = 0; piece < 2000; piece += 1) {
        given += 65_536;
        yield await Promise.resolve(Buffer.alloc(65_536));
      }
    };
    const controller = new AbortController();
    await using server = await serveEarly((request) => void request.pause());
    const { pipeline, close } = testPipeline(server.origin);
    const streamBody = { sizeBytes: 2000 * 65_536, open };
    const settled = rejectionOf(pipeline.send({ ...put, streamBody }, raw, { signal: controller.signal }));
    let before = -1;
    await expect
      .poll(
        () => {
          const still = given > 0 && given === before;
          before = given;
          return still;
        },
        { interval: 100 },
      )
      .toBe(true);
    expect(given).toBeLessThan(2000 * 65_536);
    controller.abort('enough');
    expect(await settled).toBe('enough');
    close();
  });
});

describe('a body of another length than it says', () => {
  it.each([
    ['shorter', 10, 'only 5'],
    ['longer', 4, 'more, at least 5'],
  ])('is a ValidationError when it is %s, and the request does not hang', async (_name, sizeBytes, found) => {
    const pieces = source(['hel', 'lo']);
    const { pipeline, close } = testPipeline(await loopback.serve(ok));
    const request = { ...put, streamBody: { sizeBytes, open: pieces.open }, idempotent: true };
    await expect(pipeline.send(request, raw)).rejects.toMatchObject({
      name: 'ValidationError',
      code: 'invalid_argument',
      message: expect.stringContaining(found) as string,
      issues: [{ path: 'sizeBytes' }],
    });
    await expect.poll(() => loopback.server.openSockets.size).toBe(0);
    close();
    expect(pieces).toMatchObject({ opened: 1, closed: 1 });
    expect(loopback.server.exchanges).toHaveLength(0);
  });

  it.each([-1, 0.5, Number.NaN])('is refused at once for %d', (sizeBytes) => {
    const { pipeline, close } = testPipeline('http://127.0.0.1:1');
    const streamBody = { sizeBytes, open: source([]).open };
    expect(() => pipeline.send({ ...put, streamBody }, raw)).toThrow(RangeError);
    close();
  });
});

describe('a source that fails', () => {
  const lost = new Error('the disk was taken out');

  it.each<[string, StreamBody['open']]>([
    [
      'when it is opened',
      () => {
        throw lost;
      },
    ],
    [
      'in the middle',
      async function* () {
        yield Buffer.from('abc');
        await Promise.reject(lost);
      },
    ],
  ])('%s reaches the caller as it is, at once', async (_name, open) => {
    const { pipeline, close } = testPipeline(await loopback.serve(ok));
    const request = { ...put, streamBody: { sizeBytes: 6, open }, idempotent: true };
    await expect(pipeline.send(request, raw)).rejects.toBe(lost);
    await expect.poll(() => loopback.server.openSockets.size).toBe(0);
    close();
    expect(loopback.server.exchanges).toHaveLength(0);
  });

  it('by giving something else than bytes is told so', async () => {
    const open = async function* (): AsyncGenerator<Uint8Array> {
      yield await Promise.resolve('text' as unknown as Uint8Array);
    };
    const { pipeline, close } = testPipeline(await loopback.serve(ok));
    await expect(pipeline.send({ ...put, streamBody: { sizeBytes: 4, open } }, raw)).rejects.toThrow(/Uint8Array/);
    close();
  });

  it('is not blamed for what a transport throws into it, which may hold the key', async () => {
    await loopback.serve(ok);
    const transport = {
      send: async ({ body, headers }: HttpRequest): Promise<never> => {
        const iterator = (body as AsyncIterable<Uint8Array>)[Symbol.asyncIterator]();
        await iterator.next();
        const error = Object.assign(new Error(`${headers['authorization']}`), { code: 'EPIPE' });
        await iterator.throw?.(error);
        throw error;
      },
    };
    const pieces = source(['abc', 'def']);
    const { pipeline, close } = testPipeline(loopback.server.origin, {}, { transport });
    const error = await rejectionOf(pipeline.send({ ...put, streamBody: { sizeBytes: 6, open: pieces.open } }, raw));
    close();
    expect(error).toMatchObject({ name: 'ConnectionError', details: { systemCode: 'EPIPE' } });
    expect(inspect(error, { depth: 20, showHidden: true })).not.toContain(canary);
    expect(pieces.closed).toBe(1);
  });
});
