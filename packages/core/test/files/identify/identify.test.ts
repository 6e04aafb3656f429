import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CivitaiClient, Configuration, createCivitaiClient, isCivitaiError } from '@civitkit/core/client';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { PlacedFile } from '../../../../../src/emulator/catalogue/catalogue.js';
import { type RunningEmulator, startEmulator } from '../../../../../src/emulator/start-emulator.js';
import {
  type IdentifyOptions,
  type IdentifyProgress,
  type IdentifyReport,
  identifyFiles,
} from '../../../src/files/identify/identify-files.js';
import { useTemporaryFolder } from '../use-temporary-folder.js';
import { bytesOf, catalogueFiles, emulatorOptions, findFile, writeOld } from './local-models.js';

const folder = useTemporaryFolder();
const below = (path: string): string => join(folder(), path);

let emulator: RunningEmulator;
let civitai: CivitaiClient;
beforeAll(async () => {
  emulator = await startEmulator(emulatorOptions);
  const CivitaiApi = { BaseUrl: emulator.siteUrl, ApiKey: emulator.apiKey, Retry: { MaxRetries: 0 } };
  civitai = createCivitaiClient(Configuration.from({ CivitaiApi }));
});
afterEach(() => emulator.clearFaults());
afterAll(async () => {
  civitai.close();
  await emulator.close();
});

const identify = (options: IdentifyOptions = {}): Promise<IdentifyReport> =>
  identifyFiles([folder()], civitai, options);
const isSafetensors = ({ file }: PlacedFile): boolean => file.content?.format === 'SafeTensor';
/** Of a model with several versions for one base model. */
const isOneOfSeveral = ({ model, version }: PlacedFile): boolean =>
  model.versions.filter(({ baseModel, status }) => baseModel === version.baseModel && status === 'Published').length >
  2;
const newest = findFile(
  (placed) => isSafetensors(placed) && isOneOfSeveral(placed) && placed.model.versions[0] === placed.version,
);
const oldest = findFile(
  (placed) =>
    isSafetensors(placed) &&
    isOneOfSeveral(placed) &&
    placed.model.versions.at(-1) === placed.version &&
    placed.version.id % 9 !== 8,
);
const requestsTo = (path: string): number => emulator.requests.filter((request) => request.path === path).length;
const bulk = '/api/v1/model-versions/by-hash';

/** The same weights under another header, as editors of metadata leave them. */
function edited(placed: PlacedFile): Buffer {
  const bytes = Buffer.from(bytesOf(placed));
  const at = bytes.indexOf('"format":"pt"');
  bytes.write('"format":"xx"', at);
  return bytes;
}

