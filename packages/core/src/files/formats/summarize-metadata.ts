/** What the metadata of a model file says, under common names; absent is what it does not say. */
export interface MetadataSummary {
  readonly title?: string;
  readonly author?: string;
  readonly description?: string;
  readonly license?: string;
  /** Words to put into a prompt. */
  readonly triggerPhrase?: string;
  /** Such as `stable-diffusion-xl-v1-base/lora`, by the model specification. */
  readonly architecture?: string;
  /** What it was trained on, such as `sdxl_base_v1-0`, in the words of the trainer. */
  readonly baseModel?: string;
  /** File from which the training started. */
  readonly baseModelFile?: string;
  /** Such as `networks.lora`. */
  readonly networkModule?: string;
  readonly networkDim?: number;
  readonly networkAlpha?: number;
  /** Such as `1024x1024`. */
  readonly resolution?: string;
  readonly epochs?: number;
  readonly steps?: number;
  /** End of the training, in milliseconds since 1970. */
  readonly trainedAtMs?: number;
}

type Read = (text: string) => string | number | undefined;

const asText: Read = (text) => (text.trim() === '' || text === 'None' ? undefined : text);
const asNumber: Read = (text) => (text.trim() === '' || !Number.isFinite(Number(text)) ? undefined : Number(text));
const asTime: Read = (text) => {
  const seconds = Number(text);
  const time = text.trim() === '' || Number.isNaN(seconds) ? Date.parse(text) : seconds * 1000;
  return Number.isNaN(new Date(time).getTime()) ? undefined : Math.round(time);
};
const asResolution: Read = (text) => /(\d+)\D+(\d+)/.exec(text)?.slice(1, 3).join('x') ?? asText(text);

/** Where each member is, the best place first: the model specification, then what kohya's trainer writes. */
const places: Readonly<Record<keyof MetadataSummary, readonly (readonly [string, Read])[]>> = {
  title: [
    ['modelspec.title', asText],
    ['ss_output_name', asText],
  ],
  author: [['modelspec.author', asText]],
  description: [['modelspec.description', asText]],
  license: [['modelspec.license', asText]],
  triggerPhrase: [['modelspec.trigger_phrase', asText]],
  architecture: [['modelspec.architecture', asText]],
  baseModel: [['ss_base_model_version', asText]],
  baseModelFile: [['ss_sd_model_name', asText]],
  networkModule: [['ss_network_module', asText]],
  networkDim: [['ss_network_dim', asNumber]],
  networkAlpha: [['ss_network_alpha', asNumber]],
  resolution: [
    ['modelspec.resolution', asResolution],
    ['ss_resolution', asResolution],
  ],
  epochs: [
    ['ss_num_epochs', asNumber],
    ['ss_epoch', asNumber],
  ],
  steps: [
    ['ss_steps', asNumber],
    ['ss_max_train_steps', asNumber],
  ],
  trainedAtMs: [
    ['ss_training_finished_at', asTime],
    ['modelspec.date', asTime],
  ],
};

/**
 * Reads the metadata that trainers and mergers write into model files. Anybody can write anything there: it is a hint,
 * and no proof of what a file is.
 */
export function summarizeMetadata(metadata: Readonly<Record<string, string>>): MetadataSummary {
  const summary: Record<string, string | number> = {};
  for (const [member, candidates] of Object.entries(places)) {
    for (const [key, read] of candidates) {
      const text = Object.hasOwn(metadata, key) ? metadata[key] : undefined;
      const value = text === undefined ? undefined : read(text);
      if (value === undefined) continue;
      summary[member] = value;
      break;
    }
  }
  return summary;
}
