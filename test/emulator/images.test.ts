import { type RunningEmulator, startEmulator } from 'civitkit/emulator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  call as callAny,
  type ErrorBody,
  type ImageView,
  type ListBody,
  startForTest,
  walk,
  wrappedIssues,
} from './emulator-calls.js';

let emulator: RunningEmulator;
/** A model with several general images. */
let modelId: number;
let versionId: number;
beforeAll(async () => {
  emulator = await startEmulator();
  const models = await walk(emulator, '/models', 100);
  const model = models.items.find((item) => (item.modelVersions[0]?.images.length ?? 0) > 5);
  modelId = model?.id ?? 0;
  versionId = model?.modelVersions[0]?.id ?? 0;
});
afterAll(() => emulator.close());

const call = (path: string): ReturnType<typeof callAny<ListBody<ImageView> & ErrorBody>> => callAny(emulator, path);
const items = async (path: string): Promise<readonly ImageView[]> => {
  const answer = await call(path);
  expect(answer.status).toBe(200);
  expect(answer.json.items.length).toBeGreaterThan(0);
  return answer.json.items;
};
const levels = async (query: string): Promise<Set<number>> => {
  const { items: all } = await walk<ImageView>(emulator, `/images?${query}`, 200);
  return new Set(all.map((item) => item.browsingLevel));
};

describe('cursors of images', () => {
  it.each(['Most Reactions', 'Most Comments', 'Most Collected', 'Newest', 'Oldest'])(
    '%s walks the search path once, by offset and time of entry',
    async (sort) => {
      const path = `/images?browsingLevel=63&sort=${encodeURIComponent(sort)}`;
      const whole = await walk<ImageView>(emulator, path, 200);
      expect(new Set(whole.ids).size).toBe(whole.ids.length);
      expect(whole.ids.length).toBeGreaterThan(2900);
      expect((await walk<ImageView>(emulator, path, 173)).ids).toEqual(whole.ids);
      const { metadata } = (await call(`${path}&limit=10`)).json;
      expect(metadata.nextCursor).toBe('10|1768478400000');
    },
  );

  it.each(['Newest', 'Oldest', 'Most Reactions'])(
    '%s walks the legacy path once, by number (quirk 11)',
    async (sort) => {
      const path = `/images?modelId=${modelId}&nsfw=X&sort=${encodeURIComponent(sort)}`;
      const whole = await walk<ImageView>(emulator, path, 200);
      expect((await walk<ImageView>(emulator, path, 2)).ids).toEqual(whole.ids);
      expect(new Set(whole.ids).size).toBe(whole.ids.length);
      // Every sort but Oldest is newest by id there.
      const direction = sort === 'Oldest' ? 1 : -1;
      expect(whole.ids).toEqual(whole.ids.toSorted((a, b) => direction * (a - b)));
      expect((await call(`${path}&limit=1`)).json.metadata.nextCursor).toBe(whole.ids[1]);
    },
  );

  it('the last page has empty metadata, and a malformed cursor is refused', async () => {
    expect((await call(`/images?modelVersionId=${versionId}&limit=200`)).json.metadata).toEqual({});
    expect((await call('/images?cursor=abc')).status).toBe(400);
    expect((await call(`/images?modelId=${modelId}&cursor=1%7C2`)).json).toEqual({
      error: 'Invalid cursor',
      code: 'BAD_REQUEST',
    });
  });

  it('may hold JSON, which needs encoding', async () => {
    const other = await startForTest({ behaviour: { jsonImageCursors: true }, modelCount: 20, imageCount: 90 });
    const first = await callAny<ListBody<ImageView>>(other, '/images?limit=10');
    expect(first.json.metadata.nextCursor).toMatch(/^10\|bdx:\{"entry": \d+\}$/);
    expect(first.json.metadata.nextPage).toContain('cursor=10%7Cbdx%3A%7B%22entry%22%3A%20');
    const whole = await walk<ImageView>(other, '/images?browsingLevel=63', 200);
    expect((await walk<ImageView>(other, '/images?browsingLevel=63', 7)).ids).toEqual(whole.ids);
  });
});

