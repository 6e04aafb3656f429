import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { json, type Responder, startLoopback, text, truncate } from '../../../../test/support/loopback-server.js';
import { TestClock } from '../../../../test/support/test-clock.js';
import type { StreamedAnswer } from '../../src/transport/streamed-answer.js';
import { getThing, testPipeline } from '../support.js';
import { useLoopback } from '../use-loopback.js';
import { collect, rejectionOf } from './support.js';

const loopback = useLoopback();
const instantWaits = 10_000;

/** Writes for as long as somebody reads. */
const endless: Responder = (_, response) => {
  response.writeHead(200, { 'content-type': 'application/octet-stream' });
  const more = (): void => {
    if (!response.destroyed) response.write(Buffer.alloc(16_384), () => setImmediate(more));
  };
  more();
};

async function leaveEarly({ body }: StreamedAnswer): Promise<void> {
  for await (const chunk of body) {
    expect(chunk.byteLength).toBeGreaterThan(0);
    break;
  }
}

describe('a streamed answer leaves nothing behind', () => {
  it.each<[string, number, Responder, (answer: StreamedAnswer) => Promise<unknown>]>([
    ['read to its end', 1, text('abc', 'text/plain'), ({ body }) => collect(body)],
    ['left early', 0, endless, leaveEarly],
    ['cut off', 0, truncate, ({ body }) => rejectionOf(collect(body))],
    ['cancelled before it was read', 0, endless, (answer) => Promise.resolve(answer.cancel())],
    [
      'cancelled while it is read',
      0,
      endless,
      async (answer) => {
        const error = await rejectionOf(
          (async () => {
            for await (const _ of answer.body) answer.cancel();
          })(),
        );
        expect(error).toMatchObject({ name: 'AbortError', message: expect.stringContaining('things.get') as string });
      },
    ],
  ])('when it is %s, but %i connection to be used again', async (_name, connections, responder, use) => {
    const { signal } = new AbortController();
    const clock = new TestClock(instantWaits);
    const { pipeline, close } = testPipeline(await loopback.serve(responder), {}, { clock });
    const answer = await pipeline.open(getThing, { signal, timeoutMs: 50_000 });
    expect(getEventListeners(signal, 'abort')).toHaveLength(1);
    await use(answer);
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
    expect(clock.pending).toBe(0);
    answer.cancel();
    await expect.poll(() => loopback.server.openSockets.size).toBe(connections);
    close();
  });

  it('when it fails before its headers', async () => {
    const { signal } = new AbortController();
    const clock = new TestClock(instantWaits);
    const { pipeline, close } = testPipeline(await loopback.serve(json({}, 404)), {}, { clock });
    await expect(pipeline.open(getThing, { signal })).rejects.toMatchObject({ status: 404 });
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
    expect(clock.pending).toBe(0);
    close();
  });

  it('when nobody ever reads it: it is given up after the time that it may stand still', async () => {
    const clock = new TestClock(instantWaits);
    const { signal } = new AbortController();
    const { pipeline, close } = testPipeline(await loopback.serve(endless), {}, { clock });
    const { body } = await pipeline.open(getThing, { signal, idleTimeoutMs: 20_000 });
    clock.advance(20_000);
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
    await expect.poll(() => loopback.server.openSockets.size).toBe(0);
    await expect(collect(body)).rejects.toMatchObject({ code: 'body_stalled' });
    close();
  });

  it('of a slow reader: only the server is timed, not who reads', async () => {
    const clock = new TestClock(instantWaits);
    const { pipeline, close } = testPipeline(await loopback.serve(text('abc', 'text/plain')), {}, { clock });
    const { body } = await pipeline.open(getThing);
    let read = 0;
    for await (const chunk of body) {
      read += chunk.byteLength;
      clock.advance(3_600_000);
    }
    close();
    expect(read).toBe(3);
    expect(clock.pending).toBe(0);
  });

  it('of sixty under one signal but one listener', async () => {
    const controller = new AbortController();
    await using server = await startLoopback(endless);
    const { pipeline, close } = testPipeline(server.origin);
    const answers = await Promise.all(
      Array.from({ length: 60 }, () => pipeline.open(getThing, { signal: controller.signal })),
    );
    expect(getEventListeners(controller.signal, 'abort')).toHaveLength(1);
    const readings = answers.map(({ body }) => rejectionOf(collect(body)));
    controller.abort('enough');
    expect(new Set(await Promise.all(readings))).toEqual(new Set(['enough']));
    await expect.poll(() => server.openSockets.size).toBe(0);
    close();
  });

  it('of a connection that was read to its end: it is used again', async () => {
    const { pipeline, close } = testPipeline(await loopback.serve(text('abc', 'text/plain')));
    for (let call = 0; call < 5; call += 1) await collect((await pipeline.open(getThing)).body);
    expect(loopback.server.openSockets.size).toBe(1);
    close();
  });
});
