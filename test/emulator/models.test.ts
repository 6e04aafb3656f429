import { type RunningEmulator, startEmulator } from 'civitkit/emulator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type CreatorView,
  call as callAny,
  callSigned,
  type ErrorBody,
  type ListBody,
  type ModelView,
  walk,
  wrappedIssues,
} from './emulator-calls.js';

let emulator: RunningEmulator;
beforeAll(async () => {
  emulator = await startEmulator();
});
afterAll(() => emulator.close());

/** Most answers here are lists of models; the rest are asked for as errors. */
const call = (from: RunningEmulator, path: string): ReturnType<typeof callAny<ListBody<ModelView> & ErrorBody>> =>
  callAny(from, path);
const items = async (path: string): Promise<readonly ModelView[]> => {
  const answer = await call(emulator, path);
  expect(answer.status).toBe(200);
  return answer.json.items;
};
const names = (list: readonly { readonly id: number }[]): number[] => list.map((item) => item.id);
const hiddenVersions = (list: readonly ModelView[]): number =>
  list.flatMap((item) => item.modelVersions).filter((one) => one.availability !== 'Public').length;
const imageLevels = (list: readonly ModelView[]): Set<number> =>
  new Set(
    list
      .flatMap((item) => item.modelVersions)
      .flatMap((one) => one.images)
      .map((one) => one.nsfwLevel),
  );
const modes = (list: readonly ModelView[]): Set<string | undefined> => new Set(list.map((item) => item.mode));

describe('validation of models', () => {
  it('puts the issues as JSON text into an error object (E3)', async () => {
    const answer = await call(emulator, '/models?limit=101&page=x&nsfw=maybe');
    expect(answer.status).toBe(400);
    expect(wrappedIssues(answer)).toMatchObject([
      { path: ['limit'], message: 'Too big: expected number to be <=100' },
      { path: ['page'], message: 'Invalid input: expected number, received NaN' },
      { path: ['nsfw'], code: 'invalid_value' },
    ]);
  });

  it.each([
    'types=LORA,Checkpoint',
    'allowCommercialUse=Image,Rent',
    'checkpointType=Standard',
    'tag=a&tag=b',
    'nsfw=',
    'fileFormats=SafeTensor',
    'allowNoCredit=true',
    'browsingLevel=1',
    'excludedUserIds=1&excludedUserIds=2',
    'sort=newest',
  ])('refuses %s', async (query) => {
    expect((await call(emulator, `/models?${query}`)).status).toBe(400);
  });

  it.each(['baseModels=A,B', 'types[]=Nonsense', 'unknown=1', 'rating=4', 'limit=1.5'])('accepts %s', async (query) => {
    expect((await call(emulator, `/models?${query}`)).status).toBe(200);
  });

  it('401 for the mere presence of favorites or hidden comes before validation (quirk 24)', async () => {
    for (const query of ['favorites=false', 'hidden=', 'favorites=true&limit=999']) {
      const answer = await call(emulator, `/models?${query}`);
      expect(answer.status).toBe(401);
      expect(answer.json).toEqual({ error: 'Unauthorized' });
    }
    expect((await callSigned(emulator, '/models?favorites=true&limit=999')).status).toBe(400);
    const favorites = await callSigned<ListBody<ModelView>>(emulator, '/models?favorites=true');
    expect(favorites.json.items.every((item) => item.id % 7 === 0)).toBe(true);
  });
});

