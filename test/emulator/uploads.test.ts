import { createHash, randomBytes } from 'node:crypto';
import type { EmulatorOptions, RunningEmulator } from 'civitkit/emulator';
import { describe, expect, it } from 'vitest';
import { siteFixture } from '../support/fixture.js';
import { type Answer, call, callSigned, type ErrorBody, postJson, startForTest } from './emulator-calls.js';
import { keyPaths } from './key-paths.js';

interface Ticket {
  readonly urls: readonly { readonly url: string; readonly partNumber: number }[];
  readonly bucket: string;
  readonly key: string;
  readonly uploadId: string;
  readonly chunkSize: number;
}
interface Part {
  readonly ETag: string;
  readonly PartNumber: number;
}

const PART_BYTES = 1000;
const start = (options: EmulatorOptions = {}): Promise<RunningEmulator> =>
  startForTest({ modelCount: 1, imageCount: 0, uploadPartBytes: PART_BYTES, ...options });
const signed = (emulator: RunningEmulator): Record<string, string> => ({ authorization: `Bearer ${emulator.apiKey}` });
const begin = async (emulator: RunningEmulator, size?: number): Promise<Ticket> =>
  (await postJson<Ticket>(emulator, '/image-upload/multipart', { size, filename: 'a.png' }, signed(emulator))).json;

const complete = async (
  emulator: RunningEmulator,
  ticket: Ticket,
  parts: readonly Part[],
): Promise<readonly [number, unknown, string | null]> => {
  const response = await fetch(`${emulator.siteUrl}/api/upload/complete`, {
    method: 'POST',
    headers: { ...signed(emulator), 'content-type': 'application/json' },
    body: JSON.stringify({ ...ticket, type: 'image', parts, backend: 'backblaze' }),
  });
  return [response.status, await response.json(), response.headers.get('retry-after')];
};

