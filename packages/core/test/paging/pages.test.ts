import { afterEach, describe, expect, it } from 'vitest';
import {
  type Exchange,
  json,
  type LoopbackServer,
  type Responder,
  startLoopback,
} from '../../../../test/support/loopback-server.js';
import { CivitaiClient } from '../../src/civitai-client.js';
import { testPipeline } from '../support.js';

let server: LoopbackServer;
let civitai: CivitaiClient;

async function serve(script: Responder | readonly Responder[]): Promise<void> {
  server = await startLoopback(script);
  civitai = new CivitaiClient(testPipeline(server.origin));
}

afterEach(async () => {
  civitai.close();
  await server.close();
});

/** A list of `total` models, the cursor being the index of the next one. */
function catalogue(total: number): Responder {
  return (exchange, response, request) => {
    const query = new URL(exchange.url, 'http://x').searchParams;
    const start = Number(query.get('cursor') ?? 0);
    const end = Math.min(total, start + Number(query.get('limit')));
    const items = Array.from({ length: end - start }, (_, index) => ({ id: start + index + 1 }));
    return json({ items, metadata: end < total ? { nextCursor: String(end) } : {} })(exchange, response, request);
  };
}

const queries = (): string[] => server.exchanges.map(({ url }: Exchange) => url.split('?')[1] ?? '');

describe('pages', () => {
  it('walk with the size asked for, and are cut by take', async () => {
    await serve(catalogue(50));
    const sizes: number[] = [];
    for await (const page of civitai.models.where().take(25).pages({ limit: 10 })) sizes.push(page.items.length);
    expect(sizes).toEqual([10, 10, 5]);
    expect(queries()).toEqual(['limit=10', 'limit=10&cursor=10', 'limit=10&cursor=20']);
  });

  it('can be fetched one at a time, by cursor or by number', async () => {
    await serve(catalogue(50));
    const first = await civitai.models.where().page({ limit: 20 });
    expect(first).toMatchObject({ nextCursor: '20', metadata: { nextCursor: '20' } });
    await civitai.models.where().page({ limit: 20, cursor: first.nextCursor ?? '' });
    await civitai.models.where({ tag: 'a' }).page({ page: 3, limit: 20 });
    expect(queries()).toEqual(['limit=20', 'limit=20&cursor=20', 'limit=20&page=3&tag=a']);
  });

  it.each<[string, () => unknown, typeof Error]>([
    ['beyond the rows the server reaches', () => civitai.models.where().page({ page: 11 }), RangeError],
    ['beyond them with a small limit', () => civitai.models.where().page({ page: 51, limit: 20 }), RangeError],
    ['with a text search', () => civitai.models.where({ query: 'a' }).page({ page: 1 }), TypeError],
    ['together with a cursor', () => civitai.models.where().page({ page: 1, cursor: 'a' }), TypeError],
    ['of images, which repeat page 1', () => civitai.images.where().page({ page: 2 }), TypeError],
    ['number 0', () => civitai.models.where().page({ page: 0 }), RangeError],
    ['of 0 items', () => civitai.models.where().page({ limit: 0 }), RangeError],
    ['of 101 models', () => civitai.models.where().page({ limit: 101 }), RangeError],
    ['of 201 images', () => civitai.images.where().pages({ limit: 201 }), RangeError],
  ])('are refused at once: %s', async (_name, call, expected) => {
    await serve(catalogue(1));
    expect(call).toThrow(expected);
    expect(server.exchanges).toHaveLength(0);
  });

  it('reach as far as the server does', async () => {
    await serve(catalogue(1));
    await civitai.models.where().page({ page: 10 });
    await civitai.models.where().page({ page: 1000, limit: 1 });
    expect(server.exchanges).toHaveLength(2);
  });

  it('of tags end with a page that is not full', async () => {
    await serve((exchange, response, request) => {
      const page = Number(new URL(exchange.url, 'http://x').searchParams.get('page') ?? 1);
      const items = Array.from({ length: page < 3 ? 100 : 20 }, (_, index) => ({
        name: `t${page}-${index}`,
        link: 'http://x/y?tag=a b',
      }));
      const metadata = { totalItems: 0, currentPage: page, pageSize: 100, totalPages: 1 };
      return json({ items, metadata })(exchange, response, request);
    });
    const tags = await civitai.tags.where({ query: 't' }).toArray();
    expect(tags).toHaveLength(220);
    expect(tags[0]?.link).toBe('http://x/y?tag=a%20b');
    expect(queries()).toEqual(['limit=100&query=t', 'limit=100&page=2&query=t', 'limit=100&page=3&query=t']);
  });

  it('of tags can start anywhere, by number or by text', async () => {
    await serve((exchange, response, request) => {
      const page = Number(new URL(exchange.url, 'http://x').searchParams.get('page') ?? 1);
      const items = page < 5 ? [{ name: `t${page}`, link: 'x' }] : [];
      return json({ items, metadata: {} })(exchange, response, request);
    });
    for (const from of [3, '3']) {
      const names: string[] = [];
      for await (const { items } of civitai.tags.where().from(from).pages({ limit: 1 }))
        names.push(...items.map(({ name }) => name));
      expect(names).toEqual(['t3', 't4']);
    }
    for (const nonsense of [0, 'a', 1.5, '']) expect(() => civitai.tags.where().from(nonsense)).toThrow(RangeError);
    expect(() => civitai.models.where().from('')).toThrow(RangeError);
    expect(() => civitai.models.where().page({ cursor: null as unknown as string })).toThrow(TypeError);
  });

  it('of creators end where there is no next link', async () => {
    await serve([
      json({ items: [{ username: 'a', link: 'x' }], metadata: { nextPage: 'https://elsewhere/steal?page=2' } }),
      json({ items: [{ username: 'b', link: 'x', modelCount: 2 }], metadata: {} }),
    ]);
    const creators = await civitai.creators.where().toArray();
    expect(creators).toEqual([
      { username: 'a', link: 'x', modelCount: 0, image: null },
      { username: 'b', link: 'x', modelCount: 2, image: null },
    ]);
    expect(queries()).toEqual(['limit=20', 'limit=20&page=2']);
  });
});

