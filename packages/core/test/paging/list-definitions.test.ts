import { afterEach, describe, expect, it } from 'vitest';
import { json, type LoopbackServer, type Responder, startLoopback } from '../../../../test/support/loopback-server.js';
import type { OwnedPipeline } from '../../src/create-pipeline.js';
import type { ListDefinition } from '../../src/paging/list-definition.js';
import { ListQuery } from '../../src/paging/list-query.js';
import { testPipeline } from '../support.js';

interface Thing {
  readonly id: number;
}

interface ThingsFilter {
  readonly sort?: string;
}

const base: ListDefinition<Thing> = {
  operation: 'things.list',
  path: ['things'],
  parameters: { sort: 'text' },
  paging: 'cursor',
  pageSize: 10,
  maxPageSize: 50,
  pageNumbers: 'none',
  normalize: () => undefined,
  fields: { id: true },
};

let server: LoopbackServer;
let owned: OwnedPipeline;

async function ask(
  script: Responder | readonly Responder[],
  change: Partial<ListDefinition<Thing>>,
  { anonymous = false, strictJsonParsing = true } = {},
): Promise<ListQuery<Thing, ThingsFilter>> {
  server = await startLoopback(script);
  owned = testPipeline(server.origin, { strictJsonParsing }, { anonymous });
  return new ListQuery<Thing, ThingsFilter>(owned.pipeline, { ...base, ...change });
}

function pageOfTwo(currentPage: number): Responder {
  return json({ items: [{ id: currentPage }], totalItems: 20, currentPage, pageSize: 10, totalPages: 2 });
}

afterEach(async () => {
  owned.close();
  await server.close();
});

describe('a list whose totals lie beside its items', () => {
  const numbered = { paging: 'page', pageNumbers: 'unlimited', end: 'total-pages', totals: 'top-level' } as const;

  it('ends with the last page, however full it is', async () => {
    const things = await ask([pageOfTwo(1), pageOfTwo(2)], numbered);
    await expect(things.toArray()).resolves.toEqual([{ id: 1 }, { id: 2 }]);
    expect(server.exchanges.map(({ url }) => url)).toEqual([
      '/api/v1/things?limit=10',
      '/api/v1/things?limit=10&page=2',
    ]);
  });

  it('ends when there is no word of pages', async () => {
    const things = await ask(json({ items: [{ id: 1 }] }), numbered);
    await expect(things.page()).resolves.toEqual({ items: [{ id: 1 }], metadata: {} });
  });

  it('has no metadata elsewhere, which would be a new field', async () => {
    const things = await ask(json({ items: [], metadata: {} }), numbered);
    await expect(things.page()).rejects.toMatchObject({ code: 'unmapped_fields', details: { fields: ['metadata'] } });
  });
});

describe('a list that may not be there', () => {
  it('is empty then', async () => {
    const things = await ask(json({ box: null }), { absentMarker: 'box' });
    await expect(things.toArray()).resolves.toEqual([]);
  });

  it.each([[{ box: {} }], [{ other: null }], [null], [[]]])('is refused for %j', async (answer) => {
    const things = await ask(json(answer), { absentMarker: 'box' });
    await expect(things.toArray()).rejects.toMatchObject({ code: 'unexpected_shape' });
  });
});

describe('an order with a first page only', () => {
  const change = { firstPageOnly: ['Most'] } as const;
  const endless = json({ items: [{ id: 1 }], metadata: { nextCursor: 5 } });

  it('ends there, while others go on', async () => {
    const things = await ask(endless, change);
    await expect(things.orderBy('Most').toArray()).resolves.toHaveLength(1);
    await expect(things.orderBy('Newest').page()).resolves.toMatchObject({ nextCursor: 5 });
  });

  it('takes no cursor, at once', async () => {
    const things = await ask(endless, change);
    expect(() => things.from(5).orderBy('Most')).toThrow(TypeError);
    expect(() => things.orderBy('Most').page({ cursor: 5 })).toThrow(TypeError);
    expect(server.exchanges).toHaveLength(0);
  });
});

describe('a list that needs a key', () => {
  it('fails without one, and without a request', async () => {
    const things = await ask(json({ items: [] }), { authentication: 'required' }, { anonymous: true });
    await expect(things.first()).rejects.toMatchObject({ code: 'missing_api_key' });
    expect(server.exchanges).toHaveLength(0);
  });
});