const put = async (url: string, body: Buffer, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(url, { method: 'PUT', body: new Uint8Array(body), headers });

const sendParts = async (ticket: Ticket, bytes: Buffer): Promise<Part[]> => {
  const parts: Part[] = [];
  for (const { url, partNumber } of ticket.urls) {
    const from = (partNumber - 1) * PART_BYTES;
    const response = await put(url, bytes.subarray(from, from + PART_BYTES));
    parts.push({ ETag: response.headers.get('etag') ?? '', PartNumber: partNumber });
  }
  return parts;
};

describe('a single upload', () => {
  it('is one signed PUT on another origin, whatever the verb that asked', async () => {
    const emulator = await start();
    const { json } = await callSigned<{ readonly id: string; readonly uploadURL: string }>(emulator, '/image-upload');
    expect(keyPaths(json)).toEqual(keyPaths(siteFixture('image-upload')));
    expect(json.uploadURL.startsWith(`${emulator.storageUrl}/civitai-media/${json.id}?X-Amz-Expires=43200&`)).toBe(
      true,
    );
    const bytes = randomBytes(5000);
    const response = await put(json.uploadURL, bytes);
    expect([response.status, response.headers.get('etag')]).toEqual([
      200,
      `"${createHash('md5').update(bytes).digest('hex')}"`,
    ]);
    const stored = await fetch(`${emulator.storageUrl}/civitai-media/${json.id}`);
    expect(Buffer.from(await stored.arrayBuffer()).equals(bytes)).toBe(true);
    expect((await call(emulator, '/image-upload', { method: 'POST', headers: signed(emulator) })).status).toBe(200);
    expect((await call(emulator, '/image-upload')).status).toBe(401);
  });

  it('refuses other verbs, other paths, a second credential and old URLs', async () => {
    const emulator = await start();
    const { json } = await callSigned<{ readonly uploadURL: string }>(emulator, '/image-upload');
    const body = Buffer.from('x');
    const withToken = await put(json.uploadURL, body, signed(emulator));
    expect([withToken.status, await withToken.text()]).toEqual([400, expect.stringContaining('x-amz-content-sha256')]);
    const codes = [
      await fetch(json.uploadURL),
      await put(json.uploadURL.replace('civitai-media/', 'civitai-media/a'), body),
      await put(json.uploadURL.split('?')[0] ?? '', body),
    ];
    expect(codes.map((response) => response.status)).toEqual([403, 403, 403]);
    expect(await codes[0]?.text()).toContain('<Code>SignatureDoesNotMatch</Code>');
    emulator.expireSignedUrls();
    const late = await put(json.uploadURL, body);
    expect([late.status, await late.text()]).toEqual([403, expect.stringContaining('Request has expired')]);
  });
});

describe('an upload in parts', () => {
  it('is put together once, and knows when it was', async () => {
    const emulator = await start();
    const bytes = randomBytes(2500);
    const ticket = await begin(emulator, bytes.length);
    expect(keyPaths(ticket)).toEqual(keyPaths(siteFixture('image-upload.multipart')));
    expect([ticket.urls.length, ticket.chunkSize]).toEqual([3, PART_BYTES]);
    const parts = await sendParts(ticket, bytes);
    const [status, location] = await complete(emulator, ticket, parts);
    expect([status, location]).toEqual([200, `${emulator.storageUrl}/civitai-media/${ticket.key}`]);
    expect(Buffer.from(await (await fetch(String(location))).arrayBuffer()).equals(bytes)).toBe(true);
    expect(await complete(emulator, ticket, parts)).toEqual([200, null, null]);
    expect((await put(ticket.urls[0]?.url ?? '', Buffer.from('late'))).status).toBe(404);
  });

  it('is refused while parts are missing, wrong or of another size (422), and when nobody knows it (409)', async () => {
    const emulator = await start();
    const bytes = randomBytes(2500);
    const ticket = await begin(emulator, bytes.length);
    const parts = await sendParts(ticket, bytes);
    const [first, second, third] = parts as [Part, Part, Part];
    const statuses: number[] = [];
    for (const wrong of [[first, second], [first, third], [first, second, { ...third, ETag: '"0"' }], []]) {
      statuses.push((await complete(emulator, ticket, wrong))[0]);
    }
    expect(statuses).toEqual([422, 422, 422, 422]);
    const short = await put(ticket.urls[1]?.url ?? '', randomBytes(10));
    const resent = { ETag: short.headers.get('etag') ?? '', PartNumber: 2 };
    expect((await complete(emulator, ticket, [first, resent, third]))[0]).toBe(422);
    expect((await complete(emulator, { ...ticket, uploadId: 'other' }, parts))[0]).toBe(409);
    await put(ticket.urls[1]?.url ?? '', bytes.subarray(1000, 2000));
    expect((await complete(emulator, ticket, parts.toReversed()))[0]).toBe(200);
  });

  it('has no parts without a size, of 25 MB unless told', async () => {
    const emulator = await start();
    expect((await begin(emulator)).urls).toEqual([]);
    const usual = await startForTest({ modelCount: 1, imageCount: 0 });
    const ticket = await begin(usual, 26_214_401);
    expect([ticket.chunkSize, ticket.urls.length]).toEqual([26_214_400, 2]);
  });

  it('may lose single parts to faults, and storage may be busy', async () => {
    const emulator = await start({ behaviour: { uploadsBusy: true } });
    const ticket = await begin(emulator, 2000);
    emulator.addFault({
      match: { method: 'PUT', path: '/civitai-media/' },
      times: 1,
      fault: { kind: 'status', status: 503 },
    });
    const lost = await put(ticket.urls[0]?.url ?? '', randomBytes(1000));
    const kept = await put(ticket.urls[0]?.url ?? '', randomBytes(1000));
    expect([lost.status, kept.status]).toEqual([503, 200]);
    expect(await complete(emulator, ticket, [])).toEqual([503, expect.anything(), '2']);
  });

  it('is not for muted or unknown users', async () => {
    const muted = await start({ behaviour: { muted: true } });
    const answer: Answer<ErrorBody> = await postJson(muted, '/image-upload/multipart', { size: 1 }, signed(muted));
    expect(answer.status).toBe(403);
    expect((await callSigned(muted, '/image-upload')).status).toBe(200);
    expect((await callSigned(muted, '/me')).json).toMatchObject({ status: 'muted' });
    expect((await postJson(muted, '/image-upload/multipart', { size: 1 })).status).toBe(401);
    expect((await callSigned(muted, '/image-upload/multipart')).status).toBe(405);
  });
});
