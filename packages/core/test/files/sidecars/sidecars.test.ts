import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DownloadError, type Image, type Model, type ModelVersionDetail } from '@civitkit/core/client';
import { describe, expect, it } from 'vitest';
import { readHashesCsv } from '../../../src/files/sidecars/hashes-csv.js';
import { previewImageOf } from '../../../src/files/sidecars/preview.js';
import { writePromptSidecar } from '../../../src/files/sidecars/prompt-sidecar.js';
import type { SidecarKind } from '../../../src/files/sidecars/sidecar-plans.js';
import { type SidecarRequest, type SidecarResult, writeSidecars } from '../../../src/files/sidecars/write-sidecars.js';
import { canary } from '../../support.js';
import { siteSample } from '../site-sample.js';
import { useTemporaryFolder } from '../use-temporary-folder.js';

const folder = useTemporaryFolder();
const below = (name: string): string => join(folder(), name);
const json = (name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(below(name), 'utf8')) as Record<string, unknown>;

const everything: readonly SidecarKind[] = ['preview', 'info', 'a1111', 'cm', 'hashes', 'model'];
const png = Buffer.from('89504e470d0a1a0a0000', 'hex');
const jpeg = Buffer.from('ffd8ffe000104a464946', 'hex');

const model: Model = { ...siteSample<Model>('models.get.json'), tags: ['base model', 'anime'] };
const detail: ModelVersionDetail = {
  ...siteSample<ModelVersionDetail>('model-versions.by-hash.get.json'),
  baseModel: 'Illustrious',
  trainedWords: ['one word', 'two'],
  description: '<p>About <b>it</b></p>',
};

async function write(request: Partial<SidecarRequest> = {}): Promise<Record<string, SidecarResult['outcome']>> {
  const results = await writeSidecars({
    path: below('style.v1.safetensors'),
    kinds: everything,
    version: detail,
    model,
    preview: png,
    now: () => new Date('2025-06-01T12:00:00Z'),
    ...request,
  });
  return Object.fromEntries(results.map(({ kind, outcome }) => [kind, outcome]));
}

