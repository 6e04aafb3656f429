import { describe, expect, it } from 'vitest';
import { json, stallHeaders } from '../../../../test/support/loopback-server.js';
import { TestClock } from '../../../../test/support/test-clock.js';
import { defaultSettings, getThing, raw, testPipeline } from '../support.js';
import { useLoopback } from '../use-loopback.js';
import { rejectionOf } from './support.js';

const loopback = useLoopback();
const instantWaits = 5000;
/** 30 s for a call, 10 s for an attempt. */
const settings = { retry: { ...defaultSettings.retry, maxRetries: 0, attemptTimeoutSeconds: 10 } };

describe('an operation with times of its own', () => {
  it('may be held by the server for longer than attempts and calls usually take', async () => {
    const clock = new TestClock(instantWaits);
    let answer: (() => void) | undefined;
    const { pipeline, close } = testPipeline(
      await loopback.serve((exchange, response, request) => {
        answer = () => void json({ id: 1 })(exchange, response, request);
      }),
      settings,
      { clock },
    );
    const call = pipeline.send({ ...getThing, timeoutMs: 120_000, attemptTimeoutMs: 70_000 }, raw);
    await expect.poll(() => answer !== undefined).toBe(true);
    clock.advance(60_000);
    answer?.();
    await expect(call).resolves.toEqual({ id: 1 });
    close();
    expect(clock.pending).toBe(0);
  });

  it.each([
    [{ timeoutMs: 50_000, attemptTimeoutMs: null }, {}, 50_000, 'timeout', '50 s'],
    [{ timeoutMs: 50_000, attemptTimeoutMs: null }, { timeoutMs: 20_000 }, 20_000, 'timeout', '20 s'],
    [{ timeoutMs: null, attemptTimeoutMs: 3_600_000 }, {}, 3_600_000, 'attempt_timeout', '3600 s'],
    [{ timeoutMs: null }, {}, 10_000, 'attempt_timeout', 'Retry:AttemptTimeoutSeconds'],
  ])('ends by them: %j with %j', async (times, options, afterMs, code, message) => {
    const clock = new TestClock(instantWaits);
    const { pipeline, close } = testPipeline(await loopback.serve(stallHeaders), settings, { clock });
    const settled = rejectionOf(pipeline.send({ ...getThing, ...times }, raw, options));
    await expect.poll(() => loopback.server.exchanges.length).toBe(1);
    clock.advance(afterMs - 1);
    expect(clock.pending).toBeGreaterThan(0);
    clock.advance(1);
    expect(await settled).toMatchObject({ code, message: expect.stringContaining(message) as string });
    close();
    expect(clock.pending).toBe(0);
  });

  it('without any limit has no timer, and is repeated all the same', async () => {
    const clock = new TestClock(instantWaits);
    const { pipeline, close } = testPipeline(await loopback.serve([json({}, 503), json({ id: 1 })]), {}, { clock });
    await expect(pipeline.send({ ...getThing, timeoutMs: null }, raw)).resolves.toEqual({ id: 1 });
    close();
    expect(clock.pending).toBe(0);
    expect(clock.delays).toHaveLength(1);
  });

  it('without any limit can wait for its turn under a rate limit', async () => {
    const { pipeline, close } = testPipeline(await loopback.serve(json({ id: 1 })), {
      rateLimit: { enabled: true, requestsPerMinute: 300, buckets: '' },
    });
    await expect(pipeline.send({ ...getThing, timeoutMs: null }, raw)).resolves.toEqual({ id: 1 });
    close();
  });
});
