import type { FileContent } from './file-content.js';
import type { FileHashes } from './file-hashes.js';
import type { ImageMeta } from './image-meta.js';

/** A user who made something. */
export interface CatalogueCreator {
  readonly id: number;
  /** Null for a deleted account. */
  readonly username: string | null;
  readonly image: string | null;
  /** Found by `newCreators=true`. */
  readonly isNew: boolean;
}

/** A tag of models and images. */
export interface CatalogueTag {
  readonly id: number;
  readonly name: string;
  /** Only these are listed when nothing is searched for. */
  readonly featured: boolean;
  readonly modelCount: number;
  readonly imageCount: number;
}

/** What a file says about itself; the list endpoint shows the nulls. */
export interface CatalogueFileMetadata {
  readonly format?: string | null;
  readonly size?: string | null;
  readonly fp?: string | null;
  readonly quantType?: string | null;
  readonly isRequired?: boolean | null;
}

/** A file of a version. */
export interface CatalogueFile {
  readonly id: number;
  readonly sizeKB: number;
  readonly name: string;
  readonly overrideName: string | null;
  readonly type: string;
  readonly metadata: CatalogueFileMetadata;
  readonly pickleScanResult: string;
  readonly pickleScanMessage: string | null;
  readonly virusScanResult: string;
  readonly virusScanMessage: string | null;
  readonly scannedAt: Date | null;
  /** Worked out when first read. */
  readonly hashes: FileHashes;
  /** What its bytes are made from; null for a file of which only the description exists. */
  readonly content: FileContent | null;
  readonly primary: boolean;
  /** A VAE that belongs to another model and is shown here too. */
  readonly linkedVae: boolean;
}

/** A version of a model. */
export interface CatalogueVersion {
  readonly id: number;
  readonly modelId: number;
  readonly index: number | null;
  readonly name: string;
  readonly status: string;
  readonly baseModel: string;
  readonly baseModelType: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly publishedAt: Date;
  readonly availability: string;
  readonly nsfwLevel: number;
  readonly description: string | null;
  readonly trainedWords: readonly string[];
  readonly trainingStatus: string | null;
  readonly trainingDetails: Readonly<Record<string, unknown>> | null;
  readonly vaeId: number | null;
  readonly paidAccess: { readonly permanent: boolean; readonly endsAt: Date | null } | null;
  readonly licensingFee: number | null;
  readonly uploadType: string;
  readonly usageControl: string;
  readonly downloadCount: number;
  readonly thumbsUpCount: number;
  readonly thumbsDownCount: number;
  readonly supportsGeneration: boolean;
  readonly files: readonly CatalogueFile[];
}

/** A model with its versions, newest first. */
export interface CatalogueModel {
  readonly id: number;
  readonly name: string;
  readonly description: string | null;
  readonly allowNoCredit: boolean;
  readonly allowDerivatives: boolean;
  readonly allowDifferentLicense: boolean;
  readonly allowCommercialUse: readonly string[];
  readonly type: string;
  readonly checkpointType: string | null;
  readonly status: string;
  readonly minor: boolean;
  readonly sfwOnly: boolean;
  readonly poi: boolean;
  readonly nsfw: boolean;
  readonly nsfwLevel: number;
  readonly mode: 'Archived' | 'TakenDown' | null;
  readonly availability: string;
  readonly creator: CatalogueCreator;
  readonly tags: readonly CatalogueTag[];
  readonly publishedAt: Date;
  readonly lastVersionAt: Date;
  readonly metricsHidden: boolean;
  readonly downloadCount: number;
  readonly thumbsUpCount: number;
  readonly thumbsDownCount: number;
  readonly commentCount: number;
  readonly collectedCount: number;
  readonly imageCount: number;
  readonly tippedAmountCount: number;
  readonly versions: readonly CatalogueVersion[];
}

/** An image, video or sound. */
export interface CatalogueImage {
  readonly id: number;
  /** The storage key, or a whole address for the few that keep one. */
  readonly storage: string;
  readonly blurHash: string | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly level: number;
  readonly type: 'image' | 'video' | 'audio';
  readonly uploadedAt: Date;
  readonly publishedAt: Date;
  /** `undefined` leaves the key out of the answer. */
  readonly postId: number | null | undefined;
  readonly creator: CatalogueCreator;
  readonly modelId: number | null;
  /** The version in whose gallery the image stands first. */
  readonly showcaseOf: number | null;
  readonly modelVersionIds: readonly number[];
  readonly baseModel: string | null;
  readonly tags: readonly CatalogueTag[];
  readonly meta: ImageMeta | null;
  readonly hideMeta: boolean;
  readonly onSite: boolean;
  readonly minor: boolean;
  readonly poi: boolean;
  readonly remixOfId: number | null;
  /** Held back because its origin is not proven; only `requiringMeta=true` shows it. */
  readonly unverified: boolean;
  readonly cryCount: number;
  readonly laughCount: number;
  readonly likeCount: number;
  readonly heartCount: number;
  readonly commentCount: number;
  readonly collectedCount: number;
}
