import { describe, expect, it } from 'vitest';
import { siteFixture } from '../../../../test/support/fixture.js';
import { readGeneration } from '../../src/resources/images/meta/read-generation.js';
import type { ImageGeneration } from '../../src/resources/images/meta/types.js';

function read(meta: unknown): ImageGeneration {
  const generation = readGeneration(meta);
  if (generation === null) throw new Error('there is nothing in it');
  return generation;
}

const nothing: ImageGeneration = {
  prompt: null,
  negativePrompt: null,
  steps: null,
  cfgScale: null,
  sampler: null,
  scheduler: null,
  seed: null,
  clipSkip: null,
  denoisingStrength: null,
  size: null,
  model: null,
  vae: null,
  resources: [],
  hashes: {},
  workflow: null,
  engine: null,
  process: null,
  version: null,
  comfy: null,
  external: null,
  remixOfId: null,
};
const noResource = {
  type: null,
  name: null,
  versionName: null,
  weight: null,
  hash: null,
  modelId: null,
  modelVersionId: null,
  air: null,
};

describe('readGeneration', () => {
  it('reads what the site sends with a showcase image', () => {
    const { images } = siteFixture('model-versions.get') as { readonly images: readonly { readonly meta: unknown }[] };
    expect(read(images[0]?.meta)).toMatchObject({
      prompt: 'a prompt',
      negativePrompt: 'bad',
      steps: 45,
      cfgScale: 5,
      sampler: 'DPM++ 2M',
      seed: 1_938_345_220,
      clipSkip: 2,
      size: { width: 832, height: 1216 },
      model: { name: null, hash: 'a49140c6c5' },
      hashes: { model: 'a49140c6c5' },
      resources: [
        { list: 'resources', name: 'x', type: 'lora', weight: 0.8, modelVersionId: null },
        { list: 'civitaiResources', type: 'checkpoint', modelVersionId: 345_685, weight: null },
        { list: 'civitaiResources', type: 'lora' },
      ],
    });
  });

  it.each([[null], [undefined], [''], ['{}'], [5], [[]], [{ id: 7, meta: null }]])(
    'has nothing to say about %j',
    (meta) => {
      expect(readGeneration(meta)).toBeNull();
    },
  );

  it('gives every member for an empty object, and takes parameters out of { id, meta }', () => {
    expect(read({})).toStrictEqual(nothing);
    expect(read({ id: 7, meta: { prompt: 'a cat' } })).toStrictEqual({ ...nothing, prompt: 'a cat' });
    expect(read({ id: 7, meta: {}, prompt: 'a dog' }).prompt).toBe('a dog');
  });

  it('reads the spelling of A1111, numbers as texts', () => {
    const meta = {
      'Negative prompt': 'blurry',
      Steps: '28',
      'CFG scale': ' 6.5 ',
      Sampler: 'Euler a',
      'Schedule type': 'Karras',
      Seed: '42',
      'Clip skip': '2',
      'Denoising strength': '.4',
      Size: '512 x 768',
      Model: 'dreamshaper_8',
      'Model hash': '879db523c3',
      VAE: 'vae-ft-mse',
      Version: 'v1.9.3',
      hashes: '{"lora:detail": "9387c2e1", "odd": 5}',
    };
    expect(read(meta)).toStrictEqual({
      ...nothing,
      negativePrompt: 'blurry',
      steps: 28,
      cfgScale: 6.5,
      sampler: 'Euler a',
      scheduler: 'Karras',
      seed: 42,
      clipSkip: 2,
      denoisingStrength: 0.4,
      size: { width: 512, height: 768 },
      model: { name: 'dreamshaper_8', hash: '879db523c3' },
      vae: 'vae-ft-mse',
      version: 'v1.9.3',
      hashes: { 'lora:detail': '9387c2e1' },
    });
  });

  it.each<[string, Record<string, unknown>, Partial<ImageGeneration>]>([
    ['clipSkip before Clip skip', { clipSkip: 1, 'Clip skip': '2' }, { clipSkip: 1 }],
    ['an unusable first spelling', { clipSkip: 'none', 'Clip skip': '2' }, { clipSkip: 2 }],
    ['zero', { cfgScale: 0, steps: '0', seed: 0 }, { cfgScale: 0, steps: 0, seed: 0 }],
    ['a seed beyond what numbers hold', { seed: '18446744073709551615' }, { seed: '18446744073709551615' }],
    ['a random seed', { seed: '-1' }, { seed: -1 }],
    ['numbers that are none', { steps: '0x10', cfgScale: '', seed: [5], clipSkip: '1e999' }, {}],
    ['a number of a thousand digits', { seed: '9'.repeat(1000) }, {}],
    ['texts that are empty', { prompt: '  ', sampler: '' }, {}],
    ['texts that are none', { prompt: 5, negativePrompt: ['x'], sampler: {} }, {}],
    ['width and height', { width: 1024, height: '768' }, { size: { width: 1024, height: 768 } }],
    ['half a size', { Size: '1024', width: 5 }, {}],
    ['no size', { Size: '0x0' }, {}],
    ['a model as object', { Model: { name: 'sdxl', hash: 'abc' } }, { model: { name: 'sdxl', hash: 'abc' } }],
    ['a model by another name', { model: { model_name: 'flux' } }, { model: { name: 'flux', hash: null } }],
    ['a model as something else', { Model: [1], VAE: 7 }, {}],
    ['a VAE as object', { VAE: { name: 'mse' } }, { vae: 'mse' }],
    [
      'what was done',
      { workflow: 'txt2img', engine: 'wan', process: 'img2vid' },
      { workflow: 'txt2img', engine: 'wan', process: 'img2vid' },
    ],
    ['what it varies', { extra: { remixOfId: '77' } }, { remixOfId: 77 }],
    ['what it varies, oddly', { extra: { remixOfId: -1 } }, {}],
    ['hashes that are none', { hashes: ['a'] }, {}],
    ['names that objects inherit', { hashes: { toString: 'abc' } }, { hashes: { toString: 'abc' } }],
  ])('reads %s', (_case, meta, expected) => {
    expect(read(meta)).toStrictEqual({ ...nothing, ...expected });
  });

  it('keeps a key named __proto__ a key', () => {
    const { hashes } = read(JSON.parse('{"hashes": {"__proto__": "abc"}, "__proto__": {"prompt": "inherited"}}'));
    expect(Object.entries(hashes)).toEqual([['__proto__', 'abc']]);
    expect(read(Object.create({ prompt: 'inherited' })).prompt).toBeNull();
  });
});