describe('writeSidecars', () => {
  it('writes every description, by the name of the model, the preview last', async () => {
    const order: string[] = [];
    const preview = (): Promise<Uint8Array> => {
      order.push(...readdirSync(folder()));
      return Promise.resolve(png);
    };
    expect(Object.values(await write({ preview }))).toEqual(Array.from({ length: 6 }, () => 'written'));
    const names = [
      'model_dict-mid_800001-vid_1001.json',
      'style.v1.civitai.info',
      'style.v1.cm-info.json',
      'style.v1.csv',
      'style.v1.json',
    ];
    expect(order.toSorted()).toEqual(names);
    expect(readdirSync(folder()).toSorted()).toEqual([...names, 'style.v1.preview.png']);
    expect(readFileSync(below('style.v1.preview.png'))).toEqual(png);
  });

  it('writes what the programs expect', async () => {
    await write();
    expect(json('style.v1.civitai.info')).toMatchObject({
      id: 1001,
      modelId: 800001,
      name: 'v2.0',
      trainedWords: ['one word', 'two'],
      baseModel: 'Illustrious',
      model: { name: 'Example Model', type: 'Checkpoint', nsfw: false, poi: false },
      files: [{ hashes: { AutoV2: '13B7994FAE' } }, {}],
    });
    expect(json('style.v1.json')).toEqual({
      description: 'About it',
      'sd version': 'SDXL',
      'activation text': 'one word, two',
      modelId: 800001,
      modelVersionId: 1001,
      sha256: '13B7994FAE9387C2E1B598524BA1204AE404D02FA67016ED86C74183AB1AAFCA',
    });
    expect(json('style.v1.cm-info.json')).toMatchObject({
      ModelId: 800001,
      ModelName: 'Example Model',
      Tags: ['base model', 'anime'],
      ModelType: 'Checkpoint',
      VersionId: 1001,
      BaseModel: 'Illustrious',
      FileMetadata: { fp: 'fp16', size: 'pruned', format: 'SafeTensor' },
      ImportedAt: '2025-06-01T12:00:00.000+00:00',
      TrainedWords: ['one word', 'two'],
      UserTitle: null,
    });
    expect(json('model_dict-mid_800001-vid_1001.json')).toEqual(JSON.parse(JSON.stringify(model)));
    const csv = readFileSync(below('style.v1.csv'), 'utf8');
    expect(csv).toMatch(/^hash_name, hash_id\nAutoV1, 13B7994F\n(?:.+\n)*BLAKE3, [0-9A-F]{64}$/u);
    expect(readHashesCsv(csv)).toEqual(detail.files[0]?.hashes);
    expect(readHashesCsv('\uFEFFhash_name,hash_id\r\nSHA256,abcdef12\r\nbad,xyz\r\n,\r\n')).toEqual({
      SHA256: 'ABCDEF12',
    });
  });

  it('changes nothing when it is asked again', async () => {
    await write();
    const before = readdirSync(folder()).map((name) => readFileSync(below(name)));
    const later = (): Date => new Date('2026-01-01');
    expect(await write({ now: later })).toEqual({
      info: 'unchanged',
      a1111: 'unchanged',
      cm: 'unchanged',
      hashes: 'unchanged',
      model: 'unchanged',
      preview: 'kept',
    });
    expect(readdirSync(folder()).map((name) => readFileSync(below(name)))).toEqual(before);
  });

  it('fills in what the user has left empty, and not a word more', async () => {
    const own = {
      notes: 'mine',
      description: '',
      'activation text': 'my words',
      'preferred weight': 0.7,
      'sd version': 'Unknown',
      custom: { deep: [1] },
    };
    writeFileSync(below('style.v1.json'), JSON.stringify(own));
    expect((await write())['a1111']).toBe('merged');
    expect(json('style.v1.json')).toEqual({
      ...own,
      description: 'About it',
      'sd version': 'SDXL',
      modelId: 800001,
      modelVersionId: 1001,
      sha256: detail.files[0]?.hashes.SHA256,
    });
  });

  it.each(['not json', '[1]', '"text"', '{"broken": '])('leaves %j alone where users write', async (text) => {
    writeFileSync(below('style.v1.json'), text);
    expect((await write())['a1111']).toBe('kept');
    expect(readFileSync(below('style.v1.json'), 'utf8')).toBe(text);
  });

  it('keeps what other programs have added, and what the user has named', async () => {
    writeFileSync(below('style.v1.civitai.info'), JSON.stringify({ id: 5, extensions: { x: 1 } }));
    const cm = { UserTitle: 'My title', ImportedAt: '2024-01-01T00:00:00+02:00', Later: 1, ModelId: 5 };
    writeFileSync(below('style.v1.cm-info.json'), JSON.stringify(cm));
    await write();
    expect(json('style.v1.civitai.info')).toMatchObject({ id: 1001, modelId: 800001, extensions: { x: 1 } });
    expect(json('style.v1.cm-info.json')).toMatchObject({ ...cm, ModelId: 800001 });
  });

  it('replaces machine-made descriptions that are broken', async () => {
    writeFileSync(below('style.v1.civitai.info'), '{"id": 5');
    expect((await write())['info']).toBe('written');
    expect(json('style.v1.civitai.info')['id']).toBe(1001);
  });

  it('writes no key and no signed address anywhere', async () => {
    const secret = `https://civitai.com/api/download/models/1001?token=${canary}`;
    const signed = `https://b.r2.dev/x?X-Amz-Signature=${canary}&X-Amz-Expires=1`;
    const [file] = detail.files;
    const [image] = detail.images;
    const tainted = {
      ...detail,
      downloadUrl: secret,
      description: `<a href="${secret}">${signed}</a>`,
      files: [{ ...file, downloadUrl: signed }],
      images: [{ ...image, url: secret }],
    } as unknown as ModelVersionDetail;
    await write({
      version: tainted,
      model: { ...model, description: secret, modelVersions: [tainted] } as unknown as Model,
    });
    for (const name of readdirSync(folder())) expect(readFileSync(below(name), 'latin1')).not.toContain(canary);
    const path = await writePromptSidecar({
      imagePath: below('1.jpeg'),
      image: { ...siteSample<{ items: [Image] }>('images.list.json').items[0], url: secret },
    });
    expect(readFileSync(path, 'utf8')).not.toContain(canary);
  });

  it('takes a version out of a model only together with the model', async () => {
    const [version] = model.modelVersions;
    if (version === undefined) throw new Error('the sample has versions');
    expect((await write({ version, kinds: ['info'] }))['info']).toBe('written');
    expect(json('style.v1.civitai.info')).toMatchObject({
      id: version.id,
      modelId: 800001,
      model: { type: 'Checkpoint' },
    });
    await expect(write({ version, model: undefined })).rejects.toThrow(TypeError);
  });

  it('says what it has nothing for', async () => {
    const results = await writeSidecars({
      path: below('x.pt'),
      kinds: ['model', 'hashes', 'preview'],
      version: { ...detail, files: [] },
    });
    expect(results.map(({ outcome }) => outcome)).toEqual(['skipped', 'skipped', 'skipped']);
    expect(readdirSync(folder())).toEqual([]);
  });

  it('puts the whole model where it is told', async () => {
    mkdirSync(below('extra'));
    await write({ kinds: ['model'], metadataFolder: below('extra') });
    expect(readdirSync(below('extra'))).toEqual(['model_dict-mid_800001-vid_1001.json']);
  });

  it('goes on when one cannot be written', async () => {
    mkdirSync(below('style.v1.civitai.info'));
    const results = await writeSidecars({
      path: below('style.v1.safetensors'),
      kinds: ['info', 'hashes'],
      version: detail,
    });
    expect(results.find(({ kind }) => kind === 'info')).toMatchObject({ outcome: 'failed' });
    expect(results.find(({ kind }) => kind === 'hashes')).toMatchObject({ outcome: 'written' });
  });

  it('writes through a link that is in the place', async () => {
    mkdirSync(below('real'));
    writeFileSync(below('real/mine.json'), '{"notes":"mine"}');
    symlinkSync(below('real/mine.json'), below('style.v1.json'));
    await write({ kinds: ['a1111'] });
    expect(json('real/mine.json')).toMatchObject({ notes: 'mine', modelId: 800001 });
  });

  it('ends when it is aborted, without a trace of what was not written', async () => {
    const controller = new AbortController();
    const reason = new Error('enough');
    const preview = (): Promise<Uint8Array> => {
      controller.abort(reason);
      return Promise.resolve(png);
    };
    await expect(write({ signal: controller.signal, preview, kinds: ['info', 'preview'] })).rejects.toBe(reason);
    expect(readdirSync(folder())).toEqual(['style.v1.civitai.info']);
    await expect(write({ signal: controller.signal })).rejects.toBe(reason);
  });
});

