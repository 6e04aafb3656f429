import { getEventListeners } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type SaveProgress, saveStream } from '@civitkit/core/files';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Responder, text, truncate } from '../../../../test/support/loopback-server.js';
import { writePart } from '../../src/files/part-file.js';
import { writeFailure } from '../../src/files/write-failure.js';
import { canary, getThing, testPipeline } from '../support.js';
import { rejectionOf } from '../transport/support.js';
import { useLoopback } from '../use-loopback.js';

const loopback = useLoopback();

let folder = '';
let path = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'civitkit-files-'));
  path = join(folder, 'image.jpeg');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Pieces, and whether who gives them was told that nobody wants more. */
function source(pieces: readonly string[], then?: () => Promise<never>): AsyncIterable<Uint8Array> & { left: boolean } {
  const state = {
    left: false,
    [Symbol.asyncIterator]: async function* (): AsyncGenerator<Uint8Array> {
      try {
        for (const piece of pieces) yield await Promise.resolve(Buffer.from(piece));
        await then?.();
      } finally {
        state.left = true;
      }
    },
  };
  return state;
}

describe('saveStream', () => {
  it('writes all pieces, says how far it is, and leaves nothing else', async () => {
    const seen: SaveProgress[] = [];
    const saved = await saveStream(path, source(['hel', 'lo']), {
      expectedBytes: 5,
      onProgress: (progress) => seen.push(progress),
    });
    expect(saved).toEqual({ path, bytes: 5 });
    expect(readFileSync(path, 'utf8')).toBe('hello');
    expect(readdirSync(folder)).toEqual(['image.jpeg']);
    expect(seen).toEqual([
      { writtenBytes: 3, expectedBytes: 5 },
      { writtenBytes: 5, expectedBytes: 5 },
    ]);
  });

  it('shows the file only when it is complete', async () => {
    const names: string[][] = [];
    await saveStream(path, source(['a', 'b']), { onProgress: () => names.push(readdirSync(folder)) });
    expect(names).toEqual([['image.jpeg.part'], ['image.jpeg.part']]);
  });

  it('saves nothing as an empty file, and what a real answer holds', async () => {
    const bytes = Buffer.from('0123456789'.repeat(50_000));
    const { pipeline, close } = testPipeline(await loopback.serve(text(bytes, 'image/jpeg')));
    const { body } = await pipeline.open(getThing);
    expect(await saveStream(path, body)).toMatchObject({ bytes: bytes.length });
    expect(readFileSync(path).equals(bytes)).toBe(true);
    expect(await saveStream(join(folder, 'empty'), source([]), { expectedBytes: 0 })).toMatchObject({ bytes: 0 });
    close();
  });

  it('keeps out of the way of another download of the same name, and of what a crash left', async () => {
    writeFileSync(`${path}.part`, 'of somebody else');
    await saveStream(path, source(['mine']));
    expect(readFileSync(path, 'utf8')).toBe('mine');
    expect(readFileSync(`${path}.part`, 'utf8')).toBe('of somebody else');
    expect(readdirSync(folder)).toHaveLength(2);
  });

  it('of the same name many times at once makes one file whole; the others are told', async () => {
    const contents = Array.from({ length: 8 }, (_, index) => String(index).repeat(1000));
    const outcomes = await Promise.allSettled(contents.map((content) => saveStream(path, source([content]))));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const told = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : []));
    expect(told).toEqual(Array.from({ length: 7 }, () => expect.objectContaining({ code: 'file_exists' }) as unknown));
    expect(contents).toContain(readFileSync(path, 'utf8'));
    expect(readdirSync(folder)).toEqual(['image.jpeg']);
  });

  it.each([-1, 0.5, Number.NaN])('refuses %d as a number of bytes', async (expectedBytes) => {
    await expect(saveStream(path, source(['a']), { expectedBytes })).rejects.toThrow(RangeError);
  });
});

