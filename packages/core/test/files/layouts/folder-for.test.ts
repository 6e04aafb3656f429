import { describe, expect, it } from 'vitest';
import { folderFor } from '../../../src/files/layouts/folder-for.js';
import { type LayoutName, layoutNames, layoutTable } from '../../../src/files/layouts/layout-table.js';
import { kindOf } from '../../../src/files/layouts/model-kind.js';

const place = (
  layout: LayoutName,
  modelType: string,
  fileType = 'Model',
  baseModel = 'SD 1.5',
  format = 'SafeTensor',
) => folderFor(layout, { type: fileType, metadata: { format } }, { baseModel }, { type: modelType });

describe('folderFor', () => {
  it.each([
    ['comfyui', 'Checkpoint', 'models/checkpoints'],
    ['comfyui', 'LORA', 'models/loras'],
    ['comfyui', 'LoCon', 'models/loras'],
    ['comfyui', 'DoRA', 'models/loras'],
    ['comfyui', 'TextualInversion', 'models/embeddings'],
    ['comfyui', 'Controlnet', 'models/controlnet'],
    ['comfyui', 'Upscaler', 'models/upscale_models'],
    ['comfyui', 'Workflows', 'user/default/workflows'],
    ['a1111', 'Checkpoint', 'models/Stable-diffusion'],
    ['a1111', 'LORA', 'models/Lora'],
    ['a1111', 'TextualInversion', 'embeddings'],
    ['a1111', 'VAE', 'models/VAE'],
    ['a1111', 'Hypernetwork', 'models/hypernetworks'],
    ['forge', 'TextEncoder', 'models/text_encoder'],
    ['swarmui', 'Checkpoint', 'Models/Stable-Diffusion'],
    ['swarmui', 'TextualInversion', 'Models/Embeddings'],
    ['swarmui', 'Wildcards', 'Data/Wildcards'],
    ['stability-matrix', 'Checkpoint', 'Models/StableDiffusion'],
    ['invoke', 'LORA', 'civitai-staging/lora'],
  ] as const)('knows where %s has a %s', (layout, modelType, folder) => {
    expect(place(layout, modelType)).toMatchObject({ folder, extra: false });
  });

  it('goes by the file before the model', () => {
    expect(place('comfyui', 'Checkpoint', 'VAE').folder).toBe('models/vae');
    expect(place('comfyui', 'Checkpoint', 'Text Encoder').folder).toBe('models/text_encoders');
    expect(place('comfyui', 'Checkpoint', 'UNet').folder).toBe('models/diffusion_models');
    expect(place('comfyui', 'LORA', 'Negative').folder).toBe('models/embeddings');
    expect(place('a1111', 'Checkpoint', 'Config')).toMatchObject({
      folder: 'models/Stable-diffusion',
      notes: ['a configuration must have the name of its checkpoint and lie beside it'],
    });
    expect(place('comfyui', 'LORA', 'Training Data')).toMatchObject({
      folder: 'civitai-extras/Training Data',
      extra: true,
    });
    expect(place('comfyui', 'Workflows', 'Archive')).toMatchObject({ folder: 'civitai-extras/Workflows', extra: true });
  });

  it('tells whole checkpoints from diffusion weights, and says when it cannot', () => {
    expect(place('comfyui', 'Checkpoint', 'Model', 'Flux.1 D', 'GGUF')).toMatchObject({
      kind: 'diffusion-model',
      sure: true,
    });
    const flux = place('comfyui', 'Checkpoint', 'Model', 'Flux.1 D');
    expect(flux).toMatchObject({ kind: 'checkpoint', sure: false });
    expect(flux.notes[0]).toContain('Flux.1 D');
    const facts = { modelType: 'Checkpoint', baseModel: 'Flux.1 D' };
    const weights = ['model.diffusion_model.double_blocks.0.img_attn.qkv.weight'];
    expect(kindOf({ ...facts, tensorNames: weights })).toEqual({ kind: 'diffusion-model', sure: true });
    expect(kindOf({ ...facts, tensorNames: [...weights, 'vae.decoder.conv_in.bias'] })).toEqual({
      kind: 'checkpoint',
      sure: true,
    });
  });

  it('puts what no program reads aside, also types that are not known yet', () => {
    expect(place('a1111', 'Poses')).toMatchObject({ folder: 'civitai-extras/Poses', extra: true, sure: true });
    expect(place('comfyui', '../Evil:Type', 'Whatever')).toMatchObject({
      folder: 'civitai-extras/.._Evil_Type',
      extra: true,
      sure: false,
    });
    expect(place('a1111', 'toString', 'constructor').extra).toBe(true);
    expect(place('invoke', 'Upscaler').instruction).toBeUndefined();
  });

  it('says what to do for a program with a database', () => {
    expect(place('invoke', 'Checkpoint').instruction).toContain('Scan Folder');
  });

  it('refuses a layout that there is not', () => {
    expect(() => place('toString' as LayoutName, 'LORA')).toThrow('comfyui, a1111');
  });

  it('has nothing in its table that is no relative path', () => {
    const folders = layoutNames.flatMap((name) => Object.values(layoutTable[name].folders));
    expect(folders.length).toBeGreaterThan(50);
    for (const { folder, alternatives = [], sure, note } of folders) {
      for (const path of [folder, ...alternatives]) expect(path).toMatch(/^[A-Za-z][\w-]*(?:\/[A-Za-z][\w-]*)*$/u);
      expect(sure || note !== undefined).toBe(true);
    }
  });
});
