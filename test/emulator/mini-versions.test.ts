import { type RunningEmulator, startEmulator } from 'civitkit/emulator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { siteFixture } from '../support/fixture.js';
import { type Answer, call, callSigned, type ErrorBody, type ModelView, postJson, walk } from './emulator-calls.js';

interface MiniView extends ErrorBody {
  readonly air: string;
  readonly size: number;
  readonly hashes: { readonly SHA256?: string };
  readonly downloadUrls: readonly string[];
  readonly checkPermission: boolean;
  readonly earlyAccessEndsAt?: string | null;
  readonly fees: readonly { readonly role: string; readonly amount: number }[];
  readonly publishedAt: string | null;
}

interface OwnModel extends ModelView {
  readonly userId: number;
}

let emulator: RunningEmulator;
let models: readonly ModelView[];
beforeAll(async () => {
  emulator = await startEmulator();
  models = (await walk(emulator, '/models?nsfw=true', 100)).items;
});
afterAll(() => emulator.close());

const mini = (path: string): Promise<Answer<MiniView>> => call(emulator, `/model-versions/mini/${path}`);

describe('GET /model-versions/mini/{id}', () => {
  it('has the keys of the sample, and more where there is something to check', async () => {
    const versions = models.flatMap((model) => model.modelVersions);
    const free = versions.find(
      (version) => version.paidAccess === null && 'SHA256' in (version.files[0]?.hashes ?? {}),
    );
    const { json } = await mini(String(free?.id));
    expect(Object.keys(json).toSorted()).toEqual(
      Object.keys(siteFixture('model-versions.mini.get') as object).toSorted(),
    );
    expect(json).toMatchObject({ checkPermission: false, hashes: free?.files[0]?.hashes });
    expect(json.downloadUrls).toEqual([`${emulator.siteUrl}/api/download/models/${free?.id}`]);

    const paid = versions.find((version) => version.paidAccess?.endsAt);
    const gated = await mini(String(paid?.id));
    expect(gated.json).toMatchObject({
      checkPermission: true,
      earlyAccessEndsAt: paid?.paidAccess?.endsAt,
      freeTrialLimit: 3,
    });
  });

  it('describes the file that is asked for, and adds it to the AIR', async () => {
    const version = models.flatMap((model) => model.modelVersions).find((one) => one.files.length > 1);
    const file = version?.files[1] as unknown as {
      readonly id: number;
      readonly hashes: unknown;
      readonly sizeKB: number;
    };
    const { json } = await mini(`${version?.id}?modelFileId=${file.id}`);
    expect(json.air).toMatch(new RegExp(`@${version?.id}\\+${file.id}$`));
    expect(json).toMatchObject({ size: file.sizeKB, hashes: file.hashes });
    expect(json.downloadUrls).toEqual([`${emulator.siteUrl}/api/download/models/${version?.id}?fileId=${file.id}`]);
    const missing = await mini(`${version?.id}?modelFileId=5`);
    expect([missing.status, missing.json.error]).toEqual([404, `Model file 5 not found in version ${version?.id}`]);
  });

  it('cannot be told an epoch, and refuses wrong ids as readable text (E6)', async () => {
    const epoch = await mini('20001?epoch=2');
    expect([epoch.status, epoch.json.error]).toEqual([
      400,
      '✖ Invalid input: expected number, received string\n  → at epoch',
    ]);
    for (const id of ['0', '1.5', 'x', '2147483648']) expect((await mini(id)).status).toBe(400);
    expect((await mini('20001?modelFileId=0')).json.error).toBe(
      '✖ Too small: expected number to be >0\n  → at modelFileId',
    );
    expect((await mini('7')).json.error).toBe('Model not found');
  });

  it('shows the owner what is not published', async () => {
    const hidden = await mini('990002');
    expect([hidden.status, hidden.json.error]).toEqual([404, 'Model not found']);
    const own = await callSigned<MiniView>(emulator, '/model-versions/mini/990002');
    expect(own.json).toMatchObject({ publishedAt: null, checkPermission: true, earlyAccessEndsAt: null });
    const training = await callSigned<MiniView>(emulator, '/model-versions/mini/990012');
    expect([training.status, training.json.error]).toEqual([404, 'Missing epoch']);
  });
});

describe('POST /model-versions/early-access', () => {
  const set = (body: unknown, key = emulator.apiKey): Promise<Answer<ErrorBody & { readonly details?: unknown }>> =>
    postJson(emulator, '/model-versions/early-access', body, { authorization: `Bearer ${key}` });

  it('is for the owner', async () => {
    const own = (
      await callSigned<{ readonly items: readonly OwnModel[] }>(
        emulator,
        '/models?username=you&availability=Private&nsfw=true',
      )
    ).json.items[0];
    const id = own?.modelVersions[0]?.id ?? 990_002;
    const done = await set({
      id,
      paidAccess: { timeframeDays: 7, terms: { download: { price: 100 }, generation: { free: true } } },
    });
    expect([done.status, done.json]).toEqual([200, { success: true, modelVersionId: id, modelId: expect.any(Number) }]);
    expect((await set({ id, paidAccess: null })).status).toBe(200);
    expect((await set({ id, paidAccess: { permanent: true, terms: {} } })).status).toBe(403);
    const other = models.find((model) => model.creator?.username !== 'you')?.modelVersions[0]?.id;
    expect((await set({ id: other })).status).toBe(403);
    expect((await set({ id }, emulator.addKey({ userId: 4001 }))).status).toBe(403);
    expect((await set({ id: 7 })).status).toBe(404);
    expect((await postJson(emulator, '/model-versions/early-access', { id })).status).toBe(401);
    expect((await call(emulator, '/model-versions/early-access')).status).toBe(405);
  });

  it('has a neighbour that empties caches', async () => {
    const bust = (body: unknown): Promise<Answer<ErrorBody>> =>
      postJson(emulator, '/model-versions/bust-cache', body, { authorization: `Bearer ${emulator.apiKey}` });
    expect((await bust({ versionIds: [20_001, 20_002] })).json).toEqual({ busted: 2 });
    const many = Array.from({ length: 501 }, (_, index) => index);
    for (const versionIds of [undefined, ['1'], [1.5], many]) {
      const refused = await bust({ versionIds });
      expect([refused.status, refused.json.error]).toEqual([400, 'Invalid request body']);
    }
    expect((await postJson(emulator, '/users/12345', {})).status).toBe(401);
  });

  it('refuses bodies by field (E11)', async () => {
    const bad = await set({
      paidAccess: { terms: { download: { price: 99 }, generation: { price: 10, trialLimit: 1001 } } },
    });
    expect([bad.status, bad.json]).toEqual([
      400,
      {
        error: 'Invalid request body',
        details: {
          formErrors: [],
          fieldErrors: {
            id: ['Invalid input: expected number, received undefined'],
            paidAccess: [
              'Too small: expected number to be >=100',
              'Too small: expected number to be >=50',
              'Too big: expected number to be <=1000',
            ],
          },
        },
      },
    ]);
    expect((await set('x')).json.details).toEqual({
      formErrors: ['Invalid input: expected object, received string'],
      fieldErrors: {},
    });
    expect((await set({ id: 990_002, paidAccess: { terms: { generation: { trialLimit: 1.5 } } } })).status).toBe(400);
    expect((await set({ id: 990_002, donationGoal: {}, rightsAffirmed: 'yes' })).json.details).toEqual({
      formErrors: [],
      fieldErrors: {
        donationGoal: ['Invalid input: expected number, received undefined'],
        rightsAffirmed: ['Invalid input: expected boolean, received string'],
      },
    });
  });
});
