import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { ServedBlobStore } from '../../../src/emulator/orchestration/blobs/blob-store.js';
import { type BlobStoreOptions, createBlobStore } from '../../../src/emulator/orchestration/blobs/create-blob-store.js';
import { plainPng } from '../../../src/emulator/orchestration/blobs/plain-png.js';
import { ask, jsonOf, listen, serveHost, serveRoutes } from './serve-routes.js';

interface BlobView {
  readonly id: string;
  readonly type: string;
  readonly available: boolean;
  readonly url?: string;
  readonly urlExpiresAt?: string;
  readonly width?: number;
  readonly height?: number;
  readonly nsfwLevel?: string;
  readonly blockedReason?: string;
}

interface Problem {
  readonly status: number;
  readonly detail: string;
  readonly errors?: Readonly<Record<string, readonly string[]>>;
}

interface Served {
  readonly store: ServedBlobStore;
  readonly blobsUrl: string;
  readonly contentUrl: string;
  /** Milliseconds, from the start of the test on. */
  clock: number;
}

const MINUTE_MS = 60_000;
const PNG = plainPng(40, 30, [1, 2, 3]);

async function start(options: Partial<BlobStoreOptions> = {}): Promise<Served> {
  const [api, content] = [await listen(), await listen()];
  const served = { clock: Date.UTC(2026, 10, 1) };
  const now = (): number => served.clock;
  const store = createBlobStore({ apiUrl: api.origin, contentUrl: content.origin, now, ...options });
  serveRoutes(api, store.routes);
  serveHost(content, store.host);
  return Object.assign(served, { store, blobsUrl: `${api.origin}/v2/consumer/blobs`, contentUrl: content.origin });
}

const upload = (url: string, bytes: Buffer | string, type = 'image/png'): Promise<Response> =>
  ask(url, {
    method: 'POST',
    body: typeof bytes === 'string' ? bytes : new Uint8Array(bytes),
    headers: { 'content-type': type },
  });

const uploaded = (served: Served, bytes: Buffer | string = PNG, type?: string): Promise<BlobView> =>
  jsonOf<BlobView>(upload(served.blobsUrl, bytes, type));

const bytesOf = async (response: Response): Promise<Buffer> => Buffer.from(await response.arrayBuffer());

