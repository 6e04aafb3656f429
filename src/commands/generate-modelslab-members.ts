import type { OptionMembers } from './generate-members.js';
import type { InputOptions } from './generate-options.js';
import type { Member } from './generate-place.js';

/** What each option that was given may be called in the parameters of a job. `--param` comes before these. */
export function modelsLabMembers(
  prompt: string | undefined,
  images: readonly string[],
  options: InputOptions,
): readonly OptionMembers[] {
  return [
    named('--model', options.model, ['model_id']),
    named('The prompt', prompt, ['prompt', 'text']),
    named('--negative', options.negative, ['negative_prompt']),
    named('--width', options.width, ['width']),
    named('--height', options.height, ['height']),
    named('--steps', options.steps, ['num_inference_steps', 'steps']),
    named('--cfg', options.cfg, ['guidance_scale', 'guidance']),
    named('--seed', options.seed, ['seed']),
    named('--quantity', options.quantity, ['samples']),
    named('--scheduler', options.scheduler, ['scheduler']),
    ...loraMembers(options.lora ?? []),
    { option: '--image', choices: imageForms(images) },
  ];
}

function named(option: string, value: string | number | undefined, names: readonly string[]): OptionMembers {
  return { option, choices: value === undefined ? [] : names.map((name) => ({ name, value })) };
}

/** Names and strengths in two lists with commas; without a strength the server has its own. */
function loraMembers(loras: readonly string[]): readonly OptionMembers[] {
  const read = loras.map((text) => /^(.+)=(-?\d+(?:\.\d+)?)$/.exec(text) ?? [text, text, undefined]);
  const strengths = read.some(([, , strength]) => strength !== undefined)
    ? read.map(([, , strength]) => strength ?? '1').join(',')
    : undefined;
  return [
    named('--lora', loras.length === 0 ? undefined : read.map(([, model = '']) => model).join(','), ['lora_model']),
    named('--lora', strengths, ['lora_strength']),
  ];
}

function imageForms(images: readonly string[]): readonly Member[] {
  const [first, ...others] = images;
  if (first === undefined) return [];
  const list = { name: 'init_image', value: images };
  if (others.length > 0) return [list];
  const single = ['init_image', 'image', 'face_image', 'init_video', 'init_audio'];
  return [...single.map((name) => ({ name, value: first })), list];
}
