import { linkSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { type Model, type ModelVersionDetail, ValidationError } from '@civitkit/core/client';
import { describe, expect, it } from 'vitest';
import { applyRenames } from '../../../src/files/identify/apply-renames.js';
import { describeFiles } from '../../../src/files/identify/describe-files.js';
import type { KnownFile } from '../../../src/files/identify/identified-file.js';
import { type PlannedRename, planRenames } from '../../../src/files/identify/rename-plan.js';
import { siteSample } from '../site-sample.js';
import { useTemporaryFolder } from '../use-temporary-folder.js';

const folder = useTemporaryFolder();
const below = (path: string): string => join(folder(), path);
const sample = siteSample<ModelVersionDetail>('model-versions.by-hash.get.json');

function known(name: string, change: Partial<ModelVersionDetail> = {}): KnownFile {
  const path = below(name);
  writeFileSync(path, `content of ${name}`);
  const version = { ...sample, ...change };
  const [file] = version.files;
  return {
    path,
    sizeBytes: 1,
    hashes: {},
    fromCache: false,
    status: 'known',
    matchedBy: 'sha256',
    version,
    ...(file === undefined ? {} : { file }),
    otherVersions: [],
    newer: [],
  };
}

const brief = (plan: readonly PlannedRename[]): unknown =>
  plan.map(({ action, from, to }) => `${basename(from)} ${action} ${relative(folder(), to)}`);
const names = (): readonly string[] => readdirSync(folder()).toSorted();

describe('planRenames', () => {
  it('works out names, and touches nothing', async () => {
    const files = [known('a.safetensors'), known('b.ckpt', { name: 'v/3' })];
    const plan = await planRenames(files, { pattern: '{model.name} {version.name}' });
    expect(brief(plan)).toEqual([
      'a.safetensors rename Example Model v2.0.safetensors',
      'b.ckpt rename Example Model v_3.ckpt',
    ]);
    expect(names()).toEqual(['a.safetensors', 'b.ckpt']);
  });

  it('takes folders below a root, the names of the site, and models for what versions do not tell', async () => {
    const model = siteSample<Model>('models.get.json');
    const plan = await planRenames([known('a.safetensors')], {
      pattern: '{creator}/{type}/{file.name}',
      root: below('sorted'),
      models: new Map([[model.id, model]]),
    });
    expect(brief(plan)).toEqual(['a.safetensors rename sorted/some_creator/Checkpoint/exampleModel_v20.safetensors']);
  });

  it('leaves what it does not know, and what has its name', async () => {
    const plan = await planRenames(
      [
        known('Example Model.pt'),
        { path: below('x.pt'), sizeBytes: 1, hashes: {}, fromCache: false, status: 'unknown' },
      ],
      { pattern: '{model.name}' },
    );
    expect(brief(plan)).toEqual(['Example Model.pt same Example Model.pt']);
    expect(brief(await planRenames([known('own.pt', { files: [] })], { pattern: '{file.name}' }))).toEqual([
      'own.pt same own.pt',
    ]);
  });

  it('refuses names that two would get, whatever their case', async () => {
    const files = [
      known('a.pt', { name: 'STYLE' }),
      known('b.pt', { name: 'style' }),
      known('c.pt', { name: 'other' }),
    ];
    expect(brief(await planRenames(files, { pattern: '{version.name}' }))).toEqual([
      'a.pt collision STYLE.pt',
      'b.pt collision style.pt',
      'c.pt rename other.pt',
    ]);
  });

  it('refuses names at which what lies beside two files would meet', async () => {
    const files = [known('a.pt'), known('b.ckpt')];
    writeFileSync(below('a.json'), '1');
    writeFileSync(below('b.json'), '2');
    expect(brief(await planRenames(files, { pattern: 'same' }))).toEqual([
      'a.pt collision same.pt',
      'b.ckpt collision same.ckpt',
    ]);
  });

  it('refuses names that are taken, by files and by what lies beside them', async () => {
    writeFileSync(below('v2.0.pt'), 'other');
    writeFileSync(below('a.json'), '{}');
    writeFileSync(below('x-v2.0.json'), 'other');
    const file = known('a.pt');
    expect(brief(await planRenames([file], { pattern: '{version.name}' }))).toEqual(['a.pt exists v2.0.pt']);
    expect(brief(await planRenames([file], { pattern: 'x-{version.name}' }))).toEqual(['a.pt exists x-v2.0.pt']);
  });

  it('says everything that is wrong with a pattern, even without files', async () => {
    await expect(planRenames([], { pattern: '../{nope}' })).rejects.toBeInstanceOf(ValidationError);
  });
});

describe('applyRenames', () => {
  it('renames a file with all that goes by its name', async () => {
    for (const name of [
      'a.civitai.info',
      'a.preview.png',
      'a.json',
      'a.txt',
      'a.csv',
      'a.yaml',
      'a.notes.md',
      'ab.json',
    ]) {
      writeFileSync(below(name), name);
    }
    const plan = await planRenames([known('a.pt')], { pattern: 'new/{version.name}' });
    const [done] = await applyRenames(plan);
    expect(done).toMatchObject({ outcome: 'renamed' });
    expect(done?.sidecars).toHaveLength(6);
    expect(names()).toEqual(['a.notes.md', 'ab.json', 'new']);
    expect(readdirSync(below('new')).toSorted()).toEqual(
      ['civitai.info', 'csv', 'json', 'preview.png', 'pt', 'txt', 'yaml'].map((ending) => `v2.0.${ending}`),
    );
    expect(readFileSync(below('new/v2.0.pt'), 'utf8')).toBe('content of a.pt');
  });

  it('leaves what another model of the same name could claim', async () => {
    writeFileSync(below('a.json'), '');
    const plan = await planRenames([known('a.pt'), known('a.safetensors', { name: 'v9' })], {
      pattern: '{version.name}',
    });
    await applyRenames(plan);
    expect(names()).toEqual(['a.json', 'v2.0.pt', 'v9.safetensors']);
  });

  it('replaces nothing, also not what came after the plan', async () => {
    const plan = await planRenames([known('a.pt')], { pattern: 'b' });
    writeFileSync(below('b.pt'), 'came meanwhile');
    const [done] = await applyRenames(plan);
    expect(done).toMatchObject({ outcome: 'failed', error: { code: 'file_exists' } });
    expect(readFileSync(below('b.pt'), 'utf8')).toBe('came meanwhile');
    expect(names()).toEqual(['a.pt', 'b.pt']);
  });

  it('does nothing of what was refused', async () => {
    const plan = await planRenames([known('a.pt'), known('b.pt')], { pattern: 'same' });
    expect(await applyRenames(plan)).toEqual([]);
    expect(names()).toEqual(['a.pt', 'b.pt']);
  });

  it('changes the case of a name', async () => {
    const plan = await planRenames([known('style.pt', { name: 'Style' })], { pattern: '{version.name}' });
    await applyRenames(plan);
    expect(names()).toEqual(['Style.pt']);
  });

  it('takes no other file for the same because the case is all that differs', async () => {
    const files = [known('style.pt', { name: 'Style' })];
    const plan = await planRenames(files, { pattern: '{version.name}' });
    writeFileSync(below('Style.pt'), 'another');
    expect(brief(await planRenames(files, { pattern: '{version.name}' }))).toEqual(['style.pt exists Style.pt']);
    expect(await applyRenames(plan)).toMatchObject([{ outcome: 'failed', error: { code: 'file_exists' } }]);
    expect(names()).toEqual(['Style.pt', 'style.pt']);
  });

  it('reports a failure and goes on, and ends when it is aborted', async () => {
    const plan = await planRenames([known('a.pt', { name: '1' }), known('b.pt', { name: '2' })], {
      pattern: 'f{version.name}/x',
    });
    writeFileSync(below('f1'), 'no folder');
    expect((await applyRenames(plan)).map(({ outcome }) => outcome)).toEqual(['failed', 'renamed']);
    const reason = new Error('enough');
    await expect(applyRenames(plan, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });

  it('keeps the other names of a file', async () => {
    const file = known('a.pt');
    linkSync(file.path, below('link.pt'));
    await applyRenames(await planRenames([file], { pattern: 'b' }));
    expect(names()).toEqual(['b.pt', 'link.pt']);
  });
});

describe('describeFiles', () => {
  it('describes every known file, with pictures that are fetched by the caller', async () => {
    mkdirSync(below('deep'));
    const files = [known('a.pt'), known('deep/b.pt')];
    const described = await describeFiles(
      [...files, { path: below('x.pt'), sizeBytes: 1, hashes: {}, fromCache: false, status: 'unknown' }],
      {
        kinds: ['info', 'preview'],
        fetchImage: ({ url }) => Promise.resolve(Buffer.from(`\u0089PNG\r\n\x1a\n${url}`, 'latin1')),
        maxNsfwLevel: 31,
      },
    );
    expect(described.map(({ path }) => path)).toEqual(files.map(({ path }) => path));
    expect(names()).toEqual(['a.civitai.info', 'a.preview.png', 'a.pt', 'deep']);
    expect(readFileSync(below('a.preview.png'), 'latin1')).toContain(sample.images[0]?.url);
    expect(readdirSync(below('deep')).toSorted()).toEqual(['b.civitai.info', 'b.preview.png', 'b.pt']);
  });

  it('writes no preview when nobody fetches one, or none may be shown', async () => {
    const files = [known('a.pt')];
    expect((await describeFiles(files, { kinds: ['preview'] }))[0]?.sidecars).toMatchObject([{ outcome: 'skipped' }]);
    const fetchImage = (): Promise<never> => Promise.reject(new Error('it was fetched'));
    const options = { kinds: ['preview'], fetchImage, maxNsfwLevel: 0 } as const;
    expect((await describeFiles(files, options))[0]?.sidecars).toMatchObject([{ outcome: 'skipped' }]);
    await expect(describeFiles(files, { ...options, signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow(
      'enough',
    );
  });
});
