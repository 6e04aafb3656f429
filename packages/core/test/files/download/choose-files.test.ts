import { describe, expect, it } from 'vitest';
import { CivitaiError } from '../../../src/errors/civitai-error.js';
import { ConnectionError } from '../../../src/errors/connection-error.js';
import { DownloadError } from '../../../src/errors/download-error.js';
import { chooseFiles } from '../../../src/files/download/choose-files.js';
import { failureClassOf } from '../../../src/files/download/failure-class.js';
import { isRisky, noticesOf, riskOf } from '../../../src/files/download/judge-file.js';
import type { FileChoice } from '../../../src/files/download/source.js';
import type { ModelFile, ModelVersion } from '../../../src/resources/models/types.js';

const plain: ModelFile = {
  id: 1,
  sizeKB: 10,
  name: 'full.safetensors',
  overrideName: null,
  type: 'Model',
  metadata: { format: 'SafeTensor', size: 'full', fp: 'fp32' },
  pickleScanResult: 'Success',
  pickleScanMessage: null,
  virusScanResult: 'Success',
  virusScanMessage: null,
  scannedAt: null,
  hashes: { SHA256: 'A'.repeat(64) },
  downloadUrl: '',
  primary: false,
};
const files: readonly ModelFile[] = [
  plain,
  {
    ...plain,
    id: 2,
    name: 'pruned.safetensors',
    metadata: { format: 'SafeTensor', size: 'pruned', fp: 'fp16' },
    primary: true,
  },
  { ...plain, id: 3, name: 'pruned.ckpt', metadata: { format: 'PickleTensor', size: 'pruned', fp: 'fp16' } },
  { ...plain, id: 4, name: 'shared.vae.pt', type: 'VAE', metadata: { format: 'PickleTensor' } },
];

function ids(choice: FileChoice, lenient = false, from: readonly ModelFile[] = files): readonly number[] {
  return chooseFiles(from, choice, 9, lenient).map(({ id }) => id);
}

describe('chooseFiles', () => {
  it.each<[FileChoice, readonly number[]]>([
    [{}, [2]],
    [{ all: true }, [1, 2, 3, 4]],
    [{ file: 3 }, [3]],
    [{ file: '3' }, [3]],
    [{ file: 'Pruned.CKPT' }, [3]],
    [{ type: 'VAE' }, [4]],
    [{ type: 'model', format: 'safetensor', fp: 'FP32' }, [1]],
    [{ format: 'PickleTensor', all: true }, [3, 4]],
  ])('%o means %o', (choice, expected) => {
    expect(ids(choice)).toEqual(expected);
  });

  it('takes the only model where none is primary, and no companion of it', () => {
    const unmarked = files.map((file) => ({ ...file, primary: false }));
    expect(ids({}, false, [unmarked[0] ?? plain, unmarked[3] ?? plain])).toEqual([1]);
    expect(() => ids({}, false, unmarked)).toThrow(expect.objectContaining({ code: 'ambiguous_file' }) as Error);
  });

  it('never guesses: several that fit are an error that lists them', () => {
    expect(() => ids({ size: 'pruned' })).toThrow(
      expect.objectContaining({
        code: 'ambiguous_file',
        message: expect.stringMatching(/2 pruned\.safetensors .*primary[^]*3 pruned\.ckpt/) as string,
        details: {
          files: [
            { id: 2, name: 'pruned.safetensors' },
            { id: 3, name: 'pruned.ckpt' },
          ],
        },
      }) as Error,
    );
  });

  it('takes the primary one for an address, as the site does', () => {
    expect(ids({ size: 'pruned' }, true)).toEqual([2]);
  });

  it('says what there is when nothing fits, or that there is nothing', () => {
    expect(() => ids({ fp: 'fp8' })).toThrow(/1 full\.safetensors/);
    expect(() => ids({}, false, [])).toThrow(
      expect.objectContaining({
        code: 'no_such_file',
        message: expect.stringContaining('no files') as string,
      }) as Error,
    );
  });
});

describe('what a file may do', () => {
  it.each([
    ['a.safetensors', {}, undefined],
    ['a.safetensors', { pickleScanResult: 'Pending' }, undefined],
    ['a.safetensors', { virusScanResult: 'Danger' }, 'unsafe_file'],
    ['a.ckpt', {}, undefined],
    ['a.ckpt', { pickleScanResult: 'Pending' }, 'unsafe_file'],
    ['a.zip', { virusScanResult: 'Error' }, 'unsafe_file'],
    ['a.bin', { pickleScanResult: 'Danger', pickleScanMessage: 'os.system' }, 'unsafe_file'],
    ['a', { metadata: { format: 'PickleTensor' }, pickleScanResult: 'something new' }, 'unsafe_file'],
  ])('%s with %o: %s', (name, more, code) => {
    expect(riskOf({ ...plain, name, ...more })?.code).toBe(code);
  });

  it('is said before the download', () => {
    const version = {
      paidAccess: { permanent: false, endsAt: '2026-02-01T00:00:00.000Z' },
      earlyAccessDeadline: null,
    } as ModelVersion;
    const now = Date.parse('2026-01-30T12:00:00Z');
    const notices = noticesOf(version, { ...plain, name: 'a.pt', hashes: {} }, now);
    expect(notices.map(({ code }) => code)).toEqual(['early_access', 'unsafe_format', 'no_hash']);
    expect(notices[0]?.message).toContain('2026-02-01 00:00 UTC, in 2 days');
    expect(
      noticesOf({ paidAccess: null, earlyAccessDeadline: '2026-01-01T00:00:00.000Z' } as ModelVersion, plain, now),
    ).toEqual([]);
    expect(isRisky(plain)).toBe(false);
  });
});

describe('failureClassOf', () => {
  it.each([
    [new DownloadError('x', { code: 'ambiguous_file' }), 'usage'],
    [new DownloadError('x', { code: 'disk_full' }), 'storage'],
    [new DownloadError('x', { code: 'hash_mismatch' }), 'integrity'],
    [new DownloadError('x', { code: 'file_exists' }), 'safety'],
    [new ConnectionError('x', { code: 'connection_failed' }), 'network'],
    [new CivitaiError('x', { code: 'brand_new', status: 503 }), 'network'],
    [new CivitaiError('x', { code: 'brand_new', status: 418 }), 'other'],
    [new CivitaiError('x', { code: 'constructor' }), 'other'],
    [new DOMException('x', 'AbortError'), 'cancelled'],
    [new TypeError('x'), 'other'],
    ['text', 'other'],
  ])('%s: %s', (error, expected) => {
    expect(failureClassOf(error)).toBe(expected);
  });
});
