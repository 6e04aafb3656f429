import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { json, type Responder, reset, text } from '../../../../test/support/loopback-server.js';
import { TestClock } from '../../../../test/support/test-clock.js';
import type { UploadProgress } from '../../src/resources/image-uploads/multipart-upload.js';
import { canary } from '../support.js';
import { multiparts, partOf, pieces, takes, tenBytes } from './multipart-support.js';

const start = multiparts();

async function* stalls(): AsyncGenerator<Uint8Array> {
  yield tenBytes.subarray(0, 5);
  await new Promise(() => undefined);
}

describe('an upload in parts', () => {
  it.each([
    ['bytes', tenBytes],
    ['a blob', new Blob([Buffer.from(tenBytes)])],
    ['a stream', { sizeBytes: 10, chunks: pieces('a', 'bcdef', '', 'ghij') }],
    ['chunks as long as the parts', { sizeBytes: 10, chunks: pieces('abcd', 'efgh', 'ij') }],
    ['one chunk', { sizeBytes: 10, chunks: [tenBytes] }],
  ])('cuts %s and completes it with the names of the parts in order', async (_name, source) => {
    const { server, upload, sentParts, storage } = await start(takes);
    const progress: UploadProgress[] = [];
    const done = await upload.send(source, { onProgress: (now) => progress.push(now) });
    expect(done).toEqual({ id: 'key-1', location: 'https://storage/key-1' });
    expect(sentParts()).toEqual([
      [1, 'abcd'],
      [2, 'efgh'],
      [3, 'ij'],
    ]);
    expect(storage.exchanges.some(({ headers }) => 'authorization' in headers)).toBe(false);
    expect(JSON.parse(server.exchanges[0]?.body ?? '')).toEqual({ size: 10, filename: 'a.mp4' });
    expect(server.exchanges[1]).toMatchObject({
      method: 'POST',
      url: '/api/upload/complete',
      headers: { authorization: `Bearer ${canary}` },
    });
    expect(JSON.parse(server.exchanges[1]?.body ?? '')).toEqual({
      bucket: 'b',
      key: 'key-1',
      type: 'image',
      uploadId: 'u',
      backend: 'backblaze',
      parts: [1, 2, 3].map((PartNumber) => ({ ETag: `"e${PartNumber}"`, PartNumber })),
    });
    expect(progress).toHaveLength(3);
    expect(progress.at(-1)).toEqual({ sentBytes: 10, totalBytes: 10, sentParts: 3, totalParts: 3 });
  });

  it('sends as many parts at a time as it is told', async () => {
    let open = 0;
    let most = 0;
    const { upload } = await start((exchange, response, request) => {
      open += 1;
      most = Math.max(most, open);
      setImmediate(() => {
        open -= 1;
        void takes(exchange, response, request);
      });
    });
    await upload.send(tenBytes, { concurrency: 1 });
    expect(most).toBe(1);
  });

  it('repeats a part that fails', async () => {
    let failures = 0;
    const flaky: Responder = (exchange, response, request) => {
      const fails = partOf(exchange.url) === 2 && failures < 2;
      if (fails) failures += 1;
      return (fails ? reset : takes)(exchange, response, request);
    };
    const { upload, sentParts } = await start(flaky, json(null), { clock: new TestClock(10_000) });
    await expect(upload.send(tenBytes)).resolves.toEqual({ id: 'key-1', location: null });
    expect(sentParts().map(([part]) => part)).toEqual([1, 2, 2, 2, 3]);
  });

  it('goes on with the missing parts only, in this process and in another one', async () => {
    let broken = true;
    const half: Responder = (exchange, response, request) =>
      (broken && partOf(exchange.url) === 2 ? text('<Error/>', 'application/xml', 400) : takes)(
        exchange,
        response,
        request,
      );
    const { civitai, upload, sentParts } = await start(half);
    await expect(upload.send(tenBytes, { concurrency: 1 })).rejects.toMatchObject({
      name: 'ValidationError',
      status: 400,
    });
    expect(upload.missingParts).toEqual([2, 3]);
    expect(upload.progress).toEqual({ sentBytes: 4, totalBytes: 10, sentParts: 1, totalParts: 3 });
    broken = false;
    const resumed = civitai.imageUploads.resumeMultipart(upload.serialize());
    expect([resumed.id, resumed.missingParts]).toEqual(['key-1', [2, 3]]);
    await resumed.send({ sizeBytes: 10, chunks: pieces('abc', 'defgh', 'ij') });
    expect(sentParts()).toEqual([
      [1, 'abcd'],
      [2, 'efgh'],
      [2, 'efgh'],
      [3, 'ij'],
    ]);
    expect(resumed.missingParts).toEqual([]);
  });

  it('stops when the caller cancels, keeps what has arrived, and leaves no listener', async () => {
    const controller = new AbortController();
    const { upload } = await start((exchange, response, request) => {
      if (partOf(exchange.url) === 2) return controller.abort('enough');
      return takes(exchange, response, request);
    });
    const call = upload.send(tenBytes, { concurrency: 1, signal: controller.signal });
    await expect(call).rejects.toBe('enough');
    expect(upload.missingParts).toEqual([2, 3]);
    expect(getEventListeners(controller.signal, 'abort')).toHaveLength(0);
  });

  it('does not wait for a source that has stalled', async () => {
    const controller = new AbortController();
    const { upload } = await start(takes);
    const call = upload.send(
      { sizeBytes: 10, chunks: stalls() },
      { signal: controller.signal, onProgress: () => controller.abort('enough') },
    );
    await expect(call).rejects.toBe('enough');
    expect(upload.missingParts).toEqual([2, 3]);
  });

  it('fails with what the source throws, or the caller', async () => {
    const { upload } = await start(takes);
    const broken = new Error('disk gone');
    // oxlint-disable-next-line require-yield -- it fails before its first chunk
    const chunks = (async function* (): AsyncGenerator<Uint8Array> {
      throw await Promise.resolve(broken);
    })();
    await expect(upload.send({ sizeBytes: 10, chunks })).rejects.toBe(broken);
    const careless = (): never => {
      throw broken;
    };
    await expect(upload.send(tenBytes, { onProgress: careless })).rejects.toBe(broken);
    await expect(upload.send(tenBytes)).resolves.toMatchObject({ id: 'key-1' });
  });
});

