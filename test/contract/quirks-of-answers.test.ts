import { type CivitaiClient } from '@civitkit/core/client';
import { type EmulatorOptions, type RunningEmulator, startEmulator } from 'civitkit/emulator';
import { describe, expect, it } from 'vitest';
import { clientOf, emulated } from './emulated.js';

const parts = emulated();

/** Runs with an emulator that behaves in a certain way. */
async function withMood(
  options: EmulatorOptions,
  work: (client: CivitaiClient, server: RunningEmulator) => Promise<void>,
): Promise<void> {
  await using server = await startEmulator({ modelCount: 60, imageCount: 200, ...options });
  using client = clientOf(server);
  await work(client, server);
}

const everything = { nsfw: true, archived: true } as const;

describe('quirks of the site API, and what the client makes of them', () => {
  it('1 allowCommercialUse comes as a list or as database text: always a list', async () => {
    const asList = await parts().civitai.models.where(everything).take(60).toArray();
    expect(asList.every(({ allowCommercialUse }) => Array.isArray(allowCommercialUse))).toBe(true);
    await withMood({ behaviour: { commercialUseAsText: true } }, async (client) => {
      const models = await client.models.where(everything).toArray();
      expect(models.every(({ allowCommercialUse }) => Array.isArray(allowCommercialUse))).toBe(true);
      expect(models.some(({ allowCommercialUse }) => allowCommercialUse.includes('Image'))).toBe(true);
    });
  });

  it('2 a list says null where get says nothing: both say null', async () => {
    const listed = await parts().civitai.models.where(everything).take(30).toArray();
    for (const { id } of listed.slice(0, 10)) {
      const model = await parts().civitai.models.get(id);
      expect(model.description === null || typeof model.description === 'string').toBe(true);
      for (const version of model.modelVersions) {
        expect(version).toMatchObject({
          files: expect.any(Array),
          images: expect.any(Array),
          trainedWords: expect.any(Array),
        });
        expect('vaeId' in version && 'paidAccess' in version && 'description' in version).toBe(true);
      }
    }
  });

  it('3 mode is absent when all is well: null', async () => {
    const modes = new Set((await parts().civitai.models.where(everything).toArray()).map(({ mode }) => mode));
    expect(modes).toContain(null);
    expect(modes).not.toContain(undefined);
    expect(modes.size).toBeGreaterThan(1);
  });

  it('4 a creator may be missing, or have no name', async () => {
    const models = await parts().civitai.models.where(everything).toArray();
    expect(models.every(({ creator }) => creator === null || 'username' in creator)).toBe(true);
    expect(models.some(({ creator }) => creator === null)).toBe(true);
  });

  it('5 hidden counters are null', async () => {
    await withMood({ behaviour: { hiddenMetrics: true } }, async (client) => {
      const model = await client.models.where().first();
      expect(model?.stats).toMatchObject({ downloadCount: null, tippedAmountCount: null });
    });
  });

  it('6 a file may have no hashes', async () => {
    const files = (await allVersions()).flatMap(({ files: own }) => own);
    expect(files.every(({ hashes }) => typeof hashes === 'object')).toBe(true);
    expect(files.some(({ hashes }) => Object.keys(hashes).length === 0)).toBe(true);
  });

  it('7 a version may have no primary file: primary is false, never absent', async () => {
    const versions = (await allVersions()).filter(({ files }) => files.length > 0);
    expect(versions.every(({ files }) => files.every(({ primary }) => typeof primary === 'boolean'))).toBe(true);
    expect(versions.some(({ files }) => !files.some(({ primary }) => primary))).toBe(true);
  });

  it('8 a model may have no version', async () => {
    const models = await parts().civitai.models.where(everything).toArray();
    expect(models.some(({ modelVersions }) => modelVersions.length === 0)).toBe(true);
  });

  it('9 bulk answers have null entries and links to https://undefined: gone and mended', async () => {
    await withMood({ behaviour: { nullHashEntries: true } }, async (client, server) => {
      const files = (await client.models.where(everything).toArray()).flatMap(({ modelVersions }) =>
        modelVersions.flatMap(({ files: own }) => own),
      );
      const hashes = files.flatMap(({ hashes: { SHA256 } }) => SHA256 ?? []).slice(0, 20);
      const { found } = await client.modelVersions.getManyByHash(hashes);
      const links = found.flatMap(({ versions }) =>
        versions.flatMap(({ files: own }) => own.map(({ downloadUrl }) => downloadUrl)),
      );
      expect(found.length).toBeGreaterThan(10);
      expect(links.every((link) => link.startsWith(`${server.siteUrl}/api/download/models/`))).toBe(true);
    });
  });

  it('10 scannedAt has no zone on one route: it means UTC', async () => {
    const version = await parts().civitai.modelVersions.get((await someVersion()).id);
    const times = version.files.flatMap(({ scannedAt }) => scannedAt ?? []);
    expect(times.length).toBeGreaterThan(0);
    expect(times.every((time) => time.endsWith('Z'))).toBe(true);
  });

  it('11 cursors are texts with bars, blanks and JSON, or numbers: sent back as they came', async () => {
    const newest = await parts().civitai.models.where().orderBy('Newest').page({ limit: 2 });
    expect(newest.nextCursor).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d+\|\d+$/);
    const next = await parts()
      .civitai.models.where()
      .orderBy('Newest')
      .from(newest.nextCursor ?? '')
      .page({ limit: 2 });
    expect(next.items.map(({ id }) => id)).not.toEqual(newest.items.map(({ id }) => id));
    await withMood({ behaviour: { jsonImageCursors: true } }, async (client) => {
      const page = await client.images.where({ browsingLevel: 31 }).page({ limit: 5 });
      expect(page.nextCursor).toContain('{');
      await expect(
        client.images
          .where({ browsingLevel: 31 })
          .from(page.nextCursor ?? '')
          .page({ limit: 5 }),
      ).resolves.toBeDefined();
    });
  });

  it('12 the next link of a numbered page has a page and a cursor: the cursor is followed', async () => {
    const numbered = await parts().civitai.models.where().page({ page: 1, limit: 5 });
    expect(numbered.metadata).toMatchObject({
      currentPage: 1,
      nextPage: expect.stringMatching(/page=1.*cursor=/) as string,
    });
    const second = await parts()
      .civitai.models.where()
      .from(numbered.nextCursor ?? '')
      .page({ limit: 5 });
    const firstTen = await parts().civitai.models.where().take(10).toArray();
    expect([...numbered.items, ...second.items].map(({ id }) => id)).toEqual(firstTen.map(({ id }) => id));
  });

  it('13 pages are short or empty although more follows: the walk goes on', async () => {
    const sizes: number[] = [];
    const query = parts().civitai.models.where({ query: 'winter', baseModels: ['Pony'], nsfw: true });
    for await (const { items } of query.pages({ limit: 5 })) sizes.push(items.length);
    expect(sizes.slice(0, -1).some((size) => size < 5)).toBe(true);
  });

  it('14 tags never name a next page: they end with a page that is not full', async () => {
    const page = await parts().civitai.tags.where({ query: 'a' }).page({ limit: 3 });
    expect(page.metadata).toMatchObject({ totalItems: 0, totalPages: 1 });
    expect(page.metadata.nextPage).toBeUndefined();
    expect(page.nextCursor).toBe(2);
  });

  it('15 a check of nothing is answered with a list instead of an object: nothing found', async () => {
    const { length } = parts().emulator.requests;
    expect((await parts().civitai.vault.check([])).size).toBe(0);
    expect(parts().emulator.requests.length - length).toBeLessThanOrEqual(1);
  });
});

async function allVersions(): Promise<
  readonly Awaited<ReturnType<CivitaiClient['models']['get']>>['modelVersions'][number][]
> {
  return (await parts().civitai.models.where(everything).toArray()).flatMap(({ modelVersions }) => modelVersions);
}

async function someVersion(): Promise<{ readonly id: number }> {
  const version = (await allVersions()).find(({ files }) => files.some(({ scannedAt }) => scannedAt !== null));
  if (version === undefined) throw new Error('the catalogue has no scanned file');
  return version;
}
