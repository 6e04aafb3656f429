import { describe, expect, it } from 'vitest';
import { siteFixture } from '../../../../test/support/fixture.js';
import { type AirVersion, airOfModelVersion } from '../../src/air/air-of-model-version.js';
import { formatAir } from '../../src/air/format-air.js';

interface Known {
  readonly id: number;
  readonly type: string;
  readonly modelVersions: readonly AirVersion[];
}

const model = { id: 11, type: 'LORA' };
const version = { id: 22, baseModel: 'SDXL 1.0' };

function textOf(...parameters: Parameters<typeof airOfModelVersion>): string | undefined {
  const air = airOfModelVersion(...parameters);
  return air === undefined ? undefined : formatAir(air);
}

describe('airOfModelVersion', () => {
  it('takes the word of the server, whatever it is', () => {
    const given = siteFixture('model-versions.get') as AirVersion;
    expect(textOf(given)).toBe('urn:air:illustrious:checkpoint:civitai:800001@1001');
    expect(textOf({ ...given, air: 'urn:air:new:kind:civitai:1@2' })).toBe('urn:air:new:kind:civitai:1@2');
    expect(textOf({ air: 'urn:air:sdxl:lora:orchestrator:job@file' })).toBe('urn:air:sdxl:lora:orchestrator:job@file');
    expect(() => airOfModelVersion({ ...given, air: 'broken' })).toThrow(RangeError);
  });

  it('builds what the server would have said', () => {
    const { air, ...rest } = siteFixture('model-versions.get') as AirVersion;
    expect(textOf(rest)).toBe(air);
    expect(textOf({ ...rest, air: null })).toBe(air);
    expect(textOf({ ...rest, air: '' })).toBe(air);
  });

  it('builds it for a version as models have it', () => {
    const known = siteFixture('models.get') as Known;
    const [first] = known.modelVersions;
    expect(first).toBeDefined();
    expect(textOf(first ?? {}, { model: known })).toBe(
      `urn:air:illustrious:${known.type.toLowerCase()}:civitai:${known.id}@${first?.id}`,
    );
  });

  it.each([
    ['AestheticGradient', 'ag'],
    ['Checkpoint', 'checkpoint'],
    ['Hypernetwork', 'hypernet'],
    ['TextualInversion', 'embedding'],
    ['MotionModule', 'motion'],
    ['Upscaler', 'upscaler'],
    ['VAE', 'vae'],
    ['LORA', 'lora'],
    ['DoRA', 'dora'],
    ['LoCon', 'lycoris'],
    ['Controlnet', 'controlnet'],
    ['TextEncoder', 'text_encoders'],
    ['UNet', 'unet'],
    ['CLIPVision', 'clipvision'],
    ['CLIP', 'clip'],
    ['VisionLanguage', 'visionlanguage'],
    ['Poses', 'unknown'],
    ['LLM', 'unknown'],
    ['Other', 'unknown'],
  ])('calls a %s %s', (type, word) => {
    expect(textOf(version, { model: { id: 11, type } })).toBe(`urn:air:sdxl:${word}:civitai:11@22`);
  });

  it('has a word for every model type of the server', () => {
    const { ModelType: types } = siteFixture('enums') as { readonly ModelType: readonly string[] };
    expect(types.length).toBeGreaterThan(20);
    expect(types.filter((type) => airOfModelVersion(version, { model: { id: 11, type } }) === undefined)).toEqual([]);
  });

  it('knows base models by their ecosystem, and admits which it does not know', () => {
    const { BaseModel: names } = siteFixture('enums') as { readonly BaseModel: readonly string[] };
    const ecosystems = new Map(
      names.map((name) => [name, airOfModelVersion({ id: 1, baseModel: name }, { model })?.ecosystem]),
    );
    expect(Object.fromEntries(ecosystems)).toMatchObject({
      'SD 1.5': 'sd1',
      'SD 2.1': 'sd2',
      'SD 3.5 Medium': 'sd3_5m',
      'SDXL Lightning': 'sdxl',
      'Flux.1 S': 'flux1',
      'Flux.2 Klein 9B': 'flux2',
      'HiDream-O1': 'hidream-o1',
      Pony: 'pony',
      Upscaler: 'other',
      'Wan Video 2.2 T2V-A14B': 'wanvideo-22-t2v-a14b',
    });
    expect(names.filter((name) => ecosystems.get(name) === undefined)).toEqual([
      'Flux 3 Video',
      'Boogu',
      'MageFlow',
      'NoobAI',
      'Pony V7',
      'Qwen 3',
      'Reve',
      'MiniMax H3',
      'PolyGen',
      'Tripo',
      'Hunyuan3D',
    ]);
  });

  it('lets the primary file say what the version really is', () => {
    const files = [
      { id: 1, type: 'VAE', primary: false },
      { id: 2, type: 'Diffusion Model', primary: true },
    ];
    const checkpoint = { id: 11, type: 'Checkpoint' };
    expect(textOf({ ...version, files }, { model: checkpoint })).toBe('urn:air:sdxl:diffusionmodel:civitai:11@22');
    const plain = files.map((file) => ({ ...file, primary: false }));
    expect(textOf({ ...version, files: plain }, { model: checkpoint })).toBe('urn:air:sdxl:checkpoint:civitai:11@22');
  });

  it('names one file', () => {
    const air = 'urn:air:flux1:diffusionmodel:civitai:11@22';
    const encoder = { id: 9002, type: 'Text Encoder' };
    const unet = { id: 9003, type: 'UNet' };
    expect(textOf({ air }, { file: unet })).toBe('urn:air:flux1:unet:civitai:11@22+9003');
    expect(textOf({ air, model: { type: 'Checkpoint' } }, { file: encoder })).toBe(
      'urn:air:flux1:checkpoint:civitai:11@22+9002',
    );
    expect(textOf(version, { model, file: encoder })).toBe('urn:air:sdxl:lora:civitai:11@22+9002');
    expect(textOf({ air: 'civitai:1@2' }, { file: encoder })).toBe('urn:air:civitai:1@2+9002');
  });

  it.each<[string, ...Parameters<typeof airOfModelVersion>]>([
    ['the base model is new', { ...version, baseModel: 'SDXL 9.0' }, { model }],
    ['the base model is a name that objects inherit', { ...version, baseModel: 'constructor' }, { model }],
    ['there is no base model', { id: 22 }, { model }],
    ['the model type is new', version, { model: { id: 11, type: 'HoloLens' } }],
    ['the model type is a name that objects inherit', version, { model: { id: 11, type: 'constructor' } }],
    ['the model is not known', version],
    ['only the type of the model is known', { ...version, model: { type: 'LORA' } }],
    ['only the id of the model is known', { ...version, modelId: 11 }],
    ['the version has no id', { baseModel: 'SDXL 1.0' }, { model }],
  ])('guesses nothing when %s', (_case, ...parameters) => {
    expect(airOfModelVersion(...parameters)).toBeUndefined();
  });

  it('refuses ids that are none', () => {
    expect(() => airOfModelVersion({ ...version, id: 1.5 }, { model })).toThrow(RangeError);
  });
});
