import { getEventListeners } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TestClock } from '../../../../../test/support/test-clock.js';
import type { DownloadEvent } from '../../../src/files/download/download-options.js';
import type { PlannedFile } from '../../../src/files/download/planned-file.js';
import { createDownloader, failureClassOf } from '../../../src/files.js';
import { rejectionOf } from '../../transport/support.js';
import { largeVersion, smallVersion, useEmulator } from './use-emulator.js';

const site = useEmulator();

function withHashes(file: PlannedFile, hashes: PlannedFile['file']['hashes']): PlannedFile {
  return { ...file, file: { ...file.file, hashes } };
}

function targetOf({ name }: PlannedFile): string {
  return join(site.folder, name);
}

describe('download', () => {
  it('saves the file under its name, verified, and says what happens', async () => {
    const file = await site.plan(largeVersion);
    const events: DownloadEvent[] = [];
    const result = await site
      .downloader()
      .download(file, { directory: site.folder }, { onEvent: (event) => events.push(event) });
    expect(result).toMatchObject({
      path: targetOf(file),
      outcome: 'downloaded',
      bytes: file.sizeBytes,
      verified: true,
      algorithm: 'sha256',
      sha256: file.file.hashes.SHA256,
      resumedFromBytes: 0,
      links: 1,
    });
    expect(statSync(result.path).size).toBe(file.sizeBytes);
    const types = events.map(({ type }) => type);
    expect(types.slice(0, 3)).toEqual(['notice', 'start', 'link']);
    expect(types.slice(-3)).toEqual(['verify', 'verified', 'done']);
    const progress = events.filter((event) => event.type === 'progress');
    expect(progress.at(-1)).toMatchObject({ doneBytes: file.sizeBytes, totalBytes: file.sizeBytes });
    expect(progress.map(({ doneBytes }) => doneBytes)).toEqual(
      progress.map(({ doneBytes }) => doneBytes).toSorted((a, b) => a - b),
    );
  });

  it('tells the progress no more often than it should', async () => {
    const file = await site.plan(largeVersion);
    let count = 0;
    const clock = new TestClock(1000);
    await site.downloader({ progressIntervalMs: 500 }, clock).download(
      file,
      { directory: site.folder },
      {
        onEvent: ({ type }) => void (count += type === 'progress' ? 1 : 0),
      },
    );
    // Time does not pass on this clock.
    expect(count).toBe(1);
  });

  it('creates the folders that are missing', async () => {
    const target = join(site.folder, 'a/b/c.safetensors');
    await site.downloader().download(`v:${smallVersion}`, target);
    expect(existsSync(target)).toBe(true);
  });

  it('refuses several files, and none', async () => {
    const downloader = site.downloader();
    expect(
      await rejectionOf(downloader.download([`v:${smallVersion}`, `v:${largeVersion}`], site.folder)),
    ).toMatchObject({ code: 'ambiguous_file' });
    expect(await rejectionOf(downloader.download([], site.folder))).toMatchObject({ code: 'bad_source' });
    expect(await rejectionOf(downloader.download('nonsense', site.folder))).toMatchObject({ code: 'bad_source' });
  });

  it('stops at once when it is cancelled, keeps what is there and leaves nothing on the signal', async () => {
    const file = await site.plan(largeVersion);
    const controller = new AbortController();
    const failure = await rejectionOf(
      site.downloader().download(
        file,
        { directory: site.folder },
        {
          signal: controller.signal,
          onEvent: (event) => {
            if (event.type === 'progress' && event.doneBytes > 300_000) controller.abort(new Error('enough'));
          },
        },
      ),
    );
    expect(failure).toMatchObject({ message: 'enough' });
    expect(readdirSync(site.folder).toSorted()).toEqual([`${file.name}.part`, `${file.name}.part.json`]);
    expect(getEventListeners(controller.signal, 'abort')).toHaveLength(0);
    const again = await site.downloader().download(file, { directory: site.folder });
    expect(again.resumedFromBytes).toBeGreaterThan(300_000);
    expect(readdirSync(site.folder)).toEqual([file.name]);
  });

  it('does nothing at all when it is cancelled before', async () => {
    const failure = await rejectionOf(
      site.downloader().download(`v:${smallVersion}`, site.folder, { signal: AbortSignal.abort(new Error('no')) }),
    );
    expect(failure).toMatchObject({ message: 'no' });
    expect(failureClassOf(new DOMException('x', 'AbortError'))).toBe('cancelled');
    expect(site.links()).toBe(0);
  });

  it('begins anew when it should not go on', async () => {
    const file = await site.plan(largeVersion);
    writeFileSync(`${targetOf(file)}.part`, Buffer.alloc(1000));
    const result = await site.downloader().download(file, { directory: site.folder }, { resume: false });
    expect(result).toMatchObject({ resumedFromBytes: 0, verified: true });
  });

  it('puts the part of another file aside and says so', async () => {
    const file = withHashes(await site.plan(smallVersion), {});
    writeFileSync(`${targetOf(file)}.part`, 'of another file');
    const notices: string[] = [];
    await site
      .downloader()
      .download(
        file,
        { directory: site.folder },
        { onEvent: (event) => void (event.type === 'notice' && notices.push(event.code)) },
      );
    expect(notices).toContain('foreign_part');
    const aside = readdirSync(site.folder).find((name) => name.endsWith('.old')) ?? '';
    expect(readFileSync(join(site.folder, aside), 'utf8')).toBe('of another file');
  });

  it('keeps below its bandwidth', async () => {
    const clock = new TestClock(60_000);
    const file = await site.plan(largeVersion);
    const startedAt = clock.now();
    await site
      .downloader({ bytesPerSecond: 100_000, stallTimeoutMs: 600_000, headersTimeoutMs: 600_000 }, clock)
      .download(file, { directory: site.folder });
    const seconds = (clock.now() - startedAt) / 1000;
    expect(seconds).toBeGreaterThanOrEqual(11);
    expect(seconds).toBeLessThanOrEqual(11.3);
  });

  it('several connections fetch the same file, in ranges that do not overlap', async () => {
    const file = await site.plan(largeVersion);
    const result = await site.downloader({ segments: 8 }).download(file, { directory: site.folder });
    expect(result).toMatchObject({ verified: true, links: 1 });
    const ranges = site.emulator.requests
      .filter(({ origin }) => origin === 'storage')
      .map(({ headers }) => headers.range);
    expect(new Set(ranges).size).toBe(8);
    expect(ranges[0]).toBe('bytes=0-');
  });

  it('refuses what is not a client, and options that make no sense', () => {
    expect(() => createDownloader({} as never)).toThrow(TypeError);
    for (const options of [
      { segments: 0 },
      { segments: 1.5 },
      { maxConcurrentFiles: 0 },
      { bytesPerSecond: 0 },
      { maxRetries: -1 },
      { stallTimeoutMs: 0 },
    ]) {
      expect(() => createDownloader(site.civitai, options)).toThrow(RangeError);
    }
  });
});

