import type { RunningEmulator } from 'civitkit/emulator';
import { describe, expect, it } from 'vitest';
import { post, startForTest, TEXT_TO_IMAGE } from './modelslab-calls.js';

async function makeFile(emulator: RunningEmulator): Promise<string> {
  return (await post(emulator, '/v6/images/text2img', TEXT_TO_IMAGE)).json.output[0] ?? '';
}

describe('the files of ModelsLab', () => {
  it('lie at an origin of their own, and come in ranges', async () => {
    const emulator = await startForTest({ workMs: 0 });
    const url = await makeFile(emulator);
    expect(url.startsWith(`${emulator.modelslabAssetsUrl}/`)).toBe(true);
    expect(emulator.modelslabUrl.startsWith(emulator.modelslabAssetsUrl)).toBe(false);
    const part = await fetch(url, { headers: { range: 'bytes=1-3' } });
    expect([part.status, await part.text()]).toEqual([206, 'PNG']);
  });

  it('tell whether a credential came along, wherever it was', async () => {
    const emulator = await startForTest({ workMs: 0 });
    const url = await makeFile(emulator);
    const { modelslabAgentToken, modelslabKey: key } = emulator;
    await fetch(url);
    await fetch(url, { headers: { key } });
    await fetch(url, { headers: { authorization: `Bearer ${modelslabAgentToken}` } });
    await fetch(`${url}?key=${key}`);
    await fetch(url, { method: 'POST', body: JSON.stringify({ key }) });
    const { assetRequests } = emulator.modelslab;
    expect(assetRequests.map(({ keySent }) => keySent)).toEqual([false, true, true, true, true]);
    expect(assetRequests.map(({ status }) => status)).toEqual([200, 200, 200, 200, 405]);
    expect(emulator.requests.filter(({ origin }) => origin === 'modelslab-assets')).toHaveLength(5);
  });

  it.each([403, 404, 410] as const)('expire with %i and XML', async (expiredStatus) => {
    const emulator = await startForTest({ workMs: 0, expiredStatus });
    const old = await makeFile(emulator);
    emulator.modelslab.expireLinks();
    const gone = await fetch(old);
    expect([gone.status, gone.headers.get('content-type')]).toEqual([expiredStatus, 'application/xml']);
    expect((await fetch(await makeFile(emulator))).status).toBe(200);
  });
});
