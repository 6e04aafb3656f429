import type { MediaType, NsfwLabel } from '../vocabulary.js';

/** An image, video or sound that was posted on the site. */
export interface Image {
  readonly id: number;
  /** The extension tells image from video, not the format. */
  readonly url: string;
  /** BlurHash. */
  readonly hash: string | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly nsfwLevel: NsfwLabel;
  readonly type: MediaType;
  /** Anything above PG. */
  readonly nsfw: boolean;
  /** One maturity bit: PG 1, PG-13 2, R 4, X 8, XXX 16, blocked 32; 0 unrated. `browsingLevelNames` spells it out. */
  readonly browsingLevel: number;
  /** ISO-8601: publication, or with `modelId` or `imageId` alone the upload. */
  readonly createdAt: string;
  readonly postId: number | null;
  readonly stats: ImageStats;
  /**
   * With `withMeta`: the generation parameters as their program wrote them, any keys and types; else `null`.
   * `readGeneration` makes one shape of them.
   */
  readonly meta: Readonly<Record<string, unknown>> | null;
  readonly username: string | null;
  readonly baseModel: string | null;
  readonly modelVersionIds: readonly number[];
  /** With `withTags`. */
  readonly tags?: readonly ImageTag[];
}

export interface ImageStats {
  readonly cryCount: number;
  readonly laughCount: number;
  readonly likeCount: number;
  /** Always 0. */
  readonly dislikeCount: number;
  readonly heartCount: number;
  readonly commentCount: number;
}

export interface ImageTag {
  readonly id: number;
  readonly name: string;
}
