import { type RunningEmulator, startEmulator } from 'civitkit/emulator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { siteFixture } from '../support/fixture.js';
import { type Answer, call, type ErrorBody, type ListBody, walk, wrappedIssues } from './emulator-calls.js';
import { keyPaths } from './key-paths.js';

interface ArticleView {
  readonly id: number;
  readonly title: string;
  readonly nsfwLevel: number;
  readonly publishedAt: string;
  readonly tags: readonly { readonly id: number; readonly name: string }[];
  readonly stats?: { readonly likeCount: number } | null;
  readonly user: { readonly username: string | null; readonly deletedAt: string | null };
  readonly coverImage?: { readonly url: string; readonly nsfwLevel: number };
}

interface CollectionView {
  readonly id: number;
  readonly name: string;
  readonly nsfwLevel: number | null;
  readonly read: string;
  readonly isPublic: boolean;
  readonly user: { readonly id: number | null };
}

/** More requests in a minute than the real site allows. */
const limits = { anonymousPerMinute: 10_000 };
let emulator: RunningEmulator;
let articles: readonly ArticleView[];
beforeAll(async () => {
  emulator = await startEmulator({ modelCount: 60, imageCount: 0, limits });
  articles = (await walk<ArticleView>(emulator, '/articles?nsfw=true', 100)).items;
});
afterAll(() => emulator.close());

const refusal = async (path: string): Promise<readonly [number, ErrorBody]> => {
  const { status, json } = await call(emulator, path);
  return [status, json];
};
const optionalKeys = (sample: unknown): Set<string> => new Set(keyPaths(sample));

describe('GET /articles', () => {
  it('has only keys of the sample, and leaves out what is not there', () => {
    const known = optionalKeys((siteFixture('articles.list') as ListBody<ArticleView>).items);
    for (const path of keyPaths(articles)) expect(known).toContain(path);
    expect(articles.some((article) => !('stats' in article))).toBe(true);
    expect(articles.some((article) => !('coverImage' in article))).toBe(true);
    expect(articles.some((article) => article.user.username === null)).toBe(true);
    expect(articles.find((article) => article.user.deletedAt !== null)?.user.deletedAt).not.toContain('Z');
    // Quirk 18: storage keys, not addresses.
    for (const { coverImage } of articles) expect(coverImage?.url ?? '0').toMatch(/^[0-9a-f-]+$/);
  });

  it.each(['Newest', 'Most Bookmarks', 'Most Reactions', 'Most Comments', 'Most Collected', 'Recently Updated'])(
    '%s walks everything once, whatever the page size',
    async (sort) => {
      const path = `/articles?nsfw=true&sort=${encodeURIComponent(sort)}`;
      const whole = await walk<ArticleView>(emulator, path, 100);
      const parts = await walk<ArticleView>(emulator, path, 7);
      expect(parts.ids).toEqual(whole.ids);
      expect(new Set(parts.ids).size).toBe(articles.length);
    },
  );

  it('has cursors of a number and an id, and links with them', async () => {
    const { json } = await call<ListBody<ArticleView>>(emulator, '/articles?limit=2');
    expect(json.metadata.nextCursor).toMatch(/^\d+(\.\d+)?\|\d+$/);
    expect(json.metadata.nextPage).toBe(
      `${emulator.siteUrl}/api/v1/articles?limit=2&cursor=${encodeURIComponent(String(json.metadata.nextCursor))}`,
    );
    expect(json.items[0]?.publishedAt).toMatch(/Z$/);
  });

  it('filters by maturity, title, tags and author', async () => {
    const titles = async (query: string): Promise<readonly ArticleView[]> =>
      (await walk<ArticleView>(emulator, `/articles${query}`, 50)).items;
    const safe = await titles('');
    expect(safe.length).toBeLessThan(articles.length);
    expect(safe.every((article) => article.nsfwLevel === 1)).toBe(true);
    const lora = await titles('?nsfw=true&query=LORA');
    expect(lora).toHaveLength(articles.filter((article) => article.title.includes('LoRA')).length);
    const tagged = articles.find((article) => article.tags.length > 1);
    const [one, two] = tagged?.tags ?? [];
    for (const tags of [`tags=${one?.id},${two?.id}`, `tags=${one?.id}&tags=${two?.id}`]) {
      const found = await titles(`?nsfw=true&${tags}`);
      expect(found.map((article) => article.id)).toContain(tagged?.id);
      expect(found.every((article) => article.tags.some(({ id }) => id === one?.id || id === two?.id))).toBe(true);
    }
    const author = articles.find((article) => article.user.username !== null)?.user.username ?? '';
    const own = await titles(`?nsfw=true&username=${author.toUpperCase()}`);
    expect(own.every((article) => article.user.username === author)).toBe(true);
    expect(own.length).toBeGreaterThan(0);
  });

  it('refuses in its three ways (E3, E1, E8)', async () => {
    const issues = wrappedIssues(await call(emulator, '/articles?limit=101&nsfw=&sort=Best&cursor=' + 'x'.repeat(101)));
    expect(issues.map(({ path }) => path.join('.'))).toEqual(['limit', 'cursor', 'sort', 'nsfw']);
    expect(issues[1]?.message).toBe('Too big: expected string to have <=100 characters');
    expect(await refusal('/articles?cursor=nonsense')).toEqual([400, { error: 'Invalid cursor' }]);
    expect(await refusal('/articles?username=nobody')).toEqual([404, { message: 'User not found' }]);
    expect((await call(emulator, '/articles', { method: 'POST' })).status).toBe(405);
  });
});

