import { type CivitaiClient, Configuration, createCivitaiClient, type ModelSort } from '@civitkit/core/client';
import { type RunningEmulator, startEmulator } from 'civitkit/emulator';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let emulator: RunningEmulator;
let civitai: CivitaiClient;
let anonymous: CivitaiClient;

function client(section: Readonly<Record<string, unknown>> = {}): CivitaiClient {
  return createCivitaiClient(
    Configuration.from({ CivitaiApi: { BaseUrl: emulator.siteUrl, StrictJsonParsing: true, ...section } }),
  );
}

beforeAll(async () => {
  emulator = await startEmulator();
  civitai = client({ ApiKey: emulator.apiKey });
  anonymous = client();
});

afterAll(async () => {
  civitai.close();
  anonymous.close();
  await emulator.close();
});

describe('walks', () => {
  it.each<ModelSort>([
    'Highest Rated',
    'Most Downloaded',
    'Most Liked',
    'Most Discussed',
    'Most Collected',
    'Most Images',
    'Newest',
    'Oldest',
  ])('reach every model once, in the order "%s"', async (sort) => {
    const everything = civitai.models.where({ nsfw: true, archived: true }).orderBy(sort);
    const ids = (await everything.toArray()).map(({ id }) => id);
    const inSmallPages: number[] = [];
    for await (const page of everything.pages({ limit: 7 })) inSmallPages.push(...page.items.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(200);
    expect(inSmallPages).toEqual(ids);
  });

  it('reach every image once, with and without parameters', async () => {
    const plain = await civitai.images.where({ browsingLevel: 31 }).toArray();
    const withMeta = await civitai.images.where({ browsingLevel: 31, withMeta: true, withTags: true }).toArray();
    expect(new Set(plain.map(({ id }) => id)).size).toBe(plain.length);
    expect(withMeta.map(({ id }) => id)).toEqual(plain.map(({ id }) => id));
    expect(plain.every(({ meta, tags }) => meta === null && tags === undefined)).toBe(true);
    expect(withMeta.some(({ meta }) => meta !== null && 'prompt' in meta)).toBe(true);
    expect(withMeta.every(({ meta }) => meta === null || !('meta' in meta && 'id' in meta))).toBe(true);
    expect(withMeta.every(({ tags }) => Array.isArray(tags))).toBe(true);
  });

  it('reach every image of a model, where cursors are numbers', async () => {
    const model = await civitai.models.where({ nsfw: true }).orderBy('Most Images').first();
    const images = await civitai.images.where({ modelId: model?.id ?? 0, browsingLevel: 31 }).toArray();
    const pages: number[] = [];
    for await (const { items } of civitai.images
      .where({ modelId: model?.id ?? 0, browsingLevel: 31 })
      .pages({ limit: 3 })) {
      pages.push(...items.map(({ id }) => id));
    }
    expect(images.length).toBeGreaterThan(3);
    expect(pages).toEqual(images.map(({ id }) => id));
  });

  it('reach every tag and every creator, by page numbers', async () => {
    const tags = await civitai.tags.where({ query: 'a' }).toArray();
    const smallPages: string[] = [];
    for await (const { items } of civitai.tags.where({ query: 'a' }).pages({ limit: 3 }))
      smallPages.push(...items.map(({ name }) => name));
    expect(tags.length).toBeGreaterThan(0);
    expect(smallPages).toEqual(tags.map(({ name }) => name));
    const creators = await civitai.creators.where().toArray();
    const { metadata } = await civitai.creators.where().page();
    expect(creators).toHaveLength(metadata.totalItems ?? -1);
    expect(creators.some(({ username }) => username === null)).toBe(true);
  });
});

/** One to three of the values. */
function some<T>(...values: readonly T[]): fc.Arbitrary<T[]> {
  return fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 3 });
}