describe('identifyFiles', () => {
  it('tells what files are, which are outdated, and which are not on the site', async () => {
    mkdirSync(below('deep/er'), { recursive: true });
    writeOld(below('a-new.safetensors'), bytesOf(newest));
    writeOld(below('deep/er/b-old.safetensors'), bytesOf(oldest));
    writeOld(below('c-mine.safetensors'), 'nobody knows this');
    writeOld(below('readme.txt'), 'no model');
    const { files, models, problems } = await identify();
    expect(problems).toEqual([]);
    expect(files.map(({ path, status }) => [path, status])).toEqual([
      [below('a-new.safetensors'), 'known'],
      [below('c-mine.safetensors'), 'unknown'],
      [below('deep/er/b-old.safetensors'), 'outdated'],
    ]);
    expect(files[0]).toMatchObject({
      matchedBy: 'sha256',
      version: { id: newest.version.id, modelId: newest.model.id, baseModel: newest.version.baseModel },
      file: { id: newest.file.id, name: newest.file.name },
      newer: [],
      hashes: { sha256: newest.file.hashes.SHA256 },
      fromCache: false,
      sizeBytes: bytesOf(newest).byteLength,
    });
    const { newer } = files[2] as Extract<(typeof files)[number], { newer: unknown }>;
    expect(newer[0]).toMatchObject({ id: oldest.model.versions[0]?.id });
    expect(newer.some(({ sameBaseModel }) => sameBaseModel)).toBe(true);
    expect(new Set(models.keys())).toEqual(new Set([newest.model.id, oldest.model.id]));
  });

  it('finds every public file there is, in few requests', async () => {
    const some = catalogueFiles.filter((_, index) => index % 2 === 0);
    for (const [index, placed] of some.entries()) writeOld(below(`${index}.safetensors`), bytesOf(placed));
    const before = emulator.requests.length;
    const { files } = await identify({ weakHashes: [], updates: false });
    expect(some.length).toBeGreaterThan(100);
    expect(files.filter(({ status }) => status === 'known')).toHaveLength(some.length);
    expect(emulator.requests.length - before).toBeLessThan(some.length / 20);
  });

  it('finds files whose metadata was edited by their weights, and says so', async () => {
    writeOld(below('edited.safetensors'), edited(newest));
    const { files } = await identify();
    expect(files[0]).toMatchObject({
      status: 'known',
      matchedBy: 'autoV3',
      version: { id: newest.version.id },
      file: { id: newest.file.id },
    });
    expect((await identify({ weakHashes: [] })).files[0]).toMatchObject({ status: 'unknown' });
  });

  it('says what an unknown file says of itself', async () => {
    const header = Buffer.from(JSON.stringify({ __metadata__: { ss_base_model_version: 'sdxl_base_v1-0' } }));
    const length = Buffer.alloc(8);
    length.writeBigUInt64LE(BigInt(header.byteLength));
    writeOld(below('own.safetensors'), Buffer.concat([length, header]));
    expect((await identify()).files[0]).toMatchObject({ status: 'unknown', embedded: { baseModel: 'sdxl_base_v1-0' } });
  });

  it('reports files that cannot be read, and goes on', async () => {
    writeOld(below('ok.safetensors'), bytesOf(newest));
    symlinkSync(below('nowhere'), below('dangling.safetensors'));
    const { files } = await identifyFiles([below('gone.pt'), folder()], civitai);
    expect(files.map(({ path, status }) => [path, status])).toEqual([
      [below('ok.safetensors'), 'known'],
      [below('gone.pt'), 'failed'],
    ]);
    expect(files[1]).toMatchObject({ error: { code: 'file_not_found' } });
  });

  it('looks through each folder once, deep or not, and takes any file that is named', async () => {
    mkdirSync(below('in/side'), { recursive: true });
    writeOld(below('in/side/a.safetensors'), '1');
    writeOld(below('in/b.zip'), '2');
    symlinkSync(folder(), below('in/side/around'));
    const shallow = await identifyFiles([below('in'), below('in/b.zip'), below('in')], civitai, {
      recursive: false,
      weakHashes: [],
    });
    expect(shallow.files.map(({ path }) => path)).toEqual([below('in/b.zip')]);
    const deep = await identifyFiles([below('in')], civitai, { weakHashes: [], extensions: ['.ZIP', '.safetensors'] });
    expect(deep.files.map(({ path }) => path)).toEqual([below('in/b.zip'), below('in/side/a.safetensors')]);
  });

  it('says nothing of nothing', async () => {
    const before = emulator.requests.length;
    expect(await identify()).toEqual({ files: [], models: new Map(), problems: [] });
    expect(emulator.requests.length).toBe(before);
  });

  it('tells how far it is', async () => {
    writeOld(below('a.safetensors'), bytesOf(newest));
    writeOld(below('b.safetensors'), 'mine');
    const seen: IdentifyProgress[] = [];
    await identify({ onProgress: (progress) => seen.push(progress) });
    const last = (phase: IdentifyProgress['phase']): IdentifyProgress | undefined =>
      seen.findLast((one) => one.phase === phase);
    expect(last('hashing')).toEqual({ phase: 'hashing', doneFiles: 2, totalFiles: 2 });
    expect(seen.some((one) => one.phase === 'hashing' && one.file?.hashedBytes === bytesOf(newest).byteLength)).toBe(
      true,
    );
    expect(last('looking-up')).toEqual({ phase: 'looking-up', doneFiles: 2, totalFiles: 2 });
    expect(last('updates')).toEqual({ phase: 'updates', totalModels: 1 });
  });
});

