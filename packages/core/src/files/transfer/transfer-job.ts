import type { ModelFileHashes } from '../../resources/models/types.js';
import type { ClientPipeline } from '../../transport/pipeline-access.js';
import type { TransferFileSystem } from './file-system.js';
import type { PartIdentity } from './journal.js';
import type { PartPaths } from './part-paths.js';
import type { ByteRate } from './rate-limit.js';
import type { RetryRules } from './retry-budget.js';
import type { SignedLink } from './signed-link.js';
import type { FloorRules } from './speed-floor.js';
import type { TransferEvent } from './transfer-event.js';

/** How transfers are done; the same for all of a downloader. */
export interface TransferSettings {
  /** Connections for one file. */
  readonly segments: number;
  readonly headersTimeoutMs: number;
  readonly stallTimeoutMs: number;
  readonly floor: FloorRules;
  readonly retry: RetryRules;
  /** 0 ≤ x < 1. */
  readonly random: () => number;
  readonly rate: ByteRate | undefined;
  readonly disk: TransferFileSystem;
  readonly progressIntervalMs: number;
  /** Stays free on the disk. */
  readonly reserveBytes: number;
}

/** How the finished file is checked. */
export interface VerifyRules {
  /** `hash`: by the best hash that is published. `size`: by its length alone. `none`: not at all. */
  readonly how: 'hash' | 'size' | 'none';
  /** A file without a published hash is refused. */
  readonly required: boolean;
  /** Also good, besides the published one: SHA256 in any case. */
  readonly accepted: readonly string[];
}

/** What the site says of a file. */
export interface ExpectedFile {
  readonly fileName: string;
  /** As far as the site knows; it may be off by a kilobyte. */
  readonly sizeBytes: number | undefined;
  readonly hashes: ModelFileHashes;
}

/** One file to fetch. */
export interface TransferJob {
  readonly access: ClientPipeline;
  readonly settings: TransferSettings;
  readonly paths: PartPaths;
  readonly identity: PartIdentity;
  readonly expected: ExpectedFile;
  readonly link: SignedLink;
  readonly verify: VerifyRules;
  readonly overwrite: boolean;
  readonly resume: boolean;
  /** How long to wait for another process at the same file. */
  readonly lockPatienceMs: number;
  readonly signal: AbortSignal;
  readonly emit: (event: TransferEvent) => void;
  /** Asks the site again, past all caches; `undefined` when the file is not listed any more. */
  readonly askAgain: () => Promise<ExpectedFile | undefined>;
}

/** How far the site's idea of a length may be off: it is rounded to kilobytes by some. */
export const sizeToleranceBytes = 1024;
