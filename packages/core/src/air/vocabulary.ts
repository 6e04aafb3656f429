// `(string & {})` keeps a vocabulary open: Civitai adds words without notice, and they must pass.

/** Family of models that a resource works with: the first word of an AIR. New ones appear with new base models. */
export type AirEcosystem =
  | 'sd1'
  | 'sd2'
  | 'sd3'
  | 'sdxl'
  | 'pony'
  | 'illustrious'
  | 'noobai'
  | 'flux1'
  | 'flux1kontext'
  | 'fluxkrea'
  | 'flux2'
  | 'anima'
  | 'auraflow'
  | 'chroma'
  | 'hidream'
  | 'hidream-o1'
  | 'qwen'
  | 'qwen2'
  | 'zimageturbo'
  | 'zimagebase'
  | 'hyv1'
  | 'ltxv'
  | 'wanvideo'
  | 'comfy'
  | 'oci'
  | 'other'
  | (string & {});

/** What a resource is: the second word of an AIR. */
export type AirType = (typeof airTypeWords)[number] | 'other' | 'unknown' | (string & {});

/** Where a resource lies: the third word of an AIR. */
export type AirSource =
  | 'civitai'
  | 'civitai-r2'
  | 'huggingface'
  | 'orchestrator'
  | 'openai'
  | 'leonardo'
  | 'comfyregistry'
  | 'ghcr'
  | (string & {});

/**
 * Words that name a type and no ecosystem, so that `model:huggingface:stabilityai/sdxl-vae` can leave the ecosystem out.
 * `other` and `unknown` are not among them, for both are ecosystems too.
 */
export const airTypeWords = [
  'ag',
  'checkpoint',
  'clip',
  'clipvision',
  'controlnet',
  'diffusion_model',
  'diffusionmodel',
  'dora',
  'embedding',
  'hypernet',
  'image',
  'lora',
  'lycoris',
  'model',
  'motion',
  'nodepack',
  'nodepacklayer',
  'repository',
  'text_encoders',
  'unet',
  'upscaler',
  'vae',
  'visionlanguage',
] as const;

/** Types whose versions are those of software, dots and all: `v2.5.5`, `1.4.0-rc.a`. They have no file format. */
export const softwareTypes: readonly AirType[] = ['image', 'nodepack', 'nodepacklayer'];
