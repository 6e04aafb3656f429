import type { CatalogueModel, CatalogueVersion } from '../catalogue/entities.js';

/** Ecosystems of base models whose name is not simply the base model's own (contract §10, AIR). */
const ECOSYSTEMS: Readonly<Record<string, string>> = {
  'SD 1.4': 'sd1',
  'SD 1.5': 'sd1',
  'SD 1.5 LCM': 'sd1',
  'SD 1.5 Hyper': 'sd1',
  'SD 2.0': 'sd2',
  'SD 2.1': 'sd2',
  'SDXL 1.0': 'sdxl',
  'SDXL Lightning': 'sdxl',
  'SDXL Hyper': 'sdxl',
  'Flux.1 D': 'flux1',
  'Flux.1 S': 'flux1',
};

/** AIR types by model type; all others are `unknown`. */
const TYPES: Readonly<Record<string, string>> = {
  AestheticGradient: 'ag',
  Checkpoint: 'checkpoint',
  Hypernetwork: 'hypernet',
  TextualInversion: 'embedding',
  MotionModule: 'motion',
  Upscaler: 'upscaler',
  VAE: 'vae',
  LORA: 'lora',
  DoRA: 'dora',
  LoCon: 'lycoris',
  Controlnet: 'controlnet',
  TextEncoder: 'text_encoders',
  UNet: 'unet',
  CLIPVision: 'clipvision',
  CLIP: 'clip',
  VisionLanguage: 'visionlanguage',
};

/** The AIR of a version: `urn:air:{ecosystem}:{type}:civitai:{model}@{version}`. */
export function resourceName(model: CatalogueModel, version: CatalogueVersion): string {
  const ecosystem = ECOSYSTEMS[version.baseModel] ?? version.baseModel.toLowerCase().replace(/[^a-z0-9]/g, '');
  return `urn:air:${ecosystem}:${TYPES[model.type] ?? 'unknown'}:civitai:${model.id}@${version.id}`;
}
