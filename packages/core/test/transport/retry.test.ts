import { describe, expect, it } from 'vitest';
import { json, type Responder, reset, truncate } from '../../../../test/support/loopback-server.js';
import { TestClock } from '../../../../test/support/test-clock.js';
import { getThing, postThing, raw, testPipeline } from '../support.js';
import { useLoopback } from '../use-loopback.js';

const loopback = useLoopback();

/** Every wait between attempts is instant; the 30 s of the whole call are not. */
const instantWaits = 10_000;
const middle = (): number => 0.5;
const ok = json({ id: 1 });

describe('waits between attempts', () => {
  it('double from half a second, spread by the random source', async () => {
    const clock = new TestClock(instantWaits);
    const { pipeline, close } = testPipeline(
      await loopback.serve([json({}, 503), json({}, 500), ok]),
      {},
      { clock, random: middle },
    );
    const { response } = await pipeline.send(getThing, raw).withResponse();
    close();
    expect(response.attempts).toBe(3);
    expect(clock.delays).toEqual([375, 750]);
    expect(clock.pending).toBe(0);
  });

  it('follow Retry-After in seconds, without spread', async () => {
    const clock = new TestClock(instantWaits);
    const { pipeline, close } = testPipeline(
      await loopback.serve([json({}, 429, { 'retry-after': '2' }), ok]),
      {},
      { clock, random: middle },
    );
    await pipeline.send(getThing, raw);
    close();
    expect(clock.delays).toEqual([2000]);
  });

  it('follow Retry-After as a date', async () => {
    const clock = new TestClock(instantWaits);
    const date = new Date(clock.now() + 7000).toUTCString();
    const { pipeline, close } = testPipeline(
      await loopback.serve([json({}, 503, { 'retry-after': date }), ok]),
      {},
      { clock },
    );
    await pipeline.send(getThing, raw);
    close();
    expect(clock.delays).toEqual([7000]);
  });

  it('are not made when the server asks for longer than allowed: the call fails at once and says how long', async () => {
    const clock = new TestClock(instantWaits);
    const { pipeline, close } = testPipeline(
      await loopback.serve(json({}, 429, { 'retry-after': '61' })),
      { timeoutSeconds: 300 },
      { clock },
    );
    await expect(pipeline.send(getThing, raw)).rejects.toMatchObject({
      name: 'RateLimitError',
      retryAfterMs: 61_000,
      attempts: 1,
    });
    close();
    expect(clock.delays).toEqual([]);
  });

  it('are not made when the rest of the time is shorter', async () => {
    const clock = new TestClock(instantWaits);
    const { pipeline, close } = testPipeline(
      await loopback.serve(json({}, 503, { 'retry-after': '20' })),
      { timeoutSeconds: 15 },
      { clock },
    );
    await expect(pipeline.send(getThing, raw)).rejects.toMatchObject({
      status: 503,
      retryAfterMs: 20_000,
      attempts: 1,
    });
    close();
    expect(loopback.server.exchanges).toHaveLength(1);
  });
});

