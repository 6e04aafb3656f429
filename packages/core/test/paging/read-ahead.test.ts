import { getEventListeners } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { json, type LoopbackServer, type Responder, startLoopback } from '../../../../test/support/loopback-server.js';
import { CivitaiClient } from '../../src/civitai-client.js';
import type { ModelsQuery } from '../../src/resources/models/client.js';
import { testPipeline } from '../support.js';

let server: LoopbackServer;
let civitai: CivitaiClient;

/** A list of `pages` pages of two models; the cursor is the number of the page. The page `failing` is a 404. */
async function serve(pages: number, failing = -1, hanging = -1): Promise<ModelsQuery> {
  const list: Responder = (exchange, response, request) => {
    const page = Number(new URL(exchange.url, 'http://x').searchParams.get('cursor') ?? 0);
    if (page === hanging) return undefined;
    if (page === failing) return json({ error: 'gone' }, 404)(exchange, response, request);
    const items = [{ id: page * 2 }, { id: page * 2 + 1 }];
    return json({ items, metadata: page + 1 < pages ? { nextCursor: `${page + 1}` } : {} })(
      exchange,
      response,
      request,
    );
  };
  server = await startLoopback(list);
  civitai = new CivitaiClient(testPipeline(server.origin));
  return civitai.models.where();
}

afterEach(async () => {
  civitai.close();
  await server.close();
});

describe('reading ahead', () => {
  it.each([0, 1, 3, 10])('of %i pages gives every item once and in order', async (readAhead) => {
    const query = await serve(7);
    const ids: number[] = [];
    for await (const { id } of query.withReadAhead(readAhead)) ids.push(id);
    expect(ids).toEqual(Array.from({ length: 14 }, (_, index) => index));
    expect(server.exchanges).toHaveLength(7);
  });

  it('fetches as many pages ahead as it may, while the consumer is busy, and no more', async () => {
    const query = await serve(20);
    const walk = query.pages({ readAhead: 3 });
    await walk.next();
    await expect.poll(() => server.exchanges.length).toBe(4);
    await civitai.tags.where().page();
    expect(server.exchanges.filter(({ url }) => url.includes('/models'))).toHaveLength(4);
    await walk.next();
    await expect.poll(() => server.exchanges.length).toBe(6);
    await walk.return?.();
  });

  it('fetches nothing ahead unless asked to', async () => {
    const query = await serve(20);
    const walk = query.pages();
    await walk.next();
    await civitai.tags.where().page();
    expect(server.exchanges).toHaveLength(2);
  });

  it('reports a failure when its page is due, after the pages before it', async () => {
    const query = await serve(10, 3);
    const ids: number[] = [];
    const walk = async (): Promise<void> => {
      for await (const { id } of query.withReadAhead(5)) ids.push(id);
    };
    await expect(walk()).rejects.toMatchObject({ code: 'not_found' });
    expect(ids).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('goes unheard when the consumer leaves before the failure is due', async () => {
    const query = await serve(10, 2);
    for await (const page of query.pages({ readAhead: 5 })) {
      await expect.poll(() => server.exchanges.length).toBe(3);
      expect(page.items).toHaveLength(2);
      break;
    }
  });

  it('stops at once when the consumer leaves, and leaves nothing behind', async () => {
    const query = await serve(10, -1, 2);
    const controller = new AbortController();
    for await (const { id } of query.withReadAhead(4).withOptions({ signal: controller.signal })) {
      expect(id).toBe(0);
      await expect.poll(() => server.exchanges.length).toBe(3);
      break;
    }
    await expect.poll(() => server.openSockets.size).toBeLessThanOrEqual(1);
    expect(getEventListeners(controller.signal, 'abort')).toHaveLength(0);
    expect(server.exchanges).toHaveLength(3);
  });

  it('ends with the caller’s signal', async () => {
    const query = await serve(10, -1, 2);
    const controller = new AbortController();
    const walk = async (): Promise<void> => {
      for await (const { items } of query.pages({ readAhead: 4, signal: controller.signal })) {
        if (items[0]?.id === 2) controller.abort('enough');
      }
    };
    await expect(walk()).rejects.toBe('enough');
  });

  it('fetches no page that take does not need', async () => {
    const query = await serve(10);
    const ids: number[] = [];
    for await (const { id } of query.take(3).withReadAhead(10)) ids.push(id);
    expect(ids).toEqual([0, 1, 2]);
    expect(server.exchanges).toHaveLength(2);
  });

  it('serves next() calls that do not wait for each other', async () => {
    const query = await serve(3);
    const walk = query.pages({ readAhead: 2 });
    const results = await Promise.all(Array.from({ length: 5 }, () => walk.next()));
    expect(results.map(({ done, value }) => (done === true ? 'done' : value.items[0]?.id))).toEqual([
      0,
      2,
      4,
      'done',
      'done',
    ]);
  });

  it.each([-1, 0.5, 11, Number.NaN])('refuses %d pages', async (readAhead) => {
    const query = await serve(1);
    expect(() => query.withReadAhead(readAhead)).toThrow(RangeError);
    expect(() => query.pages({ readAhead })).toThrow(/from 0 to 10/);
  });
});
