import { type RunningEmulator, startEmulator } from 'civitkit/emulator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { siteFixture } from '../support/fixture.js';
import { type Answer, type CreatorView, call, type ListBody, startForTest, walk } from './emulator-calls.js';

interface UserView {
  readonly id: number;
  readonly username: string;
  readonly avatarUrl?: string | null;
  readonly avatarNsfw: number;
  readonly meta: null;
}
interface UsersBody {
  readonly items: readonly UserView[];
}

let emulator: RunningEmulator;
beforeAll(async () => {
  emulator = await startEmulator({ modelCount: 100, imageCount: 0 });
});
afterAll(() => emulator.close());

const users = (query: string): Promise<Answer<UsersBody>> => call(emulator, `/users${query}`);
const namesOf = async (query: string): Promise<readonly string[]> =>
  (await users(query)).json.items.map((user) => user.username);

describe('GET /users', () => {
  it('gives as many as there are ids, and no pages', async () => {
    const ids = Array.from({ length: 12 }, (_, index) => 4001 + index * 3);
    const { json, status } = await users(`?ids=${ids.join(',')}`);
    expect([status, Object.keys(json)]).toEqual([200, ['items']]);
    expect(json.items.map((user) => user.id)).toEqual(ids);
    expect((await users(`?${ids.map((id) => `ids=${id}`).join('&')}`)).json).toEqual(json);
    expect(json.items.some((user) => user.avatarUrl === null)).toBe(true);
    expect(json.items.some((user) => !('avatarUrl' in user))).toBe(true);
    const sample = (siteFixture('users.list') as UsersBody).items[0];
    expect(Object.keys(json.items.find((user) => 'avatarUrl' in user) ?? {})).toEqual(Object.keys(sample ?? {}));
    expect((await users('')).json.items).toHaveLength(5);
  });

  it('searches with a typo, best match first, five at most', async () => {
    expect((await namesOf('?query=amber_fox'))[0]).toBe('amber_fox');
    expect((await namesOf('?query=ambre_fox'))[0]).toBe('amber_fox');
    expect(await namesOf('?query=AMBER')).toContain('amber_fox');
    expect((await namesOf('?query=a')).length).toBe(5);
    expect(await namesOf('?query=qqqqqqq')).toEqual([]);
  });

  it('refuses without an envelope (E4), too many ids as a list (E5), and overload with 503', async () => {
    const email = await call(emulator, '/users?email=a@b.c');
    expect([email.status, Object.keys(email.json)]).toEqual([400, ['name', 'message']]);
    const wrong = await call<{ readonly name: string; readonly message: string }>(emulator, '/users?ids=x');
    expect([wrong.status, wrong.json.name]).toEqual([400, 'ZodError']);
    expect(JSON.parse(wrong.json.message)).toMatchObject([{ path: ['ids', 0] }]);
    const many = await call<readonly { readonly message: string }[]>(emulator, `/users?ids=${'1,'.repeat(200)}1`);
    expect([many.status, many.json[0]?.message]).toEqual([400, 'Too big: expected array to have <=200 items']);
    const busy = await startForTest({ modelCount: 5, imageCount: 0, behaviour: { searchOverloaded: true } });
    expect((await call(busy, '/users?query=a')).status).toBe(503);
  });

  it('knows the creators', async () => {
    const { items } = (await call<ListBody<CreatorView>>(emulator, '/creators?limit=5')).json;
    const names = items.flatMap(({ username }) => username ?? []);
    const found = await Promise.all(names.map((name) => namesOf(`?query=${encodeURIComponent(name)}`)));
    expect(found.map(([first]) => first)).toEqual(names);
  });
});

describe('GET /permissions/check', () => {
  const WHAT = 'entityType=ModelVersion&permission=Generate';
  const check = (query: string): Promise<Answer<unknown>> => call(emulator, `/permissions/check?${query}`);

  it('answers by id; unknown ones are false', async () => {
    const { items } = await walk(emulator, '/models?nsfw=true', 100);
    const able = items.find((item) => item.supportsGeneration)?.modelVersions ?? [];
    const ids = able.map((version) => version.id);
    const { json } = await check(`entityIds=${ids.join(',')},7&${WHAT}`);
    const answers = json as Readonly<Record<string, boolean>>;
    expect(Object.keys(answers)).toEqual(['7', ...ids.map(String)].toSorted((a, b) => Number(a) - Number(b)));
    expect(answers['7']).toBe(false);
    expect(Object.values(answers)).toContain(true);
    expect((await check(`entityIds=990002&${WHAT}`)).json).toEqual({ '990002': false });
    expect((await check(`entityIds=990002&${WHAT}&userId=12345`)).json).toEqual({ '990002': true });
  });

  it('without ids is a list (quirk 15), and anything wrong one sentence (E1)', async () => {
    expect((await check(WHAT)).json).toEqual([]);
    expect((await check('')).json).toEqual([]);
    expect((await check(`entityIds=&${WHAT}`)).json).toEqual({ '0': false });
    for (const query of [`entityIds=x&${WHAT}`, 'entityIds=1&entityType=Model&permission=Generate', 'entityIds=1']) {
      const answer = await check(query);
      expect([answer.status, answer.json]).toEqual([400, { error: 'Could not parse provided model versions array.' }]);
    }
  });
});
