import type { DescriptionTexts } from '../description-texts.js';
import type { ModelFile, ModelImage, ModelVersionStats, PaidAccess } from '../models/types.js';
import type { Availability, ModelMode, ModelStatus, ModelType, Open } from '../vocabulary.js';

/** A model version by itself, with what its model's page does not show. */
export interface ModelVersionDetail extends DescriptionTexts {
  readonly id: number;
  readonly modelId: number;
  readonly name: string;
  readonly nsfwLevel: number;
  /** ISO-8601, as are all times here. */
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly status: ModelStatus;
  readonly publishedAt: string | null;
  readonly trainedWords: readonly string[];
  readonly trainingStatus: Open<
    'Pending' | 'Submitted' | 'Paused' | 'Denied' | 'Processing' | 'InReview' | 'Failed' | 'Approved' | 'Expired'
  > | null;
  /** Free-form. */
  readonly trainingDetails: Readonly<Record<string, unknown>> | null;
  readonly baseModel: string;
  readonly baseModelType: Open<'Standard' | 'Inpainting' | 'Refiner' | 'Pix2Pix'>;
  /** HTML. */
  readonly description: string | null;
  readonly uploadType: Open<'Created' | 'Trained'>;
  readonly usageControl: Open<'Download' | 'Generation' | 'InternalGeneration' | 'ExternalGeneration'>;
  /** Only `getByHash` tells the real fee; `get` says `null`. */
  readonly licensingFee: number | null;
  readonly paidAccess: PaidAccess | null;
  /** Names the version to the generation API, such as `urn:air:sdxl:lora:civitai:1@2`. */
  readonly air: string;
  readonly stats: ModelVersionStats;
  readonly model: ModelOfVersion;
  /** Empty when the model is archived. */
  readonly files: readonly ModelFile[];
  /** Up to 10, of all maturity levels; empty when the model is taken down. */
  readonly images: readonly ModelVersionImage[];
  /** Absent when the model is archived. */
  readonly downloadUrl?: string;
}

export interface ModelOfVersion {
  readonly name: string;
  readonly type: ModelType;
  readonly nsfw: boolean;
  readonly poi: boolean;
  /** `null` for a model in good order. */
  readonly mode: ModelMode | null;
}

/** A showcase image with its generation data. */
export interface ModelVersionImage extends ModelImage {
  readonly availability: Availability;
  readonly metadata: Readonly<Record<string, unknown>> | null;
  /** Generation parameters as their program wrote them: any keys, any types. */
  readonly meta: Readonly<Record<string, unknown>> | null;
}
