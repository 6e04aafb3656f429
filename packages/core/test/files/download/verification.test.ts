import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PlannedFile } from '../../../src/files/download/planned-file.js';
import { rejectionOf } from '../../transport/support.js';
import { largeVersion, smallVersion, useEmulator } from './use-emulator.js';

const site = useEmulator();
const storage = { path: '/civitai-delivery/' };

function withHashes(file: PlannedFile, hashes: PlannedFile['file']['hashes']): PlannedFile {
  return { ...file, file: { ...file.file, hashes } };
}

function targetOf({ name }: PlannedFile): string {
  return join(site.folder, name);
}

describe('verification', () => {
  it.each(['BLAKE3', 'AutoV2', 'CRC32'] as const)('uses %s when that is all there is', async (name) => {
    const file = await site.plan(largeVersion);
    const only = { [name]: file.file.hashes[name] };
    const result = await site.downloader().download(withHashes(file, only), { directory: site.folder });
    expect(result).toMatchObject({
      verified: true,
      algorithm: name === 'AutoV2' ? 'autoV2' : name.toLowerCase(),
      sha256: file.file.hashes.SHA256,
    });
  });

  it.each(['SHA256', 'BLAKE3', 'CRC32'] as const)(
    'asks the site again when the %s is another, for it may have been published anew',
    async (name) => {
      const file = await site.plan(smallVersion);
      const old = { [name]: 'F'.repeat(name === 'CRC32' ? 8 : 64) };
      const result = await site.downloader().download(withHashes(file, old), { directory: site.folder });
      expect(result).toMatchObject({ verified: true, sha256: file.file.hashes.SHA256, links: 1 });
      expect(site.emulator.requests.filter(({ origin }) => origin === 'storage')).toHaveLength(1);
    },
  );

  it('says when there is nothing to verify by', async () => {
    const file = withHashes(await site.plan(smallVersion), {});
    const result = await site.downloader().download(file, { directory: site.folder });
    expect(result).toMatchObject({ verified: false, sha256: expect.any(String) as string });
    expect(result.algorithm).toBeUndefined();
  });

  it('takes a hash that the caller accepts, and keeps wrong bytes apart otherwise', async () => {
    site.emulator.addFault({ match: storage, fault: { kind: 'flippedByte', at: 100 } });
    const file = await site.plan(smallVersion);
    const target = targetOf(file);
    const failure = await rejectionOf(site.downloader().download(file, target));
    expect(failure).toMatchObject({
      code: 'hash_mismatch',
      message: expect.stringContaining('Two downloads gave the same bytes') as string,
      details: { badPath: `${target}.bad`, expected: file.file.hashes.SHA256 },
    });
    expect(readdirSync(site.folder)).toEqual([`${file.name}.bad`]);
    const { actual } = (failure as { details: { actual: string } }).details;
    const accepted = await site.downloader().download(file, target, { acceptHashes: [actual.toLowerCase()] });
    expect(accepted).toMatchObject({ verified: true, sha256: actual });
  });

  it('looks at the length alone, or at nothing, when that is wished', async () => {
    site.emulator.addFault({ match: storage, fault: { kind: 'flippedByte', at: 100 } });
    const file = await site.plan(smallVersion);
    for (const verify of ['size', 'none'] as const) {
      const result = await site.downloader().download(file, join(site.folder, verify), { verify });
      expect(result).toMatchObject({ verified: false, bytes: file.sizeBytes });
      expect(result.sha256).toBeUndefined();
    }
  });
});

describe('a copy on this machine', () => {
  it('is used instead of a download, as a file of its own', async () => {
    const file = await site.plan(largeVersion);
    const { path } = await site.downloader().download(file, join(site.folder, 'first'));
    const find = (): readonly string[] => [join(site.folder, 'none'), path];
    const result = await site.downloader().download(file, join(site.folder, 'second'), { reuse: { find } });
    expect(result).toMatchObject({ outcome: 'reused', verified: true, sha256: file.file.hashes.SHA256, links: 0 });
    expect(statSync(result.path).ino).not.toBe(statSync(path).ino);
    expect(readFileSync(result.path).equals(readFileSync(path))).toBe(true);
    expect(site.links()).toBe(1);
  });

  it('is linked where that is allowed', async () => {
    const file = await site.plan(smallVersion);
    const { path } = await site.downloader().download(file, join(site.folder, 'first'));
    const result = await site
      .downloader()
      .download(file, join(site.folder, 'second'), { reuse: { find: () => [path], hardLink: true } });
    expect(result.outcome).toBe('reused');
    expect(statSync(result.path).ino).toBe(statSync(path).ino);
    expect(readdirSync(site.folder).toSorted()).toEqual(['first', 'second']);
  });

  it('of other bytes is not used, nor one that no hash speaks for', async () => {
    const file = await site.plan(smallVersion);
    const copy = join(site.folder, 'copy');
    writeFileSync(copy, Buffer.alloc(file.sizeBytes ?? 0));
    const reuse = { find: () => [copy] };
    expect(await site.downloader().download(file, join(site.folder, 'a'), { reuse })).toMatchObject({
      outcome: 'downloaded',
    });
    expect(await site.downloader().download(withHashes(file, {}), join(site.folder, 'b'), { reuse })).toMatchObject({
      outcome: 'downloaded',
    });
  });
});
