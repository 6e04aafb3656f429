import { describe, expect, it } from 'vitest';
import { json } from '../../../../test/support/loopback-server.js';
import { TestClock } from '../../../../test/support/test-clock.js';
import { type CacheEntry, entryVersion } from '../../src/caching/cache-entry.js';
import type { CacheStore } from '../../src/caching/cache-store.js';
import { MemoryCacheStore } from '../../src/caching/memory-cache-store.js';
import { cachedPipeline, numbered, publicControl } from './support.js';

const fail = (): never => {
  throw new Error('redis://:password@host is gone');
};
const reject = (): Promise<never> => Promise.reject(new Error('redis://:password@host is gone'));
const hang = (): Promise<never> => new Promise(() => undefined);

/** A store whose `get` gives this. */
function giving(found: (key: string) => unknown): CacheStore {
  return { get: (key) => found(key) as CacheEntry, set: () => undefined, delete: () => undefined };
}

/** An entry that is almost one. */
function entry(key: string, change: object): unknown {
  const policy = {
    v: 1,
    t: Date.UTC(2026, 0, 1),
    sh: true,
    st: 200,
    m: 'GET',
    a: true,
    resh: {},
    rescc: {},
    reqcc: {},
    reqh: null,
  };
  return {
    version: entryVersion,
    key,
    status: 200,
    body: '{"id":"stored"}',
    policy: { ...policy, rescc: { 's-maxage': '300', public: true } },
    ...change,
  };
}

const written = (key: string, size = 10): CacheEntry => ({
  version: 1,
  key,
  status: 200,
  body: 'x'.repeat(size),
  policy: {},
});

describe('a store', () => {
  it.each<[string, CacheStore]>([
    ['throws', { get: fail, set: fail, delete: fail }],
    ['rejects', { get: reject, set: reject, delete: reject }],
    ['hangs', { get: hang, set: hang, delete: hang }],
    ['gives a text', giving(() => 'OK')],
    ['gives a number', giving(() => 0)],
    ['gives an entry of another version', giving((key) => entry(key, { version: 99 }))],
    ['gives the entry of another key', giving(() => entry('1:other', {}))],
    ['gives an entry without a policy', giving((key) => entry(key, { policy: null }))],
    [
      'gives a policy of nonsense',
      giving((key) => entry(key, { policy: { v: 1, t: 'x', resh: { vary: 5 }, rescc: [] } })),
    ],
    [
      'gives headers of nonsense',
      giving((key) =>
        entry(key, { policy: { v: 1, t: 1, resh: { connection: 5 }, rescc: {}, reqcc: {}, reqh: null } }),
      ),
    ],
  ])('that %s costs a call nothing but the cache', async (_name, cacheStore) => {
    const warnings: string[] = [];
    const logger = { debug: () => undefined, warn: (line: string) => void warnings.push(line) };
    await using cached = await cachedPipeline(numbered(), {
      parts: { cacheStore, logger },
      cache: { storeTimeoutSeconds: 0.1 },
    });
    expect((await cached.get()).data).toEqual({ id: 0 });
    expect((await cached.get()).data).toEqual({ id: 1 });
    expect(cached.outcomes).toContain('store_failed');
    expect(warnings[0]).toMatch(/^civitkit things\.get goes on without the cache store/);
    expect(warnings.join()).not.toContain('password');
    expect(cached.clock.pending).toBe(0);
  });

  it('that hangs is left alone for a while, then asked again', async () => {
    let asked = 0;
    const cacheStore = { ...giving(() => undefined), get: () => ((asked += 1), hang()) };
    await using cached = await cachedPipeline(numbered(), {
      parts: { cacheStore },
      cache: { storeTimeoutSeconds: 0.1 },
    });
    for (let call = 0; call < 3; call += 1) await cached.get();
    expect(asked).toBe(1);
    cached.clock.advance(5001);
    await cached.get();
    expect(asked).toBe(2);
  });

  it('is not waited for longer than the call may take', async () => {
    const cacheStore = { ...giving(() => undefined), get: hang };
    await using cached = await cachedPipeline(numbered(), {
      parts: { cacheStore },
      cache: { storeTimeoutSeconds: 60 },
    });
    const controller = new AbortController();
    const call = cached.get({ signal: controller.signal }).catch((reason: unknown) => reason);
    controller.abort('enough');
    expect(await call).toBe('enough');
    const late = cached.get({ timeoutMs: 100 }).catch((error: unknown) => error);
    expect(await late).toMatchObject({ code: 'timeout', attempts: 0 });
    expect(cached.server.exchanges).toHaveLength(0);
  });

  it('whose body cannot be read is passed over, and has the good answer then', async () => {
    let stored: CacheEntry | undefined;
    const cacheStore: CacheStore = {
      get: (key) => stored ?? (entry(key, { body: '{"id": "sto' }) as CacheEntry),
      set: (_key, given) => void (stored = given),
      delete: () => undefined,
    };
    await using cached = await cachedPipeline(numbered(), { parts: { cacheStore } });
    expect((await cached.get()).data).toEqual({ id: 0 });
    expect((await cached.get()).data).toEqual({ id: 0 });
    expect(cached.outcomes).toEqual(['fresh', 'miss', 'stored', 'fresh']);
  });

  it('may answer later, and carries entries as JSON', async () => {
    const texts = new Map<string, string>();
    const cacheStore: CacheStore = {
      get: async (key) => JSON.parse(texts.get(key) ?? 'null') as CacheEntry | null,
      set: async (key, given) => void texts.set(key, JSON.stringify(given)),
      delete: async (key) => void texts.delete(key),
    };
    await using cached = await cachedPipeline([json({ id: 'a' }, 200, publicControl)], { parts: { cacheStore } });
    await cached.get();
    expect((await cached.get()).response.fromCache?.state).toBe('fresh');
  });

  it('is told how long an entry is of use', async () => {
    const times: number[] = [];
    const cacheStore: CacheStore = { ...giving(() => undefined), set: (_key, _entry, ttlMs) => void times.push(ttlMs) };
    const script = [
      numbered(),
      numbered({ 'cache-control': 'public, s-maxage=300', etag: '"1"' }),
      numbered({ 'cache-control': 'public, max-age=31536000, s-maxage=31536000, immutable' }),
      numbered({ 'cache-control': 'public, max-age=0' }),
    ];
    await using cached = await cachedPipeline(script, { parts: { cacheStore } });
    for (let call = 0; call < 4; call += 1) await cached.get();
    expect(times).toEqual([450_000, 300_000 + 3_600_000, 7 * 86_400_000]);
  });
});