describe('filters of models', () => {
  it('types, repeated', async () => {
    const found = await items('/models?types=LORA&types=VAE&nsfw=true');
    expect(new Set(found.map((item) => item.type))).toEqual(new Set(['LORA', 'VAE']));
  });

  it('baseModels also trims the versions; an unknown one finds nothing', async () => {
    const found = await items('/models?baseModels=Pony&nsfw=true');
    expect(found.length).toBeGreaterThan(5);
    for (const item of found) {
      for (const version of item.modelVersions) expect(version.baseModel).toBe('Pony');
    }
    expect(await items('/models?baseModels=Pony,SDXL%201.0')).toEqual([]);
  });

  it('ids and modelVersionIds; the latter trims the versions', async () => {
    const some = (await items('/models?limit=3')).filter((item) => item.modelVersions.length > 0);
    const ids = names(some);
    expect(new Set(names(await items(`/models?ids=${ids.join(',')}`)))).toEqual(new Set(ids));
    expect(new Set(names(await items(`/models?${ids.map((id) => `ids=${id}`).join('&')}`)))).toEqual(new Set(ids));
    const version = some[0]?.modelVersions?.[0]?.id;
    const [trimmed, ...others] = await items(`/models?modelVersionIds=${version}`);
    expect(others).toEqual([]);
    expect(names(trimmed?.modelVersions ?? [])).toEqual([version]);
  });

  it('ids lift the rule that only Public versions are shown', async () => {
    const listed = await walk(emulator, '/models?nsfw=true', 100);
    expect(hiddenVersions(listed.items)).toBe(0);
    const asked = await walk(emulator, `/models?nsfw=true&ids=${listed.ids.join(',')}`, 100);
    expect(hiddenVersions(asked.items)).toBeGreaterThan(0);
  });

  it('tag, tagname winning; an unknown tag filters nothing', async () => {
    const anime = await items('/models?tag=ANIME&nsfw=true');
    expect(anime.length).toBeGreaterThan(5);
    expect(anime.every((item) => item.tags.includes('anime'))).toBe(true);
    expect(names(await items('/models?tagname=anime&tag=style&nsfw=true'))).toEqual(names(anime));
    expect(names(await items('/models?tag=no-such-tag'))).toEqual(names(await items('/models')));
  });

  it('username is slugified, user is not, and both are 404 when unknown', async () => {
    const { json } = await callAny<ListBody<CreatorView>>(emulator, '/creators?query=_&limit=200');
    const username = json.items.find((item) => (item.modelCount ?? 0) > 3)?.['username'] as string;
    const spelled = username.toUpperCase().replace('_', ' ');
    const found = await items(`/models?username=${encodeURIComponent(`${spelled}!`)}&nsfw=true`);
    expect(found.length).toBeGreaterThan(0);
    expect(found.every((item) => item.creator?.username === username)).toBe(true);
    expect(names(await items(`/models?user=${username}&nsfw=true`))).toEqual(names(found));
    for (const query of ['username=nobody', `user=${encodeURIComponent(spelled)}`]) {
      const missing = await call(emulator, `/models?${query}`);
      expect(missing.status).toBe(404);
      expect(missing.json).toEqual({ message: 'User not found' });
    }
  });

  it('checkpointType lets other types pass, and does nothing without checkpoints', async () => {
    const all = await walk(emulator, '/models?nsfw=true', 100);
    const merges = await walk(emulator, '/models?nsfw=true&checkpointType=Merge', 100);
    expect(merges.ids.length).toBeLessThan(all.ids.length);
    const others = (list: readonly ModelView[]): unknown[] => names(list.filter((item) => item.type !== 'Checkpoint'));
    expect(others(merges.items)).toEqual(others(all.items));
    expect(names(await items('/models?types=LORA&checkpointType=Merge'))).toEqual(
      names(await items('/models?types=LORA')),
    );
  });

  it('periods count back from the fixed now of the catalogue', async () => {
    const counts: number[] = [];
    for (const period of ['Day', 'Week', 'Month', 'Year', 'AllTime']) {
      counts.push((await walk(emulator, `/models?nsfw=true&period=${period}`, 100)).ids.length);
    }
    expect(counts[0]).toBeGreaterThan(0);
    expect(counts).toEqual(counts.toSorted((a, b) => a - b));
    expect(new Set(counts).size).toBe(5);
    const stats = await walk(emulator, '/models?nsfw=true&period=Day&periodMode=stats', 100);
    expect(stats.ids.length).toBe(counts[4]);
  });

  it('nsfw widens: false is general only, images included; true is everything', async () => {
    const general = await walk(emulator, '/models', 100);
    expect(general.items.every((item) => (item.nsfwLevel & 1) === 1)).toBe(true);
    expect(imageLevels(general.items)).toEqual(new Set([1]));
    const all = await walk(emulator, '/models?nsfw=true', 100);
    expect(all.ids.length).toBeGreaterThan(general.ids.length);
    expect(imageLevels(all.items).size).toBeGreaterThan(4);
    expect(all.items.some((item) => item.nsfwLevel === 0)).toBe(true);
  });

  it('truthy text: supportsGeneration=false means true (quirk 24)', async () => {
    const off = await items('/models?supportsGeneration=false');
    expect(names(off)).toEqual(names(await items('/models?supportsGeneration=true')));
    expect(off.every((item) => item.supportsGeneration)).toBe(true);
    expect(names(await items('/models?supportsGeneration='))).toEqual(names(await items('/models')));
  });

  it('allowCommercialUse overlaps, fileFormats need two, archived adds, earlyAccess selects', async () => {
    const uses = await items('/models?allowCommercialUse=Rent&allowCommercialUse=None&nsfw=true');
    expect(uses.every((item) => ['Rent', 'None'].some((use) => item.allowCommercialUse.includes(use)))).toBe(true);
    const gguf = await items('/models?fileFormats=GGUF&fileFormats=GGUF&nsfw=true');
    expect(gguf.length).toBeGreaterThan(0);
    expect(gguf.every((item) => item.type === 'Checkpoint')).toBe(true);
    expect(modes((await walk(emulator, '/models?nsfw=true', 100)).items)).toEqual(new Set([undefined, 'TakenDown']));
    expect(modes((await walk(emulator, '/models?nsfw=true&archived=1', 100)).items)).toContain('Archived');
    const early = await items('/models?earlyAccess=true&nsfw=true');
    expect(early.length).toBeGreaterThan(0);
    expect(early.length).toBeLessThan(60);
  });

  it('primaryFileOnly leaves one file per version', async () => {
    const versions = (await items('/models?types=Checkpoint&primaryFileOnly=true&nsfw=true')).flatMap(
      (item) => item.modelVersions,
    );
    expect(versions.every((version) => version.files.length <= 1)).toBe(true);
    const whole = (await items('/models?types=Checkpoint&nsfw=true')).flatMap((item) => item.modelVersions);
    expect(whole.some((version) => version.files.length > 1)).toBe(true);
  });

  it('private models need a name, and are for their owner alone', async () => {
    const nameless = await call(emulator, '/models?availability=Private');
    expect(nameless.status).toBe(401);
    expect(nameless.json.message).toEqual(expect.any(String));
    expect(await items('/models?availability=Private&username=you&nsfw=true')).toEqual([]);
    const own = await callSigned<ListBody<ModelView>>(emulator, '/models?availability=Private&username=you&nsfw=true');
    expect(own.json.items.length).toBeGreaterThan(0);
  });
});
