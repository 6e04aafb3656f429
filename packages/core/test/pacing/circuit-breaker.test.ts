import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { describe, expect, it } from 'vitest';
import { json, type Responder, reset, stallHeaders, text } from '../../../../test/support/loopback-server.js';
import type { ClientSettings } from '../../src/configuration/client-settings.js';
import type { CircuitEvent } from '../../src/observability/notices.js';
import type { CircuitStore } from '../../src/pacing/circuit-store.js';
import { defaultSettings, raw } from '../support.js';
import { type PacedPipeline, pacedPipeline } from './support.js';

const ok = json({ id: 1 });
const down = json({ error: 'down' }, 503);
const settled = (promise: Promise<unknown>): Promise<unknown> => promise.catch((reason: unknown) => reason);

function broken(failureThreshold: number, more: Partial<ClientSettings> = {}): Partial<ClientSettings> {
  return {
    circuitBreaker: { enabled: true, failureThreshold, openSeconds: 30 },
    retry: { ...defaultSettings.retry, maxRetries: 0 },
    ...more,
  };
}

const fail = (): never => {
  throw new Error('gone');
};

/** Makes so many calls, whatever becomes of them. */
async function call(paced: PacedPipeline, times: number): Promise<void> {
  for (let count = 0; count < times; count += 1) await settled(paced.get());
}

describe('a circuit', () => {
  it('opens after failures in a row, refuses at once, and closes when a probe succeeds', async () => {
    const changes: string[] = [];
    const events: CircuitEvent[] = [];
    const record = (message: unknown): void => void events.push(message as CircuitEvent);
    subscribe('civitkit:circuit', record);
    await using paced = await pacedPipeline([down, down, down, ok], broken(3), {
      onCircuitChange: ({ from, to }) => void changes.push(`${from} ${to}`),
    });
    await call(paced, 3);
    expect(await settled(paced.get())).toMatchObject({
      name: 'CivitaiError',
      code: 'circuit_open',
      attempts: 0,
      retryable: true,
      retryAfterMs: 30_000,
      details: { bucket: 'things', neverSent: true },
    });
    expect(paced.server.exchanges).toHaveLength(3);
    paced.clock.advance(29_999);
    expect(await settled(paced.get())).toMatchObject({ code: 'circuit_open', retryAfterMs: 1 });
    paced.clock.advance(1);
    await paced.get();
    await paced.get();
    unsubscribe('civitkit:circuit', record);
    expect(changes).toEqual(['closed open', 'open half_open', 'half_open closed']);
    expect(events.map(({ from, to }) => `${from} ${to}`)).toEqual(changes);
    expect(events[0]).toEqual({
      origin: paced.server.origin,
      bucket: 'things',
      from: 'closed',
      to: 'open',
      failures: 3,
    });
  });

  it('opens again when the probe fails', async () => {
    await using paced = await pacedPipeline(down, broken(2));
    await call(paced, 2);
    paced.clock.advance(30_000);
    expect(await settled(paced.get())).toMatchObject({ status: 503 });
    expect(await settled(paced.get())).toMatchObject({ code: 'circuit_open', retryAfterMs: 30_000 });
    expect(paced.server.exchanges).toHaveLength(3);
  });

  it('lets one probe pass at a time, and another when the first is called off', async () => {
    await using paced = await pacedPipeline([down, stallHeaders, ok], broken(1));
    await call(paced, 1);
    paced.clock.advance(30_000);
    const controller = new AbortController();
    const probe = settled(paced.get({ signal: controller.signal }));
    await expect.poll(() => paced.server.exchanges.length).toBe(2);
    expect(await settled(paced.get())).toMatchObject({ code: 'circuit_open', retryAfterMs: 1000 });
    controller.abort('never mind');
    expect(await probe).toBe('never mind');
    expect(paced.owned.health().circuits[0]?.state).toBe('half_open');
    await paced.get();
    expect(paced.owned.health().circuits[0]?.state).toBe('closed');
  });

  it.each<[string, Responder, number]>([
    ['400', json({ error: 'no' }, 400), 5],
    ['404', json({ error: 'no' }, 404), 5],
    ['429', json({ error: 'slow' }, 429), 5],
    ['a web page with 200', text('<html>', 'text/html'), 5],
    ['500 about the request', json({ error: { name: 'ZodError', message: '[{"path":["a"],"message":"b"}]' } }, 500), 5],
    ['500', json({ error: 'oops' }, 500), 2],
    ['a broken connection', reset, 2],
  ])('counts failures of the server only: %s', async (_name, responder, sent) => {
    await using paced = await pacedPipeline(responder, broken(2));
    await call(paced, 5);
    expect(paced.server.exchanges).toHaveLength(sent);
  });

  it('counts a success in between', async () => {
    await using paced = await pacedPipeline([down, ok, down, ok], broken(2));
    await call(paced, 6);
    expect(paced.server.exchanges).toHaveLength(6);
  });

  it('counts a server that does not answer, but not the short patience of a caller', async () => {
    await using paced = await pacedPipeline(stallHeaders, broken(2));
    for (let count = 0; count < 3; count += 1) await settled(paced.get({ timeoutMs: 4000 }));
    expect(paced.owned.health().circuits[0]?.failures).toBe(0);
    for (let count = 0; count < 2; count += 1) await settled(paced.get({ timeoutMs: 6000 }));
    expect(await settled(paced.get())).toMatchObject({ code: 'circuit_open' });
  });

  it('is each family’s own', async () => {
    await using paced = await pacedPipeline([down, ok], broken(1));
    await call(paced, 1);
    await paced.owned.pipeline.send({ operation: 'others.get', method: 'GET', path: ['others', 1] }, raw);
    expect(paced.owned.health().circuits).toEqual([
      { origin: paced.server.origin, bucket: 'things', state: 'open', failures: 1, retryAfterMs: 30_000 },
      { origin: paced.server.origin, bucket: 'others', state: 'closed', failures: 0, retryAfterMs: 0 },
    ]);
  });

  it('that opens during a call leaves the call its own error, without further attempts', async () => {
    await using paced = await pacedPipeline(down, { ...broken(2), retry: { ...defaultSettings.retry, maxRetries: 5 } });
    expect(await settled(paced.get())).toMatchObject({ status: 503, attempts: 2 });
    expect(paced.server.exchanges).toHaveLength(2);
  });

  it('refuses before anybody waits for the rate limit', async () => {
    const rateLimit = { enabled: true, requestsPerMinute: 1, buckets: '' };
    await using paced = await pacedPipeline(down, broken(1, { rateLimit, timeoutSeconds: 300 }));
    await call(paced, 1);
    expect(await settled(paced.get())).toMatchObject({ code: 'circuit_open' });
  });

  it('is not disturbed by a listener that throws', async () => {
    await using paced = await pacedPipeline(down, broken(1), { onCircuitChange: fail });
    expect(await settled(paced.get())).toMatchObject({ status: 503 });
  });
});

