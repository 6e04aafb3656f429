import type { DescriptionTexts } from '../description-texts.js';
import type {
  Availability,
  CommercialUse,
  MediaType,
  ModelFileFormat,
  ModelFileType,
  ModelMode,
  ModelStatus,
  ModelType,
  Open,
  ScanResult,
} from '../vocabulary.js';

/**
 * A model with its versions, the same from a list and from `get`: what the server leaves out is `null` or `[]` here.
 * Fields the library does not know stay on the object.
 */
export interface Model extends DescriptionTexts {
  readonly id: number;
  readonly name: string;
  /** HTML. */
  readonly description: string | null;
  readonly type: ModelType;
  readonly allowNoCredit: boolean;
  readonly allowDerivatives: boolean;
  readonly allowDifferentLicense: boolean;
  /** Always a list here, although some servers send text such as `{Image,RentCivit}`. */
  readonly allowCommercialUse: readonly CommercialUse[];
  readonly minor: boolean;
  readonly sfwOnly: boolean;
  /** Depicts a real person. */
  readonly poi: boolean;
  readonly nsfw: boolean;
  /** Sum of maturity bits: PG 1, PG-13 2, R 4, X 8, XXX 16, blocked 32; 0 unrated. */
  readonly nsfwLevel: number;
  /** `null` for a model in good order. */
  readonly mode: ModelMode | null;
  readonly availability: Availability;
  readonly userId: number;
  /** Base models of the visible versions. */
  readonly baseModels: readonly string[];
  readonly cosmetic: unknown;
  /** Whether Civitai's own generator can use a version of it. */
  readonly supportsGeneration: boolean;
  readonly stats: ModelStats;
  /** `null` for models of the site's own account. */
  readonly creator: ModelCreator | null;
  readonly tags: readonly string[];
  /** Newest first; may be empty. */
  readonly modelVersions: readonly ModelVersion[];
}

/** Counters of a model; `null` where the creator hides them. */
export interface ModelStats {
  readonly downloadCount: number | null;
  readonly thumbsUpCount: number;
  readonly thumbsDownCount: number;
  readonly commentCount: number;
  readonly tippedAmountCount: number | null;
}

export interface ModelCreator {
  readonly username: string | null;
  readonly image: string | null;
}

/** A version as part of its model; `civitai.modelVersions` gives more of it. */
export interface ModelVersion extends DescriptionTexts {
  readonly id: number;
  readonly index: number | null;
  readonly name: string;
  /** Such as `SDXL 1.0`; new ones appear all the time. */
  readonly baseModel: string;
  readonly baseModelType: Open<'Standard' | 'Inpainting' | 'Refiner' | 'Pix2Pix'>;
  /** ISO-8601. Only from `get`. */
  readonly createdAt?: string;
  /** ISO-8601. */
  readonly publishedAt: string | null;
  /** Only from `get`. */
  readonly status?: ModelStatus;
  readonly flags: number;
  readonly availability: Availability;
  readonly nsfwLevel: number;
  /** HTML. */
  readonly description: string | null;
  readonly trainedWords: readonly string[];
  readonly vaeId: number | null;
  /** ISO-8601; end of the early access. */
  readonly earlyAccessDeadline: string | null;
  readonly paidAccess: PaidAccess | null;
  readonly stats: ModelVersionStats;
  /** Only from lists. */
  readonly supportsGeneration?: boolean;
  /** Only from `get`. */
  readonly covered?: boolean;
  /** Empty when the model is archived. */
  readonly files: readonly ModelFile[];
  /** Up to 20; empty when the model is taken down. */
  readonly images: readonly ModelImage[];
  /** Absent when the model is archived. */
  readonly downloadUrl?: string;
}

export interface ModelVersionStats {
  readonly downloadCount: number | null;
  readonly thumbsUpCount: number;
  readonly thumbsDownCount?: number;
}

/** A version that must be bought, for good or until `endsAt` (ISO-8601). */
export interface PaidAccess {
  readonly permanent: boolean;
  readonly endsAt: string | null;
}

export interface ModelFile {
  readonly id: number;
  /** Size in units of 1024 bytes. */
  readonly sizeKB: number;
  /** Name under which it is downloaded, not the one it was uploaded with. */
  readonly name: string;
  readonly overrideName: string | null;
  readonly type: ModelFileType;
  readonly metadata: ModelFileMetadata;
  readonly pickleScanResult: ScanResult;
  readonly pickleScanMessage: string | null;
  readonly virusScanResult: ScanResult;
  readonly virusScanMessage: string | null;
  /** ISO-8601. */
  readonly scannedAt: string | null;
  /** May be empty. */
  readonly hashes: ModelFileHashes;
  readonly downloadUrl: string;
  /** Possibly no file of a version has it. */
  readonly primary: boolean;
}

export interface ModelFileMetadata {
  readonly format?: ModelFileFormat | null;
  readonly size?: Open<'full' | 'pruned'> | null;
  readonly fp?: string | null;
  readonly quantType?: string | null;
  readonly isRequired?: boolean | null;
}

/** Upper-case hexadecimal. */
export interface ModelFileHashes {
  readonly AutoV1?: string;
  readonly AutoV2?: string;
  readonly AutoV3?: string;
  readonly SHA256?: string;
  readonly CRC32?: string;
  readonly BLAKE3?: string;
}

/** A picture that shows what a version does. */
export interface ModelImage {
  /** From its file name where the server leaves it out; `null` where that says nothing. */
  readonly id: number | null;
  /** The extension tells image from video, not the format: a `.jpeg` may hold PNG or WebP. */
  readonly url: string;
  readonly nsfwLevel: number;
  readonly width: number | null;
  readonly height: number | null;
  /** BlurHash. */
  readonly hash: string | null;
  readonly type: MediaType;
  readonly minor: boolean;
  readonly poi: boolean;
  readonly hasMeta: boolean;
  readonly hasPositivePrompt: boolean;
  readonly onSite: boolean;
  readonly remixOfId: number | null;
}
