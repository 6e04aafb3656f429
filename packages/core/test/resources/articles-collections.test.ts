import { describe, expect, it } from 'vitest';
import { siteFixture } from '../../../../test/support/fixture.js';
import { json } from '../../../../test/support/loopback-server.js';
import { serving } from './support.js';

const serve = serving();

describe('articles', () => {
  it('count under the same names from a list and from get', async () => {
    const { civitai } = await serve([json(siteFixture('articles.list')), json(siteFixture('articles.get'))]);
    const [listed, without] = (await civitai.articles.where().page()).items;
    const got = await civitai.articles.get(15_342);
    expect(Object.keys(got.stats ?? {}).toSorted()).toEqual(Object.keys(listed?.stats ?? {}).toSorted());
    expect(got.stats?.viewCount).toBe(10);
    expect(without).toMatchObject({ stats: null, coverImage: null, user: { profilePicture: null, cosmetics: [] } });
  });

  it('have null or a list where the server leaves something out, and times in UTC', async () => {
    const bare = { id: 1, user: { id: 2, deletedAt: '2025-12-18T09:05:41.12' } };
    const { civitai, server } = await serve([json(bare), json({ items: [bare] })]);
    const filled = {
      id: 1,
      cover: null,
      publishedAt: null,
      stats: null,
      coverImage: null,
      tags: [],
      user: { username: null, image: null, deletedAt: '2025-12-18T09:05:41.12Z', cosmetics: [] },
    };
    await expect(civitai.articles.get(1)).resolves.toMatchObject({
      ...filled,
      contentImages: [],
      attachments: [],
      reactions: [],
      lockedProperties: [],
      metadata: null,
    });
    await expect(civitai.articles.where().first()).resolves.toMatchObject(filled);
    expect(server.exchanges.map(({ url }) => url)).toEqual(['/api/v1/articles/1', '/api/v1/articles?limit=1']);
  });

  it('are asked for with every filter, and walked by cursors with anything in them', async () => {
    const { civitai, server } = await serve([
      json({ items: [{ id: 1 }], metadata: { nextCursor: '1766049372.062|15300' } }),
      json({ items: [{ id: 2 }], metadata: {} }),
    ]);
    const filter = { query: 'a b', tags: [5, 7], username: 'some_creator', nsfw: false } as const;
    const articles = await civitai.articles.orderBy('Most Bookmarks').where(filter).toArray();
    expect(articles.map(({ id }) => id)).toEqual([1, 2]);
    const parameters = 'query=a%20b&tags=5&tags=7&username=some_creator&nsfw=false&sort=Most%20Bookmarks';
    expect(server.exchanges.map(({ url }) => url.split('?')[1])).toEqual([
      `limit=100&${parameters}`,
      `limit=100&cursor=1766049372.062%7C15300&${parameters}`,
    ]);
  });

  it('that are not there are a NotFoundError, although the server writes it another way here', async () => {
    const { civitai } = await serve(json({ message: 'No article with id 7' }, 404));
    await expect(civitai.articles.get(7)).rejects.toMatchObject({
      name: 'NotFoundError',
      message: expect.stringContaining('No article with id 7') as string,
    });
  });

  it('have no page numbers', async () => {
    const { civitai } = await serve(json({}));
    expect(() => civitai.articles.where().page({ page: 2 })).toThrow(TypeError);
    await expect(civitai.articles.get(0)).rejects.toMatchObject({ code: 'invalid_argument', attempts: 0 });
  });
});

describe('collections', () => {
  it('have null or a list where the server leaves something out', async () => {
    const { civitai } = await serve(json({ id: 1, name: 'n', user: { id: null, username: null } }));
    await expect(civitai.collections.get(1)).resolves.toEqual({
      id: 1,
      name: 'n',
      description: null,
      type: null,
      nsfwLevel: null,
      coverImageUrl: null,
      tags: [],
      user: { id: null, username: null },
    });
  });

  it('are walked by number cursors, past pages that are empty', async () => {
    const { civitai, server } = await serve([
      json({ items: [{ id: 9 }], metadata: { nextCursor: 8 } }),
      json({ items: [], metadata: { nextCursor: 4 } }),
      json({ items: [{ id: 3 }], metadata: {} }),
    ]);
    const ids = (await civitai.collections.where({ nsfw: true, query: 'best' }).toArray()).map(({ id }) => id);
    expect(ids).toEqual([9, 3]);
    expect(server.exchanges.map(({ url }) => new URL(url, 'http://x').searchParams.get('cursor'))).toEqual([
      null,
      '8',
      '4',
    ]);
  });

  it('end after the first page in the order that has no other, whatever the server says', async () => {
    const { civitai, server } = await serve(json({ items: [{ id: 9 }], metadata: { nextCursor: 8 } }));
    const page = await civitai.collections.orderBy('Most Followers').page({ limit: 20 });
    expect(page.nextCursor).toBeUndefined();
    await expect(civitai.collections.orderBy('Most Followers').toArray()).resolves.toHaveLength(1);
    expect(server.exchanges.map(({ url }) => url.split('?')[1])).toEqual([
      'limit=20&sort=Most%20Followers',
      'limit=100&sort=Most%20Followers',
    ]);
  });

  it('take no cursor in that order', async () => {
    const { civitai } = await serve(json({}));
    const followed = civitai.collections.orderBy('Most Followers');
    expect(() => followed.from(8)).toThrow(TypeError);
    expect(() => followed.page({ cursor: 8 })).toThrow(/"Most Followers" has a first page only/);
    expect(() => civitai.collections.where().from(8).orderBy('Most Followers')).toThrow(TypeError);
    expect(() => civitai.collections.orderBy('Newest').from(8)).not.toThrow();
  });
});
