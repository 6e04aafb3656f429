import { type RunningEmulator, startEmulator } from 'civitkit/emulator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CreatorView, call, callSigned, type IssueView, type ListBody } from './emulator-calls.js';

let emulator: RunningEmulator;
beforeAll(async () => {
  emulator = await startEmulator();
});
afterAll(() => emulator.close());

interface TagView {
  readonly name: string;
  readonly link: string;
}
const creators = (query: string): Promise<{ readonly json: ListBody<CreatorView> }> =>
  call(emulator, `/creators${query}`);
const tags = (query: string): Promise<{ readonly json: ListBody<TagView> }> => call(emulator, `/tags${query}`);

describe('GET /creators', () => {
  it('pages through everyone by nextPage', async () => {
    const seen: (string | null)[] = [];
    let next: string | undefined = `${emulator.siteUrl}/api/v1/creators?limit=7`;
    let total = 0;
    while (next !== undefined) {
      const body = (await (await fetch(next)).json()) as ListBody<CreatorView>;
      expect(body.metadata.hasMore).toBeUndefined();
      total = body.metadata.totalItems ?? 0;
      seen.push(...body.items.map((item) => item.username));
      next = body.metadata.nextPage;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength(total);
    // Neither the order of the alphabet nor its reverse.
    const names = seen.filter((name) => name !== null);
    expect(names).not.toEqual(names.toSorted());
  });

  it('has creators without name, image or published models', async () => {
    const { items } = (await creators('?limit=200')).json;
    expect(items.find((item) => item.username === null)?.link).toBe(`${emulator.siteUrl}/api/v1/models?username=null`);
    expect(items.some((item) => !('image' in item))).toBe(true);
    expect(items.some((item) => !('modelCount' in item))).toBe(true);
    expect(items.every((item) => item.modelCount !== 0)).toBe(true);
    expect(items.some((item) => item.username === 'civitai')).toBe(false);
  });

  it('counts only as far as it looked in a search', async () => {
    const all = (await creators('?query=FOX&limit=200')).json;
    expect(all.items.every((item) => item.username?.toLowerCase().includes('fox'))).toBe(true);
    expect(all.metadata).toMatchObject({ totalItems: all.items.length, hasMore: false });
    expect((await creators('?query=fox&limit=1&page=2')).json.metadata).toEqual({
      totalItems: 3,
      currentPage: 2,
      pageSize: 1,
      totalPages: 3,
      hasMore: true,
      nextPage: `${emulator.siteUrl}/api/v1/creators?query=fox&limit=1&page=3`,
      prevPage: `${emulator.siteUrl}/api/v1/creators?query=fox&limit=1&page=1`,
    });
  });

  it('refuses with a bare array of issues (E5)', async () => {
    const answer = await call<readonly IssueView[]>(emulator, '/creators?limit=0&page=-1');
    expect(answer.status).toBe(400);
    expect(answer.json.map(({ path, message }) => `${path.join('.')}: ${message}`)).toEqual([
      'limit: Too small: expected number to be >=1',
      'page: Too small: expected number to be >=0',
    ]);
  });
});

describe('GET /tags', () => {
  it('never gives a next page, and its totals are constants (quirk 14)', async () => {
    const seen: string[] = [];
    for (let page = 1; ; page += 1) {
      const { items, metadata } = (await tags(`?limit=9&page=${page}`)).json;
      expect(metadata).toEqual({ totalItems: 0, currentPage: page, pageSize: 9, totalPages: 1 });
      seen.push(...items.map((item) => item.name));
      if (items.length < 9) break;
    }
    expect(new Set(seen).size).toBe(25);
  });

  it('matches prefixes in any case, featured or not, and keeps raw spaces in links (quirk 19)', async () => {
    const { items } = (await tags('?query=ANIME')).json;
    expect(items.map((item) => item.name).toSorted()).toEqual(['anime', 'anime style']);
    expect(items.find((item) => item.name === 'anime style')?.link).toBe(
      `${emulator.siteUrl}/api/v1/models?tag=anime style`,
    );
    expect((await tags('?query=style')).json.items.map((item) => item.name)).toEqual(['style']);
    expect((await tags('')).json.items.some((item) => item.name === 'anime style')).toBe(false);
  });

  it('refuses with a bare array of issues (E5)', async () => {
    const answer = await call<readonly IssueView[]>(emulator, '/tags?limit=201&sort=Newest');
    expect(answer.status).toBe(400);
    expect(answer.json.map((issue) => issue.code)).toEqual(['too_big', 'invalid_value']);
  });
});

describe('GET /enums', () => {
  it('has the five lists, without a CORS header, for any method', async () => {
    const answer = await call<Record<string, string[]>>(emulator, '/enums', { method: 'POST', body: 'x' });
    const sizes = Object.entries(answer.json).map(([key, values]) => [key, values.length]);
    expect(sizes).toEqual([
      ['ModelType', 23],
      ['ModelFileType', 17],
      ['ActiveBaseModel', 69],
      ['BaseModel', 99],
      ['BaseModelType', 4],
    ]);
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    expect(answer.json['BaseModel']).toEqual(expect.arrayContaining(answer.json['ActiveBaseModel'] ?? ['?']));
  });
});

describe('GET /me', () => {
  it('tells who the key belongs to, and nobody else', async () => {
    const { json } = await callSigned(emulator, '/me');
    expect(json).toEqual({
      id: 12345,
      username: 'you',
      tier: 'gold',
      status: 'active',
      isMember: true,
      subscriptions: ['yellow'],
      email: 'you@example.com',
      emailVerified: true,
      tokenScope: 33_554_431,
      buzzLimit: null,
      subject: { type: 'apiKey', id: 991 },
    });
    const anonymous = await call(emulator, '/me');
    expect([anonymous.status, anonymous.json]).toEqual([401, { error: 'Unauthorized' }]);
  });
});
