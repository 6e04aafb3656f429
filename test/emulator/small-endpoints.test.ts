import { type RunningEmulator, startEmulator } from 'civitkit/emulator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { siteFixture } from '../support/fixture.js';
import { type Answer, call, callSigned, type ErrorBody, type ModelView, startForTest, walk } from './emulator-calls.js';
import { keyPaths } from './key-paths.js';

let emulator: RunningEmulator;
let models: readonly ModelView[];
beforeAll(async () => {
  emulator = await startEmulator();
  models = (await walk(emulator, '/models?nsfw=true&archived=true', 100)).items;
});
afterAll(() => emulator.close());

interface FileOfModel {
  readonly id: number;
  readonly metadata: { readonly format?: string | null };
}
interface TensorView {
  readonly format: string;
  readonly tensorCount: number;
  readonly totalTensorBytes: number;
  readonly vramEstimate: object | null;
  readonly tensors?: readonly { readonly sizeBytes: number }[];
}

const firstFile = (test: (model: ModelView, file: FileOfModel) => boolean): FileOfModel => {
  for (const model of models) {
    for (const version of model.modelVersions) {
      const file = (version.files as unknown as readonly FileOfModel[]).find((one) => test(model, one));
      if (file !== undefined && version.paidAccess === null) return file;
    }
  }
  throw new Error('the catalogue has no such file');
};

describe('GET /model-files/{id}/tensor-metadata', () => {
  const get = (path: string): Promise<Answer<TensorView & ErrorBody>> => call(emulator, `/model-files/${path}`);
  const checkpoint = (): FileOfModel =>
    firstFile(({ type }, { metadata }) => type === 'Checkpoint' && metadata.format === 'SafeTensor');

  it('has the keys of the sample, for ever', async () => {
    const { json, headers } = await get(`${checkpoint().id}/tensor-metadata?v=2`);
    expect(keyPaths(json)).toEqual(keyPaths(siteFixture('model-files.tensor-metadata')));
    expect(json.tensors).toHaveLength(json.tensorCount);
    expect(json.tensors?.reduce((sum, tensor) => sum + tensor.sizeBytes, 0)).toBe(json.totalTensorBytes);
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, s-maxage=31536000, immutable');
  });

  it('leaves the tensors out for the text `true` alone', async () => {
    const { id } = checkpoint();
    const { json } = await get(`${id}/tensor-metadata?summaryOnly=true`);
    expect(keyPaths(json)).toEqual(keyPaths(siteFixture('model-files.tensor-metadata.summary')));
    expect((await get(`${id}/tensor-metadata?summaryOnly=1`)).json).toHaveProperty('tensors');
  });

  it('estimates memory for checkpoints alone, and reads GGUF too', async () => {
    const lora = firstFile(({ type }, { metadata }) => type === 'LORA' && metadata.format === 'SafeTensor');
    expect((await get(`${lora.id}/tensor-metadata`)).json.vramEstimate).toBeNull();
    const gguf = firstFile((_model, { metadata }) => metadata.format === 'GGUF');
    expect((await get(`${gguf.id}/tensor-metadata`)).json.format).toBe('GGUF');
  });

  it('refuses, and lets nobody keep that', async () => {
    const zip = firstFile((_model, { metadata }) => metadata.format === 'Other');
    const unsupported = await get(`${zip.id}/tensor-metadata`);
    expect([unsupported.status, unsupported.json.error]).toEqual([400, 'File format is not supported']);
    expect(unsupported.headers.get('cache-control')).toBe('private, no-store');
    expect((await get('0/tensor-metadata')).json.error).toMatch(/^✖ /);
    expect((await get('7/tensor-metadata')).status).toBe(404);
    expect((await call(emulator, '/model-files/7/tensor-metadata', { method: 'POST' })).status).toBe(405);
    const { id } = checkpoint();
    const statuses: number[] = [];
    for (const behaviour of [{ unreadableTensors: true }, { mode: 'Archived' }, { earlyAccess: true }] as const) {
      const other = await startForTest({ behaviour });
      statuses.push((await call(other, `/model-files/${id}/tensor-metadata`)).status);
    }
    expect(statuses).toEqual([422, 410, 403]);
  });

  it('shows the owner drafts', async () => {
    expect((await get('9900020/tensor-metadata')).status).toBe(404);
    expect((await callSigned(emulator, '/model-files/9900020/tensor-metadata')).status).toBe(200);
  });
});

