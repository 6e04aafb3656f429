import type { CivitaiClient } from '@civitkit/core/client';
import { startEmulator } from 'civitkit/emulator';
import { describe, expect, it } from 'vitest';
import { clientOf, emulated } from './emulated.js';

const parts = emulated();

/** SHA256 of every file in the models' list that is the version's own: checkpoints show VAEs of other models, too. */
async function everyHash(civitai: CivitaiClient): Promise<readonly string[]> {
  const models = await civitai.models.where({ nsfw: true, archived: true }).toArray();
  const files = models
    .flatMap(({ modelVersions }) => modelVersions.flatMap((version) => version.files))
    .filter(({ type }) => type !== 'VAE');
  return [...new Set(files.flatMap(({ hashes }) => (hashes.SHA256 === undefined ? [] : [hashes.SHA256])))];
}

function rising(numbers: readonly number[]): number[] {
  return numbers.toSorted((a, b) => a - b);
}

const unknown = 'f'.repeat(64);

describe('a search for every file there is', () => {
  it('finds each of them, and the version that the single look-up gives first', async () => {
    const { civitai, emulator } = parts();
    const hashes = await everyHash(civitai);
    const { found, missing } = await civitai.modelVersions.getManyByHash([...hashes, unknown, unknown.toUpperCase()]);
    expect(hashes.length).toBeGreaterThan(200);
    expect(found.map(({ hash }) => hash)).toEqual(hashes);
    expect(missing).toEqual([unknown, unknown.toUpperCase()]);
    expect(found.some(({ versions }) => versions.length > 1)).toBe(true);
    for (const { hash, versions } of found.filter((match, index) => match.versions.length > 1 || index % 40 === 0)) {
      expect((await civitai.modelVersions.getByHash(hash)).id).toBe(versions[0].id);
      for (const { downloadUrl } of versions) {
        expect(downloadUrl ?? emulator.siteUrl).toMatch(new RegExp(`^${emulator.siteUrl}`));
      }
    }
  });

  it('finds the same versions by their ids alone, in any case', async () => {
    const { civitai } = parts();
    const hashes = await everyHash(civitai);
    const byHash = await civitai.modelVersions.getManyByHash(hashes);
    const byId = await civitai.modelVersions.getIdsByHash(hashes.map((hash) => hash.toLowerCase()));
    expect(byId.missing).toEqual([]);
    expect(
      byId.found.map(({ hash, versions }) => [hash, rising(versions.map((entry) => entry.modelVersionId))]),
    ).toEqual(byHash.found.map(({ hash, versions }) => [hash.toLowerCase(), rising(versions.map(({ id }) => id))]));
  });

  it('finds a VAE with its owner, and not with the models that only show it', async () => {
    const { civitai } = parts();
    const models = await civitai.models.where({ nsfw: true, archived: true }).toArray();
    const files = models.flatMap(({ modelVersions }) => modelVersions.flatMap((version) => version.files));
    const vaes = files.flatMap(({ hashes, type }) =>
      type === 'VAE' && hashes.SHA256 !== undefined ? [hashes.SHA256] : [],
    );
    const { found } = await civitai.modelVersions.getManyByHash([...vaes, ...(await everyHash(civitai))]);
    const owners = new Map(found.map(({ hash, versions }) => [hash, versions[0].id]));
    expect(vaes.length).toBeGreaterThan(3);
    for (const hash of new Set(vaes)) {
      const single = await civitai.modelVersions.getByHash(hash).asResult();
      expect(owners.get(hash)).toBe(single.ok ? single.value.id : undefined);
    }
  });

  it.each([
    ['puts nulls between the versions', { nullHashEntries: true }],
    ['knows its own host', { hashLinksWithHost: true }],
    ['has archived everything, and shows no files', { mode: 'Archived' as const }],
    ['has taken everything down', { mode: 'TakenDown' as const }],
  ])('finds the same on a server that %s', async (_name, behaviour) => {
    const { civitai } = parts();
    const hashes = (await everyHash(civitai)).slice(0, 150);
    const usual = await civitai.modelVersions.getManyByHash(hashes);
    await using moody = await startEmulator({ behaviour });
    using client = clientOf(moody);
    const { found, missing } = await client.modelVersions.getManyByHash(hashes);
    const idsOf = (matches: typeof found): unknown =>
      matches.map(({ hash, versions }) => [hash, versions.map(({ id }) => id)]);
    expect(missing).toEqual([]);
    expect(idsOf(found)).toEqual(idsOf(usual.found));
  });

  it('is refused by the server for what the client lets through, and by the client for the rest', async () => {
    const { civitai } = parts();
    const odd = 'ü'.repeat(64);
    await expect(civitai.modelVersions.getIdsByHash([odd])).resolves.toEqual({ found: [], missing: [odd] });
    await expect(civitai.modelVersions.getManyByHash(['A'.repeat(63)])).rejects.toMatchObject({ attempts: 0 });
    await expect(civitai.modelVersions.getManyByHash([])).resolves.toEqual({ found: [], missing: [] });
  });
});
