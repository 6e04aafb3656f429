// The public contract without the container: `@civitkit/sdk/client`.
export type { BlobUploadProgress } from './blobs/blob-body.js';
export type { BlobLocation, GetBlobOptions } from './blobs/blob-location.js';
export type { BlobsClient, BlobUploadTarget, DownloadBlobOptions } from './blobs/client.js';
export type { BlobLike, ReadableBlob } from './blobs/read-blob.js';
export type { AppendOptions, StreamingBlobsClient } from './blobs/streaming-blobs.js';
export type { UploadBlobOptions } from './blobs/upload-options.js';
export type { ChatClient } from './chat/client.js';
export type {
  ChatAnswer,
  ChatChoice,
  ChatChunk,
  ChatContentPart,
  ChatDelta,
  ChatMessage,
  ChatOptions,
  ChatRequest,
  ChatUsage,
} from './chat/types.js';
export { civitaiSdkSection } from './configuration/civitai-sdk-section.js';
export type { CivitaiSdkOptions, CivitaiSdkSettings } from './configuration/sdk-settings.js';
export { createOrchestrationClient } from './create-orchestration-client.js';
export { type ModerationVerdict, WorkflowError } from './errors/workflow-error.js';
export type { FreeTier, FreeTierClient, FreeTierModel } from './free-tier/client.js';
export type { RecipeCalls, RecipeTypes, StepTypes } from './generated/recipe-calls.js';
export { type StepBuilder, steps } from './generated/step-builders.js';
export type * from './generated/types.js';
export { OrchestrationClient } from './orchestration-client.js';
export { outputs } from './outputs/outputs.js';
export type { OutputKind, WorkflowOutput } from './outputs/workflow-output.js';
export type { RecipesClient } from './recipes/client.js';
export type { RecipeOptions } from './recipes/recipe-options.js';
export { jsonPointer } from './request/json-pointer.js';
export type { ResourcesClient } from './resources/client.js';
export type { ResourcesFilter, ResourcesQuery } from './resources/resources-list.js';
export type { RunOptions } from './runs/run-options.js';
export type { JobProgress, PreparationProgress, StepProgress, WorkflowProgress } from './runs/workflow-progress.js';
export type { WorkflowRun } from './runs/workflow-run.js';
export type { GetServiceOptions, ServicesClient } from './services/client.js';
export type { ServicesFilter, ServicesQuery } from './services/services-list.js';
export { argumentRef } from './steps/argument-ref.js';
export type { BuiltStep, StepOptions } from './steps/build-step.js';
export { forEach } from './steps/for-each.js';
export { loopRef } from './steps/loop-ref.js';
export type { OutputRefs } from './steps/output-refs.js';
export type { Ref, RefOr } from './steps/ref.js';
export { stepRef } from './steps/step-ref.js';
export { type Unlisted, unlisted } from './steps/unlisted.js';
export type { UserCachesClient } from './user-caches/client.js';
export type { WorkflowsClient } from './workflows/client.js';
export type { AccountCharge, CostPreview, QueueOutlook } from './workflows/cost-preview.js';
export { newExternalId } from './workflows/external-id.js';
export { isFinalStatus } from './workflows/final-status.js';
export type { ArchiveOptions } from './workflows/open-archive.js';
export type { GetWorkflowOptions, SubmitOptions } from './workflows/submit-options.js';
export { type PatchOperation, type PatchPath, WorkflowPatch, workflowPatch } from './workflows/workflow-patch.js';
export type { WorkflowsFilter, WorkflowsQuery } from './workflows/workflows-list.js';
