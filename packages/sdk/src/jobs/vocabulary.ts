import type { Open } from '@civitkit/core/client';

/** How an image is sampled, in the spelling of the v1 API. */
export type LegacyScheduler = Open<
  | 'EulerA'
  | 'Euler'
  | 'LMS'
  | 'Heun'
  | 'DPM2'
  | 'DPM2A'
  | 'DPM2SA'
  | 'DPM2M'
  | 'DPMSDE'
  | 'DPMFast'
  | 'DPMAdaptive'
  | 'LMSKarras'
  | 'DPM2Karras'
  | 'DPM2AKarras'
  | 'DPM2SAKarras'
  | 'DPM2MKarras'
  | 'DPMSDEKarras'
  | 'DDIM'
  | 'PLMS'
  | 'UniPC'
  | 'LCM'
  | 'DDPM'
  | 'DEIS'
  | 'Undefined'
>;

/** What kind of network is added to a model. */
export type LegacyNetworkType = Open<
  'Lora' | 'Hypernetwork' | 'TextualInversion' | 'Lycoris' | 'Checkpoint' | 'Vae' | 'LoCon' | 'ControlNet'
>;

/** What is done to an image before a ControlNet sees it. */
export type LegacyPreprocessor = Open<'Canny' | 'DepthZoe' | 'SoftedgePidinet' | 'Rembg'>;

/** What has happened to a job. `Failed`, `Succeeded`, `Expired` and `Deleted` are the end. */
export type LegacyJobEventType = Open<
  | 'Initialized'
  | 'Claimed'
  | 'Rejected'
  | 'LateRejected'
  | 'ClaimExpired'
  | 'Updated'
  | 'Failed'
  | 'Succeeded'
  | 'Expired'
  | 'Deleted'
>;

/** Whether workers can use a model. */
export type LegacyAvailability = Open<'Unknown' | 'Unsupported' | 'Unavailable' | 'Available'>;
