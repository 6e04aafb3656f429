import { afterEach, describe, expect, it } from 'vitest';
import { siteFixture } from '../../../../test/support/fixture.js';
import { json, type LoopbackServer, startLoopback } from '../../../../test/support/loopback-server.js';
import { CivitaiClient } from '../../src/civitai-client.js';
import { parseCommercialUse } from '../../src/resources/models/commercial-use.js';
import { testPipeline } from '../support.js';

let server: LoopbackServer;
let civitai: CivitaiClient;

async function answer(body: unknown, settings: { strictJsonParsing?: boolean } = {}): Promise<CivitaiClient> {
  server = await startLoopback(json(body));
  civitai = new CivitaiClient(testPipeline(server.origin, settings));
  return civitai;
}

afterEach(async () => {
  civitai.close();
  await server.close();
});

type Loose = Record<string, unknown> & { modelVersions: Loose[]; files: Loose[]; images: Loose[]; items: Loose[] };

/** The members of an object, apart from some, in alphabetical order. */
function keys(value: object | undefined, without: readonly string[]): readonly string[] {
  return Object.keys(value ?? {})
    .filter((key) => !without.includes(key))
    .toSorted();
}

describe('models', () => {
  it('look the same from a list and from get', async () => {
    const listed = (await (await answer(siteFixture('models.list'))).models.where().page()).items[0];
    civitai.close();
    await server.close();
    const got = await (await answer(siteFixture('models.get'))).models.get(800001);
    expect(keys(got, [])).toEqual(keys(listed, []));
    const differing = ['createdAt', 'status', 'covered', 'supportsGeneration'];
    expect(keys(got.modelVersions[0], differing)).toEqual(keys(listed?.modelVersions[0], differing));
    expect(keys(got.modelVersions[0]?.files[0], [])).toEqual(keys(listed?.modelVersions[0]?.files[0], []));
    expect(keys(got.modelVersions[0]?.images[0], [])).toEqual(keys(listed?.modelVersions[0]?.images[0], []));
    expect(got.modelVersions[0]?.images[0]?.id).toBe(500001);
  });

  it('have null or a list where the server leaves something out', async () => {
    const bare = {
      id: 1,
      name: 'n',
      modelVersions: [{ id: 2, files: [{ id: 3 }], images: [{ url: 'https://cdn/x/abc.jpeg' }] }, { id: 4 }],
    };
    const model = await (await answer(bare)).models.get(1);
    expect(model).toMatchObject({
      description: null,
      mode: null,
      creator: null,
      tags: [],
      baseModels: [],
      allowCommercialUse: [],
    });
    expect(model.modelVersions[0]).toMatchObject({
      index: null,
      publishedAt: null,
      description: null,
      vaeId: null,
      earlyAccessDeadline: null,
      paidAccess: null,
      trainedWords: [],
      files: [{ id: 3, hashes: {}, metadata: {}, primary: false, overrideName: null, scannedAt: null }],
      images: [{ id: null }],
    });
    expect(model.modelVersions[1]).toMatchObject({ files: [], images: [] });
  });

  it.each([
    [
      ['Image', 'Rent'],
      ['Image', 'Rent'],
    ],
    ['{Image,RentCivit}', ['Image', 'RentCivit']],
    ['{"Image", Rent}', ['Image', 'Rent']],
    ['{}', []],
    ['', []],
    ['Sell', ['Sell']],
    [null, []],
    [undefined, []],
    [7, []],
  ])('read allowCommercialUse %j as %j', (value, expected) => {
    expect(parseCommercialUse(value)).toEqual(expected);
  });

  it('survive members of kinds nobody expects', async () => {
    const odd = { id: 1, modelVersions: 'none', creator: 5, tags: null, stats: null };
    await expect((await answer(odd)).models.get(1)).resolves.toMatchObject({ creator: 5, tags: [], stats: null });
    civitai.close();
    await server.close();
    const worse = { id: 1, modelVersions: [null, { files: [7], images: {} }] };
    await expect((await answer(worse)).models.get(1)).resolves.toMatchObject({ modelVersions: [null, { files: [7] }] });
  });

  it('keep fields and values that appeared after this version', async () => {
    const model = siteFixture('models.get') as Loose;
    Object.assign(model, { brandNew: { deep: [1] }, type: 'HoloLens' });
    const got = await (await answer(model)).models.get(1);
    expect(got).toMatchObject({ brandNew: { deep: [1] }, type: 'HoloLens' });
  });

  it.each([0, -1, 1.5, 2_147_483_648, Number.NaN, Number.POSITIVE_INFINITY])(
    'refuse the id %d without a request',
    async (id) => {
      const outcome = await (await answer({})).models.get(id).asResult();
      expect(outcome).toMatchObject({
        ok: false,
        error: { name: 'ValidationError', code: 'invalid_argument', attempts: 0 },
      });
      expect(server.exchanges).toHaveLength(0);
    },
  );

  it('throw at once for an id that is no number', async () => {
    const { models } = await answer({});
    expect(() => models.get('5' as unknown as number)).toThrow(TypeError);
  });
});

