import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { json, type Responder, text } from '../../../../test/support/loopback-server.js';
import { isCivitaiError } from '../../src/errors/civitai-error.js';
import type { Parser } from '../../src/transport/pipeline.js';
import { canary, getThing, postThing, raw, testPipeline } from '../support.js';
import { useLoopback } from '../use-loopback.js';

const loopback = useLoopback();

describe('a request that succeeds', () => {
  it('sends the credential, the agent and what the API expects, and gives data, status, headers and id', async () => {
    const { pipeline, close } = testPipeline(await loopback.serve(json({ id: 1 }, 200, { 'x-served-by': 'pod-7' })));
    const { data, response } = await pipeline.send({ ...getThing, query: [['tag', 'a b|c']] }, raw).withResponse();
    close();
    expect(data).toEqual({ id: 1 });
    expect(response).toMatchObject({ status: 200, attempts: 1, headers: { 'x-served-by': 'pod-7' } });
    expect(response.requestId).toMatch(/^[0-9a-f-]{36}$/);
    expect(loopback.server.exchanges[0]).toMatchObject({
      method: 'GET',
      url: '/api/v1/things/1?tag=a%20b%7Cc',
      headers: {
        accept: 'application/json',
        'accept-encoding': 'gzip, deflate, br',
        authorization: `Bearer ${canary}`,
        'user-agent': `civitkit-core/test (node/${process.versions.node})`,
      },
    });
  });

  it('may come without a body where the request says so', async () => {
    const origin = await loopback.serve([text('', 'text/plain', 204), json({ id: 1 }), text('{', 'application/json')]);
    const { pipeline, close } = testPipeline(origin);
    const request = { ...getThing, answer: 'optional' } as const;
    expect(await pipeline.send(request, raw)).toBeUndefined();
    expect(await pipeline.send(request, raw)).toEqual({ id: 1 });
    await expect(pipeline.send(request, raw)).rejects.toMatchObject({ code: 'invalid_json' });
    close();
  });

  it('sends no authorization header without a key', async () => {
    const { pipeline, close } = testPipeline(await loopback.serve(json({})), {}, { anonymous: true });
    await pipeline.send(getThing, raw);
    close();
    expect(loopback.server.exchanges[0]?.headers.authorization).toBeUndefined();
  });

  it('sends a body as JSON and the user agent suffix', async () => {
    const { pipeline, close } = testPipeline(await loopback.serve(json({})), { userAgentSuffix: 'my-app/2' });
    await pipeline.send(postThing, raw);
    close();
    expect(loopback.server.exchanges[0]?.body).toBe('{"n":1}');
    expect(loopback.server.exchanges[0]?.headers['content-type']).toBe('application/json');
    expect(loopback.server.exchanges[0]?.headers['user-agent']).toMatch(/ my-app\/2$/);
  });

  it('keeps a path prefix of the base address', async () => {
    const { pipeline, close } = testPipeline(`${await loopback.serve(json({}))}/mirror`);
    await pipeline.send(getThing, raw);
    close();
    expect(loopback.server.exchanges[0]?.url).toBe('/mirror/api/v1/things/1');
  });

  it('understands a byte order mark and a missing content type', async () => {
    const { pipeline, close } = testPipeline(
      await loopback.serve((_, response) => {
        response.end('\uFEFF{"id":1}');
      }),
    );
    await expect(pipeline.send(getThing, raw)).resolves.toEqual({ id: 1 });
    close();
  });

  it('reuses one connection for calls in a row', async () => {
    const { pipeline, close } = testPipeline(await loopback.serve(json({})));
    for (let call = 0; call < 5; call += 1) await pipeline.send(getThing, raw);
    expect(loopback.server.openSockets.size).toBe(1);
    close();
  });
});

describe('a request with mistakes in its options', () => {
  it.each([
    [{ timeoutMs: 0 }, RangeError],
    [{ timeoutMs: Number.NaN }, RangeError],
    [{ timeoutMs: 2 ** 31 }, RangeError],
    [{ maxRetries: -1 }, RangeError],
    [{ maxRetries: 0.5 }, RangeError],
    [{ headers: { Authorization: 'Bearer x' } }, TypeError],
    [{ headers: { 'x y': '1' } }, TypeError],
    [{ headers: { x: 'a\r\nb: c' } }, TypeError],
    [{ signal: {} as AbortSignal }, TypeError],
  ])('throws at once for %j', async (options, expected) => {
    const { pipeline, close } = testPipeline(await loopback.serve(json({})));
    expect(() => pipeline.send(getThing, raw, options)).toThrow(expected);
    close();
    expect(loopback.server.exchanges).toHaveLength(0);
  });
});

