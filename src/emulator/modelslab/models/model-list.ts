/** A model as search shows it. */
export interface ListedModel {
  readonly model_id: string;
  readonly model_name: string;
  /** What it is for, such as `imagen`. */
  readonly feature: string;
  readonly provider: string;
  readonly tags: readonly string[];
}

function model(
  model_id: string,
  model_name: string,
  feature: string,
  provider: string,
  ...tags: string[]
): ListedModel {
  return { model_id, model_name, feature, provider, tags };
}

/** The models that the emulator lists. Others can be used as well: only ids that begin with `no-such-` are unknown. */
export const MODELS: readonly ListedModel[] = [
  model('flux', 'Flux Dev', 'imagen', 'bfl', 'text-to-image'),
  model('flux-kontext-dev', 'Flux Kontext Dev', 'imagen', 'bfl', 'image-to-image'),
  model('flux-2-pro', 'Flux 2 Pro', 'imagen', 'bfl', 'text-to-image', 'image-to-image'),
  model('midjourney', 'MidJourney V4', 'imagen', 'community', 'text-to-image'),
  model('realistic-vision-51', 'Realistic Vision 5.1', 'imagen', 'community', 'text-to-image'),
  model('nano-banana-pro', 'Nano Banana Pro', 'imagen', 'google', 'text-to-image', 'image-to-image'),
  model('seedream-4.5', 'Seedream 4.5', 'imagen', 'byteplus', 'text-to-image'),
  model('wan2.2', 'Wan 2.2', 'video_fusion', 'alibaba', 'text-to-video'),
  model('seedance-t2v', 'Seedance', 'video_fusion', 'byteplus', 'text-to-video'),
  model('sora-2', 'Sora 2', 'video_fusion', 'openai', 'text-to-video'),
  model('eleven_multilingual_v2', 'Eleven Multilingual v2', 'audio_gen', 'elevenlabs', 'text-to-speech'),
  model('scribe_v1', 'Scribe v1', 'audio_gen', 'elevenlabs', 'speech-to-text'),
  model('meta-llama-3-8B-instruct', 'Llama 3 8B Instruct', 'llmaster', 'meta', 'chat'),
];