describe('when things go wrong', () => {
  it.each([
    ['is gone', { kind: 'status', status: 404 } as const],
    ['is refused', { kind: 'status', status: 405 } as const],
    ['fails', { kind: 'status', status: 500 } as const],
    ['answers nonsense', { kind: 'brokenJson' } as const],
    ['answers a web page', { kind: 'html' } as const],
  ])('asks one by one when the bulk route %s', async (_what, fault) => {
    writeOld(below('a.safetensors'), bytesOf(newest));
    writeOld(below('b.safetensors'), 'mine');
    emulator.addFault({ match: { method: 'POST', path: bulk }, fault });
    const { files } = await identify();
    expect(files.map(({ status }) => status)).toEqual(['known', 'unknown']);
    expect(files[0]).toMatchObject({ version: { id: newest.version.id } });
  });

  it('does not ask one by one when nothing would come of it', async () => {
    writeOld(below('a.safetensors'), bytesOf(newest));
    emulator.addFault({ match: { method: 'POST', path: bulk }, fault: { kind: 'status', status: 503 } });
    await expect(identify()).rejects.toMatchObject({ status: 503 });
    emulator.clearFaults();
    emulator.addFault({ fault: { kind: 'reset' } });
    await expect(identify()).rejects.toSatisfy((error) => isCivitaiError(error) && error.code === 'connection_failed');
  });

  it('reports that updates are not known, and knows the rest', async () => {
    writeOld(below('old.safetensors'), bytesOf(oldest));
    emulator.addFault({ match: { path: /^\/api\/v1\/models/u }, fault: { kind: 'status', status: 500 } });
    const { files, problems } = await identify();
    expect(files[0]).toMatchObject({ status: 'known', version: { id: oldest.version.id }, newer: [] });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ status: 500 });
  });

  it('ends at once when it is aborted, in each of its phases', async () => {
    writeOld(below('a.safetensors'), bytesOf(newest));
    const reason = new Error('enough');
    for (const phase of ['hashing', 'looking-up', 'updates'] as const) {
      const controller = new AbortController();
      const onProgress = (progress: IdentifyProgress): void => {
        if (progress.phase === phase) controller.abort(reason);
      };
      await expect(identify({ signal: controller.signal, onProgress })).rejects.toBe(reason);
    }
    await expect(identify({ signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });

  it('ends with what the caller throws', async () => {
    writeOld(below('a.safetensors'), bytesOf(newest));
    const thrown = new Error('the caller');
    const onProgress = (): never => {
      throw thrown;
    };
    await expect(identify({ onProgress })).rejects.toBe(thrown);
  });
});

describe('the cache', () => {
  it('spares the reading of files that have not changed', async () => {
    const cachePath = below('cache/hashes.json');
    writeOld(below('a.safetensors'), bytesOf(newest));
    expect((await identify({ cachePath })).files[0]).toMatchObject({ fromCache: false });
    const again = await identify({ cachePath });
    expect(again.files[0]).toMatchObject({
      fromCache: true,
      status: 'known',
      hashes: { sha256: newest.file.hashes.SHA256 },
    });
    writeOld(below('a.safetensors'), Buffer.concat([bytesOf(newest), Buffer.from('more')]));
    expect((await identify({ cachePath })).files[0]).toMatchObject({ fromCache: false, status: 'unknown' });
  });

  it('is of no account when it is broken or cannot be written', async () => {
    writeOld(below('a.safetensors'), bytesOf(newest));
    writeFileSync(below('broken.json'), '{"format":1,"files":');
    expect((await identify({ cachePath: below('broken.json') })).files[0]).toMatchObject({ status: 'known' });
    writeFileSync(below('file'), '');
    const { files, problems } = await identify({ cachePath: below('file/hashes.json') });
    expect(files[0]).toMatchObject({ status: 'known' });
    expect(problems[0]).toMatchObject({ code: 'not_writable' });
  });

  it('keeps what was hashed before an abort', async () => {
    const cachePath = below('hashes.json');
    writeOld(below('a.safetensors'), bytesOf(newest));
    const controller = new AbortController();
    const onProgress = ({ phase }: IdentifyProgress): void => {
      if (phase === 'looking-up') controller.abort(new Error('enough'));
    };
    await expect(identify({ cachePath, signal: controller.signal, onProgress })).rejects.toThrow('enough');
    expect((await identify({ cachePath })).files[0]).toMatchObject({ fromCache: true });
    expect(requestsTo(bulk)).toBeGreaterThan(0);
  });
});