describe('GET /articles/{id}', () => {
  const get = (id: number): Promise<Answer<ArticleView>> => call(emulator, `/articles/${id}`);

  it('has only keys of the sample, counts under other names, and no mature cover', async () => {
    const known = optionalKeys(siteFixture('articles.get'));
    const singles = await Promise.all(articles.map(({ id }) => get(id)));
    for (const path of keyPaths(singles.map(({ json }) => json))) expect(known).toContain(path.slice(2));
    expect(singles.some(({ json }) => json.stats === null)).toBe(true);
    expect(singles.some(({ json }) => json.stats !== null && 'likeCountAllTime' in (json.stats ?? {}))).toBe(true);
    const mature = articles.find((article) => (article.coverImage?.nsfwLevel ?? 1) > 1 && article.nsfwLevel === 1);
    expect((await get(mature?.id ?? 0)).json).not.toHaveProperty('coverImage');
  });

  it('is missing with a message, not an error (E8)', async () => {
    expect(await refusal('/articles/999999')).toEqual([404, { message: 'No article with id 999999' }]);
    const [status, { error }] = await refusal('/articles/0');
    expect([status, error]).toEqual([400, '✖ Too small: expected number to be >=1\n  → at id']);
  });
});

describe('GET /collections', () => {
  const path = '/collections?limit=2';

  it('has the keys of the sample, and only public ones', async () => {
    const { items } = await walk<CollectionView>(emulator, '/collections?nsfw=true', 100);
    expect(keyPaths(items)).toEqual(keyPaths((siteFixture('collections.list') as ListBody<CollectionView>).items));
    expect(items.every((item) => item.read === 'Public' && item.isPublic)).toBe(true);
    expect(items.some((item) => item.user.id === null)).toBe(true);
  });

  it('has number cursors, and pages that are short or empty before the end (quirks 11, 13)', async () => {
    const first = await call<ListBody<CollectionView>>(emulator, path);
    expect(first.json.metadata.nextCursor).toEqual(expect.any(Number));
    const walked = await walk<CollectionView>(emulator, '/collections', 2);
    expect(walked.shortPages).toBeGreaterThan(0);
    expect(new Set(walked.ids).size).toBe(walked.ids.length);
    expect(walked.items.every((item) => (item.nsfwLevel ?? 0) <= 1)).toBe(true);
    const atOnce = await walk<CollectionView>(emulator, '/collections', 100);
    expect(walked.ids).toEqual(atOnce.ids);
  });

  it('sorts by followers on one page only', async () => {
    const { json } = await call<ListBody<CollectionView>>(emulator, `${path}&sort=Most%20Followers`);
    expect(json.items).toHaveLength(2);
    expect(json.metadata).toEqual({});
    const [status, body] = await refusal('/collections?sort=Most%20Followers&cursor=1300');
    expect([status, Object.keys(body)]).toEqual([400, ['error']]);
  });

  it('searches trimmed text', async () => {
    const { items } = await walk<CollectionView>(emulator, '/collections?nsfw=true&query=%20favorite%20', 100);
    expect(items.length).toBeGreaterThan(2);
    expect(items.every((item) => item.name.startsWith('Favorite'))).toBe(true);
  });

  it('refuses empty and negative cursors', async () => {
    for (const cursor of ['', '0', '-1']) {
      const [issue] = wrappedIssues(await call(emulator, `/collections?cursor=${cursor}`));
      expect(issue?.message).toBe('Too small: expected number to be >0');
    }
  });
});

describe('GET /collections/{id}', () => {
  it('serves unlisted ones too, and private ones never', async () => {
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, index) => call<CollectionView>(emulator, `/collections/${1201 + index * 2}`)),
    );
    const found = answers.filter(({ status }) => status === 200).map(({ json }) => json);
    expect(new Set(found.map((one) => one.read))).toEqual(new Set(['Public', 'Unlisted']));
    expect(found.every((one) => one.isPublic === (one.read === 'Public'))).toBe(true);
    expect(keyPaths(found)).toEqual(keyPaths([siteFixture('collections.get')]));
    const hidden = answers.find(({ status }) => status === 404);
    expect(hidden?.json).toEqual({ error: expect.stringMatching(/^No collection with id \d+$/) });
  });
});
