import type { Open } from '@civitkit/core/client';
import type { JsonObject } from '@civitkit/core/internal';
import type { EnterpriseImagesUpdateS3Parameters, ModelsLabPlainCalls } from '../generated/parameters.js';
import type { SecretText } from '../request/reveal-secrets.js';

/**
 * A product with servers of its own: what stands behind `/v1/enterprise/` in its address, apart from `images`, which is
 * there directly, and `flux_2_dev`, which shares the address of `flux`. Some products have two spellings in the documents,
 * such as `super_resolution` and `super-resolution`; any is taken.
 */
export type EnterpriseProduct = Open<
  | 'images'
  | '3d'
  | 'deepseek_chat'
  | 'face_gen'
  | 'faceswap'
  | 'flux'
  | 'flux_2_dev'
  | 'flux_headshot'
  | 'flux_klein'
  | 'flux_kontext_dev'
  | 'image_editing'
  | 'image_to_video_ultra'
  | 'interior'
  | 'qwen'
  | 'realtime'
  | 'speech_to_text'
  | 'super-resolution'
  | 'text-to-video-ultra'
  | 'text_to_speech'
  | 'uncensored-chat'
  | 'video'
  | 'voice-cloning'
  | 'z_image_turbo'
>;

/** How a server fares. */
export interface ServerDetails {
  /** `ok`, where others say `success`. */
  readonly status: Open<'ok' | 'success'>;
  readonly modelCount?: number;
  /** As the server counts it. */
  readonly queueTime?: number;
  /** The whole answer. */
  readonly raw: Readonly<JsonObject>;
}

/** Where outputs are to be stored: a bucket of one's own. */
export interface UpdateS3Parameters
  extends Omit<EnterpriseImagesUpdateS3Parameters, 'aws_access_key_id' | 'aws_secret_access_key'> {
  readonly aws_access_key_id: SecretText;
  readonly aws_secret_access_key: SecretText;
}

/** What the calls of `enterpriseServers.call` take, by name. */
export type EnterpriseCalls = {
  readonly [N in Exclude<
    Extract<keyof ModelsLabPlainCalls, `enterprise.${string}`>,
    'enterprise.images.updateS3' | 'enterprise.images.syncModels'
  >]: ModelsLabPlainCalls[N];
};
