import type { Unlisted } from '../steps/unlisted.js';
import type { LegacyNetworkType, LegacyPreprocessor, LegacyScheduler } from './vocabulary.js';

/** What every job may have. */
export interface LegacyJobBase {
  /** So that other jobs can depend on it. */
  readonly name?: string | undefined;
  /** Lower values go first: one value, or a range in which the server finds one. */
  readonly priority?: { readonly value: number } | { readonly min: number; readonly max: number } | undefined;
  /** Names of those who may do the job. Default: all. */
  readonly providers?: readonly string[] | undefined;
  /** ISO 8601. */
  readonly expireAt?: string | undefined;
  /** Your own, to find the job by (`jobs.query`). */
  readonly properties?: Readonly<Record<string, unknown>> | undefined;
  /** Called when the job ends; https. */
  readonly callbackUrl?: string | undefined;
  /** A time span such as `00:10:00`. */
  readonly timeout?: string | undefined;
  readonly retries?: number | undefined;
  /** Names of the jobs that must have ended before. */
  readonly dependencies?: readonly string[] | undefined;
}

/** What a textToImage job draws. */
export interface LegacyImageParams {
  readonly prompt: string;
  readonly negativePrompt?: string | undefined;
  readonly scheduler?: LegacyScheduler | undefined;
  readonly steps?: number | undefined;
  readonly cfgScale?: number | undefined;
  readonly width: number;
  readonly height: number;
  /** -1 for a random one. */
  readonly seed?: number | undefined;
  readonly clipSkip?: number | undefined;
}

/** A LoRA or another network on top of the model. */
export interface LegacyNetwork {
  readonly type: LegacyNetworkType;
  /** Default: 1. */
  readonly strength?: number | undefined;
  /** Of a textual inversion. */
  readonly triggerWord?: string | undefined;
}

/** An image that guides another. */
export interface LegacyControlNet {
  readonly preprocessor?: LegacyPreprocessor | undefined;
  readonly weight?: number | undefined;
  /** 0 to 1. */
  readonly startStep?: number | undefined;
  /** 0 to 1. */
  readonly endStep?: number | undefined;
  /** The image: one that the API holds, or a URL. */
  readonly blobKey?: string | undefined;
  readonly imageUrl?: string | undefined;
}

/** Images from a prompt. */
export interface LegacyTextToImageJob extends LegacyJobBase {
  readonly $type: 'textToImage';
  /** AIR of the checkpoint; every AIR that the server takes. */
  readonly model: string;
  readonly params: LegacyImageParams;
  /** By AIR. */
  readonly additionalNetworks?: Readonly<Record<string, LegacyNetwork>> | undefined;
  readonly controlNets?: readonly LegacyControlNet[] | undefined;
  /** How many images. Default: 1. */
  readonly quantity?: number | undefined;
  readonly batchSize?: number | undefined;
}

/** A ComfyUI workflow. */
export interface LegacyComfyJob extends LegacyJobBase {
  readonly $type: 'comfy';
  /** The workflow in ComfyUI's API format. */
  readonly params: Readonly<Record<string, unknown>>;
}

/** A job of another kind, through `unlisted({ $type: …, … })`. */
export interface UnlistedLegacyJob {
  readonly $type: Unlisted;
}

/** A job as it is submitted. */
export type LegacyJob = LegacyTextToImageJob | LegacyComfyJob | UnlistedLegacyJob;
