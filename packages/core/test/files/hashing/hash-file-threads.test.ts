// Large files, several of whose hashes are wanted: other threads have some of the work.
import { getEventListeners } from 'node:events';
import { truncateSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hashAlgorithms } from '../../../src/files/hashing/hash-algorithm.js';
import { hashFile } from '../../../src/files/hashing/hash-file.js';
import { HashTeam } from '../../../src/files/hashing/hash-team.js';
import { useTemporaryFolder } from '../use-temporary-folder.js';
import { plainBytes, referenceHashes, safetensorsBytes } from './reference-hashes.js';
import { useThreads } from './use-threads.js';

const folder = useTemporaryFolder();
const mebibyte = 1_048_576;

/** A file that takes long to hash and no room on the disk. */
function hugeFile(): string {
  const path = join(folder(), 'huge');
  writeFileSync(path, '');
  truncateSync(path, 64 * 1024 * mebibyte);
  return path;
}

const threads = useThreads();

describe.runIf(availableParallelism() > 1)('hashFile, of a large file', () => {
  it('gives all hashes', async () => {
    const data = plainBytes(33 * mebibyte);
    const bytes = safetensorsBytes(data);
    const path = join(folder(), 'model.safetensors');
    writeFileSync(path, bytes);
    const seen: number[] = [];
    const hashed = await hashFile(path, {
      algorithms: hashAlgorithms,
      onProgress: ({ hashedBytes, sizeBytes }) => {
        expect(sizeBytes).toBe(bytes.byteLength);
        seen.push(hashedBytes);
      },
    });
    expect(hashed).toMatchObject({
      path,
      sizeBytes: bytes.byteLength,
      hashes: referenceHashes(bytes, bytes.byteLength - data.byteLength),
    });
    expect(seen).toEqual([...[8, 16, 24, 32].map((count) => count * mebibyte), bytes.byteLength]);
    expect(threads.started).toBeGreaterThan(1);
  });

  it('needs no thread for one costly hash', async () => {
    const bytes = plainBytes(33 * mebibyte);
    const path = join(folder(), 'model.ckpt');
    writeFileSync(path, bytes);
    const { hashes } = await hashFile(path, { algorithms: ['sha256', 'autoV1', 'autoV2', 'crc32'] });
    expect(hashes).toEqual(
      Object.fromEntries(
        Object.entries(referenceHashes(bytes)).filter(([name]) => !['sha512', 'blake3'].includes(name)),
      ),
    );
    expect(threads.started).toBe(0);
  });

  it('ends at once when it is aborted, and leaves nothing', async () => {
    const controller = new AbortController();
    const onProgress = (): void => controller.abort(new Error('enough'));
    const { signal } = controller;
    await expect(hashFile(hugeFile(), { algorithms: hashAlgorithms, signal, onProgress })).rejects.toThrow('enough');
    expect(getEventListeners(signal, 'abort')).toEqual([]);
    expect(threads.started).toBeGreaterThan(1);
  });

  it('ends with what the progress throws', async () => {
    const onProgress = (): never => {
      throw new RangeError('mine');
    };
    await expect(hashFile(hugeFile(), { algorithms: hashAlgorithms, onProgress })).rejects.toThrow('mine');
  });

  it('refuses a file that changes meanwhile', async () => {
    const path = hugeFile();
    const onProgress = (): void => truncateSync(path, 40 * mebibyte);
    await expect(hashFile(path, { algorithms: hashAlgorithms, onProgress })).rejects.toMatchObject({
      code: 'file_changed',
    });
  });
});

describe('HashTeam', () => {
  it('hashes the next file after one that failed', async () => {
    const team = new HashTeam(undefined);
    const whole = { fromByte: 0, toByte: Number.POSITIVE_INFINITY };
    const ranges = [{ kind: 'sha256', ...whole } as const, { kind: 'sha512', ...whole } as const];
    const job = { path: join(folder(), 'missing'), sizeBytes: 64 * mebibyte, ranges };
    await expect(team.run(job, 2, () => undefined)).rejects.toMatchObject({ code: 'file_not_found' });
    const bytes = plainBytes(33 * mebibyte);
    const path = join(folder(), 'there');
    writeFileSync(path, bytes);
    const digests = await team.run({ path, sizeBytes: bytes.byteLength, ranges }, 2, () => undefined);
    const { sha256, sha512 } = referenceHashes(bytes);
    expect(digests.map((digest) => digest.toUpperCase())).toEqual([sha256, sha512]);
    team.stop();
    await expect(team.run({ path, sizeBytes: bytes.byteLength, ranges }, 2, () => undefined)).rejects.toMatchObject({
      code: 'read_failed',
    });
  });
});