describe('an upload', () => {
  it('is a blob at once, with its size and a signed URL on another origin that wants no token', async () => {
    const served = await start();
    const response = await upload(served.blobsUrl, PNG);
    const blob = await jsonOf<BlobView>(response);
    expect([response.status, blob]).toMatchObject([
      201,
      { type: 'image', available: true, width: 40, height: 30, nsfwLevel: 'pg' },
    ]);
    expect(blob.id).toMatch(/^[0-9A-Z]{26}\.png$/);
    expect(blob.urlExpiresAt).toBe(new Date(served.clock + 15 * MINUTE_MS).toISOString());
    const url = new URL(blob.url ?? '');
    expect([url.origin, url.searchParams.get('exp'), url.searchParams.has('sig')]).toEqual([
      served.contentUrl,
      blob.urlExpiresAt,
      true,
    ]);
    const content = await fetch(url);
    expect([content.status, content.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect((await bytesOf(content)).equals(PNG)).toBe(true);
  });

  it.each([
    ['image/gif', 'GIF89a', 415],
    ['application/json', '{}', 415],
    ['image/png', '', 400],
    ['image/png', 'a picture with [emulator:block] in it', 422],
    ['video/mp4', Buffer.alloc(1001), 413],
  ])('of %s may be refused', async (type, bytes, status) => {
    const served = await start({ maxUploadBytes: 1000 });
    const response = await upload(served.blobsUrl, bytes, type);
    expect([response.status, response.headers.get('content-type')]).toEqual([status, 'application/problem+json']);
    expect(await jsonOf<Problem>(response)).toMatchObject({ status, detail: expect.any(String) });
  });

  it('beyond what a server keeps is 413', async () => {
    const { blobsUrl } = await start();
    expect((await upload(blobsUrl, Buffer.alloc(64 * 1024 * 1024 + 1), 'video/webm')).status).toBe(413);
  });

  it('wants a token or a signed URL, which also ends', async () => {
    const served = await start();
    const { blobsUrl } = served;
    const { uploadUrl, expiresAt } = await jsonOf<{ uploadUrl: string; expiresAt: string }>(ask(`${blobsUrl}/upload`));
    expect(Date.parse(expiresAt) - served.clock).toBe(15 * MINUTE_MS);
    const bare = { method: 'POST', body: new Uint8Array(PNG), headers: { 'content-type': 'image/png' } };
    const forged = uploadUrl.replace('sig=', 'sig=x');
    const statuses = [uploadUrl, blobsUrl, forged].map(async (url) => (await fetch(url, bare)).status);
    expect(await Promise.all(statuses)).toEqual([201, 401, 401]);
    served.clock += 15 * MINUTE_MS;
    expect((await fetch(uploadUrl, bare)).status).toBe(401);
  });

  it('may be rated or withheld by what is in it', async () => {
    const served = await start();
    expect(await uploaded(served, '[emulator:mature]', 'image/jpeg')).toMatchObject({
      nsfwLevel: 'x',
      available: true,
    });
    const withheld = await uploaded(served, '[emulator:withhold=NsfwLevel]', 'image/jpeg');
    expect(withheld).toMatchObject({ available: false, blockedReason: 'NsfwLevel' });
    expect(withheld).not.toHaveProperty('url');
  });

  it('is public only for the privileged, and then has a URL without an end', async () => {
    expect((await upload(`${(await start()).blobsUrl}?public=true`, PNG)).status).toBe(403);
    const served = await start({ isPrivileged: true });
    const blob = await jsonOf<BlobView>(upload(`${served.blobsUrl}?public=true`, PNG));
    expect([blob.urlExpiresAt, new URL(blob.url ?? '').search]).toEqual([undefined, '']);
    served.store.expireUrls();
    expect((await fetch(blob.url ?? '')).status).toBe(200);
  });
});

describe('a blob', () => {
  it('redirects to its content, names its level, and says so without a body to HEAD', async () => {
    const served = await start();
    const { id } = await uploaded(served, '[emulator:mature=R]', 'image/webp');
    const found = await ask(`${served.blobsUrl}/${id}`);
    expect([found.status, found.headers.get('x-nsfw-level')]).toEqual([308, 'r']);
    expect((await fetch(found.headers.get('location') ?? '')).status).toBe(200);
    const head = await ask(`${served.blobsUrl}/${id}?nsfwLevel=X`, { method: 'HEAD' });
    expect([head.status, head.headers.get('x-nsfw-level')]).toEqual([204, 'r']);
    expect(head.headers.get('location')).toContain(`${served.contentUrl}/v2/consumer/blobs/content/`);
  });

  it('is refused above the wanted level, under an unknown one, and where there is none', async () => {
    const served = await start();
    const { id } = await uploaded(served, '[emulator:mature=R]', 'image/webp');
    const statuses = [`${id}?nsfwLevel=pg13`, `${id}?nsfwLevel=mild`, 'NOTHING.png'].map(
      async (path) => (await ask(`${served.blobsUrl}/${path}`)).status,
    );
    expect(await Promise.all(statuses)).toEqual([403, 400, 404]);
    expect((await ask(`${served.blobsUrl}/${id}`, {}, 'nobody')).status).toBe(401);
  });

  it('takes a file name, also one no plain header can hold', async () => {
    const served = await start();
    const { id } = await uploaded(served);
    const dispositionOf = async (query: string): Promise<string | null> => {
      const { headers } = await ask(`${served.blobsUrl}/${id}?${query}`);
      return (await fetch(headers.get('location') ?? '')).headers.get('content-disposition');
    };
    expect(await dispositionOf('')).toBeNull();
    expect(await dispositionOf('download=true')).toBe('attachment');
    expect(await dispositionOf('filename=a.png')).toBe('inline; filename="a.png"');
    expect(await dispositionOf(`download=True&filename=${encodeURIComponent('é".png')}`)).toBe(
      `attachment; filename="__.png"; filename*=UTF-8''%C3%A9%22.png`,
    );
  });

  it('shows a placeholder of its size where it is withheld', async () => {
    const served = await start();
    const id = served.store.put({
      type: 'image',
      bytes: PNG,
      contentType: 'image/png',
      extension: 'png',
      blockedReason: 'enableNsfw',
      members: { width: 64, height: 48 },
    });
    const { headers } = await ask(`${served.blobsUrl}/${id}`);
    expect(headers.get('location')).toContain('/blobs/blocked/');
    const placeholder = await bytesOf(await fetch(headers.get('location') ?? ''));
    expect([placeholder.readUInt32BE(16), placeholder.readUInt32BE(20)]).toEqual([64, 48]);
  });

  it('hides mature content on request only', async () => {
    const { store } = await start();
    const put = (nsfwLevel: string): string =>
      store.put({ type: 'video', bytes: PNG, contentType: 'video/mp4', extension: 'mp4', nsfwLevel });
    const shown = ['pg', 'pg13', 'r', 'xxx', 'na'].map((level) => store.view(put(level), { hideMatureContent: true }));
    expect(shown.map(({ available, blockedReason }) => [available, blockedReason])).toEqual([
      [true, undefined],
      [true, undefined],
      [false, 'MatureContent'],
      [false, 'MatureContent'],
      [true, undefined],
    ]);
    expect(shown[3]).not.toHaveProperty('url');
    expect(store.view(put('xxx'), { hideMatureContent: false })).toMatchObject({ available: true, nsfwLevel: 'xxx' });
  });

  it('can have its id before its content', async () => {
    const served = await start();
    const id = served.store.reserve('png');
    expect([served.store.has(id), (await ask(`${served.blobsUrl}/${id}`)).status]).toEqual([false, 404]);
    expect(() => served.store.view(id, { hideMatureContent: false })).toThrow(id);
    served.store.put({ type: 'image', bytes: PNG, contentType: 'image/png', extension: 'png' }, id);
    expect([served.store.has(id), served.store.read(id)?.bytes.equals(PNG)]).toEqual([true, true]);
  });

  it('lives for thirty days from its last refresh', async () => {
    const served = await start();
    const { id } = await uploaded(served);
    const refresh = (): Promise<Response> => ask(`${served.blobsUrl}/${id}/refresh`, { method: 'POST' });
    const days = 24 * 60 * MINUTE_MS;
    served.clock += 29 * days;
    const refreshed = await refresh();
    const { url = '' } = await jsonOf<BlobView>(refreshed);
    expect([refreshed.status, (await fetch(url)).status]).toEqual([200, 200]);
    served.clock += 29 * days;
    expect((await ask(`${served.blobsUrl}/${id}`)).status).toBe(308);
    served.clock += days;
    expect([(await ask(`${served.blobsUrl}/${id}`)).status, (await refresh()).status]).toEqual([404, 404]);
  });
});

describe('content', () => {
  it('ends with its URL, is refused under a false one, and is the same at the origin of the API', async () => {
    const served = await start();
    const blob = await uploaded(served);
    const url = blob.url ?? '';
    const statusOf = async (other: string): Promise<number> => (await fetch(other)).status;
    expect(await statusOf(url.replace(served.contentUrl, new URL(served.blobsUrl).origin))).toBe(200);
    expect(await statusOf(url.replace('exp=2026', 'exp=2036'))).toBe(403);
    expect(await statusOf(url.split('?')[0] ?? '')).toBe(401);
    expect(await statusOf(url.replace('/content/', '/archive/'))).toBe(400);
    expect(await statusOf(url.replace('/content/', '/content/x'))).toBe(400);
    expect(await statusOf(`${served.contentUrl}/v2/consumer/blobs`)).toBe(404);
    expect((await fetch(url, { method: 'POST' })).status).toBe(405);
    served.clock += 15 * MINUTE_MS;
    expect(await statusOf(url)).toBe(403);
    const fresh = await jsonOf<BlobView>(ask(`${served.blobsUrl}/${blob.id}/refresh`, { method: 'POST' }));
    expect(await statusOf(fresh.url ?? '')).toBe(200);
    served.store.expireUrls();
    expect(await statusOf(fresh.url ?? '')).toBe(403);
  });

  it('comes in ranges while it is the same, and not at all to those who have it', async () => {
    const served = await start();
    const bytes = randomBytes(1000);
    const { url = '' } = await uploaded(served, bytes, 'video/mp4');
    const get = (headers: Record<string, string>, method = 'GET'): Promise<Response> => fetch(url, { method, headers });
    const etag = (await get({}, 'HEAD')).headers.get('etag') ?? '';
    const part = await get({ range: 'bytes=100-199', 'if-range': etag });
    expect([part.status, part.headers.get('content-range')]).toEqual([206, 'bytes 100-199/1000']);
    expect((await bytesOf(part)).equals(bytes.subarray(100, 200))).toBe(true);
    expect((await get({ range: 'bytes=990-' })).headers.get('content-range')).toBe('bytes 990-999/1000');
    expect((await get({ range: 'bytes=100-199', 'if-range': '"other"' })).status).toBe(200);
    const beyond = await get({ range: 'bytes=1000-' });
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, 'bytes */1000']);
    expect((await get({ 'if-none-match': etag })).status).toBe(304);
  });
});
