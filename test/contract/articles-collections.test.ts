import { type ArticleSort, cdnUrl } from '@civitkit/core/client';
import { startEmulator } from 'civitkit/emulator';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clientOf, emulated } from './emulated.js';

const parts = emulated({ limits: { anonymousPerMinute: 100_000, signedInPerMinute: 100_000 } });

describe('articles', () => {
  it.each<ArticleSort>([
    'Newest',
    'Most Bookmarks',
    'Most Reactions',
    'Most Comments',
    'Most Collected',
    'Recently Updated',
  ])('are all reached, each once, in the order "%s"', async (sort) => {
    const { civitai } = parts();
    const all = civitai.articles.where({ nsfw: true }).orderBy(sort);
    const ids = (await all.toArray()).map(({ id }) => id);
    const inSmallPages: number[] = [];
    for await (const { items } of all.pages({ limit: 7 })) inSmallPages.push(...items.map(({ id }) => id));
    expect(ids.length).toBeGreaterThan(40);
    expect(new Set(ids).size).toBe(ids.length);
    expect(inSmallPages).toEqual(ids);
  });

  it('are the same from a list and by id', async () => {
    const { civitai } = parts();
    for await (const listed of civitai.articles.where({ nsfw: true })) {
      const { stats, tags, title, user } = await civitai.articles.get(listed.id);
      expect({ tags, title, username: user.username }).toEqual({
        tags: listed.tags,
        title: listed.title,
        username: listed.user.username,
      });
      expect(listed.stats === null ? null : stats).toEqual(listed.stats);
    }
  });

  it('are asked for with any filter, and keep to it', async () => {
    const { civitai } = parts();
    const filter = fc.record(
      {
        query: fc.constantFrom('lora', 'notes', 'nothing like this'),
        tags: fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 3 }),
        nsfw: fc.boolean(),
        sort: fc.constantFrom('Newest', 'Most Reactions', 'Recently Updated'),
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(filter, fc.integer({ min: 1, max: 100 }), async (wanted, limit) => {
        const { items } = await civitai.articles.where(wanted).page({ limit });
        expect(items.length).toBeLessThanOrEqual(limit);
        expect(items.every(({ nsfwLevel }) => wanted.nsfw === true || nsfwLevel === 1)).toBe(true);
        expect(items.every(({ title }) => title.toLowerCase().includes(wanted.query ?? ''))).toBe(true);
      }),
      { numRuns: 80 },
    );
  });

  it('have typed errors', async () => {
    const { civitai } = parts();
    await expect(civitai.articles.get(2_147_483_647)).rejects.toMatchObject({ name: 'NotFoundError' });
    await expect(civitai.articles.where({ username: 'nobody_at_all' }).page()).rejects.toMatchObject({
      name: 'NotFoundError',
    });
    await expect(civitai.articles.where().page({ cursor: 'nonsense' })).rejects.toMatchObject({
      name: 'ValidationError',
      status: 400,
    });
  });

  it('say how long to wait when the minute is full', async () => {
    await using busy = await startEmulator({ limits: { anonymousPerMinute: 1 }, modelCount: 1, imageCount: 1 });
    using client = clientOf(busy, { Retry: { MaxRetries: 0 } });
    await client.articles.where().page();
    const error: unknown = await client.articles
      .where()
      .page()
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'RateLimitError', code: 'rate_limited', retryable: true });
    expect((error as { retryAfterMs: number }).retryAfterMs).toBeGreaterThan(0);
  });

  it('have covers and avatars that a URL can be made of', async () => {
    const { civitai } = parts();
    const image = await civitai.images.where().first();
    const articles = await civitai.articles.where().toArray();
    const covers = articles.flatMap(({ coverImage }) => (coverImage === null ? [] : [coverImage.url]));
    const { origin } = new URL(image?.url ?? '');
    expect(covers.length).toBeGreaterThan(10);
    for (const key of covers)
      expect(cdnUrl(key, { likeUrl: image?.url ?? '' })).toMatch(new RegExp(`^${origin}/.*${key}`));
  });
});

describe('collections', () => {
  it('are all reached, each once, past pages that are short or empty', async () => {
    const { civitai } = parts();
    const ids = (await civitai.collections.where().toArray()).map(({ id }) => id);
    const sizes: number[] = [];
    const inSmallPages: number[] = [];
    for await (const { items } of civitai.collections.where().pages({ limit: 3 })) {
      sizes.push(items.length);
      inSmallPages.push(...items.map(({ id }) => id));
    }
    expect(ids.length).toBeGreaterThan(20);
    expect(inSmallPages).toEqual(ids);
    expect(sizes.slice(0, -1).some((size) => size < 3)).toBe(true);
  });

  it('by followers are one page, and never a second', async () => {
    const { civitai } = parts();
    const followed = civitai.collections.where({ nsfw: true }).orderBy('Most Followers');
    const all = await followed.toArray();
    expect(all.length).toBeGreaterThan(40);
    await expect(followed.page({ limit: 5 })).resolves.toMatchObject({ items: all.slice(0, 5) });
    expect(() => followed.page({ cursor: 1201 })).toThrow(TypeError);
  });

  it('are the same from a list and by id, the unlisted ones by id alone', async () => {
    const { civitai } = parts();
    const listed = await civitai.collections.where({ nsfw: true }).toArray();
    for (const { itemCount, ...collection } of listed.slice(0, 10)) {
      expect(await civitai.collections.get(collection.id)).toMatchObject(collection);
      expect(itemCount).toBeGreaterThanOrEqual(0);
    }
    const known = new Set(listed.map(({ id }) => id));
    const others = Array.from({ length: 60 }, (_, index) => 1201 + index * 2).filter((id) => !known.has(id));
    const outcomes = await Promise.all(others.map((id) => civitai.collections.get(id).asResult()));
    const reads = outcomes.map((outcome) => (outcome.ok ? outcome.value.read : outcome.error.name));
    expect(new Set(reads)).toEqual(new Set(['Unlisted', 'NotFoundError']));
  });
});
