import { describe, expect, it } from 'vitest';
import { siteFixture } from '../../../../test/support/fixture.js';
import { json, type Responder, reset } from '../../../../test/support/loopback-server.js';
import { TestClock } from '../../../../test/support/test-clock.js';
import type { CivitaiClient } from '../../src/civitai-client.js';
import { serving } from './support.js';

const serve = serving();

/** A vault that others may change between two requests: `meanwhile` is called before every toggle. */
function vault(stored: Set<number>, meanwhile: () => void = () => undefined): Responder {
  return (exchange, response, request) => {
    const url = new URL(exchange.url, 'http://x');
    const ids = [...url.searchParams.getAll('modelVersionIds'), ...url.searchParams.getAll('modelVersionId')].map(
      Number,
    );
    if (exchange.method === 'GET') {
      const checked = ids.map((id) => ({ modelVersionId: id, vaultItem: stored.has(id) ? { id: id + 1000 } : null }));
      return json(checked)(exchange, response, request);
    }
    meanwhile();
    const [id = 0] = ids;
    const added = !stored.delete(id);
    if (added) stored.add(id);
    return json(added ? { success: true, vaultId: id + 1000 } : { success: true })(exchange, response, request);
  };
}

describe('the vault', () => {
  it('is null without a membership', async () => {
    const { civitai } = await serve([json({ vault: null }), json(siteFixture('vault.get'))]);
    await expect(civitai.vault.get()).resolves.toBeNull();
    await expect(civitai.vault.get()).resolves.toMatchObject({ userId: 12_345, usedStorageKb: 6_779_538 });
  });

  it.each<[string, (client: CivitaiClient) => PromiseLike<unknown>]>([
    ['get', (client) => client.vault.get()],
    ['a page', (client) => client.vault.where().page()],
    ['a walk', (client) => client.vault.where().toArray()],
    ['check', (client) => client.vault.check([1])],
    ['check of nothing', (client) => client.vault.check([])],
    ['toggle', (client) => client.vault.toggle(1)],
    ['add', (client) => client.vault.add(1)],
    ['remove', (client) => client.vault.remove(1)],
  ])('needs a key for %s, and says so without a request', async (_name, call) => {
    const { civitai, server } = await serve(json({}), { anonymous: true });
    await expect(call(civitai)).rejects.toMatchObject({ name: 'AuthenticationError', code: 'missing_api_key' });
    expect(server.exchanges).toHaveLength(0);
  });

  it('sends lists of one twice, since the server takes no single value', async () => {
    const { civitai, server } = await serve(json(siteFixture('vault.all')));
    await civitai.vault
      .where({ types: ['LORA'], categories: ['style', 'character'], baseModels: ['Pony'], query: 'a' })
      .orderBy('Model Size')
      .page({ limit: 200 });
    expect(server.exchanges[0]?.url).toBe(
      '/api/v1/vault/all?limit=200&query=a&types=LORA&types=LORA&categories=style&categories=character' +
        '&baseModels=Pony&baseModels=Pony&sort=Model%20Size',
    );
  });

  it('has no filter by date, which the server fails on', async () => {
    const { civitai } = await serve(json({}));
    expect(() => civitai.vault.where({ dateAddedFrom: '2026-01-01' } as object)).toThrow(/no filter "dateAddedFrom"/);
  });

  it('is walked by page numbers up to the last page, the totals beside the items', async () => {
    const { civitai, server } = await serve((exchange, response, request) => {
      const page = Number(new URL(exchange.url, 'http://x').searchParams.get('page') ?? 1);
      const totals = { totalItems: 5, currentPage: page, pageSize: 2, totalPages: 3 };
      return json({ items: [{ id: page }], ...totals })(exchange, response, request);
    });
    const pages: unknown[] = [];
    for await (const page of civitai.vault.where().pages({ limit: 2 })) pages.push([page.metadata, page.nextCursor]);
    expect(pages).toEqual([
      [{ totalItems: 5, currentPage: 1, pageSize: 2, totalPages: 3 }, 2],
      [{ totalItems: 5, currentPage: 2, pageSize: 2, totalPages: 3 }, 3],
      [{ totalItems: 5, currentPage: 3, pageSize: 2, totalPages: 3 }, undefined],
    ]);
    await expect(civitai.vault.where().page({ page: 3 })).resolves.toMatchObject({ items: [{ id: 3, notes: null }] });
    expect(server.exchanges.at(-1)?.url).toBe('/api/v1/vault/all?limit=60&page=3');
  });

  it.each([
    ['an empty list', { items: [], totalItems: 0, currentPage: 1, pageSize: 60, totalPages: 0 }],
    ['no vault at all', { vault: null }],
  ])('has no items when the server answers %s', async (_name, answer) => {
    const { civitai } = await serve(json(answer), { settings: { strictJsonParsing: true } });
    await expect(civitai.vault.where().toArray()).resolves.toEqual([]);
  });

  it('tells of every version that was asked, each once', async () => {
    const { civitai, server } = await serve(vault(new Set([5])));
    const checked = await civitai.vault.check([5, 6, 5]);
    expect([...checked].map(([id, item]) => [id, item?.id])).toEqual([
      [5, 1005],
      [6, undefined],
    ]);
    expect(server.exchanges[0]?.url).toBe('/api/v1/vault/check-vault?modelVersionIds=5&modelVersionIds=6');
    await expect(civitai.vault.check([5, 1.5])).rejects.toMatchObject({ issues: [{ path: 'modelVersionIds.1' }] });
  });

  it('names a mistake that the server reports as its own, and does not repeat it', async () => {
    const issues = JSON.stringify([{ code: 'invalid_type', path: ['page'], message: 'expected number' }]);
    const body = { message: 'An unexpected error occurred', error: { name: 'ZodError', message: issues } };
    const { civitai, server } = await serve(json(body, 500));
    await expect(civitai.vault.where({ extra: { page: 'x' } }).page()).rejects.toMatchObject({
      status: 500,
      retryable: false,
      message: expect.stringContaining('page: expected number') as string,
    });
    expect(server.exchanges).toHaveLength(1);
  });
});

