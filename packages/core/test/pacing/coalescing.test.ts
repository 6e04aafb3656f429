import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { json, type Responder } from '../../../../test/support/loopback-server.js';
import { TestClock } from '../../../../test/support/test-clock.js';
import { Secret } from '../../src/secrets/secret.js';
import { postThing, raw } from '../support.js';
import { type PacedPipeline, pacedPipeline } from './support.js';

const settings = { coalesceRequests: true };
const settled = (call: Promise<unknown>): Promise<unknown> => call.catch((reason: unknown) => reason);

/** Holds answers back until the test lets them go. */
function gate(answer: Responder): { readonly responder: Responder; readonly open: () => void } {
  const waiting: (() => void)[] = [];
  const opened = new Promise<void>((resolve) => {
    waiting.push(resolve);
  });
  return {
    open: () => {
      for (const resolve of waiting) resolve();
    },
    responder: (...exchange) => opened.then(() => answer(...exchange)),
  };
}

async function waitFor(paced: PacedPipeline, requests: number): Promise<void> {
  await expect.poll(() => paced.server.exchanges.length).toBe(requests);
}

describe('identical GETs at the same time', () => {
  it('share one request, and each has objects of its own', async () => {
    const { open, responder } = gate(json({ tags: ['a'] }));
    await using paced = await pacedPipeline(responder, settings);
    const calls = Array.from({ length: 50 }, () => paced.get());
    await waitFor(paced, 1);
    open();
    const answers = await Promise.all(calls);
    expect(paced.server.exchanges).toHaveLength(1);
    expect(new Set(answers.map(({ data }) => data)).size).toBe(50);
    expect(new Set(answers.map(({ response }) => response.requestId)).size).toBe(50);
    expect(
      answers.every(({ data, response }) => JSON.stringify(data) === '{"tags":["a"]}' && response.attempts === 1),
    ).toBe(true);
    await paced.get();
    expect(paced.server.exchanges).toHaveLength(2);
  });

  it('share retries and the error', async () => {
    const { open, responder } = gate(json({ error: 'down' }, 503));
    await using paced = await pacedPipeline([responder, json({ error: 'down' }, 503)], settings);
    const calls = Array.from({ length: 5 }, () => settled(paced.get()));
    await waitFor(paced, 1);
    open();
    const errors = await Promise.all(calls);
    expect(paced.server.exchanges).toHaveLength(3);
    expect(errors.every((error) => (error as { status: number }).status === 503)).toBe(true);
  });

  it('go on when one of them is called off, whichever it is', async () => {
    const { open, responder } = gate(json({ id: 1 }));
    await using paced = await pacedPipeline(responder, settings);
    const controllers = Array.from({ length: 3 }, () => new AbortController());
    const calls = controllers.map(({ signal }) => settled(paced.get({ signal })));
    await waitFor(paced, 1);
    controllers[0]?.abort('first');
    controllers[2]?.abort('third');
    expect([await calls[0], await calls[2]]).toEqual(['first', 'third']);
    open();
    expect(await calls[1]).toMatchObject({ data: { id: 1 }, response: { attempts: 1 } });
    expect(controllers.flatMap(({ signal }) => getEventListeners(signal, 'abort'))).toEqual([]);
  });

  it('end with the last of them, and the next one starts anew', async () => {
    await using paced = await pacedPipeline([() => undefined, json({ id: 2 })], settings);
    const controllers = [new AbortController(), new AbortController()];
    const calls = controllers.map(({ signal }) => settled(paced.get({ signal })));
    await waitFor(paced, 1);
    for (const controller of controllers) controller.abort('gone');
    await Promise.all(calls);
    expect((await paced.get()).data).toEqual({ id: 2 });
    await expect.poll(() => paced.server.openSockets.size).toBe(1);
  });

  it('each have their own time: the request lasts as long as the one that may wait longest', async () => {
    const { open, responder } = gate(json({ id: 1 }));
    const clock = new TestClock(0);
    await using paced = await pacedPipeline(responder, settings, { clock });
    const short = settled(paced.get({ timeoutMs: 1000 }));
    clock.advance(0);
    const long = paced.get({ timeoutMs: 5000 });
    await waitFor(paced, 1);
    clock.advance(1000);
    expect(await short).toMatchObject({ code: 'timeout', attempts: 1 });
    open();
    expect((await long).data).toEqual({ id: 1 });
    expect(clock.pending).toBe(0);
  });

  it('end when the client is closed', async () => {
    await using paced = await pacedPipeline(() => undefined, settings);
    const calls = Array.from({ length: 3 }, () => settled(paced.get()));
    await waitFor(paced, 1);
    paced.owned.close();
    expect(await Promise.all(calls)).toMatchObject([1, 2, 3].map(() => ({ code: 'client_closed' })));
    await expect.poll(() => paced.server.openSockets.size).toBe(0);
  });
});

describe('what is not shared', () => {
  it('is a request of another identity, with other headers, retries or path, and anything but a GET', async () => {
    const { open, responder } = gate(json({ id: 1 }));
    let key = 'one';
    const credential = { current: () => new Secret(key) };
    await using paced = await pacedPipeline(responder, settings, { credential });
    const calls: Promise<unknown>[] = [paced.get()];
    key = 'two';
    calls.push(
      paced.get(),
      paced.get({ headers: { 'x-tenant': 'a' } }),
      paced.get({ headers: { 'cache-control': 'no-cache' } }),
      paced.get({ maxRetries: 0 }),
      paced.get({}, '2'),
      Promise.resolve(paced.owned.pipeline.send(postThing, raw)),
      Promise.resolve(paced.owned.pipeline.send(postThing, raw)),
    );
    await waitFor(paced, 8);
    open();
    await Promise.all(calls);
    expect(paced.server.exchanges).toHaveLength(8);
  });

  it('is anything at all, unless it is turned on', async () => {
    await using paced = await pacedPipeline(json({ id: 1 }), {});
    await Promise.all([paced.get(), paced.get()]);
    expect(paced.server.exchanges).toHaveLength(2);
  });

  it('is an answer that was fetched with a credential that came in between', async () => {
    const keys = ['a', 'a', 'b', 'a'];
    const credential = { current: () => new Secret(keys.shift() ?? 'a') };
    const { open, responder } = gate((exchange, response, request) =>
      json({ who: exchange.headers.authorization })(exchange, response, request),
    );
    await using paced = await pacedPipeline(responder, settings, { credential });
    const calls = [paced.get(), paced.get()];
    await waitFor(paced, 1);
    open();
    const [leader, follower] = await Promise.all(calls);
    expect([leader?.data, follower?.data]).toEqual([{ who: 'Bearer b' }, { who: 'Bearer a' }]);
  });
});

describe('together with the cache', () => {
  it('many at once are one request, and none afterwards', async () => {
    const { open, responder } = gate(json({ id: 1 }, 200, { 'cache-control': 'public, s-maxage=300' }));
    const cache = {
      enabled: true,
      maxEntries: 10,
      maxBytes: 100_000,
      staleIfErrorSeconds: 0,
      storeTimeoutSeconds: 0.5,
    };
    await using paced = await pacedPipeline(responder, { ...settings, cache }, { anonymous: true });
    const calls = Array.from({ length: 20 }, () => paced.get());
    await waitFor(paced, 1);
    open();
    await Promise.all(calls);
    const later = await Promise.all(Array.from({ length: 20 }, () => paced.get()));
    expect(later.every(({ response }) => response.fromCache?.state === 'fresh')).toBe(true);
    expect(paced.server.exchanges).toHaveLength(1);
  });
});
