import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ConfigurationError, DownloadError, type Model } from '@civitkit/core/client';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isInside } from '../../../src/files/naming/resolve-inside.js';
import { basicSorter, tagsSorter } from '../../../src/files/sorters/built-in-sorters.js';
import { civitdlIdsOf, civitdlImageName, civitdlNames } from '../../../src/files/sorters/civitdl-names.js';
import { loadSorter } from '../../../src/files/sorters/load-sorter.js';
import { sorterNames } from '../../../src/files/sorters/name-rules.js';
import { sortFiles } from '../../../src/files/sorters/run-sorter.js';
import type { Sorter, SorterFolders } from '../../../src/files/sorters/sorter.js';
import { siteSample } from '../site-sample.js';
import { useTemporaryFolder } from '../use-temporary-folder.js';

const folder = useTemporaryFolder();
const sample = siteSample<Model>('models.get.json');

function sort(sorter: Sorter, change: Partial<Model> = {}, baseModel = 'SD 1.5') {
  const model = { ...sample, ...change };
  const version = { ...(model.modelVersions[0] as Model['modelVersions'][number]), id: 22, baseModel };
  return sortFiles(sorter, { model, version, root: folder() });
}

const below = (path: string): string => join(folder(), path);

describe('names as civitdl makes them', () => {
  it.each([
    ['Model: 1001 / test?', 'Model, 1001 & test.'],
    ['What? (v2)', 'What (v2)'],
    ['../..', '&..'],
    ['..', '..'],
    ['a<b>c', 'a(b)c'],
    ['a "quoted" name', 'a -quoted- name'],
    ['  many   blanks  ', 'many blanks'],
    ['one|two*three\\four', 'one&two&three&four'],
    ['wow!!!? [x] ;{y}, -z', 'wow [x] {y} -z'],
    ['end.', 'end.'],
    ['a. b! (c)', 'a. b (c)'],
    ['CON', 'CON'],
  ])('rule 1 makes %j %j', (name, folderName) => {
    expect(sorterNames.rule1(name)).toBe(folderName);
  });

  it('is the rule it replaces, for any text', () => {
    // The rule as it is written down: replace, drop punctuation before special characters, single blanks.
    const table: Readonly<Record<string, string>> = {
      '<': '(',
      '>': ')',
      ':': ',',
      '"': '-',
      '/': '&',
      '\\': '&',
      '|': '&',
      '?': '.',
      '*': '&',
    };
    const slow = (text: string): string =>
      Array.from(text)
        .map((character) => table[character] ?? character)
        .join('')
        .replace(/[.?!,;:]+(?= *[&()[\]{}-])/gu, '')
        .split(' ')
        .filter((part) => part !== '')
        .join(' ');
    const text = fc.array(fc.constantFrom('.', '?', '!', ',', ';', ':', '&', '(', ']', '-', ' ', 'a', '/', '<'), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(text, (parts) => {
        expect(sorterNames.rule1(parts.join(''))).toBe(slow(parts.join('')));
      }),
      { numRuns: 3000 },
    );
  });

  it('has the three other helpers', () => {
    expect(sorterNames.blanks('a/b: c')).toBe('a b c');
    expect(sorterNames.nothing('a/b: c')).toBe('ab c');
    expect(sorterNames.dashes('a/b: c')).toBe('a-b- c');
  });

  it('gives the names of files', () => {
    const ids = { modelId: 1, versionId: 22 };
    expect(civitdlNames('style.safetensors', ids)).toEqual({
      model: 'style-mid_1-vid_22.safetensors',
      hashes: 'style-mid_1-vid_22.csv',
      metadata: 'model_dict-mid_1-vid_22.json',
    });
    const long = civitdlNames(`../${'x'.repeat(400)}.safetensors`, ids).model;
    expect(civitdlIdsOf(long)).toEqual(ids);
    expect(civitdlIdsOf('style-mid_1-vid_22.tar.gz')).toBeUndefined();
    expect(civitdlIdsOf('style.safetensors')).toBeUndefined();
    expect(civitdlImageName('https://image.civitai.com/x/abc/original=true/500001.jpeg?token=1')).toBe('500001.jpeg');
    expect(civitdlImageName('https://image.civitai.com/')).toBe('image');
  });
});