describe('a file that is there', () => {
  it('is not overwritten unasked, and nothing is downloaded for it', async () => {
    writeFileSync(path, 'old');
    const body = source(['new']);
    let read = false;
    const error = await rejectionOf(saveStream(path, body, { onProgress: () => (read = true) }));
    expect(error).toMatchObject({
      name: 'DownloadError',
      code: 'file_exists',
      details: { path, systemCode: 'EEXIST' },
      message: expect.stringContaining('overwrite') as string,
    });
    expect(read).toBe(false);
    expect(readFileSync(path, 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['image.jpeg']);
  });

  it('releases the connection of the answer that is not saved', async () => {
    writeFileSync(path, 'old');
    const { pipeline, close } = testPipeline(await loopback.serve(text('x'.repeat(5_000_000), 'image/jpeg')));
    const { body } = await pipeline.open(getThing);
    await expect(saveStream(path, body)).rejects.toMatchObject({ code: 'file_exists' });
    await expect.poll(() => loopback.server.openSockets.size).toBe(0);
    close();
  });

  it('is not overwritten either when it came meanwhile', async () => {
    const body = source(['mine'], () => {
      writeFileSync(path, 'of somebody else');
      return Promise.resolve() as Promise<never>;
    });
    await expect(saveStream(path, body)).rejects.toMatchObject({ code: 'file_exists' });
    expect(readFileSync(path, 'utf8')).toBe('of somebody else');
    expect(readdirSync(folder)).toEqual(['image.jpeg']);
  });

  it('is replaced when that is asked for, and stays until the new one is complete', async () => {
    writeFileSync(path, 'old');
    const failing = source(['new'], () => Promise.reject(new Error('lost')));
    await expect(saveStream(path, failing, { overwrite: true })).rejects.toThrow('lost');
    expect(readFileSync(path, 'utf8')).toBe('old');
    await saveStream(path, source(['new']), { overwrite: true });
    expect(readFileSync(path, 'utf8')).toBe('new');
    expect(readdirSync(folder)).toEqual(['image.jpeg']);
  });

  it('counts also as a link that leads nowhere, and a folder is never replaced', async () => {
    symlinkSync(join(folder, 'nowhere'), path);
    await expect(saveStream(path, source(['a']))).rejects.toMatchObject({ code: 'file_exists' });
    await mkdir(join(folder, 'sub'));
    await expect(saveStream(join(folder, 'sub'), source(['a']), { overwrite: true })).rejects.toMatchObject({
      code: 'not_writable',
      details: { systemCode: 'EISDIR' },
    });
  });
});

describe('a download that fails', () => {
  it.each([
    ['fewer', 6, 'incomplete_download', true, 5],
    ['more', 4, 'oversized_download', false, 5],
  ])('with %s bytes than expected keeps nothing', async (_name, expectedBytes, code, retryable, writtenBytes) => {
    const body = source(['hel', 'lo']);
    await expect(saveStream(path, body, { expectedBytes })).rejects.toMatchObject({
      name: 'DownloadError',
      code,
      retryable,
      details: { path, expectedBytes, writtenBytes },
    });
    expect(body.left).toBe(true);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('by a broken connection keeps nothing, and is the error of the connection', async () => {
    const { pipeline, close } = testPipeline(await loopback.serve(truncate));
    const { body } = await pipeline.open(getThing);
    await expect(saveStream(path, body)).rejects.toMatchObject({ name: 'ConnectionError' });
    close();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('by the caller ends at once, although the source hangs, and leaves nothing on the signal', async () => {
    const controller = new AbortController();
    const stall: Responder = (_, response) => void response.writeHead(200).write('hello');
    const { pipeline, close } = testPipeline(await loopback.serve(stall));
    const { body } = await pipeline.open(getThing);
    let progressed = false;
    const settled = rejectionOf(
      saveStream(path, body, { signal: controller.signal, onProgress: () => (progressed = true) }),
    );
    await expect.poll(() => progressed).toBe(true);
    controller.abort('enough');
    expect(await settled).toBe('enough');
    await expect.poll(() => getEventListeners(controller.signal, 'abort').length).toBe(0);
    await expect.poll(() => loopback.server.openSockets.size).toBe(0);
    close();
    expect(readdirSync(folder)).toEqual([]);
    await expect(saveStream(path, source(['a']), { signal: controller.signal })).rejects.toBe('enough');
  });

  it('by what onProgress throws keeps nothing', async () => {
    const refuse = (): never => {
      throw new Error('no more');
    };
    await expect(saveStream(path, source(['a']), { onProgress: refuse })).rejects.toThrow('no more');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('for want of a folder says so, before anything is read', async () => {
    await expect(saveStream(join(folder, 'none', 'a'), source(['a']))).rejects.toMatchObject({
      code: 'not_writable',
      details: { systemCode: 'ENOENT' },
    });
    writeFileSync(path, '');
    await expect(saveStream(join(path, 'a'), source(['a']))).rejects.toMatchObject({
      code: 'not_writable',
      details: { systemCode: 'ENOTDIR' },
    });
    await expect(saveStream(join(folder, 'n'.repeat(300)), source(['a']))).rejects.toMatchObject({
      details: { systemCode: 'ENAMETOOLONG' },
    });
  });

  it.skipIf(process.platform !== 'linux')('on a disk that is full', async () => {
    const handle = await open('/dev/full', 'w');
    const part = { target: path, path: '/dev/full', handle };
    await expect(writePart(part, Buffer.from('hello'))).rejects.toMatchObject({
      name: 'DownloadError',
      code: 'disk_full',
      details: { path, systemCode: 'ENOSPC' },
    });
    await handle.close();
  });

  it.each([
    ['ENOSPC', 'disk_full'],
    ['EDQUOT', 'disk_full'],
    ['EACCES', 'not_writable'],
    ['EPERM', 'not_writable'],
    ['EROFS', 'not_writable'],
    ['EEXIST', 'file_exists'],
    ['EFBIG', 'write_failed'],
    ['EIO', 'write_failed'],
  ])('with %s has the code %s and shows only that of the system', (systemCode, code) => {
    const failure = writeFailure(Object.assign(new Error(canary), { code: systemCode }), path);
    expect(failure).toMatchObject({ name: 'DownloadError', code, retryable: false, details: { path, systemCode } });
    expect(failure.message).toMatch(/\. [A-Z].*\.$/);
    expect(`${failure.message}${String(failure.cause)}`).not.toContain(canary);
  });
});
