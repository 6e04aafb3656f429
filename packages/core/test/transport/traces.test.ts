import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { getEventListeners } from 'node:events';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { json, type Responder, reset } from '../../../../test/support/loopback-server.js';
import { TestClock } from '../../../../test/support/test-clock.js';
import { canary, getThing, raw, testPipeline } from '../support.js';
import { useLoopback } from '../use-loopback.js';

const loopback = useLoopback();

/** Every wait between attempts is instant; the 30 s of the whole call are not. */
const instantWaits = 10_000;
const ok = json({ id: 1 });

function failToWrite(): never {
  throw new Error('disk full');
}

describe('a logger that throws', () => {
  it('does not make the request fail', async () => {
    const { pipeline, close } = testPipeline(
      await loopback.serve([json({}, 503), ok]),
      {},
      {
        clock: new TestClock(instantWaits),
        logger: { debug: failToWrite, warn: failToWrite },
      },
    );
    await expect(pipeline.send(getThing, raw)).resolves.toEqual({ id: 1 });
    close();
  });
});

describe('a cancelled call', () => {
  it('is logged as cancelled, whatever the reason is', async () => {
    const lines: string[] = [];
    const log = (line: string): void => void lines.push(line);
    const { pipeline, close } = testPipeline(await loopback.serve(ok), {}, { logger: { debug: log, warn: log } });
    const signal = AbortSignal.abort(new Error('enough'));
    await pipeline.send(getThing, raw, { signal }).catch(() => undefined);
    close();
    expect(lines[1]).toMatch(/^civitkit things\.get cancelled after /);
  });
});

describe('nothing stays behind', () => {
  it('on a long-lived signal, whatever the outcome', async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const clock = new TestClock(instantWaits);
    const { pipeline, close } = testPipeline(
      await loopback.serve([ok, json({}, 404), json({}, 503), ok, reset, ok]),
      {},
      { clock },
    );
    for (let call = 0; call < 4; call += 1) await pipeline.send(getThing, raw, { signal }).asResult();
    expect(loopback.server.exchanges).toHaveLength(6);
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
    expect(clock.pending).toBe(0);
    close();
    await expect.poll(() => loopback.server.openSockets.size).toBe(0);
  });

  it('of a thousand calls under one signal but one listener, and no socket too many', async () => {
    const controller = new AbortController();
    const warnings: Error[] = [];
    const warn = (warning: Error): void => void warnings.push(warning);
    process.on('warning', warn);
    let mostSockets = 0;
    const answerLater: Responder = (_, response) => {
      mostSockets = Math.max(mostSockets, loopback.server.openSockets.size);
      setImmediate(() => response.setHeader('content-type', 'application/json').end('{}'));
    };
    const { pipeline, close } = testPipeline(await loopback.serve(answerLater));
    const calls = Array.from({ length: 1000 }, () => pipeline.send(getThing, raw, { signal: controller.signal }));
    expect(getEventListeners(controller.signal, 'abort')).toHaveLength(1);
    await Promise.all(calls);
    expect(getEventListeners(controller.signal, 'abort')).toHaveLength(0);
    expect(mostSockets).toBeLessThanOrEqual(64);
    const late = [1, 2, 3].map(() =>
      pipeline.send(getThing, raw, { signal: controller.signal }).catch((error: unknown) => error),
    );
    controller.abort('enough');
    expect(await Promise.all(late)).toEqual(['enough', 'enough', 'enough']);
    process.off('warning', warn);
    close();
    expect(warnings).toEqual([]);
  });

  it('of the key in any event of a failing call', async () => {
    const seen: string[] = [];
    const record = (message: unknown, name: string | symbol): void => {
      seen.push(`${String(name)} ${inspect(message, { depth: 20, showHidden: true })}`);
    };
    const channels = ['request', 'attempt', 'retry', 'response', 'error'].map((name) => `civitkit:${name}`);
    for (const name of channels) subscribe(name, record);
    const lines: string[] = [];
    const logger = { debug: (line: string) => void lines.push(line), warn: (line: string) => void lines.push(line) };
    const clock = new TestClock(instantWaits);
    const { pipeline, close } = testPipeline(
      await loopback.serve([json({}, 503), ok, json({ error: canary }, 404)]),
      {},
      { clock, logger },
    );
    await pipeline.send({ ...getThing, query: [['token', canary]] }, raw);
    await pipeline.send(getThing, raw).asResult();
    close();
    for (const name of channels) unsubscribe(name, record);
    expect(seen.map((line) => line.split(' ')[0])).toEqual([
      'civitkit:request',
      'civitkit:attempt',
      'civitkit:retry',
      'civitkit:attempt',
      'civitkit:response',
      'civitkit:request',
      'civitkit:attempt',
      'civitkit:error',
    ]);
    expect(lines).toHaveLength(5);
    expect(lines[1]).toMatch(
      /^civitkit things\.get attempt 1 failed \(service_unavailable\), next in \d+ ms: GET http/,
    );
    expect([...seen, ...lines].join('\n')).not.toContain(canary);
    expect(lines.join('\n')).toContain('token=[redacted]');
  });
});
