import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { type EmulatorOptions, type RunningEmulator, startEmulator } from 'civitkit/emulator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCatalogue, type PlacedFile } from '../../src/emulator/catalogue/catalogue.js';
import { call, startForTest, type VersionView } from './emulator-calls.js';

const SMALL: EmulatorOptions = { modelCount: 100, imageCount: 0 };
const files: readonly PlacedFile[] = [
  ...createCatalogue({ seed: 1, modelCount: 100, imageCount: 0 }).fileById.values(),
].filter(
  ({ model, version, file }) =>
    model.status === 'Published' &&
    version.status === 'Published' &&
    model.mode === null &&
    !model.poi &&
    model.availability === 'Public' &&
    version.usageControl === 'Download' &&
    version.paidAccess === null &&
    !file.linkedVae &&
    file.hashes.SHA256 !== undefined,
);

let emulator: RunningEmulator;
beforeAll(async () => {
  emulator = await startEmulator(SMALL);
});
afterAll(() => emulator.close());

const redirect = async ({ version, file }: PlacedFile, on = emulator): Promise<string> => {
  const response = await fetch(`${on.siteUrl}/api/download/models/${version.id}?fileId=${file.id}`, {
    redirect: 'manual',
    headers: { authorization: `Bearer ${on.apiKey}` },
  });
  return response.headers.get('location') ?? '';
};
const only = (files[0] ?? undefined) as PlacedFile;
const bytesOf = async (response: Response): Promise<Buffer> => Buffer.from(await response.arrayBuffer());

describe('a downloaded file', () => {
  it('has the size and the hashes its description states, and is found by them', async () => {
    for (const placed of files.slice(0, 12)) {
      const bytes = await bytesOf(await fetch(await redirect(placed)));
      const { hashes, sizeKB } = placed.file;
      expect(bytes.length).toBe(sizeKB * 1024);
      const sha256 = createHash('sha256').update(bytes).digest('hex').toUpperCase();
      expect([hashes.SHA256, hashes.AutoV2]).toEqual([sha256, sha256.slice(0, 10)]);
      expect(Number.parseInt(hashes.CRC32 ?? '', 16)).toBe(crc32(bytes));
      const found = await call<VersionView>(emulator, `/model-versions/by-hash/${sha256}`);
      expect(found.json.files.map((file) => file.hashes.SHA256)).toContain(sha256);
    }
  });

  it('is damaged when told so', async () => {
    const other = await startForTest({ ...SMALL, behaviour: { damagedFiles: true } });
    const bytes = await bytesOf(await fetch(await redirect(only, other)));
    expect(bytes.length).toBe(only.file.sizeKB * 1024);
    expect(createHash('sha256').update(bytes).digest('hex').toUpperCase()).not.toBe(only.file.hashes.SHA256);
  });

  it('is a model file with a header that tells its tensors, which AutoV3 leaves out', async () => {
    const placed = files.find(({ file }) => file.metadata.format === 'SafeTensor') as PlacedFile;
    const bytes = await bytesOf(await fetch(await redirect(placed)));
    const header = 8 + Number(bytes.readBigUInt64LE());
    const tensors = JSON.parse(bytes.toString('utf8', 8, header)) as Record<
      string,
      { data_offsets?: [number, number] }
    >;
    const ends = Object.values(tensors).flatMap((tensor) => tensor.data_offsets?.[1] ?? []);
    expect(Math.max(...ends)).toBe(bytes.length - header);
    const data = createHash('sha256').update(bytes.subarray(header)).digest('hex').toUpperCase();
    expect(placed.file.hashes.AutoV3).toBe(data.slice(0, 12));
  });

  it('may be large enough for AutoV1: the draft of the account always is', async () => {
    const response = await fetch(`${emulator.siteUrl}/api/download/models/990002?token=${emulator.apiKey}`);
    const bytes = await bytesOf(response);
    expect(bytes.length).toBeGreaterThan(0x110000);
    const part = createHash('sha256').update(bytes.subarray(0x100000, 0x110000)).digest('hex').toUpperCase();
    const { json } = await call<{ readonly hashes: { readonly AutoV1: string } }>(
      emulator,
      `/model-versions/mini/990002?token=${emulator.apiKey}`,
    );
    expect(json.hashes.AutoV1).toBe(part.slice(0, 8));
  });
});

