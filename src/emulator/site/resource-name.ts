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
  'Flux.1 Krea': 'fluxkrea',
  'Flux.2 D': 'flux2',
  'Flux.2 Klein 9B': 'flux2',
  'Flux.2 Klein 9B-base': 'flux2',
  'Flux.2 Klein 4B': 'flux2',
  'Flux.2 Klein 4B-base': 'flux2',
  'HiDream-O1': 'hidream-o1',
  'Hunyuan 1': 'hydit1',
  'Hunyuan Video': 'hyv1',
  'Ideogram 4.0': 'ideogram',
  'ACE Audio': 'ace',
  'Wan Video 1.3B t2v': 'wanvideo1_3b_t2v',
  'Wan Video 14B t2v': 'wanvideo14b_t2v',
  'Wan Video 14B i2v 480p': 'wanvideo14b_i2v_480p',
  'Wan Video 14B i2v 720p': 'wanvideo14b_i2v_720p',
  'Wan Video 2.2 TI2V-5B': 'wanvideo-22-ti2v-5b',
  'Wan Video 2.2 I2V-A14B': 'wanvideo-22-i2v-a14b',
  'Wan Video 2.2 T2V-A14B': 'wanvideo-22-t2v-a14b',
  'Wan Video 2.5 T2V': 'wanvideo-25-t2v',
  'Wan Video 2.5 I2V': 'wanvideo-25-i2v',
  Upscaler: 'other',
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
