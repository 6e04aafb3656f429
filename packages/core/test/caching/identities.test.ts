import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { json, type Responder } from '../../../../test/support/loopback-server.js';
import type { CacheEntry } from '../../src/caching/cache-entry.js';
import type { CacheStore } from '../../src/caching/cache-store.js';
import { Secret } from '../../src/secrets/secret.js';
import { canary } from '../support.js';
import { type CachedPipeline, cachedPipeline, numbered, publicControl } from './support.js';

/** A store that several clients share, and that shows everything it was ever given. */
class SharedStore implements CacheStore {
  readonly entries = new Map<string, CacheEntry>();
  readonly seen: string[] = [];

  get(key: string): CacheEntry | undefined {
    this.seen.push(key);
    return this.entries.get(key);
  }

  set(key: string, entry: CacheEntry, ttlMs: number): void {
    this.seen.push(`${key} ${ttlMs} ${JSON.stringify(entry)} ${inspect(entry, { depth: 10 })}`);
    this.entries.set(key, entry);
  }

  delete(key: string): void {
    this.entries.delete(key);
  }
}

/** Says whose key it was. */
function whose(headers: Readonly<Record<string, string>>): Responder {
  return (exchange, response, request) =>
    json({ who: exchange.headers.authorization ?? 'nobody', n: exchange.ordinal }, 200, headers)(
      exchange,
      response,
      request,
    );
}

const unchanged: Responder = (_, response) => void response.writeHead(304, { etag: '"1"' }).end();

const dataOf = async (cached: CachedPipeline): Promise<unknown> => (await cached.get()).data;

describe('identities that share a store', () => {
  it.each([publicControl, { 'cache-control': 'private, max-age=300' }])(
    'never get each other’s answers: %j',
    async (headers) => {
      const cacheStore = new SharedStore();
      const responder: Responder = (exchange, response, request) =>
        json({ n: exchange.ordinal }, 200, headers)(exchange, response, request);
      await using nobody = await cachedPipeline(responder, { parts: { cacheStore } });
      await using one = await cachedPipeline([], { parts: { cacheStore }, key: 'one', beside: nobody });
      await using two = await cachedPipeline([], { parts: { cacheStore }, key: 'two', beside: nobody });
      await using oneAgain = await cachedPipeline([], { parts: { cacheStore }, key: 'one', beside: nobody });
      const asked = [];
      for (const cached of [nobody, one, two, oneAgain, nobody, two]) asked.push(await dataOf(cached));
      const anonymousAgain = headers === publicControl ? 0 : 3;
      expect(asked).toEqual([{ n: 0 }, { n: 1 }, { n: 2 }, { n: 1 }, { n: anonymousAgain }, { n: 2 }]);
    },
  );

  it('do not share what they asked another server', async () => {
    const cacheStore = new SharedStore();
    await using here = await cachedPipeline(numbered(), { parts: { cacheStore } });
    await using there = await cachedPipeline([json({ id: 'there' }, 200, publicControl)], { parts: { cacheStore } });
    expect([await dataOf(here), await dataOf(there)]).toEqual([{ id: 0 }, { id: 'there' }]);
    expect(cacheStore.entries.size).toBe(2);
  });

  it('keep a private answer for themselves, and ask about one that must be asked about', async () => {
    const control = { 'cache-control': 'max-age=0, private, no-cache', etag: '"1"' };
    await using cached = await cachedPipeline([json({ id: 'mine' }, 200, control), unchanged], { key: 'one' });
    await cached.get();
    const { data, response } = await cached.get();
    expect([data, response.fromCache?.state]).toEqual([{ id: 'mine' }, 'revalidated']);
    expect(cached.server.exchanges[1]?.headers).toMatchObject({ 'if-none-match': '"1"', authorization: 'Bearer one' });
  });

  it('are told apart at every call when the credential changes', async () => {
    let key = 'first';
    const credential = { current: async () => new Secret(key) };
    await using cached = await cachedPipeline(numbered(), { parts: { credential } });
    expect(await dataOf(cached)).toEqual({ id: 0 });
    key = 'second';
    expect(await dataOf(cached)).toEqual({ id: 1 });
    key = 'first';
    expect(await dataOf(cached)).toEqual({ id: 0 });
  });

  it('are not mixed up when the credential changes between the question and the sending', async () => {
    const keys = ['old', 'new', 'old', 'old', 'new'];
    const credential = { current: () => new Secret(keys.shift() ?? 'new') };
    const cacheStore = new SharedStore();
    await using cached = await cachedPipeline(numbered(), { parts: { credential, cacheStore } });
    await cached.get();
    expect(cacheStore.entries.size).toBe(0);
    expect(await dataOf(cached)).toEqual({ id: 1 });
    expect(await dataOf(cached)).toEqual({ id: 2 });
  });

  it('have the credential’s own failure, not one of the cache', async () => {
    const credential = { current: () => Promise.reject(new Error('the vault is shut')) };
    await using cached = await cachedPipeline(numbered(), { parts: { credential } });
    await expect(cached.get()).rejects.toMatchObject({ code: 'credential_unavailable' });
    expect(cached.server.exchanges).toHaveLength(0);
  });
});

describe('the key', () => {
  it('is in no key and no entry, whatever the server and the caller do with it', async () => {
    const cacheStore = new SharedStore();
    await using cached = await cachedPipeline(
      [
        numbered({ ...publicControl, vary: 'authorization, x-mine', etag: '"1"' }),
        whose(publicControl),
        json({ next: `https://x/?token=${canary}` }, 200, publicControl),
      ],
      { parts: { cacheStore }, key: canary },
    );
    await cached.get({ headers: { 'x-mine': 'c4nary-header' } });
    await cached.get({}, 'b');
    await cached.get({}, 'c');
    await cached.get({ headers: { 'x-mine': 'c4nary-header' } });
    expect(cached.outcomes).toEqual(['miss', 'stored', 'miss', 'miss', 'fresh']);
    const everything = cacheStore.seen.join('\n');
    expect(everything.length).toBeGreaterThan(500);
    expect(everything).not.toContain(canary);
    expect(everything).not.toContain('c4nary-header');
    expect(everything).not.toContain('/api/v1/things');
  });
});
