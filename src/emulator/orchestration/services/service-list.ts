/** A kind of work that can be bought, without its numbers. */
export interface ServiceEntry {
  /** Category first, then what the discriminators say, such as `image/flux2/klein/createImage/9b`. */
  readonly id: string;
  readonly name: string;
  /** The `$type` of the step it is done in. */
  readonly step: string;
  /** The discriminators, as the step's input has them. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly tags: readonly string[];
  readonly input: readonly string[];
  readonly output: readonly string[];
  readonly status: 'unknown' | 'available' | 'degraded' | 'unavailable';
  /** What a typical order costs, in Buzz. */
  readonly buzz: number;
  /** How long a typical order takes. */
  readonly seconds: number;
}

/** Every service of the emulator, ordered by id. */
export const SERVICES: readonly ServiceEntry[] = [
  {
    id: 'audio/ace-step',
    name: 'ACE-Step',
    step: 'aceStepAudio',
    parameters: {},
    tags: ['music'],
    input: ['text'],
    output: ['audio'],
    status: 'available',
    buzz: 12,
    seconds: 40,
  },
  {
    id: 'audio/textToSpeech/vllm-omni/qwen3/base',
    name: 'Qwen 3 voice',
    step: 'textToSpeech',
    parameters: { engine: 'vllm-omni', ecosystem: 'qwen3', operation: 'base' },
    tags: ['speech'],
    input: ['text', 'audio'],
    output: ['audio'],
    status: 'available',
    buzz: 4,
    seconds: 8,
  },
  {
    id: 'audio/transcription',
    name: 'Transcription',
    step: 'transcription',
    parameters: {},
    tags: ['speech'],
    input: ['audio', 'video'],
    output: ['text'],
    status: 'degraded',
    buzz: 2,
    seconds: 20,
  },
  {
    id: 'image/flux2/klein/createImage/9b',
    name: 'FLUX.2 klein 9B',
    step: 'imageGen',
    parameters: { engine: 'flux2', model: 'klein', operation: 'createImage', modelVersion: '9b' },
    tags: ['fast', 'photo'],
    input: ['text'],
    output: ['image'],
    status: 'available',
    buzz: 8,
    seconds: 5,
  },
  {
    id: 'image/flux2/klein/editImage/9b',
    name: 'FLUX.2 klein 9B edit',
    step: 'imageGen',
    parameters: { engine: 'flux2', model: 'klein', operation: 'editImage', modelVersion: '9b' },
    tags: ['edit', 'fast'],
    input: ['text', 'image'],
    output: ['image'],
    status: 'available',
    buzz: 9,
    seconds: 6,
  },
  {
    id: 'image/google/nano-banana-pro',
    name: 'Nano Banana Pro',
    step: 'imageGen',
    parameters: { engine: 'google', model: 'nano-banana-pro' },
    tags: ['edit', 'photo'],
    input: ['text', 'image'],
    output: ['image'],
    status: 'available',
    buzz: 150,
    seconds: 25,
  },
  {
    id: 'image/sdcpp/sd1/createImage',
    name: 'Stable Diffusion 1.5',
    step: 'imageGen',
    parameters: { engine: 'sdcpp', ecosystem: 'sd1', operation: 'createImage' },
    tags: ['fast', 'loras'],
    input: ['text'],
    output: ['image'],
    status: 'available',
    buzz: 1,
    seconds: 3,
  },
  {
    id: 'image/sdcpp/sdxl/createImage',
    name: 'Stable Diffusion XL',
    step: 'imageGen',
    parameters: { engine: 'sdcpp', ecosystem: 'sdxl', operation: 'createImage' },
    tags: ['loras'],
    input: ['text'],
    output: ['image'],
    status: 'available',
    buzz: 4,
    seconds: 9,
  },
  {
    id: 'image/upscale',
    name: 'Image upscaler',
    step: 'imageUpscaler',
    parameters: {},
    tags: ['upscale'],
    input: ['image'],
    output: ['image'],
    status: 'available',
    buzz: 5,
    seconds: 12,
  },
  {
    id: 'model3d/comfy/hunyuan3D/imageTo3D',
    name: 'Hunyuan 3D',
    step: 'polyGen',
    parameters: { engine: 'comfy', model: 'hunyuan3D', operation: 'imageTo3D' },
    tags: ['mesh'],
    input: ['image'],
    output: ['model3d'],
    status: 'unknown',
    buzz: 300,
    seconds: 180,
  },
  {
    id: 'text/chatCompletion',
    name: 'Chat completion',
    step: 'chatCompletion',
    parameters: {},
    tags: ['chat'],
    input: ['text', 'image'],
    output: ['text'],
    status: 'available',
    buzz: 1,
    seconds: 4,
  },
  {
    id: 'video/veo3',
    name: 'Veo 3',
    step: 'videoGen',
    parameters: { engine: 'veo3' },
    tags: ['slow', 'sound'],
    input: ['text', 'image'],
    output: ['video'],
    status: 'unavailable',
    buzz: 2000,
    seconds: 150,
  },
  {
    id: 'video/wan/v2.2/fal/image-to-video',
    name: 'Wan 2.2',
    step: 'videoGen',
    parameters: { engine: 'wan', version: 'v2.2', provider: 'fal', operation: 'image-to-video' },
    tags: ['slow'],
    input: ['text', 'image'],
    output: ['video'],
    status: 'available',
    buzz: 400,
    seconds: 90,
  },
];
