import type { Random } from './random.js';

/** Generation parameters: free-form, as users and their tools wrote them. */
export type ImageMeta = Readonly<Record<string, unknown>>;

const SUBJECTS: readonly string[] = [
  'a lighthouse',
  'a red fox',
  'a quiet street',
  'an old robot',
  'a knight',
  'a glass city',
];
const MOODS: readonly string[] = ['at dawn', 'in heavy rain', 'under neon light', 'in watercolor', 'seen from above'];
const SAMPLERS: readonly string[] = ['DPM++ 2M', 'Euler a', 'DPM++ SDE Karras', 'UniPC'];

function common(random: Random): Record<string, unknown> {
  return {
    Size: '832x1216',
    seed: random.whole(1, 4_000_000_000),
    steps: random.whole(20, 50),
    prompt: `${random.pick(SUBJECTS)} ${random.pick(MOODS)}`,
    sampler: random.pick(SAMPLERS),
    cfgScale: random.whole(3, 9),
    clipSkip: 2,
    negativePrompt: 'blurry',
  };
}

/** Every shape seen in the wild (contract §7.9); one is drawn per image. */
const SHAPES: readonly ((random: Random) => ImageMeta)[] = [
  (random) => ({
    ...common(random),
    hashes: { model: 'a49140c6c5' },
    resources: [{ name: 'x', type: 'lora', weight: 0.8 }],
    civitaiResources: [
      { type: 'checkpoint', modelVersionId: 345_685 },
      { type: 'lora', weight: 0.65, modelVersionId: 249_861 },
    ],
  }),
  // Numbers kept as the text they were read from.
  (random) => ({
    ...common(random),
    seed: String(random.whole(1, 4_000_000_000)),
    steps: String(random.whole(20, 50)),
    cfgScale: '7.0',
    'Clip skip': '2',
    Model: 'exampleModel_v20',
    'Model hash': 'a49140c6c5',
    Version: 'v1.10.1',
  }),
  // `Model` as an object.
  (random) => ({ ...common(random), Model: { name: 'exampleModel', hash: 'a49140c6c5' }, engine: 'forge' }),
  // A ComfyUI graph as JSON text.
  (random) => ({
    ...common(random),
    comfy: JSON.stringify({ prompt: { 3: { class_type: 'KSampler', inputs: { steps: 20 } } }, workflow: {} }),
    additionalResources: [{ name: 'detail', type: 'lora', strength: 1 }],
  }),
  // The same graph as an object.
  (random) => ({
    prompt: random.pick(SUBJECTS),
    comfy: { prompt: { 3: { class_type: 'KSampler', inputs: { steps: 20 } } }, workflow: {} },
    workflow: 'txt2img',
  }),
  // Made on the site.
  (random) => ({
    prompt: random.pick(SUBJECTS),
    engine: 'wan',
    process: 'img2vid',
    external: { source: { name: 'example', homepage: 'https://example.com' } },
    extra: { remixOfId: 9_173_928 },
  }),
  // No prompt at all.
  () => ({ Version: 'unknown' }),
];

/** Draws the parameters of one image; about one in eight has none. */
export function drawImageMeta(random: Random): ImageMeta | null {
  return random.chance(0.125) ? null : random.pick(SHAPES)(random);
}
