import { describe, expect, it } from 'vitest';
import { json, type Responder, text } from '../../../../test/support/loopback-server.js';
import { getThing, postThing, raw } from '../support.js';
import { cachedPipeline, numbered, publicControl } from './support.js';

const etagged = (tag: string, body: unknown, control = 'public, s-maxage=300'): Responder =>
  json(body, 200, { etag: tag, 'cache-control': control });

/** 304 for the tag, as the site does. */
const notModified =
  (tag: string): Responder =>
  (exchange, response, request) => {
    if (exchange.headers['if-none-match'] !== tag) return json({ id: 'whole' })(exchange, response, request);
    response.writeHead(304, { etag: tag, 'cache-control': 'public, s-maxage=300' }).end();
  };

/** 304, but about a copy that nobody asked for. */
const notModifiedAnother: Responder = (_, response) => void response.writeHead(304, { etag: '"9"' }).end();

/** A parser that finds every answer unreadable. */
const refuse = (value: unknown): never => {
  throw new Error(JSON.stringify(value));
};

describe('an answer the server lets anybody keep', () => {
  it('is sent for once in s-maxage, then served while a newer one is fetched, then asked for again', async () => {
    await using cached = await cachedPipeline(numbered());
    const first = await cached.get();
    expect([first.data, first.response.fromCache, first.response.attempts]).toEqual([{ id: 0 }, undefined, 1]);
    cached.clock.advance(299_000);
    const second = await cached.get();
    expect([second.data, second.response.fromCache, second.response.attempts]).toEqual([
      { id: 0 },
      { state: 'fresh', ageSeconds: 299 },
      0,
    ]);
    cached.clock.advance(2000);
    const third = await cached.get();
    expect([third.data, third.response.fromCache]).toEqual([{ id: 0 }, { state: 'stale', ageSeconds: 301 }]);
    await expect.poll(() => cached.outcomes).toEqual(['miss', 'stored', 'fresh', 'stale', 'stored']);
    expect((await cached.get()).data).toEqual({ id: 1 });
    cached.clock.advance(451_000);
    expect((await cached.get()).data).toEqual({ id: 2 });
    expect(cached.server.exchanges).toHaveLength(3);
  });

  it('counts the age it already had at the edge', async () => {
    await using cached = await cachedPipeline(numbered({ ...publicControl, age: '290' }));
    await cached.get();
    expect((await cached.get()).response.fromCache).toEqual({ state: 'fresh', ageSeconds: 290 });
    cached.clock.advance(11_000);
    expect((await cached.get()).response.fromCache?.state).toBe('stale');
  });

  it('gives every caller objects of its own', async () => {
    await using cached = await cachedPipeline(json({ tags: ['a'] }, 200, publicControl));
    const first = await cached.get();
    (first.data as { tags: string[] }).tags.push('mine');
    const second = await cached.get();
    expect(second.data).toEqual({ tags: ['a'] });
    expect((await cached.get()).data).not.toBe(second.data);
  });

  it('keeps its status and headers, but no cookie', async () => {
    await using cached = await cachedPipeline(
      numbered({ ...publicControl, 'set-cookie': 'session=1', 'x-served-by': 'pod' }),
    );
    await cached.get();
    const { response } = await cached.get();
    expect(response).toMatchObject({ status: 200, headers: { 'x-served-by': 'pod', age: '0' } });
    expect(response.headers['set-cookie']).toBeUndefined();
  });

  it('is refreshed by one request, however many callers get the old one meanwhile', async () => {
    await using cached = await cachedPipeline(numbered());
    await cached.get();
    cached.clock.advance(301_000);
    const answers = await Promise.all(Array.from({ length: 20 }, () => cached.get()));
    expect(answers.every(({ response }) => response.fromCache?.state === 'stale')).toBe(true);
    await expect.poll(() => cached.outcomes.at(-1)).toBe('stored');
    expect(cached.server.exchanges).toHaveLength(2);
  });

  it('stays when the refresh fails, which only the diagnostics hear', async () => {
    await using cached = await cachedPipeline([numbered(), json({ error: 'down' }, 500)]);
    await cached.get();
    cached.clock.advance(301_000);
    expect((await cached.get()).data).toEqual({ id: 0 });
    await expect.poll(() => cached.outcomes.at(-1)).toBe('refresh_failed');
    expect(cached.server.exchanges).toHaveLength(2);
    expect((await cached.get()).data).toEqual({ id: 0 });
  });

  it('is not replaced by a refresh that makes no sense', async () => {
    const nonsense = text('{"id": ', 'application/json', 200, publicControl);
    await using cached = await cachedPipeline([numbered(), nonsense]);
    await cached.get();
    cached.clock.advance(301_000);
    await cached.get();
    await expect.poll(() => cached.outcomes.at(-1)).toBe('refresh_failed');
    expect((await cached.get()).data).toEqual({ id: 0 });
  });
});