describe('page mode of images', () => {
  it('repeats page 1 on the search path, and its link counts pages up', async () => {
    const first = await call('/images?page=1&limit=3');
    const second = await call('/images?page=2&limit=3');
    expect(second.json.items).toEqual(first.json.items);
    expect(second.json.metadata).toMatchObject({ currentPage: 2, pageSize: 3 });
    expect(second.json.metadata.nextPage).toBe(`${emulator.siteUrl}/api/v1/images?page=3&limit=3`);
  });

  it('works on the legacy path', async () => {
    const all = await items(`/images?modelId=${modelId}&nsfw=X&limit=4`);
    const second = await items(`/images?modelId=${modelId}&nsfw=X&limit=2&page=2`);
    expect(second).toEqual(all.slice(2, 4));
  });

  it('has the cap, but neither validation nor effect for odd numbers', async () => {
    const capped = await call('/images?page=6&limit=200');
    expect(capped.status).toBe(429);
    expect(capped.json.error).toMatch(/^You've requested too many pages/);
    for (const page of ['0', '-3', '']) expect((await call(`/images?page=${page}`)).status).toBe(200);
  });
});

describe('maturity of images', () => {
  it('is general only unless asked, and nsfw=true is mature only', async () => {
    expect(await levels('')).toEqual(new Set([1]));
    expect(await levels('nsfw=false')).toEqual(new Set([1]));
    expect(await levels('nsfw=true')).toEqual(new Set([4, 8, 16, 32]));
    expect(await levels('nsfw=None')).toEqual(new Set([1]));
    expect(await levels('nsfw=Soft')).toEqual(new Set([1, 2]));
    expect(await levels('nsfw=Mature')).toEqual(new Set([1, 2, 4]));
    expect(await levels('nsfw=X')).toEqual(new Set([0, 1, 2, 4, 8, 16]));
    expect(await levels('nsfw=Blocked')).toEqual(new Set([32]));
  });

  it('browsingLevel wins, and 0 falls back to general', async () => {
    expect(await levels('browsingLevel=12&nsfw=None')).toEqual(new Set([4, 8]));
    expect(await levels('browsingLevel=0&nsfw=X')).toEqual(new Set([1]));
  });

  it('labels single bits; unrated counts as None', async () => {
    const { items: all } = await walk<ImageView>(emulator, '/images?browsingLevel=63', 200);
    const labels = new Map(all.map((item) => [item.browsingLevel, `${item.nsfwLevel} ${item.nsfw}`]));
    expect(Object.fromEntries(labels)).toEqual({
      0: 'None false',
      1: 'None false',
      2: 'Soft true',
      4: 'Mature true',
      8: 'X true',
      16: 'X true',
      32: 'Blocked true',
    });
  });
});

const isNested = (meta: unknown): boolean =>
  typeof meta === 'object' && meta !== null && 'meta' in meta && 'id' in meta;

describe('meta of images (quirk 16)', () => {
  it('is null unless asked for', async () => {
    expect((await items('/images')).every((item) => item.meta === null)).toBe(true);
  });

  it('is flat on the search path and nested on the legacy path, unless forced', async () => {
    const search = `/images?modelVersionId=${versionId}&withMeta=true`;
    const legacy = `/images?modelId=${modelId}&withMeta=true`;
    expect((await items(search)).some((item) => isNested(item.meta))).toBe(false);
    expect((await items(`${search}&flatMeta=false`)).every((item) => isNested(item.meta))).toBe(true);
    expect((await items(legacy)).every((item) => isNested(item.meta))).toBe(true);
    expect((await items(`${legacy}&flatMeta=true`)).some((item) => isNested(item.meta))).toBe(false);
  });

  it('comes in every odd shape', async () => {
    const { items: all } = await walk<ImageView>(emulator, '/images?withMeta=true', 200);
    const metas = all.map((item) => item.meta as Record<string, unknown> | null);
    expect(metas.some((meta) => meta === null)).toBe(true);
    expect(metas.some((meta) => typeof meta?.['steps'] === 'string')).toBe(true);
    expect(metas.some((meta) => typeof meta?.['Model'] === 'object')).toBe(true);
    expect(metas.some((meta) => typeof meta?.['comfy'] === 'string')).toBe(true);
    expect(metas.some((meta) => typeof meta?.['comfy'] === 'object')).toBe(true);
    expect(metas.some((meta) => meta !== null && !('prompt' in meta))).toBe(true);
  });
});

describe('filters of images', () => {
  it('posts, versions, single images, users and names', async () => {
    const [image] = await items(`/images?modelVersionId=${versionId}`);
    const { id, postId, username } = image ?? {};
    expect((await items(`/images?imageId=${id}`)).map((item) => item.id)).toEqual([id]);
    expect((await items(`/images?postId=${postId}`)).every((item) => item.postId === postId)).toBe(true);
    expect(
      (await items(`/images?modelVersionId=${versionId}`)).every((item) => item.modelVersionIds.includes(versionId)),
    ).toBe(true);
    const named = (await walk<ImageView>(emulator, `/images?username=${username?.toUpperCase()}`, 200)).items;
    expect(named.length).toBeGreaterThan(0);
    expect(named.every((item) => item.username === username)).toBe(true);
  });

  it('tags by id, types, base models and periods', async () => {
    const tagged = await items('/images?tags=5&withTags=true');
    expect(tagged.every((item) => item.tags?.some((tag) => tag.id === 5))).toBe(true);
    expect((await items('/images'))[0]).not.toHaveProperty('tags');
    expect(
      (await items('/images?type=video')).every((item) => item.type === 'video' && item.url.endsWith('.mp4')),
    ).toBe(true);
    expect((await items('/images?type=audio&nsfw=X')).every((item) => item.url.endsWith('.mp3'))).toBe(true);
    const based = await items('/images?baseModels=Pony,SDXL%201.0');
    expect(new Set(based.map((item) => item.baseModel))).toEqual(new Set(['Pony', 'SDXL 1.0']));
    const recent = await items('/images?period=Week&limit=200');
    expect(recent.every((item) => Date.parse(item.createdAt) >= Date.UTC(2026, 0, 8, 12))).toBe(true);
  });

  it('silently ignores what it does not know (quirk 26)', async () => {
    const feed = await items('/images');
    expect(await items('/images?query=fox&tag=anime&types=video')).toEqual(feed);
  });

  it('requiringMeta shows what is otherwise held back', async () => {
    const held = await items('/images?requiringMeta=true&nsfw=X');
    const all = await walk<ImageView>(emulator, '/images?browsingLevel=63', 200);
    expect(held.some((item) => all.ids.includes(item.id))).toBe(false);
  });

  it('has odd addresses, names and posts among its rows', async () => {
    const { items: all } = await walk<ImageView>(emulator, '/images?browsingLevel=63', 200);
    expect(all.some((item) => item.url.startsWith('https://media.example.com/'))).toBe(true);
    expect(all.some((item) => item.username === null)).toBe(true);
    expect(all.some((item) => item.postId === null)).toBe(true);
    expect(all.some((item) => !('postId' in item))).toBe(true);
    expect(all.every((item) => item.stats['dislikeCount'] === 0)).toBe(true);
  });

  it('the legacy path dates an image by its upload', async () => {
    const [searched] = await items(`/images?modelVersionId=${versionId}&sort=Oldest`);
    const [legacy] = await items(`/images?imageId=${searched?.id}`);
    expect(Date.parse(legacy?.createdAt ?? '')).toBeLessThan(Date.parse(searched?.createdAt ?? ''));
  });
});

describe('refusals of images', () => {
  it('validates names and base models, and lists all of the latter', async () => {
    const name = await call('/images?username=a%20b');
    expect(wrappedIssues(name)).toMatchObject([
      { code: 'invalid_format', path: ['username'], message: 'Invalid string: must match pattern /^[A-Za-z0-9_]*$/' },
    ]);
    const base = await call('/images?baseModels=Pony,Nonsense');
    expect(wrappedIssues(base)).toMatchObject([{ code: 'invalid_value', path: ['baseModels', 1] }]);
    expect((wrappedIssues(base)[0] as unknown as { values: string[] }).values).toHaveLength(99);
  });

  it.each(['limit=201', 'postId=1&postId=2', 'nsfw=none', 'nsfw=', 'type=gif', 'withMeta=2', 'imageId=x'])(
    'refuses %s',
    async (query) => {
      expect((await call(`/images?${query}`)).status).toBe(400);
    },
  );

  it('unknown names are 404 with a code, Random is 400 on the legacy path (E9)', async () => {
    const unknown = await call('/images?username=nobody_here');
    expect([unknown.status, unknown.json]).toEqual([404, { error: 'User not found', code: 'NOT_FOUND' }]);
    const random = await call(`/images?modelId=${modelId}&sort=Random`);
    expect([random.status, random.json.code]).toEqual([400, 'BAD_REQUEST']);
    expect((await call('/images?sort=Random')).status).toBe(200);
  });
});
