import { afterEach, describe, expect, it } from 'vitest';
import { json, type LoopbackServer, type Responder, startLoopback } from '../../../../test/support/loopback-server.js';
import type { OwnedPipeline } from '../../src/create-pipeline.js';
import { CivitaiError } from '../../src/errors/civitai-error.js';
import type { ListDefinition } from '../../src/paging/list-definition.js';
import { ListQuery } from '../../src/paging/list-query.js';
import { testPipeline } from '../support.js';

interface Thing {
  readonly id: number;
}

interface ThingsFilter {
  readonly sort?: string;
  readonly since?: Date | string;
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

describe('a list whose cursor lies beside its items', () => {
  const change = { cursorIn: 'next', sizeParameter: 'take' } as const;

  it('is walked by it, and asks for pages by the name they have there', async () => {
    const things = await ask(
      [json({ items: [{ id: 1 }], next: 'b' }), json({ items: [{ id: 2 }], next: null })],
      change,
    );
    await expect(things.toArray()).resolves.toEqual([{ id: 1 }, { id: 2 }]);
    expect(server.exchanges.map(({ url }) => url)).toEqual([
      '/api/v1/things?take=10',
      '/api/v1/things?take=10&cursor=b',
    ]);
  });

  it.each([{}, { next: null }, { next: '' }])('ends with %j', async (end) => {
    const things = await ask(json({ items: [{ id: 1 }], ...end }), change);
    await expect(things.page()).resolves.toEqual({ items: [{ id: 1 }], metadata: {} });
  });

  it('has no metadata, which would be a new field', async () => {
    const things = await ask(json({ items: [], metadata: {} }), change);
    await expect(things.page()).rejects.toMatchObject({ code: 'unmapped_fields', details: { fields: ['metadata'] } });
  });
});

describe('a list that says more about its errors', () => {
  it('does so', async () => {
    const things = await ask(json({}, 404), { mapError: () => new CivitaiError('mapped', { code: 'gone' }) });
    await expect(things.page()).rejects.toMatchObject({ message: 'mapped', code: 'gone' });
  });
});

describe('a moment in a filter', () => {
  const change = { parameters: { since: 'moment' } } as const;

  it('is a Date, written in UTC, or a text, sent as it is', async () => {
    const things = await ask(json({ items: [] }), change);
    expect(things.where({ since: new Date(0) }).toQuery()).toBe('since=1970-01-01T00%3A00%3A00.000Z');
    expect(things.where({ since: '2026-11-01' }).toQuery()).toBe('since=2026-11-01');
  });

  it('is refused at once when it is none', async () => {
    const things = await ask(json({ items: [] }), change);
    expect(() => things.where({ since: new Date(Number.NaN) })).toThrow(RangeError);
    expect(() => things.where({ since: '' })).toThrow(RangeError);
    expect(() => things.where({ since: 5 as unknown as string })).toThrow(TypeError);
  });
});