describe('an answer past its time', () => {
  it('is good again when the server says so, and the body is not sent twice', async () => {
    await using cached = await cachedPipeline([etagged('W/"1"', { id: 'first' }), notModified('W/"1"')]);
    await cached.get();
    cached.clock.advance(301_000);
    const { data, response } = await cached.get();
    expect([data, response.fromCache, response.status, response.attempts]).toEqual([
      { id: 'first' },
      { state: 'revalidated', ageSeconds: 0 },
      200,
      1,
    ]);
    cached.clock.advance(299_000);
    expect((await cached.get()).response.fromCache?.state).toBe('fresh');
    expect(cached.server.exchanges).toHaveLength(2);
    expect(cached.outcomes).toEqual(['miss', 'stored', 'stored', 'revalidated', 'fresh']);
  });

  it('is replaced by what the server has now', async () => {
    await using cached = await cachedPipeline([etagged('"1"', { id: 'old' }), etagged('"2"', { id: 'new' })]);
    await cached.get();
    cached.clock.advance(301_000);
    expect((await cached.get()).data).toEqual({ id: 'new' });
    expect((await cached.get()).response.fromCache?.state).toBe('fresh');
    expect(cached.server.exchanges[1]?.headers['if-none-match']).toBe('"1"');
  });

  it('is asked for whole when "not modified" is about another copy', async () => {
    await using cached = await cachedPipeline([
      etagged('"1"', { id: 'old' }),
      notModifiedAnother,
      etagged('"9"', { id: 'new' }),
    ]);
    await cached.get();
    cached.clock.advance(301_000);
    expect((await cached.get()).data).toEqual({ id: 'new' });
    expect(cached.server.exchanges[2]?.headers['if-none-match']).toBeUndefined();
  });

  it('loses the age of the edge when the server itself confirms it', async () => {
    const aged: Responder = json({ id: 1 }, 200, { etag: '"1"', 'cache-control': 'public, s-maxage=300', age: '299' });
    await using cached = await cachedPipeline([aged, notModified('"1"')]);
    await cached.get();
    cached.clock.advance(2000);
    expect((await cached.get()).response.fromCache).toEqual({ state: 'revalidated', ageSeconds: 0 });
    cached.clock.advance(200_000);
    expect((await cached.get()).response.fromCache?.state).toBe('fresh');
  });

  it.each<[string, Responder]>([
    ['503', json({ error: 'busy' }, 503)],
    ['a broken connection', (_, response) => void response.socket?.resetAndDestroy()],
  ])('stands in for %s when asked to, and no longer than asked', async (_name, failure) => {
    const first = json({ id: 'old' }, 200, { 'cache-control': 'public, s-maxage=300' });
    await using cached = await cachedPipeline([first, failure], { cache: { staleIfErrorSeconds: 600 } });
    await cached.get();
    cached.clock.advance(800_000);
    const { data, response } = await cached.get({ maxRetries: 0 });
    expect([data, response.fromCache?.state, response.attempts]).toEqual([{ id: 'old' }, 'stale_on_error', 1]);
    cached.clock.advance(200_000);
    await expect(cached.get({ maxRetries: 0 })).rejects.toMatchObject({ retryable: true });
  });

  it('does not stand in unless asked to, nor for an answer that is no failure of the server', async () => {
    const first = json({ id: 'old' }, 200, { 'cache-control': 'public, s-maxage=300' });
    await using plain = await cachedPipeline([first, json({}, 500)]);
    await plain.get();
    plain.clock.advance(301_000);
    await expect(plain.get({ maxRetries: 0 })).rejects.toMatchObject({ status: 500 });
    await using asked = await cachedPipeline([first, json({ error: 'gone' }, 404)], {
      cache: { staleIfErrorSeconds: 600 },
    });
    await asked.get();
    asked.clock.advance(301_000);
    await expect(asked.get()).rejects.toMatchObject({ code: 'not_found' });
  });

  it('does not stand in when the server forbids it', async () => {
    const first = json({ id: 'old' }, 200, { 'cache-control': 'public, s-maxage=300, must-revalidate', etag: '"1"' });
    await using cached = await cachedPipeline([first, json({}, 500)], { cache: { staleIfErrorSeconds: 600 } });
    await cached.get();
    cached.clock.advance(301_000);
    await expect(cached.get({ maxRetries: 0 })).rejects.toMatchObject({ status: 500 });
  });
});

