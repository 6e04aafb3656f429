import type { AirType } from '../../../air/vocabulary.js';

/**
 * How a picture was made, in one shape, whatever program wrote it down. What a program did not say is `null` or an empty
 * list. Everything else that it said is in the image's `meta`, untouched.
 */
export interface ImageGeneration {
  readonly prompt: string | null;
  readonly negativePrompt: string | null;
  readonly steps: number | null;
  readonly cfgScale: number | null;
  /** Such as `DPM++ 2M`, in the program's own spelling. */
  readonly sampler: string | null;
  readonly scheduler: string | null;
  /** A text when it has more digits than a number can hold. A number that large came rounded. */
  readonly seed: number | string | null;
  readonly clipSkip: number | null;
  readonly denoisingStrength: number | null;
  /** In pixels, as the program said; the file may be larger, after an upscaler. */
  readonly size: ImageGenerationSize | null;
  /** The checkpoint by its file or display name. */
  readonly model: ImageGenerationModel | null;
  readonly vae: string | null;
  /** Models that took part, from all lists there are: one may occur in several. */
  readonly resources: readonly ImageGenerationResource[];
  /** Hashes by what they belong to, such as `model` or `lora:name`; often only the first ten digits. */
  readonly hashes: Readonly<Record<string, string>>;
  /** What was done, in the words of Civitai's generator: `txt2img`, `img2img`. */
  readonly workflow: string | null;
  readonly engine: string | null;
  readonly process: string | null;
  /** Version of the program. */
  readonly version: string | null;
  /** The graphs of ComfyUI. They are parsed when this is first read, for they are long. */
  readonly comfy: ComfyGraphs | null;
  /** For pictures made by a service elsewhere. */
  readonly external: ExternalGeneration | null;
  /** Id of the image that this one varies. */
  readonly remixOfId: number | null;
}

export interface ImageGenerationSize {
  readonly width: number;
  readonly height: number;
}

export interface ImageGenerationModel {
  readonly name: string | null;
  readonly hash: string | null;
}

/** A model that took part in making a picture. */
export interface ImageGenerationResource {
  /** The list it is from: what the program wrote, what Civitai's generator wrote, or what ComfyUI's graph mentions. */
  readonly list: 'resources' | 'civitaiResources' | 'additionalResources';
  /** As AIRs call it: `checkpoint`, `lora`, `embedding`; an unknown word in lower case. */
  readonly type: AirType | null;
  readonly name: string | null;
  readonly versionName: string | null;
  /** Strength; `null` also where it has none, as a checkpoint. */
  readonly weight: number | null;
  readonly hash: string | null;
  readonly modelId: number | null;
  readonly modelVersionId: number | null;
  /** The AIR, where the program gave one. */
  readonly air: string | null;
}

/** What ComfyUI stores with a picture. */
export interface ComfyGraphs {
  /** The graph that ran: node ids to nodes. */
  readonly prompt: Readonly<Record<string, unknown>> | null;
  /** The graph as it looks in the editor. */
  readonly workflow: Readonly<Record<string, unknown>> | null;
}

/** Where a picture from another service comes from. */
export interface ExternalGeneration {
  readonly sourceName: string | null;
  readonly sourceUrl: string | null;
  /** Page on which one can make such a picture. */
  readonly createUrl: string | null;
  /** Page of this picture. */
  readonly referenceUrl: string | null;
  /** What the service calls its own. */
  readonly details: Readonly<Record<string, unknown>>;
}
