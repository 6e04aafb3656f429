import { execFileSync } from 'node:child_process';
import { getEventListeners } from 'node:events';
import {
  appendFileSync,
  mkdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contentBytes, headerLength } from '../../../../../src/emulator/catalogue/file-content.js';
import { realHashes } from '../../../../../src/emulator/catalogue/file-hashes.js';
import { hashAlgorithms } from '../../../src/files/hashing/hash-algorithm.js';
import { hashFile } from '../../../src/files/hashing/hash-file.js';
import { sameHash } from '../../../src/files/hashing/same-hash.js';
import { readFailure } from '../../../src/files/read-failure.js';
import { useTemporaryFolder } from '../use-temporary-folder.js';
import { plainBytes, referenceHashes } from './reference-hashes.js';

const folder = useTemporaryFolder();
const mebibyte = 1_048_576;

function file(bytes: Uint8Array | string): string {
  const path = join(folder(), 'model.safetensors');
  writeFileSync(path, bytes);
  return path;
}

describe('hashFile', () => {
  it.each([0, 1, 8, 9, 65_536, mebibyte - 1, mebibyte, mebibyte + 1, 3 * mebibyte + 5])(
    'gives all hashes of a file of %d bytes',
    async (length) => {
      const bytes = plainBytes(length);
      const path = file(bytes);
      utimesSync(path, 1000, 2000);
      expect(await hashFile(path, { algorithms: hashAlgorithms })).toEqual({
        path,
        sizeBytes: length,
        modifiedAtMs: 2_000_000,
        hashes: referenceHashes(bytes),
      });
    },
  );

  it('gives the hashes that the site publishes of its files', async () => {
    const content = { key: '990002:0', format: 'SafeTensor' };
    const { AutoV1, AutoV2, AutoV3, BLAKE3, CRC32, SHA256 } = realHashes(content);
    const path = file(contentBytes(content));
    const { hashes } = await hashFile(path, { algorithms: hashAlgorithms });
    expect(hashes).toMatchObject({
      sha256: SHA256,
      autoV1: AutoV1,
      autoV2: AutoV2,
      autoV3: AutoV3,
      blake3: BLAKE3,
      crc32: CRC32,
    });
    expect(hashes).toEqual(referenceHashes(contentBytes(content), headerLength(content)));
  });

  it('says how far it is', async () => {
    const path = file(plainBytes(2 * mebibyte + 1));
    const seen: number[] = [];
    await hashFile(path, { onProgress: ({ hashedBytes, sizeBytes }) => seen.push(hashedBytes, sizeBytes) });
    const size = 2 * mebibyte + 1;
    expect(seen).toEqual([mebibyte, size, 2 * mebibyte, size, size, size]);
  });

  it('follows links', async () => {
    const link = join(folder(), 'link');
    symlinkSync(file('hello world'), link);
    expect(await hashFile(link, { algorithms: ['crc32'] })).toMatchObject({
      path: link,
      hashes: { crc32: '0D4A1185' },
    });
  });

  it.each<[string, (path: string) => void]>([
    ['grows', (path) => appendFileSync(path, 'more')],
    ['shrinks', (path) => truncateSync(path, 10)],
    ['is written to', (path) => writeFileSync(path, plainBytes(2 * mebibyte).toReversed())],
    [
      'is replaced',
      (path) => {
        writeFileSync(`${path}.new`, plainBytes(2 * mebibyte));
        renameSync(`${path}.new`, path);
      },
    ],
    ['is removed', (path) => rmSync(path)],
  ])('refuses a file that %s meanwhile', async (_what, change) => {
    const path = file(plainBytes(2 * mebibyte));
    utimesSync(path, 1000, 2000);
    let changed = false;
    const onProgress = (): void => {
      if (!changed) change(path);
      changed = true;
    };
    await expect(hashFile(path, { onProgress })).rejects.toMatchObject({
      name: 'FileError',
      code: 'file_changed',
      retryable: true,
      details: { path },
    });
  });

  it('says of folders, pipes and what is missing that they are no files', async () => {
    mkdirSync(join(folder(), 'models'));
    const makePipe = 'mkfifo';
    execFileSync(makePipe, [join(folder(), 'pipe')]);
    symlinkSync('missing', join(folder(), 'broken'));
    symlinkSync('circle', join(folder(), 'circle'));
    const codes = [];
    for (const name of ['models', 'pipe', 'broken', 'circle', 'missing', 'pipe/x', 'x'.repeat(300)]) {
      codes.push(await hashFile(join(folder(), name)).catch((error: { readonly code: string }) => error.code));
    }
    expect(codes).toEqual([
      'not_a_file',
      'not_a_file',
      'file_not_found',
      'file_not_found',
      'file_not_found',
      'file_not_found',
      'file_not_found',
    ]);
  });

  it('says what the system reported', () => {
    expect(readFailure({ code: 'EACCES' }, '/a')).toMatchObject({
      code: 'not_readable',
      details: { systemCode: 'EACCES' },
    });
    expect(readFailure({ code: 'EIO' }, '/a')).toMatchObject({
      code: 'read_failed',
      message: '/a: reading failed (EIO). Check the disk.',
    });
    expect(readFailure(undefined, '/a')).toMatchObject({ code: 'read_failed', details: { systemCode: 'UNKNOWN' } });
  });

  it('rejects with the reason of the signal in the middle of a file, and leaves nothing on it', async () => {
    const path = file(plainBytes(3 * mebibyte));
    const controller = new AbortController();
    let calls = 0;
    const onProgress = (): void => {
      calls += 1;
      controller.abort(new Error('enough'));
    };
    await expect(hashFile(path, { signal: controller.signal, onProgress })).rejects.toThrow('enough');
    expect(calls).toBe(1);
    expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
    await expect(hashFile('/missing', { signal: controller.signal })).rejects.toThrow('enough');
  });

  it('ends with what the progress throws', async () => {
    const path = file(plainBytes(3 * mebibyte));
    const onProgress = (): never => {
      throw new RangeError('mine');
    };
    await expect(hashFile(path, { onProgress })).rejects.toThrow(new RangeError('mine'));
  });
});

describe('sameHash', () => {
  it('knows a hash in any case, and a CRC32 in either order of its bytes', () => {
    expect(sameHash('sha256', 'ab12', ' AB12')).toBe(true);
    expect(sameHash('sha256', '0D4A1185', '85114A0D')).toBe(false);
    expect(sameHash('crc32', '0D4A1185', '85114a0d')).toBe(true);
    expect(sameHash('crc32', '0D4A1185', '0D4A1186')).toBe(false);
  });
});
