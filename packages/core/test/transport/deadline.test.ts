import { describe, expect, it } from 'vitest';
import { json, type Responder, stallBody, stallHeaders } from '../../../../test/support/loopback-server.js';
import { TestClock } from '../../../../test/support/test-clock.js';
import { defaultSettings, getThing, raw, testPipeline } from '../support.js';
import { useLoopback } from '../use-loopback.js';

const loopback = useLoopback();

/** Every wait between attempts is instant; the 30 s of the whole call are not. */
const instantWaits = 10_000;
const ok = json({ id: 1 });

describe('time', () => {
  it.each<[string, Responder]>([
    ['no headers', stallHeaders],
    ['a body that stops', stallBody],
  ])('runs out for the whole call with %s', async (_name, stall) => {
    const clock = new TestClock(instantWaits);
    const { pipeline, close } = testPipeline(await loopback.serve(stall), {}, { clock });
    const call = pipeline.send(getThing, raw);
    const outcome = call.asResult();
    await expect.poll(() => loopback.server.exchanges.length).toBe(1);
    clock.advance(30_000);
    expect(await outcome).toMatchObject({
      ok: false,
      error: { name: 'TimeoutError', code: 'timeout', attempts: 1, retryable: true },
    });
    close();
    expect(clock.pending).toBe(0);
    await expect.poll(() => loopback.server.openSockets.size).toBe(0);
  });

  it('of one attempt ends that attempt, and another follows', async () => {
    const clock = new TestClock(instantWaits);
    const retry = { ...defaultSettings.retry, attemptTimeoutSeconds: 20 };
    const { pipeline, close } = testPipeline(
      await loopback.serve([stallBody, ok]),
      { retry, timeoutSeconds: 60 },
      { clock },
    );
    const call = pipeline.send(getThing, raw).withResponse();
    await expect.poll(() => loopback.server.exchanges.length).toBe(1);
    clock.advance(20_000);
    expect((await call).response.attempts).toBe(2);
    close();
  });

  it('of the last attempt is a TimeoutError of its own', async () => {
    const clock = new TestClock(instantWaits);
    const retry = { ...defaultSettings.retry, maxRetries: 0, attemptTimeoutSeconds: 20 };
    const { pipeline, close } = testPipeline(await loopback.serve(stallHeaders), { retry }, { clock });
    const call = pipeline.send(getThing, raw).asResult();
    await expect.poll(() => loopback.server.exchanges.length).toBe(1);
    clock.advance(20_000);
    expect(await call).toMatchObject({ ok: false, error: { code: 'attempt_timeout' } });
    close();
  });

  it('can be set for one call', async () => {
    const { pipeline, close } = testPipeline(await loopback.serve(stallHeaders));
    await expect(pipeline.send(getThing, raw, { timeoutMs: 20 })).rejects.toMatchObject({
      code: 'timeout',
      message: expect.stringContaining('within 0.02 s') as string,
    });
    close();
  });

  it('ends a transport that ignores its signal', async () => {
    await loopback.serve(ok);
    const deaf = { send: () => new Promise<never>(() => undefined) };
    const { pipeline, close } = testPipeline(loopback.server.origin, {}, { transport: deaf });
    await expect(pipeline.send(getThing, raw, { timeoutMs: 20 })).rejects.toMatchObject({ code: 'timeout' });
    close();
  });
});

/** What a call rejects with; handled at once, so that nothing is reported as unhandled meanwhile. */
function rejectionOf(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => 'it did not reject',
    (reason: unknown) => reason,
  );
}

describe('cancellation', () => {
  const reason = { why: 'changed my mind' };

  it('before the call sends nothing and rejects with the reason', async () => {
    const { pipeline, close } = testPipeline(await loopback.serve(ok));
    const call = pipeline.send(getThing, raw, { signal: AbortSignal.abort(reason) });
    await expect(call).rejects.toBe(reason);
    await expect(call.asResult()).rejects.toBe(reason);
    close();
    expect(loopback.server.exchanges).toHaveLength(0);
  });

  it.each<[string, Responder]>([
    ['while waiting for headers', stallHeaders],
    ['while reading the body', stallBody],
  ])('%s ends the request at once', async (_name, stall) => {
    const controller = new AbortController();
    const { pipeline, close } = testPipeline(await loopback.serve(stall));
    const call = pipeline.send(getThing, raw, { signal: controller.signal });
    const settled = rejectionOf(call);
    await expect.poll(() => loopback.server.exchanges.length).toBe(1);
    controller.abort(reason);
    expect(await settled).toBe(reason);
    await expect.poll(() => loopback.server.openSockets.size).toBe(0);
    close();
  });

  it('during the wait before a retry ends the wait', async () => {
    const controller = new AbortController();
    const clock = new TestClock(0);
    const { pipeline, close } = testPipeline(await loopback.serve(json({}, 503)), {}, { clock });
    const call = pipeline.send(getThing, raw, { signal: controller.signal });
    const settled = rejectionOf(call);
    await expect.poll(() => clock.pending).toBe(2);
    await expect.poll(() => loopback.server.exchanges.length).toBe(1);
    controller.abort(reason);
    expect(await settled).toBe(reason);
    expect(clock.pending).toBe(0);
    close();
  });
});
