import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CivitaiClient, Configuration, createCivitaiClient } from '@civitkit/core/client';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningEmulator, startEmulator } from '../../../../../src/emulator/start-emulator.js';
import { applyRenames } from '../../../src/files/identify/apply-renames.js';
import { describeFiles } from '../../../src/files/identify/describe-files.js';
import { identifyFiles } from '../../../src/files/identify/identify-files.js';
import { planRenames } from '../../../src/files/identify/rename-plan.js';
import { folderFor } from '../../../src/files/layouts/folder-for.js';
import { locateFolder } from '../../../src/files/layouts/locate-folder.js';
import { useTemporaryFolder } from '../use-temporary-folder.js';
import { bytesOf, catalogueFiles, emulatorOptions, findFile, writeOld } from './local-models.js';

const folder = useTemporaryFolder();
const below = (path: string): string => join(folder(), path);

let emulator: RunningEmulator;
let civitai: CivitaiClient;
beforeAll(async () => {
  emulator = await startEmulator(emulatorOptions);
  const CivitaiApi = { BaseUrl: emulator.siteUrl, ApiKey: emulator.apiKey, StrictJsonParsing: true };
  civitai = createCivitaiClient(Configuration.from({ CivitaiApi }));
});
afterAll(async () => {
  civitai.close();
  await emulator.close();
});

it('a folder of files without names gets names, folders and descriptions, and is known again', async () => {
  const placed = catalogueFiles.filter((_, index) => index % 20 === 0);
  for (const [index, one] of placed.entries()) writeOld(below(`download (${index}).safetensors`), bytesOf(one));
  const cachePath = below('cache/hashes.json');
  const first = await identifyFiles([folder()], civitai, { cachePath });
  expect(first.files.every((file) => 'version' in file)).toBe(true);

  const pattern = '{type}/{baseModel}/{model.name}/{version.id}-{file.id}';
  const plan = await planRenames(first.files, { pattern, root: folder(), models: first.models });
  expect(plan.every(({ action }) => action === 'rename')).toBe(true);
  expect((await applyRenames(plan)).every(({ outcome }) => outcome === 'renamed')).toBe(true);
  expect(readdirSync(folder()).some((name) => name.startsWith('download'))).toBe(false);

  const second = await identifyFiles([folder()], civitai, { cachePath });
  const ids = (report: typeof first): unknown =>
    report.files.map((file) => ('version' in file ? String(file.version.id) : file.path)).toSorted();
  expect(second.files).toHaveLength(placed.length);
  expect(ids(second)).toEqual(ids(first));

  const described = await describeFiles(second.files, {
    kinds: ['info', 'a1111', 'cm', 'hashes', 'model'],
    models: second.models,
  });
  expect(described).toHaveLength(placed.length);
  for (const { sidecars } of described) {
    expect(sidecars.map(({ outcome }) => outcome)).toEqual(Array.from({ length: 5 }, () => 'written'));
    for (const { path = '' } of sidecars) {
      expect(readFileSync(path, 'utf8')).not.toMatch(new RegExp(`${emulator.apiKey}|token=|X-Amz-`, 'u'));
    }
  }
});

it('a file comes into the folder of its kind', async () => {
  const lora = findFile(({ file, model }) => model.type === 'LORA' && file.content?.format === 'SafeTensor');
  const model = await civitai.models.get(lora.model.id);
  const version = model.modelVersions.find(({ id }) => id === lora.version.id);
  const file = version?.files.find(({ id }) => id === lora.file.id);
  if (file === undefined) throw new Error('the emulator shows every file');
  const placement = folderFor('forge', file, version, model);
  expect(await locateFolder(folder(), placement)).toBe(below('models/Lora'));
});