describe('the built-in sorters', () => {
  it('basic makes a folder for the model, and one in it for the rest', async () => {
    expect(await sort(basicSorter, { name: 'Model: 1001 / test?' })).toEqual({
      model: below('Model, 1001 & test'),
      metadata: below('Model, 1001 & test/extra_data-vid_22'),
      images: below('Model, 1001 & test/extra_data-vid_22'),
      prompts: below('Model, 1001 & test/extra_data-vid_22'),
    });
  });

  it.each([
    ['..', 'mid_800001'],
    ['   ', 'mid_800001'],
    ['NUL', 'NUL_'],
    ['tab\there', 'tab_here'],
  ])('keep a model named %j below the root', async (name, folderName) => {
    expect((await sort(basicSorter, { name })).model).toBe(below(folderName));
  });

  it('do not fail for names of any length', async () => {
    const { model } = await sort(basicSorter, { name: 'n'.repeat(1000) });
    expect(model.length - folder().length).toBeLessThan(250);
  });

  it.each([
    [['anime', 'style'], 'anime/style'],
    [['concept', 'character'], 'others/character'],
    [[], 'others/others'],
    [['Anime'], 'others/others'],
  ])('tags sorts %j into %s, always the same', async (tags, expected) => {
    expect((await sort(tagsSorter, { tags, name: 'M' }, 'SDXL 1.0')).model).toBe(below(`SDXL_1.0/${expected}/M`));
  });

  it('tags makes the base model safe as well', async () => {
    expect((await sort(tagsSorter, { tags: [], name: 'M' }, '../../x')).model).toBe(below('.._.._x/others/others/M'));
  });

  it('stay below the root for any model', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('..', '.', '/', '\\', 'C:\\', '../../x', 'nul'),
    );
    await fc.assert(
      fc.asyncProperty(text, text, fc.boolean(), async (name, baseModel, byTags) => {
        const folders = await sort(byTags ? tagsSorter : basicSorter, { name, tags: [] }, baseModel);
        for (const path of Object.values(folders)) expect(isInside(folder(), path) && path !== folder()).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('sorters of users', () => {
  it('may give the model folder alone, absolute paths below the root, and a promise', async () => {
    expect(await sort(() => Promise.resolve({ model: below('a/b'), images: 'pics' }))).toEqual({
      model: below('a/b'),
      metadata: below('a/b'),
      images: below('pics'),
      prompts: below('pics'),
    });
    expect(
      (await sort(({ names, model, fileName }) => ({ model: names.rule1(`${model.type}: ${fileName}`) }))).model,
    ).toBe(below('Checkpoint,'));
    expect((await sort(() => ({ model: '.' }))).model).toBe(folder());
  });

  it.each([['../x'], ['a/../../x'], ['/etc'], ['a/.. /b']])('may not leave the root with %j', async (model) => {
    await expect(sort(() => ({ model }))).rejects.toMatchObject({ code: 'unsafe_target' });
    await expect(sort(() => ({ model }))).rejects.toBeInstanceOf(DownloadError);
  });

  it('may not leave it through a link', async () => {
    mkdirSync(below('root'));
    symlinkSync('/', below('root/out'));
    const version = sample.modelVersions[0] as Model['modelVersions'][number];
    const request = { model: sample, version, root: below('root') };
    await expect(sortFiles(() => ({ model: 'out/tmp' }), request)).rejects.toMatchObject({ code: 'unsafe_target' });
  });

  it.each([
    ['nothing', undefined, 'no object'],
    ['a list of folders', ['a'], 'no folder as "model"'],
    ['a number', { model: 1 }, 'but number'],
    ['null for images', { model: 'a', images: null }, 'as "images", but null'],
  ])('are told when they give %s', async (_what, value, message) => {
    const outcome = sort(() => value as unknown as SorterFolders);
    await expect(outcome).rejects.toThrow(message);
    await expect(outcome).rejects.toBeInstanceOf(ConfigurationError);
  });

  it('are named when they throw', async () => {
    const thrown = new Error('no such tag');
    const outcome = sort(() => {
      throw thrown;
    });
    await expect(outcome).rejects.toThrow('no such tag');
    await expect(outcome).rejects.toMatchObject({ cause: thrown });
  });
});

describe('loadSorter', () => {
  it('gives the built-in ones', async () => {
    expect(await loadSorter('basic')).toBe(basicSorter);
    expect(await loadSorter('tags')).toBe(tagsSorter);
  });

  it.each([
    ['a.mjs', 'export const sortModel = () => ({ model: "mine" });'],
    ['b.mjs', 'export default () => ({ model: "mine" });'],
    ['c.cjs', 'exports.sortModel = () => ({ model: "mine" });'],
  ])('loads %s', async (name, code) => {
    writeFileSync(below(name), code);
    expect((await sort(await loadSorter(`./${name}`, { baseFolder: folder() }))).model).toBe(below('mine'));
    expect((await sort(await loadSorter(pathToFileURL(below(name)).href))).model).toBe(below('mine'));
  });

  it('never runs a file for a bare name', async () => {
    writeFileSync(below('mine'), 'throw new Error("it ran")');
    await expect(loadSorter('mine', { baseFolder: folder() })).rejects.toThrow('There are basic, tags');
  });

  it.each([
    ['gone.mjs', undefined, 'does not exist'],
    ['sorter.py', 'def sort_model(): pass', 'in Python'],
    ['throws.mjs', 'throw new Error("on loading")', 'on loading'],
    ['syntax.mjs', 'export const = 1', 'cannot be loaded'],
    ['empty.mjs', 'export const other = 1', 'Export it as a function named sortModel'],
    ['text.mjs', 'export const sortModel = "no"', 'exports no sorter'],
  ])('says what is wrong with %s', async (name, code, message) => {
    if (code !== undefined) writeFileSync(below(name), code);
    const outcome = loadSorter(below(name));
    await expect(outcome).rejects.toThrow(message);
    await expect(outcome).rejects.toBeInstanceOf(ConfigurationError);
  });

  it('refuses an address that is no file', async () => {
    await expect(loadSorter('file://server/x%')).rejects.toBeInstanceOf(ConfigurationError);
    await expect(loadSorter('https://example.com/x.mjs')).rejects.toBeInstanceOf(ConfigurationError);
  });
});
