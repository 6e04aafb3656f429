import { checkWorkflow } from '@civitkit/sdk/checks';
import { describe, expect, it } from 'vitest';
import type { InputFacts } from '../../src/commands/generate-members.js';
import type { InputOptions } from '../../src/commands/generate-options.js';
import { templateOf } from '../../src/commands/generate-template.js';

const air = 'urn:air:sdxl:checkpoint:civitai:827184@2514310';
const lora = 'urn:air:sdxl:lora:civitai:328553@368189';
const image = 'https://example.com/cat.png';

/** The step that options and facts come to. */
function stepOf(options: Partial<InputOptions>, facts: Partial<InputFacts> = {}): { $type: string; input: object } {
  const template = templateOf(
    { prompt: 'a cat', model: undefined, loras: [], images: [], ...facts },
    { check: true, ...options },
  );
  return template.steps[0] as unknown as { $type: string; input: object };
}

const sdcpp = { engine: 'sdcpp', param: ['ecosystem=sdxl', 'operation=createImage'] };
const comfy = { engine: 'comfy', param: ['ecosystem=sdxl', 'operation=createImage'] };

describe('options of an input', () => {
  it.each<[string, Partial<InputOptions>, Partial<InputFacts>, object]>([
    [
      'textToImage',
      { negative: 'dogs', width: 640, height: 480, steps: 20, cfg: 5, seed: 1, quantity: 2, scheduler: 'eulerA' },
      { model: air, loras: [{ air: lora, strength: 0.5 }], images: [image] },
      {
        prompt: 'a cat',
        negativePrompt: 'dogs',
        width: 640,
        height: 480,
        steps: 20,
        cfgScale: 5,
        seed: 1,
        quantity: 2,
        scheduler: 'eulerA',
        model: air,
        additionalNetworks: { [lora]: { strength: 0.5 } },
        sourceImage: image,
      },
    ],
    [
      'sdcpp',
      { ...sdcpp, scheduler: 'euler_a' },
      { model: air, loras: [{ air: lora, strength: 1 }] },
      { model: air, loras: { [lora]: 1 }, sampleMethod: 'euler_a' },
    ],
    ['comfy', { ...comfy, scheduler: 'karras' }, { model: air }, { model: air, scheduler: 'karras' }],
    ['comfy, a sampler', { ...comfy, scheduler: 'euler' }, { model: air }, { sampler: 'euler' }],
    [
      'flux2 dev, whose LoRAs are a list',
      { engine: 'flux2', param: ['model=dev', 'operation=createImage'] },
      { loras: [{ air: lora, strength: 0.7 }] },
      { loras: [{ air: lora, strength: 0.7 }] },
    ],
    [
      'openai, whose model is a name',
      { engine: 'openai', param: ['operation=editImage'] },
      { model: 'gpt-image-1', images: [image, image] },
      { model: 'gpt-image-1', images: [image, image] },
    ],
    [
      'a video',
      { type: 'videoGen', engine: 'wan', param: ['version=v2.1'] },
      { images: [image] },
      { sourceImage: image },
    ],
    ['textToSpeech', { type: 'textToSpeech', engine: 'custom' }, {}, { text: 'a cat' }],
    ['imageUpscaler', { type: 'imageUpscaler' }, { prompt: undefined, images: [image] }, { image }],
    [
      'a step that nobody knows yet',
      { type: 'brandNew', engine: 'x', scheduler: 'y' },
      { images: [image] },
      { prompt: 'a cat', engine: 'x', scheduler: 'y', sourceImage: image },
    ],
  ])('%s', (_name, options, facts, input) => {
    expect(stepOf(options, facts).input).toMatchObject(input);
  });

  it('of known kinds have no mistakes', () => {
    const template = { steps: [stepOf(sdcpp, { model: air, loras: [{ air: lora, strength: 1 }] })] };
    expect(checkWorkflow(template)).toEqual([]);
  });

  it('without a type make images with textToImage, and with an engine with imageGen', () => {
    expect(stepOf({}).$type).toBe('textToImage');
    expect(stepOf({ engine: 'openai' }).$type).toBe('imageGen');
    expect(stepOf({ engine: 'wan', type: 'videoGen' }).$type).toBe('videoGen');
  });

  it('a value out of range stays where it belongs, so that the mistake is named there', () => {
    const step = stepOf({ steps: 500 });
    expect(checkWorkflow({ steps: [step] })).toMatchObject([{ path: '/steps/0/input/steps', code: 'out_of_range' }]);
  });

  it.each([
    ['clipSkip=2', { clipSkip: 2 }],
    ['imageMetadata=2024', { imageMetadata: '2024' }],
    ['imageMetadata="2024"', { imageMetadata: '2024' }],
    ['imageMetadata=a = b', { imageMetadata: 'a = b' }],
    ['newMember={"a":[1]}', { newMember: { a: [1] } }],
    ['newMember=[1', { newMember: '[1' }],
    ['newMember=', { newMember: '' }],
    ['__proto__={"a":1}', { prompt: 'a cat' }],
  ])('--param %s is JSON, or else a text', (param, input) => {
    expect(stepOf({ param: [param] }).input).toMatchObject(input);
    expect({}).not.toHaveProperty('a');
  });

  it('currencies, tags and mature content are about the whole', () => {
    const options = { check: true, currency: ['yellow, blue', 'green'], tag: ['a', 'b', 'a'], allowMature: true };
    const facts = { prompt: 'a cat', model: undefined, loras: [], images: [] };
    expect(templateOf(facts, options)).toMatchObject({
      currencies: ['yellow', 'blue', 'green'],
      tags: ['a', 'b'],
      allowMatureContent: true,
    });
  });
});
