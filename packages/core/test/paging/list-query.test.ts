import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { json } from '../../../../test/support/loopback-server.js';
import { catalogue, useListed } from './listed.js';

const listed = useListed();

describe('a query', () => {
  it('is a frozen value: every step gives a new one', async () => {
    await listed.serve(catalogue(1));
    const base = listed.civitai.models.where({ types: ['LORA'] });
    const narrow = base.where({ tag: 'anime' }).orderBy('Newest', 'Week').take(5);
    expect(Object.isFrozen(base)).toBe(true);
    expect(base.toQuery()).toBe('types=LORA');
    expect(narrow.toQuery()).toBe('tag=anime&types=LORA&sort=Newest&period=Week');
    expect(listed.server.exchanges).toHaveLength(0);
  });

  it('writes the same text whatever the order of the members', async () => {
    await listed.serve(catalogue(1));
    const one = listed.civitai.models.where({ username: 'a', types: ['LORA', 'VAE'], nsfw: true, ids: [1, 2] });
    const other = listed.civitai.models
      .where({ ids: [1, 2], nsfw: true })
      .where({ types: ['LORA', 'VAE'], username: 'a' });
    expect(other.toQuery()).toBe(one.toQuery());
    expect(one.toQuery()).toBe('username=a&types=LORA&types=VAE&ids=1&ids=2&nsfw=true');
  });

  it('replaces a member that is given again', async () => {
    await listed.serve(catalogue(1));
    expect(listed.civitai.models.where({ tag: 'a' }).where({ tag: 'b' }).toQuery()).toBe('tag=b');
  });

  it('leaves out what the server would misread, and doubles what it wants twice', async () => {
    await listed.serve(catalogue(1));
    const { models } = listed.civitai;
    expect(
      models.where({ favorites: false, hidden: false, supportsGeneration: false, archived: false }).toQuery(),
    ).toBe('');
    expect(models.where({ supportsGeneration: true, favorites: true }).toQuery()).toBe(
      'supportsGeneration=true&favorites=true',
    );
    expect(models.where({ nsfw: false, primaryFileOnly: false }).toQuery()).toBe('nsfw=false&primaryFileOnly=false');
    expect(models.where({ fileFormats: ['GGUF'] }).toQuery()).toBe('fileFormats=GGUF&fileFormats=GGUF');
    expect(models.where({ fileFormats: ['GGUF', 'ONNX'] }).toQuery()).toBe('fileFormats=GGUF&fileFormats=ONNX');
  });

  it('sends what it does not know when told to', async () => {
    await listed.serve(catalogue(1));
    expect(listed.civitai.models.where({ tag: 'a', extra: { brandNew: ['x', 'y'] } }).toQuery()).toBe(
      'tag=a&brandNew=x&brandNew=y',
    );
  });

  it.each<[unknown, typeof Error]>([
    [{ tags: 'a' }, TypeError],
    [{ Tag: 'a' }, TypeError],
    [{ tag: 5 }, TypeError],
    [{ tag: ['a'] }, TypeError],
    [{ tag: ' ' }, RangeError],
    [{ types: 'LORA' }, TypeError],
    [{ types: [] }, RangeError],
    [{ types: [''] }, RangeError],
    [{ ids: ['1'] }, TypeError],
    [{ ids: [1.5] }, RangeError],
    [{ ids: [Number.NaN] }, RangeError],
    [{ nsfw: 'true' }, TypeError],
    [{ favorites: 'false' }, TypeError],
  ])('refuses %j at once', async (filter, expected) => {
    await listed.serve(catalogue(1));
    expect(() => listed.civitai.models.where(filter as object)).toThrow(expected);
  });

  it('refuses wrong call options at once, wherever they are given', async () => {
    await listed.serve(catalogue(1));
    const query = listed.civitai.models.where();
    const wrong = { timeoutMs: -1 };
    expect(() => query.withOptions(wrong)).toThrow(RangeError);
    expect(() => query.first(wrong)).toThrow(RangeError);
    expect(() => query.toArray(wrong)).toThrow(RangeError);
    expect(() => query.pages(wrong)).toThrow(RangeError);
  });

  it.each([0, -1, 1.5, Number.NaN])('refuses take(%d)', async (count) => {
    await listed.serve(catalogue(1));
    expect(() => listed.civitai.models.where().take(count)).toThrow(RangeError);
  });
});

