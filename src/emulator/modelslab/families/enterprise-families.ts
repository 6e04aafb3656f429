import { type Family, type Operation, type OutputKind, operationsOf } from './family.js';

const BASE = '/v1/enterprise';

/** A product, what it usually makes, its operations, and the other ways its name is written in paths. */
type ProductLine = readonly [product: string, usual: OutputKind, lines: readonly string[], others?: readonly string[]];

/** The products with jobs. The image API has no name and lies directly below the base. */
const PRODUCTS: readonly ProductLine[] = [
  ['', 'png', ['text2img model_id prompt', 'img2img model_id prompt', 'controlnet model_id', 'super_resolution url']],
  ['3d', 'glb', ['text_to_3d prompt', 'image_to_3d']],
  ['face_gen', 'png', ['make_gen']],
  ['faceswap', 'png', ['single_face_swap', 'multiple_face_swap', 'single_video_swap>mp4', 'specific_video_swap>mp4']],
  ['flux', 'png', ['text2img prompt', 'img2img prompt']],
  ['flux_headshot', 'png', ['make_gen']],
  ['flux_klein', 'png', ['text2img prompt', 'img2img prompt init_image']],
  ['flux_kontext_dev', 'png', ['img2img prompt']],
  [
    'image_editing',
    'png',
    [
      'face_gen',
      'fashion',
      'head_shot',
      'magic_mix',
      'mask_creator',
      'object_removal',
      'outpaint',
      'qwen_edit',
      'removebg_mask',
    ],
  ],
  ['image_to_video_ultra', 'mp4', ['img2video']],
  [
    'interior',
    'jpg',
    [
      'make',
      'floor_planning',
      'room_decorator',
      'scenario_changer',
      'sketch_rendering',
      'exterior_restorer',
      'object_removal',
    ],
  ],
  ['qwen', 'png', ['text2img prompt', 'img2img prompt init_image', 'inpaint prompt init_image mask_image']],
  ['realtime', 'png', ['text2img prompt', 'img2img prompt', 'inpaint prompt']],
  ['speech_to_text', 'transcript', ['transcribe init_audio']],
  ['super_resolution', 'png', ['make init_image'], ['super-resolution']],
  ['text_to_speech', 'wav', ['make prompt']],
  ['ultra_video', 'mp4', ['text2video prompt'], ['text-to-video-ultra']],
  ['video', 'mp4', ['text2video prompt', 'img2video']],
  [
    'voice',
    'wav',
    [
      'music_gen prompt',
      'sfx prompt',
      'speech_to_text>transcript init_audio',
      'text_to_audio prompt',
      'voice_cover>mp3 init_audio model_id',
      'voice_to_voice init_audio target_audio',
    ],
    ['voice-cloning'],
  ],
  ['z_image_turbo', 'png', ['text2img prompt', 'img2img prompt init_image']],
];

/** Products whose servers can be asked and told things, by every way their names are written. */
export const ENTERPRISE_PRODUCTS: readonly string[] = [
  ...PRODUCTS.flatMap(([product, , , others = []]) => [product, ...others]),
  'deepseek_chat',
  'uncensored_chat',
  'uncensored-chat',
];

function familyOf([product, , , others = []]: ProductLine, index: number): Family {
  const base = product === '' ? BASE : `${BASE}/${product}`;
  return {
    name: product === '' ? 'enterprise' : `enterprise.${product}`,
    base,
    fetchPath: `${base}/fetch`,
    otherFetchPaths: others.map((other) => `${BASE}/${other}/fetch`),
    idForm: 'number',
    firstId: 301_000_001 + index * 100_000,
    pendingOutput: [],
    // An enterprise deployment is paid by the month.
    cents: 0,
    key: 'enterprise',
  };
}

/** The generation operations of enterprise deployments. */
export const ENTERPRISE_OPERATIONS: readonly Operation[] = PRODUCTS.flatMap((line, index) =>
  operationsOf(familyOf(line, index), line[1], line[2]),
);