describe('the store in memory', () => {
  const clock = new TestClock(0);

  it('drops what was not used for the longest time', () => {
    const store = new MemoryCacheStore({ maxEntries: 3, maxBytes: 10_000 }, clock);
    for (const key of ['a', 'b', 'c']) store.set(key, written(key), 1000);
    store.get('a');
    store.set('d', written('d'), 1000);
    expect(['a', 'b', 'c', 'd'].map((key) => store.get(key)?.key)).toEqual(['a', undefined, 'c', 'd']);
  });

  it('never holds more bytes than it may, and takes nothing that alone is too large', () => {
    const store = new MemoryCacheStore({ maxEntries: 1000, maxBytes: 5000 }, clock);
    for (let index = 0; index < 200; index += 1) {
      store.set(`key ${index}`, written(`key ${index}`, index * 10), 1000);
      expect(store.bytes).toBeLessThanOrEqual(5000);
    }
    expect(store.size).toBeGreaterThan(1);
    const before = store.size;
    store.set('huge', written('huge', 6000), 1000);
    expect([store.get('huge'), store.size]).toEqual([undefined, before]);
  });

  it('counts bytes and not characters, and none for what is replaced, dropped or over', () => {
    const own = new TestClock(0);
    const store = new MemoryCacheStore({ maxEntries: 10, maxBytes: 5000 }, own);
    store.set('a', { ...written('a'), body: '€'.repeat(100) }, 1000);
    expect(store.bytes).toBe(300 + 2 + 2);
    store.set('a', written('a'), 1000);
    expect(store.bytes).toBe(14);
    own.advance(1000);
    expect([store.get('a'), store.bytes, store.size]).toEqual([undefined, 0, 0]);
    store.set('b', written('b'), 1000);
    store.delete('b');
    expect([store.bytes, store.size]).toEqual([0, 0]);
  });
});