describe('a signed URL', () => {
  it('serves the whole file with its name', async () => {
    const response = await fetch(await redirect(only));
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-length': String(only.file.sizeKB * 1024),
      'accept-ranges': 'bytes',
      etag: expect.stringMatching(/^"[0-9a-f]{32}"$/),
      'last-modified': 'Thu, 15 Jan 2026 12:00:00 GMT',
      'content-disposition': `attachment; filename="${only.file.name}"`,
    });
  });

  it('serves ranges: from, up to, the last, one byte', async () => {
    const url = await redirect(only);
    const whole = await bytesOf(await fetch(url));
    const size = whole.length;
    const cases: readonly (readonly [string, number, number])[] = [
      ['bytes=0-0', 0, 1],
      ['bytes=100-', 100, size],
      ['bytes=100-199', 100, 200],
      ['bytes=-50', size - 50, size],
      [`bytes=-${size * 2}`, 0, size],
      [`bytes=${size - 1}-${size * 2}`, size - 1, size],
    ];
    for (const [range, from, to] of cases) {
      const response = await fetch(url, { headers: { range } });
      expect([response.status, response.headers.get('content-range')]).toEqual([
        206,
        `bytes ${from}-${to - 1}/${size}`,
      ]);
      expect((await bytesOf(response)).equals(whole.subarray(from, to))).toBe(true);
    }
    const beyond = await fetch(url, { headers: { range: `bytes=${size}-` } });
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, `bytes */${size}`]);
    for (const range of ['bytes=0-1,3-4', 'bytes=5-2', 'lines=0-1', 'bytes=-']) {
      expect((await fetch(url, { headers: { range } })).status).toBe(200);
    }
  });

  it('serves a range only of the file the client knows', async () => {
    const url = await redirect(only);
    const { headers } = await fetch(url);
    const status = async (condition: string): Promise<number> =>
      (await fetch(url, { headers: { range: 'bytes=5-', 'if-range': condition } })).status;
    expect(await status(headers.get('etag') ?? '')).toBe(206);
    expect(await status(headers.get('last-modified') ?? '')).toBe(206);
    expect(await status('"other"')).toBe(200);
    expect(await status('Mon, 01 Jan 2024 00:00:00 GMT')).toBe(200);
  });

  it('refuses Authorization, HEAD and anything changed (quirk 23)', async () => {
    const url = await redirect(only);
    const withToken = await fetch(url, { headers: { authorization: `Bearer ${emulator.apiKey}` } });
    expect([withToken.status, withToken.headers.get('content-type')]).toEqual([400, 'application/xml']);
    expect(await withToken.text()).toBe(
      '<?xml version="1.0" encoding="UTF-8"?><Error><Code>InvalidRequest</Code><Message>Missing x-amz-content-sha256</Message></Error>',
    );
    expect((await fetch(url, { method: 'HEAD' })).status).toBe(403);
    expect((await fetch(url.replace('filename%3D', 'filename%3Dx'))).status).toBe(403);
    expect((await fetch(url.split('?')[0] ?? '')).status).toBe(403);
  });

  it('expires: after its time, or when told', async () => {
    const brief = await startForTest({ ...SMALL, signedUrlSeconds: 0 });
    const late = await fetch(await redirect(only, brief));
    expect([late.status, await late.text()]).toEqual([403, expect.stringContaining('<Message>Request has expired')]);
    const other = await startForTest(SMALL);
    const url = await redirect(only, other);
    expect((await fetch(url)).status).toBe(200);
    other.expireSignedUrls();
    expect((await fetch(url)).status).toBe(403);
    expect((await fetch(await redirect(only, other))).status).toBe(200);
  });

  it('has faults and a place in the log like everything else', async () => {
    const other = await startForTest(SMALL);
    other.addFault({
      match: { path: '/civitai-delivery/' },
      times: 1,
      fault: { kind: 'resetMidBody', afterBytes: 100 },
    });
    const url = await redirect(only, other);
    await expect(fetch(url).then((response) => response.arrayBuffer())).rejects.toThrow('terminated');
    expect((await fetch(url)).status).toBe(200);
    expect(other.requests.map(({ origin }) => origin)).toEqual(['site', 'storage', 'storage']);
  });
});
