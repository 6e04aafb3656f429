import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import {
  type EmulatorOptions,
  type RunningEmulator,
  startEmulator,
} from '../../../../../src/emulator/start-emulator.js';
import { CivitaiClient } from '../../../src/civitai-client.js';
import { createPipeline } from '../../../src/create-pipeline.js';
import type { DownloaderOptions } from '../../../src/files/download/download-options.js';
import { Downloader } from '../../../src/files/download/downloader.js';
import type { PlannedFile } from '../../../src/files/download/planned-file.js';
import { Secret } from '../../../src/secrets/secret.js';
import type { Clock } from '../../../src/transport/clock.js';
import { defaultSettings } from '../../support.js';

/** What a test of downloads works with; all of it is new for each test. */
export interface EmulatedSite {
  readonly emulator: RunningEmulator;
  readonly folder: string;
  readonly civitai: CivitaiClient;
  /** A downloader that waits as little as it can. */
  downloader(options?: DownloaderOptions, clock?: Clock): Downloader;
  /** The planned file of a version. */
  plan(versionId: number): Promise<PlannedFile>;
  /** How many links were asked for. */
  links(): number;
}

/** 1.1 MB with all hashes. */
export const largeVersion = 20_500;
export const largeModel = 1424;
/** A few kilobytes of safetensors. */
export const smallVersion = 20_003;

/** Starts an emulator for each test. */
export function useEmulator(options: EmulatorOptions = {}): EmulatedSite {
  let site: EmulatedSite | undefined;
  beforeEach(async () => {
    const emulator = await startEmulator({ imageCount: 0, ...options });
    const newClient = (clock?: Clock): CivitaiClient =>
      new CivitaiClient(
        createPipeline(
          { ...defaultSettings, baseUrl: emulator.siteUrl },
          {
            rootUrl: `${emulator.siteUrl}/api/v1`,
            product: 'civitkit-core/test',
            credential: new Secret(emulator.apiKey),
            credentialHelp: 'Set CIVITAI_API_KEY.',
          },
          clock === undefined ? {} : { clock },
        ),
      );
    const civitai = newClient();
    const downloader: EmulatedSite['downloader'] = (more = {}, clock) =>
      new Downloader(clock === undefined ? civitai : newClient(clock), {
        random: () => 0,
        progressIntervalMs: 0,
        reserveBytes: 0,
        ...more,
      });
    site = {
      emulator,
      folder: mkdtempSync(join(tmpdir(), 'civitkit-download-')),
      civitai,
      downloader,
      plan: async (versionId) => {
        const [file] = (await downloader().plan(`v:${versionId}`)).files;
        if (file === undefined) throw new Error(`version ${versionId} has no file`);
        return file;
      },
      links: () => emulator.requests.filter(({ path }) => path.startsWith('/api/download/')).length,
    };
  });
  afterEach(async () => {
    site?.civitai.close();
    await site?.emulator.close();
    rmSync(site?.folder ?? '', { recursive: true, force: true });
  });
  const current = (): EmulatedSite => {
    if (site === undefined) throw new Error('only within a test');
    return site;
  };
  return {
    get emulator() {
      return current().emulator;
    },
    get folder() {
      return current().folder;
    },
    get civitai() {
      return current().civitai;
    },
    downloader: (more, clock) => current().downloader(more, clock),
    plan: (versionId) => current().plan(versionId),
    links: () => current().links(),
  };
}
