import type { FieldTree } from '../../transport/field-tree.js';
import type { JsonObject } from '../../transport/parse-object.js';
import type { ModelFileHashes } from '../models/types.js';
import { fillIn } from '../normalize.js';
import type { Availability, ModelFileFormat, ModelFileType, Open } from '../vocabulary.js';

/** What a generator or a downloader needs to know of a version and one of its files, and no more. */
export interface ModelVersionMini {
  /** Names the version to the generation API; ends in `+<fileId>` when a file was asked for. */
  readonly air: string;
  readonly versionName: string;
  readonly modelName: string;
  /** Who made the model. */
  readonly userId: number;
  readonly baseModel: string;
  readonly availability: Availability;
  /** ISO-8601. */
  readonly publishedAt: string | null;
  /** Size of the file in units of 1024 bytes. */
  readonly size: number;
  readonly fileType: ModelFileType;
  /** Name with which the file was uploaded. */
  readonly fileName: string;
  /** May be empty. */
  readonly hashes: ModelFileHashes;
  readonly downloadUrls: readonly string[];
  readonly format: ModelFileFormat | null;
  /** Whether Civitai's own generator can use it. */
  readonly canGenerate: boolean;
  readonly isFeatured: boolean;
  /** Whether a download needs a key. */
  readonly requireAuth: boolean;
  /** Whether access must be bought; only then the next two may be set. */
  readonly checkPermission: boolean;
  /** ISO-8601. */
  readonly earlyAccessEndsAt: string | null;
  /** Generations that are free before that. */
  readonly freeTrialLimit: number | null;
  readonly additionalResourceCharge: boolean;
  readonly minor: boolean;
  readonly sfwOnly: boolean;
  readonly fees: readonly GenerationFee[];
  readonly payoutEnabled: boolean;
}

/** What a generation with this version pays to its maker. */
export interface GenerationFee {
  readonly role: Open<'baseModel' | 'version'>;
  readonly amount: number;
  readonly type: Open<'perImageBuzz'>;
  readonly settlementCurrency: Open<'buzz' | 'cash'>;
  readonly recipientModelVersionId: number;
  readonly recipientUserId: number;
}

/** Known fields, for strict parsing. */
export const modelVersionMiniFields: FieldTree<ModelVersionMini> = {
  air: true,
  versionName: true,
  modelName: true,
  userId: true,
  baseModel: true,
  availability: true,
  publishedAt: true,
  size: true,
  fileType: true,
  fileName: true,
  hashes: { AutoV1: true, AutoV2: true, AutoV3: true, SHA256: true, CRC32: true, BLAKE3: true },
  downloadUrls: true,
  format: true,
  canGenerate: true,
  isFeatured: true,
  requireAuth: true,
  checkPermission: true,
  earlyAccessEndsAt: true,
  freeTrialLimit: true,
  additionalResourceCharge: true,
  minor: true,
  sfwOnly: true,
  fees: [
    {
      role: true,
      amount: true,
      type: true,
      settlementCurrency: true,
      recipientModelVersionId: true,
      recipientUserId: true,
    },
  ],
  payoutEnabled: true,
};

/** Fills in what the server leaves out; changes it in place. */
export function normalizeMini(mini: JsonObject): void {
  fillIn(mini, { publishedAt: null, format: null, earlyAccessEndsAt: null, freeTrialLimit: null });
  mini['hashes'] ??= {};
  mini['downloadUrls'] ??= [];
  mini['fees'] ??= [];
}