describe('previews', () => {
  it.each([
    ['png', png],
    ['jpeg', jpeg],
    ['webp', Buffer.from('RIFF\0\0\0\0WEBPVP8 ')],
    ['gif', Buffer.from('GIF89a')],
    ['avif', Buffer.from('\0\0\0\x1cftypavif')],
  ])('are called %s when they are', async (extension, preview) => {
    await write({ kinds: ['preview'], preview });
    expect(readdirSync(folder())).toEqual([`style.v1.preview.${extension}`]);
  });

  it.each([
    ['a video', '\0\0\0\x1cftypisom'],
    ['a web page', '<!DOCTYPE html>'],
    ['nothing', ''],
  ])('are not made of %s', async (_what, text) => {
    expect(await write({ kinds: ['preview'], preview: Buffer.from(text) })).toEqual({ preview: 'skipped' });
    expect(readdirSync(folder())).toEqual([]);
  });

  it.each(['style.v1.png', 'style.v1.preview.jpg', 'Style.v1.Preview.WEBP'])(
    'leave %s as it is, and are not even fetched',
    async (name) => {
      writeFileSync(below(name), 'own');
      const preview = (): Promise<Uint8Array> => Promise.reject(new Error('it was fetched'));
      expect(await write({ kinds: ['preview'], preview })).toEqual({ preview: 'kept' });
      expect(await write({ kinds: ['preview'], preview: jpeg, replacePreview: true })).toEqual({ preview: 'written' });
    },
  );

  it('report a download that failed, and spoil nothing else', async () => {
    const preview = (): Promise<never> => Promise.reject(new DownloadError('gone', { code: 'file_not_stored' }));
    expect(await write({ kinds: ['preview', 'info'], preview })).toEqual({ info: 'written', preview: 'failed' });
  });

  it('are chosen by their maturity', () => {
    const images = [
      { type: 'video', nsfwLevel: 1 },
      { type: 'image', nsfwLevel: 0 },
      { type: 'image', nsfwLevel: 8 },
      { type: 'image', nsfwLevel: 2 },
    ];
    expect(previewImageOf({ images })).toBe(images[3]);
    expect(previewImageOf({ images }, { maxNsfwLevel: 31 })).toBe(images[2]);
    expect(previewImageOf({ images }, { maxNsfwLevel: 1 })).toBeUndefined();
  });
});

it('writePromptSidecar writes everything that is known of a picture', async () => {
  const [image] = siteSample<{ items: [Image] }>('images.list.json').items;
  const path = await writePromptSidecar({ imagePath: below('500001.jpeg'), image });
  expect(path).toBe(below('500001.json'));
  expect(json('500001.json')).toEqual(image);
});