describe('a store of circuits that replicas share', () => {
  it('opens the circuits of all, and says that the server is back', async () => {
    const open = new Map<string, number>();
    const circuitStore: CircuitStore = {
      openUntil: async (key) => open.get(key),
      open: async (key, until) => void open.set(key, until),
      close: async (key) => void open.delete(key),
    };
    await using one = await pacedPipeline([down, ok], broken(1), { circuitStore });
    await using two = await pacedPipeline([], broken(1), { circuitStore, beside: one });
    await call(one, 1);
    expect(await settled(two.get())).toMatchObject({ code: 'circuit_open', retryAfterMs: 30_000 });
    expect(one.server.exchanges).toHaveLength(1);
    one.clock.advance(30_000);
    await two.get();
    expect([...open.keys()]).toEqual([]);
  });

  it.each<[string, () => never | Promise<never>]>([
    ['rejects', () => Promise.reject(new Error('gone'))],
    ['hangs', () => new Promise(() => undefined)],
    ['throws', fail],
  ])('that %s leaves each on its own', async (_name, work) => {
    const warnings: string[] = [];
    const logger = { debug: () => undefined, warn: (line: string) => void warnings.push(line) };
    const circuitStore: CircuitStore = { openUntil: work, open: work, close: work };
    await using paced = await pacedPipeline([down, ok], broken(1), { circuitStore, logger });
    await call(paced, 1);
    expect(await settled(paced.get())).toMatchObject({ code: 'circuit_open' });
    paced.clock.advance(30_000);
    await paced.get();
    expect(warnings.some((line) => line.includes('goes on without its store'))).toBe(true);
  });

  it('cannot close a circuit here for longer than our own policy would', async () => {
    const circuitStore: CircuitStore = {
      openUntil: () => Number.MAX_SAFE_INTEGER,
      open: () => undefined,
      close: () => undefined,
    };
    await using paced = await pacedPipeline(ok, broken(1), { circuitStore });
    expect(await settled(paced.get())).toMatchObject({ code: 'circuit_open', retryAfterMs: 30_000 });
  });
});
