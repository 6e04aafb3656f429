import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, openAsBlob } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningEmulator, startEmulator } from 'civitkit/emulator';
import { describe, expect, it } from 'vitest';
import { clientOf, emulated } from './emulated.js';

const partBytes = 65_536;
const parts = emulated({ modelCount: 1, imageCount: 1, uploadPartBytes: partBytes });

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** What the storage has under a location. */
async function storedAt(location: string | null): Promise<Uint8Array> {
  const response = await fetch(location ?? '');
  expect(response.status).toBe(200);
  return new Uint8Array(await response.arrayBuffer());
}

function putsTo(emulator: RunningEmulator): number {
  return emulator.requests.filter(({ method }) => method === 'PUT').length;
}

describe('an upload', () => {
  it('arrives as it is, and without the key', async () => {
    const { civitai, emulator } = parts();
    const bytes = randomBytes(10_000);
    const { id } = await civitai.imageUploads.upload(bytes, { mimeType: 'image/png' });
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    const put = emulator.requests.findLast(({ method }) => method === 'PUT');
    expect(put?.headers).not.toHaveProperty('authorization');
  });

  it('in parts arrives as it is, from bytes, a file and a stream of it', async () => {
    const { civitai } = parts();
    const folder = await mkdtemp(join(tmpdir(), 'civitkit-upload-'));
    try {
      const path = join(folder, 'video.mp4');
      const bytes = randomBytes(5 * partBytes + 123);
      await writeFile(path, bytes);
      const stream = createReadStream(path, { highWaterMark: 10_000 }) as AsyncIterable<Buffer>;
      const sources = [bytes, await openAsBlob(path), { sizeBytes: bytes.length, chunks: stream }];
      for (const source of sources) {
        const upload = await civitai.imageUploads.startMultipart({ sizeBytes: bytes.length, filename: 'video.mp4' });
        const { location } = await upload.send(source, { concurrency: 2 });
        expect(sha256(await storedAt(location))).toBe(sha256(bytes));
      }
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('in parts goes on in another process with what is missing, and may be completed twice', async () => {
    const { civitai, emulator } = parts();
    const bytes = randomBytes(4 * partBytes);
    const upload = await civitai.imageUploads.startMultipart({ sizeBytes: bytes.length });
    const controller = new AbortController();
    const interrupted = upload.send(bytes, {
      concurrency: 1,
      signal: controller.signal,
      onProgress: ({ sentParts }) => {
        if (sentParts === 2) controller.abort('power cut');
      },
    });
    await expect(interrupted).rejects.toBe('power cut');
    const written = upload.serialize();
    const before = putsTo(emulator);
    using other = clientOf(emulator);
    const resumed = other.imageUploads.resumeMultipart(written);
    expect(resumed.missingParts).toEqual([3, 4]);
    const { location } = await resumed.send(bytes);
    expect(putsTo(emulator) - before).toBe(2);
    expect(sha256(await storedAt(location))).toBe(sha256(bytes));
    await expect(resumed.send(bytes)).resolves.toEqual({ id: upload.id, location: null });
  });

  it('in parts is a conflict when nobody knows of it', async () => {
    const { civitai } = parts();
    const bytes = randomBytes(100);
    const upload = await civitai.imageUploads.startMultipart({ sizeBytes: 100 });
    const state = JSON.parse(upload.serialize()) as Record<string, unknown>;
    await upload.send(bytes);
    const stranger = civitai.imageUploads.resumeMultipart(
      JSON.stringify({ ...state, uploadId: 'gone', sent: [{ partNumber: 1, etag: '"x"' }] }),
    );
    await expect(stranger.send(bytes)).rejects.toMatchObject({ code: 'conflict', status: 409 });
    const forged = civitai.imageUploads.resumeMultipart(JSON.stringify({ ...state, sent: [] }));
    await expect(forged.send(bytes)).rejects.toMatchObject({ name: 'NotFoundError' });
  });

  it('in parts is sent again when a part is not what the storage has', async () => {
    const { civitai } = parts();
    const bytes = randomBytes(partBytes + 1);
    const upload = await civitai.imageUploads.startMultipart({ sizeBytes: bytes.length });
    const state = JSON.parse(upload.serialize()) as Record<string, unknown>;
    const forged = civitai.imageUploads.resumeMultipart(
      JSON.stringify({ ...state, sent: [{ partNumber: 1, etag: '"other"' }] }),
    );
    await expect(forged.send(bytes)).rejects.toMatchObject({ name: 'ValidationError', status: 422 });
    expect(forged.missingParts).toEqual([1, 2]);
    const { location } = await forged.send(bytes);
    expect(sha256(await storedAt(location))).toBe(sha256(bytes));
  });

  it('fails with a word about it when its URLs have expired', async () => {
    const { civitai, emulator } = parts();
    const upload = await civitai.imageUploads.startMultipart({ sizeBytes: 5 });
    emulator.expireSignedUrls();
    await expect(upload.send(randomBytes(5))).rejects.toMatchObject({
      name: 'PermissionError',
      status: 403,
      message: expect.stringContaining('Start a new upload') as string,
    });
  });

  it('needs an account that may', async () => {
    const { anonymous } = parts();
    await expect(anonymous.imageUploads.upload(randomBytes(5))).rejects.toMatchObject({ code: 'missing_api_key' });
    await using strict = await startEmulator({ behaviour: { muted: true }, modelCount: 1, imageCount: 1 });
    using muted = clientOf(strict);
    const refused: unknown = await muted.imageUploads
      .startMultipart({ sizeBytes: 5 })
      .catch((thrown: unknown) => thrown);
    expect([401, 403]).toContain((refused as { status: number }).status);
  });
});
