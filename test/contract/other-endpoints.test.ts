import { describe, expect, it } from 'vitest';
import { clientOf, emulated } from './emulated.js';

const parts = emulated();

/** An unpublished version of the emulator's account. */
const ownDraft = 990_002;

describe('what belongs to the owner of the key', () => {
  it('is found among the models with a key, and refused without one', async () => {
    const { civitai, anonymous, emulator } = parts();
    const favorites = await civitai.models.where({ favorites: true, nsfw: true }).toArray();
    const hidden = await civitai.models.where({ hidden: true, nsfw: true }).toArray();
    const all = new Set((await civitai.models.where({ nsfw: true, archived: true }).toArray()).map(({ id }) => id));
    expect(favorites.length).toBeGreaterThan(0);
    expect(favorites.length).toBeLessThan(all.size);
    expect(favorites.every(({ id }) => all.has(id))).toBe(true);
    expect(hidden.map(({ id }) => id)).not.toEqual(favorites.map(({ id }) => id));
    const before = emulator.requests.length;
    await expect(anonymous.models.where({ favorites: true }).page()).rejects.toMatchObject({ code: 'missing_api_key' });
    await expect(anonymous.models.where({ hidden: true }).first()).rejects.toMatchObject({ code: 'missing_api_key' });
    expect(emulator.requests).toHaveLength(before);
    await expect(anonymous.models.where({ favorites: false, hidden: false }).page()).resolves.toMatchObject({});
  });
});

describe('versions in short', () => {
  it('name the same version and files as in full', async () => {
    const { civitai } = parts();
    const models = await civitai.models
      .where({ types: ['Checkpoint', 'LORA'] })
      .take(15)
      .toArray();
    const ids = models.flatMap(({ modelVersions }) => modelVersions.map(({ id }) => id));
    const outcomes = await Promise.all(ids.map((id) => civitai.modelVersions.get(id).asResult()));
    // A version without any rating is shown by its model alone.
    const versions = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : []));
    expect(versions.length).toBeGreaterThan(10);
    for (const { air, files, id, model, name } of versions) {
      const mini = await civitai.modelVersions.getMini(id);
      expect([mini.air, mini.modelName, mini.versionName]).toEqual([air, model.name, name]);
      for (const file of files.filter(({ type }) => type !== 'VAE')) {
        const ofFile = await civitai.modelVersions.getMini(id, { modelFileId: file.id });
        expect([ofFile.air, ofFile.hashes]).toEqual([`${air}+${file.id}`, file.hashes]);
      }
    }
  });

  it('have typed errors', async () => {
    const { civitai } = parts();
    const notFound = { name: 'NotFoundError' };
    const version = (await civitai.models.where().first())?.modelVersions[0]?.id ?? 0;
    await expect(civitai.modelVersions.getMini(2_147_483_647)).rejects.toMatchObject(notFound);
    await expect(civitai.modelVersions.getMini(version, { modelFileId: 1 })).rejects.toMatchObject(notFound);
  });

  it('are changed by their owner alone', async () => {
    const { civitai } = parts();
    const { modelVersions } = civitai;
    const other = (await civitai.models.where().first())?.modelVersions[0]?.id ?? 0;
    const terms = { download: { price: 500 }, generation: { price: 50, trialLimit: 10 } };
    const settings = { paidAccess: { timeframeDays: 7, terms }, rightsAffirmed: true };
    await expect(modelVersions.setEarlyAccess(ownDraft, settings)).resolves.toMatchObject({ modelVersionId: ownDraft });
    await expect(modelVersions.setEarlyAccess(ownDraft, { paidAccess: null })).resolves.toMatchObject({
      success: true,
    });
    await expect(modelVersions.setEarlyAccess(other, settings)).rejects.toMatchObject({ name: 'PermissionError' });
    const cheap = { paidAccess: { timeframeDays: 7, terms: { download: { price: 1 } } } };
    await expect(modelVersions.setEarlyAccess(ownDraft, cheap)).rejects.toMatchObject({ name: 'ValidationError' });
    await expect(modelVersions.setEarlyAccess(2_147_483_647, settings)).rejects.toMatchObject({
      name: 'NotFoundError',
    });
  });

  it('that are not published are shown to their owner', async () => {
    const { civitai, anonymous } = parts();
    await expect(civitai.modelVersions.getMini(ownDraft)).resolves.toMatchObject({ modelName: 'My Draft' });
    await expect(anonymous.modelVersions.getMini(ownDraft)).rejects.toMatchObject({ name: 'NotFoundError' });
  });
});

