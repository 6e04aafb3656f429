import type { RunningEmulator, SiteBehaviour } from 'civitkit/emulator';
import { describe, expect, it } from 'vitest';
import {
  call,
  callSigned,
  type ImageView,
  type ListBody,
  type ModelView,
  startForTest,
  walk,
} from './emulator-calls.js';

const start = (behaviour: SiteBehaviour): Promise<RunningEmulator> =>
  startForTest({ behaviour, modelCount: 60, imageCount: 200 });

describe('behaviour of the site', () => {
  it('commercialUseAsText: the text of the database (quirk 1)', async () => {
    const emulator = await start({ commercialUseAsText: true });
    const { items } = await walk(emulator, '/models?nsfw=true', 100);
    const texts = items.map((item) => item.allowCommercialUse);
    expect(texts).toContain('{}');
    expect(texts).toContain('{Image,RentCivit}');
    expect((await call<ModelView>(emulator, `/models/${items[0]?.id}`)).json.allowCommercialUse).toMatch(/^\{.*\}$/);
  });

  it('nestedMeta: nested where the request does not say', async () => {
    const emulator = await start({ nestedMeta: true });
    const [item] = (await call<ListBody<ImageView>>(emulator, '/images?withMeta=true')).json.items;
    expect(Object.keys(item?.meta ?? {})).toEqual(['id', 'meta']);
  });

  it('regionBlocked: 451 everywhere, before methods and tokens', async () => {
    const emulator = await start({ regionBlocked: true });
    for (const path of ['/models', '/me', '/enums', '/images', '/no-such-path']) {
      const answer = await call(emulator, path, { method: 'POST' });
      expect([answer.status, answer.json.code]).toEqual([451, 'REGION_BLOCKED']);
    }
  });

  it('hiddenMetrics and modelsWithoutCreator: null counts, no creator', async () => {
    const emulator = await start({ hiddenMetrics: true, modelsWithoutCreator: true });
    const { items } = (await call<ListBody<ModelView>>(emulator, '/models')).json;
    expect(items.length).toBeGreaterThan(5);
    for (const item of items) {
      expect(item.stats).toMatchObject({ downloadCount: null, tippedAmountCount: null });
      expect(item).not.toHaveProperty('creator');
    }
  });

  it('mode: everything archived is found only when asked for', async () => {
    const emulator = await start({ mode: 'Archived' });
    expect((await call<ListBody<ModelView>>(emulator, '/models')).json.items).toEqual([]);
    const { items } = (await call<ListBody<ModelView>>(emulator, '/models?archived=true')).json;
    expect(
      items.every((item) => item.mode === 'Archived' && item.modelVersions.every((one) => one.files.length === 0)),
    ).toBe(true);
    const takenDown = await start({ mode: 'TakenDown' });
    const others = (await call<ListBody<ModelView>>(takenDown, '/models')).json.items;
    expect(others.every((item) => item.modelVersions.every((one) => one.images.length === 0))).toBe(true);
  });

  it('earlyAccess: every version is paid for', async () => {
    const emulator = await start({ earlyAccess: true });
    const versions = (await call<ListBody<ModelView>>(emulator, '/models')).json.items.flatMap(
      (item) => item.modelVersions,
    );
    expect(versions.length).toBeGreaterThan(5);
    expect(versions.every((version) => version.paidAccess !== null)).toBe(true);
  });

  it('searchOverloaded: 503 to searches alone, after validation', async () => {
    const emulator = await start({ searchOverloaded: true });
    for (const path of ['/models?query=a', '/images']) {
      const answer = await call(emulator, path);
      expect([answer.status, answer.headers.get('retry-after'), answer.headers.get('cache-control')]).toEqual([
        503,
        '2',
        'no-store',
      ]);
    }
    expect((await call(emulator, '/models')).status).toBe(200);
    expect((await call(emulator, '/images?limit=x')).status).toBe(400);
    expect((await call(emulator, '/images?limit=200&page=6')).status).toBe(429);
  });

  it('tokenKind: other keys are told other things', async () => {
    const free = await start({ tokenKind: 'apiKeyWithoutUserRead' });
    const { json } = await callSigned<Record<string, unknown>>(free, '/me');
    expect(json).not.toHaveProperty('email');
    expect(json).not.toHaveProperty('tier');
    const oauth = await start({ tokenKind: 'oauth' });
    expect((await callSigned(oauth, '/me')).json).toMatchObject({ subject: { type: 'oauth' }, tokenScope: 114_689 });
  });
});