describe('what is never kept', () => {
  it.each<[string, Responder]>([
    ['a 404, although it is public', json({ error: 'no model' }, 404, publicControl)],
    ['a 500, although it is public', json({ error: 'oops' }, 500, publicControl)],
    ['a web page with 200', text('<html></html>', 'text/html', 200, publicControl)],
    ['broken JSON', text('{"id":', 'application/json', 200, publicControl)],
    ['an answer with no-store', numbered({ 'cache-control': 'public, no-store' })],
    ['an answer that is private', numbered({ 'cache-control': 'private, max-age=600' })],
    ['an answer with a cookie that is not public', numbered({ 'cache-control': 's-maxage=300', 'set-cookie': 'a=b' })],
    ['an answer that varies with everything', numbered({ ...publicControl, vary: '*' })],
  ])('%s', async (_name, responder) => {
    await using cached = await cachedPipeline(responder);
    for (let call = 0; call < 2; call += 1) await cached.get({ maxRetries: 0 }).catch(() => undefined);
    expect(cached.server.exchanges).toHaveLength(2);
  });

  it('an answer the parser refuses, such as 200 with an error in it', async () => {
    await using cached = await cachedPipeline(json({ error: 'maintenance' }, 200, publicControl));
    for (let call = 0; call < 2; call += 1) await cached.owned.pipeline.send(getThing, refuse).catch(() => undefined);
    expect(cached.server.exchanges).toHaveLength(2);
    expect(cached.outcomes).toEqual(['miss', 'miss']);
  });

  it('a POST, a call with a token in its query, a conditional request', async () => {
    await using cached = await cachedPipeline(numbered());
    for (let call = 0; call < 2; call += 1) {
      await cached.owned.pipeline.send(postThing, raw);
      await cached.owned.pipeline.send({ ...getThing, query: [['token', 'secret']] }, raw);
      await cached.get({ headers: { Range: 'bytes=0-1' } });
    }
    expect(cached.server.exchanges).toHaveLength(6);
    expect(cached.outcomes).toEqual([]);
  });
});

describe('a caller', () => {
  it('gets a new answer with no-cache, which the next one shares', async () => {
    await using cached = await cachedPipeline(numbered());
    await cached.get();
    expect((await cached.get({ headers: { 'Cache-Control': 'no-cache' } })).data).toEqual({ id: 1 });
    expect((await cached.get()).data).toEqual({ id: 1 });
  });

  it('is left alone with no-store', async () => {
    await using cached = await cachedPipeline(numbered());
    await cached.get();
    expect((await cached.get({ headers: { 'cache-control': 'no-store' } })).data).toEqual({ id: 1 });
    expect((await cached.get()).data).toEqual({ id: 0 });
  });

  it('does not share answers with one that sends other headers', async () => {
    await using cached = await cachedPipeline(numbered());
    const ids = [];
    for (const tenant of ['a', 'b', 'a']) ids.push((await cached.get({ headers: { 'X-Tenant': tenant } })).data);
    expect(ids).toEqual([{ id: 0 }, { id: 1 }, { id: 0 }]);
  });
});

describe('closing the client', () => {
  it('ends a refresh in the background', async () => {
    await using cached = await cachedPipeline([numbered(), () => undefined]);
    await cached.get();
    cached.clock.advance(301_000);
    await cached.get();
    await expect.poll(() => cached.server.exchanges.length).toBe(2);
    cached.owned.close();
    await expect.poll(() => cached.server.openSockets.size).toBe(0);
    await expect.poll(() => cached.outcomes.at(-1)).toBe('refresh_failed');
    expect(cached.clock.pending).toBe(0);
  });
});
