import type { Open, Secret } from '@civitkit/core/client';
import type { JsonObject } from '@civitkit/core/internal';

/** What an account may spend. */
export interface WalletBalance {
  readonly balance: number;
  /** Such as `USD`. */
  readonly currency?: string;
  /** The whole answer. */
  readonly raw: Readonly<JsonObject>;
}

/** What is left of a plan. */
export interface SubscribedProduct {
  /** Calls of the plan. */
  readonly totalCalls?: number;
  readonly callsRemaining?: number;
  readonly percentageUsed?: number;
  /** As the server has it. */
  readonly raw: Readonly<JsonObject>;
}

/** Which outputs to list. */
export interface AssetsFilter {
  readonly type: Open<'image' | 'video' | 'voice' | '3d'>;
  readonly per_page?: number;
  /** Where to begin. Default: 1. */
  readonly page?: number;
}

/** A job of the past and what came out of it. */
export interface GeneratedAsset {
  readonly id: number | string;
  readonly output?: readonly string[];
  readonly [member: string]: unknown;
}

/** What to delete. */
export interface DeleteImageParameters {
  /** Id of the job. */
  readonly request_id: number | string;
  /** Default: `image`. */
  readonly type?: Open<'image' | 'video' | 'voice' | '3d'>;
}

/** An image to be judged. */
export interface NsfwImageCheckParameters {
  readonly init_image: string;
  /** 0 to 1, default 0.5. */
  readonly threshold?: number | string;
}

/** What the server sees in an image. */
export interface NsfwImageVerdict {
  /** Whether anything was found in any of the images. */
  readonly isNsfw: boolean;
  /** The verdict of each image. */
  readonly findings: readonly boolean[];
  /** The whole answer; it has no `status`. */
  readonly raw: Readonly<JsonObject>;
}

/** What the server sees in a prompt. */
export interface PromptVerdict {
  readonly isNsfw: boolean;
  /** Whether it is about children in that way. */
  readonly isCp: boolean;
  readonly originalPrompt?: string;
  /** The prompt without what was objected to. */
  readonly filteredPrompt?: string;
  /** The whole answer. */
  readonly raw: Readonly<JsonObject>;
}

/** How many models there are after a purchase. */
export interface ModelPurchase {
  readonly message?: string;
  readonly purchasedModels?: number;
  readonly usedModels?: number;
  readonly availableModels?: number;
  /** The whole answer. */
  readonly raw: Readonly<JsonObject>;
}

/** The plans that can be bought. */
export type SubscriptionPlanName = Open<
  'basic_monthly' | 'basic_yearly' | 'standard_monthly' | 'standard_yearly' | 'premium_monthly' | 'premium_yearly'
>;

/** What was bought. */
export interface SubscriptionPurchase {
  readonly message?: string;
  readonly plan?: string;
  /** The key of the subscription, shown this once: keep it. */
  readonly apiKey?: Secret;
}

/** What became of an image that was cropped and uploaded. */
export interface CroppedImage {
  readonly url: string;
  readonly requestId?: string;
  /** The whole answer. */
  readonly raw: Readonly<JsonObject>;
}
