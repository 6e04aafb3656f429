import type { Open } from '@civitkit/core/client';

/** A model of the community list. */
export interface ListedModel {
  readonly model_id: string;
  readonly model_name?: string;
  /** Such as `model_ready`. */
  readonly status?: Open<'model_ready'>;
  readonly instance_prompt?: string;
  readonly description?: string;
  readonly screenshots?: string;
  readonly created_at?: string;
  readonly [member: string]: unknown;
}

/** A model of a search. The documents do not say what it has. */
export interface FoundModel {
  readonly model_id?: string;
  readonly model_name?: string;
  /** What it is for, such as `imagen`. */
  readonly feature?: string;
  readonly [member: string]: unknown;
}

/** What to search for; members that are not named here are sent as they are. */
export interface ModelSearchFilter {
  readonly search?: string;
  /** Such as `imagen`, `video_fusion`, `audio_gen`. */
  readonly feature?: string;
  readonly provider?: string;
  readonly tags?: string;
  readonly per_page?: number;
  /** Where to begin. Default: 1. */
  readonly page?: number;
  readonly [member: string]: string | number | boolean | undefined;
}
