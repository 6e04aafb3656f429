import type { ModelKind } from './model-kind.js';

/** A program whose folders are known. */
export type LayoutName = 'comfyui' | 'a1111' | 'forge' | 'swarmui' | 'invoke' | 'stability-matrix';

/** A folder of a program for one kind of file. */
export interface LayoutFolder {
  /** Below the program's folder, with `/`; created in this spelling when there is none in another. */
  readonly folder: string;
  /** Others that the program reads as well; used when one of them exists and the first does not. */
  readonly alternatives?: readonly string[];
  /** False where versions of the program, or of an extension, differ. */
  readonly sure: boolean;
  /** What the user should know. */
  readonly note?: string;
}

/** All that is known of a program. */
export interface Layout {
  readonly folders: Readonly<Partial<Record<ModelKind, LayoutFolder>>>;
  /** What the user has to do before the program knows the files. */
  readonly instruction?: string;
}

const sure = (folder: string, ...alternatives: readonly string[]): LayoutFolder =>
  alternatives.length === 0 ? { folder, sure: true } : { folder, alternatives, sure: true };
const unsure = (folder: string, note: string, ...alternatives: readonly string[]): LayoutFolder => ({
  ...sure(folder, ...alternatives),
  sure: false,
  note,
});

const besideCheckpoint = 'a configuration must have the name of its checkpoint and lie beside it';

const comfyui: Layout = {
  folders: {
    checkpoint: sure('models/checkpoints'),
    'diffusion-model': sure('models/diffusion_models', 'models/unet'),
    lora: sure('models/loras'),
    embedding: sure('models/embeddings'),
    vae: sure('models/vae'),
    'text-encoder': sure('models/text_encoders', 'models/clip'),
    'clip-vision': sure('models/clip_vision'),
    controlnet: sure('models/controlnet', 'models/t2i_adapter'),
    hypernetwork: sure('models/hypernetworks'),
    upscaler: sure('models/upscale_models'),
    'motion-module': unsure('models/animatediff_models', 'read by the AnimateDiff Evolved nodes'),
    detection: unsure('models/ultralytics/bbox', 'read by the Impact subpack; segmentation models belong in "segm"'),
    wildcards: unsure('models/wildcards', 'every wildcard node has a folder of its own'),
    workflow: sure('user/default/workflows'),
    config: { ...sure('models/checkpoints', 'models/configs'), note: besideCheckpoint },
  },
};

const a1111: Layout = {
  folders: {
    checkpoint: sure('models/Stable-diffusion'),
    'diffusion-model': unsure('models/Stable-diffusion', 'most versions cannot load diffusion weights alone'),
    lora: sure('models/Lora'),
    embedding: sure('embeddings'),
    vae: sure('models/VAE'),
    controlnet: sure('models/ControlNet', 'extensions/sd-webui-controlnet/models'),
    hypernetwork: sure('models/hypernetworks'),
    upscaler: {
      ...sure('models/ESRGAN'),
      note: 'RealESRGAN, SwinIR and DAT models have folders of their own beside it',
    },
    'motion-module': unsure('extensions/sd-webui-animatediff/model', 'read by the AnimateDiff extension'),
    'aesthetic-gradient': unsure(
      'extensions/stable-diffusion-webui-aesthetic-gradients/aesthetic_embeddings',
      'read by the extension for aesthetic gradients',
    ),
    detection: unsure('models/adetailer', 'read by the ADetailer extension'),
    wildcards: unsure('extensions/sd-dynamic-prompts/wildcards', 'read by the Dynamic Prompts extension'),
    config: { ...sure('models/Stable-diffusion'), note: besideCheckpoint },
  },
};

const forge: Layout = {
  folders: {
    ...a1111.folders,
    'diffusion-model': sure('models/Stable-diffusion'),
    'text-encoder': sure('models/text_encoder'),
    'clip-vision': unsure('models/clip_vision', 'not every version reads it'),
    controlnet: sure('models/ControlNet'),
    hypernetwork: unsure('models/hypernetworks', 'not every version reads it'),
  },
};

const swarmui: Layout = {
  folders: {
    checkpoint: sure('Models/Stable-Diffusion'),
    'diffusion-model': sure('Models/diffusion_models', 'Models/unet'),
    lora: sure('Models/Lora'),
    embedding: sure('Models/Embeddings'),
    vae: sure('Models/VAE'),
    'text-encoder': unsure('Models/text_encoders', 'older versions read "clip"', 'Models/clip'),
    'clip-vision': sure('Models/clip_vision'),
    controlnet: sure('Models/controlnet'),
    upscaler: unsure('Models/upscale_models', 'not every version reads it'),
    detection: unsure('Models/yolov8', 'not every version reads it'),
    wildcards: sure('Data/Wildcards'),
    config: { ...unsure('Models/Stable-Diffusion', besideCheckpoint) },
  },
};

const stabilityMatrix: Layout = {
  folders: {
    checkpoint: sure('Models/StableDiffusion'),
    'diffusion-model': unsure('Models/DiffusionModels', 'only newer versions have it', 'Models/Unet'),
    lora: sure('Models/Lora', 'Models/LyCORIS'),
    embedding: unsure('Models/Embeddings', 'older versions call it "TextualInversion"', 'Models/TextualInversion'),
    vae: sure('Models/VAE'),
    'text-encoder': unsure('Models/TextEncoders', 'only newer versions have it', 'Models/CLIP'),
    'clip-vision': unsure('Models/ClipVision', 'only newer versions have it', 'Models/InvokeClipVision'),
    controlnet: sure('Models/ControlNet'),
    hypernetwork: sure('Models/Hypernetwork'),
    upscaler: sure('Models/ESRGAN'),
    'motion-module': unsure('Models/AnimateDiff', 'not every version has it'),
    detection: unsure('Models/Ultralytics', 'only newer versions have it'),
    config: { ...sure('Models/StableDiffusion'), note: besideCheckpoint },
  },
};

/** InvokeAI keeps its models in a database; what lies in its folders without being in it is not seen. */
const staging = 'civitai-staging';
const invokeKinds = [
  'checkpoint',
  'diffusion-model',
  'lora',
  'embedding',
  'vae',
  'text-encoder',
  'clip-vision',
  'controlnet',
] as const satisfies readonly ModelKind[];

const invoke: Layout = {
  folders: Object.fromEntries(invokeKinds.map((kind) => [kind, sure(`${staging}/${kind}`)])),
  instruction:
    'InvokeAI does not see files until they are installed: open its Model Manager, choose "Scan Folder" and give it this folder (tick "in place" to keep the files where they are), or send POST /api/v2/models/install?source=<path>&inplace=true to it.',
};

/** What is known of each program. */
export const layoutTable: Readonly<Record<LayoutName, Layout>> = {
  comfyui,
  a1111,
  forge,
  swarmui,
  invoke,
  'stability-matrix': stabilityMatrix,
};

/** The names of the layouts there are. */
export const layoutNames: readonly LayoutName[] = Object.keys(layoutTable) as LayoutName[];