describe('a file of the same name', () => {
  it('is kept, renamed around, overwritten or an error, as it is wished', async () => {
    const file = await site.plan(smallVersion);
    const target = targetOf(file);
    const downloader = site.downloader();
    writeFileSync(target, 'mine');
    expect(await rejectionOf(downloader.download(file, target))).toMatchObject({ code: 'file_exists' });
    expect(await downloader.download(file, target, { onConflict: 'skip' })).toMatchObject({
      outcome: 'skipped',
      verified: false,
      links: 0,
    });
    expect(readFileSync(target, 'utf8')).toBe('mine');
    const renamed = await downloader.download(file, target, { onConflict: 'rename' });
    expect(renamed.path).toBe(target.replace('.safetensors', ' (1).safetensors'));
    expect(await downloader.download(file, target, { onConflict: 'rename' })).toMatchObject({
      outcome: 'skipped',
      path: renamed.path,
      verified: true,
    });
    expect(await downloader.download(file, target, { onConflict: 'overwrite' })).toMatchObject({
      outcome: 'downloaded',
      path: target,
    });
    expect(readFileSync(target).equals(readFileSync(renamed.path))).toBe(true);
    expect(readdirSync(site.folder)).toHaveLength(2);
    expect(site.links()).toBe(2);
  });

  it('is skipped when it is the same, by whatever hash is published', async () => {
    const file = await site.plan(smallVersion);
    const downloader = site.downloader();
    await downloader.download(file, { directory: site.folder });
    const { AutoV2, BLAKE3, CRC32 } = file.file.hashes;
    for (const [algorithm, hashes] of [
      ['blake3', { BLAKE3 }],
      ['autoV2', { AutoV2 }],
      ['crc32', { CRC32 }],
    ] as const) {
      expect(await downloader.download(withHashes(file, hashes as never), { directory: site.folder })).toMatchObject({
        outcome: 'skipped',
        verified: true,
        algorithm,
      });
    }
    expect(await rejectionOf(downloader.download(withHashes(file, {}), { directory: site.folder }))).toMatchObject({
      code: 'file_exists',
    });
  });

  it('that somebody puts there meanwhile is not overwritten, and nothing is lost', async () => {
    const file = await site.plan(largeVersion);
    const target = targetOf(file);
    const onEvent = ({ type }: DownloadEvent): void => {
      if (type === 'verify') writeFileSync(target, 'meanwhile');
    };
    expect(await rejectionOf(site.downloader().download(file, target, { onEvent }))).toMatchObject({
      code: 'file_exists',
    });
    expect(readFileSync(target, 'utf8')).toBe('meanwhile');
    expect(await site.downloader().download(file, target, { onConflict: 'overwrite' })).toMatchObject({
      resumedFromBytes: file.sizeBytes,
      links: 0,
    });
  });
});

describe('a folder', () => {
  it.each(['../out', '/etc/out', 'a/../../out', 'C:\\out', '..\\out', ''])(
    'is not left by the name "%s"',
    async (name) => {
      const failure = await rejectionOf(
        site.downloader().download(`v:${smallVersion}`, { directory: site.folder, name: () => name }),
      );
      expect(failure).toMatchObject({ code: 'unsafe_target' });
      expect(site.links()).toBe(0);
    },
  );

  it('is not left by a link in it', async () => {
    mkdirSync(join(site.folder, 'inside'));
    mkdirSync(join(site.folder, 'outside'));
    symlinkSync('../outside', join(site.folder, 'inside/link'));
    const target = { directory: join(site.folder, 'inside'), name: ({ name }: PlannedFile) => `link/${name}` };
    expect(await rejectionOf(site.downloader().download(`v:${smallVersion}`, target))).toMatchObject({
      code: 'unsafe_target',
    });
    expect(readdirSync(join(site.folder, 'outside'))).toEqual([]);
  });
});
