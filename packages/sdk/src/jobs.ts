// The legacy v1 jobs, for programs that still need them: `@civitkit/sdk/jobs`. New ones use workflows.
export { createLegacyJobsClient } from './jobs/create-legacy-jobs-client.js';
export type {
  LegacyComfyJob,
  LegacyControlNet,
  LegacyImageParams,
  LegacyJob,
  LegacyJobBase,
  LegacyNetwork,
  LegacyTextToImageJob,
  UnlistedLegacyJob,
} from './jobs/job-request.js';
export { type LegacyJobState, legacyJobResults, legacyJobState } from './jobs/job-state.js';
export type {
  LegacyConsumption,
  LegacyCoverage,
  LegacyJobEvent,
  LegacyJobResult,
  LegacyJobStatus,
  LegacyJobs,
  LegacyJobsPage,
  LegacyProviderStatus,
} from './jobs/job-status.js';
export type {
  LegacyJobOptions,
  LegacyJobsClient,
  LegacyJobsOptions,
  LegacyJobTarget,
  LegacyTaint,
} from './jobs/legacy-jobs-client.js';
export type {
  LegacyAvailability,
  LegacyJobEventType,
  LegacyNetworkType,
  LegacyPreprocessor,
  LegacyScheduler,
} from './jobs/vocabulary.js';
export type { LegacyWaitOptions } from './jobs/wait-for-jobs.js';
