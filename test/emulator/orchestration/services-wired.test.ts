import { randomBytes } from 'node:crypto';
import type { EmulatorOptions, RunningEmulator } from 'civitkit/emulator';
import { describe, expect, it } from 'vitest';
import { startForTest } from '../emulator-calls.js';
import { ask, askJson, jsonOf } from './serve-routes.js';

interface BlobView {
  readonly id: string;
  readonly url: string;
}

const start = (options: EmulatorOptions = {}): Promise<RunningEmulator> =>
  startForTest({ modelCount: 5, imageCount: 0, ...options });

const upload = (emulator: RunningEmulator, bytes: Buffer): Promise<BlobView> =>
  jsonOf<BlobView>(
    ask(
      `${emulator.orchestrationUrl}/v2/consumer/blobs`,
      { method: 'POST', body: new Uint8Array(bytes), headers: { 'content-type': 'video/mp4' } },
      emulator.apiKey,
    ),
  );

describe('an emulator', () => {
  it('serves blobs from an origin of their own, until their URLs expire', async () => {
    const emulator = await start();
    const bytes = randomBytes(5000);
    const { id, url } = await upload(emulator, bytes);
    expect(url.startsWith(`${emulator.blobsUrl}/v2/consumer/blobs/content/`)).toBe(true);
    expect(Buffer.from(await (await fetch(url)).arrayBuffer()).equals(bytes)).toBe(true);
    emulator.expireSignedUrls();
    expect((await fetch(url)).status).toBe(403);
    const again = await ask(`${emulator.orchestrationUrl}/v2/consumer/blobs/${id}`, {}, emulator.apiKey);
    expect((await fetch(again.headers.get('location') ?? '')).status).toBe(200);
    expect(emulator.requests.filter(({ origin }) => origin === 'blobs').length).toBe(3);
  });

  it('lets a blob break off, and gives the rest of it', async () => {
    const emulator = await start();
    const bytes = randomBytes(5000);
    const { url } = await upload(emulator, bytes);
    const fault = { kind: 'resetMidBody', afterBytes: 1200 } as const;
    emulator.addFault({ match: { path: '/v2/consumer/blobs/content/' }, times: 1, fault });
    const broken = await fetch(url);
    await expect(broken.arrayBuffer()).rejects.toThrow('terminated');
    const headers = { range: 'bytes=1200-', 'if-range': broken.headers.get('etag') ?? '' };
    const rest = await fetch(url, { headers });
    expect(rest.status).toBe(206);
    expect(Buffer.from(await rest.arrayBuffer()).equals(bytes.subarray(1200))).toBe(true);
  });

  it('lets a chat break off in the middle of its stream', async () => {
    const emulator = await start();
    const url = `${emulator.orchestrationUrl}/v1/chat/completions`;
    const body = { model: 'm', messages: [{ role: 'user', content: 'hello there' }], stream: true };
    const whole = await (await askJson(url, body, 'POST', emulator.apiKey)).text();
    expect(whole.endsWith('data: [DONE]\n\n')).toBe(true);
    emulator.addFault({ match: { path: '/v1/chat/' }, times: 1, fault: { kind: 'resetMidBody', afterBytes: 30 } });
    await expect((await askJson(url, body, 'POST', emulator.apiKey)).text()).rejects.toThrow('terminated');
  });

  it('finds resources and services by names with slashes, and runs old jobs', async () => {
    const emulator = await start();
    const get = <T>(path: string): Promise<T> =>
      jsonOf<T>(ask(`${emulator.orchestrationUrl}${path}`, {}, emulator.apiKey));
    const air = 'urn:air:sdxl:vae:huggingface:emulated-lab/soft-decoder@main';
    for (const spelling of [air, encodeURIComponent(air)]) {
      expect(await get(`/v2/resources/${spelling}`)).toMatchObject({ air });
    }
    expect(await get('/v2/services/video/veo3')).toMatchObject({ id: 'video/veo3', status: 'unavailable' });
    const order = { $type: 'textToImage', model: air, params: { prompt: 'a cat', width: 64, height: 64 } };
    const url = `${emulator.orchestrationUrl}/v1/consumer/jobs?wait=true`;
    const { jobs } = await jsonOf<{ jobs: readonly { result: { blobUrl: string } }[] }>(
      askJson(url, order, 'POST', emulator.apiKey),
    );
    expect((await fetch(jobs[0]?.result.blobUrl ?? '')).headers.get('content-type')).toBe('image/png');
  });
});
