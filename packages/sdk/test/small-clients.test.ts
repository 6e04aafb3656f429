import { parseAir } from '@civitkit/core/client';
import { describe, expect, it } from 'vitest';
import { json } from '../../../test/support/loopback-server.js';
import { useServedClient } from './support/served-client.js';

const served = useServedClient();

describe('resources', () => {
  const air = 'urn:air:sdxl:checkpoint:civitai:101055@128078';

  it('are asked for by their AIR, as text or parsed', async () => {
    const client = await served.serve(
      json({ air, canGenerate: true, availability: { status: 'queued', lane: 'low' } }),
    );
    expect((await client.resources.get(air)).availability?.status).toBe('queued');
    expect((await client.resources.get(parseAir(air))).air).toBe(air);
    const paths = served.server.exchanges.map(({ url }) => decodeURIComponent(url));
    expect(paths).toEqual([`/v2/resources/${air}`, `/v2/resources/${air}`]);
  });

  it('keep the slashes of an AIR', async () => {
    const client = await served.serve(json({ air: 'x' }));
    await client.resources.get('urn:air:other:model:huggingface:org/name@main');
    expect(decodeURIComponent(served.server.exchanges[0]?.url ?? '')).toBe(
      '/v2/resources/urn:air:other:model:huggingface:org/name@main',
    );
    expect(served.server.exchanges[0]?.url).not.toContain('%2F');
  });
});

describe('lists', () => {
  it('of resources walk by cursor', async () => {
    const client = await served.serve([
      json({ next: 'c1', items: [{ air: 'a' }, { air: 'b' }] }),
      json({ next: null, items: [{ air: 'c' }] }),
    ]);
    const found = await client.resources.where({ view: 'loaded', type: ['lora', 'vae'], minSizeBytes: 5 }).toArray();
    expect(found.map(({ air }) => air)).toEqual(['a', 'b', 'c']);
    expect(served.server.exchanges.map(({ url }) => url)).toEqual([
      '/v2/resources?take=100&view=loaded&type=lora&type=vae&minSizeBytes=5',
      '/v2/resources?take=100&cursor=c1&view=loaded&type=lora&type=vae&minSizeBytes=5',
    ]);
  });

  it('of resources wait when the fleet cannot answer, rather than give half a list', async () => {
    const client = await served.serve([
      json({ title: 'Service Unavailable', status: 503 }, 503, { 'retry-after': '0' }),
      json({ next: null, items: [] }),
    ]);
    expect(await client.resources.where({ view: 'queue' }).toArray()).toEqual([]);
    expect(served.server.exchanges).toHaveLength(2);
  });

  it('of services walk by offset until the total is reached', async () => {
    const all = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id }));
    const client = await served.serve(({ url }, response) => {
      const { searchParams } = new URL(url, 'http://x');
      const [offset, limit] = [Number(searchParams.get('offset') ?? 0), Number(searchParams.get('limit'))];
      const items = all.slice(offset, offset + limit);
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ items, totalCount: all.length, limit, offset }));
    });
    const query = client.services.where({ tags: ['x'], status: 'available' });
    const pages = [];
    for await (const page of query.pages({ limit: 2 })) pages.push(page.items.map(({ id }) => id));
    expect(pages).toEqual([['a', 'b'], ['c', 'd'], ['e']]);
    expect((await query.page({ page: 3, limit: 2 })).items).toEqual([{ id: 'e' }]);
    expect((await query.page({ limit: 2 })).metadata).toEqual({ totalItems: 5 });
    const urls = served.server.exchanges.map(({ url }) => url);
    expect(urls[1]).toBe('/v2/services?limit=2&offset=2&tags=x&status=available');
    expect(urls[3]).toBe('/v2/services?limit=2&offset=4&tags=x&status=available');
    expect(() => query.from(-1)).toThrow(RangeError);
  });
});

describe('services', () => {
  it('are asked for by an id with slashes', async () => {
    const client = await served.serve(json({ id: 'imageGen/comfy/sdxl', status: 'available' }));
    const service = await client.services.get('imageGen/comfy/sdxl', { window: '7d', interval: '1d' });
    expect(service.status).toBe('available');
    expect(served.server.exchanges[0]?.url).toBe('/v2/services/imageGen/comfy/sdxl?window=7d&interval=1d');
  });
});

describe('the free tier', () => {
  it('is passed through', async () => {
    const client = await served.serve(json({ enabled: true, models: [{ model: 'm', remaining: 3 }] }));
    expect(await client.freeTier.get()).toEqual({ enabled: true, models: [{ model: 'm', remaining: 3 }] });
  });

  it('may be something that the server does not have yet', async () => {
    const client = await served.serve(json({ title: 'Not Found', status: 404 }, 404));
    expect(await client.freeTier.get().asResult()).toMatchObject({ ok: false, error: { name: 'NotFoundError' } });
  });
});

describe('user caches', () => {
  it('are dropped by user, tokens alone or everything', async () => {
    const client = await served.serve((_, response) => {
      response.writeHead(204).end();
    });
    await client.userCaches.invalidate(7);
    await client.userCaches.invalidateTokens(7);
    expect(served.server.exchanges.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'DELETE /v2/consumer/civitai/7',
      'DELETE /v2/consumer/civitai/7/tokens',
    ]);
  });

  it.each([0, -1, 1.5])('refuse the id %s without asking', async (id) => {
    const client = await served.serve(json({}));
    expect(await client.userCaches.invalidate(id).asResult()).toMatchObject({
      ok: false,
      error: { code: 'invalid_argument' },
    });
    expect(served.server.exchanges).toHaveLength(0);
  });
});