describe('model versions', () => {
  it('have times in UTC and null for what is left out', async () => {
    const version = await (await answer(siteFixture('model-versions.get'))).modelVersions.get(1001);
    expect(version.files[0]?.scannedAt).toBe('2025-12-18T09:05:41.12Z');
    expect(version.model.mode).toBeNull();
    expect(version.images[0]).toMatchObject({ id: 500001, meta: { seed: 1938345220 } });
    expect(server.exchanges[0]?.url).toBe('/api/v1/model-versions/1001');
  });

  it('are found by hash, trimmed and encoded', async () => {
    const version = await (await answer(siteFixture('model-versions.by-hash.get'))).modelVersions.getByHash(' ab/cd\n');
    expect(version.files[0]?.scannedAt).toBe('2025-12-18T09:05:41.120Z');
    expect(server.exchanges[0]?.url).toBe('/api/v1/model-versions/by-hash/ab%2Fcd');
    expect(() => civitai.modelVersions.getByHash('  ')).toThrow(RangeError);
    expect(() => civitai.modelVersions.getByHash(5 as unknown as string)).toThrow(TypeError);
  });
});

describe('images', () => {
  it('ask for flat parameters together with parameters', async () => {
    const { images } = await answer(siteFixture('images.list'));
    await images
      .where({ withMeta: true, nsfw: 'Soft', tags: [5, 7] })
      .orderBy('Newest')
      .page({ limit: 2 });
    await images.where({ withMeta: false, nsfw: true }).page();
    expect(server.exchanges.map(({ url }) => url.split('?')[1])).toEqual([
      'limit=2&nsfw=Soft&tags=5&tags=7&withMeta=true&sort=Newest&flatMeta=true',
      'limit=100&nsfw=true&withMeta=false',
    ]);
  });

  it.each([
    [null, null],
    [undefined, null],
    [{ seed: '5' }, { seed: '5' }],
    [{ id: 9, meta: { seed: 5 } }, { seed: 5 }],
    [{ id: 9, meta: null }, null],
    [
      { id: 9, meta: 1, more: 2 },
      { id: 9, meta: 1, more: 2 },
    ],
    [{ meta: 1 }, { meta: 1 }],
  ])('have meta %j as %j', async (meta, expected) => {
    const page = await (await answer({ items: [{ id: 1, meta }] })).images.where().page();
    expect(page.items[0]?.meta).toEqual(expected);
  });

  it('have null or a list where the server leaves something out', async () => {
    const page = await (await answer({ items: [{ id: 1 }], metadata: { nextCursor: 17 } })).images.where().page();
    expect(page.items[0]).toEqual({
      id: 1,
      hash: null,
      width: null,
      height: null,
      postId: null,
      meta: null,
      username: null,
      baseModel: null,
      modelVersionIds: [],
    });
    expect(page.nextCursor).toBe(17);
  });
});

describe('me and enums', () => {
  it.each(['me.api-key', 'me.api-key-no-userread-free', 'me.oauth'])('understand %s', async (fixture) => {
    await expect((await answer(siteFixture(fixture), { strictJsonParsing: true })).me.get()).resolves.toMatchObject({
      username: 'you',
    });
  });

  it('give the vocabularies under their own names', async () => {
    const enums = await (await answer(siteFixture('enums'), { strictJsonParsing: true })).enums.get();
    expect(enums.ModelType).toContain('LORA');
    expect(enums.ActiveBaseModel).toContain('SDXL 1.0');
  });
});

describe('strict parsing', () => {
  it.each([
    ['models.list', (client: CivitaiClient) => client.models.where().page()],
    ['models.list.page-mode', (client: CivitaiClient) => client.models.where().page()],
    ['models.list.query-mode', (client: CivitaiClient) => client.models.where().page()],
    ['models.get', (client: CivitaiClient) => client.models.get(1)],
    ['model-versions.get', (client: CivitaiClient) => client.modelVersions.get(1)],
    ['model-versions.by-hash.get', (client: CivitaiClient) => client.modelVersions.getByHash('a')],
    ['images.list', (client: CivitaiClient) => client.images.where().page()],
    ['images.list.withTags', (client: CivitaiClient) => client.images.where().page()],
    ['creators.list', (client: CivitaiClient) => client.creators.where().page()],
    ['creators.list.query-mode', (client: CivitaiClient) => client.creators.where().page()],
    ['tags.list', (client: CivitaiClient) => client.tags.where().page()],
  ])('knows every field of %s', async (fixture, call) => {
    const client = await answer(siteFixture(fixture), { strictJsonParsing: true });
    await expect(call(client).then(() => 'known')).resolves.toBe('known');
  });

  it('names the fields it does not know, and only then', async () => {
    const list = siteFixture('models.list') as Loose;
    Object.assign(list.items[0]?.modelVersions[0] ?? {}, { brandNew: 1 });
    Object.assign(list, { banner: 'x' });
    await expect((await answer(list, { strictJsonParsing: true })).models.where().page()).rejects.toMatchObject({
      code: 'unmapped_fields',
      details: { fields: ['items.0.modelVersions.0.brandNew', 'banner'] },
    });
    civitai.close();
    await server.close();
    await expect((await answer(list)).models.where().page()).resolves.toMatchObject({ items: [{ id: 800001 }, {}] });
  });
});
