import { type RunningEmulator, startEmulator } from 'civitkit/emulator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call, type ListBody, type ModelView, rawCall, type VersionView, walk } from './emulator-calls.js';

let emulator: RunningEmulator;
let listed: readonly ModelView[];
beforeAll(async () => {
  emulator = await startEmulator();
  listed = (await walk(emulator, '/models?nsfw=true&archived=true', 100)).items;
});
afterAll(() => emulator.close());

const versionsOf = (items: readonly ModelView[]): readonly VersionView[] => items.flatMap((item) => item.modelVersions);
const versionWith = (test: (version: VersionView) => boolean): VersionView => {
  const found = versionsOf(listed).find(test);
  if (found === undefined) throw new Error('the catalogue has no such version');
  return found;
};

describe('a listed model', () => {
  it('has exactly the keys of the contract', () => {
    const optional = new Set(['mode', 'creator']);
    for (const item of listed) {
      expect(Object.keys(item).filter((key) => !optional.has(key))).toEqual(
        'id name description allowNoCredit allowCommercialUse allowDerivatives allowDifferentLicense type minor sfwOnly poi nsfw nsfwLevel availability userId baseModels cosmetic supportsGeneration stats tags modelVersions'.split(
          ' ',
        ),
      );
      expect(item.cosmetic).toBeNull();
    }
  });

  it('keeps null and [] in its versions, and image ids', () => {
    for (const version of versionsOf(listed)) {
      for (const key of ['index', 'description', 'trainedWords', 'vaeId', 'paidAccess', 'files', 'images']) {
        expect(version).toHaveProperty(key);
      }
      expect(version).not.toHaveProperty('status');
      for (const image of version.images)
        expect(image.url).toContain(image.url.includes('media.example') ? '.png' : `/${image.id}.`);
    }
    expect(versionsOf(listed).some((version) => version.index === null)).toBe(true);
  });

  it('shows every odd case (quirks 3 to 8)', () => {
    expect(listed.some((item) => item.mode === 'Archived')).toBe(true);
    expect(listed.some((item) => item.mode === 'TakenDown')).toBe(true);
    expect(listed.some((item) => !('mode' in item))).toBe(true);
    expect(listed.some((item) => !('creator' in item))).toBe(true);
    expect(listed.some((item) => item.creator?.username === null)).toBe(true);
    expect(listed.some((item) => item.stats?.downloadCount === null)).toBe(true);
    expect(listed.some((item) => item.modelVersions.length === 0)).toBe(true);
    expect(listed.some((item) => item.allowCommercialUse.length === 0)).toBe(true);
    const files = versionsOf(listed).flatMap((version) => version.files);
    expect(files.some((file) => Object.keys(file.hashes).length === 0)).toBe(true);
    expect(files.some((file) => file.scannedAt === null)).toBe(true);
    expect(files.some((file) => file.metadata?.fp === null)).toBe(true);
    expect(files.every((file) => file.primary === true || !('primary' in file))).toBe(true);
    expect(versionsOf(listed).some((one) => one.files.length > 0 && !one.files.some((file) => file.primary))).toBe(
      true,
    );
  });

  it('hides files and links of the archived and images of the taken down', () => {
    for (const version of versionsOf(listed.filter((item) => item.mode === 'Archived'))) {
      expect(version.files).toEqual([]);
      expect(version).not.toHaveProperty('downloadUrl');
    }
    const takenDown = versionsOf(listed.filter((item) => item.mode === 'TakenDown'));
    expect(takenDown.every((version) => version.images.length === 0)).toBe(true);
    expect(takenDown.some((version) => version.files.length > 0)).toBe(true);
  });

  it('has upper-case hashes of the right lengths, AutoV2 beginning SHA256', () => {
    const file = versionWith((version) => 'AutoV1' in (version.files[0]?.hashes ?? {})).files[0];
    const hashes = file?.hashes as { readonly SHA256: string; readonly AutoV2: string };
    const lengths = Object.fromEntries(Object.entries(hashes).map(([kind, text]) => [kind, text.length]));
    expect(lengths).toEqual({ AutoV1: 8, AutoV2: 10, AutoV3: 12, SHA256: 64, CRC32: 8, BLAKE3: 64 });
    expect(Object.values(hashes).join('')).toMatch(/^[0-9A-F]+$/);
    expect(hashes.SHA256.startsWith(hashes.AutoV2)).toBe(true);
  });

  it('has AutoV1 of files that reach as far only', () => {
    const files = versionsOf(listed).flatMap((version) => version.files);
    const withAutoV1 = files.filter(({ hashes }) => 'AutoV1' in hashes);
    expect(withAutoV1.length).toBeGreaterThan(0);
    expect(withAutoV1.every(({ sizeKB }) => sizeKB > 1024)).toBe(true);
    expect(files.some(({ hashes, sizeKB }) => sizeKB > 1024 && !('AutoV1' in hashes) && 'SHA256' in hashes)).toBe(
      false,
    );
  });

  it('links downloads by the host that was asked, and only the primary bare', async () => {
    const { text } = await rawCall(`${emulator.siteUrl}/api/v1/models?types=Checkpoint&limit=50&nsfw=true`, {
      host: 'civitai.test:99',
    });
    const { items, metadata } = JSON.parse(text) as ListBody<ModelView>;
    const files = versionsOf(items).flatMap((version) => version.files);
    for (const file of files) {
      expect(file.downloadUrl).toMatch(/^http:\/\/civitai\.test:99\/api\/download\/models\/\d+/);
      expect(file.downloadUrl.includes('?')).toBe(file.primary !== true);
    }
    expect(
      files.some((file) => file.downloadUrl.includes('?type=Model&format=GGUF&size=full&fp=fp8&quantType=Q8_0')),
    ).toBe(true);
    expect(metadata.nextPage).toMatch(/^http:\/\/civitai\.test:99\//);
  });
});

describe('GET /models/{id}', () => {
  it('removes every null and [] from versions, adds three keys, drops image ids and two others (quirk 2)', async () => {
    for (const item of listed.slice(0, 12)) {
      const { json, status } = await call<ModelView>(emulator, `/models/${item.id}`);
      expect(status).toBe(200);
      expect(Object.keys(json)).toEqual(Object.keys(item));
      for (const version of json.modelVersions) {
        const empty = Object.entries(version).filter(([, value]) => value === null || value?.length === 0);
        expect(empty).toEqual([]);
        expect(version).toMatchObject({
          status: 'Published',
          covered: expect.any(Boolean),
          createdAt: expect.any(String),
        });
        expect(version).not.toHaveProperty('supportsGeneration');
        for (const image of version.images ?? []) expect(image).not.toHaveProperty('id');
        for (const file of version.files ?? []) expect(Object.values(file.metadata)).not.toContain(null);
      }
    }
  });

  it('links to the site itself, whatever host was asked', async () => {
    const id = listed.find((item) => item.modelVersions.length > 0 && item.mode === undefined)?.id;
    const { text } = await rawCall(`${emulator.siteUrl}/api/v1/models/${id}`, { host: 'civitai.test' });
    expect(text).toContain(`"downloadUrl":"${emulator.siteUrl}/api/download/models/`);
    expect(text).not.toContain('civitai.test');
  });

  it('checks the id (E6) and answers 404 with E1', async () => {
    const bad = await call(emulator, '/models/abc');
    expect(bad.status).toBe(400);
    expect(bad.json).toEqual({ error: '✖ Invalid input: expected number, received NaN\n  → at id' });
    expect((await call(emulator, '/models/0')).json.error).toBe('✖ Too small: expected number to be >=1\n  → at id');
    expect((await call(emulator, '/models/2147483648')).json.error).toContain('<=2147483647');
    expect((await call(emulator, '/models/1.5')).json.error).toContain('expected int');
    const missing = await call(emulator, '/models/2147483647');
    expect(missing.status).toBe(404);
    expect(missing.json).toEqual({ error: 'No model with id 2147483647' });
  });

  it('does not know drafts and models about real people', async () => {
    // Positions 33 and 17 of each hundred in the catalogue.
    for (const index of [33, 17]) expect((await call(emulator, `/models/${1001 + index * 3}`)).status).toBe(404);
  });
});

describe('GET /model-versions/{id}', () => {
  it('has exactly the keys of the contract, and scannedAt without a zone (quirk 10)', async () => {
    const { id } = versionWith((one) => one.nsfwLevel > 0 && one.files[0]?.scannedAt !== null && one.files.length > 0);
    const { json } = await call<VersionView>(emulator, `/model-versions/${id}`);
    expect(Object.keys(json)).toEqual(
      'id modelId name nsfwLevel createdAt updatedAt status publishedAt trainedWords trainingStatus trainingDetails baseModel baseModelType description uploadType usageControl licensingFee paidAccess air stats model files images downloadUrl'.split(
        ' ',
      ),
    );
    expect(json.licensingFee).toBeNull();
    expect(json.air).toMatch(new RegExp(`^urn:air:[a-z0-9]+:[a-z_]+:civitai:\\d+@${id}$`));
    expect(json.files[0]?.scannedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?$/);
    expect(json.files[0]?.primary).toEqual(expect.any(Boolean));
    expect(json.files[0]).not.toHaveProperty('overrideName');
    for (const image of json.images) {
      expect(image).not.toHaveProperty('id');
      expect(image).toMatchObject({ availability: 'Public', metadata: expect.any(Object) });
      expect(image).toHaveProperty('meta');
    }
  });

  it('lets any number through to the database and says so in its own ways', async () => {
    const answers = new Map<string, readonly [number, string]>([
      ['0', [400, 'Missing modelVersionId']],
      ['x', [400, '✖ Invalid input: expected number, received NaN\n  → at id']],
      ['1.5', [500, 'Failed to fetch model version details']],
      ['99999999999', [500, 'Failed to fetch model version details']],
      ['-4', [404, 'Model not found']],
      ['7', [404, 'Model not found']],
    ]);
    for (const [id, [status, error]] of answers) {
      const answer = await call(emulator, `/model-versions/${id}`);
      expect([answer.status, answer.json.error]).toEqual([status, error]);
    }
    const unrated = versionWith((version) => version.nsfwLevel === 0);
    expect((await call(emulator, `/model-versions/${unrated.id}`)).status).toBe(404);
  });
});

describe('GET /model-versions/by-hash/{hash}', () => {
  it('takes all six kinds of hash in any case', async () => {
    const version = versionWith((one) => one.id % 9 !== 0 && 'AutoV1' in (one.files[0]?.hashes ?? {}));
    const hashes = Object.values(version.files[0]?.hashes as Record<string, string>);
    expect(hashes).toHaveLength(6);
    for (const hash of [...hashes, ...hashes.map((one) => one.toLowerCase())]) {
      const { json, status } = await call<VersionView>(emulator, `/model-versions/by-hash/${hash}`);
      expect([status, json.id]).toEqual([200, version.id]);
      expect(json.files[0]).toHaveProperty('overrideName');
      expect(json.files[0]?.scannedAt ?? 'Z').toMatch(/Z$/);
    }
  });

  it('gives the oldest of several versions with one file, and 404 for anything else', async () => {
    const owners = new Map<string, VersionView[]>();
    for (const version of versionsOf(listed)) {
      const hash = version.files[0]?.hashes?.SHA256;
      if (hash !== undefined) owners.set(hash, [...(owners.get(hash) ?? []), version]);
    }
    const [hash, shared] = [...owners].find(([, versions]) => versions.length > 1) ?? ['', []];
    const oldest = shared.toSorted((a, b) => (a.publishedAt < b.publishedAt ? -1 : 1))[0];
    expect((await call<VersionView>(emulator, `/model-versions/by-hash/${hash}`)).json.id).toBe(oldest?.id);
    for (const wrong of ['zzz', 'A'.repeat(64), 'A'.repeat(500)]) {
      const answer = await call(emulator, `/model-versions/by-hash/${wrong}`);
      expect([answer.status, answer.json.error]).toEqual([404, 'Model not found']);
    }
  });

  it('shows the real licensing fee and is cached for an hour', async () => {
    const fees = new Set<unknown>();
    for (const version of versionsOf(listed)
      .filter((one) => 'CRC32' in (one.files[0]?.hashes ?? {}))
      .slice(0, 60)) {
      const answer = await call<VersionView>(emulator, `/model-versions/by-hash/${version.files[0]?.hashes?.CRC32}`);
      fees.add(answer.json.licensingFee);
      expect(answer.headers.get('cache-control')).toBe('public, s-maxage=3600, stale-while-revalidate=1800');
    }
    expect(fees).toEqual(new Set([null, 0.5]));
  });
});