describe('users and permissions', () => {
  it('are told by ids', async () => {
    const { civitai } = parts();
    const creators = await civitai.models.where({ nsfw: true }).take(30).toArray();
    const ids = [...new Set(creators.map(({ userId }) => userId))];
    const users = await civitai.users.find({ ids });
    expect(users.map(({ id }) => id).every((id) => ids.includes(id))).toBe(true);
    expect(users.length).toBeGreaterThan(3);
    const [user] = users;
    const similar = await civitai.users.find({ query: user?.username ?? '' });
    expect(similar.map(({ id }) => id)).toContain(user?.id);
    expect(similar.length).toBeLessThanOrEqual(5);
  });

  it('cover every version that is asked for', async () => {
    const { civitai } = parts();
    const models = await civitai.models.where({ nsfw: true, archived: true }).toArray();
    const ids = models.flatMap(({ modelVersions }) => modelVersions.map(({ id }) => id));
    const allowed = await civitai.permissions.check({ entityIds: [...ids, 5, 5] });
    expect([...allowed.keys()].toSorted((a, b) => a - b)).toEqual([...ids, 5].toSorted((a, b) => a - b));
    expect(allowed.get(5)).toBe(false);
    expect(new Set(allowed.values())).toEqual(new Set([true, false]));
    await expect(civitai.permissions.check({ entityIds: [] })).resolves.toEqual(new Map());
  });
});

describe('files, pages and partners', () => {
  it('tell what is in a file', async () => {
    const { civitai } = parts();
    const models = await civitai.models
      .where({ types: ['Checkpoint'], fileFormats: ['SafeTensor'] })
      .take(10)
      .toArray();
    const files = models.flatMap(({ modelVersions }) => modelVersions.flatMap((version) => version.files));
    const tensors = files.filter(({ metadata }) => metadata.format === 'SafeTensor');
    const told = await Promise.all(tensors.map(({ id }) => civitai.modelFiles.getTensorMetadata(id).asResult()));
    const contents = told.flatMap((outcome) => (outcome.ok ? [outcome.value] : []));
    const refusals = told.flatMap((outcome) => (outcome.ok ? [] : [outcome.error.name]));
    expect(contents.length).toBeGreaterThan(3);
    expect(contents.every((content) => content.tensors?.length === content.tensorCount)).toBe(true);
    expect(refusals.every((name) => name === 'PermissionError')).toBe(true);
    const readable = tensors[told.findIndex(({ ok }) => ok)]?.id ?? 0;
    const { tensors: all, ...summary } = await civitai.modelFiles.getTensorMetadata(readable);
    expect(all?.length).toBeGreaterThan(0);
    await expect(civitai.modelFiles.getTensorMetadata(readable, { summaryOnly: true })).resolves.toEqual(summary);
    await expect(civitai.modelFiles.getTensorMetadata(2_147_483_647)).rejects.toMatchObject({ name: 'NotFoundError' });
  });

  it('show the pages of the site, and which there are not', async () => {
    const { anonymous, emulator } = parts();
    await expect(anonymous.content.get('tos')).resolves.toMatchObject({ title: 'Terms' });
    await expect(anonymous.content.get('rules/minors')).resolves.toMatchObject({ lastmod: '2025-11-20T00:00:00.000Z' });
    await expect(anonymous.content.get('privacy')).resolves.toMatchObject({ lastmod: null });
    const before = emulator.requests.length;
    await expect(anonymous.content.get('nothing/here')).rejects.toMatchObject({ name: 'NotFoundError' });
    expect(emulator.requests.length - before).toBe(1);
  });

  it("keep a partner's list", async () => {
    const { anonymous, emulator } = parts();
    const options = { token: emulator.partnerToken };
    const models = [1, 2, 3].map((modelVersionId) => ({
      modelVersionId,
      runUrl: `https://p.example/${modelVersionId}`,
    }));
    await expect(anonymous.partners.replaceSupportedModels(models, options)).resolves.toEqual({
      success: true,
      entryCount: 3,
    });
    await anonymous.partners.upsertSupportedModels([{ modelVersionId: 1, runUrl: 'https://p.example/new' }], options);
    await anonymous.partners.removeSupportedModels([{ modelVersionId: 2 }], options);
    const targets: (string | null)[] = [];
    for (const id of [1, 2]) {
      const answer = await fetch(anonymous.partners.runUrl(id), { redirect: 'manual' });
      targets.push(answer.headers.get('location'));
    }
    expect(targets).toEqual(['https://p.example/new', null]);
    await expect(anonymous.partners.replaceSupportedModels([{ modelVersionId: 'one' }], options)).rejects.toMatchObject(
      { name: 'ValidationError', status: 420 },
    );
    using signedIn = clientOf(emulator);
    await expect(signedIn.partners.replaceSupportedModels([], { token: 'wrong' })).rejects.toMatchObject({
      name: 'AuthenticationError',
      message: expect.stringContaining('partner token') as string,
    });
  });
});
