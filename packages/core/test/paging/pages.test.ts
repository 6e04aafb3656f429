import { describe, expect, it } from 'vitest';
import { json } from '../../../../test/support/loopback-server.js';
import { CivitaiClient } from '../../src/civitai-client.js';
import { testPipeline } from '../support.js';
import { catalogue, useListed } from './listed.js';

const listed = useListed();

describe('pages', () => {
  it('walk with the size asked for, and are cut by take', async () => {
    await listed.serve(catalogue(50));
    const sizes: number[] = [];
    for await (const page of listed.civitai.models.where().take(25).pages({ limit: 10 })) sizes.push(page.items.length);
    expect(sizes).toEqual([10, 10, 5]);
    expect(listed.queries()).toEqual(['limit=10', 'limit=10&cursor=10', 'limit=10&cursor=20']);
  });

  it('can be fetched one at a time, by cursor or by number', async () => {
    await listed.serve(catalogue(50));
    const first = await listed.civitai.models.where().page({ limit: 20 });
    expect(first).toMatchObject({ nextCursor: '20', metadata: { nextCursor: '20' } });
    await listed.civitai.models.where().page({ limit: 20, cursor: first.nextCursor ?? '' });
    await listed.civitai.models.where({ tag: 'a' }).page({ page: 3, limit: 20 });
    expect(listed.queries()).toEqual(['limit=20', 'limit=20&cursor=20', 'limit=20&page=3&tag=a']);
  });

  it.each<[string, () => unknown, typeof Error]>([
    ['beyond the rows the server reaches', () => listed.civitai.models.where().page({ page: 11 }), RangeError],
    ['beyond them with a small limit', () => listed.civitai.models.where().page({ page: 51, limit: 20 }), RangeError],
    ['with a text search', () => listed.civitai.models.where({ query: 'a' }).page({ page: 1 }), TypeError],
    ['together with a cursor', () => listed.civitai.models.where().page({ page: 1, cursor: 'a' }), TypeError],
    ['of images, which repeat page 1', () => listed.civitai.images.where().page({ page: 2 }), TypeError],
    ['number 0', () => listed.civitai.models.where().page({ page: 0 }), RangeError],
    ['of 0 items', () => listed.civitai.models.where().page({ limit: 0 }), RangeError],
    ['of 101 models', () => listed.civitai.models.where().page({ limit: 101 }), RangeError],
    ['of 201 images', () => listed.civitai.images.where().pages({ limit: 201 }), RangeError],
  ])('are refused at once: %s', async (_name, call, expected) => {
    await listed.serve(catalogue(1));
    expect(call).toThrow(expected);
    expect(listed.server.exchanges).toHaveLength(0);
  });

  it('reach as far as the server does', async () => {
    await listed.serve(catalogue(1));
    await listed.civitai.models.where().page({ page: 10 });
    await listed.civitai.models.where().page({ page: 1000, limit: 1 });
    expect(listed.server.exchanges).toHaveLength(2);
  });

  it('of tags end with a page that is not full', async () => {
    await listed.serve((exchange, response, request) => {
      const page = Number(new URL(exchange.url, 'http://x').searchParams.get('page') ?? 1);
      const items = Array.from({ length: page < 3 ? 100 : 20 }, (_, index) => ({
        name: `t${page}-${index}`,
        link: 'http://x/y?tag=a b',
      }));
      const metadata = { totalItems: 0, currentPage: page, pageSize: 100, totalPages: 1 };
      return json({ items, metadata })(exchange, response, request);
    });
    const tags = await listed.civitai.tags.where({ query: 't' }).toArray();
    expect(tags).toHaveLength(220);
    expect(tags[0]?.link).toBe('http://x/y?tag=a%20b');
    expect(listed.queries()).toEqual(['limit=100&query=t', 'limit=100&page=2&query=t', 'limit=100&page=3&query=t']);
  });

  it('of tags can start anywhere, by number or by text', async () => {
    await listed.serve((exchange, response, request) => {
      const page = Number(new URL(exchange.url, 'http://x').searchParams.get('page') ?? 1);
      const items = page < 5 ? [{ name: `t${page}`, link: 'x' }] : [];
      return json({ items, metadata: {} })(exchange, response, request);
    });
    for (const from of [3, '3']) {
      const names: string[] = [];
      for await (const { items } of listed.civitai.tags.where().from(from).pages({ limit: 1 }))
        names.push(...items.map(({ name }) => name));
      expect(names).toEqual(['t3', 't4']);
    }
    for (const nonsense of [0, 'a', 1.5, ''])
      expect(() => listed.civitai.tags.where().from(nonsense)).toThrow(RangeError);
    expect(() => listed.civitai.models.where().from('')).toThrow(RangeError);
    expect(() => listed.civitai.models.where().page({ cursor: null as unknown as string })).toThrow(TypeError);
  });

  it('of creators end where there is no next link', async () => {
    await listed.serve([
      json({ items: [{ username: 'a', link: 'x' }], metadata: { nextPage: 'https://elsewhere/steal?page=2' } }),
      json({ items: [{ username: 'b', link: 'x', modelCount: 2 }], metadata: {} }),
    ]);
    const creators = await listed.civitai.creators.where().toArray();
    expect(creators).toEqual([
      { username: 'a', link: 'x', modelCount: 0, image: null },
      { username: 'b', link: 'x', modelCount: 2, image: null },
    ]);
    expect(listed.queries()).toEqual(['limit=20', 'limit=20&page=2']);
  });
});

describe('the first and all', () => {
  it('ask for one item, and look further when the page is empty', async () => {
    await listed.serve([
      json({ items: [], metadata: { nextCursor: 'a' } }),
      json({ items: [{ id: 7 }], metadata: { nextCursor: 'b' } }),
    ]);
    expect(await listed.civitai.models.where({ tag: 'x' }).first()).toMatchObject({ id: 7 });
    expect(listed.queries()).toEqual(['limit=1&tag=x', 'limit=1&cursor=a&tag=x']);
  });

  it('give undefined for nothing, with the response', async () => {
    await listed.serve(json({ items: [] }));
    const { data, response } = await listed.civitai.models.where().first().withResponse();
    expect([data, response.status]).toEqual([undefined, 200]);
  });

  it('report failures as results', async () => {
    await listed.serve(json({ message: 'User not found' }, 404));
    const outcome = await listed.civitai.models.where({ username: 'nobody' }).toArray().asResult();
    expect(outcome).toMatchObject({ ok: false, error: { code: 'not_found' } });
  });
});

describe('a list that is none', () => {
  it.each([[{ items: null }], [{ items: [1] }], [{ items: [null] }], [[]], [null], ['x'], [{ id: 1 }]])(
    '%j is an error',
    async (body) => {
      await listed.serve(json(body));
      await expect(listed.civitai.models.where().page()).rejects.toMatchObject({
        name: 'InvalidResponseError',
        code: 'unexpected_shape',
      });
    },
  );
});

describe('a filter that needs a key', () => {
  it.each([{ favorites: true }, { hidden: true }])('fails before anything is sent: %j', async (filter) => {
    await listed.serve(json({ items: [] }));
    const anonymous = new CivitaiClient(testPipeline(listed.server.origin, {}, { anonymous: true }));
    await expect(anonymous.models.where(filter).page()).rejects.toMatchObject({
      name: 'AuthenticationError',
      code: 'missing_api_key',
    });
    await anonymous.models.where({ favorites: false, hidden: false }).page();
    anonymous.close();
    expect(listed.queries()).toEqual(['limit=100']);
  });
});
