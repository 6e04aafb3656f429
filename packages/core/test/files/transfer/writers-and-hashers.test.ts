import { createHash } from 'node:crypto';
import { appendFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeFileSystem, type TransferHandle } from '../../../src/files/transfer/file-system.js';
import { InlineHasher } from '../../../src/files/transfer/inline-hasher.js';
import { RangeWriter } from '../../../src/files/transfer/range-writer.js';
import { ThreadedHasher } from '../../../src/files/transfer/threaded-hasher.js';
import { useTemporaryFolder } from '../use-temporary-folder.js';

const place = useTemporaryFolder();
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex').toUpperCase();

/** A handle that writes as little at a time as the system may. */
async function stingy(path: string, most: number): Promise<{ handle: TransferHandle; writes: number[] }> {
  const handle = await nodeFileSystem.open(path, 'w+');
  const writes: number[] = [];
  return {
    writes,
    handle: {
      ...handle,
      writev: async (pieces, position) => {
        const bytes = Buffer.concat(pieces);
        writes.push(bytes.byteLength);
        return await handle.writev([bytes.subarray(0, most)], position);
      },
    },
  };
}

describe('RangeWriter', () => {
  it('writes in order from its place, also when the system takes a few bytes at a time', async () => {
    const path = join(place(), 'file');
    const { handle } = await stingy(path, 3);
    const written: number[] = [];
    const writer = new RangeWriter(handle, path, 2, (count) => written.push(count));
    for (const text of ['one', '', 'two', 'three']) await writer.push(Buffer.from(text));
    await writer.flush();
    await handle.close();
    expect(readFileSync(path, 'latin1')).toBe('\0\0onetwothree');
    expect(written.reduce((sum, count) => sum + count)).toBe(11);
  });

  it('writes what came during a write together with the next', async () => {
    const path = join(place(), 'file');
    const { handle, writes } = await stingy(path, 1e9);
    const writer = new RangeWriter(handle, path, 0, () => undefined);
    for (let piece = 0; piece < 10; piece += 1) void writer.push(Buffer.alloc(1000));
    await writer.flush();
    await handle.close();
    expect(writes).toEqual([1000, 9000]);
  });

  it('holds back who brings more than fits', async () => {
    const path = join(place(), 'file');
    const { handle } = await stingy(path, 1e9);
    const writer = new RangeWriter(handle, path, 0, () => undefined);
    expect(writer.push(Buffer.alloc(1000))).toBeUndefined();
    expect(writer.push(Buffer.alloc(1000))).toBeUndefined();
    const full = writer.push(Buffer.alloc(2_000_000));
    expect(full).toBeInstanceOf(Promise);
    await full;
    await writer.flush();
    await handle.close();
    expect(readFileSync(path)).toHaveLength(2_002_000);
  });

  it('keeps a copy: who brings may use the memory again, and bring more than fits or nothing', async () => {
    const path = join(place(), 'file');
    const { handle } = await stingy(path, 400_000);
    const writer = new RangeWriter(handle, path, 0, () => undefined);
    await writer.push(Buffer.alloc(0));
    await writer.flush();
    const pieces = Array.from({ length: 7 }, (_, index) => Buffer.alloc(300_000 + index * 100_000, `${index}`));
    for (const piece of pieces) {
      const own = Buffer.from(piece);
      await writer.push(own);
      own.fill(0);
    }
    await writer.flush();
    await handle.close();
    expect(sha256(readFileSync(path))).toBe(sha256(Buffer.concat(pieces)));
  });

  it('writes the little that comes after a write, without being asked', async () => {
    const path = join(place(), 'file');
    const { handle } = await stingy(path, 1e9);
    await new Promise<void>((resolve) => {
      let written = 0;
      const writer: RangeWriter = new RangeWriter(handle, path, 0, (count) => {
        written += count;
        // After this write it waits for more; what comes then is not enough to end that.
        if (written === 1) setImmediate(() => void writer.push(Buffer.from('b')));
        else resolve();
      });
      void writer.push(Buffer.from('a'));
    });
    expect(readFileSync(path, 'latin1')).toBe('ab');
    await handle.close();
  });

  it('tells who waits for room that the disk has failed', async () => {
    const path = join(place(), 'file');
    const { handle } = await stingy(path, 1);
    const failing = { ...handle, writev: () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' })) };
    const writer = new RangeWriter(failing, path, 0, () => undefined);
    await expect(writer.push(Buffer.alloc(5_000_000))).rejects.toMatchObject({ code: 'disk_full' });
    await handle.close();
  });

  it('tells whoever brings or waits that the disk has failed', async () => {
    const path = join(place(), 'file');
    const { handle } = await stingy(path, 1);
    const failing = { ...handle, writev: () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' })) };
    const writer = new RangeWriter(failing, path, 0, () => undefined);
    void writer.push(Buffer.alloc(10));
    await expect(writer.flush()).rejects.toMatchObject({ code: 'disk_full' });
    await expect(writer.push(Buffer.alloc(10))).rejects.toMatchObject({ code: 'disk_full' });
    await handle.close();
  });
});

describe('ThreadedHasher', () => {
  it('hashes behind who writes, and what was there before', async () => {
    const path = join(place(), 'file');
    const pieces = Array.from({ length: 5 }, (_, index) => Buffer.alloc(1_500_000, index));
    writeFileSync(path, pieces[0] ?? '');
    const hasher = new ThreadedHasher(path);
    hasher.advance(1_500_000);
    for (const piece of pieces.slice(1)) {
      appendFileSync(path, piece);
      hasher.advance(readFileSync(path).byteLength);
    }
    const whole = Buffer.concat(pieces);
    expect(await hasher.digest(whole.byteLength)).toBe(sha256(whole));
  });

  it('hashes an empty file, and no more than it is told', async () => {
    const path = join(place(), 'file');
    writeFileSync(path, 'hello and more');
    expect(await new ThreadedHasher(path).digest(0)).toBe(sha256(Buffer.alloc(0)));
    expect(await new ThreadedHasher(path).digest(5)).toBe(sha256(Buffer.from('hello')));
  });

  it('says so when the file is shorter than it was told, or gone', async () => {
    const path = join(place(), 'file');
    writeFileSync(path, 'hello');
    truncateSync(path, 2);
    await expect(new ThreadedHasher(path).digest(5)).rejects.toMatchObject({ code: 'write_failed' });
    await expect(new ThreadedHasher(join(place(), 'none')).digest(5)).rejects.toMatchObject({
      code: 'not_writable',
    });
  });

  it('ends in the middle when nobody wants it any more', async () => {
    const path = join(place(), 'file');
    writeFileSync(path, Buffer.alloc(10_000_000));
    const hasher = new ThreadedHasher(path);
    const pending = hasher.digest(20_000_000);
    hasher.close();
    await expect(pending).rejects.toMatchObject({ code: 'write_failed' });
  });

  it('gives the same as to read it once', async () => {
    const path = join(place(), 'file');
    const bytes = Buffer.alloc(3_000_001, 'abc');
    writeFileSync(path, bytes);
    expect(await new InlineHasher(path).digest(bytes.byteLength)).toBe(sha256(bytes));
    expect(await new ThreadedHasher(path).digest(bytes.byteLength)).toBe(sha256(bytes));
  });
});
