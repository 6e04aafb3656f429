import { inspect } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import {
  json,
  type LoopbackServer,
  type Responder,
  reset,
  startLoopback,
  text,
} from '../../../../test/support/loopback-server.js';
import { TestClock } from '../../../../test/support/test-clock.js';
import type { UploadSource } from '../../src/resources/image-uploads/upload-source.js';
import { canary } from '../support.js';
import { serving } from './support.js';

const serve = serving();
const bytes = new TextEncoder().encode('a picture');
const stored = text('', 'application/xml', 200, { etag: '"e1"' });

let storage: LoopbackServer | undefined;

afterEach(async () => {
  await storage?.close();
});

/** Starts the storage, and a site that hands out places in it. */
async function site(storageScript: Responder | readonly Responder[]): Promise<Responder> {
  storage = await startLoopback(storageScript);
  return json({ id: 'key-1', uploadURL: `${storage.origin}/key-1?X-Amz-Signature=s3cret` });
}

async function* pieces(...texts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const piece of texts) yield await Promise.resolve(new TextEncoder().encode(piece));
}

describe('an upload in one piece', () => {
  it.each<[string, UploadSource, string]>([
    ['bytes', bytes, 'application/octet-stream'],
    ['a buffer', Buffer.from(bytes), 'application/octet-stream'],
    ['a blob', new Blob([bytes], { type: 'image/png' }), 'image/png'],
    ['a blob of no type', new Blob([bytes]), 'application/octet-stream'],
    ['a stream', { sizeBytes: 9, chunks: pieces('a pic', 't', '', 'ure') }, 'application/octet-stream'],
    ['a list of chunks', { sizeBytes: 9, chunks: [bytes] }, 'application/octet-stream'],
  ])('sends %s to the place it was given, without the key', async (_name, source, type) => {
    const { civitai, server } = await serve(await site(stored));
    await expect(civitai.imageUploads.upload(source)).resolves.toEqual({ id: 'key-1' });
    expect(server.exchanges[0]).toMatchObject({
      method: 'POST',
      url: '/api/v1/image-upload',
      headers: { authorization: `Bearer ${canary}` },
    });
    expect(storage?.exchanges).toHaveLength(1);
    expect(storage?.exchanges[0]).toMatchObject({
      method: 'PUT',
      url: '/key-1?X-Amz-Signature=s3cret',
      body: 'a picture',
      headers: { 'content-type': type, 'content-length': '9' },
    });
    expect(storage?.exchanges[0]?.headers).not.toHaveProperty('authorization');
  });

  it('says what kind of picture it is, when it is told', async () => {
    const { civitai } = await serve(await site(stored));
    await civitai.imageUploads.upload(new Blob([bytes], { type: 'image/png' }), { mimeType: 'image/webp' });
    expect(storage?.exchanges[0]?.headers['content-type']).toBe('image/webp');
  });

  it('is repeated at the same place when the storage fails', async () => {
    const script = await site([reset, text('<Error/>', 'application/xml', 503), text('', 'text/plain')]);
    const { civitai, server } = await serve(script, { clock: new TestClock(10_000) });
    await expect(civitai.imageUploads.upload(bytes)).resolves.toEqual({ id: 'key-1' });
    expect(storage?.exchanges.map(({ body }) => body)).toEqual(['a picture', 'a picture', 'a picture']);
    expect(server.exchanges).toHaveLength(1);
  });

  it('fails without the signed URL in what it says', async () => {
    const { civitai } = await serve(
      await site(text('<Error><Code>AccessDenied</Code></Error>', 'application/xml', 403)),
    );
    const error: unknown = await civitai.imageUploads.upload(bytes).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'PermissionError', status: 403 });
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain('s3cret');
  });

  it.each([
    ['shorter', pieces('a pic')],
    ['longer', pieces('a picture', ' and more')],
    ['longer in one chunk', pieces('a picture and more')],
  ])('is refused when the stream is %s than it says', async (_name, chunks) => {
    const { civitai } = await serve(await site(stored));
    await expect(civitai.imageUploads.upload({ sizeBytes: 9, chunks })).rejects.toMatchObject({
      name: 'ValidationError',
      issues: [{ path: 'sizeBytes' }],
    });
    expect(storage?.exchanges).toHaveLength(0);
  });

  it('is refused without a request when there is nothing, or no source', async () => {
    const { civitai, server } = await serve(json({}));
    const { imageUploads } = civitai;
    await expect(imageUploads.upload(new Uint8Array())).rejects.toMatchObject({ code: 'invalid_argument' });
    await expect(imageUploads.upload({ sizeBytes: 1.5, chunks: [] })).rejects.toMatchObject({
      code: 'invalid_argument',
    });
    for (const source of [undefined, null, 'a picture', {}, { sizeBytes: '9', chunks: [] }]) {
      expect(() => imageUploads.upload(source as unknown as UploadSource)).toThrow(TypeError);
    }
    expect(server.exchanges).toHaveLength(0);
  });

  it('needs a place to put it', async () => {
    const { civitai } = await serve(json({ id: 'key-1' }));
    await expect(civitai.imageUploads.create()).rejects.toMatchObject({ code: 'unexpected_shape' });
  });
});