describe('GET /content/{...slug}', () => {
  it('gives markdown with its hash', async () => {
    const { json } = await call<{ readonly content: string; readonly hash: string }>(emulator, '/content/tos');
    expect(json).toEqual({ ...(siteFixture('content.get') as object), hash: json.hash });
    expect(json.hash).toMatch(/^[0-9a-f]{64}$/);
    expect((await call(emulator, '/content/rules/minors')).status).toBe(200);
    expect((await call(emulator, '/content/privacy')).json).not.toHaveProperty('lastmod');
  });

  it('fails with 500 in every way', async () => {
    const bad = await call<{ readonly error: { readonly name: string } }>(emulator, '/content/rules/minors.md');
    expect([bad.status, bad.json.error.name]).toEqual([500, 'ZodError']);
    const unknown = await call(emulator, '/content/nothing');
    expect([unknown.status, unknown.text]).toEqual([500, '{}']);
    const none = await call(emulator, '/content');
    expect([none.status, none.json]).toEqual([500, { error: 'Internal server error' }]);
  });
});

describe('partners', () => {
  const change = (method: string, body: unknown, token?: string): Promise<Answer<ErrorBody>> =>
    call(emulator, `/partners/supported-models${token === undefined ? '' : `?token=${token}`}`, {
      method,
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', authorization: `Bearer ${emulator.partnerToken}` },
    });
  const run = async (id: number): Promise<string | null> =>
    (await fetch(`${emulator.siteUrl}/api/run/${id}?partnerId=1`, { redirect: 'manual' })).headers.get('location');

  it('replace, add and remove what they support', async () => {
    const token = emulator.partnerToken;
    const one = { modelVersionId: 20_001, runUrl: 'https://partner.example/1' };
    const two = { modelVersionId: '20002', runUrl: 'https://partner.example/2' };
    expect((await change('POST', [one, two], token)).json).toEqual(siteFixture('partners.supported-models'));
    expect(await run(20_002)).toBe('https://partner.example/2');
    expect((await change('DELETE', [two], token)).json).toEqual({ success: true, entryCount: 1 });
    expect(await run(20_002)).toBeNull();
    await change('PUT', [{ ...one, runUrl: 'https://partner.example/new' }], token);
    expect(await run(20_001)).toBe('https://partner.example/new');
    await change('POST', [two], token);
    expect(await run(20_001)).toBeNull();
    expect((await fetch(`${emulator.siteUrl}/api/run/0?partnerId=1`)).status).toBe(420);
  });

  it('need their own token, in the query', async () => {
    const without = await change('POST', []);
    expect([without.status, without.json]).toEqual([401, { error: 'Unauthorized' }]);
    const wrong = await change('POST', [], emulator.apiKey);
    expect([wrong.status, wrong.json]).toEqual([401, { error: 'Unauthorized', message: 'Bad token' }]);
    expect((await call(emulator, '/partners/supported-models')).status).toBe(405);
  });

  it('send bodies of up to 10 MB, and 420 is a wrong one', async () => {
    const token = emulator.partnerToken;
    for (const body of [{}, [{}], [{ modelVersionId: 'x' }], [{ modelVersionId: 1, runUrl: 'no' }]]) {
      expect((await change('POST', body, token)).status).toBe(420);
    }
    const long = Array.from({ length: 60_000 }, (_, index) => ({
      modelVersionId: index,
      runUrl: 'https://a.example/run',
    }));
    expect((await change('POST', long, token)).status).toBe(200);
    expect((await call(emulator, '/partners/generate-token?partnerId=1')).status).toBe(401);
  });
});