describe('walking the items', () => {
  it('fetches pages as they are needed', async () => {
    await listed.serve(catalogue(250));
    const ids: number[] = [];
    const requestsAtHalf: number[] = [];
    for await (const model of listed.civitai.models.where()) {
      ids.push(model.id);
      if (ids.length === 50) requestsAtHalf.push(listed.server.exchanges.length);
    }
    expect(requestsAtHalf).toEqual([1]);
    expect(ids).toEqual(Array.from({ length: 250 }, (_, index) => index + 1));
    expect(listed.queries()).toEqual(['limit=100', 'limit=100&cursor=100', 'limit=100&cursor=200']);
  });

  it('takes as many as asked for, across pages, and asks for no more than it needs', async () => {
    await listed.serve(catalogue(1000));
    const taken = await listed.civitai.models.where().take(130).toArray();
    expect(taken).toHaveLength(130);
    expect(listed.queries()).toEqual(['limit=100', 'limit=100&cursor=100']);
    expect(await listed.civitai.models.where().take(7).toArray()).toHaveLength(7);
    expect(listed.queries()[2]).toBe('limit=7');
  });

  it('starts at a cursor', async () => {
    await listed.serve(catalogue(120));
    const models = await listed.civitai.models.where().from('110').toArray();
    expect(models.map(({ id }) => id)).toEqual([111, 112, 113, 114, 115, 116, 117, 118, 119, 120]);
  });

  it('goes on over short and empty pages', async () => {
    await listed.serve([
      json({ items: [], metadata: { nextCursor: 'a' } }),
      json({ items: [{ id: 1 }], metadata: { nextCursor: 'b' } }),
      json({ items: [], metadata: {} }),
    ]);
    expect(await listed.civitai.models.where().toArray()).toHaveLength(1);
    expect(listed.server.exchanges).toHaveLength(3);
  });

  it('ends with an error when a cursor comes back', async () => {
    await listed.serve([
      json({ items: [{ id: 1 }], metadata: { nextCursor: 'a' } }),
      json({ items: [{ id: 2 }], metadata: { nextCursor: 'a' } }),
    ]);
    await expect(listed.civitai.models.where().toArray()).rejects.toMatchObject({
      name: 'InvalidResponseError',
      code: 'repeated_cursor',
    });
    expect(listed.server.exchanges).toHaveLength(2);
  });

  it('ends with an error when a cursor comes back later, in a circle of several pages', async () => {
    const circle = ['a', 'b', 'c', 'a'];
    await listed.serve((exchange, response, request) => {
      const metadata = { nextCursor: circle[exchange.ordinal % 3] };
      return json({ items: [{ id: exchange.ordinal }], metadata })(exchange, response, request);
    });
    await expect(listed.civitai.models.where().toArray()).rejects.toMatchObject({ code: 'repeated_cursor' });
    expect(listed.server.exchanges).toHaveLength(circle.length);
  });

  it('ends with an error when the cursor it started from comes back', async () => {
    await listed.serve(json({ items: [{ id: 1 }], metadata: { nextCursor: 'start' } }));
    await expect(listed.civitai.models.where().from('start').toArray()).rejects.toMatchObject({
      code: 'repeated_cursor',
    });
    expect(listed.server.exchanges).toHaveLength(1);
  });

  it('ends with an error after too many empty pages', async () => {
    await listed.serve((exchange, response, request) =>
      json({ items: [], metadata: { nextCursor: exchange.ordinal + 1 } })(exchange, response, request),
    );
    await expect(listed.civitai.models.where().toArray()).rejects.toMatchObject({ code: 'too_many_empty_pages' });
    expect(listed.server.exchanges).toHaveLength(50);
  });

  it('turns no page twice for calls that do not wait for each other', async () => {
    await listed.serve(catalogue(300));
    const iterator = listed.civitai.models.where()[Symbol.asyncIterator]();
    const steps = await Promise.all(Array.from({ length: 301 }, () => iterator.next()));
    expect(steps.map(({ value }) => value?.id)).toEqual([
      ...Array.from({ length: 300 }, (_, index) => index + 1),
      undefined,
    ]);
    expect(listed.server.exchanges).toHaveLength(3);
  });

  it('aborts the request under way when the loop is left from outside', async () => {
    await listed.serve([catalogue(300), () => undefined]);
    const iterator = listed.civitai.models.where()[Symbol.asyncIterator]();
    for (let step = 0; step < 100; step += 1) await iterator.next();
    const pending = iterator.next().catch((error: unknown) => error);
    await expect.poll(() => listed.server.exchanges.length).toBe(2);
    await iterator.return?.();
    expect(await pending).toMatchObject({ name: 'AbortError' });
    expect(await iterator.next()).toEqual({ done: true, value: undefined });
    await expect.poll(() => listed.server.openSockets.size).toBe(0);
  });

  it('rejects with the reason of the signal, and leaves no listener', async () => {
    await listed.serve([catalogue(300), () => undefined]);
    const controller = new AbortController();
    const reason = new Error('enough');
    const seen: number[] = [];
    const walk = (async () => {
      for await (const model of listed.civitai.models.where().withOptions({ signal: controller.signal }))
        seen.push(model.id);
    })();
    const settled = walk.catch((error: unknown) => error);
    await expect.poll(() => listed.server.exchanges.length).toBe(2);
    controller.abort(reason);
    expect(await settled).toBe(reason);
    expect(seen).toHaveLength(100);
    expect(getEventListeners(controller.signal, 'abort')).toHaveLength(0);
  });

  it('puts one listener on a signal that many walks share', async () => {
    await listed.serve(catalogue(300));
    const { signal } = new AbortController();
    const walks = Array.from({ length: 20 }, () =>
      listed.civitai.models.where().withOptions({ signal }).take(150).toArray(),
    );
    await expect.poll(() => listed.server.exchanges.length).toBeGreaterThan(0);
    expect(getEventListeners(signal, 'abort').length).toBeLessThanOrEqual(1);
    await Promise.all(walks);
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
  });

  it('leaves no listener after an early break', async () => {
    await listed.serve(catalogue(300));
    const { signal } = new AbortController();
    for await (const model of listed.civitai.models.where().withOptions({ signal })) if (model.id === 3) break;
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
    expect(listed.server.exchanges).toHaveLength(1);
  });
});
