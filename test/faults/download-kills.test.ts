import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CivitaiClient, createCivitaiClient } from '@civitkit/core/client';
import { createDownloader, type DownloadedFile } from '@civitkit/core/files';
import { type RunningEmulator, startEmulator } from 'civitkit/emulator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compileSources } from '../../packages/core/test/compile-sources.js';
import { seededRandom } from '../support/seeded-random.js';
import { large } from './downloads/catalogue-files.js';
import { type SpawnedDownload, spawnDownload } from './downloads/spawned.js';

let root = '';
let source = '';
let emulator: RunningEmulator;
let civitai: CivitaiClient;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'civitkit-kills-'));
  source = compileSources(root, ['client.ts', 'files.ts']);
  emulator = await startEmulator({ imageCount: 0 });
  civitai = createCivitaiClient({ baseUrl: emulator.siteUrl, apiKey: emulator.apiKey });
}, 120_000);
afterAll(async () => {
  civitai.close();
  await emulator.close();
  rmSync(root, { recursive: true, force: true });
});

function run(folder: string, more: Partial<SpawnedDownload>): ReturnType<typeof spawnDownload> {
  const { apiKey, siteUrl } = emulator;
  return spawnDownload({ source, baseUrl: siteUrl, apiKey, versionId: large.versionId, folder, ...more });
}

async function resume(folder: string): Promise<DownloadedFile> {
  return await createDownloader(civitai, { reserveBytes: 0 }).download(`v:${large.versionId}`, { directory: folder });
}

function newFolder(name: string): string {
  const folder = join(root, name);
  mkdirSync(folder);
  return folder;
}

function assertWhole(folder: string): void {
  expect(readFileSync(join(folder, large.name)).equals(large.bytes)).toBe(true);
  expect(readdirSync(folder)).toEqual([large.name]);
}

const { env } = import.meta as unknown as { readonly env: { readonly MODE: string } };
const random = seededRandom(5);
// `npm run faults:downloads` runs this file too, in the mode "table", and takes its time.
const kills = env.MODE === 'table' ? 50 : 12;
const offsets = Array.from({ length: kills }, (_, index) => ({
  killAtBytes: Math.floor(random() * large.bytes.length),
  segments: index % 2 === 0 ? 1 : 4,
}));

describe('SIGKILL', () => {
  it(`at ${kills} offsets leaves what the next process goes on with, and never a file under the final name`, {
    timeout: 300_000,
  }, async () => {
    const lost: number[] = [];
    for (const [index, { killAtBytes, segments }] of offsets.entries()) {
      const folder = newFolder(`kill-${index}`);
      expect(await run(folder, { killAtBytes, segments })).toMatchObject({ signal: 'SIGKILL', said: '' });
      expect(existsSync(join(folder, large.name))).toBe(false);
      const { resumedFromBytes, sha256 } = await resume(folder);
      expect(sha256).toBe(large.sha256);
      assertWhole(folder);
      lost.push(segments === 1 ? Math.max(0, killAtBytes - resumedFromBytes) : 0);
    }
    // Of one connection, every byte that was written counts.
    expect(lost).toEqual(offsets.map(() => 0));
  });

  it('ten times in a row in one file', { timeout: 120_000 }, async () => {
    const folder = newFolder('again-and-again');
    const places: number[] = [];
    // So that there are as many moments to be killed at.
    emulator.addFault({
      match: { path: '/civitai-delivery/' },
      fault: { kind: 'slowBody', pauseMs: 1, chunkBytes: 16_384 },
    });
    for (let step = 1; step <= 10; step += 1) {
      const ended = await run(folder, { killAtBytes: Math.floor((step * large.bytes.length) / 11) });
      expect(ended).toMatchObject({ signal: 'SIGKILL', said: '' });
      places.push(statSync(join(folder, `${large.name}.part`)).size);
    }
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    emulator.clearFaults();
    expect((await run(folder, {})).said).toBe('ok');
    assertWhole(folder);
  });
});

describe('the disk of the system itself', () => {
  const mountable = canMount();

  it.skipIf(!mountable)('a small disk that fills up in the middle: kept, and resumed when there is room', async () => {
    const folder = newFolder('tmpfs');
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1200k', 'tmpfs', folder]);
    try {
      let filled = false;
      const failure = await createDownloader(civitai, { reserveBytes: 0, progressIntervalMs: 0 })
        .download(
          `v:${large.versionId}`,
          { directory: folder },
          {
            onEvent: ({ type }) => {
              if (type !== 'progress' || filled) return;
              filled = true;
              writeFileSync(join(folder, 'of-somebody-else'), Buffer.alloc(600_000));
            },
          },
        )
        .catch((error: unknown) => error);
      expect(failure).toMatchObject({ code: 'disk_full', details: { systemCode: 'ENOSPC' } });
      expect(existsSync(join(folder, large.name))).toBe(false);
      const kept = statSync(join(folder, `${large.name}.part`)).size;
      expect(kept).toBeGreaterThan(0);
      rmSync(join(folder, 'of-somebody-else'));
      expect(await resume(folder)).toMatchObject({ resumedFromBytes: kept, verified: true });
      assertWhole(folder);
    } finally {
      execFileSync('umount', [folder]);
    }
  });

  it.skipIf(!mountable)('a disk that can only be read: nothing is requested', async () => {
    const folder = newFolder('read-only');
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1200k,ro', 'tmpfs', folder]);
    const before = emulator.requests.filter(({ path }) => path.startsWith('/api/download/')).length;
    try {
      await expect(resume(folder)).rejects.toMatchObject({ code: 'not_writable', details: { systemCode: 'EROFS' } });
      expect(emulator.requests.filter(({ path }) => path.startsWith('/api/download/'))).toHaveLength(before);
    } finally {
      execFileSync('umount', [folder]);
    }
  });

  it('files may not be as long as this one: kept, and resumed without the limit', async () => {
    const folder = newFolder('too-long');
    const { exitCode, said } = await run(folder, { shell: 'ulimit -f 1024' });
    expect({ exitCode, said }).toEqual({ exitCode: 0, said: 'write_failed' });
    expect(existsSync(join(folder, large.name))).toBe(false);
    expect(await resume(folder)).toMatchObject({ resumedFromBytes: 524_288 });
    assertWhole(folder);
  });
});

function canMount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  const folder = mkdtempSync(join(tmpdir(), 'civitkit-mount-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder], { stdio: 'ignore' });
    execFileSync('umount', [folder]);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
