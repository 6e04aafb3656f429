import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emulated } from './emulated.js';

const parts = emulated({ limits: { anonymousPerMinute: 100_000, signedInPerMinute: 100_000 } });
const runs = { numRuns: 60 };
const limits = fc.integer({ min: 1, max: 100 });

/** One to three of the values. */
function some<T>(...values: readonly T[]): fc.Arbitrary<T[]> {
  return fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 3 });
}

describe('every filter that can be written is accepted, and the answer keeps to it:', () => {
  it('articles', async () => {
    const filters = fc.record(
      {
        query: fc.constantFrom('guide', 'a', 'no such title'),
        tags: fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 3 }),
        sort: fc.constantFrom('Most Bookmarks', 'Most Reactions', 'Most Comments', 'Most Collected', 'Newest'),
        nsfw: fc.boolean(),
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(filters, limits, async (filter, limit) => {
        const { items } = await parts().civitai.articles.where(filter).page({ limit });
        expect(items.length).toBeLessThanOrEqual(limit);
        expect(items.every(({ nsfwLevel }) => filter.nsfw === true || (nsfwLevel & 1) === 1)).toBe(true);
        expect(
          items.every(({ tags }) => filter.tags === undefined || tags.some(({ id }) => filter.tags?.includes(id))),
        ).toBe(true);
      }),
      runs,
    );
  });

  it('collections', async () => {
    const filters = fc.record(
      {
        query: fc.constantFrom('best', 'a', 'no such name'),
        sort: fc.constantFrom('Newest', 'Most Followers'),
        nsfw: fc.boolean(),
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(filters, limits, async (filter, limit) => {
        const { items, nextCursor } = await parts().civitai.collections.where(filter).page({ limit });
        expect(items.length).toBeLessThanOrEqual(limit);
        expect(items.every(({ read }) => read === 'Public')).toBe(true);
        expect(filter.sort === 'Most Followers' && nextCursor !== undefined).toBe(false);
      }),
      runs,
    );
  });

  it('tags and creators', async () => {
    const texts = fc.option(fc.constantFrom('a', 'B', 'no such thing'), { nil: undefined });
    await fc.assert(
      fc.asyncProperty(
        texts,
        fc.constantFrom('Most Models', 'Most Images', 'Most Hidden'),
        limits,
        async (query, sort, limit) => {
          const filter = query === undefined ? {} : { query };
          const tags = await parts()
            .civitai.tags.where({ ...filter, sort })
            .page({ limit });
          const creators = await parts().civitai.creators.where(filter).page({ limit });
          const lower = query?.toLowerCase() ?? '';
          expect(tags.items.length + creators.items.length).toBeLessThanOrEqual(2 * limit);
          expect(tags.items.every(({ name }) => name.toLowerCase().startsWith(lower))).toBe(true);
          expect(creators.items.every(({ username }) => lower === '' || username?.toLowerCase().includes(lower))).toBe(
            true,
          );
        },
      ),
      runs,
    );
  });

  it('the vault', async () => {
    const filters = fc.record(
      {
        query: fc.constantFrom('a', 'no such model'),
        types: some('LORA', 'Checkpoint', 'VAE'),
        categories: some('style', 'character', 'anime'),
        baseModels: some('SDXL 1.0', 'Pony', 'Illustrious'),
        sort: fc.constantFrom('Recently Added', 'Recently Created', 'Model Name', 'Model Size'),
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(filters, limits, async (filter, limit) => {
        const { items } = await parts().civitai.vault.where(filter).page({ limit });
        expect(items.length).toBeLessThanOrEqual(limit);
        expect(items.every(({ type }) => (filter.types ?? [type]).includes(type))).toBe(true);
        expect(items.every(({ baseModel }) => (filter.baseModels ?? [baseModel]).includes(baseModel))).toBe(true);
      }),
      runs,
    );
  });
});
