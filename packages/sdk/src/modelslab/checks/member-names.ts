import { didYouMean } from '../../checks/did-you-mean.js';

/** What other families, and other APIs, call the same thing. */
const sameThing: readonly (readonly string[])[] = [
  ['init_image', 'image', 'face_image', 'target_image', 'reference_image', 'image_url', 'img_url'],
  ['mask_image', 'mask'],
  ['init_video', 'video', 'video_url'],
  ['init_audio', 'audio', 'audio_url'],
  ['num_inference_steps', 'steps'],
  ['guidance_scale', 'guidance', 'cfg_scale', 'cfg'],
  ['samples', 'num_images', 'n', 'quantity', 'batch_size'],
  ['prompt', 'text', 'input'],
  ['model_id', 'model'],
  ['voice_id', 'voice'],
  ['language', 'lang', 'output_lang', 'target_language'],
  ['sample_shift', 'shift_sample'],
  ['track_id', 'tracking_id', 'external_id'],
  ['webhook', 'webhook_url', 'callback', 'callback_url'],
];

/** ` Did you mean "…"?`: another spelling, what others call the same thing, or a name that is near enough. */
export function suggestMember(name: string, known: readonly string[], given: ReadonlySet<string>): string {
  const free = known.filter((one) => !given.has(one));
  const spelled = free.find((one) => plain(one) === plain(name));
  const called = sameThing
    .find((names) => names.includes(name.trim().toLowerCase()))
    ?.find((one) => free.includes(one));
  const meant = spelled ?? called;
  return meant === undefined ? didYouMean(name, free) : ` Did you mean "${meant}"?`;
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z\d]/g, '');
}