describe('resources', () => {
  it.each<[string, Record<string, unknown>, object]>([
    [
      'of A1111',
      { resources: [{ name: 'detail', type: 'lora', weight: '0.8', hash: 'abc' }] },
      { list: 'resources', name: 'detail', type: 'lora', weight: 0.8, hash: 'abc' },
    ],
    [
      'checkpoints as models',
      { resources: [{ type: 'model', name: 'a' }] },
      { list: 'resources', type: 'checkpoint', name: 'a' },
    ],
    ['embeddings', { resources: [{ type: 'embed', name: 'a' }] }, { list: 'resources', type: 'embedding', name: 'a' }],
    [
      'of Civitai',
      { civitaiResources: [{ type: 'LORA', modelVersionId: 9, weight: 1, modelVersionName: 'v2', modelName: 'a' }] },
      { list: 'civitaiResources', type: 'lora', modelVersionId: 9, weight: 1, versionName: 'v2', name: 'a' },
    ],
    [
      'named by their AIR',
      { additionalResources: [{ name: 'urn:air:sdxl:lora:civitai:1@2', strength: 0.5 }] },
      {
        list: 'additionalResources',
        name: 'urn:air:sdxl:lora:civitai:1@2',
        air: 'urn:air:sdxl:lora:civitai:1@2',
        type: 'lora',
        weight: 0.5,
        modelId: 1,
        modelVersionId: 2,
      },
    ],
    [
      'with an AIR from elsewhere',
      { resources: [{ air: 'urn:air:sdxl:vae:huggingface:a/b@5' }] },
      { list: 'resources', air: 'urn:air:sdxl:vae:huggingface:a/b@5', type: 'vae' },
    ],
    ['with a broken AIR', { resources: [{ air: 'urn:air:' }] }, { list: 'resources' }],
    ['of an unknown kind', { resources: [{ type: ' Hologram ' }] }, { list: 'resources', type: 'hologram' }],
    [
      'of a kind that objects inherit',
      { resources: [{ type: 'constructor' }] },
      { list: 'resources', type: 'constructor' },
    ],
  ])('are read %s', (_case, meta, expected) => {
    expect(read(meta).resources).toStrictEqual([{ ...noResource, ...expected }]);
  });

  it('come from all three lists, without what is no object', () => {
    const meta = { additionalResources: [{}], civitaiResources: { a: 1 }, resources: [null, 'x', {}, [1]] };
    expect(read(meta).resources.map(({ list }) => list)).toEqual(['resources', 'additionalResources']);
  });
});

describe('what another service wrote', () => {
  it('is read with its own details', () => {
    const external = {
      source: { name: 'Studio', homepage: 'https://studio.example' },
      details: { strength: 'high' },
      createUrl: 'https://studio.example/new',
      referenceUrl: 'https://studio.example/7',
    };
    expect(read({ external }).external).toStrictEqual({
      sourceName: 'Studio',
      sourceUrl: 'https://studio.example',
      createUrl: 'https://studio.example/new',
      referenceUrl: 'https://studio.example/7',
      details: { strength: 'high' },
    });
    expect(read({ external: { source: 'x', details: [] } }).external).toStrictEqual({
      sourceName: null,
      sourceUrl: null,
      createUrl: null,
      referenceUrl: null,
      details: {},
    });
    expect(read({ external: 'x' }).external).toBeNull();
  });
});