describe('a toggle of the vault', () => {
  it('says which way it went', async () => {
    const { civitai, server } = await serve(vault(new Set()));
    await expect(civitai.vault.toggle(5)).resolves.toMatchObject({ success: true, inVault: true, itemId: 1005 });
    await expect(civitai.vault.toggle(5)).resolves.toMatchObject({ success: true, inVault: false, itemId: null });
    expect(server.exchanges[0]).toMatchObject({
      method: 'POST',
      url: '/api/v1/vault/toggle-version?modelVersionId=5',
      body: '',
    });
  });

  it.each([
    ['breaks off', reset],
    ['fails', json({ error: {} }, 500)],
    ['is overloaded', json({ error: 'busy' }, 503, { 'retry-after': '0' })],
  ])('is sent once only when the connection or the server %s', async (_name, failure) => {
    const { civitai, server } = await serve(failure, { clock: new TestClock(10_000) });
    await expect(civitai.vault.toggle(5)).rejects.toMatchObject({ attempts: 1 });
    expect(server.exchanges).toHaveLength(1);
  });
});

describe('add and remove', () => {
  it('toggle when that is needed, and only then', async () => {
    const stored = new Set([5]);
    const { civitai, server } = await serve(vault(stored));
    await expect(civitai.vault.add(5)).resolves.toEqual({ changed: false, itemId: 1005 });
    await expect(civitai.vault.add(6)).resolves.toEqual({ changed: true, itemId: 1006 });
    await expect(civitai.vault.remove(5)).resolves.toEqual({ changed: true, itemId: 1005 });
    await expect(civitai.vault.remove(5)).resolves.toEqual({ changed: false, itemId: null });
    expect([...stored]).toEqual([6]);
    expect(server.exchanges.filter(({ method }) => method === 'POST')).toHaveLength(2);
  });

  it('take a toggle back that someone else has turned around', async () => {
    const stored = new Set<number>();
    let quicker = true;
    const { civitai } = await serve(
      vault(stored, () => {
        if (quicker) stored.add(5);
        quicker = false;
      }),
    );
    await expect(civitai.vault.add(5)).resolves.toEqual({ changed: true, itemId: 1005 });
    expect([...stored]).toEqual([5]);
  });

  it('give up when that happens again', async () => {
    const stored = new Set<number>();
    const { civitai } = await serve(vault(stored, () => stored.add(5)));
    await expect(civitai.vault.add(5)).rejects.toMatchObject({
      name: 'CivitaiError',
      code: 'conflict',
      details: { modelVersionId: 5 },
    });
  });

  it('refuse what is no id, without a request', async () => {
    const { civitai, server } = await serve(json([]));
    await expect(civitai.vault.add(0)).rejects.toMatchObject({ code: 'invalid_argument' });
    await expect(civitai.vault.remove(1.5)).rejects.toMatchObject({ issues: [{ path: 'modelVersionId' }] });
    expect(server.exchanges).toHaveLength(0);
  });
});
