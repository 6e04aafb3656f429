import type { Open } from '@civitkit/core/client';
import type { JsonObject } from '@civitkit/core/internal';
import type { TrainingLoraFineTuneParameters } from '../generated/parameters.js';
import type { SecretText } from '../request/reveal-secrets.js';

/** What a model is trained from. Numbers are written as texts where the server wants them so. */
export interface StartTrainingParameters
  extends Omit<TrainingLoraFineTuneParameters, 'max_train_steps' | 'seed' | 'wandb_key'> {
  readonly max_train_steps: number | string;
  /** Default: 0. */
  readonly seed?: number | string | null | undefined;
  /** Key of Weights & Biases; masked like the API key. */
  readonly wandb_key?: SecretText | null | undefined;
  readonly [member: string]: unknown;
}

/** How far a training is. */
export interface TrainingState {
  /** Empty before the server has taken it. */
  readonly trainingId: string;
  /** In the server's words; it has them in `messege`. */
  readonly state: Open<
    | 'waiting'
    | 'deploying_gpu'
    | 'training_started'
    | 'training_success'
    | 'trained_model_compressing'
    | 'trained_model_uploading'
    | 'trained_model_uploaded'
    | 'deploying_model'
    | 'model_ready'
  >;
  /** A sentence about it, such as how long it will take. */
  readonly description?: string;
  /** The last answer; empty before the first. */
  readonly raw: Readonly<JsonObject>;
}
