// Folders that were made for a download, and nothing came into them.
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rejectionOf } from '../../transport/support.js';
import { largeVersion, smallVersion, useEmulator } from './use-emulator.js';

const site = useEmulator();

/** The site gives no link for a version. */
function refuse(versionId: number): void {
  const path = `/api/download/models/${versionId}`;
  site.emulator.addFault({ match: { path }, fault: { kind: 'status', status: 403 } });
}

describe('a folder that was made for a download', () => {
  it('is gone again, with those that it is in, when the download is refused', async () => {
    refuse(smallVersion);
    mkdirSync(join(site.folder, 'models'));
    const directory = join(site.folder, 'models/new/deep');
    expect(await rejectionOf(site.downloader().download(`v:${smallVersion}`, { directory }))).toMatchObject({
      status: 403,
    });
    expect(readdirSync(site.folder, { recursive: true })).toEqual(['models']);
  });

  it('stays when something has come, be it a part', async () => {
    const fault = { kind: 'resetMidBody', afterBytes: 500_000 } as const;
    site.emulator.addFault({ match: { path: '/civitai-delivery/' }, fault, times: 1 });
    const directory = join(site.folder, 'new');
    await rejectionOf(site.downloader({ maxRetries: 0 }).download(`v:${largeVersion}`, { directory }));
    expect(readdirSync(directory).some((name) => name.endsWith('.part'))).toBe(true);
  });

  it('stays for the other files of a batch', async () => {
    refuse(smallVersion);
    const directory = join(site.folder, 'new');
    const sources = [`v:${smallVersion}`, `v:${largeVersion}`];
    const { failed, files } = await site.downloader({ maxConcurrentFiles: 1 }).batch(sources, { directory });
    expect([files.length, failed.length]).toEqual([1, 1]);
    expect(existsSync(files[0]?.path ?? '')).toBe(true);
  });
});
