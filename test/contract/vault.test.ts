import type { CivitaiClient, VaultSort } from '@civitkit/core/client';
import { startEmulator } from 'civitkit/emulator';
import { describe, expect, it } from 'vitest';
import { clientOf, emulated } from './emulated.js';

const parts = emulated();

async function someVersions(civitai: CivitaiClient, count: number): Promise<readonly number[]> {
  const models = await civitai.models.where({ nsfw: true }).take(count).toArray();
  return models.flatMap(({ modelVersions }) => modelVersions.slice(0, 1).map(({ id }) => id));
}

describe('the vault', () => {
  it('takes versions in and gives them back, as often as it is told', async () => {
    const { civitai } = parts();
    const ids = await someVersions(civitai, 12);
    for (const id of ids) await expect(civitai.vault.add(id)).resolves.toMatchObject({ changed: true });
    const [first = 0, second = 0] = ids;
    const again = await civitai.vault.add(first);
    const checked = await civitai.vault.check([...ids, 2_147_483_647, first]);
    expect(again).toEqual({ changed: false, itemId: checked.get(first)?.id });
    expect([...checked.keys()]).toEqual([...ids, 2_147_483_647]);
    expect(checked.get(2_147_483_647)).toBeNull();
    await expect(civitai.vault.remove(second)).resolves.toMatchObject({ changed: true });
    await expect(civitai.vault.remove(second)).resolves.toEqual({ changed: false, itemId: null });
    await expect(civitai.vault.toggle(second)).resolves.toMatchObject({ inVault: true });
    const kept = (await civitai.vault.where().toArray()).map(({ modelVersionId }) => modelVersionId);
    expect(new Set(kept)).toEqual(new Set(ids));
    await expect(civitai.vault.get()).resolves.toMatchObject({ usedStorageKb: expect.any(Number) as number });
  });

  it.each<VaultSort>(['Recently Added', 'Recently Created', 'Model Name', 'Model Size'])(
    'is walked page by page in the order "%s"',
    async (sort) => {
      const { civitai } = parts();
      for (const id of await someVersions(civitai, 7)) await civitai.vault.add(id);
      const all = (await civitai.vault.orderBy(sort).toArray()).map(({ id }) => id);
      const inSmallPages: number[] = [];
      for await (const { items } of civitai.vault.orderBy(sort).pages({ limit: 3 })) {
        inSmallPages.push(...items.map(({ id }) => id));
      }
      expect(all.length).toBeGreaterThanOrEqual(7);
      expect(inSmallPages).toEqual(all);
    },
  );

  it('is filtered by lists of one, and of more', async () => {
    const { civitai } = parts();
    for (const id of await someVersions(civitai, 12)) await civitai.vault.add(id);
    const all = await civitai.vault.where().toArray();
    const [{ type, baseModel } = { type: '', baseModel: '' }] = all;
    const ofType = await civitai.vault.where({ types: [type] }).toArray();
    const ofBase = await civitai.vault.where({ baseModels: [baseModel, 'Nothing 9'] }).toArray();
    expect(ofType).toEqual(all.filter((item) => item.type === type));
    expect(ofBase).toEqual(all.filter((item) => item.baseModel === baseModel));
  });

  it('is nothing without a membership, and refused with a wrong key', async () => {
    const { anonymous, emulator } = parts();
    await using poor = await startEmulator({ behaviour: { withoutMembership: true }, modelCount: 1, imageCount: 1 });
    using client = clientOf(poor);
    await expect(client.vault.get()).resolves.toBeNull();
    await expect(client.vault.where().toArray()).resolves.toEqual([]);
    await expect(anonymous.vault.where().toArray()).rejects.toMatchObject({ code: 'missing_api_key', attempts: 0 });
    using wrong = clientOf(emulator, { ApiKey: 'f'.repeat(32) });
    await expect(wrong.vault.toggle(1)).rejects.toMatchObject({ name: 'AuthenticationError', status: 401 });
  });

  it('names what is wrong with a filter that the server calls its own failure', async () => {
    const { civitai, emulator } = parts();
    const before = emulator.requests.length;
    const wrong = civitai.vault.where({ extra: { dateAddedFrom: '2026-01-01' } }).page();
    await expect(wrong).rejects.toMatchObject({ status: 500, retryable: false });
    expect(emulator.requests.length - before).toBe(1);
  });
});
