import { type CivitaiClient, Configuration, cdnUrl, createCivitaiClient, readGeneration } from '@civitkit/core/client';
import { type EmulatorOptions, type RunningEmulator, startEmulator } from 'civitkit/emulator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let emulator: RunningEmulator;
let civitai: CivitaiClient;

beforeAll(async () => {
  emulator = await startEmulator();
  civitai = connect(emulator);
});

afterAll(async () => {
  civitai.close();
  await emulator.close();
});

function connect(to: RunningEmulator, section: Readonly<Record<string, unknown>> = {}): CivitaiClient {
  return createCivitaiClient(
    Configuration.from({
      CivitaiApi: { BaseUrl: to.siteUrl, ApiKey: to.apiKey, Retry: { MaxRetries: 0 }, ...section },
    }),
  );
}

/** Runs with an emulator that behaves in a certain way. */
async function withMood(
  options: EmulatorOptions,
  work: (client: CivitaiClient, server: RunningEmulator) => Promise<void>,
): Promise<void> {
  await using server = await startEmulator({ modelCount: 60, imageCount: 200, ...options });
  using client = connect(server);
  await work(client, server);
}

const everything = { nsfw: true, archived: true } as const;

describe('quirks of the site API, and what the client makes of them', () => {
  it('1 allowCommercialUse comes as a list or as database text: always a list', async () => {
    const asList = await civitai.models.where(everything).take(60).toArray();
    expect(asList.every(({ allowCommercialUse }) => Array.isArray(allowCommercialUse))).toBe(true);
    await withMood({ behaviour: { commercialUseAsText: true } }, async (client) => {
      const models = await client.models.where(everything).toArray();
      expect(models.every(({ allowCommercialUse }) => Array.isArray(allowCommercialUse))).toBe(true);
      expect(models.some(({ allowCommercialUse }) => allowCommercialUse.includes('Image'))).toBe(true);
    });
  });

  it('2 a list says null where get says nothing: both say null', async () => {
    const listed = await civitai.models.where(everything).take(30).toArray();
    for (const { id } of listed.slice(0, 10)) {
      const model = await civitai.models.get(id);
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
    const modes = new Set((await civitai.models.where(everything).toArray()).map(({ mode }) => mode));
    expect(modes).toContain(null);
    expect(modes).not.toContain(undefined);
    expect(modes.size).toBeGreaterThan(1);
  });

  it('4 a creator may be missing, or have no name', async () => {
    const models = await civitai.models.where(everything).toArray();
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
    const models = await civitai.models.where(everything).toArray();
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
    const version = await civitai.modelVersions.get((await someVersion()).id);
    const times = version.files.flatMap(({ scannedAt }) => scannedAt ?? []);
    expect(times.length).toBeGreaterThan(0);
    expect(times.every((time) => time.endsWith('Z'))).toBe(true);
  });

  it('11 cursors are texts with bars, blanks and JSON, or numbers: sent back as they came', async () => {
    const newest = await civitai.models.where().orderBy('Newest').page({ limit: 2 });
    expect(newest.nextCursor).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d+\|\d+$/);
    const next = await civitai.models
      .where()
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
    const numbered = await civitai.models.where().page({ page: 1, limit: 5 });
    expect(numbered.metadata).toMatchObject({
      currentPage: 1,
      nextPage: expect.stringMatching(/page=1.*cursor=/) as string,
    });
    const second = await civitai.models
      .where()
      .from(numbered.nextCursor ?? '')
      .page({ limit: 5 });
    const firstTen = await civitai.models.where().take(10).toArray();
    expect([...numbered.items, ...second.items].map(({ id }) => id)).toEqual(firstTen.map(({ id }) => id));
  });

  it('13 pages are short or empty although more follows: the walk goes on', async () => {
    const sizes: number[] = [];
    const query = civitai.models.where({ query: 'winter', baseModels: ['Pony'], nsfw: true });
    for await (const { items } of query.pages({ limit: 5 })) sizes.push(items.length);
    expect(sizes.slice(0, -1).some((size) => size < 5)).toBe(true);
  });

  it('14 tags never name a next page: they end with a page that is not full', async () => {
    const page = await civitai.tags.where({ query: 'a' }).page({ limit: 3 });
    expect(page.metadata).toMatchObject({ totalItems: 0, totalPages: 1 });
    expect(page.metadata.nextPage).toBeUndefined();
    expect(page.nextCursor).toBe(2);
  });

  it('15 a check of nothing is answered with a list instead of an object: never asked', async () => {
    const { length } = emulator.requests;
    expect((await civitai.vault.check([])).size).toBe(0);
    expect(emulator.requests.length - length).toBeLessThanOrEqual(1);
  });

  it('16 parameters are null, flat, nested, and of odd types', async () => {
    for (const behaviour of [{}, { nestedMeta: true }]) {
      await withMood({ behaviour }, async (client) => {
        const images = await client.images.where({ browsingLevel: 31, withMeta: true }).toArray();
        const generations = images.map(({ meta }) => readGeneration(meta));
        expect(images.some(({ meta }) => meta === null)).toBe(true);
        expect(images.every(({ meta }) => meta === null || !('meta' in meta && 'id' in meta))).toBe(true);
        expect(generations.some((generation) => typeof generation?.seed === 'number')).toBe(true);
        expect(generations.some((generation) => typeof generation?.prompt === 'string')).toBe(true);
      });
    }
  });

  it('17 the extension tells image from video, and no more', async () => {
    const images = await civitai.images.where({ browsingLevel: 31 }).toArray();
    const extensions = new Map(images.map(({ type, url }) => [type, url.split('.').at(-1)]));
    expect(Object.fromEntries(extensions)).toMatchObject({ image: 'jpeg', video: 'mp4' });
  });

  it('18 some images are named by a storage key: cdnUrl makes an address of it', async () => {
    const articles = await civitai.articles.where({ nsfw: true }).take(40).toArray();
    const image = await civitai.images.where().first();
    const key =
      articles.find(({ coverImage }) => coverImage !== null && coverImage !== undefined)?.coverImage?.url ?? '';
    expect(key).not.toMatch(/^https?:/);
    expect(cdnUrl(key, { likeUrl: image?.url ?? '' })).toMatch(
      /^https:\/\/image\.civitai\.com\/[^/]+\/[^/]+\/width=450\//,
    );
  });

  it('19 links have raw blanks: encoded', async () => {
    const links = (await civitai.tags.where({ query: 'b' }).toArray()).map(({ link }) => link);
    expect(links.some((link) => link.includes('%20'))).toBe(true);
    expect(links.every((link) => !link.includes(' '))).toBe(true);
  });

  it('20 errors have many shapes, and web pages come with any status: always a typed error with the text', async () => {
    const failures = [
      civitai.models.where({ period: 'Decade' }).page(),
      civitai.models.get(2_147_483_647),
      civitai.models.where({ username: 'nobody_at_all' }).page(),
      civitai.images.where({ username: 'nobody_at_all' }).page(),
      civitai.creators.where({ extra: { limit: 'many' } }).page(),
      civitai.articles.get(2_147_483_647),
    ];
    const texts = [/period/, /No model with id/, /User not found/, /User not found/i, /number/, /No article with id/];
    for (const [index, failure] of failures.entries()) await expect(failure).rejects.toThrow(texts[index]);
    emulator.addFault({ fault: { kind: 'html' }, times: 1 });
    await expect(civitai.models.get(1)).rejects.toMatchObject({ code: 'unexpected_content_type' });
  });

  it('21 statuses lie: a 500 for wrong parameters is not repeated, and the page cap is never met', async () => {
    using patient = connect(emulator, { Retry: { MaxRetries: 2, InitialDelaySeconds: 0 } });
    await expect(patient.vault.where({ extra: { dateAddedFrom: '2026-01-01' } }).page()).rejects.toMatchObject({
      status: 500,
      attempts: 1,
    });
    expect(() => civitai.models.where().page({ page: 11, limit: 100 })).toThrow(RangeError);
    const capped = await fetch(`${emulator.siteUrl}/api/v1/models?page=11&limit=100`);
    expect(capped.status).toBe(429);
  });

  it('22 an agent that looks like a browser is treated as one: ours does not', async () => {
    await civitai.enums.get();
    expect(emulator.requests.at(-1)?.headers['user-agent']).toMatch(/^civitkit-core\//);
    expect(emulator.requests.at(-1)?.headers['user-agent']).not.toMatch(/mozilla|chrome|safari|firefox|opera|edge/i);
  });

  it('23 redirects lead to hosts that refuse the key: it never goes there', async () => {
    emulator.addFault({ fault: { kind: 'redirect', location: `${emulator.storageUrl}/anything` }, times: 1 });
    await expect(civitai.models.get(1)).rejects.toMatchObject({ code: 'unexpected_redirect' });
    const elsewhere = emulator.requests.filter(({ path }) => path.startsWith('/anything'));
    expect(elsewhere).toHaveLength(0);
  });

  it('24 favorites=false is a 401 and supportsGeneration=false means true: neither is sent', async () => {
    using anonymous = createCivitaiClient(Configuration.from({ CivitaiApi: { BaseUrl: emulator.siteUrl } }));
    await expect(anonymous.models.where({ favorites: false, hidden: false }).page()).resolves.toBeDefined();
    const refused = await fetch(`${emulator.siteUrl}/api/v1/models?favorites=false`);
    expect(refused.status).toBe(401);
    const both = await civitai.models.where({ supportsGeneration: false, nsfw: true }).toArray();
    expect(new Set(both.map(({ supportsGeneration }) => supportsGeneration)).size).toBe(2);
  });

  it('25 some lists are refused with a single value: it is sent twice', async () => {
    const refused = await fetch(`${emulator.siteUrl}/api/v1/models?fileFormats=GGUF`);
    expect(refused.status).toBe(400);
    await expect(civitai.models.where({ fileFormats: ['GGUF'] }).page()).resolves.toBeDefined();
    await expect(civitai.vault.where({ types: ['LORA'] }).page()).resolves.toBeDefined();
  });

  it('26 parameters it does not know are ignored: a wrong name is refused here', async () => {
    const ignored = await fetch(`${emulator.siteUrl}/api/v1/images?tagName=anime`);
    expect(ignored.status).toBe(200);
    expect(() => civitai.images.where({ tagName: 'anime' } as object)).toThrow(/there is no filter "tagName"/);
  });

  it('27 a wrong key is treated as none: me tells', async () => {
    using wrong = connect(emulator, { ApiKey: 'f'.repeat(32) });
    await expect(wrong.models.where().page({ limit: 1 })).resolves.toBeDefined();
    await expect(wrong.me.get()).rejects.toMatchObject({ code: 'unauthorized' });
  });

  it('28 answers for everybody may be minutes old: the header says so, and a key goes past it', async () => {
    using anonymous = createCivitaiClient(Configuration.from({ CivitaiApi: { BaseUrl: emulator.siteUrl } }));
    const open = await anonymous.models.where().page({ limit: 1 }).withResponse();
    expect(open.response.headers['cache-control']).toContain('s-maxage=300');
    const own = await civitai.models.where().page({ limit: 1 }).withResponse();
    expect(own.response.headers['cache-control'] ?? '').not.toContain('s-maxage');
  });

  it('30 vocabularies grow: unknown members pass, and enums lists those of today', async () => {
    const { BaseModel } = await civitai.enums.get();
    expect(BaseModel.length).toBeGreaterThan(50);
    await expect(civitai.models.where({ baseModels: ['Model of next year'] }).page()).resolves.toMatchObject({
      items: [],
    });
  });
});

async function allVersions(): Promise<
  readonly Awaited<ReturnType<CivitaiClient['models']['get']>>['modelVersions'][number][]
> {
  return (await civitai.models.where(everything).toArray()).flatMap(({ modelVersions }) => modelVersions);
}

async function someVersion(): Promise<{ readonly id: number }> {
  const version = (await allVersions()).find(({ files }) => files.some(({ scannedAt }) => scannedAt !== null));
  if (version === undefined) throw new Error('the catalogue has no scanned file');
  return version;
}
