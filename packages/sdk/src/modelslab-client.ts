// The public contract without the container: `@civitkit/sdk/modelslab/client`.
export { modelsLabSection } from './modelslab/configuration/modelslab-section.js';
export type { ModelsLabOptions, ModelsLabSettings } from './modelslab/configuration/modelslab-settings.js';
export { createModelsLabClient } from './modelslab/create-modelslab-client.js';
export { ModelsLabJobError } from './modelslab/errors/modelslab-job-error.js';
export type { EnterpriseFamilies, ModelsLabFamilies, V7Families } from './modelslab/generated/families.js';
export type * from './modelslab/generated/parameters.js';
export type { JobOperation } from './modelslab/jobs/job-operation.js';
export type { JobOptions, WaitOptions } from './modelslab/jobs/job-options.js';
export type { ModelsLabProgress, SubmittedJob } from './modelslab/jobs/job-progress.js';
export type { ModelsLabResult } from './modelslab/jobs/job-result.js';
export type { ModelsLabJob } from './modelslab/jobs/modelslab-job.js';
export { ModelsLabClient } from './modelslab/modelslab-client.js';
export type { DataOutput, ModelsLabOutput, TextOutput, UrlOutput } from './modelslab/outputs/modelslab-output.js';
export type {
  ModelsLabOutputs,
  OutputBytesOptions,
  SaveOutputOptions,
} from './modelslab/outputs/modelslab-outputs.js';
export type { OutputSource } from './modelslab/outputs/open-output.js';
export type { WireForms } from './modelslab/request/wire-forms.js';