describe('the end of an upload in parts', () => {
  it('waits for storage that is busy', async () => {
    const { server, upload } = await start(
      takes,
      (exchange, response, request) =>
        (exchange.ordinal < 3 ? json({ error: 'busy' }, 503, { 'retry-after': '2' }) : json(null))(
          exchange,
          response,
          request,
        ),
      { clock: new TestClock(10_000) },
    );
    await expect(upload.send(tenBytes)).resolves.toEqual({ id: 'key-1', location: null });
    expect(server.exchanges).toHaveLength(4);
  });

  it('can be tried again by itself', async () => {
    const { upload, sentParts } = await start(takes, (exchange, response, request) =>
      (exchange.ordinal === 1 ? json({ error: 'no' }, 403) : json('there'))(exchange, response, request),
    );
    await expect(upload.send(tenBytes)).rejects.toMatchObject({ status: 403 });
    await expect(upload.send(tenBytes)).resolves.toMatchObject({ location: 'there' });
    expect(sentParts()).toHaveLength(3);
  });

  it('is a conflict when the upload is no more', async () => {
    const { upload } = await start(takes, json({ error: 'Upload already finalized or aborted' }, 409));
    await expect(upload.send(tenBytes)).rejects.toMatchObject({
      name: 'CivitaiError',
      code: 'conflict',
      status: 409,
      message: expect.stringContaining('Start a new one') as string,
    });
  });

  it('counts every part as missing when the storage does not accept them', async () => {
    const { upload } = await start(
      takes,
      json({ error: 'Upload parts invalid or incomplete — please re-upload' }, 422),
    );
    await expect(upload.send(tenBytes)).rejects.toMatchObject({ name: 'ValidationError', status: 422 });
    expect(upload.missingParts).toEqual([1, 2, 3]);
  });

  it('is refused in another shape', async () => {
    const { upload } = await start(takes, json({ done: true }));
    await expect(upload.send(tenBytes)).rejects.toMatchObject({ code: 'unexpected_shape' });
  });
});
