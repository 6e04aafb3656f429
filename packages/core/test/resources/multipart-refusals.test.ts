import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { json, text } from '../../../../test/support/loopback-server.js';
import { multiparts, takes, tenBytes } from './multipart-support.js';
import { serving } from './support.js';

const serve = serving();
const start = multiparts();

describe('an upload in parts that cannot be', () => {
  it('is refused before anything is sent', async () => {
    const { upload, sentParts } = await start(takes);
    expect(() => upload.send(tenBytes.subarray(1))).toThrow(RangeError);
    expect(() => upload.send(tenBytes, { concurrency: 0 })).toThrow(RangeError);
    expect(() => upload.send(tenBytes, { timeoutMs: -1 })).toThrow(RangeError);
    expect(() => upload.send('abcdefghij' as unknown as Uint8Array)).toThrow(TypeError);
    const first = upload.send(tenBytes);
    expect(() => upload.send(tenBytes)).toThrow(/being sent already/);
    await first;
    expect(sentParts()).toHaveLength(3);
  });

  it('needs the name of every part', async () => {
    const { upload } = await start(text('', 'application/xml'));
    await expect(upload.send(tenBytes)).rejects.toMatchObject({ code: 'unexpected_shape' });
    expect(upload.missingParts).toEqual([1, 2, 3]);
  });

  it.each([
    ['too few URLs', { urls: [{ partNumber: 1, url: 'https://s/1' }] }],
    ['no URLs', { urls: [] }],
    ['no sizes', { chunkSize: 0 }],
    ['no bucket', { bucket: null }],
    ['parts in disorder', { urls: [2, 1].map((partNumber) => ({ partNumber, url: 'https://s/1' })) }],
  ])('is refused when the server gives %s', async (_name, change) => {
    const urls = [1, 2].map((partNumber) => ({ partNumber, url: 'https://s/1' }));
    const ticket = { urls, bucket: 'b', key: 'k', uploadId: 'u', chunkSize: 5, backend: 'backblaze', ...change };
    const { civitai } = await serve(json(ticket));
    await expect(civitai.imageUploads.startMultipart({ sizeBytes: 10 })).rejects.toMatchObject({
      code: 'unexpected_shape',
    });
  });

  it.each(['', '{}', 'null', '[]', '{"version":2}', '{"version":1,"key":"k"}'])(
    'does not go on from "%s"',
    async (written) => {
      const { civitai } = await serve(json({}));
      expect(() => civitai.imageUploads.resumeMultipart(written)).toThrow(
        expect.objectContaining({ name: 'ValidationError', code: 'invalid_argument' }) as Error,
      );
    },
  );

  it('has a size', async () => {
    const { civitai, server } = await serve(json({}));
    await expect(civitai.imageUploads.startMultipart({ sizeBytes: 0 })).rejects.toMatchObject({
      issues: [{ path: 'sizeBytes' }],
    });
    expect(() => civitai.imageUploads.startMultipart({} as { sizeBytes: number })).toThrow(TypeError);
    expect(server.exchanges).toHaveLength(0);
  });

  it('shows no signed URL when it is printed', async () => {
    const { upload } = await start(takes);
    expect(inspect(upload, { depth: 9, showHidden: true })).not.toContain('s3cret');
    expect(JSON.stringify(upload)).not.toContain('s3cret');
    await upload.send(tenBytes);
  });
});
