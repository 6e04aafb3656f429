import type { AirType } from './vocabulary.js';

/** AIR types by model type. The server writes `unknown` for the kinds it has no word for, and so do we, for those. */
const modelTypes: Readonly<Record<string, AirType>> = {
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
  Poses: 'unknown',
  Wildcards: 'unknown',
  Workflows: 'unknown',
  ComfyWorkflows: 'unknown',
  Detection: 'unknown',
  LLM: 'unknown',
  Other: 'unknown',
};

/** Files that hold one part of a model; they go before the type of their model. */
const fileTypes: Readonly<Record<string, AirType>> = { 'Diffusion Model': 'diffusionmodel', UNet: 'unet' };

/** The AIR type of a model type; `undefined` for one that appeared after this version. */
export function airTypeOfModel(modelType: string | undefined): AirType | undefined {
  return modelType !== undefined && Object.hasOwn(modelTypes, modelType) ? modelTypes[modelType] : undefined;
}

/** The AIR type that a file's type forces on its version; `undefined` for most. */
export function airTypeOfFile(fileType: string | undefined): AirType | undefined {
  return fileType !== undefined && Object.hasOwn(fileTypes, fileType) ? fileTypes[fileType] : undefined;
}
