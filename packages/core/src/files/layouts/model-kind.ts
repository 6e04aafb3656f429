import type { Open } from '../../resources/vocabulary.js';

/** What a file is to the programs that load it; decides the folder. */
export type ModelKind =
  | 'checkpoint'
  | 'diffusion-model'
  | 'lora'
  | 'embedding'
  | 'vae'
  | 'text-encoder'
  | 'clip-vision'
  | 'controlnet'
  | 'hypernetwork'
  | 'upscaler'
  | 'motion-module'
  | 'aesthetic-gradient'
  | 'detection'
  | 'wildcards'
  | 'workflow'
  | 'config'
  /** Nothing that a program loads from a folder of its own: poses, training data, archives, and what is new. */
  | 'other';

/** The facts about a file that decide; those of the API's objects, and what a look into the file tells. */
export interface KindFacts {
  /** `files[].type`. */
  readonly fileType?: string | undefined;
  /** `files[].metadata.format`. */
  readonly format?: string | null | undefined;
  /** `model.type`. */
  readonly modelType?: string | undefined;
  readonly baseModel?: string | undefined;
  /** Names of the tensors in the file; they tell a whole checkpoint from one without text encoder and VAE. */
  readonly tensorNames?: readonly string[] | undefined;
}

/** What a file is, and whether that is certain. */
export interface KindDecision {
  readonly kind: ModelKind;
  readonly sure: boolean;
  /** Why it is not certain. */
  readonly note?: string;
}

/** By file type; what is not in it (`Model`, `Pruned Model`, `Archive`, `Other`) is decided by the model's type. */
const byFileType: Readonly<Record<string, ModelKind>> = {
  VAE: 'vae',
  'Text Encoder': 'text-encoder',
  'Vision Encoder': 'clip-vision',
  CLIPVision: 'clip-vision',
  UNet: 'diffusion-model',
  'Diffusion Model': 'diffusion-model',
  ControlNet: 'controlnet',
  Upscaler: 'upscaler',
  'Enhancement LoRA': 'lora',
  Negative: 'embedding',
  Config: 'config',
  Workflow: 'workflow',
  'Training Data': 'other',
};

const byModelType: Readonly<Record<string, ModelKind>> = {
  Checkpoint: 'checkpoint',
  LORA: 'lora',
  LoCon: 'lora',
  DoRA: 'lora',
  TextualInversion: 'embedding',
  VAE: 'vae',
  TextEncoder: 'text-encoder',
  CLIP: 'text-encoder',
  UNet: 'diffusion-model',
  CLIPVision: 'clip-vision',
  Controlnet: 'controlnet',
  Hypernetwork: 'hypernetwork',
  Upscaler: 'upscaler',
  MotionModule: 'motion-module',
  AestheticGradient: 'aesthetic-gradient',
  Detection: 'detection',
  Wildcards: 'wildcards',
  Workflows: 'workflow',
  ComfyWorkflows: 'workflow',
};

/** Families whose checkpoints are often uploaded without text encoder and VAE. */
const oftenDiffusionOnly =
  /^(?:flux|sd 3|stable cascade|wan|hunyuan|qwen|ltxv?|hidream|chroma|lumina|aura|kolors|pixart|mochi|cogvideo|z[- ]?image)/iu;

/** Tensors of text encoders and VAEs, as whole checkpoints have them. */
const besideDiffusion = /^(?:cond_stage_model|conditioner|first_stage_model|text_encoders?|te|clip_[lg]|vae)\./u;

/**
 * Decides what a file is: by the type of the file first, for a VAE beside a checkpoint is a VAE, then by the model's type;
 * whether a checkpoint is a whole one by its tensors, its format, its family.
 */
export function kindOf(facts: KindFacts): KindDecision {
  const { fileType = '', modelType = '' } = facts;
  const byFile = own(byFileType, fileType);
  if (byFile !== undefined) return { kind: byFile, sure: true };
  const kind = own(byModelType, modelType);
  if (kind === undefined) {
    const known: readonly Open<string>[] = ['Poses', 'LLM', 'VisionLanguage', 'Other'];
    return known.includes(modelType)
      ? { kind: 'other', sure: true }
      : { kind: 'other', sure: false, note: `no folder is known for models of type ${modelType || 'unknown'}` };
  }
  // An archive holds workflows or the like; unpacking it is the user's business.
  if (fileType === 'Archive' && kind === 'workflow') return { kind: 'other', sure: true };
  return kind === 'checkpoint' ? checkpointKind(facts) : { kind, sure: true };
}

function checkpointKind({ baseModel = '', format, tensorNames }: KindFacts): KindDecision {
  if (tensorNames !== undefined && tensorNames.length > 0) {
    const whole = tensorNames.some((name) => besideDiffusion.test(name));
    return { kind: whole ? 'checkpoint' : 'diffusion-model', sure: true };
  }
  // The loaders of whole checkpoints do not read this format.
  if (format === 'GGUF') return { kind: 'diffusion-model', sure: true };
  if (!oftenDiffusionOnly.test(baseModel)) return { kind: 'checkpoint', sure: true };
  const note = `checkpoints for ${baseModel} are often uploaded without text encoder and VAE, and then belong with the diffusion models`;
  return { kind: 'checkpoint', sure: false, note };
}

function own<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