describe('every filter that can be written', () => {
  const types = ['Checkpoint', 'LORA', 'TextualInversion', 'VAE', 'Workflows', 'Other'];
  const modelsFilter = fc.record(
    {
      query: fc.constantFrom('portrait', 'winter harbor', 'no such thing'),
      tag: fc.constantFrom('anime', 'style', 'there is no such tag'),
      types: some(...types),
      baseModels: some('SDXL 1.0', 'Pony', 'Illustrious', 'Nothing 9'),
      ids: fc.uniqueArray(fc.integer({ min: 1000, max: 1400 }), { minLength: 1, maxLength: 20 }),
      checkpointType: fc.constantFrom('Trained', 'Merge'),
      allowCommercialUse: some('None', 'Image', 'RentCivit', 'Rent', 'Sell'),
      fileFormats: some('SafeTensor', 'GGUF', 'Core ML'),
      nsfw: fc.boolean(),
      supportsGeneration: fc.boolean(),
      fromPlatform: fc.boolean(),
      earlyAccess: fc.boolean(),
      archived: fc.boolean(),
      newCreators: fc.boolean(),
      primaryFileOnly: fc.boolean(),
      favorites: fc.boolean(),
      hidden: fc.boolean(),
      followed: fc.boolean(),
      sort: fc.constantFrom('Highest Rated', 'Newest', 'Oldest', 'Most Images'),
      period: fc.constantFrom('Day', 'Week', 'Month', 'Year', 'AllTime'),
      periodMode: fc.constantFrom('stats', 'published'),
    },
    { requiredKeys: [] },
  );

  const imagesFilter = fc.record(
    {
      modelId: fc.integer({ min: 1000, max: 1300 }),
      postId: fc.integer({ min: 1, max: 5000 }),
      nsfw: fc.oneof(fc.boolean(), fc.constantFrom('None', 'Soft', 'Mature', 'X', 'Blocked')),
      browsingLevel: fc.integer({ min: 0, max: 63 }),
      tags: fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 3 }),
      type: fc.constantFrom('image', 'video', 'audio'),
      baseModels: some('SDXL 1.0', 'Pony', 'Illustrious'),
      withMeta: fc.boolean(),
      withTags: fc.boolean(),
      sort: fc.constantFrom('Most Reactions', 'Most Comments', 'Most Collected', 'Newest', 'Oldest'),
      period: fc.constantFrom('Day', 'Week', 'Month', 'Year', 'AllTime'),
    },
    { requiredKeys: [] },
  );

  it('is accepted for models, and the answer keeps to it', async () => {
    await fc.assert(
      fc.asyncProperty(modelsFilter, fc.integer({ min: 1, max: 100 }), async (filter, limit) => {
        const { items } = await civitai.models.where(filter).page({ limit });
        const versions = items.flatMap(({ modelVersions }) => modelVersions);
        const { baseModels, checkpointType, ids, nsfw, primaryFileOnly, query, types: kinds } = filter;
        expect(items.length).toBeLessThanOrEqual(limit);
        // The server lets other types through beside a checkpoint type, and ignores ids beside a text.
        expect(items.every(({ type }) => checkpointType !== undefined || (kinds ?? [type]).includes(type))).toBe(true);
        expect(items.every(({ id }) => query !== undefined || (ids ?? [id]).includes(id))).toBe(true);
        expect(items.every(({ nsfwLevel }) => nsfw === true || (nsfwLevel & 1) === 1)).toBe(true);
        expect(versions.every(({ baseModel }) => (baseModels ?? [baseModel]).includes(baseModel))).toBe(true);
        expect(versions.every(({ files }) => primaryFileOnly !== true || files.length <= 1)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('is accepted for images, and the answer keeps to it', async () => {
    await fc.assert(
      fc.asyncProperty(imagesFilter, fc.integer({ min: 1, max: 200 }), async (filter, limit) => {
        const { items } = await civitai.images.where(filter).page({ limit });
        const rated = filter.nsfw !== undefined || filter.browsingLevel !== undefined;
        expect(items.length).toBeLessThanOrEqual(limit);
        expect(items.every(({ type }) => type === (filter.type ?? type))).toBe(true);
        expect(items.every(({ postId }) => postId === (filter.postId ?? postId))).toBe(true);
        expect(items.every(({ browsingLevel }) => rated || browsingLevel === 1)).toBe(true);
        expect(items.every(({ meta }) => filter.withMeta === true || meta === null)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});

describe('single things', () => {
  it('are the same model by list, by id, by version and by hash', async () => {
    const model = await civitai.models
      .where({ types: ['LORA'] })
      .orderBy('Most Downloaded')
      .first();
    const version = model?.modelVersions.find(({ files }) => files.some(({ hashes }) => hashes.SHA256 !== undefined));
    const hashes = version?.files.find((file) => file.hashes.SHA256 !== undefined)?.hashes;
    expect((await civitai.models.get(model?.id ?? 0)).name).toBe(model?.name);
    expect((await civitai.modelVersions.get(version?.id ?? 0)).modelId).toBe(model?.id);
    for (const hash of Object.values(hashes ?? {})) {
      expect((await civitai.modelVersions.getByHash(hash.toLowerCase())).id).toBe(version?.id);
    }
    expect(Object.keys(hashes ?? {}).length).toBeGreaterThan(3);
  });

  it('have a typed error when there are none', async () => {
    await expect(civitai.models.get(2_147_483_647)).rejects.toMatchObject({ name: 'NotFoundError' });
    await expect(civitai.modelVersions.get(2_147_483_647)).rejects.toMatchObject({ name: 'NotFoundError' });
    await expect(civitai.modelVersions.getByHash('FFFFFFFF')).rejects.toMatchObject({ name: 'NotFoundError' });
    await expect(civitai.models.where({ username: 'nobody_at_all' }).page()).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(civitai.images.where({ username: 'no body' }).page()).rejects.toMatchObject({
      name: 'ValidationError',
    });
  });

  it('tell whose key it is, and that a wrong one is none', async () => {
    await expect(civitai.me.get()).resolves.toMatchObject({ status: 'active' });
    await expect(anonymous.me.get()).rejects.toMatchObject({ code: 'missing_api_key', attempts: 0 });
    using wrong = client({ ApiKey: 'f'.repeat(32) });
    await expect(wrong.models.where().page({ limit: 1 })).resolves.toMatchObject({ items: [{}] });
    await expect(wrong.me.get()).rejects.toMatchObject({ code: 'unauthorized', status: 401 });
    await expect(wrong.models.where({ favorites: true }).page()).rejects.toMatchObject({ code: 'unauthorized' });
  });

  it('list the vocabularies', async () => {
    expect((await anonymous.enums.get()).BaseModel).toContain('SDXL 1.0');
  });
});

describe('a server in another mood', () => {
  it.each([
    ['writes permissions as database text', { commercialUseAsText: true }],
    ['nests parameters', { nestedMeta: true }],
    ['puts JSON into cursors', { jsonImageCursors: true }],
    ['hides its numbers', { hiddenMetrics: true }],
    ['leaves creators out', { modelsWithoutCreator: true }],
    ['has archived everything', { mode: 'Archived' as const }],
    ['has taken everything down', { mode: 'TakenDown' as const }],
    ['sells early access', { earlyAccess: true }],
  ])('that %s is understood all the same', async (_name, behaviour) => {
    await using moody = await startEmulator({ behaviour, modelCount: 60, imageCount: 200 });
    using strict = client({ BaseUrl: moody.siteUrl });
    const models = await strict.models.where({ nsfw: true, archived: true }).toArray();
    expect(models.length).toBeGreaterThan(20);
    expect(models.every(({ allowCommercialUse }) => Array.isArray(allowCommercialUse))).toBe(true);
    for (const { id } of models.slice(0, 10)) await expect(strict.models.get(id)).resolves.toMatchObject({ id });
    const images = await strict.images.where({ browsingLevel: 31, withMeta: true }).toArray();
    expect(new Set(images.map(({ id }) => id)).size).toBe(images.length);
    expect(images.length).toBeGreaterThan(50);
    expect(images.some(({ meta }) => meta !== null && Object.keys(meta).join() === 'id,meta')).toBe(false);
  });

  it('that is closed to the region says so', async () => {
    await using closed = await startEmulator({ behaviour: { regionBlocked: true }, modelCount: 1, imageCount: 1 });
    using blocked = client({ BaseUrl: closed.siteUrl });
    await expect(blocked.models.where().page()).rejects.toMatchObject({
      name: 'PermissionError',
      code: 'region_blocked',
      details: { serverCode: 'REGION_BLOCKED' },
    });
  });
});
