import type { RunningEmulator, SiteBehaviour } from 'civitkit/emulator';
import { describe, expect, it } from 'vitest';
import { callSigned, type ListBody, startForTest } from './emulator-calls.js';

const start = (behaviour: SiteBehaviour = {}): Promise<RunningEmulator> =>
  startForTest({ modelCount: 20, imageCount: 0, behaviour });

const get = (emulator: RunningEmulator, path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${emulator.siteUrl}/api/download/${path}`, { redirect: 'manual', headers });
const own = (emulator: RunningEmulator, path: string, headers: Record<string, string> = {}): Promise<Response> =>
  get(emulator, path, { authorization: `Bearer ${emulator.apiKey}`, ...headers });
const JSON_TYPE = { 'content-type': 'application/json' };

describe('other downloads', () => {
  it('training data is the model route with a type', async () => {
    const response = await get(await start(), 'training-data/20001');
    expect([response.status, response.headers.get('location')]).toEqual([
      308,
      '/api/download/models/20001?type=Training%20Data',
    ]);
  });

  it('attachments go by the content type of the request, not by the agent', async () => {
    const emulator = await start();
    const missing = await get(emulator, 'attachments/1');
    expect([missing.status, await missing.text()]).toEqual([404, 'File not found']);
    expect(await (await get(emulator, 'attachments/1', JSON_TYPE)).json()).toEqual({ error: 'File not found' });
    const page = await get(emulator, 'attachments/701');
    expect([page.status, page.headers.get('location')]).toEqual([307, expect.stringMatching(/^\/login\?returnUrl=/)]);
    expect((await get(emulator, 'attachments/701', JSON_TYPE)).status).toBe(401);
    const found = await own(emulator, 'attachments/701');
    const file = await fetch(found.headers.get('location') ?? '');
    expect([file.status, file.headers.get('content-disposition')]).toEqual([
      200,
      'attachment; filename="workflow.zip"',
    ]);
  });

  it('the vault gives models, images and details', async () => {
    const emulator = await start();
    const { items } = (await callSigned<ListBody<{ modelVersions: { id: number }[] }>>(emulator, '/models?nsfw=true'))
      .json;
    const id = items.flatMap((item) => item.modelVersions)[0]?.id;
    await fetch(`${emulator.siteUrl}/api/v1/vault/toggle-version?modelVersionId=${id}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${emulator.apiKey}` },
    });
    const endings = { model: '"', images: '-images.zip"', details: '-details.pdf"' };
    for (const [type, ending] of Object.entries(endings)) {
      const response = await own(emulator, `vault/9876?type=${type}`);
      expect(response.status).toBe(307);
      const file = await fetch(response.headers.get('location') ?? '');
      expect([file.status, file.headers.get('content-disposition')?.endsWith(ending)]).toEqual([200, true]);
    }
    expect((await own(emulator, 'vault/9876')).status).toBe(400);
    expect((await own(emulator, 'vault/1?type=model')).status).toBe(404);
    expect((await own(emulator, 'vault/9876?type=model&fileId=1')).status).toBe(404);
    expect((await get(emulator, 'vault/9876?type=model')).status).toBe(401);
  });

  it('the vault refuses with 503, which is no overload (quirk 21)', async () => {
    const refused = await own(await start({ vaultDownloads: 'refused' }), 'vault/1?type=model');
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, null]);
    expect((await own(await start({ vaultDownloads: 'readOnly' }), 'vault/1?type=model')).status).toBe(403);
  });

  it('training results are streamed to their owner', async () => {
    const emulator = await start();
    const response = await own(emulator, 'training/990012?epochNumber=3');
    expect([response.status, response.headers.get('content-disposition')]).toEqual([
      200,
      'attachment; filename="my_training_epoch_3.safetensors"',
    ]);
    const stranger = { authorization: `Bearer ${emulator.addKey({ userId: 4001 })}` };
    expect((await get(emulator, 'training/990012?epochNumber=3', stranger)).status).toBe(403);
    expect((await own(emulator, 'training/990012?epochNumber=x')).status).toBe(400);
    expect((await own(emulator, 'training/20001?epochNumber=1')).status).toBe(404);
  });

  it('everything else is a key nobody knows', async () => {
    const emulator = await start();
    const page = await get(emulator, 'images/5');
    expect([page.status, page.headers.get('location')]).toEqual([307, '/login?returnUrl=/api/download/images/5']);
    expect((await get(emulator, 'images/5', JSON_TYPE)).status).toBe(401);
    const missing = await own(emulator, 'images/5');
    expect([missing.status, await missing.json()]).toEqual([404, { error: 'Not found' }]);
    expect((await own(emulator, 'a//b')).status).toBe(400);
    const busy = await own(await start({ searchOverloaded: true }), 'images/5');
    expect([busy.status, busy.headers.get('retry-after')]).toEqual([503, '2']);
  });
});
