import type { RunningEmulator } from 'civitkit/emulator';
import { beforeEach, describe, expect, it } from 'vitest';
import { siteFixture } from '../support/fixture.js';
import { type Answer, call, callSigned, type ErrorBody, startForTest, walk } from './emulator-calls.js';
import { keyPaths } from './key-paths.js';

interface VaultItemView {
  readonly id: number;
  readonly status: string;
  readonly modelVersionId: number;
  readonly modelName: string;
  readonly modelSizeKb: number;
  readonly type: string;
  readonly baseModel: string;
  readonly coverImageUrl: string | null;
}
interface VaultList {
  readonly items: readonly VaultItemView[];
  readonly totalItems: number;
  readonly totalPages: number;
  readonly currentPage: number;
  readonly pageSize: number;
}
interface Toggled {
  readonly success: boolean;
  readonly vaultId?: number;
}
type Unexpected = ErrorBody & { readonly error: { readonly name: string; readonly message: string } };

const SMALL = { modelCount: 20, imageCount: 0 };
let emulator: RunningEmulator;
let versionIds: readonly number[];
beforeEach(async () => {
  emulator = await startForTest(SMALL);
  const { items } = await walk(emulator, '/models?nsfw=true', 100);
  versionIds = items.flatMap((item) => item.modelVersions.map((version) => version.id)).slice(0, 8);
});

const toggle = (id: number | string, on = emulator): Promise<Answer<Toggled>> =>
  call(on, `/vault/toggle-version?modelVersionId=${id}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${on.apiKey}` },
  });
const list = (query = ''): Promise<Answer<VaultList>> => callSigned(emulator, `/vault/all${query}`);
const fill = async (): Promise<void> => {
  for (const id of versionIds) await toggle(id);
};

describe('the vault', () => {
  it('takes a version in and out again, and is not idempotent', async () => {
    const [id = 0] = versionIds;
    const added = await toggle(id);
    expect(added.json).toEqual({ success: true, vaultId: 9876 });
    // The id is the item's, not the vault's.
    expect((await list()).json.items[0]).toMatchObject({ id: 9876, vaultId: 12345, modelVersionId: id });
    expect((await toggle(id)).json).toEqual({ success: true });
    expect((await list()).json.items).toEqual([]);
    expect((await toggle(id)).json.vaultId).toBe(9877);
  });

  it('has the keys of the samples, and pending items too', async () => {
    await fill();
    const { json } = await list();
    expect(keyPaths(json)).toEqual(
      expect.arrayContaining(keyPaths({ ...(siteFixture('vault.all') as object), items: [] })),
    );
    const sample = (siteFixture('vault.all') as VaultList).items[0];
    for (const item of json.items) expect(Object.keys(item)).toEqual(Object.keys(sample ?? {}));
    expect(new Set(json.items.map((item) => item.status))).toEqual(new Set(['Stored', 'Pending']));
    expect(json.items.find((item) => item.status === 'Pending')?.coverImageUrl).toBeNull();
    const vault = await callSigned<{ readonly vault: { readonly usedStorageKb: number } }>(emulator, '/vault/get');
    expect(keyPaths(vault.json)).toEqual(keyPaths(siteFixture('vault.get')));
    expect(vault.json.vault.usedStorageKb).toBeGreaterThan(8 * 4096);
  });

  it('pages with totals at the top level, sorts and searches', async () => {
    await fill();
    const second = (await list('?limit=3&page=2')).json;
    expect(second).toMatchObject({ totalItems: 8, currentPage: 2, pageSize: 3, totalPages: 3 });
    expect(second.items).toHaveLength(3);
    expect((await list()).json.items.map((item) => item.modelVersionId)).toEqual(versionIds.toReversed());
    const sizes = (await list('?sort=Model%20Size')).json.items.map((item) => item.modelSizeKb);
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
    const [first] = second.items;
    const found = (await list(`?query=${encodeURIComponent(first?.modelName.toUpperCase() ?? '')}`)).json.items;
    expect(found.every((item) => item.modelName === first?.modelName)).toBe(true);
  });

  it('filters by lists that must occur twice (quirk 25)', async () => {
    await fill();
    const [first] = (await list()).json.items;
    const base = `baseModels=${encodeURIComponent(first?.baseModel ?? '')}`;
    const found = (await list(`?${base}&${base}&types=${first?.type}&types=${first?.type}`)).json.items;
    expect(found.length).toBeGreaterThan(0);
    expect(found.every((item) => item.baseModel === first?.baseModel && item.type === first.type)).toBe(true);
    for (const query of ['types=LORA', 'baseModels=Pony', 'categories=style']) {
      const refused = await callSigned<Unexpected>(emulator, `/vault/all?${query}`);
      expect([refused.status, refused.json.message]).toEqual([500, 'An unexpected error occurred']);
      expect(JSON.parse(refused.json.error.message)[0].message).toBe('Invalid input: expected array, received string');
    }
  });

  it('reports every mistake as a 500, dates always (E10, quirk 21)', async () => {
    for (const query of [
      'limit=0',
      'limit=201',
      'sort=Best',
      'dateCreatedFrom=2025-01-01',
      'dateAddedTo=2025-01-01T00:00:00Z',
    ]) {
      const refused = await callSigned<Unexpected>(emulator, `/vault/all?${query}`);
      expect([refused.status, refused.json.error.name]).toEqual([500, 'ZodError']);
    }
    const lost = await toggle(7);
    expect([lost.status, lost.json]).toEqual([
      500,
      { message: 'An unexpected error occurred', error: { cause: {}, code: 'NOT_FOUND', name: 'TRPCError' } },
    ]);
    for (const id of ['', 'x']) expect((await toggle(id)).status).not.toBe(200);
    const missing = await call(emulator, '/vault/toggle-version', {
      method: 'POST',
      headers: { authorization: `Bearer ${emulator.apiKey}` },
    });
    expect([missing.status, missing.json]).toEqual([400, { error: 'Missing modelVersionId' }]);
  });

  it('checks versions, without covers', async () => {
    const [id = 0] = versionIds;
    await toggle(id);
    const { json } = await callSigned<readonly { readonly vaultItem: object | null }[]>(
      emulator,
      `/vault/check-vault?modelVersionIds=${id},7`,
    );
    expect(json).toMatchObject([
      { modelVersionId: id, vaultItem: { id: 9876 } },
      { modelVersionId: 7, vaultItem: null },
    ]);
    expect(json[0]?.vaultItem).not.toHaveProperty('coverImageUrl');
    expect((await callSigned(emulator, '/vault/check-vault')).json).toEqual([]);
    expect((await callSigned(emulator, '/vault/check-vault?modelVersionIds=x')).status).toBe(400);
  });

  it('is for accounts, and toggles by POST alone', async () => {
    for (const path of ['/vault/get', '/vault/all', '/vault/check-vault']) {
      expect((await call(emulator, path)).status).toBe(401);
      expect((await call(emulator, path, { method: 'POST' })).status).toBe(405);
    }
    expect((await callSigned(emulator, '/vault/toggle-version')).status).toBe(405);
  });

  it('does not exist without a membership', async () => {
    const poor = await startForTest({ ...SMALL, behaviour: { withoutMembership: true } });
    expect((await callSigned(poor, '/vault/get')).json).toEqual({ vault: null });
    expect((await callSigned<VaultList>(poor, '/vault/all')).json.items).toEqual([]);
    expect((await toggle(versionIds[0] ?? 0, poor)).status).toBe(500);
    expect((await callSigned(poor, '/me')).json).toMatchObject({ isMember: false, subscriptions: [] });
  });
});