describe('what is tried again', () => {
  it.each([408, 425, 429, 500, 502, 503, 504, 520, 524, 530])('a GET after %i', async (status) => {
    const clock = new TestClock(instantWaits);
    const { pipeline, close } = testPipeline(await loopback.serve([json({}, status), ok]), {}, { clock });
    await expect(pipeline.send(getThing, raw)).resolves.toEqual({ id: 1 });
    close();
    expect(loopback.server.exchanges).toHaveLength(2);
  });

  it.each([400, 401, 402, 403, 404, 405, 409, 410, 413, 420, 422, 451, 501])('not a GET after %i', async (status) => {
    const { pipeline, close } = testPipeline(await loopback.serve([json({}, status), ok]));
    await expect(pipeline.send(getThing, raw)).rejects.toMatchObject({ status, retryable: false, attempts: 1 });
    close();
    expect(loopback.server.exchanges).toHaveLength(1);
  });

  it.each<[string, Responder]>([
    ['a reset before the headers', reset],
    ['a body that is cut off', truncate],
  ])('a GET after %s', async (_name, failure) => {
    const clock = new TestClock(instantWaits);
    const { pipeline, close } = testPipeline(await loopback.serve([failure, ok]), {}, { clock });
    await expect(pipeline.send(getThing, raw)).resolves.toEqual({ id: 1 });
    close();
    expect(clock.delays).toHaveLength(1);
  });

  it('not the page cap, which no waiting cures', async () => {
    const body = { error: "You've requested too many pages, please use cursors instead" };
    const { pipeline, close } = testPipeline(await loopback.serve(json(body, 429)));
    await expect(pipeline.send(getThing, raw)).rejects.toMatchObject({
      name: 'RateLimitError',
      code: 'page_limit_exceeded',
      retryable: false,
      attempts: 1,
      message: expect.stringContaining('cursor') as string,
    });
    close();
  });

  it('not a 500 that lists what is wrong with the request', async () => {
    const body = {
      message: 'An unexpected error occurred',
      error: { name: 'ZodError', message: '[{"path":["limit"],"message":"Too big"}]' },
    };
    const { pipeline, close } = testPipeline(await loopback.serve(json(body, 500)));
    await expect(pipeline.send(getThing, raw)).rejects.toMatchObject({
      name: 'ValidationError',
      code: 'invalid_request',
      status: 500,
      retryable: false,
      attempts: 1,
      issues: [{ path: 'limit', message: 'Too big' }],
    });
    close();
  });

  it.each<[string, Responder]>([
    ['a 503', json({}, 503, { 'retry-after': '1' })],
    ['a 429', json({}, 429)],
    ['a reset', reset],
  ])('never a POST after %s: it may have been done', async (_name, failure) => {
    const { pipeline, close } = testPipeline(await loopback.serve([failure, ok]));
    await expect(pipeline.send(postThing, raw)).rejects.toMatchObject({ attempts: 1 });
    close();
    expect(loopback.server.exchanges).toHaveLength(1);
  });

  it('a POST that is declared idempotent', async () => {
    const clock = new TestClock(instantWaits);
    const { pipeline, close } = testPipeline(await loopback.serve([json({}, 503), ok]), {}, { clock });
    await expect(pipeline.send({ ...postThing, idempotent: true }, raw)).resolves.toEqual({ id: 1 });
    close();
  });

  it('a POST that never left', async () => {
    const origin = await loopback.serve(ok);
    await loopback.server.close();
    const clock = new TestClock(instantWaits);
    const { pipeline, close } = testPipeline(origin, {}, { clock });
    await expect(pipeline.send(postThing, raw)).rejects.toMatchObject({
      name: 'ConnectionError',
      attempts: 3,
      details: { systemCode: 'ECONNREFUSED' },
    });
    close();
    expect(clock.delays).toHaveLength(2);
  });

  it('not what a transport throws without a code: a mistake in it would be made again', async () => {
    let sent = 0;
    const broken = {
      send: () => {
        sent += 1;
        return Promise.reject(new TypeError('x is not a function'));
      },
    };
    const { pipeline, close } = testPipeline(await loopback.serve(ok), {}, { transport: broken });
    await expect(pipeline.send(getThing, raw)).rejects.toMatchObject({ name: 'ConnectionError', retryable: false });
    close();
    expect(sent).toBe(1);
  });

  it('as often as the call says', async () => {
    const clock = new TestClock(instantWaits);
    const { pipeline, close } = testPipeline(await loopback.serve(json({}, 503)), {}, { clock });
    await expect(pipeline.send(getThing, raw, { maxRetries: 0 })).rejects.toMatchObject({ attempts: 1 });
    await expect(pipeline.send(getThing, raw, { maxRetries: 4 })).rejects.toMatchObject({ attempts: 5 });
    close();
  });
});
