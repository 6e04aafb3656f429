import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { json } from '../../../../test/support/loopback-server.js';
import { TestClock } from '../../../../test/support/test-clock.js';
import { RateLimitError } from '../../src/errors/rate-limit-error.js';
import { Secret } from '../../src/secrets/secret.js';
import type { ApiRequest } from '../../src/transport/api-request.js';
import { type CredentialPlace, withCredential } from '../../src/transport/credential-place.js';
import type { HttpRequest } from '../../src/transport/http-transport.js';
import { canary, postThing, raw, testPipeline } from '../support.js';
import { useLoopback } from '../use-loopback.js';
import { rejectionOf } from './support.js';

const loopback = useLoopback();
const inBody: CredentialPlace = { in: 'body', name: 'key' };
const signal = new AbortController().signal;

async function sent(request: ApiRequest): Promise<{ url: string; key: unknown; authorization: unknown; body: string }> {
  const { pipeline, close } = testPipeline(await loopback.serve(json({})));
  await pipeline.send(request, raw);
  close();
  const [exchange] = loopback.server.exchanges;
  const { body = '', headers = {}, url = '' } = exchange ?? {};
  return { url, key: headers['key'], authorization: headers['authorization'], body };
}

describe('the credential of a request', () => {
  it('goes where the API wants it, and nowhere else', async () => {
    const place = (credentialPlace: CredentialPlace): ApiRequest => ({ ...postThing, credentialPlace });
    const nowhere = { url: '/api/v1/things', key: undefined, authorization: undefined, body: '{"n":1}' };
    expect(await sent(postThing)).toEqual({ ...nowhere, authorization: `Bearer ${canary}` });
    expect(await sent(place({ in: 'header', name: 'key' }))).toEqual({ ...nowhere, key: canary });
    expect(await sent(place({ in: 'query', name: 'key' }))).toEqual({
      ...nowhere,
      url: `/api/v1/things?key=${canary}`,
    });
    expect(await sent(place(inBody))).toEqual({ ...nowhere, body: `{"key":"${canary}","n":1}` });
    expect(await sent({ ...place(inBody), body: {} })).toEqual({ ...nowhere, body: `{"key":"${canary}"}` });
  });

  it('stands first in any object, which stays what it was', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.string({ minLength: 1 }), (body, key) => {
        fc.pre(!('key' in body) && !('__proto__' in body));
        const request: HttpRequest = {
          method: 'POST',
          url: 'https://x.test/',
          headers: {},
          signal,
          body: JSON.stringify(body),
        };
        const written = withCredential(request, new Secret(key), inBody).body;
        const plain = JSON.parse(JSON.stringify(body)) as object;
        expect(JSON.parse(written as string)).toEqual({ key, ...plain });
      }),
    );
  });

  it.each([undefined, '[1]', '"text"'])('cannot stand in %s', (body) => {
    const request: HttpRequest = {
      method: 'POST',
      url: 'https://x.test/',
      headers: {},
      signal,
      ...(body === undefined ? {} : { body }),
    };
    expect(() => withCredential(request, new Secret(canary), inBody)).toThrow(TypeError);
  });

  it('is masked in what a server echoes, and in no event, wherever it stood', async () => {
    const places: CredentialPlace[] = [inBody, { in: 'query', name: 'key' }, { in: 'header', name: 'key' }];
    for (const credentialPlace of places) {
      const origin = await loopback.serve(json({ error: `no such key ${canary}` }, 400));
      const lines: string[] = [];
      const note = (...parts: unknown[]): void => void lines.push(JSON.stringify(parts));
      const logger = { debug: note, info: note, warn: note, error: note };
      const { pipeline, close } = testPipeline(origin, {}, { logger });
      const error = (await rejectionOf(pipeline.send({ ...postThing, credentialPlace }, raw))) as Error & {
        body: string;
      };
      close();
      expect(
        `${error.message} ${error.body} ${JSON.stringify(error)} ${error.stack} ${lines.join('\n')}`,
      ).not.toContain(canary);
      expect(error.body).toContain('[redacted]');
      expect(lines.length).toBeGreaterThan(0);
    }
  });

  it('is not seen by middleware, and stays behind where middleware leads elsewhere', async () => {
    const seen: HttpRequest[] = [];
    const origin = await loopback.serve(json({}));
    const elsewhere = origin.replace('127.0.0.1', 'localhost');
    const { pipeline, close } = testPipeline(
      origin,
      {},
      {
        middleware: [
          (request, next) => {
            seen.push(request);
            return next({ ...request, url: request.url.replace(origin, elsewhere) });
          },
        ],
      },
    );
    await pipeline.send({ ...postThing, credentialPlace: inBody }, raw);
    close();
    expect(seen.map(({ body }) => body)).toEqual(['{"n":1}']);
    expect(loopback.server.exchanges.map(({ body }) => body)).toEqual(['{"n":1}']);
  });
});

describe('an API with failures of its own', () => {
  const limited: ApiRequest['readFailure'] = ({ attempts, text }) =>
    text.includes('limited')
      ? new RateLimitError('slow down', { code: 'rate_limited', retryable: true, retryAfterMs: 1000, attempts })
      : undefined;

  it('fails with status 200 too, and is asked again when nothing was done because of a limit', async () => {
    const clock = new TestClock(10_000);
    const origin = await loopback.serve([json({ status: 'limited' }), json({ id: 1 })]);
    const { pipeline, close } = testPipeline(origin, {}, { clock });
    const request: ApiRequest = { ...postThing, readFailure: limited, refusedWhenLimited: true };
    const { data, response } = await pipeline.send(request, raw).withResponse();
    close();
    expect([data, response.attempts]).toEqual([{ id: 1 }, 2]);
  });

  it('is not asked again otherwise: what was sent may have been done', async () => {
    const origin = await loopback.serve([json({ status: 'limited' }), json({ id: 1 })]);
    const { pipeline, close } = testPipeline(origin);
    await expect(pipeline.send({ ...postThing, readFailure: limited }, raw)).rejects.toMatchObject({
      code: 'rate_limited',
    });
    const broken: ApiRequest = { ...postThing, refusedWhenLimited: true };
    await loopback.serve([json({}, 503), json({ id: 1 })]);
    const second = testPipeline(loopback.server.origin);
    await expect(second.pipeline.send(broken, raw)).rejects.toMatchObject({ code: 'service_unavailable', attempts: 1 });
    close();
    second.close();
  });
});
