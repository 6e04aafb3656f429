import { describe, expect, it } from 'vitest';
import { json, type Responder, reset, truncate } from '../../../../test/support/loopback-server.js';
import { TestClock } from '../../../../test/support/test-clock.js';
import { connectionFailure } from '../../src/transport/connection-failure.js';
import type { HttpTransport } from '../../src/transport/http-transport.js';
import { postThing, raw, testPipeline } from '../support.js';
import { useLoopback } from '../use-loopback.js';

const loopback = useLoopback();
const instantWaits = 10_000;
const call = { operation: 'things.create', url: 'https://civitai.test/x', requestId: 'r-1', attempts: 1 };

function systemError(code: string, more: object = {}): Error {
  return Object.assign(new Error(code), { code, ...more });
}

function neverSent(thrown: unknown): unknown {
  return connectionFailure(thrown, call).details?.['neverSent'];
}

describe('a request was certainly never sent', () => {
  it.each([
    ['nothing listens', systemError('ECONNREFUSED')],
    ['the name is not known', systemError('ENOTFOUND', { syscall: 'getaddrinfo' })],
    ['there is no route to connect by', systemError('EHOSTUNREACH', { syscall: 'connect' })],
    ['the same, wrapped', new Error('x', { cause: systemError('ENETUNREACH', { syscall: 'connect' }) })],
    [
      'none of several addresses can be reached',
      systemError('ENETUNREACH', { errors: [systemError('ENETUNREACH', { syscall: 'connect' })] }),
    ],
    ['the certificate is not accepted', systemError('DEPTH_ZERO_SELF_SIGNED_CERT')],
  ])('when %s', (_name, thrown) => {
    expect(neverSent(thrown)).toBe(true);
  });

  it.each([
    ['a connection that stood lost its route', systemError('EHOSTUNREACH', { syscall: 'read' })],
    ['nobody knows when the route was lost', systemError('ENETUNREACH')],
    ['the connection was reset', systemError('ECONNRESET', { syscall: 'read' })],
    ['encryption failed on the way', systemError('EPROTO', { syscall: 'write' })],
    ['nothing is known', new Error('ECONNREFUSED')],
  ])('but perhaps it was when %s', (_name, thrown) => {
    expect(neverSent(thrown)).toBe(false);
  });
});

describe('a POST', () => {
  it.each<[string, Responder]>([
    ['a reset', reset],
    ['an answer that is cut off', truncate],
    ['a 503', json({}, 503)],
    ['a 429', json({}, 429)],
  ])('that is declared idempotent is repeated after %s', async (_name, failure) => {
    const clock = new TestClock(instantWaits);
    const { pipeline, close } = testPipeline(await loopback.serve([failure, json({ id: 1 })]), {}, { clock });
    const { response } = await pipeline.send({ ...postThing, idempotent: true }, raw).withResponse();
    close();
    expect(response.attempts).toBe(2);
    expect(loopback.server.exchanges.map(({ body }) => body)).toEqual(['{"n":1}', '{"n":1}']);
  });

  it.each<[string, Responder]>([
    ['a reset', reset],
    ['an answer that is cut off', truncate],
  ])('that is not is never repeated after %s', async (_name, failure) => {
    const { pipeline, close } = testPipeline(await loopback.serve([failure, json({ id: 1 })]));
    await expect(pipeline.send(postThing, raw)).rejects.toMatchObject({ attempts: 1, details: { neverSent: false } });
    close();
    expect(loopback.server.exchanges).toHaveLength(1);
  });

  it('is not called unsent because its last attempt was: the one before may have arrived', async () => {
    const clock = new TestClock(instantWaits);
    const failures = [systemError('ECONNRESET'), systemError('ECONNREFUSED'), systemError('ECONNREFUSED')];
    const transport: HttpTransport = { send: () => Promise.reject(failures.shift() ?? new Error('too often')) };
    const { pipeline, close } = testPipeline(await loopback.serve(json({})), {}, { clock, transport });
    await expect(pipeline.send({ ...postThing, idempotent: true }, raw)).rejects.toMatchObject({
      attempts: 3,
      details: { systemCode: 'ECONNREFUSED', neverSent: false },
    });
    close();
  });
});
