import type { FaultRule } from './faults/fault.js';
import type { EmulatorLimits } from './limits.js';
import type { ModelsLabEmulation } from './modelslab/modelslab-options.js';
import type { OAuthBehaviour } from './oauth/oauth-behaviour.js';
import type { OrchestrationOptions } from './orchestration/orchestration-options.js';
import type { SiteBehaviour } from './site/site-behaviour.js';
import type { StorageBehaviour } from './storage/storage-behaviour.js';

/** How to start an emulator. Everything has a default. */
export interface EmulatorOptions {
  /** Port of the site; 0, the default, takes any free one. */
  readonly port?: number;
  /** Port of the OAuth host; any free one unless told. */
  readonly authPort?: number;
  /** Port of the storage host; any free one unless told. */
  readonly storagePort?: number;
  /** Port of the generation API; any free one unless told. */
  readonly orchestrationPort?: number;
  /** Port of the host that serves the contents of blobs; any free one unless told. */
  readonly blobsPort?: number;
  /** Port of ModelsLab; any free one unless told. */
  readonly modelslabPort?: number;
  /** Port of the host that serves the files of ModelsLab; any free one unless told. */
  readonly modelslabAssetsPort?: number;
  /** `127.0.0.1` unless told. */
  readonly host?: string;
  /** The catalogue is a function of the seed and the counts alone; 1 unless told. */
  readonly seed?: number;
  /** 300 unless told. */
  readonly modelCount?: number;
  /** 3000 unless told. */
  readonly imageCount?: number;
  /** The key that is valid from the beginning; derived from the seed unless told. */
  readonly apiKey?: string;
  /** Faults to start with. */
  readonly faults?: readonly FaultRule[];
  readonly behaviour?: SiteBehaviour;
  readonly oauth?: OAuthBehaviour;
  /** How the storage of downloads behaves. */
  readonly storage?: StorageBehaviour;
  readonly orchestration?: OrchestrationOptions;
  /** How ModelsLab behaves. */
  readonly modelslab?: ModelsLabEmulation;
  readonly limits?: EmulatorLimits;
  /** How long the signed URL of a download works; a day unless told. */
  readonly signedUrlSeconds?: number;
  /** The size of the parts of a multipart upload; 26214400 unless told. At most 64 MB. */
  readonly uploadPartBytes?: number;
}