describe('the first and all', () => {
  it('ask for one item, and look further when the page is empty', async () => {
    await serve([
      json({ items: [], metadata: { nextCursor: 'a' } }),
      json({ items: [{ id: 7 }], metadata: { nextCursor: 'b' } }),
    ]);
    expect(await civitai.models.where({ tag: 'x' }).first()).toMatchObject({ id: 7 });
    expect(queries()).toEqual(['limit=1&tag=x', 'limit=1&cursor=a&tag=x']);
  });

  it('give undefined for nothing, with the response', async () => {
    await serve(json({ items: [] }));
    const { data, response } = await civitai.models.where().first().withResponse();
    expect([data, response.status]).toEqual([undefined, 200]);
  });

  it('report failures as results', async () => {
    await serve(json({ message: 'User not found' }, 404));
    const outcome = await civitai.models.where({ username: 'nobody' }).toArray().asResult();
    expect(outcome).toMatchObject({ ok: false, error: { code: 'not_found' } });
  });
});

describe('a list that is none', () => {
  it.each([[{ items: null }], [{ items: [1] }], [{ items: [null] }], [[]], [null], ['x'], [{ id: 1 }]])(
    '%j is an error',
    async (body) => {
      await serve(json(body));
      await expect(civitai.models.where().page()).rejects.toMatchObject({
        name: 'InvalidResponseError',
        code: 'unexpected_shape',
      });
    },
  );
});

describe('a filter that needs a key', () => {
  it.each([{ favorites: true }, { hidden: true }])('fails before anything is sent: %j', async (filter) => {
    await serve(json({ items: [] }));
    const anonymous = new CivitaiClient(testPipeline(server.origin, {}, { anonymous: true }));
    await expect(anonymous.models.where(filter).page()).rejects.toMatchObject({
      name: 'AuthenticationError',
      code: 'missing_api_key',
    });
    await anonymous.models.where({ favorites: false, hidden: false }).page();
    anonymous.close();
    expect(queries()).toEqual(['limit=100']);
  });
});