describe('an answer that is not what was asked for', () => {
  it.each<[string, Responder, string]>([
    ['HTML with 200', text('<html>maintenance</html>', 'text/html'), 'unexpected_content_type'],
    ['an image', text('GIF89a', 'image/gif'), 'unexpected_content_type'],
    ['broken JSON', text('{"id": 1', 'application/json'), 'invalid_json'],
    ['an empty body', text('', 'application/json'), 'empty_response'],
    ['204', (_, response) => void response.writeHead(204).end(), 'empty_response'],
  ])('is an InvalidResponseError: %s', async (_name, responder, code) => {
    const { pipeline, close } = testPipeline(await loopback.serve(responder));
    const error: unknown = await pipeline.send(getThing, raw).catch((thrown: unknown) => thrown);
    close();
    expect(error).toMatchObject({ name: 'InvalidResponseError', code, attempts: 1, retryable: true });
    expect((error as Error).message).toContain('things.get');
    expect(loopback.server.exchanges).toHaveLength(1);
  });

  it('is refused beyond the size limit, without reading the rest', async () => {
    let sent = 0;
    const { pipeline, close } = testPipeline(
      await loopback.serve((_, response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        const more = (): void => {
          sent += 65_536;
          if (!response.destroyed) response.write(' '.repeat(65_536), more);
        };
        more();
      }),
      { maxResponseBytes: 100_000 },
    );
    await expect(pipeline.send(getThing, raw)).rejects.toMatchObject({ code: 'response_too_large', status: 200 });
    close();
    expect(sent).toBeLessThan(10_000_000);
  });

  it('counts the size after decompression, so that a small bomb is caught', async () => {
    const { gzipSync } = await import('node:zlib');
    const bomb = gzipSync(`"${'0'.repeat(5_000_000)}"`);
    expect(bomb.length).toBeLessThan(100_000);
    const { pipeline, close } = testPipeline(
      await loopback.serve(text(bomb, 'application/json', 200, { 'content-encoding': 'gzip' })),
      {
        maxResponseBytes: 1_000_000,
      },
    );
    await expect(pipeline.send(getThing, raw)).rejects.toMatchObject({ code: 'response_too_large' });
    close();
  });

  it('reads gzip, and reports broken gzip as a connection that failed', async () => {
    const { gzipSync } = await import('node:zlib');
    const good = gzipSync('{"id":1}');
    const encoding = { 'content-encoding': 'gzip' };
    const { pipeline, close } = testPipeline(
      await loopback.serve([
        text(good, 'application/json', 200, encoding),
        text(good.subarray(3), 'application/json', 200, encoding),
      ]),
      {
        retry: {
          maxRetries: 0,
          initialDelaySeconds: 0,
          maxDelaySeconds: 0,
          maxRetryAfterSeconds: 0,
          attemptTimeoutSeconds: null,
        },
      },
    );
    await expect(pipeline.send(getThing, raw)).resolves.toEqual({ id: 1 });
    await expect(pipeline.send(getThing, raw)).rejects.toMatchObject({ name: 'ConnectionError' });
    close();
  });
});

describe('a credential that is required', () => {
  it('fails before anything is sent when there is none', async () => {
    const { pipeline, close } = testPipeline(await loopback.serve(json({})), {}, { anonymous: true });
    const outcome = await pipeline.send({ ...getThing, authentication: 'required' }, raw).asResult();
    close();
    expect(outcome).toMatchObject({ ok: false, error: { name: 'AuthenticationError', code: 'missing_api_key' } });
    expect(loopback.server.exchanges).toHaveLength(0);
  });

  it('is not sent over plain http to another machine', async () => {
    await loopback.serve(json({}));
    expect(() => testPipeline('http://example.test')).toThrow(
      expect.objectContaining({ code: 'insecure_connection' }) as Error,
    );
    testPipeline('http://example.test', { allowInsecureHttp: true }).close();
    testPipeline('http://example.test', {}, { anonymous: true }).close();
    testPipeline('http://localhost:1').close();
    testPipeline('http://[::1]:1').close();
    expect(() => testPipeline('http://127.0.0.1.example.test')).toThrow(/plain http/);
  });
});

describe('closing', () => {
  it('ends open calls, refuses new ones, and leaves no connection', async () => {
    const { pipeline, close } = testPipeline(await loopback.serve(() => undefined));
    const call = pipeline.send(getThing, raw);
    await expect.poll(() => loopback.server.exchanges.length).toBe(1);
    close();
    await expect(call).rejects.toMatchObject({ code: 'client_closed', attempts: 1 });
    await expect(pipeline.send(getThing, raw)).rejects.toMatchObject({ code: 'client_closed', attempts: 0 });
    await expect.poll(() => loopback.server.openSockets.size).toBe(0);
  });
});

const refuseShape: Parser<never> = (_, context) => {
  throw context.wrongShape('an object');
};

describe('an answer that echoes the key', () => {
  it('is shown without any part of it, also where the excerpt ends', async () => {
    const { pipeline, close } = testPipeline(
      await loopback.serve(text(`${'.'.repeat(2040)}${canary}`, 'application/json')),
    );
    const error: unknown = await pipeline.send(getThing, raw).catch((thrown: unknown) => thrown);
    close();
    expect((error as { body?: string }).body).not.toContain(canary.slice(0, 4));
  });
});

describe('a transport that throws', () => {
  it('instead of rejecting shows nothing of the request either', async () => {
    await loopback.serve(json({}));
    const transport = {
      send: (request: object): never => {
        throw Object.assign(new Error(`cannot send ${canary}`), { request });
      },
    };
    const { pipeline, close } = testPipeline(loopback.server.origin, {}, { transport });
    const error: unknown = await pipeline.send(getThing, raw).catch((thrown: unknown) => thrown);
    close();
    expect(error).toMatchObject({ name: 'ConnectionError', code: 'connection_failed' });
    expect(inspect(error, { depth: 10, showHidden: true })).not.toContain(canary);
  });
});

describe('an error answer', () => {
  it('is mapped with what the server said, without the key it echoed', async () => {
    const { pipeline, close } = testPipeline(await loopback.serve(json({ error: `No model, token=${canary}` }, 404)));
    const error: unknown = await pipeline.send(getThing, raw).catch((thrown: unknown) => thrown);
    close();
    expect(isCivitaiError(error) && error.code).toBe('not_found');
    expect((error as Error).message).toMatch(
      /^things\.get: the server answered 404: No model, token=\[redacted\]\. \(request /,
    );
  });

  it('inside a success is an error when the data is missing', async () => {
    const { pipeline, close } = testPipeline(await loopback.serve(json({ error: 'Something broke' })));
    await expect(pipeline.send(getThing, refuseShape)).rejects.toMatchObject({
      code: 'error_with_status_200',
      status: 200,
    });
    close();
  });
});
