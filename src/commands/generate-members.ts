import type { InputOptions } from './generate-options.js';
import type { Member } from './generate-place.js';

/** A LoRA and how strongly it counts. */
export interface Lora {
  readonly air: string;
  readonly strength: number;
}

/** What was made of the options that name something elsewhere. */
export interface InputFacts {
  readonly prompt: string | undefined;
  readonly model: string | undefined;
  readonly loras: readonly Lora[];
  /** Addresses. */
  readonly images: readonly string[];
}

/** An option, and the members that may be meant by it, the most likely first. */
export interface OptionMembers {
  readonly option: string;
  readonly choices: readonly Member[];
}

const oneImage: readonly string[] = [
  'sourceImage',
  'image',
  'imageUrl',
  'sourceImageUrl',
  'startImage',
  'firstFrame',
  'firstFrameImage',
  'referenceImage',
  'mediaUrl',
];
const manyImages: readonly string[] = ['images', 'referenceImages', 'imageUrls'];

/** What each option that was given may be called in an input. `--engine` and `--param` come before these. */
export function membersOfOptions(facts: InputFacts, options: InputOptions): readonly OptionMembers[] {
  const { images, loras, model, prompt } = facts;
  return [
    named('--model', model, ['model', 'diffusionModel', 'diffuserModel', 'checkpointModel', 'modelAir']),
    named('The prompt', prompt, ['prompt', 'text']),
    named('--negative', options.negative, ['negativePrompt']),
    named('--width', options.width, ['width']),
    named('--height', options.height, ['height']),
    named('--steps', options.steps, ['steps', 'numInferenceSteps']),
    named('--cfg', options.cfg, ['cfgScale', 'guidanceScale']),
    named('--seed', options.seed, ['seed']),
    named('--quantity', options.quantity, ['quantity', 'numImages']),
    named('--scheduler', options.scheduler, ['scheduler', 'sampler', 'sampleMethod', 'schedule']),
    { option: '--lora', choices: loras.length === 0 ? [] : loraForms(loras) },
    { option: '--image', choices: imageForms(images) },
  ];
}

function named(option: string, value: string | number | undefined, names: readonly string[]): OptionMembers {
  return { option, choices: value === undefined ? [] : names.map((name) => ({ name, value })) };
}

function loraForms(loras: readonly Lora[]): readonly Member[] {
  const entries = loras.map(({ air, strength }) => [air, strength] as const);
  return [
    {
      name: 'additionalNetworks',
      value: Object.fromEntries(entries.map(([air, strength]) => [air, { strength }])),
    },
    { name: 'loras', value: Object.fromEntries(entries) },
    { name: 'loras', value: loras },
  ];
}

function imageForms(images: readonly string[]): readonly Member[] {
  const [first, ...others] = images;
  if (first === undefined) return [];
  const lists = manyImages.map((name) => ({ name, value: images }));
  return others.length > 0 ? lists : [...oneImage.map((name) => ({ name, value: first })), ...lists];
}
