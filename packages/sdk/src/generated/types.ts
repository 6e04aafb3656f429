// Written by `npm run codegen` from packages/sdk/contract; do not edit.
import type { Open } from '@civitkit/core/client';
import type { Ref, RefOr } from '../steps/ref.js';
import type { Unlisted } from '../steps/unlisted.js';

/** What `unlisted()` gives: fits wherever a shape is chosen. */
export interface UnlistedShape {
  readonly $type: Unlisted;
  readonly ecosystem: Unlisted;
  readonly engine: Unlisted;
  readonly format: Unlisted;
  readonly kind: Unlisted;
  readonly mode: Unlisted;
  readonly model: Unlisted;
  readonly modelVariant: Unlisted;
  readonly operation: Unlisted;
  readonly provider: Unlisted;
  readonly role: Unlisted;
  readonly type: Unlisted;
  readonly version: Unlisted;
}

/**
 * A reference in the place of a shape that is chosen. It names the members that choose, because the compiler would take
 * every literal for a reference gone wrong otherwise, and not say which member is wrong.
 */
export interface ShapeRef<T = unknown> extends Ref<T> {
  readonly $type?: Ref | undefined;
  readonly ecosystem?: Ref | undefined;
  readonly engine?: Ref | undefined;
  readonly format?: Ref | undefined;
  readonly kind?: Ref | undefined;
  readonly mode?: Ref | undefined;
  readonly model?: Ref | undefined;
  readonly modelVariant?: Ref | undefined;
  readonly operation?: Ref | undefined;
  readonly provider?: Ref | undefined;
  readonly role?: Ref | undefined;
  readonly type?: Ref | undefined;
  readonly version?: Ref | undefined;
}

/** A shape that is chosen, or a reference to one. */
export type RefOrShape<T> = T | ShapeRef<T>;

// ---- Workflows, events, resources, services, and what they consist of ------------------------------------------------

/** Part of `MediaRatingOutput.aiRecognition`. */
export interface AIRecognitionResult {
  readonly label: string;
  readonly confidence: number;
}

/** Part of `MediaRatingOutput.ageClassification`. */
export interface AgeClassificationResult {
  readonly detections: readonly AgeDetection[];
  readonly status?: string | null | undefined;
  readonly ran?: boolean | null | undefined;
  readonly detector?: string | null | undefined;
  readonly minorDetected?: boolean | null | undefined;
  readonly error?: string | null | undefined;
}

/** Part of `AgeClassificationOutput.labels`. */
export interface AgeClassifierLabel {
  readonly age: string;
  readonly isMinor: boolean;
  readonly boundingBox: readonly number[];
  readonly topK?: { readonly [key: string]: number } | null | undefined;
  readonly faceDetectionConfidence?: number | null | undefined;
  readonly personDetectionConfidence?: number | null | undefined;
}

/** Part of `AgeClassificationResult.detections`. */
export interface AgeDetection {
  readonly detectorType: string;
  readonly boundingBox: BoundingBox;
  readonly ageLabel: string;
  readonly confidence: number;
  readonly isMinor: boolean;
  readonly topK?: { readonly [key: string]: number } | null | undefined;
}

/** Part of `MediaRatingOutput.animeBodyAgeClassification`. */
export interface AnimeBodyAgeClassificationResult {
  readonly apparentAge: number;
  readonly ageBand: string;
  readonly under13Probability: number;
  readonly under18Probability: number;
  readonly oodProbability: number;
  readonly ordinalCutpointProbabilities: { readonly [key: string]: number };
  readonly childDetected: boolean;
  readonly minorDetected: boolean;
  readonly oodDetected: boolean;
  readonly status?: string | null | undefined;
  readonly ran?: boolean | null | undefined;
  readonly warning?: string | null | undefined;
  readonly error?: string | null | undefined;
}

/** Part of `MediaRatingOutput.animeRecognition`. */
export interface AnimeRecognitionResult {
  readonly label: string;
  readonly confidence: number;
}

/** Blob with `type: 'audio'`. */
export interface AudioBlob extends BlobBase {
  readonly duration?: number | null | undefined;
  readonly type: 'audio';
}

/** Part of `AudioCaptioningOutput.results`. */
export interface AudioCaptioningOutputItem {
  readonly text: string;
  readonly caption?: string | null | undefined;
  readonly lyrics?: string | null | undefined;
  readonly bpm?: string | null | undefined;
  readonly keyScale?: string | null | undefined;
  readonly timeSignature?: string | null | undefined;
  readonly duration?: string | null | undefined;
  readonly language?: string | null | undefined;
}

/** ComposeMediaOutput with `type: 'audio'`. */
export interface AudioComposeMediaOutput extends ComposeMediaOutputBase {
  readonly audioBlob: AudioBlob;
  readonly type: 'audio';
}

/** ResourceAvailability with `status: 'available'`. */
export interface AvailableResourceAvailability {
  readonly workers: number;
  readonly status: 'available';
}

/** Part of `PolyGenOutput.basicAnimations`. */
export interface BasicAnimationsBlobs {
  readonly walkingModel?: Model3DBlob | null | undefined;
  readonly walkingFbxModel?: Model3DBlob | null | undefined;
  readonly walkingArmatureModel?: Model3DBlob | null | undefined;
  readonly runningModel?: Model3DBlob | null | undefined;
  readonly runningFbxModel?: Model3DBlob | null | undefined;
  readonly runningArmatureModel?: Model3DBlob | null | undefined;
}

/** Part of `BatchOCRSafetyClassificationOutput.results`. */
export interface BatchOCRSafetyClassificationResult {
  /** A URL. */
  readonly mediaUrl: string;
  readonly classification: string;
  readonly text?: string | null | undefined;
}

interface BlobBase {
  readonly id: string;
  readonly available: boolean;
  /** A URL. */
  readonly url?: string | null | undefined;
  /** ISO 8601, UTC. */
  readonly urlExpiresAt?: string | null | undefined;
  readonly jobId?: string | null | undefined;
  readonly nsfwLevel?: NSFWLevel | null | undefined;
  readonly blockedReason?: string | null | undefined;
  readonly tier?: string | null | undefined;
}

/** A `type` that this release does not list. */
export interface UnlistedBlob extends BlobBase {
  readonly type: Unlisted;
  readonly [member: string]: unknown;
}

/** Part of `AceStepAudioOutput.blob`, `ComfyNodepackSnapshotResult.layer`, `ComfyNodepackSnapshotResult.objectInfo` and 11 more. Chosen by `type`. */
export type Blob =
  | ImageBlob
  | VideoBlob
  | AudioBlob
  | Model3DBlob
  | UnlistedBlob;

/** Part of `MediaRatingOutput.bodyAgeClassification`. */
export interface BodyAgeClassificationResult {
  readonly detections: readonly BodyAgeDetection[];
  readonly status?: string | null | undefined;
  readonly ran?: boolean | null | undefined;
  readonly childDetected?: boolean | null | undefined;
  readonly minorDetected?: boolean | null | undefined;
  readonly oodDetected?: boolean | null | undefined;
  readonly error?: string | null | undefined;
}

/** Part of `BodyAgeClassificationResult.detections`. */
export interface BodyAgeDetection {
  readonly boundingBox: BoundingBox;
  readonly personDetected: boolean;
  readonly personDetectionConfidence: number;
  readonly faceBoundingBox?: BoundingBox | null | undefined;
  readonly faceDetectionConfidence?: number | null | undefined;
  readonly headGeometrySource: string;
  readonly apparentAge: number;
  readonly ageBand: string;
  readonly under13Probability: number;
  readonly under18Probability: number;
  readonly oodProbability: number;
  readonly under13ViewProbabilities: readonly number[];
  readonly isChild: boolean;
  readonly isMinor: boolean;
  readonly isOod: boolean;
}

/** Part of `AgeDetection.boundingBox`, `BodyAgeDetection.boundingBox`, `BodyAgeDetection.faceBoundingBox` and 3 more. */
export interface BoundingBox {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** Part of `ServiceHistory.buckets`. */
export interface BucketResponse {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly requests: number;
  readonly successRate?: number | null | undefined;
  readonly canceledRate: number;
  readonly userErrorRate: number;
  readonly costBuzz?: PercentilesResponse | null | undefined;
  readonly latencySeconds?: PercentilesResponse | null | undefined;
}

/** Known values of `TransactionInfo.accountType`, `Workflow.currencies`, `WorkflowTemplate.currencies`. */
export type BuzzClientAccount = Open<'yellow' | 'blue' | 'green' | 'fakeRed'>;

/** Part of `ChatCompletionOutput.choices`. */
export interface ChatCompletionChoice {
  readonly index: number;
  readonly message: AssistantMessage;
  readonly finishReason?: string | null | undefined;
  readonly logprobs?: unknown;
}

/** Part of `ChatCompletionOutput.usage`. */
export interface ChatCompletionUsage {
  readonly promptTokens: number;
  readonly completionTokens: number;
  readonly totalTokens: number;
}

/** Part of `ComfyNodepackSnapshotOutput.results`. */
export interface ComfyNodepackSnapshotResult {
  readonly nodepack: string;
  readonly layerAir: string;
  readonly layer: Blob;
  readonly objectInfo: Blob;
  readonly web: Blob;
}

/** Part of `ComposeMediaOutput.elements`. */
export interface ComposeMediaResolvedElement {
  readonly startSeconds: number;
  readonly duration: number;
}

/** Part of `CustomComfyOutput.usage`. */
export interface CustomComfyUsage {
  readonly buzzPerSecond: number;
  readonly runtimeSeconds: number;
  readonly estimatedCost: number;
  /** ISO 8601, UTC. */
  readonly startedAt?: string | null | undefined;
  /** ISO 8601, UTC. */
  readonly computedAt: string;
}

/** Part of `ImageResourceTrainingOutput.epochs`. */
export interface EpochResult {
  readonly epochNumber: number;
  readonly blobName: string;
  readonly blobSize?: number | null | undefined;
  readonly sampleImages: readonly string[];
  /** A URL. */
  readonly blobUrl: string;
}

/** Part of `FaceRecognitionResult.faces`. */
export interface FaceDetection {
  readonly boundingBox: BoundingBox;
  readonly landmarks?: { readonly [key: string]: ValueTupleOfDoubleAndDouble } | null | undefined;
  readonly embedding?: readonly number[] | null | undefined;
}

/** Part of `AgeClassificationOutput.faceRecognitionFaces`. */
export interface FaceDetectionInfo {
  readonly boundingBox: readonly number[];
  readonly landmarks?: { readonly [key: string]: readonly number[] } | null | undefined;
  readonly hasEmbedding: boolean;
}

/** Part of `MediaRatingOutput.faceRecognition`. */
export interface FaceRecognitionResult {
  readonly faces: readonly FaceDetection[];
  readonly similarityMatrix?: readonly (readonly number[])[] | null | undefined;
}

/** Known values of `ResourceInfo.fileFormat`. */
export type FileFormat = Open<'unknown' | 'safeTensor' | 'pickleTensor' | 'diffusers' | 'coreML' | 'onnx' | 'tar'>;

/** Part of `MediaRatingOutput.humanRecognition`. */
export interface HumanRecognitionResult {
  readonly label: string;
  readonly confidence: number;
  readonly humanScore: number;
  readonly noHumanScore: number;
}

/** Blob with `type: 'image'`. */
export interface ImageBlob extends BlobBase {
  readonly width?: number | null | undefined;
  readonly height?: number | null | undefined;
  /** A URL. */
  readonly previewUrl?: string | null | undefined;
  /** ISO 8601, UTC. */
  readonly previewUrlExpiresAt?: string | null | undefined;
  readonly type: 'image';
}

/** Known values of `ImageResourceTrainingOutput.moderationStatus`. */
export type ImageResouceTrainingModerationStatus = Open<'evaluating' | 'underReview' | 'approved' | 'rejected'>;

/** Known values of `WorkflowStepJobQueuePosition.support`, `WorkflowStepQueuePosition.support`. */
export type JobSupport = Open<'unsupported' | 'unavailable' | 'available'>;

/** Part of `MediaRatingOutput.jointAgeClassification`. */
export interface JointAgeClassificationResult {
  readonly detections: readonly JointAgeDetection[];
  readonly status?: string | null | undefined;
  readonly ran?: boolean | null | undefined;
  readonly childDetected?: boolean | null | undefined;
  readonly minorDetected?: boolean | null | undefined;
  readonly oodDetected?: boolean | null | undefined;
  readonly error?: string | null | undefined;
}

/** Part of `JointAgeClassificationResult.detections`. */
export interface JointAgeDetection {
  readonly boundingBox: BoundingBox;
  readonly personDetected: boolean;
  readonly personDetectionConfidence: number;
  readonly faceBoundingBox?: BoundingBox | null | undefined;
  readonly faceDetectionConfidence?: number | null | undefined;
  readonly domain: string;
  readonly animeProbability: number;
  readonly apparentAge: number;
  readonly ageBand: string;
  readonly under13Probability: number;
  readonly under18Probability: number;
  readonly oodProbability: number;
  readonly ordinalCutpointProbabilities: { readonly [key: string]: number };
  readonly isChild: boolean;
  readonly isMinor: boolean;
  readonly isOod: boolean;
  readonly warning?: string | null | undefined;
}

/** Of the contract. */
export interface JsonPatchOperation {
  readonly op?: Open<'add' | 'remove' | 'replace' | 'move' | 'copy' | 'test'> | undefined;
  readonly path: string;
  readonly from?: string | undefined;
  readonly value?: unknown;
}

/** ResourceAvailability with `status: 'loading'`. */
export interface LoadingResourceAvailability {
  readonly progress: number;
  readonly workers: number;
  /** ISO 8601, UTC. */
  readonly startedAt?: string | null | undefined;
  /** ISO 8601, UTC. */
  readonly lastProgressAt?: string | null | undefined;
  readonly etaSeconds?: number | null | undefined;
  readonly status: 'loading';
}

/** Part of `ServiceResponse.metrics`. */
export interface MetricsResponse {
  readonly window: string;
  /** ISO 8601, UTC. */
  readonly asOf: string;
  readonly requests: number;
  readonly successRate?: number | null | undefined;
  readonly canceledRate: number;
  readonly userErrorRate: number;
  readonly costBuzz?: PercentilesResponse | null | undefined;
  readonly latencySeconds?: PercentilesResponse | null | undefined;
}

/** Part of `ServiceResponse.modalities`. */
export interface ModalitiesResponse {
  readonly input: readonly string[];
  readonly output: readonly string[];
}

/** Blob with `type: 'model3d'`. */
export interface Model3DBlob extends BlobBase {
  readonly format: string;
  readonly type: 'model3d';
}

/** Known values of `ModelClamScanOutput.status`. */
export type ModelClamScanStatus = Open<'clean' | 'infected' | 'timeout' | 'error'>;

/** Known values of `ModelPickleScanOutput.status`. */
export type ModelPickleScanStatus = Open<
    | 'clean' | 'dangerousImportsFound' | 'skippedSafetensors' | 'skippedGguf' | 'skipped' | 'parseError' | 'error'
  >;

/** Known values of `Blob.nsfwLevel`, `MediaRatingOutput.nsfwLevel`, `Workflow.nsfwLevel` and 1 more. */
export type NSFWLevel = Open<'pg' | 'pg13' | 'r' | 'x' | 'xxx' | 'na'>;

/** Part of `BucketResponse.costBuzz`, `BucketResponse.latencySeconds`, `MetricsResponse.costBuzz` and 1 more. */
export interface PercentilesResponse {
  readonly p50: number;
  readonly p80: number;
  readonly p95: number;
}

/** Part of `PromptEnhancementOutput.issues`. */
export interface PromptIssue {
  readonly description: string;
  readonly severity?: string | null | undefined;
}

/** ResourceAvailability with `status: 'queued'`. */
export interface QueuedResourceAvailability {
  readonly lane?: string | null | undefined;
  readonly queuePosition?: number | null | undefined;
  readonly etaSeconds?: number | null | undefined;
  readonly boostedEtaSeconds?: number | null | undefined;
  readonly status: 'queued';
}

/** Part of `QwenImageBenchOutput.results`. */
export interface QwenImageBenchItemResult {
  readonly fieldScores: { readonly [key: string]: number | null };
  readonly totalScore?: number | null | undefined;
  readonly scores: readonly QwenImageBenchScoreNode[];
  readonly errors: { readonly [key: string]: string };
  readonly error?: string | null | undefined;
}

/** Part of `QwenImageBenchItemResult.scores`, `QwenImageBenchScoreNode.children`. */
export interface QwenImageBenchScoreNode {
  readonly name: string;
  readonly score?: number | null | undefined;
  readonly children: readonly QwenImageBenchScoreNode[];
}

/** A `status` that this release does not list. */
export interface UnlistedResourceAvailability {
  readonly status: Unlisted;
  readonly [member: string]: unknown;
}

/** Part of `ResourceInfo.availability`. Chosen by `status`. */
export type ResourceAvailability =
  | UnsupportedResourceAvailability
  | UnavailableResourceAvailability
  | LoadingResourceAvailability
  | AvailableResourceAvailability
  | QueuedResourceAvailability
  | UnlistedResourceAvailability;

/** Part of `ResourceInfo.fee`, `ResourceInfo.fees`. */
export interface ResourceFee {
  readonly amount: number;
  readonly type: ResourceFeeType;
  readonly settlementCurrency: SettlementCurrency;
  readonly recipientModelVersionId?: number | null | undefined;
}

/** Known values of `ResourceFee.type`. */
export type ResourceFeeType = Open<'perImageBuzz'>;

/** Of the contract. */
export interface ResourceInfo {
  /** An AIR. */
  readonly air: string;
  readonly size: number;
  readonly hashes: { readonly [key: string]: string };
  readonly downloadUrls: readonly string[];
  readonly resourceName?: string | null | undefined;
  readonly versionName?: string | null | undefined;
  /** ISO 8601, UTC. */
  readonly invalidateAt?: string | null | undefined;
  /** ISO 8601, UTC. */
  readonly earlyAccessEndsAt?: string | null | undefined;
  readonly checkPermission: boolean;
  readonly canGenerate: boolean;
  readonly freeTrialLimit?: number | null | undefined;
  readonly requiresAuthorization?: boolean | null | undefined;
  readonly fileFormat: FileFormat;
  readonly hasMatureContentRestriction: boolean;
  readonly popularityRank?: number | null | undefined;
  readonly isFeatured?: boolean | null | undefined;
  /** ISO 8601, UTC. */
  readonly publishedAt?: string | null | undefined;
  readonly hasNSFWContentRestriction: boolean;
  readonly fee?: ResourceFee | null | undefined;
  readonly payoutEnabled?: boolean | null | undefined;
  readonly fees?: readonly ResourceFee[] | null | undefined;
  readonly userId?: number | null | undefined;
  readonly availability?: ResourceAvailability | null | undefined;
}

/** Part of `ServiceResponse.history`. */
export interface ServiceHistory {
  readonly interval: string;
  readonly buckets: readonly BucketResponse[];
}

/** Of the contract. */
export interface ServiceResponse {
  readonly id: string;
  readonly category: string;
  readonly parameters: { readonly [key: string]: string };
  readonly step?: string | null | undefined;
  readonly submit?: string | null | undefined;
  readonly estimate?: string | null | undefined;
  readonly name?: string | null | undefined;
  readonly description?: string | null | undefined;
  readonly tags: readonly string[];
  readonly strengths?: string | null | undefined;
  readonly weaknesses?: string | null | undefined;
  /** ISO 8601, UTC. */
  readonly releasedAt?: string | null | undefined;
  readonly modalities?: ModalitiesResponse | null | undefined;
  readonly status: ServiceStatus;
  readonly metrics?: MetricsResponse | null | undefined;
  readonly history?: ServiceHistory | null | undefined;
}

/** Known values of `ServiceResponse.status`. */
export type ServiceStatus = Open<'unknown' | 'available' | 'degraded' | 'unavailable'>;

/** Known values of `ResourceFee.settlementCurrency`. */
export type SettlementCurrency = Open<'buzz' | 'cash'>;

/** Part of `ShieldstralModerationOutput.results`. */
export interface ShieldstralPolicyResult {
  readonly policy: string;
  readonly action: string;
  readonly threshold: number;
  readonly score: number;
  readonly triggered: boolean;
  readonly topToken: string;
  readonly finishReason?: string | null | undefined;
  readonly responseId?: string | null | undefined;
  readonly error?: string | null | undefined;
  readonly policyHash?: string | null | undefined;
}

/** Known values of `TrainingOutput.moderationStatus`. */
export type TrainingModerationStatus = Open<'evaluating' | 'underReview' | 'approved' | 'rejected'>;

/** Part of `TrainingOutput.epochs`. */
export interface TrainingOutputEpochResult {
  readonly epochNumber: number;
  readonly model: Blob;
  readonly samples: readonly Blob[];
  readonly traceUrl?: string | null | undefined;
}

/** Part of `TransactionSummary.list`. */
export interface TransactionInfo {
  readonly type: TransactionType;
  /** 0 to 2147483647. */
  readonly amount: number;
  readonly id?: string | null | undefined;
  readonly accountType: BuzzClientAccount;
}

/** Part of `Workflow.transactions`. */
export interface TransactionSummary {
  readonly list: readonly TransactionInfo[];
  readonly insufficientBuzz?: boolean | null | undefined;
}

/** Known values of `TransactionInfo.type`. */
export type TransactionType = Open<'debit' | 'credit'>;

/** Part of `TranscriptionOutput.timeStamps`. */
export interface TranscriptionTimeStamp {
  readonly text: string;
  readonly startTime: number;
  readonly endTime: number;
}

/** ResourceAvailability with `status: 'unavailable'`. */
export interface UnavailableResourceAvailability {
  readonly queuePosition?: number | null | undefined;
  readonly status: 'unavailable';
}

/** ResourceAvailability with `status: 'unsupported'`. */
export interface UnsupportedResourceAvailability {
  readonly status: 'unsupported';
}

/** Of the contract. */
export interface UpdateWorkflowRequest {
  readonly status?: UpdateWorkflowStatus | undefined;
  readonly metadata?: { readonly [key: string]: unknown } | null | undefined;
  readonly tags?: readonly string[] | null | undefined;
  readonly allowMatureContent?: boolean | null | undefined;
  readonly downloadPriority?: Open<'high'> | undefined;
}

/** Known values of `UpdateWorkflowRequest.status`. */
export type UpdateWorkflowStatus = Open<'canceled'>;

/** Of the contract. */
export interface UpdateWorkflowStepRequest {
  readonly metadata: { readonly [key: string]: unknown };
}

/** Part of `FaceDetection.landmarks`. */
export type ValueTupleOfDoubleAndDouble = { readonly [member: string]: unknown };

/** Blob with `type: 'video'`. */
export interface VideoBlob extends BlobBase {
  readonly width?: number | null | undefined;
  readonly height?: number | null | undefined;
  readonly type: 'video';
  readonly duration?: number | null | undefined;
}

/** ComposeMediaOutput with `type: 'video'`. */
export interface VideoComposeMediaOutput extends ComposeMediaOutputBase {
  readonly videoBlob: VideoBlob;
  readonly type: 'video';
}

/** Part of `WebSearchOutput.results`. */
export interface WebSearchResult {
  readonly url: string;
  readonly title?: string | null | undefined;
  readonly description?: string | null | undefined;
  readonly markdown?: string | null | undefined;
}

/** Of the contract. */
export interface Workflow {
  readonly id?: string | null | undefined;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly transactions?: TransactionSummary | null | undefined;
  readonly metadata: { readonly [key: string]: unknown };
  readonly status: WorkflowStatus;
  /** ISO 8601, UTC. */
  readonly startedAt?: string | null | undefined;
  /** ISO 8601, UTC. */
  readonly completedAt?: string | null | undefined;
  readonly tags: readonly string[];
  readonly arguments: { readonly [key: string]: unknown };
  readonly steps: readonly WorkflowStep[];
  readonly callbacks: readonly WorkflowCallback[];
  readonly tips: WorkflowTips;
  readonly cost: WorkflowCost;
  readonly nsfwLevel?: NSFWLevel | null | undefined;
  readonly experimental?: boolean | null | undefined;
  readonly allowMatureContent?: boolean | null | undefined;
  readonly upgradeMode: WorkflowUpgradeMode;
  readonly currencies: readonly BuzzClientAccount[];
  readonly forceRefunded: boolean;
  readonly ephemeral?: boolean | null | undefined;
  readonly externalId?: string | null | undefined;
  readonly lostBlobsRefund?: number | null | undefined;
  /** ISO 8601, UTC. */
  readonly deletedAt?: string | null | undefined;
}

/** Part of `Workflow.callbacks`, `WorkflowTemplate.callbacks`. */
export interface WorkflowCallback {
  /** A URL. */
  readonly url: string;
  readonly type: readonly Open<
    | 'workflow:*' | 'workflow:unassigned' | 'workflow:processing' | 'workflow:succeeded' | 'workflow:failed'
    | 'workflow:expired' | 'workflow:canceled' | 'step:*' | 'step:unassigned' | 'step:processing'
    | 'step:succeeded' | 'step:failed' | 'step:expired' | 'step:canceled' | 'job:*' | 'job:unassigned'
    | 'job:processing' | 'job:succeeded' | 'job:failed' | 'job:expired' | 'job:canceled' | 'workflow:preparing'
    | 'workflow:scheduled' | 'step:preparing' | 'step:scheduled' | 'job:preparing' | 'job:scheduled'
  >[];
  readonly detailed?: boolean | null | undefined;
}

/** Part of `Workflow.cost`. */
export interface WorkflowCost {
  readonly base: number;
  readonly factors?: { readonly [key: string]: number } | null | undefined;
  readonly fixed?: { readonly [key: string]: number } | null | undefined;
  readonly tips: WorkflowCostTips;
  readonly fees?: { readonly [key: string]: number } | null | undefined;
  readonly total: number;
  readonly variable?: boolean | null | undefined;
}

/** Part of `WorkflowCost.tips`. */
export interface WorkflowCostTips {
  readonly civitai: number;
  readonly creators: number;
}

/** Of the contract. */
export interface WorkflowEvent {
  readonly workflowId: string;
  readonly status: WorkflowStatus;
  /** ISO 8601, UTC. */
  readonly timestamp: string;
  readonly $type: string;
  readonly details?: WorkflowEventDetails | null | undefined;
}

/** Part of `WorkflowEvent.details`. */
export interface WorkflowEventDetails {
  readonly metadata?: { readonly [key: string]: unknown } | null | undefined;
  readonly arguments?: { readonly [key: string]: unknown } | null | undefined;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  /** ISO 8601, UTC. */
  readonly completedAt?: string | null | undefined;
  /** ISO 8601, UTC. */
  readonly startedAt?: string | null | undefined;
  readonly steps: readonly WorkflowEventStepDetails[];
}

/** Part of `WorkflowEventDetails.steps`. */
export interface WorkflowEventStepDetails {
  readonly name: string;
  readonly status: WorkflowStatus;
  /** ISO 8601, UTC. */
  readonly startedAt?: string | null | undefined;
  /** ISO 8601, UTC. */
  readonly completedAt?: string | null | undefined;
  readonly metadata?: { readonly [key: string]: unknown } | null | undefined;
  readonly input?: unknown;
  readonly output?: unknown;
  readonly cost?: number | null | undefined;
}

/** Known values of `Workflow.status`, `WorkflowEvent.status`, `WorkflowEventStepDetails.status` and 4 more. */
export type WorkflowStatus = Open<
    | 'unassigned' | 'preparing' | 'scheduled' | 'processing' | 'succeeded' | 'failed' | 'expired' | 'canceled'
  >;

interface WorkflowStepBase {
  readonly name: string;
  readonly priority: Priority;
  /** A time span such as `00:10:00`. */
  readonly timeout?: string | null | undefined;
  readonly retries?: number | null | undefined;
  readonly jobs?: readonly WorkflowStepJob[] | null | undefined;
  readonly status: WorkflowStatus;
  /** ISO 8601, UTC. */
  readonly startedAt?: string | null | undefined;
  /** ISO 8601, UTC. */
  readonly completedAt?: string | null | undefined;
  readonly metadata: { readonly [key: string]: unknown };
  readonly estimatedProgressRate?: number | null | undefined;
  readonly preparation?: WorkflowStepPreparation | null | undefined;
  readonly queuePosition?: WorkflowStepQueuePosition | null | undefined;
}

/** A `$type` that this release does not list. */
export interface UnlistedWorkflowStep extends WorkflowStepBase {
  readonly $type: Unlisted;
  readonly [member: string]: unknown;
}

/** Part of `RepeatOutput.steps`, `Workflow.steps`. Chosen by `$type`. */
export type WorkflowStep =
  | AceStepAudioStep
  | AgeClassificationStep
  | AudioCaptioningStep
  | BlobArchiveStep
  | ChatCompletionStep
  | ComfyStep
  | ComfyNodepackSnapshotStep
  | ComposeMediaStep
  | ConvertImageStep
  | CustomComfyStep
  | EchoStep
  | ImageBackgroundRemovalStep
  | ImageGenStep
  | ImageResourceTrainingStep
  | ImageToSvgStep
  | ImageUploadStep
  | ImageUpscalerStep
  | MediaCaptioningStep
  | MediaHashStep
  | MediaRatingStep
  | MiniMaxMusic3Step
  | Model3DPreviewStep
  | ModelClamScanStep
  | ModelHashStep
  | ModelParseMetadataStep
  | ModelPickleScanStep
  | PolyGenStep
  | PreprocessImageStep
  | PromptEnhancementStep
  | QwenImageBenchStep
  | ShieldstralModerationStep
  | TextToImageStep
  | TextToSpeechStep
  | TrainingStep
  | TranscodeStep
  | TranscriptionStep
  | VideoBackgroundRemovalStep
  | VideoEnhancementStep
  | VideoFrameExtractionStep
  | VideoGenStep
  | VideoInterpolationStep
  | VideoMetadataStep
  | VideoUpscalerStep
  | WDTaggingStep
  | XGuardModerationStep
  | RepeatStep
  | PreprocessVideoStep
  | WebSearchStep
  | WebScrapeStep
  | UnlistedWorkflowStep;

/** Of the contract. */
export interface WorkflowStepEvent {
  readonly workflowId: string;
  readonly name: string;
  readonly status: WorkflowStatus;
  readonly $type: string;
  readonly details?: WorkflowStepEventDetails | null | undefined;
  readonly preparation?: WorkflowStepPreparation | null | undefined;
}

/** Part of `WorkflowStepEvent.details`. */
export interface WorkflowStepEventDetails {
  /** ISO 8601, UTC. */
  readonly startedAt?: string | null | undefined;
  /** ISO 8601, UTC. */
  readonly completedAt?: string | null | undefined;
  readonly estimatedProgressRate?: number | null | undefined;
  readonly retries: number;
  readonly metadata?: { readonly [key: string]: unknown } | null | undefined;
  readonly input?: unknown;
  readonly output?: unknown;
  readonly preparation?: WorkflowStepPreparation | null | undefined;
}

/** Part of `WorkflowStep.jobs`. */
export interface WorkflowStepJob {
  readonly id: string;
  readonly status: WorkflowStatus;
  /** ISO 8601, UTC. */
  readonly startedAt?: string | null | undefined;
  /** ISO 8601, UTC. */
  readonly completedAt?: string | null | undefined;
  readonly queuePosition?: WorkflowStepJobQueuePosition | null | undefined;
  readonly cost: number;
  readonly estimatedProgressRate?: number | null | undefined;
  readonly reason?: string | null | undefined;
  readonly blockedReason?: string | null | undefined;
}

/** Of the contract. */
export interface WorkflowStepJobEvent {
  readonly workflowId: string;
  readonly stepName: string;
  readonly jobId: string;
  readonly status: WorkflowStatus;
  readonly $type: string;
  readonly progress?: number | null | undefined;
  readonly reason?: string | null | undefined;
  readonly blockedReason?: string | null | undefined;
  readonly matureContent?: boolean | null | undefined;
}

/** Part of `WorkflowStepJob.queuePosition`. */
export interface WorkflowStepJobQueuePosition {
  readonly support: JobSupport;
  readonly precedingJobs?: number | null | undefined;
  /** ISO 8601, UTC. */
  readonly startAt?: string | null | undefined;
  /** ISO 8601, UTC. */
  readonly completeAt?: string | null | undefined;
}

/** Part of `WorkflowStep.preparation`, `WorkflowStepEvent.preparation`, `WorkflowStepEventDetails.preparation`. */
export interface WorkflowStepPreparation {
  /** An AIR. */
  readonly resource: string;
  readonly queuePosition: number;
  readonly progress?: number | null | undefined;
  readonly etaSeconds?: number | null | undefined;
  readonly lane?: string | null | undefined;
  readonly boostedEtaSeconds?: number | null | undefined;
  readonly bytesPerSecond?: number | null | undefined;
  readonly resources?: readonly unknown[] | null | undefined;
}

/** Part of `WorkflowStep.queuePosition`. */
export interface WorkflowStepQueuePosition {
  readonly support: JobSupport;
  readonly precedingJobs?: number | null | undefined;
  /** ISO 8601, UTC. */
  readonly estimatedStartAt?: string | null | undefined;
  /** ISO 8601, UTC. */
  readonly estimatedCompleteAt?: string | null | undefined;
}

/** Of the contract. */
export interface WorkflowTemplate {
  readonly metadata?: { readonly [key: string]: unknown } | null | undefined;
  /** At most 10 items. All different. */
  readonly tags?: readonly string[] | null | undefined;
  /** At least 1 items. */
  readonly steps: readonly WorkflowStepTemplate[];
  readonly callbacks?: readonly WorkflowCallback[] | null | undefined;
  readonly tips?: WorkflowTips | undefined;
  readonly arguments?: { readonly [key: string]: unknown } | null | undefined;
  readonly nsfwLevel?: NSFWLevel | undefined;
  readonly experimental?: boolean | null | undefined;
  readonly allowMatureContent?: boolean | null | undefined;
  readonly upgradeMode?: WorkflowUpgradeMode | undefined;
  readonly currencies?: readonly BuzzClientAccount[] | undefined;
  readonly ephemeral?: boolean | null | undefined;
  /** 1 to 128 characters. */
  readonly externalId?: string | null | undefined;
  readonly tier?: Open<'free'> | undefined;
  readonly downloadPriority?: Open<'high'> | undefined;
}

/** Part of `Workflow.tips`, `WorkflowTemplate.tips`. */
export interface WorkflowTips {
  /** 0 to 2. */
  readonly civitai: number;
  /** 0 to 2. */
  readonly creators: number;
}

/** Known values of `Workflow.upgradeMode`, `WorkflowTemplate.upgradeMode`. */
export type WorkflowUpgradeMode = Open<'manual' | 'automatic'>;

/** Part of `XGuardSignalMetadata.customSignals`. */
export interface XGuardCustomSignalMetadata {
  readonly name: string;
  readonly positiveSignals: { readonly [key: string]: number };
  readonly negativeSignals: { readonly [key: string]: number };
  readonly textSignals: { readonly [key: string]: number };
  readonly positiveCount: number;
  readonly negativeCount: number;
  readonly textCount: number;
}

/** Part of `XGuardModerationOutput.results`. */
export interface XGuardLabelResult {
  readonly label: string;
  readonly action: string;
  readonly threshold: number;
  readonly score: number;
  readonly triggered: boolean;
  readonly topToken: string;
  readonly field: string;
  readonly modelReason: string;
  readonly postprocess?: string | null | undefined;
  readonly finishReason?: string | null | undefined;
  readonly responseId?: string | null | undefined;
  readonly error?: string | null | undefined;
  readonly matchedTerms?: XGuardMatchedTerms | null | undefined;
  readonly policyHash?: string | null | undefined;
}

/** Part of `XGuardLabelResult.matchedTerms`. */
export interface XGuardMatchedTerms {
  readonly text: readonly string[];
  readonly positivePrompt: readonly string[];
  readonly negativePrompt: readonly string[];
}

/** Part of `XGuardModerationOutput.signalMetadata`. */
export interface XGuardSignalMetadata {
  readonly positiveAgeDownSignals: { readonly [key: string]: number };
  readonly negativeAgeDownSignals: { readonly [key: string]: number };
  readonly positiveAdultSignals: { readonly [key: string]: number };
  readonly negativeAdultSignals: { readonly [key: string]: number };
  readonly positiveSexualSignals: { readonly [key: string]: number };
  readonly negativeSexualSignals: { readonly [key: string]: number };
  readonly customSignals: readonly XGuardCustomSignalMetadata[];
  readonly positiveAgeDownCount: number;
  readonly negativeAgeDownCount: number;
  readonly positiveAdultCount: number;
  readonly negativeAdultCount: number;
  readonly positiveSexualCount: number;
  readonly negativeSexualCount: number;
}

// ---- What steps and recipes take -------------------------------------------------------------------------------------

interface AIToolkitTrainingInputBase extends TrainingInputBase {
  /** 1 to 200. */
  readonly epochs?: RefOr<number> | null | undefined;
  /** 1 to 10000. */
  readonly steps?: RefOr<number> | null | undefined;
  /** 1 to 4. */
  readonly batchSize?: RefOr<number> | null | undefined;
  /** 0 to 1. Default: `0.0001`. */
  readonly lr?: RefOr<number> | undefined;
  /** 0 to 1. */
  readonly textEncoderLr?: RefOr<number> | null | undefined;
  readonly trainTextEncoder?: RefOr<boolean> | null | undefined;
  readonly lrScheduler?: RefOr<Open<'constant' | 'constant_with_warmup' | 'cosine' | 'linear' | 'step'>> | null | undefined;
  readonly optimizerType?: RefOr<Open<
    | 'adamw' | 'adamw8bit' | 'adam8bit' | 'lion' | 'lion8bit' | 'adafactor' | 'adagrad' | 'prodigy'
    | 'prodigy8bit' | 'automagic'
  >> | null | undefined;
  /** 1 to 256. */
  readonly networkDim?: RefOr<number> | null | undefined;
  /** 1 to 256. */
  readonly networkAlpha?: RefOr<number> | null | undefined;
  /** 0 to 1. */
  readonly noiseOffset?: RefOr<number> | null | undefined;
  /** Default: `false`. */
  readonly flipAugmentation?: RefOr<boolean> | undefined;
  /** Default: `false`. */
  readonly shuffleTokens?: RefOr<boolean> | undefined;
  /** 0 to 10. Default: `0`. */
  readonly keepTokens?: RefOr<number> | undefined;
  readonly triggerWord?: RefOr<string> | null | undefined;
  /** An AIR. */
  readonly continueFrom?: RefOr<string> | null | undefined;
  readonly engine: 'ai-toolkit';
  readonly trace?: RefOr<TrainingTraceMode> | undefined;
}

/** TrainingInput with `engine: 'ai-toolkit'`. Chosen by `ecosystem`. */
export type AIToolkitTrainingInput =
  | Flux1AIToolkitTrainingInput
  | SdxlAIToolkitTrainingInput
  | SD1AIToolkitTrainingInput
  | ChromaAIToolkitTrainingInput
  | ErnieAIToolkitTrainingInput
  | QwenAIToolkitTrainingInput
  | ZImageTurboAIToolkitTrainingInput
  | ZImageBaseAIToolkitTrainingInput
  | Flux2KleinAIToolkitTrainingInput
  | Ltx2AIToolkitTrainingInput
  | Ltx23AIToolkitTrainingInput
  | Ltx25AIToolkitTrainingInput
  | AceStep15AIToolkitTrainingInput
  | AceStep15XlAIToolkitTrainingInput
  | HiDreamO1AIToolkitTrainingInput
  | AnimaAIToolkitTrainingInput
  | BooguAIToolkitTrainingInput
  | Krea2AIToolkitTrainingInput
  | Ideogram4AIToolkitTrainingInput
  | MageFlowAIToolkitTrainingInput
  | MiniMaxH3AIToolkitTrainingInput;

/** TrainingInput with `engine: 'ai-toolkit'`, `ecosystem: 'ace_step_15'`. */
export interface AceStep15AIToolkitTrainingInput extends AIToolkitTrainingInputBase {
  readonly samplesOverrides?: RefOr<readonly RefOr<AceStepSampleOverride>[]> | undefined;
  readonly ecosystem: 'ace_step_15';
  /** 1. Default: `1`. */
  readonly batchSize?: RefOr<number> | null | undefined;
}

interface AceStep15XlAIToolkitTrainingInputBase extends AIToolkitTrainingInputBase {
  readonly samplesOverrides?: RefOr<readonly RefOr<AceStepSampleOverride>[]> | undefined;
  readonly ecosystem: 'ace_step_15_xl';
}

/** TrainingInput with `engine: 'ai-toolkit'`, `ecosystem: 'ace_step_15_xl'`. Chosen by `modelVariant`. */
export type AceStep15XlAIToolkitTrainingInput =
  | AceStep15XlBaseAIToolkitTrainingInput
  | AceStep15XlSftAIToolkitTrainingInput;

/** TrainingInput with `engine: 'ai-toolkit'`, `ecosystem: 'ace_step_15_xl'`, `modelVariant: 'base'`. */
export interface AceStep15XlBaseAIToolkitTrainingInput extends AceStep15XlAIToolkitTrainingInputBase {
  readonly modelVariant: 'base';
  /** 1. Default: `1`. */
  readonly batchSize?: RefOr<number> | null | undefined;
}

/** TrainingInput with `engine: 'ai-toolkit'`, `ecosystem: 'ace_step_15_xl'`, `modelVariant: 'sft'`. */
export interface AceStep15XlSftAIToolkitTrainingInput extends AceStep15XlAIToolkitTrainingInputBase {
  readonly modelVariant: 'sft';
  /** 1. Default: `1`. */
  readonly batchSize?: RefOr<number> | null | undefined;
}

/** Part of `AceStepAudioInput.cover`. */
export interface AceStepAudioCover {
  readonly imageUrl: RefOr<string>;
}

/** What `aceStepAudio` takes. */
export interface AceStepAudioInput {
  readonly musicDescription: RefOr<string>;
  readonly lyrics: RefOr<string>;
  readonly seed?: RefOr<number> | undefined;
  /** 1 to 190. Default: `60`. */
  readonly duration?: RefOr<number> | undefined;
  /** 40 to 200. Default: `120`. */
  readonly bpm?: RefOr<number> | undefined;
  /** Default: `"4"`. */
  readonly timeSignature?: RefOr<Open<'2' | '3' | '4' | '6'>> | undefined;
  /** Default: `"en"`. */
  readonly language?: RefOr<Open<
    | 'en' | 'ja' | 'zh' | 'es' | 'de' | 'fr' | 'pt' | 'ru' | 'it' | 'nl' | 'pl' | 'tr' | 'vi' | 'cs' | 'fa' | 'id'
    | 'ko' | 'uk' | 'hu' | 'ar' | 'sv' | 'ro' | 'el'
  >> | undefined;
  /** Default: `"C major"`. */
  readonly key?: RefOr<Open<
    | 'C major' | 'C# major' | 'Db major' | 'D major' | 'D# major' | 'Eb major' | 'E major' | 'F major'
    | 'F# major' | 'Gb major' | 'G major' | 'G# major' | 'Ab major' | 'A major' | 'A# major' | 'Bb major'
    | 'B major' | 'C minor' | 'C# minor' | 'Db minor' | 'D minor' | 'D# minor' | 'Eb minor' | 'E minor' | 'F minor'
    | 'F# minor' | 'Gb minor' | 'G minor' | 'G# minor' | 'Ab minor' | 'A minor' | 'A# minor' | 'Bb minor'
    | 'B minor'
  >> | undefined;
  /** Default: `0.85`. */
  readonly instrumentalWeight?: RefOr<number> | undefined;
  /** Default: `0.9`. */
  readonly vocalWeight?: RefOr<number> | undefined;
  /** An AIR. */
  readonly diffusionModel?: RefOr<string> | null | undefined;
  readonly cover?: RefOr<AceStepAudioCover> | undefined;
  /** An AIR. */
  readonly clipModel?: RefOr<string> | null | undefined;
  /** An AIR. */
  readonly vaeModel?: RefOr<string> | null | undefined;
  /** An AIR. */
  readonly languageModel?: RefOr<string> | null | undefined;
  /** 1 to 200. Default: `8`. */
  readonly steps?: RefOr<number> | undefined;
  /** 0 to 30. Default: `1`. */
  readonly cfg?: RefOr<number> | undefined;
  readonly loras?: RefOr<{ readonly [key: string]: RefOr<number> }> | undefined;
}

/** Part of `AceStep15AIToolkitTrainingInput.samplesOverrides`, `AceStep15XlAIToolkitTrainingInput.samplesOverrides`. */
export interface AceStepSampleOverride {
  readonly lyrics?: RefOr<string> | null | undefined;
  readonly duration?: RefOr<number> | null | undefined;
  readonly bpm?: RefOr<number> | null | undefined;
  readonly timeSignature?: RefOr<string> | null | undefined;
  readonly language?: RefOr<string> | null | undefined;
  readonly key?: RefOr<string> | null | undefined;
  readonly instrumentalWeight?: RefOr<number> | null | undefined;
  readonly vocalWeight?: RefOr<number> | null | undefined;
  readonly steps?: RefOr<number> | null | undefined;
  readonly cfg?: RefOr<number> | null | undefined;
}

/** What `ageClassification` takes. */
export interface AgeClassificationInput {
  /** An AIR. */
  readonly model?: RefOr<string> | null | undefined;
  /** A URL. */
  readonly mediaUrl: RefOr<string>;
  readonly faceDetectionThreshold?: RefOr<number> | null | undefined;
  readonly personDetectionThreshold?: RefOr<number> | null | undefined;
}

/** TrainingInput with `engine: 'ai-toolkit'`, `ecosystem: 'anima'`. */
export interface AnimaAIToolkitTrainingInput extends AIToolkitTrainingInputBase {
  /** An AIR. Default: `"urn:air:anima:repository:huggingface:circlestone-labs/Anima-Base-v1.0-Diffusers@main.tar"`. */
  readonly model?: RefOr<string> | undefined;
  readonly ecosystem: 'anima';
  /** 1. Default: `1`. */
  readonly batchSize?: RefOr<number> | null | undefined;
}

/** ImageGenInput with `engine: 'sdcpp'`, `ecosystem: 'anima'`, `operation: 'createImage'`. */
export interface AnimaCreateImageGenInput extends AnimaImageGenInputBase {
  /** 64 to 2048. Default: `1024`. */
  readonly width?: RefOr<number> | undefined;
  /** 64 to 2048. Default: `1024`. */
  readonly height?: RefOr<number> | undefined;
  readonly operation: 'createImage';
}

interface AnimaImageGenInputBase extends SdCppImageGenInputBase {
  /** At most 10000 characters. */
  readonly prompt: RefOr<string>;
  /** At most 10000 characters. */
  readonly negativePrompt?: RefOr<string> | null | undefined;
  readonly sampleMethod?: RefOr<SdCppSampleMethod> | undefined;
  readonly schedule?: RefOr<SdCppSchedule> | undefined;
  /** 1 to 150. Default: `30`. */
  readonly steps?: RefOr<number> | undefined;
  /** 0 to 30. Default: `4`. */
  readonly cfgScale?: RefOr<number> | undefined;
  readonly seed?: RefOr<number> | null | undefined;
  /** 1 to 12. Default: `1`. */
  readonly quantity?: RefOr<number> | undefined;
  readonly loras?: RefOr<{ readonly [key: string]: RefOr<number> }> | undefined;
  /** An AIR. */
  readonly diffuserModel?: RefOr<string> | undefined;
  readonly ecosystem: 'anima';
}

/** ImageGenInput with `engine: 'sdcpp'`, `ecosystem: 'anima'`. Chosen by `operation`. */
export type AnimaImageGenInput =
  | AnimaCreateImageGenInput
  | AnimaVariantImageGenInput;

/** ImageGenInput with `engine: 'sdcpp'`, `ecosystem: 'anima'`, `operation: 'createVariant'`. */
export interface AnimaVariantImageGenInput extends AnimaImageGenInputBase {
  /** 64 to 2048. Default: `1024`. */
  readonly width?: RefOr<number> | undefined;
  /** 64 to 2048. Default: `1024`. */
  readonly height?: RefOr<number> | undefined;
  readonly image: RefOr<string>;
  /** 0 to 1. Default: `0.7`. */
  readonly strength?: RefOr<number> | undefined;
  readonly operation: 'createVariant';
}

/** Known values of `PreprocessImageAnimalPoseInput.bboxDetector`. */
export type AnimalPoseBboxDetector = Open<
    | 'yolox_l.torchscript.pt' | 'yolox_l.onnx' | 'yolo_nas_l_fp16.onnx' | 'yolo_nas_m_fp16.onnx'
    | 'yolo_nas_s_fp16.onnx'
  >;

/** Known values of `PreprocessImageAnimalPoseInput.poseEstimator`. */
export type AnimalPoseEstimator = Open<'rtmpose-m_ap10k_256_bs5.torchscript.pt' | 'rtmpose-m_ap10k_256.onnx'>;

/** Known values of `PreprocessImageAnylineInput.mergeWithLineart`. */
export type AnylineMergeWith = Open<'lineart_standard' | 'lineart_realistic' | 'lineart_anime' | 'manga_line'>;

/** Known values of `BlobArchiveInput.format`, `BlobArchiveOutput.format`. */
export type ArchiveFormat = Open<'zip' | 'tar'>;

/** ChatCompletionMessage with `role: 'assistant'`. */
export interface AssistantMessage {
  readonly content?: RefOr<string> | null | undefined;
  readonly name?: RefOr<string> | null | undefined;
  readonly refusal?: RefOr<string> | null | undefined;
  readonly tool_calls?: RefOr<readonly RefOr<ChatCompletionToolCall>[]> | null | undefined;
  readonly images?: RefOr<readonly RefOr<ChatCompletionGeneratedImage>[]> | null | undefined;
  readonly role: 'assistant';
  readonly reasoning_content?: RefOr<string> | null | undefined;
}

/** What `audioCaptioning` takes. */
export interface AudioCaptioningInput {
  /** A URL. */
  readonly mediaUrl: RefOr<string>;
  readonly temperature?: RefOr<number> | undefined;
  readonly maxNewTokens?: RefOr<number> | undefined;
}

/** MediaTransformer with `type: 'backgroundRemoval'`. */
export interface BackgroundRemovalTransformer {
  readonly shadowRemoval?: RefOr<ShadowRemoval> | undefined;
  /** Default: `false`. */
  readonly fromCenter?: RefOr<boolean> | undefined;
  readonly type: 'backgroundRemoval';
}

/** What `batchOCRSafetyClassification` takes. */
export interface BatchOCRSafetyClassificationInput {
  readonly mediaUrls: RefOr<readonly RefOr<string>[]>;
}

/** Part of `BlobArchiveInput.entries`. */
export interface BlobArchiveEntry {
  /** At least 1 characters. */
  readonly blobId: RefOr<string>;
  readonly fileName?: RefOr<string> | null | undefined;
}

/** What `blobArchive` takes. */
export interface BlobArchiveInput {
  readonly entries: RefOr<readonly RefOr<BlobArchiveEntry>[]>;
  readonly archiveName?: RefOr<string> | null | undefined;
  readonly format?: RefOr<ArchiveFormat> | undefined;
}

/** Part of `BlobsTrainingData.items`. */
export interface BlobTrainingDataItem {
  readonly air: RefOr<string>;
  readonly caption?: RefOr<string> | null | undefined;
}

/** TrainingData with `type: 'blobs'`. */
export interface BlobsTrainingData {
  readonly items: RefOr<readonly RefOr<BlobTrainingDataItem>[]>;
  readonly type: 'blobs';
}

/** Part of `BlurTransform.regions`. */
export interface BlurRegion {
  readonly x1?: RefOr<number> | undefined;
  readonly y1?: RefOr<number> | undefined;
  readonly x2?: RefOr<number> | undefined;
  readonly y2?: RefOr<number> | undefined;
}

/** Known values of `BlurTransform.mode`. */
export type BlurRegionMode = Open<'include' | 'exclude'>;

/** ImageTransform with `type: 'blur'`. */
export interface BlurTransform {
  /** 1 to 100. */
  readonly blur?: RefOr<number> | undefined;
  readonly mode?: RefOr<BlurRegionMode> | undefined;
  readonly regions?: RefOr<readonly RefOr<BlurRegion>[]> | undefined;
  readonly type: 'blur';
}

/** TrainingInput with `engine: 'ai-toolkit'`, `ecosystem: 'boogu'`. */
export interface BooguAIToolkitTrainingInput extends AIToolkitTrainingInputBase {
  readonly ecosystem: 'boogu';
  /** 1. Default: `1`. */
  readonly batchSize?: RefOr<number> | null | undefined;
}

/** Part of `UserMessage.content`. */
export interface ChatCompletionContentPart {
  readonly type: RefOr<Open<'text' | 'image_url' | 'imageUrl'>>;
  readonly text?: RefOr<string> | null | undefined;
  readonly imageUrl?: RefOr<ChatCompletionImageUrl> | undefined;
  readonly image_url?: RefOr<ChatCompletionImageUrl> | undefined;
}

/** Part of `ChatCompletionTool.function`. */
export interface ChatCompletionFunction {
  readonly name: RefOr<string>;
  readonly description?: RefOr<string> | null | undefined;
  readonly parameters?: unknown;
  readonly strict?: RefOr<boolean> | null | undefined;
}

/** Part of `ChatCompletionToolCall.function`. */
export interface ChatCompletionFunctionCall {
  readonly name: RefOr<string>;
  readonly arguments: RefOr<string>;
}

/** Part of `AssistantMessage.images`. */
export interface ChatCompletionGeneratedImage {
  /** Default: `"image_url"`. */
  readonly type?: RefOr<string> | undefined;
  readonly image_url: RefOr<ChatCompletionGeneratedImageUrl>;
}

/** Part of `ChatCompletionGeneratedImage.image_url`. */
export interface ChatCompletionGeneratedImageUrl {
  readonly url: RefOr<string>;
}

/** Part of `ChatCompletionInput.image_config`. */
export interface ChatCompletionImageConfig {
  readonly aspect_ratio?: RefOr<Open<'1:1' | '16:9' | '9:16' | '4:3' | '3:4' | '21:9'>> | null | undefined;
  readonly image_size?: RefOr<Open<'0.5K' | '1K' | '2K' | '4K'>> | null | undefined;
  /** 1 to 10. */
  readonly n?: RefOr<number> | null | undefined;
}

/** Part of `ChatCompletionContentPart.imageUrl`, `ChatCompletionContentPart.image_url`. */
export interface ChatCompletionImageUrl {
  readonly url: RefOr<string>;
  /** Default: `"auto"`. */
  readonly detail?: RefOr<string> | null | undefined;
}

/** What `chatCompletion` takes. */
export interface ChatCompletionInput {
  /** At least 1 characters. */
  readonly model: RefOr<string>;
  /** At least 1 items. */
  readonly messages: RefOr<readonly RefOrShape<ChatCompletionMessage>[]>;
  /** 0 to 2. Default: `1`. */
  readonly temperature?: RefOr<number> | undefined;
  /** 0 to 1. Default: `1`. */
  readonly topP?: RefOr<number> | undefined;
  /** 1 to 128000. */
  readonly maxTokens?: RefOr<number> | null | undefined;
  /** 1 to 128. Default: `1`. */
  readonly n?: RefOr<number> | undefined;
  readonly stop?: RefOr<readonly RefOr<string>[]> | null | undefined;
  /** -2 to 2. Default: `0`. */
  readonly presencePenalty?: RefOr<number> | undefined;
  /** -2 to 2. Default: `0`. */
  readonly frequencyPenalty?: RefOr<number> | undefined;
  readonly seed?: RefOr<number> | null | undefined;
  readonly user?: RefOr<string> | null | undefined;
  readonly logprobs?: RefOr<boolean> | null | undefined;
  /** 0 to 20. */
  readonly topLogprobs?: RefOr<number> | null | undefined;
  readonly chatTemplateKwargs?: RefOr<{ readonly [key: string]: unknown }> | null | undefined;
  readonly tools?: RefOr<readonly RefOr<ChatCompletionTool>[]> | null | undefined;
  readonly tool_choice?: unknown;
  readonly modalities?: RefOr<readonly RefOr<string>[]> | null | undefined;
  readonly image_config?: RefOr<ChatCompletionImageConfig> | undefined;
  readonly responseFormat?: RefOr<ChatCompletionResponseFormat> | undefined;
}

/** Part of `ChatCompletionResponseFormat.jsonSchema`. */
export interface ChatCompletionJsonSchema {
  /** At least 1 characters. */
  readonly name: RefOr<string>;
  readonly description?: RefOr<string> | null | undefined;
  readonly schema: unknown;
  readonly strict?: RefOr<boolean> | null | undefined;
}

/** A `role` that this release does not list. */
export interface UnlistedChatCompletionMessage {
  readonly role: Unlisted;
}

/** Part of `ChatCompletionInput.messages`. Chosen by `role`. */
export type ChatCompletionMessage =
  | UserMessage
  | SystemMessage
  | AssistantMessage
  | ToolMessage
  | UnlistedChatCompletionMessage
  | _ChatCompletionMessage;

/** Part of `ChatCompletionInput.responseFormat`. */
export interface ChatCompletionResponseFormat {
  /** At least 1 characters. */
  readonly type: RefOr<string>;
  readonly jsonSchema?: RefOr<ChatCompletionJsonSchema> | undefined;
}

/** Part of `ChatCompletionInput.tools`. */
export interface ChatCompletionTool {
  readonly type: RefOr<string>;
  readonly function?: RefOr<ChatCompletionFunction> | undefined;
  readonly parameters?: unknown;
}

/** Part of `AssistantMessage.tool_calls`. */
export interface ChatCompletionToolCall {
  readonly id: RefOr<string>;
  readonly type: RefOr<string>;
  readonly function: RefOr<ChatCompletionFunctionCall>;
}

/** TrainingInput with `engine: 'ai-toolkit'`, `ecosystem: 'chroma'`. */
export interface ChromaAIToolkitTrainingInput extends AIToolkitTrainingInputBase {
  readonly ecosystem: 'chroma';
  /** 1. Default: `1`. */
  readonly batchSize?: RefOr<number> | null | undefined;
}

/** Known values of `PreprocessImageRealisticLineartInput.coarse`. */
export type CoarseMode = Open<'disable' | 'enable'>;

/** ImageGenInput with `engine: 'comfy'`, `ecosystem: 'anima'`, `operation: 'createImage'`. */
export interface ComfyAnimaCreateImageGenInput extends ComfyAnimaImageGenInputBase {
  /** 64 to 2048. Default: `1024`. */
  readonly width?: RefOr<number> | undefined;
  /** 64 to 2048. Default: `1024`. */
  readonly height?: RefOr<number> | undefined;
  readonly operation: 'createImage';
}

interface ComfyAnimaImageGenInputBase extends ComfyImageGenInputBase {
  /** At most 10000 characters. */
  readonly prompt: RefOr<string>;
  /** At most 10000 characters. */
  readonly negativePrompt?: RefOr<string> | null | undefined;
  readonly sampler?: RefOr<ComfySampler> | undefined;
  readonly scheduler?: RefOr<ComfyScheduler> | undefined;
  /** 1 to 150. Default: `30`. */
  readonly steps?: RefOr<number> | undefined;
  /** 0 to 30. Default: `4`. */
  readonly cfgScale?: RefOr<number> | undefined;
  readonly seed?: RefOr<number> | null | undefined;
  /** 1 to 12. Default: `1`. */
  readonly quantity?: RefOr<number> | undefined;
  readonly loras?: RefOr<{ readonly [key: string]: RefOr<number> }> | undefined;
  /** An AIR. */
  readonly diffuserModel?: RefOr<string> | undefined;
  readonly controlNets?: RefOr<readonly RefOr<ImageJobControlNet>[]> | undefined;
  /** An AIR. */
  readonly vaeModel?: RefOr<string> | undefined;
  readonly ecosystem: 'anima';
}

/** ImageGenInput with `engine: 'comfy'`, `ecosystem: 'anima'`. Chosen by `operation`. */
export type ComfyAnimaImageGenInput =
  | ComfyAnimaCreateImageGenInput
  | ComfyAnimaVariantImageGenInput;

/** ImageGenInput with `engine: 'comfy'`, `ecosystem: 'anima'`, `operation: 'createVariant'`. */
export interface ComfyAnimaVariantImageGenInput extends ComfyAnimaImageGenInputBase {
  /** 64 to 2048. Default: `1024`. */
  readonly width?: RefOr<number> | undefined;
  /** 64 to 2048. Default: `1024`. */
  readonly height?: RefOr<number> | undefined;
  readonly image: RefOr<string>;
  /** 0 to 1. Default: `0.75`. */
  readonly denoiseStrength?: RefOr<number> | undefined;
  readonly operation: 'createVariant';
}

/** ImageGenInput with `engine: 'comfy'`, `ecosystem: 'boogu'`, `model: 'base'`, `operation: 'createImage'`. */
export interface ComfyBooguBaseCreateImageGenInput extends ComfyBooguBaseImageGenInputBase {
  /** 64 to 2048. Default: `1024`. */
  readonly width?: RefOr<number> | undefined;
  /** 64 to 2048. Default: `1024`. */
  readonly height?: RefOr<number> | undefined;
  readonly operation: 'createImage';
}

interface ComfyBooguBaseImageGenInputBase extends ComfyBooguImageGenInputBase {
  /** At most 10000 characters. */
  readonly prompt: RefOr<string>;
  /** At most 10000 characters. */
  readonly negativePrompt?: RefOr<string> | null | undefined;
  readonly sampler?: RefOr<ComfySampler> | undefined;
  readonly scheduler?: RefOr<ComfyScheduler> | undefined;
  /** 1 to 150. Default: `20`. */
  readonly steps?: RefOr<number> | undefined;
  /** 0 to 30. Default: `4`. */
  readonly cfgScale?: RefOr<number> | undefined;
  readonly seed?: RefOr<number> | null | undefined;
  /** 1 to 12. Default: `1`. */
  readonly quantity?: RefOr<number> | undefined;
  readonly loras?: RefOr<{ readonly [key: string]: RefOr<number> }> | undefined;
  /** An AIR. */
  readonly diffusionModel?: RefOr<string> | null | undefined;
  readonly model: 'base';
}

/** ImageGenInput with `engine: 'comfy'`, `ecosystem: 'boogu'`, `model: 'base'`. Chosen by `operation`. */
export type ComfyBooguBaseImageGenInput =
  | ComfyBooguBaseCreateImageGenInput;

interface ComfyBooguEditImageGenInputBase extends ComfyBooguImageGenInputBase {
  /** At most 10000 characters. */
  readonly prompt: RefOr<string>;
  /** At most 10000 characters. */
  readonly negativePrompt?: RefOr<string> | null | undefined;
  readonly sampler?: RefOr<ComfySampler> | undefined;
  readonly scheduler?: RefOr<ComfyScheduler> | undefined;
  /** 1 to 150. Default: `25`. */
  readonly steps?: RefOr<number> | undefined;
  /** 0 to 30. Default: `3.5`. */
  readonly cfgScale?: RefOr<number> | undefined;
  readonly seed?: RefOr<number> | null | undefined;
  /** 1 to 4. Default: `1`. */
  readonly quantity?: RefOr<number> | undefined;
  readonly loras?: RefOr<{ readonly [key: string]: RefOr<number> }> | undefined;
  /** An AIR. */
  readonly diffusionModel?: RefOr<string> | null | undefined;
  readonly model: 'edit';
}

/** ImageGenInput with `engine: 'comfy'`, `ecosystem: 'boogu'`, `model: 'edit'`. Chosen by `operation`. */
export type ComfyBooguEditImageGenInput =
  | ComfyBooguEditImageInput;

/** ImageGenInput with `engine: 'comfy'`, `ecosystem: 'boogu'`, `model: 'edit'`, `operation: 'editImage'`. */
export interface ComfyBooguEditImageInput extends ComfyBooguEditImageGenInputBase {
  /** 64 to 2048. Default: `1024`. */
  readonly width?: RefOr<number> | undefined;
  /** 64 to 2048. Default: `1024`. */
  readonly height?: RefOr<number> | undefined;
  /** 1 to 2 items. */
  readonly images?: RefOr<readonly RefOr<string>[]> | undefined;
  readonly operation: 'editImage';
}

interface ComfyBooguEditTurboImageGenInputBase extends ComfyBooguImageGenInputBase {
  /** At most 10000 characters. */
  readonly prompt: RefOr<string>;
  /** At most 10000 characters. */
  readonly negativePrompt?: RefOr<string> | null | undefined;
  readonly sampler?: RefOr<ComfySampler> | undefined;
  readonly scheduler?: RefOr<ComfyScheduler> | undefined;
  /** 1 to 150. Default: `4`. */
  readonly steps?: RefOr<number> | undefined;
  /** 0 to 30. Default: `1`. */
  readonly cfgScale?: RefOr<number> | undefined;
  readonly seed?: RefOr<number> | null | undefined;
  /** 1 to 4. Default: `1`. */
  readonly quantity?: RefOr<number> | undefined;
  readonly loras?: RefOr<{ readonly [key: string]: RefOr<number> }> | undefined;
  /** An AIR. */
  readonly diffusionModel?: RefOr<string> | null | undefined;
  readonly model: 'editTurbo';
}

/** ImageGenInput with `engine: 'comfy'`, `ecosystem: 'boogu'`, `model: 'editTurbo'`. Chosen by `operation`. */
export type ComfyBooguEditTurboImageGenInput =
  | ComfyBooguEditTurboImageInput;

/** ImageGenInput with `engine: 'comfy'`, `ecosystem: 'boogu'`, `model: 'editTurbo'`, `operation: 'editImage'`. */
export interface ComfyBooguEditTurboImageInput extends ComfyBooguEditTurboImageGenInputBase {
  /** 64 to 2048. Default: `1024`. */
  readonly width?: RefOr<number> | undefined;
  /** 64 to 2048. Default: `1024`. */
  readonly height?: RefOr<number> | undefined;
  /** 1 to 2 items. */
  readonly images?: RefOr<readonly RefOr<string>[]> | undefined;
  readonly operation: 'editImage';
}

interface ComfyBooguImageGenInputBase extends ComfyImageGenInputBase {
  readonly ecosystem: 'boogu';
}

/** ImageGenInput with `engine: 'comfy'`, `ecosystem: 'boogu'`. Chosen by `model`. */
export type ComfyBooguImageGenInput =
  | ComfyBooguBaseImageGenInput
  | ComfyBooguTurboImageGenInput
  | ComfyBooguEditImageGenInput
  | ComfyBooguEditTurboImageGenInput;

/** ImageGenInput with `engine: 'comfy'`, `ecosystem: 'boogu'`, `model: 'turbo'`, `operation: 'createImage'`. */
export interface ComfyBooguTurboCreateImageGenInput extends ComfyBooguTurboImageGenInputBase {
  /** 64 to 2048. Default: `1024`. */
  readonly width?: RefOr<number> | undefined;
  /** 64 to 2048. Default: `1024`. */
  readonly height?: RefOr<number> | undefined;
  readonly operation: 'createImage';
}

interface ComfyBooguTurboImageGenInputBase extends ComfyBooguImageGenInputBase {
  /** At most 10000 characters. */
  readonly prompt: RefOr<string>;
  /** At most 10000 characters. */
  readonly negativePrompt?: RefOr<string> | null | undefined;
  readonly sampler?: RefOr<ComfySampler> | undefined;
  readonly scheduler?: RefOr<ComfyScheduler> | undefined;
  /** 1 to 150. Default: `4`. */
  readonly steps?: RefOr<number> | undefined;
  /** 0 to 30. Default: `1`. */
  readonly cfgScale?: RefOr<number> | undefined;
  readonly seed?: RefOr<number> | null | undefined;
  /** 1 to 12. Default: `1`. */
  readonly quantity?: RefOr<number> | undefined;
  readonly loras?: RefOr<{ readonly [key: string]: RefOr<number> }> | undefined;
  /** An AIR. */
  readonly diffusionModel?: RefOr<string> | null | undefined;
  readonly model: 'turbo';
}

/** ImageGenInput with `engine: 'comfy'`, `ecosystem: 'boogu'`, `model: 'turbo'`. Chosen by `operation`. */
export type ComfyBooguTurboImageGenInput =
  | ComfyBooguTurboCreateImageGenInput;

interface ComfyErnieImageGenInputBase extends ComfyImageGenInputBase {
  readonly ecosystem: 'ernie';
}

/** ImageGenInput with `engine: 'comfy'`, `ecosystem: 'ernie'`. Chosen by `model`. */
export type ComfyErnieImageGenInput =
  | ComfyErnieStandardImageGenInput
  | ComfyErnieTurboImageGenInput;

/** ImageGenInput with `engine: 'comfy'`, `ecosystem: 'ernie'`, `model: 'ernie'`, `operation: 'createImage'`. */
export interface ComfyErnieStandardCreateImageGenInput extends ComfyErnieStandardImageGenInputBase {
  /** 64 to 2048. Default: `1024`. */
  readonly width?: RefOr<number> | undefined;
  /** 64 to 2048. Default: `1024`. */
  readonly height?: RefOr<number> | undefined;
  readonly operation: 'createImage';
}

interface ComfyErnieStandardImageGenInputBase extends ComfyErnieImageGenInputBase {
  /** At most 10000 characters. */
  readonly prompt: RefOr<string>;
  /** At most 10000 characters. */
  readonly negativePrompt?: RefOr<string> | null | undefined;
  readonly sampler?: RefOr<ComfySampler> | undefined;
  readonly scheduler?: RefOr<ComfyScheduler> | undefined;
  /** 1 to 150. Default: `20`. */
  readonly steps?: RefOr<number> | undefined;
  /** 0 to 30. Default: `4`. */
  readonly cfgScale?: RefOr<number> | undefined;
  readonly seed?: RefOr<number> | null | undefined;
  /** 1 to 12. Default: `1`. */
  readonly quantity?: RefOr<number> | undefined;
  readonly loras?: RefOr<{ readonly [key: string]: RefOr<number> }> | undefined;
  /** An AIR. */
  readonly diffusionModel?: RefOr<string> | null | undefined;
  readonly model: 'ernie';
}

/** ImageGenInput with `engine: 'comfy'`, `ecosystem: 'ernie'`, `model: 'ernie'`. Chosen by `operation`. */
export type ComfyErnieStandardImageGenInput =
  | ComfyErnieStandardCreateImageGenInput;

/** ImageGenInput with `engine: 'comfy'`, `ecosystem: 'ernie'`, `model: 'turbo'`, `operation: 'createImage'`. */
export interface ComfyErnieTurboCreateImageGenInput extends ComfyErnieTurboImageGenInputBase {
  /** 64 to 2048. Default: `1024`. */
  readonly width?: RefOr<number> | undefined;
  /** 64 to 2048. Default: `1024`. */
  readonly height?: RefOr<number> | undefined;
  readonly operation: 'createImage';
}

interface ComfyErnieTurboImageGenInputBase extends ComfyErnieImageGenInputBase {
  /** At most 10000 characters. */
  readonly prompt: RefOr<string>;
  /** At most 10000 characters. */
  readonly negativePrompt?: RefOr<string> | null | undefined;
  readonly sampler?: RefOr<ComfySampler> | undefined;
  readonly scheduler?: RefOr<ComfyScheduler> | undefined;
  /** 1 to 150. Default: `8`. */
  readonly steps?: RefOr<number> | undefined;
  /** 0 to 30. Default: `1`. */
  readonly cfgScale?: RefOr<number> | undefined;
  readonly seed?: RefOr<number> | null | undefined;
  /** 1 to 12. Default: `1`. */
  readonly quantity?: RefOr<number> | undefined;
  readonly loras?: RefOr<{ readonly [key: string]: RefOr<number> }> | undefined;
  /** An AIR. */
  readonly diffusionModel?: RefOr<string> | null | undefined;
  readonly model: 'turbo';
}

/** ImageGenInput with `engine: 'comfy'`, `ecosystem: 'ernie'`, `model: 'turbo'`. Chosen by `operation`. */
export type ComfyErnieTurboImageGenInput =
  | ComfyErnieTurboCreateImageGenInput;

/** ImageGenInput with `engine: 'comfy'`, `ecosystem: 'flux1'`, `operation: 'createImage'`. */
export interface ComfyFlux1CreateImageGenInput extends ComfyFlux1ImageGenInputBase {
  /** 64 to 2048. Default: `1024`. */
  readonly width?: RefOr<number> | undefined;
  /** 64 to 2048. Default: `1024`. */
  readonly height?: RefOr<number> | undefined;
  readonly operation: 'createImage';
}

interface ComfyFlux1ImageGenInputBase extends ComfyImageGenInputBase {
  /** At most 10000 characters. */
  readonly prompt: RefOr<string>;
  readonly sampler?: RefOr<ComfySampler> | undefined;
  readonly scheduler?: RefOr<ComfyScheduler> | undefined;
  /** 1 to 150. Default: `20`. */
  readonly steps?: RefOr<number> | undefined;
  /** 0 to 30. Default: `3.5`. */
  readonly cfgScale?: RefOr<number> | undefined;
  readonly seed?: RefOr<number> | null | undefined;
  /** 1 to 12. Default: `1`. */
  readonly quantity?: RefOr<number> | undefined;
  /** An AIR. */
  readonly model: RefOr<string>;
  /** An AIR. */
  readonly vaeModel?: RefOr<string> | null | undefined;
  readonly loras?: RefOr<{ readonly [key: string]: RefOr<number> }> | undefined;
  readonly controlNets?: RefOr<readonly RefOr<ImageJobControlNet>[]> | undefined;
  readonly ecosystem: 'flux1';
}

/** ImageGenInput with `engine: 'comfy'`, `ecosystem: 'flux1'`. Chosen by `operation`. */
export type ComfyFlux1ImageGenInput =
  | ComfyFlux1CreateImageGenInput
  | ComfyFlux1VariantImageGenInput;

/** ImageGenInput with `engine: 'comfy'`, `ecosystem: 'flux1'`, `operation: 'createVariant'`. */
export interface ComfyFlux1VariantImageGenInput extends ComfyFlux1ImageGenInputBase {
  /** 64 to 2048. Default: `1024`. */
  readonly width?: RefOr<number> | undefined;
  /** 64 to 2048. Default: `1024`. */
  readonly height?: RefOr<number> | undefined;
  readonly image: RefOr<string>;
  /** 0 to 1. Default: `0.75`. */
  readonly denoiseStrength?: RefOr<number> | undefined;
  readonly operation: 'createVariant';
}

/** ImageGenInput with `engine: 'comfy'`, `ecosystem: 'flux2Dev'`, `operation: 'createImage'`. */
export interface ComfyFlux2DevCreateImageInput extends ComfyFlux2DevImageGenInputBase {
  readonly operation: 'createImage';
}

/** ImageGenInput with `engine: 'comfy'`, `ecosystem: 'flux2Dev'`, `operation: 'editImage'`. */
export interface ComfyFlux2DevEditImageInput extends ComfyFlux2DevImageGenInputBase {
  /** At most 9 items. */
  readonly images?: RefOr<readonly RefOr<string>[]> | undefined;
  readonly operation: 'editImage';
}

interface ComfyFlux2DevImageGenInputBase extends ComfyImageGenInputBase {
  /** At most 1000 characters. */
  readonly prompt: RefOr<string>;
  /** 512 to 2048. Default: `1024`. */
  readonly width?: RefOr<number> | undefined;
  /** 512 to 2048. Default: `1024`. */
  readonly height?: RefOr<number> | undefined;
  readonly seed?: RefOr<number> | null | undefined;
  /** 1 to 4. Default: `1`. */
  readonly quantity?: RefOr<number> | undefined;
  /** 1 to 20. Default: `1`. */
  readonly cfgScale?: RefOr<number> | undefined;
  /** 4 to 50. Default: `20`. */
  readonly steps?: RefOr<number> | undefined;
  readonly sampler?: RefOr<ComfySampler> | undefined;
  readonly scheduler?: RefOr<ComfyScheduler> | undefined;
  readonly negativePrompt?: RefOr<string> | null | undefined;
  readonly loras?: RefOr<{ readonly [key: string]: RefOr<number> }> | undefined;
  readonly ecosystem: 'flux2Dev';
}

/** ImageGenInput with `engine: 'comfy'`, `ecosystem: 'flux2Dev'`. Chosen by `operation`. */
export type ComfyFlux2DevImageGenInput =
  | ComfyFlux2DevCreateImageInput
  | ComfyFlux2DevEditImageInput;

interface ComfyHiDreamImageGenInputBase extends ComfyImageGenInputBase {
  readonly ecosystem: 'hidream-o1';
}

/** ImageGenInput with `engine: 'comfy'`, `ecosystem: 'hidream-o1'`. Chosen by `model`. */
export type ComfyHiDreamImageGenInput =
  | ComfyHiDreamO1ImageGenInput
  | ComfyHiDreamO1DevImageGenInput;

/** ImageGenInput with `engine: 'comfy'`, `ecosystem: 'hidream-o1'`, `model: 'HiDream-O1-Image'`, `operation: 'createImage'`. */
export interface ComfyHiDreamO1CreateImageGenInput extends ComfyHiDreamO1ImageGenInputBase {
  readonly operation: 'createImage';
}

/** ImageGenInput with `engine: 'comfy'`, `ecosystem: 'hidream-o1'`, `model: 'HiDream-O1-Image-dev'`, `operation: 'createImage'`. */
export interface ComfyHiDreamO1DevCreateImageGenInput extends ComfyHiDreamO1DevImageGenInputBase {
  readonly operation: 'createImage';
}

/** ImageGenInput with `engine: 'comfy'`, `ecosystem: 'hidream-o1'`, `model: 'HiDream-O1-Image-dev'`, `operation: 'editImage'`. */
export interface ComfyHiDreamO1DevEditImageGenInput extends ComfyHiDreamO1DevImageGenInputBase {
  /** At most 3 items. */
  readonly images?: RefOr<readonly RefOr<string>[]> | undefined;
  readonly operation: 'editImage';
}

interface ComfyHiDreamO1DevImageGenInputBase extends ComfyHiDreamImageGenInputBase {
  /** At most 10000 characters. */
  readonly prompt: RefOr<string>;
  /** At most 10000 characters. */
  readonly negativePrompt?: RefOr<string> | null | undefined;
  /** 64 to 2048. Default: `2048`. */
  readonly width?: RefOr<number> | undefined;
  /** 64 to 2048. Default: `2048`. */
  readonly height?: RefOr<number> | undefined;
  /** 1 to 150. Default: `28`. */
  readonly steps?: RefOr<number> | undefined;
  /** 0 to 30. Default: `1`. */
  readonly cfgScale?: RefOr<number> | undefined;
  readonly seed?: RefOr<number> | null | undefined;
  /** 1 to 4. Default: `1`. */
  readonly quantity?: RefOr<number> | undefined;
  /** An AIR. Default: `"urn:air:hidream-o1:checkpoint:civitai:2618495@2939964"`. */
  readonly checkpointModel?: RefOr<string> | undefined;
  readonly loras?: RefOr<{ readonly [key: string]: RefOr<number> }> | undefined;
  readonly model: 'HiDream-O1-Image-dev';
}

/** ImageGenInput with `engine: 'comfy'`, `ecosystem: 'hidream-o1'`, `model: 'HiDream-O1-Image-dev'`. Chosen by `operation`. */
export type ComfyHiDreamO1DevImageGenInput =
  | ComfyHiDreamO1DevCreateImageGenInput
  | ComfyHiDreamO1DevEditImageGenInput;

/** ImageGenInput with `engine: 'comfy'`, `ecosystem: 'hidream-o1'`, `model: 'HiDream-O1-Image'`, `operation: 'editImage'`. */
export interface ComfyHiDreamO1EditImageGenInput extends ComfyHiDreamO1ImageGenInputBase {
  /** At most 3 items. */
  readonly images?: RefOr<readonly RefOr<string>[]> | undefined;
  readonly operation: 'editImage';
}

interface ComfyHiDreamO1ImageGenInputBase extends ComfyHiDreamImageGenInputBase {
  /** At most 10000 characters. */
  readonly prompt: RefOr<string>;
  /** At most 10000 characters. */
  readonly negativePrompt?: RefOr<string> | null | undefined;
  /** 64 to 2048. Default: `2048`. */
  readonly width?: RefOr<number> | undefined;
  /** 64 to 2048. Default: `2048`. */
  readonly height?: RefOr<number> | undefined;
  /** 1 to 150. Default: `40`. */
  readonly steps?: RefOr<number> | undefined;
  /** 0 to 30. Default: `5`. */
  readonly cfgScale?: RefOr<number> | undefined;
  readonly seed?: RefOr<number> | null | undefined;
  /** 1 to 4. Default: `1`. */
  readonly quantity?: RefOr<number> | undefined;
  /** An AIR. Default: `"urn:air:hidream-o1:checkpoint:civitai:2618495@2939946"`. */
  readonly checkpointModel?: RefOr<string> | undefined;
  readonly loras?: RefOr<{ readonly [key: string]: RefOr<number> }> | undefined;
  readonly model: 'HiDream-O1-Image';
}

/** ImageGenInput with `engine: 'comfy'`, `ecosystem: 'hidream-o1'`, `model: 'HiDream-O1-Image'`. Chosen by `operation`. */
export type ComfyHiDreamO1ImageGenInput =
  | ComfyHiDreamO1CreateImageGenInput
  | ComfyHiDreamO1EditImageGenInput;

/** ImageGenInput with `engine: 'comfy'`, `ecosystem: 'ideogram4'`, `operation: 'createImage'`. */
export interface ComfyIdeogram4CreateImageGenInput extends ComfyIdeogram4ImageGenInputBase {
  /** 64 to 2048. Default: `1024`. */
  readonly width?: RefOr<number> | undefined;
  /** 64 to 2048. Default: `1024`. */
  readonly height?: RefOr<number> | undefined;
  readonly operation: 'createImage';
}

interface ComfyIdeogram4ImageGenInputBase extends ComfyImageGenInputBase {
  /** At most 10000 characters. */
  readonly prompt: RefOr<string>;
  readonly sampler?: RefOr<ComfySampler> | undefined;
  /** 1 to 150. Default: `12`. */
  readonly steps?: RefOr<number> | undefined;
  /** 0 to 30. Default: `7`. */
  readonly cfgScale?: RefOr<number> | undefined;
  readonly seed?: RefOr<number> | null | undefined;
  /** 1 to 12. Default: `1`. */
  readonly quantity?: RefOr<number> | undefined;
  readonly loras?: RefOr<{ readonly [key: string]: RefOr<number> }> | undefined;
  /** An AIR. */
  readonly diffusionModel?: RefOr<string> | null | undefined;
  /** An AIR. */
  readonly unconditionalDiffusionModel?: RefOr<string> | null | undefined;
  readonly ecosystem: 'ideogram4';
}

/** ImageGenInput with `engine: 'comfy'`, `ecosystem: 'ideogram4'`. Chosen by `operation`. */
export type ComfyIdeogram4ImageGenInput =
  | ComfyIdeogram4CreateImageGenInput;

interface ComfyImageGenInputBase extends ImageGenInputBase {
  readonly engine: 'comfy';
}

/** ImageGenInput with `engine: 'comfy'`. Chosen by `ecosystem`. */
export type ComfyImageGenInput =
  | ComfySd1ImageGenInput
  | ComfySdxlImageGenInput
  | ComfyFlux1ImageGenInput
  | ComfyFlux2DevImageGenInput
  | ComfyErnieImageGenInput
  | ComfyHiDreamImageGenInput
  | ComfyAnimaImageGenInput
  | ComfyLensImageGenInput
  | ComfyIdeogram4ImageGenInput
  | ComfyBooguImageGenInput
  | ComfyKrea2ImageGenInput
  | ComfyMageFlowImageGenInput;

interface ComfyImageToSvgInputBase extends ImageToSvgInputBase {
  readonly engine: 'comfy';
}

/** ImageToSvgInput with `engine: 'comfy'`. Chosen by `ecosystem`. */
export type ComfyImageToSvgInput =
  | StarVectorImageToSvgInput
  | OmniSvgImageToSvgInput
  | VTracerImageToSvgInput;

/** What `comfy` takes. */
export interface ComfyInput {
  readonly comfyWorkflow: RefOr<{ readonly [key: string]: RefOr<ComfyNode> }>;
  /** 1 to 100. Default: `1`. */
  readonly quantity?: RefOr<number> | undefined;
  readonly imageMetadata?: RefOr<string> | null | undefined;
  readonly useSpineComfy?: RefOr<boolean> | null | undefined;
}

interface ComfyKrea2EditImageGenInputBase extends ComfyKrea2ImageGenInputBase {
  /** At most 10000 characters. */
  readonly prompt: RefOr<string>;
  /** At most 10000 characters. */
  readonly negativePrompt?: RefOr<string> | null | undefined;
  readonly sampler?: RefOr<ComfySampler> | undefined;
  readonly scheduler?: RefOr<ComfyScheduler> | undefined;
  /** 1 to 150. Default: `10`. */
  readonly steps?: RefOr<number> | undefined;
  /** 0 to 30. Default: `1`. */
  readonly cfgScale?: RefOr<number> | undefined;
  readonly seed?: RefOr<number> | null | undefined;
  /** 1 to 4. Default: `1`. */
  readonly quantity?: RefOr<number> | undefined;
  readonly loras?: RefOr<{ readonly [key: string]: RefOr<number> }> | undefined;
  /** An AIR. */
  readonly diffusionModel?: RefOr<string> | null | undefined;
  readonly model: 'edit';
}

/** ImageGenInput with `engine: 'comfy'`, `ecosystem: 'krea2'`, `model: 'edit'`. Chosen by `operation`. */
export type ComfyKrea2EditImageGenInput =
  | ComfyKrea2EditImageInput;

/** ImageGenInput with `engine: 'comfy'`, `ecosystem: 'krea2'`, `model: 'edit'`, `operation: 'editImage'`. */
export interface ComfyKrea2EditImageInput extends ComfyKrea2EditImageGenInputBase {
  /** 64 to 2048. Default: `1024`. */
  readonly width?: RefOr<number> | undefined;
  /** 64 to 2048. Default: `1024`. */
  readonly height?: RefOr<number> | undefined;
  /** 1 to 2 items. */
  readonly images: RefOr<readonly RefOr<string>[]>;
  readonly operation: 'editImage';
}

interface ComfyKrea2ImageGenInputBase extends ComfyImageGenInputBase {
  readonly ecosystem: 'krea2';
}

/** ImageGenInput with `engine: 'comfy'`, `ecosystem: 'krea2'`. Chosen by `model`. */
export type ComfyKrea2ImageGenInput =
  | ComfyKrea2RawImageGenInput
  | ComfyKrea2TurboImageGenInput
  | ComfyKrea2EditImageGenInput;

/** ImageGenInput with `engine: 'comfy'`, `ecosystem: 'krea2'`, `model: 'raw'`, `operation: 'createImage'`. */
export interface ComfyKrea2RawCreateImageGenInput extends ComfyKrea2RawImageGenInputBase {
  /** 64 to 2048. Default: `1024`. */
  readonly width?: RefOr<number> | undefined;
  /** 64 to 2048. Default: `1024`. */
  readonly height?: RefOr<number> | undefined;
  readonly operation: 'createImage';
}

interface ComfyKrea2RawImageGenInputBase extends ComfyKrea2ImageGenInputBase {
  /** At most 10000 characters. */
  readonly prompt: RefOr<string>;
  /** At most 10000 characters. */
  readonly negativePrompt?: RefOr<string> | null | undefined;
  readonly sampler?: RefOr<ComfySampler> | undefined;
  readonly scheduler?: RefOr<ComfyScheduler> | undefined;
  /** 1 to 150. Default: `20`. */
  readonly steps?: RefOr<number> | undefined;
  /** 0 to 30. Default: `4`. */
  readonly cfgScale?: RefOr<number> | undefined;
  readonly seed?: RefOr<number> | null | undefined;
  /** 1 to 12. Default: `1`. */
  readonly quantity?: RefOr<number> | undefined;
  readonly loras?: RefOr<{ readonly [key: string]: RefOr<number> }> | undefined;
  /** An AIR. */
  readonly diffusionModel?: RefOr<string> | null | undefined;
  readonly model: 'raw';
}

/** ImageGenInput with `engine: 'comfy'`, `ecosystem: 'krea2'`, `model: 'raw'`. Chosen by `operation`. */
export type ComfyKrea2RawImageGenInput =
  | ComfyKrea2RawCreateImageGenInput;

/** ImageGenInput with `engine: 'comfy'`, `ecosystem: 'krea2'`, `model: 'turbo'`, `operation: 'createImage'`. */
export interface ComfyKrea2TurboCreateImageGenInput extends ComfyKrea2TurboImageGenInputBase {
  /** 64 to 2048. Default: `1024`. */
  readonly width?: RefOr<number> | undefined;
  /** 64 to 2048. Default: `1024`. */
  readonly height?: RefOr<number> | undefined;
  readonly operation: 'createImage';
}

interface ComfyKrea2TurboImageGenInputBase extends ComfyKrea2ImageGenInputBase {
  /** At most 10000 characters. */
  readonly prompt: RefOr<string>;
  /** At most 10000 characters. */
  readonly negativePrompt?: RefOr<string> | null | undefined;
  readonly sampler?: RefOr<ComfySampler> | undefined;
  readonly scheduler?: RefOr<ComfyScheduler> | undefined;
  /** 1 to 150. Default: `8`. */
  readonly steps?: RefOr<number> | undefined;
  /** 0 to 30. Default: `1`. */
  readonly cfgScale?: RefOr<number> | undefined;
  readonly seed?: RefOr<number> | null | undefined;
  /** 1 to 12. Default: `1`. */
  readonly quantity?: RefOr<number> | undefined;
  readonly loras?: RefOr<{ readonly [key: string]: RefOr<number> }> | undefined;
  /** An AIR. */
  readonly diffusionModel?: RefOr<string> | null | undefined;
  readonly model: 'turbo';
}

/** ImageGenInput with `engine: 'comfy'`, `ecosystem: 'krea2'`, `model: 'turbo'`. Chosen by `operation`. */
export type ComfyKrea2TurboImageGenInput =
  | ComfyKrea2TurboCreateImageGenInput;

interface ComfyLensImageGenInputBase extends ComfyImageGenInputBase {
  readonly ecosystem: 'lens';
}

/** ImageGenInput with `engine: 'comfy'`, `ecosystem: 'lens'`. Chosen by `model`. */
export type ComfyLensImageGenInput =
  | ComfyLensNormalImageGenInput
  | ComfyLensTurboImageGenInput;

/** ImageGenInput with `engine: 'comfy'`, `ecosystem: 'lens'`, `model: 'normal'`, `operation: 'createImage'`. */
export interface ComfyLensNormalCreateImageGenInput extends ComfyLensNormalImageGenInputBase {
  /** 64 to 2048. Default: `1024`. */
  readonly width?: RefOr<number> | undefined;
  /** 64 to 2048. Default: `1024`. */
  readonly height?: RefOr<number> | undefined;
  readonly operation: 'createImage';
}

interface ComfyLensNormalImageGenInputBase extends ComfyLensImageGenInputBase {
  /** At most 10000 characters. */
  readonly prompt: RefOr<string>;
  /** At most 10000 characters. */
  readonly negativePrompt?: RefOr<string> | null | undefined;
  readonly sampler?: RefOr<ComfySampler> | undefined;
  readonly scheduler?: RefOr<ComfyScheduler> | undefined;
  /** 1 to 150. Default: `20`. */
  readonly steps?: RefOr<number> | undefined;
  /** 0 to 30. Default: `4`. */
  readonly cfgScale?: RefOr<number> | undefined;
  readonly seed?: RefOr<number> | null | undefined;
  /** 1 to 12. Default: `1`. */
  readonly quantity?: RefOr<number> | undefined;
  readonly loras?: RefOr<{ readonly [key: string]: RefOr<number> }> | undefined;
  /** An AIR. */
  readonly diffusionModel?: RefOr<string> | null | undefined;
  readonly model: 'normal';
}

/** ImageGenInput with `engine: 'comfy'`, `ecosystem: 'lens'`, `model: 'normal'`. Chosen by `operation`. */
export type ComfyLensNormalImageGenInput =
  | ComfyLensNormalCreateImageGenInput;

/** ImageGenInput with `engine: 'comfy'`, `ecosystem: 'lens'`, `model: 'turbo'`, `operation: 'createImage'`. */
export interface ComfyLensTurboCreateImageGenInput extends ComfyLensTurboImageGenInputBase {
  /** 64 to 2048. Default: `1024`. */
  readonly width?: RefOr<number> | undefined;
  /** 64 to 2048. Default: `1024`. */
  readonly height?: RefOr<number> | undefined;
  readonly operation: 'createImage';
}

interface ComfyLensTurboImageGenInputBase extends ComfyLensImageGenInputBase {
  /** At most 10000 characters. */
  readonly prompt: RefOr<string>;
  /** At most 10000 characters. */
  readonly negativePrompt?: RefOr<string> | null | undefined;
  readonly sampler?: RefOr<ComfySampler> | undefined;
  readonly scheduler?: RefOr<ComfyScheduler> | undefined;
  /** 1 to 150. Default: `4`. */
  readonly steps?: RefOr<number> | undefined;
  /** 0 to 30. Default: `1`. */
  readonly cfgScale?: RefOr<number> | undefined;
  readonly seed?: RefOr<number> | null | undefined;
  /** 1 to 12. Default: `1`. */
  readonly quantity?: RefOr<number> | undefined;
  readonly loras?: RefOr<{ readonly [key: string]: RefOr<number> }> | undefined;
  /** An AIR. */
  readonly diffusionModel?: RefOr<string> | null | undefined;
  readonly model: 'turbo';
}

/** ImageGenInput with `engine: 'comfy'`, `ecosystem: 'lens'`, `model: 'turbo'`. Chosen by `operation`. */
export type ComfyLensTurboImageGenInput =
  | ComfyLensTurboCreateImageGenInput;

/** VideoGenInput with `engine: 'ltx2.3'`, `operation: 'audioToVideo'`. */
export interface ComfyLtx23AudioToVideoInput extends ComfyLtx23VideoGenInputBase {
  readonly referenceImage?: RefOr<string> | null | undefined;
  /** A URL. */
  readonly sourceAudio: RefOr<string>;
  /** 0 to 1. Default: `0.7`. */
  readonly imageGuideStrength?: RefOr<number> | undefined;
  /** 0 to 10. Default: `2`. */
  readonly audioToVideoAttentionScale?: RefOr<number> | undefined;
  readonly operation: 'audioToVideo';
}

/** VideoGenInput with `engine: 'ltx2.3'`, `operation: 'createVideo'`. */
export interface ComfyLtx23CreateVideoInput extends ComfyLtx23VideoGenInputBase {
  /** At most 1 items. */
  readonly images?: RefOr<readonly RefOr<string>[]> | undefined;
  readonly operation?: 'createVideo' | undefined;
}

/** VideoGenInput with `engine: 'ltx2.3'`, `operation: 'editVideo'`. */
export interface ComfyLtx23EditVideoInput extends ComfyLtx23VideoGenInputBase {
  /** A URL. */
  readonly sourceVideo: RefOr<string>;
  /** 0 to 1. Default: `0.4`. */
  readonly cannyLowThreshold?: RefOr<number> | undefined;
  /** 0 to 1. Default: `0.8`. */
  readonly cannyHighThreshold?: RefOr<number> | undefined;
  /** 0 to 1. Default: `1`. */
  readonly guideStrength?: RefOr<number> | undefined;
  readonly operation: 'editVideo';
}

/** VideoGenInput with `engine: 'ltx2.3'`, `operation: 'extendVideo'`. */
export interface ComfyLtx23ExtendVideoInput extends ComfyLtx23VideoGenInputBase {
  /** A URL. */
  readonly sourceVideo: RefOr<string>;
  /** 9 to 481. Default: `121`. */
  readonly numFrames?: RefOr<number> | undefined;
  readonly operation: 'extendVideo';
}

/** VideoGenInput with `engine: 'ltx2.3'`, `operation: 'firstLastFrameToVideo'`. */
export interface ComfyLtx23FirstLastFrameToVideoInput extends ComfyLtx23VideoGenInputBase {
  readonly firstFrame?: RefOr<string> | null | undefined;
  readonly lastFrame?: RefOr<string> | null | undefined;
  /** 0 to 1. Default: `0.7`. */
  readonly frameGuideStrength?: RefOr<number> | undefined;
  readonly operation: 'firstLastFrameToVideo';
}

interface ComfyLtx23VideoGenInputBase extends VideoGenInputBase {
  readonly negativePrompt?: RefOr<string> | null | undefined;
  readonly seed?: RefOr<number> | null | undefined;
  /** 3 to 20. Default: `5`. */
  readonly duration?: RefOr<number> | undefined;
  /** Default: `1280`. */
  readonly width?: RefOr<number> | undefined;
  /** Default: `720`. */
  readonly height?: RefOr<number> | undefined;
  /** 1 to 60. Default: `24`. */
  readonly fps?: RefOr<number> | undefined;
  /** Default: `true`. */
  readonly generateAudio?: RefOr<boolean> | undefined;
  /** 1 to 10. Default: `4`. */
  readonly guidanceScale?: RefOr<number> | undefined;
  /** 8 to 50. Default: `20`. */
  readonly steps?: RefOr<number> | undefined;
  /** Default: `"22b-dev"`. */
  readonly model?: RefOr<Open<'22b-dev' | '22b-distilled'>> | undefined;
  readonly loras?: RefOr<{ readonly [key: string]: RefOr<number> }> | undefined;
  /** An AIR. */
  readonly diffusionModel?: RefOr<string> | null | undefined;
  /** 1 to 10. Default: `1`. */
  readonly quantity?: RefOr<number> | undefined;
  readonly engine: 'ltx2.3';
}

/** VideoGenInput with `engine: 'ltx2.3'`. Chosen by `operation`, `createVideo` without one. */
export type ComfyLtx23VideoGenInput =
  | ComfyLtx23CreateVideoInput
  | ComfyLtx23ExtendVideoInput
  | ComfyLtx23EditVideoInput
  | ComfyLtx23FirstLastFrameToVideoInput
  | ComfyLtx23VideoToVideoInput
  | ComfyLtx23AudioToVideoInput;

/** VideoGenInput with `engine: 'ltx2.3'`, `operation: 'videoToVideo'`. */
export interface ComfyLtx23VideoToVideoInput extends ComfyLtx23VideoGenInputBase {
  /** A URL. */
  readonly sourceVideo: RefOr<string>;
  /** 0 to 1. Default: `0.2`. */
  readonly guideStrength?: RefOr<number> | undefined;
  readonly operation: 'videoToVideo';
}

/** VideoGenInput with `engine: 'ltx2.5'`, `operation: 'audioToVideo'`. */
export interface ComfyLtx25AudioToVideoInput extends ComfyLtx25VideoGenInputBase {
  readonly referenceImage?: RefOr<string> | null | undefined;
  /** A URL. */
  readonly sourceAudio: RefOr<string>;
  /** 0 to 1. Default: `0.7`. */
  readonly imageGuideStrength?: RefOr<number> | undefined;
  /** 0 to 10. Default: `2`. */
  readonly audioToVideoAttentionScale?: RefOr<number> | undefined;
  readonly operation: 'audioToVideo';
}

/** VideoGenInput with `engine: 'ltx2.5'`, `operation: 'createVideo'`. */
export interface ComfyLtx25CreateVideoInput extends ComfyLtx25VideoGenInputBase {
  /** At most 1 items. */
  readonly images?: RefOr<readonly RefOr<string>[]> | undefined;
  readonly operation?: 'createVideo' | undefined;
}

/** VideoGenInput with `engine: 'ltx2.5'`, `operation: 'editVideo'`. */
export interface ComfyLtx25EditVideoInput extends ComfyLtx25VideoGenInputBase {
  /** A URL. */
  readonly sourceVideo: RefOr<string>;
  /** 0 to 1. Default: `1`. */
  readonly guideStrength?: RefOr<number> | undefined;
  readonly operation: 'editVideo';
}

/** VideoGenInput with `engine: 'ltx2.5'`, `operation: 'extendVideo'`. */
export interface ComfyLtx25ExtendVideoInput extends ComfyLtx25VideoGenInputBase {
  /** A URL. */
  readonly sourceVideo: RefOr<string>;
  /** 9 to 481. Default: `121`. */
  readonly numFrames?: RefOr<number> | undefined;
  readonly operation: 'extendVideo';
}

/** VideoGenInput with `engine: 'ltx2.5'`, `operation: 'firstLastFrameToVideo'`. */
export interface ComfyLtx25FirstLastFrameToVideoInput extends ComfyLtx25VideoGenInputBase {
  readonly firstFrame?: RefOr<string> | null | undefined;
  readonly lastFrame?: RefOr<string> | null | undefined;
  /** 0 to 1. Default: `0.7`. */
  readonly frameGuideStrength?: RefOr<number> | undefined;
  readonly operation: 'firstLastFrameToVideo';
}

interface ComfyLtx25VideoGenInputBase extends VideoGenInputBase {
  readonly negativePrompt?: RefOr<string> | null | undefined;
  readonly seed?: RefOr<number> | null | undefined;
  /** 3 to 20. Default: `5`. */
  readonly duration?: RefOr<number> | undefined;
  /** Default: `1280`. */
  readonly width?: RefOr<number> | undefined;
  /** Default: `720`. */
  readonly height?: RefOr<number> | undefined;
  /** 1 to 60. Default: `24`. */
  readonly fps?: RefOr<number> | undefined;
  /** Default: `true`. */
  readonly generateAudio?: RefOr<boolean> | undefined;
  /** 1 to 10. Default: `4`. */
  readonly guidanceScale?: RefOr<number> | undefined;
  /** 8 to 50. Default: `20`. */
  readonly steps?: RefOr<number> | undefined;
  /** Default: `"22b-dev"`. */
  readonly model?: RefOr<Open<'22b-dev' | '22b-distilled'>> | undefined;
  readonly loras?: RefOr<{ readonly [key: string]: RefOr<number> }> | undefined;
  /** An AIR. */
  readonly diffusionModel?: RefOr<string> | null | undefined;
  /** 1 to 10. Default: `1`. */
  readonly quantity?: RefOr<number> | undefined;
  readonly engine: 'ltx2.5';
}

/** VideoGenInput with `engine: 'ltx2.5'`. Chosen by `operation`, `createVideo` without one. */
export type ComfyLtx25VideoGenInput =
  | ComfyLtx25CreateVideoInput
  | ComfyLtx25ExtendVideoInput
  | ComfyLtx25EditVideoInput
  | ComfyLtx25FirstLastFrameToVideoInput
  | ComfyLtx25VideoToVideoInput
  | ComfyLtx25AudioToVideoInput;

/** VideoGenInput with `engine: 'ltx2.5'`, `operation: 'videoToVideo'`. */
export interface ComfyLtx25VideoToVideoInput extends ComfyLtx25VideoGenInputBase {
  /** A URL. */
  readonly sourceVideo: RefOr<string>;
  /** 0 to 1. Default: `0.2`. */
  readonly guideStrength?: RefOr<number> | undefined;
  readonly operation: 'videoToVideo';
}

/** VideoGenInput with `engine: 'ltx2'`, `operation: 'createVideo'`. */
export interface ComfyLtx2CreateVideoInput extends ComfyLtx2VideoGenInputBase {
  /** At most 1 items. */
  readonly images?: RefOr<readonly RefOr<string>[]> | undefined;
  readonly operation?: 'createVideo' | undefined;
}

/** VideoGenInput with `engine: 'ltx2'`, `operation: 'editVideo'`. */
export interface ComfyLtx2EditVideoInput extends ComfyLtx2VideoGenInputBase {
  /** A URL. */
  readonly sourceVideo: RefOr<string>;
  /** 0 to 1. Default: `0.4`. */
  readonly cannyLowThreshold?: RefOr<number> | undefined;
  /** 0 to 1. Default: `0.8`. */
  readonly cannyHighThreshold?: RefOr<number> | undefined;
  /** 0 to 1. Default: `1`. */
  readonly guideStrength?: RefOr<number> | undefined;
  readonly operation: 'editVideo';
}

/** VideoGenInput with `engine: 'ltx2'`, `operation: 'extendVideo'`. */
export interface ComfyLtx2ExtendVideoInput extends ComfyLtx2VideoGenInputBase {
  /** A URL. */
  readonly sourceVideo: RefOr<string>;
  /** 9 to 481. Default: `121`. */
  readonly numFrames?: RefOr<number> | undefined;
  readonly operation: 'extendVideo';
}

/** VideoGenInput with `engine: 'ltx2'`, `operation: 'firstLastFrameToVideo'`. */
export interface ComfyLtx2FirstLastFrameToVideoInput extends ComfyLtx2VideoGenInputBase {
  readonly firstFrame?: RefOr<string> | null | undefined;
  readonly lastFrame?: RefOr<string> | null | undefined;
  /** 0 to 1. Default: `0.7`. */
  readonly frameGuideStrength?: RefOr<number> | undefined;
  readonly operation: 'firstLastFrameToVideo';
}

interface ComfyLtx2VideoGenInputBase extends VideoGenInputBase {
  readonly negativePrompt?: RefOr<string> | null | undefined;
  readonly seed?: RefOr<number> | null | undefined;
  /** Default: `5`. */
  readonly duration?: RefOr<3 | 5 | (number & {})> | undefined;
  /** Default: `1280`. */
  readonly width?: RefOr<number> | undefined;
  /** Default: `720`. */
  readonly height?: RefOr<number> | undefined;
  /** 1 to 60. Default: `24`. */
  readonly fps?: RefOr<number> | undefined;
  /** Default: `true`. */
  readonly generateAudio?: RefOr<boolean> | undefined;
  /** 1 to 10. Default: `4`. */
  readonly guidanceScale?: RefOr<number> | undefined;
  /** 8 to 50. Default: `20`. */
  readonly steps?: RefOr<number> | undefined;
  /** Default: `"19b-dev"`. */
  readonly model?: RefOr<Open<'19b-dev' | '19b-distilled'>> | undefined;
  readonly loras?: RefOr<{ readonly [key: string]: RefOr<number> }> | undefined;
  readonly engine: 'ltx2';
}

/** VideoGenInput with `engine: 'ltx2'`. Chosen by `operation`, `createVideo` without one. */
export type ComfyLtx2VideoGenInput =
  | ComfyLtx2CreateVideoInput
  | ComfyLtx2ExtendVideoInput
  | ComfyLtx2EditVideoInput
  | ComfyLtx2FirstLastFrameToVideoInput;

/** ImageGenInput with `engine: 'comfy'`, `ecosystem: 'mageflow'`, `model: '4b'`, `operation: 'createImage'`. */
export interface ComfyMageFlow4bCreateImageGenInput extends ComfyMageFlow4bImageGenInputBase {
  /** 512 to 2048. Default: `1024`. */
  readonly width?: RefOr<number> | undefined;
  /** 512 to 2048. Default: `1024`. */
  readonly height?: RefOr<number> | undefined;
  readonly operation: 'createImage';
}

interface ComfyMageFlow4bEditImageGenInputBase extends ComfyMageFlowImageGenInputBase {
  /** 1 to 150. Default: `30`. */
  readonly steps?: RefOr<number> | undefined;
  /** 0 to 30. Default: `5`. */
  readonly cfgScale?: RefOr<number> | undefined;
  /** 1 to 4. Default: `1`. */
  readonly quantity?: RefOr<number> | undefined;
  readonly images: RefOr<readonly RefOr<string>[]>;
  readonly model: '4b-edit';
}

/** ImageGenInput with `engine: 'comfy'`, `ecosystem: 'mageflow'`, `model: '4b-edit'`. Chosen by `operation`. */
export type ComfyMageFlow4bEditImageGenInput =
  | ComfyMageFlow4bEditImageInput;

/** ImageGenInput with `engine: 'comfy'`, `ecosystem: 'mageflow'`, `model: '4b-edit'`, `operation: 'editImage'`. */
export interface ComfyMageFlow4bEditImageInput extends ComfyMageFlow4bEditImageGenInputBase {
  /** 512 to 2048. Default: `1024`. */
  readonly width?: RefOr<number> | undefined;
  /** 512 to 2048. Default: `1024`. */
  readonly height?: RefOr<number> | undefined;
  /** 1 to 16 items. */
  readonly images: RefOr<readonly RefOr<string>[]>;
  readonly operation: 'editImage';
}

interface ComfyMageFlow4bEditTurboImageGenInputBase extends ComfyMageFlowImageGenInputBase {
  /** 1 to 150. Default: `4`. */
  readonly steps?: RefOr<number> | undefined;
  /** 0 to 30. Default: `1`. */
  readonly cfgScale?: RefOr<number> | undefined;
  /** 1 to 4. Default: `1`. */
  readonly quantity?: RefOr<number> | undefined;
  readonly images: RefOr<readonly RefOr<string>[]>;
  readonly model: '4b-edit-turbo';
}

/** ImageGenInput with `engine: 'comfy'`, `ecosystem: 'mageflow'`, `model: '4b-edit-turbo'`. Chosen by `operation`. */
export type ComfyMageFlow4bEditTurboImageGenInput =
  | ComfyMageFlow4bEditTurboImageInput;

/** ImageGenInput with `engine: 'comfy'`, `ecosystem: 'mageflow'`, `model: '4b-edit-turbo'`, `operation: 'editImage'`. */
export interface ComfyMageFlow4bEditTurboImageInput extends ComfyMageFlow4bEditTurboImageGenInputBase {
  /** 512 to 2048. Default: `1024`. */
  readonly width?: RefOr<number> | undefined;
  /** 512 to 2048. Default: `1024`. */
  readonly height?: RefOr<number> | undefined;
  /** 1 to 16 items. */
  readonly images: RefOr<readonly RefOr<string>[]>;
  readonly operation: 'editImage';
}

interface ComfyMageFlow4bImageGenInputBase extends ComfyMageFlowImageGenInputBase {
  /** 1 to 150. Default: `20`. */
  readonly steps?: RefOr<number> | undefined;
  /** 0 to 30. Default: `5`. */
  readonly cfgScale?: RefOr<number> | undefined;
  /** 1 to 12. Default: `1`. */
  readonly quantity?: RefOr<number> | undefined;
  readonly model: '4b';
}

/** ImageGenInput with `engine: 'comfy'`, `ecosystem: 'mageflow'`, `model: '4b'`. Chosen by `operation`. */
export type ComfyMageFlow4bImageGenInput =
  | ComfyMageFlow4bCreateImageGenInput;

/** ImageGenInput with `engine: 'comfy'`, `ecosystem: 'mageflow'`, `model: '4b-turbo'`, `operation: 'createImage'`. */
export interface ComfyMageFlow4bTurboCreateImageGenInput extends ComfyMageFlow4bTurboImageGenInputBase {
  /** 512 to 2048. Default: `1024`. */
  readonly width?: RefOr<number> | undefined;
  /** 512 to 2048. Default: `1024`. */
  readonly height?: RefOr<number> | undefined;
  readonly operation: 'createImage';
}

interface ComfyMageFlow4bTurboImageGenInputBase extends ComfyMageFlowImageGenInputBase {
  /** 1 to 150. Default: `4`. */
  readonly steps?: RefOr<number> | undefined;
  /** 0 to 30. Default: `1`. */
  readonly cfgScale?: RefOr<number> | undefined;
  /** 1 to 12. Default: `1`. */
  readonly quantity?: RefOr<number> | undefined;
  readonly model: '4b-turbo';
}

/** ImageGenInput with `engine: 'comfy'`, `ecosystem: 'mageflow'`, `model: '4b-turbo'`. Chosen by `operation`. */
export type ComfyMageFlow4bTurboImageGenInput =
  | ComfyMageFlow4bTurboCreateImageGenInput;

interface ComfyMageFlowImageGenInputBase extends ComfyImageGenInputBase {
  /** At most 10000 characters. */
  readonly prompt: RefOr<string>;
  /** At most 10000 characters. */
  readonly negativePrompt?: RefOr<string> | null | undefined;
  readonly sampler?: RefOr<ComfySampler> | undefined;
  readonly scheduler?: RefOr<ComfyScheduler> | undefined;
  readonly seed?: RefOr<number> | null | undefined;
  readonly loras?: RefOr<{ readonly [key: string]: RefOr<number> }> | undefined;
  /** An AIR. */
  readonly diffusionModel?: RefOr<string> | null | undefined;
  readonly steps?: RefOr<number> | undefined;
  readonly cfgScale?: RefOr<number> | undefined;
  readonly quantity?: RefOr<number> | undefined;
  readonly ecosystem: 'mageflow';
}

/** ImageGenInput with `engine: 'comfy'`, `ecosystem: 'mageflow'`. Chosen by `model`. */
export type ComfyMageFlowImageGenInput =
  | ComfyMageFlow4bImageGenInput
  | ComfyMageFlow4bTurboImageGenInput
  | ComfyMageFlow4bEditImageGenInput
  | ComfyMageFlow4bEditTurboImageGenInput;

/** VideoGenInput with `engine: 'minimax-h3-comfy'`, `operation: 'controlVideo'`. */
export interface ComfyMiniMaxH3ControlVideoInput extends ComfyMiniMaxH3VideoGenInputBase {
  readonly video: RefOr<string>;
  readonly strength?: RefOr<number> | undefined;
  readonly startPercent?: RefOr<number> | undefined;
  readonly endPercent?: RefOr<number> | undefined;
  readonly operation: 'controlVideo';
}

/** VideoGenInput with `engine: 'minimax-h3-comfy'`, `operation: 'imageToVideo'`. */
export interface ComfyMiniMaxH3ImageToVideoInput extends ComfyMiniMaxH3VideoGenInputBase {
  readonly firstFrame?: RefOr<string> | null | undefined;
  readonly lastFrame?: RefOr<string> | null | undefined;
  readonly operation?: 'imageToVideo' | undefined;
}

/** VideoGenInput with `engine: 'minimax-h3-comfy'`, `operation: 'referenceToVideo'`. */
export interface ComfyMiniMaxH3ReferenceToVideoInput extends ComfyMiniMaxH3VideoGenInputBase {
  /** 1 to 9 items. */
  readonly images: RefOr<readonly RefOr<string>[]>;
  readonly operation: 'referenceToVideo';
}

interface ComfyMiniMaxH3VideoGenInputBase extends VideoGenInputBase {
  readonly seed?: RefOr<number> | null | undefined;
  /** 4 to 15. Default: `5`. */
  readonly duration?: RefOr<number> | undefined;
  /** 32 to 1344. Default: `864`. */
  readonly width?: RefOr<number> | undefined;
  /** 32 to 1344. Default: `480`. */
  readonly height?: RefOr<number> | undefined;
  /** 1 to 60. Default: `20`. */
  readonly steps?: RefOr<number> | undefined;
  /** Default: `false`. */
  readonly fast?: RefOr<boolean> | undefined;
  /** An AIR. */
  readonly diffusionModel?: RefOr<string> | null | undefined;
  readonly loras?: RefOr<{ readonly [key: string]: RefOr<number> }> | undefined;
  /** Default: `false`. */
  readonly turbo?: RefOr<boolean> | undefined;
  readonly engine: 'minimax-h3-comfy';
}

/** VideoGenInput with `engine: 'minimax-h3-comfy'`. Chosen by `operation`, `imageToVideo` without one. */
export type ComfyMiniMaxH3VideoGenInput =
  | ComfyMiniMaxH3ImageToVideoInput
  | ComfyMiniMaxH3ReferenceToVideoInput
  | ComfyMiniMaxH3ControlVideoInput;

/** Part of `ComfyInput.comfyWorkflow`. */
export interface ComfyNode {
  readonly classType?: RefOr<string> | undefined;
  readonly meta?: RefOr<{ readonly [key: string]: RefOr<string> }> | null | undefined;
  readonly isChanged?: RefOr<string> | null | undefined;
  readonly inputs: RefOr<{ readonly [key: string]: unknown }>;
  readonly class_type?: RefOr<string> | undefined;
  readonly _meta?: RefOr<{ readonly [key: string]: unknown }> | undefined;
}

/** What `comfyNodepackSnapshot` takes. */
export interface ComfyNodepackSnapshotInput {
  /** An AIR. */
  readonly comfyImage?: RefOr<string> | null | undefined;
  /** At least 1 items. */
  readonly nodepacks: RefOr<readonly RefOr<string>[]>;
  readonly minVramGb?: RefOr<number> | null | undefined;
  readonly useSageAttention?: RefOr<boolean> | null | undefined;
}

interface ComfyPolyGenInputBase {
  readonly engine: 'comfy';
}

/** PolyGenInput with `engine: 'comfy'`. Chosen by `model`. */
export type ComfyPolyGenInput =
  | Hunyuan3DComfyPolyGenInput
  | Trellis2ComfyPolyGenInput;

/** Known values of `ComfyAnimaImageGenInput.sampler`, `ComfyBooguBaseImageGenInput.sampler`, `ComfyBooguEditImageGenInput.sampler` and 15 more. */
export type ComfySampler = Open<
    | 'euler' | 'euler_ancestral' | 'euler_cfg_pp' | 'euler_ancestral_cfg_pp' | 'heun' | 'heunpp2' | 'dpm_2'
    | 'dpm_2_ancestral' | 'lms' | 'dpm_fast' | 'dpm_adaptive' | 'dpmpp_2s_ancestral' | 'dpmpp_2s_ancestral_cfg_pp'
    | 'dpmpp_sde' | 'dpmpp_sde_gpu' | 'dpmpp_2m' | 'dpmpp_2m_cfg_pp' | 'dpmpp_2m_sde' | 'dpmpp_2m_sde_gpu'
    | 'dpmpp_3m_sde' | 'dpmpp_3m_sde_gpu' | 'ddpm' | 'lcm' | 'ipndm' | 'ipndm_v' | 'deis' | 'ddim' | 'uni_pc'
    | 'uni_pc_bh2' | 'res_multistep' | 'er_sde'
  >;

/** Known values of `ComfyAnimaImageGenInput.scheduler`, `ComfyBooguBaseImageGenInput.scheduler`, `ComfyBooguEditImageGenInput.scheduler` and 14 more. */
export type ComfyScheduler = Open<'normal' | 'karras' | 'exponential' | 'sgm_uniform' | 'simple' | 'ddim_uniform' | 'beta'>;

/** ImageGenInput with `engine: 'comfy'`, `ecosystem: 'sd1'`, `operation: 'createImage'`. */
export interface ComfySd1CreateImageGenInput extends ComfySd1ImageGenInputBase {
  /** 64 to 1024. Default: `512`. */
  readonly width?: RefOr<number> | undefined;
  /** 64 to 1024. Default: `512`. */
  readonly height?: RefOr<number> | undefined;
  readonly operation: 'createImage';
}

interface ComfySd1ImageGenInputBase extends ComfyImageGenInputBase {
  /** At most 10000 characters. */
  readonly prompt: RefOr<string>;
  /** At most 10000 characters. */
  readonly negativePrompt?: RefOr<string> | null | undefined;
  readonly sampler?: RefOr<ComfySampler> | undefined;
  readonly scheduler?: RefOr<ComfyScheduler> | undefined;
  /** 1 to 150. Default: `30`. */
  readonly steps?: RefOr<number> | undefined;
  /** 0 to 30. Default: `7`. */
  readonly cfgScale?: RefOr<number> | undefined;
  readonly seed?: RefOr<number> | null | undefined;
  /** 1 to 12. Default: `1`. */
  readonly quantity?: RefOr<number> | undefined;
  /** An AIR. */
  readonly model: RefOr<string>;
  /** An AIR. */
  readonly vaeModel?: RefOr<string> | null | undefined;
  readonly loras?: RefOr<{ readonly [key: string]: RefOr<number> }> | undefined;
  /** Default: `2`. */
  readonly clipSkip?: RefOr<number> | undefined;
  readonly controlNets?: RefOr<readonly RefOr<ImageJobControlNet>[]> | undefined;
  readonly ecosystem: 'sd1';
}

/** ImageGenInput with `engine: 'comfy'`, `ecosystem: 'sd1'`. Chosen by `operation`. */
export type ComfySd1ImageGenInput =
  | ComfySd1CreateImageGenInput
  | ComfySd1VariantImageGenInput;

/** ImageGenInput with `engine: 'comfy'`, `ecosystem: 'sd1'`, `operation: 'createVariant'`. */
export interface ComfySd1VariantImageGenInput extends ComfySd1ImageGenInputBase {
  /** 64 to 1024. Default: `512`. */
  readonly width?: RefOr<number> | undefined;
  /** 64 to 1024. Default: `512`. */
  readonly height?: RefOr<number> | undefined;
  readonly image: RefOr<string>;
  /** 0 to 1. Default: `0.75`. */
  readonly denoiseStrength?: RefOr<number> | undefined;
  readonly operation: 'createVariant';
}

/** ImageGenInput with `engine: 'comfy'`, `ecosystem: 'sdxl'`, `operation: 'createImage'`. */
export interface ComfySdxlCreateImageGenInput extends ComfySdxlImageGenInputBase {
  /** 64 to 2048. Default: `1024`. */
  readonly width?: RefOr<number> | undefined;
  /** 64 to 2048. Default: `1024`. */
  readonly height?: RefOr<number> | undefined;
  readonly operation: 'createImage';
}

interface ComfySdxlImageGenInputBase extends ComfyImageGenInputBase {
  /** At most 10000 characters. */
  readonly prompt: RefOr<string>;
  /** At most 10000 characters. */
  readonly negativePrompt?: RefOr<string> | null | undefined;
  readonly sampler?: RefOr<ComfySampler> | undefined;
  readonly scheduler?: RefOr<ComfyScheduler> | undefined;
  /** 1 to 150. Default: `30`. */
  readonly steps?: RefOr<number> | undefined;
  /** 0 to 30. Default: `7`. */
  readonly cfgScale?: RefOr<number> | undefined;
  readonly seed?: RefOr<number> | null | undefined;
  /** 1 to 12. Default: `1`. */
  readonly quantity?: RefOr<number> | undefined;
  /** An AIR. */
  readonly model: RefOr<string>;
  /** An AIR. */
  readonly vaeModel?: RefOr<string> | null | undefined;
  readonly loras?: RefOr<{ readonly [key: string]: RefOr<number> }> | undefined;
  readonly controlNets?: RefOr<readonly RefOr<ImageJobControlNet>[]> | undefined;
  readonly ecosystem: 'sdxl';
}

/** ImageGenInput with `engine: 'comfy'`, `ecosystem: 'sdxl'`. Chosen by `operation`. */
export type ComfySdxlImageGenInput =
  | ComfySdxlCreateImageGenInput
  | ComfySdxlVariantImageGenInput;

/** ImageGenInput with `engine: 'comfy'`, `ecosystem: 'sdxl'`, `operation: 'createVariant'`. */
export interface ComfySdxlVariantImageGenInput extends ComfySdxlImageGenInputBase {
  /** 64 to 2048. Default: `1024`. */
  readonly width?: RefOr<number> | undefined;
  /** 64 to 2048. Default: `1024`. */
  readonly height?: RefOr<number> | undefined;
  readonly image: RefOr<string>;
  /** 0 to 1. Default: `0.75`. */
  readonly denoiseStrength?: RefOr<number> | undefined;
  readonly operation: 'createVariant';
}

/** TrainingInput with `engine: 'comfy'`. */
export interface ComfyTrainingInput extends TrainingInputBase {
  readonly ecosystem?: RefOr<string> | undefined;
  /** 1 to 200. */
  readonly epochs?: RefOr<number> | null | undefined;
  /** 1 to 10000. */
  readonly steps?: RefOr<number> | null | undefined;
  /** 1 to 4. Default: `1`. */
  readonly batchSize?: RefOr<number> | null | undefined;
  /** 0 to 1. Default: `0.0001`. */
  readonly lr?: RefOr<number> | undefined;
  /** 0 to 1. */
  readonly textEncoderLr?: RefOr<number> | null | undefined;
  readonly trainTextEncoder?: RefOr<boolean> | null | undefined;
  readonly lrScheduler?: RefOr<Open<'constant' | 'constant_with_warmup' | 'cosine' | 'linear' | 'step'>> | null | undefined;
  readonly optimizerType?: RefOr<Open<
    | 'adamw' | 'adamw8bit' | 'adam8bit' | 'lion' | 'lion8bit' | 'adafactor' | 'adagrad' | 'prodigy'
    | 'prodigy8bit' | 'automagic'
  >> | null | undefined;
  /** 1 to 256. */
  readonly networkDim?: RefOr<number> | null | undefined;
  /** 1 to 256. */
  readonly networkAlpha?: RefOr<number> | null | undefined;
  /** 0 to 1. */
  readonly noiseOffset?: RefOr<number> | null | undefined;
  /** Default: `false`. */
  readonly flipAugmentation?: RefOr<boolean> | undefined;
  /** Default: `false`. */
  readonly shuffleTokens?: RefOr<boolean> | undefined;
  /** 0 to 10. Default: `0`. */
  readonly keepTokens?: RefOr<number> | undefined;
  readonly triggerWord?: RefOr<string> | null | undefined;
  /** An AIR. */
  readonly continueFrom?: RefOr<string> | null | undefined;
  /** 256 to 1024. Default: `1024`. */
  readonly resolution?: RefOr<number> | undefined;
  /** Default: `false`. */
  readonly noHalfVae?: RefOr<boolean> | undefined;
  /** 0 to 20. */
  readonly minSnrGamma?: RefOr<number> | null | undefined;
  /** An AIR. Default: `"urn:air:sdxl:checkpoint:civitai:101055@128078"`. */
  readonly model?: RefOr<string> | undefined;
  /** An AIR. */
  readonly diffusionModel?: RefOr<string> | null | undefined;
  /** An AIR. */
  readonly textEncoderModel?: RefOr<string> | null | undefined;
  /** An AIR. */
  readonly vaeModel?: RefOr<string> | null | undefined;
  readonly trainingDtype?: RefOr<string> | null | undefined;
  readonly loraDtype?: RefOr<string> | null | undefined;
  readonly quantizedBackward?: RefOr<boolean> | null | undefined;
  readonly bypassMode?: RefOr<boolean> | null | undefined;
  readonly gradAccumulationSteps?: RefOr<number> | null | undefined;
  readonly lossFunction?: RefOr<string> | null | undefined;
  readonly algorithm?: RefOr<string> | null | undefined;
  readonly checkpointDepth?: RefOr<number> | null | undefined;
  readonly offloading?: RefOr<boolean> | null | undefined;
  readonly clipType?: RefOr<string> | null | undefined;
  readonly unetWeightDtype?: RefOr<string> | null | undefined;
  readonly modelSamplingShift?: RefOr<number> | null | undefined;
  readonly datasetCaching?: RefOr<boolean> | null | undefined;
  readonly engine: 'comfy';
  readonly trace?: RefOr<TrainingTraceMode> | undefined;
}

/** Part of `ComposeMediaInput.elements`. */
export interface ComposeMediaElementInput {
  /** A URL. */
  readonly url?: RefOr<string> | null | undefined;
  readonly at?: RefOr<number> | null | undefined;
  /** Default: `0`. */
  readonly offset?: RefOr<number> | undefined;
  readonly layout?: RefOr<MediaLayout> | undefined;
  readonly transformers?: RefOr<readonly RefOrShape<MediaTransformer>[]> | undefined;
}

/** What `composeMedia` takes. */
export interface ComposeMediaInput {
  readonly elements: RefOr<readonly RefOr<ComposeMediaElementInput>[]>;
  readonly canvas?: RefOr<MediaCanvas> | undefined;
  readonly output?: RefOr<ComposeMediaOutputSpec> | undefined;
  /** Default: `false`. */
  readonly normalize?: RefOr<boolean> | undefined;
}

/** Part of `ComposeMediaInput.output`. */
export interface ComposeMediaOutputSpec {
  readonly type?: RefOr<MediaOutputType> | undefined;
  readonly container?: RefOr<MediaContainer> | undefined;
}

/** Known values of `TranscodeInput.containerFormat`. */
export type ContainerFormat = Open<'mp4' | 'webM'>;

/** What `convertImage` takes. */
export interface ConvertImageInput {
  readonly image: RefOr<string>;
  readonly transforms?: RefOr<readonly RefOrShape<ImageTransform>[]> | undefined;
  readonly output: RefOrShape<ImageOutputFormat>;
  readonly public?: RefOr<boolean> | null | undefined;
}

/** What `customComfy` takes. */
export interface CustomComfyInput {
  /** At least 1 items. */
  readonly resources: RefOr<readonly RefOr<string>[]>;
  readonly workflow: unknown;
  readonly trace?: RefOr<TraceMode> | undefined;
  readonly sessionId?: RefOr<string> | null | undefined;
  /** An AIR. */
  readonly comfyImage?: RefOr<string> | null | undefined;
  readonly minVramGb?: RefOr<number> | null | undefined;
  readonly useSageAttention?: RefOr<boolean> | null | undefined;
  readonly minimumDurationSeconds?: RefOr<number> | null | undefined;
}

/** TextToSpeechInput with `engine: 'custom'`. */
export interface CustomTextToSpeechInput extends TextToSpeechInputBase {
  /** A URL. */
  readonly refAudioUrl?: RefOr<string> | null | undefined;
  readonly refText?: RefOr<string> | null | undefined;
  readonly xVectorOnlyMode?: RefOr<boolean> | undefined;
  readonly speaker?: RefOr<Open<'aiden' | 'dylan' | 'eric' | 'ono_anna' | 'ryan' | 'serena' | 'sohee' | 'uncle_fu' | 'vivian'>> | null | undefined;
  readonly instruct?: RefOr<string> | null | undefined;
  readonly maxNewTokens?: RefOr<number> | null | undefined;
  readonly engine?: 'custom' | undefined;
}

/** Known values of `PreprocessImageDensePoseInput.colormap`. */
export type DensePoseColormap = Open<'Viridis (MagicAnimate)' | 'Parula (CivitAI)'>;

/** Known values of `PreprocessImageDensePoseInput.model`. */
export type DensePoseModel = Open<'densepose_r50_fpn_dl.torchscript' | 'densepose_r101_fpn_dl.torchscript'>;

/** Known values of `PreprocessImageDepthAnythingInput.checkpoint`. */
export type DepthAnythingCheckpoint = Open<'depth_anything_vitl14.pth' | 'depth_anything_vitb14.pth' | 'depth_anything_vits14.pth'>;

/** Known values of `PreprocessImageDepthAnythingV2Input.checkpoint`, `PreprocessVideoDepthAnythingV2Input.checkpoint`. */
export type DepthAnythingV2Checkpoint = Open<
    | 'depth_anything_v2_vitg.pth' | 'depth_anything_v2_vitl.pth' | 'depth_anything_v2_vitb.pth'
    | 'depth_anything_v2_vits.pth'
  >;

/** Known values of `PreprocessImageDwPoseInput.bboxDetector`, `PreprocessVideoDwPoseInput.bboxDetector`. */
export type DwPoseBboxDetector = Open<
    | 'yolox_l.onnx' | 'yolox_l.torchscript.pt' | 'yolo_nas_l_fp16.onnx' | 'yolo_nas_m_fp16.onnx'
    | 'yolo_nas_s_fp16.onnx'
  >;

/** Known values of `PreprocessImageDwPoseInput.poseEstimator`, `PreprocessVideoDwPoseInput.poseEstimator`. */
export type DwPoseEstimator = Open<'dw-ll_ucoco_384_bs5.torchscript.pt' | 'dw-ll_ucoco_384.onnx' | 'dw-ll_ucoco.onnx'>;

/** What `echo` takes. */
export interface EchoInput {
  readonly message: RefOr<string>;
}

/** TrainingInput with `engine: 'ai-toolkit'`, `ecosystem: 'ernie'`. */
export interface ErnieAIToolkitTrainingInput extends AIToolkitTrainingInputBase {
  readonly ecosystem: 'ernie';
  /** 1 to 2. Default: `1`. */
  readonly batchSize?: RefOr<number> | null | undefined;
}

/** MediaTransformer with `type: 'fadeIn'`. */
export interface FadeInTransformer {
  readonly durationMs?: RefOr<number> | undefined;
  readonly type: 'fadeIn';
}

/** MediaTransformer with `type: 'fadeOut'`. */
export interface FadeOutTransformer {
  readonly durationMs?: RefOr<number> | undefined;
  readonly type: 'fadeOut';
}

interface FalImageGenInputBase extends ImageGenInputBase {
  readonly engine: 'fal';
}

/** ImageGenInput with `engine: 'fal'`. Chosen by `model`. */
export type FalImageGenInput =
  | Qwen2FalImageGenInput
  | Krea2FalImageGenInput
  | MaiImageFalImageGenInput
  | ReveFalImageGenInput
  | MuseImageFalImageGenInput;

interface FalPolyGenInputBase {
  readonly engine: 'fal';
}

/** PolyGenInput with `engine: 'fal'`. Chosen by `model`. */
export type FalPolyGenInput =
  | MeshyFalPolyGenInput
  | TripoFalPolyGenInput;

interface Flux1AIToolkitTrainingInputBase extends AIToolkitTrainingInputBase {
  readonly ecosystem: 'flux1';
}

/** TrainingInput with `engine: 'ai-toolkit'`, `ecosystem: 'flux1'`. Chosen by `modelVariant`. */
export type Flux1AIToolkitTrainingInput =
  | Flux1DevAIToolkitTrainingInput
  | Flux1SchnellAIToolkitTrainingInput;

/** TrainingInput with `engine: 'ai-toolkit'`, `ecosystem: 'flux1'`, `modelVariant: 'dev'`. */
export interface Flux1DevAIToolkitTrainingInput extends Flux1AIToolkitTrainingInputBase {
  readonly modelVariant: 'dev';
  /** 1. Default: `1`. */
  readonly batchSize?: RefOr<number> | null | undefined;
}

/** ImageGenInput with `engine: 'flux1-kontext'`, `model: 'dev'`. */
export interface Flux1KontextDevImageGenInput extends Flux1KontextImageGenInputBase {
  readonly model: 'dev';
}

interface Flux1KontextImageGenInputBase extends ImageGenInputBase {
  /** At most 1000 characters. */
  readonly prompt: RefOr<string>;
  readonly images?: RefOr<readonly RefOr<string>[]> | undefined;
  /** Default: `"1:1"`. */
  readonly aspectRatio?: RefOr<Open<'21:9' | '16:9' | '4:3' | '3:2' | '1:1' | '2:3' | '3:4' | '9:16' | '9:21'>> | undefined;
  /** 1 to 20. Default: `3.5`. */
  readonly guidanceScale?: RefOr<number> | undefined;
  /** 1 to 4. Default: `1`. */
  readonly quantity?: RefOr<number> | undefined;
  readonly seed?: RefOr<number> | null | undefined;
  readonly engine: 'flux1-kontext';
}

/** ImageGenInput with `engine: 'flux1-kontext'`. Chosen by `model`. */
export type Flux1KontextImageGenInput =
  | Flux1KontextProImageGenInput
  | Flux1KontextMaxImageGenInput
  | Flux1KontextDevImageGenInput;

/** ImageGenInput with `engine: 'flux1-kontext'`, `model: 'max'`. */
export interface Flux1KontextMaxImageGenInput extends Flux1KontextImageGenInputBase {
  readonly model: 'max';
}

/** ImageGenInput with `engine: 'flux1-kontext'`, `model: 'pro'`. */
export interface Flux1KontextProImageGenInput extends Flux1KontextImageGenInputBase {
  readonly model: 'pro';
}

/** TrainingInput with `engine: 'ai-toolkit'`, `ecosystem: 'flux1'`, `modelVariant: 'schnell'`. */
export interface Flux1SchnellAIToolkitTrainingInput extends Flux1AIToolkitTrainingInputBase {
  readonly modelVariant: 'schnell';
  /** 1. Default: `1`. */
  readonly batchSize?: RefOr<number> | null | undefined;
}

/** ImageGenInput with `engine: 'sdcpp'`, `ecosystem: 'flux1'`, `operation: 'createImage'`. */
export interface Flux1SdCppCreateImageInput extends Flux1SdCppImageGenInputBase {
  readonly operation: 'createImage';
}

/** ImageGenInput with `engine: 'sdcpp'`, `ecosystem: 'flux1'`, `operation: 'editImage'`. */
export interface Flux1SdCppEditImageInput extends Flux1SdCppImageGenInputBase {
  /** At most 2 items. */
  readonly images?: RefOr<readonly RefOr<string>[]> | undefined;
  readonly operation: 'editImage';
}

interface Flux1SdCppImageGenInputBase extends SdCppImageGenInputBase {
  /** At most 1000 characters. */
  readonly prompt: RefOr<string>;
  /** 832 to 1216. Default: `1024`. */
  readonly width?: RefOr<number> | undefined;
  /** 832 to 1216. Default: `1024`. */
  readonly height?: RefOr<number> | undefined;
  readonly seed?: RefOr<number> | null | undefined;
  /** 1 to 4. Default: `1`. */
  readonly quantity?: RefOr<number> | undefined;
  /** 1 to 20. Default: `3.5`. */
  readonly cfgScale?: RefOr<number> | undefined;
  /** 4 to 50. Default: `28`. */
  readonly steps?: RefOr<number> | undefined;
  readonly sampleMethod?: RefOr<SdCppSampleMethod> | undefined;
  readonly schedule?: RefOr<SdCppSchedule> | undefined;
  readonly negativePrompt?: RefOr<string> | null | undefined;
  readonly loras?: RefOr<{ readonly [key: string]: RefOr<number> }> | undefined;
  /** An AIR. */
  readonly diffuserModel: RefOr<string>;
  /** An AIR. */
  readonly vaeModel?: RefOr<string> | undefined;
  /** An AIR. */
  readonly clipLModel?: RefOr<string> | undefined;
  /** An AIR. */
  readonly t5XXLModel?: RefOr<string> | undefined;
  readonly ecosystem: 'flux1';
}

/** ImageGenInput with `engine: 'sdcpp'`, `ecosystem: 'flux1'`. Chosen by `operation`. */
export type Flux1SdCppImageGenInput =
  | Flux1SdCppCreateImageInput
  | Flux1SdCppEditImageInput
  | Flux1SdCppVariantImageGenInput;

/** ImageGenInput with `engine: 'sdcpp'`, `ecosystem: 'flux1'`, `operation: 'createVariant'`. */
export interface Flux1SdCppVariantImageGenInput extends Flux1SdCppImageGenInputBase {
  readonly image: RefOr<string>;
  /** 0 to 1. Default: `0.7`. */
  readonly strength?: RefOr<number> | undefined;
  readonly operation: 'createVariant';
}

/** ImageGenInput with `engine: 'flux2'`, `model: 'dev'`, `operation: 'createImage'`. */
export interface Flux2DevCreateImageInput extends Flux2DevImageGenInputBase {
  readonly operation: 'createImage';
}

/** ImageGenInput with `engine: 'flux2'`, `model: 'dev'`, `operation: 'editImage'`. */
export interface Flux2DevEditImageInput extends Flux2DevImageGenInputBase {
  readonly images?: RefOr<readonly RefOr<string>[]> | undefined;
  readonly operation: 'editImage';
}

/** ImageResourceTrainingInput with `engine: 'flux2-dev-edit'`. */
export interface Flux2DevEditImageResourceTrainingInput extends ImageResourceTrainingInputBase {
  /** 100 to 10000. Default: `1000`. */
  readonly steps?: RefOr<number> | undefined;
  /** Default: `0.00005`. */
  readonly learningRate?: RefOr<number> | undefined;
  readonly defaultCaption?: RefOr<string> | null | undefined;
  /** 1 to 4. Default: `1`. */
  readonly referenceImageCount?: RefOr<number> | undefined;
  readonly engine: 'flux2-dev-edit';
}

interface Flux2DevImageGenInputBase extends Flux2ImageGenInputBase {
  /** 0 to 20. Default: `2.5`. */
  readonly guidanceScale?: RefOr<number> | undefined;
  /** 4 to 50. Default: `28`. */
  readonly numInferenceSteps?: RefOr<number> | undefined;
  readonly loras?: RefOr<readonly RefOr<ImageGenInputLora>[]> | undefined;
  readonly model: 'dev';
}

/** ImageGenInput with `engine: 'flux2'`, `model: 'dev'`. Chosen by `operation`. */
export type Flux2DevImageGenInput =
  | Flux2DevCreateImageInput
  | Flux2DevEditImageInput;

/** ImageResourceTrainingInput with `engine: 'flux2-dev'`. */
export interface Flux2DevImageResourceTrainingInput extends ImageResourceTrainingInputBase {
  /** 100 to 10000. Default: `1000`. */
  readonly steps?: RefOr<number> | undefined;
  /** Default: `0.00005`. */
  readonly learningRate?: RefOr<number> | undefined;
  readonly defaultCaption?: RefOr<string> | null | undefined;
  readonly engine: 'flux2-dev';
}

/** ImageGenInput with `engine: 'sdcpp'`, `ecosystem: 'flux2Dev'`, `operation: 'createImage'`. */
export interface Flux2DevSdCppCreateImageInput extends Flux2DevSdCppImageGenInputBase {
  readonly operation: 'createImage';
}

/** ImageGenInput with `engine: 'sdcpp'`, `ecosystem: 'flux2Dev'`, `operation: 'editImage'`. */
export interface Flux2DevSdCppEditImageInput extends Flux2DevSdCppImageGenInputBase {
  /** At most 2 items. */
  readonly images?: RefOr<readonly RefOr<string>[]> | undefined;
  readonly operation: 'editImage';
}

interface Flux2DevSdCppImageGenInputBase extends SdCppImageGenInputBase {
  /** At most 1000 characters. */
  readonly prompt: RefOr<string>;
  /** 512 to 2048. Default: `1024`. */
  readonly width?: RefOr<number> | undefined;
  /** 512 to 2048. Default: `1024`. */
  readonly height?: RefOr<number> | undefined;
  readonly seed?: RefOr<number> | null | undefined;
  /** 1 to 4. Default: `1`. */
  readonly quantity?: RefOr<number> | undefined;
  /** 1 to 20. Default: `1`. */
  readonly cfgScale?: RefOr<number> | undefined;
  /** 4 to 50. Default: `20`. */
  readonly steps?: RefOr<number> | undefined;
  readonly sampleMethod?: RefOr<SdCppSampleMethod> | undefined;
  readonly schedule?: RefOr<SdCppSchedule> | undefined;
  readonly negativePrompt?: RefOr<string> | null | undefined;
  readonly loras?: RefOr<{ readonly [key: string]: RefOr<number> }> | undefined;
  readonly ecosystem: 'flux2Dev';
}

/** ImageGenInput with `engine: 'sdcpp'`, `ecosystem: 'flux2Dev'`. Chosen by `operation`. */
export type Flux2DevSdCppImageGenInput =
  | Flux2DevSdCppCreateImageInput
  | Flux2DevSdCppEditImageInput
  | Flux2DevSdCppVariantImageGenInput;

/** ImageGenInput with `engine: 'sdcpp'`, `ecosystem: 'flux2Dev'`, `operation: 'createVariant'`. */
export interface Flux2DevSdCppVariantImageGenInput extends Flux2DevSdCppImageGenInputBase {
  readonly image: RefOr<string>;
  /** 0 to 1. Default: `0.7`. */
  readonly strength?: RefOr<number> | undefined;
  readonly operation: 'createVariant';
}

/** ImageGenInput with `engine: 'flux2'`, `model: 'flex'`, `operation: 'createImage'`. */
export interface Flux2FlexCreateImageInput extends Flux2FlexImageGenInputBase {
  readonly operation: 'createImage';
}

/** ImageGenInput with `engine: 'flux2'`, `model: 'flex'`, `operation: 'editImage'`. */
export interface Flux2FlexEditImageInput extends Flux2FlexImageGenInputBase {
  readonly images?: RefOr<readonly RefOr<string>[]> | undefined;
  readonly operation: 'editImage';
}

interface Flux2FlexImageGenInputBase extends Flux2ImageGenInputBase {
  /** 1.5 to 100. Default: `3.5`. */
  readonly guidanceScale?: RefOr<number> | undefined;
  /** 2 to 50. Default: `28`. */
  readonly numInferenceSteps?: RefOr<number> | undefined;
  readonly model: 'flex';
}

/** ImageGenInput with `engine: 'flux2'`, `model: 'flex'`. Chosen by `operation`. */
export type Flux2FlexImageGenInput =
  | Flux2FlexCreateImageInput
  | Flux2FlexEditImageInput;

interface Flux2ImageGenInputBase extends ImageGenInputBase {
  /** At most 1000 characters. */
  readonly prompt: RefOr<string>;
  /** 512 to 2048. Default: `1024`. */
  readonly width?: RefOr<number> | undefined;
  /** 512 to 2048. Default: `1024`. */
  readonly height?: RefOr<number> | undefined;
  readonly seed?: RefOr<number> | null | undefined;
  /** 1 to 4. Default: `1`. */
  readonly quantity?: RefOr<number> | undefined;
  /** Default: `false`. */
  readonly enablePromptExpansion?: RefOr<boolean> | undefined;
  readonly engine: 'flux2';
}

/** ImageGenInput with `engine: 'flux2'`. Chosen by `model`. */
export type Flux2ImageGenInput =
  | Flux2DevImageGenInput
  | Flux2FlexImageGenInput
  | Flux2ProImageGenInput
  | Flux2MaxImageGenInput
  | Flux2KleinImageGenInput;

/** TrainingInput with `engine: 'ai-toolkit'`, `ecosystem: 'flux2klein'`, `modelVariant: '4b'`. */
export interface Flux2Klein4bAIToolkitTrainingInput extends Flux2KleinAIToolkitTrainingInputBase {
  readonly modelVariant: '4b';
  /** 1 to 2. Default: `1`. */
  readonly batchSize?: RefOr<number> | null | undefined;
}

/** TrainingInput with `engine: 'ai-toolkit'`, `ecosystem: 'flux2klein'`, `modelVariant: '9b'`. */
export interface Flux2Klein9bAIToolkitTrainingInput extends Flux2KleinAIToolkitTrainingInputBase {
  readonly modelVariant: '9b';
  /** 1. Default: `1`. */
  readonly batchSize?: RefOr<number> | null | undefined;
}

interface Flux2KleinAIToolkitTrainingInputBase extends AIToolkitTrainingInputBase {
  /** Default: `false`. */
  readonly isEditTraining?: RefOr<boolean> | undefined;
  readonly ecosystem: 'flux2klein';
}

/** TrainingInput with `engine: 'ai-toolkit'`, `ecosystem: 'flux2klein'`. Chosen by `modelVariant`. */
export type Flux2KleinAIToolkitTrainingInput =
  | Flux2Klein4bAIToolkitTrainingInput
  | Flux2Klein9bAIToolkitTrainingInput;

/** ImageGenInput with `engine: 'flux2'`, `model: 'klein'`, `operation: 'createImage'`. */
export interface Flux2KleinCreateImageInput extends Flux2KleinImageGenInputBase {
  readonly operation: 'createImage';
}

/** ImageGenInput with `engine: 'flux2'`, `model: 'klein'`, `operation: 'editImage'`. */
export interface Flux2KleinEditImageInput extends Flux2KleinImageGenInputBase {
  /** At most 2 items. */
  readonly images?: RefOr<readonly RefOr<string>[]> | undefined;
  readonly operation: 'editImage';
}

interface Flux2KleinImageGenInputBase extends Flux2ImageGenInputBase {
  /** 1 to 20. Default: `5`. */
  readonly cfgScale?: RefOr<number> | undefined;
  /** 4 to 50. Default: `20`. */
  readonly steps?: RefOr<number> | undefined;
  readonly sampleMethod?: RefOr<SdCppSampleMethod> | undefined;
  readonly schedule?: RefOr<SdCppSchedule> | undefined;
  readonly negativePrompt?: RefOr<string> | null | undefined;
  readonly loras?: RefOr<{ readonly [key: string]: RefOr<number> }> | undefined;
  /** Default: `"4b"`. */
  readonly modelVersion?: RefOr<Open<'4b' | '4b-base' | '9b' | '9b-base' | '9b-kv'>> | undefined;
  readonly model: 'klein';
}

/** ImageGenInput with `engine: 'flux2'`, `model: 'klein'`. Chosen by `operation`. */
export type Flux2KleinImageGenInput =
  | Flux2KleinCreateImageInput
  | Flux2KleinEditImageInput;

/** ImageGenInput with `engine: 'sdcpp'`, `ecosystem: 'flux2Klein'`, `operation: 'createImage'`. */
export interface Flux2KleinSdCppCreateImageInput extends Flux2KleinSdCppImageGenInputBase {
  readonly operation: 'createImage';
}

/** ImageGenInput with `engine: 'sdcpp'`, `ecosystem: 'flux2Klein'`, `operation: 'editImage'`. */
export interface Flux2KleinSdCppEditImageInput extends Flux2KleinSdCppImageGenInputBase {
  /** At most 2 items. */
  readonly images?: RefOr<readonly RefOr<string>[]> | undefined;
  readonly operation: 'editImage';
}

interface Flux2KleinSdCppImageGenInputBase extends SdCppImageGenInputBase {
  /** At most 1000 characters. */
  readonly prompt: RefOr<string>;
  /** 512 to 2048. Default: `1024`. */
  readonly width?: RefOr<number> | undefined;
  /** 512 to 2048. Default: `1024`. */
  readonly height?: RefOr<number> | undefined;
  readonly seed?: RefOr<number> | null | undefined;
  /** 1 to 4. Default: `1`. */
  readonly quantity?: RefOr<number> | undefined;
  /** 1 to 20. Default: `5`. */
  readonly cfgScale?: RefOr<number> | undefined;
  /** 4 to 50. Default: `20`. */
  readonly steps?: RefOr<number> | undefined;
  readonly sampleMethod?: RefOr<SdCppSampleMethod> | undefined;
  readonly schedule?: RefOr<SdCppSchedule> | undefined;
  readonly negativePrompt?: RefOr<string> | null | undefined;
  readonly loras?: RefOr<{ readonly [key: string]: RefOr<number> }> | undefined;
  /** Default: `"4b"`. */
  readonly modelVersion?: RefOr<Open<'4b' | '4b-base' | '9b' | '9b-base'>> | undefined;
  readonly ecosystem: 'flux2Klein';
}

/** ImageGenInput with `engine: 'sdcpp'`, `ecosystem: 'flux2Klein'`. Chosen by `operation`. */
export type Flux2KleinSdCppImageGenInput =
  | Flux2KleinSdCppCreateImageInput
  | Flux2KleinSdCppEditImageInput
  | Flux2KleinSdCppVariantImageGenInput;

/** ImageGenInput with `engine: 'sdcpp'`, `ecosystem: 'flux2Klein'`, `operation: 'createVariant'`. */
export interface Flux2KleinSdCppVariantImageGenInput extends Flux2KleinSdCppImageGenInputBase {
  readonly image: RefOr<string>;
  /** 0 to 1. Default: `0.7`. */
  readonly strength?: RefOr<number> | undefined;
  readonly operation: 'createVariant';
}

/** ImageGenInput with `engine: 'flux2'`, `model: 'max'`, `operation: 'createImage'`. */
export interface Flux2MaxCreateImageInput extends Flux2MaxImageGenInputBase {
  readonly operation: 'createImage';
}

/** ImageGenInput with `engine: 'flux2'`, `model: 'max'`, `operation: 'editImage'`. */
export interface Flux2MaxEditImageInput extends Flux2MaxImageGenInputBase {
  readonly images?: RefOr<readonly RefOr<string>[]> | undefined;
  readonly operation: 'editImage';
}

interface Flux2MaxImageGenInputBase extends Flux2ImageGenInputBase {
  readonly model: 'max';
}

/** ImageGenInput with `engine: 'flux2'`, `model: 'max'`. Chosen by `operation`. */
export type Flux2MaxImageGenInput =
  | Flux2MaxCreateImageInput
  | Flux2MaxEditImageInput;

/** ImageGenInput with `engine: 'flux2'`, `model: 'pro'`, `operation: 'createImage'`. */
export interface Flux2ProCreateImageInput extends Flux2ProImageGenInputBase {
  readonly operation: 'createImage';
}

/** ImageGenInput with `engine: 'flux2'`, `model: 'pro'`, `operation: 'editImage'`. */
export interface Flux2ProEditImageInput extends Flux2ProImageGenInputBase {
  readonly images?: RefOr<readonly RefOr<string>[]> | undefined;
  readonly operation: 'editImage';
}

interface Flux2ProImageGenInputBase extends Flux2ImageGenInputBase {
  readonly model: 'pro';
}

/** ImageGenInput with `engine: 'flux2'`, `model: 'pro'`. Chosen by `operation`. */
export type Flux2ProImageGenInput =
  | Flux2ProCreateImageInput
  | Flux2ProEditImageInput;

/** Part of `Flux3V3KeyframesToVideoInput.keyframes`. */
export interface Flux3Keyframe {
  readonly image: RefOr<string>;
  /** 0 to 480. */
  readonly frameIndex?: RefOr<number> | undefined;
}

/** VideoGenInput with `engine: 'flux'`, `version: 'v3.0'`, `operation: 'draftEnhance'`. */
export interface Flux3V3DraftEnhanceInput extends Flux3V3VideoGenInputBase {
  /** A URL. */
  readonly draftCache: RefOr<string>;
  /** 5 to 20. */
  readonly duration?: RefOr<number> | undefined;
  readonly operation: 'draftEnhance';
}

/** VideoGenInput with `engine: 'flux'`, `version: 'v3.0'`, `operation: 'extendVideo'`. */
export interface Flux3V3ExtendVideoInput extends Flux3V3VideoGenInputBase {
  /** 5 to 20. Default: `5`. */
  readonly duration?: RefOr<number> | undefined;
  /** Default: `"720p"`. */
  readonly resolution?: RefOr<Open<'720p' | '1080p'>> | undefined;
  /** Default: `"auto"`. */
  readonly aspectRatio?: RefOr<Open<'auto' | '21:9' | '2:1' | '16:9' | '4:3' | '1:1' | '3:4' | '9:16'>> | undefined;
  /** Default: `true`. */
  readonly generateAudio?: RefOr<boolean> | undefined;
  /** Default: `false`. */
  readonly draft?: RefOr<boolean> | undefined;
  /** A URL. */
  readonly sourceVideo: RefOr<string>;
  readonly operation: 'extendVideo';
}

/** VideoGenInput with `engine: 'flux'`, `version: 'v3.0'`, `operation: 'firstLastFrameToVideo'`. */
export interface Flux3V3FirstLastFrameToVideoInput extends Flux3V3VideoGenInputBase {
  /** 5 to 20. Default: `5`. */
  readonly duration?: RefOr<number> | undefined;
  /** Default: `"720p"`. */
  readonly resolution?: RefOr<Open<'720p' | '1080p'>> | undefined;
  /** Default: `"auto"`. */
  readonly aspectRatio?: RefOr<Open<'auto' | '21:9' | '2:1' | '16:9' | '4:3' | '1:1' | '3:4' | '9:16'>> | undefined;
  /** Default: `true`. */
  readonly generateAudio?: RefOr<boolean> | undefined;
  /** Default: `false`. */
  readonly draft?: RefOr<boolean> | undefined;
  readonly startImage: RefOr<string>;
  readonly endImage: RefOr<string>;
  readonly operation: 'firstLastFrameToVideo';
}

/** VideoGenInput with `engine: 'flux'`, `version: 'v3.0'`, `operation: 'imageToVideo'`. */
export interface Flux3V3ImageToVideoInput extends Flux3V3VideoGenInputBase {
  /** 5 to 20. Default: `5`. */
  readonly duration?: RefOr<number> | undefined;
  /** Default: `"720p"`. */
  readonly resolution?: RefOr<Open<'720p' | '1080p'>> | undefined;
  /** Default: `"auto"`. */
  readonly aspectRatio?: RefOr<Open<'auto' | '21:9' | '2:1' | '16:9' | '4:3' | '1:1' | '3:4' | '9:16'>> | undefined;
  /** Default: `true`. */
  readonly generateAudio?: RefOr<boolean> | undefined;
  /** Default: `false`. */
  readonly draft?: RefOr<boolean> | undefined;
  readonly image: RefOr<string>;
  readonly operation: 'imageToVideo';
}

/** VideoGenInput with `engine: 'flux'`, `version: 'v3.0'`, `operation: 'keyframesToVideo'`. */
export interface Flux3V3KeyframesToVideoInput extends Flux3V3VideoGenInputBase {
  /** 5 to 20. Default: `5`. */
  readonly duration?: RefOr<number> | undefined;
  /** Default: `"720p"`. */
  readonly resolution?: RefOr<Open<'720p' | '1080p'>> | undefined;
  /** Default: `"auto"`. */
  readonly aspectRatio?: RefOr<Open<'auto' | '21:9' | '2:1' | '16:9' | '4:3' | '1:1' | '3:4' | '9:16'>> | undefined;
  /** Default: `true`. */
  readonly generateAudio?: RefOr<boolean> | undefined;
  /** Default: `false`. */
  readonly draft?: RefOr<boolean> | undefined;
  readonly keyframes: RefOr<readonly RefOr<Flux3Keyframe>[]>;
  readonly operation: 'keyframesToVideo';
}

/** VideoGenInput with `engine: 'flux'`, `version: 'v3.0'`, `operation: 'textToVideo'`. */
export interface Flux3V3TextToVideoInput extends Flux3V3VideoGenInputBase {
  /** 5 to 20. Default: `5`. */
  readonly duration?: RefOr<number> | undefined;
  /** Default: `"720p"`. */
  readonly resolution?: RefOr<Open<'720p' | '1080p'>> | undefined;
  /** Default: `"auto"`. */
  readonly aspectRatio?: RefOr<Open<'auto' | '21:9' | '2:1' | '16:9' | '4:3' | '1:1' | '3:4' | '9:16'>> | undefined;
  /** Default: `true`. */
  readonly generateAudio?: RefOr<boolean> | undefined;
  /** Default: `false`. */
  readonly draft?: RefOr<boolean> | undefined;
  readonly operation: 'textToVideo';
}

interface Flux3V3VideoGenInputBase extends Flux3VideoGenInputBase {
  readonly version?: 'v3.0' | undefined;
}

/** VideoGenInput with `engine: 'flux'`, `version: 'v3.0'`. Chosen by `operation`. */
export type Flux3V3VideoGenInput =
  | Flux3V3TextToVideoInput
  | Flux3V3ImageToVideoInput
  | Flux3V3FirstLastFrameToVideoInput
  | Flux3V3KeyframesToVideoInput
  | Flux3V3ExtendVideoInput
  | Flux3V3DraftEnhanceInput;

interface Flux3VideoGenInputBase extends VideoGenInputBase {
  readonly engine: 'flux';
}

/** VideoGenInput with `engine: 'flux'`. Chosen by `version`, `v3.0` without one. */
export type Flux3VideoGenInput =
  | Flux3V3VideoGenInput;

/** ImageResourceTrainingInput with `engine: 'flux-dev-fast'`. */
export interface FluxDevFastImageResourceTrainingInput extends ImageResourceTrainingInputBase {
  readonly engine: 'flux-dev-fast';
}

/** ImageGenInput with `engine: 'gemini'`, `model: '2.5-flash'`, `operation: 'createImage'`. */
export interface Gemini25FlashCreateImageGenInput extends Gemini25FlashImageGenInputBase {
  readonly operation: 'createImage';
}

/** ImageGenInput with `engine: 'gemini'`, `model: '2.5-flash'`, `operation: 'editImage'`. */
export interface Gemini25FlashEditImageGenInput extends Gemini25FlashImageGenInputBase {
  /** 1 to 4 items. */
  readonly images: RefOr<readonly RefOr<string>[]>;
  readonly operation: 'editImage';
}

interface Gemini25FlashImageGenInputBase extends GeminiImageGenInputBase {
  /** 1 to 4. Default: `1`. */
  readonly quantity?: RefOr<number> | undefined;
  readonly model: '2.5-flash';
}

/** ImageGenInput with `engine: 'gemini'`, `model: '2.5-flash'`. Chosen by `operation`. */
export type Gemini25FlashImageGenInput =
  | Gemini25FlashCreateImageGenInput
  | Gemini25FlashEditImageGenInput;

interface GeminiImageGenInputBase extends ImageGenInputBase {
  readonly prompt: RefOr<string>;
  readonly engine: 'gemini';
}

/** ImageGenInput with `engine: 'gemini'`. Chosen by `model`. */
export type GeminiImageGenInput =
  | Gemini25FlashImageGenInput;

/** Known values of `GeminiOmniVideoGenInput.model`. */
export type GeminiOmniModel = Open<'1.1-flash'>;

/** Known values of `GeminiOmniVideoGenInput.resolution`. */
export type GeminiOmniResolution = Open<'360p' | '720p' | '1080p' | '4k'>;

/** VideoGenInput with `engine: 'gemini-omni'`. */
export interface GeminiOmniVideoGenInput extends VideoGenInputBase {
  readonly model?: RefOr<GeminiOmniModel> | undefined;
  readonly aspectRatio?: RefOr<Open<'16:9' | '9:16'>> | undefined;
  readonly resolution?: RefOr<GeminiOmniResolution> | undefined;
  readonly images?: RefOr<readonly RefOr<string>[]> | undefined;
  readonly engine: 'gemini-omni';
}

/** ImageOutputFormat with `format: 'gif'`. */
export interface GifOutputFormat extends ImageOutputFormatBase {
  readonly maxFrames?: RefOr<number> | null | undefined;
  readonly format: 'gif';
}

interface GoogleImageGenInputBase extends ImageGenInputBase {
  readonly prompt: RefOr<string>;
  readonly engine: 'google';
}

/** ImageGenInput with `engine: 'google'`. Chosen by `model`. */
export type GoogleImageGenInput =
  | Imagen4ImageGenInput
  | NanoBananaProImageGenInput
  | NanoBanana2ImageGenInput
  | NanoBanana2LiteImageGenInput;

/** ImageGenInput with `engine: 'grok'`, `version: 'v1.0'`, `operation: 'createImage'`. */
export interface GrokCreateImageGenInput extends GrokV1ImageGenInputBase {
  /** Default: `"1:1"`. */
  readonly aspectRatio?: RefOr<Open<
    | '2:1' | '20:9' | '19.5:9' | '16:9' | '4:3' | '3:2' | '1:1' | '2:3' | '3:4' | '9:16' | '9:19.5' | '9:20'
    | '1:2'
  >> | undefined;
  readonly operation: 'createImage';
}

/** ImageGenInput with `engine: 'grok'`, `version: 'v1.0'`, `operation: 'editImage'`. */
export interface GrokEditImageGenInput extends GrokV1ImageGenInputBase {
  /** 1 to 3 items. */
  readonly images: RefOr<readonly RefOr<string>[]>;
  readonly operation: 'editImage';
}

/** VideoGenInput with `engine: 'grok'`, `version: 'v1.0'`, `operation: 'edit-video'`. */
export interface GrokEditVideoInput extends GrokV1VideoGenInputBase {
  /** A URL. */
  readonly videoUrl: RefOr<string>;
  readonly analyzedDuration?: RefOr<number> | null | undefined;
  readonly operation: 'edit-video';
}

interface GrokImageGenInputBase extends ImageGenInputBase {
  readonly prompt: RefOr<string>;
  /** 1 to 4. Default: `1`. */
  readonly quantity?: RefOr<number> | undefined;
  readonly engine: 'grok';
}

/** ImageGenInput with `engine: 'grok'`. Chosen by `version`, `v1.0` without one. */
export type GrokImageGenInput =
  | GrokV1ImageGenInput
  | GrokV2ImageGenInput;

/** VideoGenInput with `engine: 'grok'`, `version: 'v1.0'`, `operation: 'image-to-video'`. */
export interface GrokImageToVideoInput extends GrokV1VideoGenInputBase {
  /** Default: `"auto"`. */
  readonly aspectRatio?: RefOr<Open<'auto' | '16:9' | '4:3' | '3:2' | '1:1' | '2:3' | '3:4' | '9:16'>> | undefined;
  /** 1 items. */
  readonly images?: RefOr<readonly RefOr<string>[]> | undefined;
  readonly operation: 'image-to-video';
}

/** VideoGenInput with `engine: 'grok'`, `version: 'v1.0'`, `operation: 'text-to-video'`. */
export interface GrokTextToVideoInput extends GrokV1VideoGenInputBase {
  /** Default: `"16:9"`. */
  readonly aspectRatio?: RefOr<Open<'16:9' | '4:3' | '3:2' | '1:1' | '2:3' | '3:4' | '9:16'>> | undefined;
  readonly operation?: 'text-to-video' | undefined;
}

interface GrokV1ImageGenInputBase extends GrokImageGenInputBase {
  readonly version?: 'v1.0' | undefined;
}

/** ImageGenInput with `engine: 'grok'`, `version: 'v1.0'`. Chosen by `operation`. */
export type GrokV1ImageGenInput =
  | GrokCreateImageGenInput
  | GrokEditImageGenInput;

interface GrokV1VideoGenInputBase extends GrokVideoGenInputBase {
  /** 1 to 15. Default: `6`. */
  readonly duration?: RefOr<number> | undefined;
  /** Default: `"720p"`. */
  readonly resolution?: RefOr<Open<'480p' | '720p'>> | undefined;
  readonly version?: 'v1.0' | undefined;
}

/** VideoGenInput with `engine: 'grok'`, `version: 'v1.0'`. Chosen by `operation`, `text-to-video` without one. */
export type GrokV1VideoGenInput =
  | GrokTextToVideoInput
  | GrokImageToVideoInput
  | GrokEditVideoInput;

/** VideoGenInput with `engine: 'grok'`, `version: 'v1.5'`, `operation: 'imageToVideo'`. */
export interface GrokV1_5ImageToVideoInput extends GrokV1_5VideoGenInputBase {
  /** 1 to 15. Default: `6`. */
  readonly duration?: RefOr<number> | undefined;
  /** Default: `"720p"`. */
  readonly resolution?: RefOr<Open<'480p' | '720p' | '1080p'>> | undefined;
  /** 1 items. */
  readonly images?: RefOr<readonly RefOr<string>[]> | undefined;
  readonly operation: 'imageToVideo';
}

/** VideoGenInput with `engine: 'grok'`, `version: 'v1.5'`, `operation: 'referenceToVideo'`. */
export interface GrokV1_5ReferenceToVideoInput extends GrokV1_5VideoGenInputBase {
  /** 1 to 15. Default: `8`. */
  readonly duration?: RefOr<number> | undefined;
  /** Default: `"480p"`. */
  readonly resolution?: RefOr<Open<'480p' | '720p'>> | undefined;
  /** Default: `"16:9"`. */
  readonly aspectRatio?: RefOr<Open<'16:9' | '4:3' | '3:2' | '1:1' | '2:3' | '3:4' | '9:16'>> | undefined;
  readonly images: RefOr<readonly RefOr<string>[]>;
  readonly operation: 'referenceToVideo';
}

/** VideoGenInput with `engine: 'grok'`, `version: 'v1.5'`, `operation: 'textToVideo'`. */
export interface GrokV1_5TextToVideoInput extends GrokV1_5VideoGenInputBase {
  /** 1 to 15. Default: `6`. */
  readonly duration?: RefOr<number> | undefined;
  /** Default: `"720p"`. */
  readonly resolution?: RefOr<Open<'480p' | '720p' | '1080p'>> | undefined;
  /** Default: `"16:9"`. */
  readonly aspectRatio?: RefOr<Open<'16:9' | '4:3' | '3:2' | '1:1' | '2:3' | '3:4' | '9:16'>> | undefined;
  readonly operation?: 'textToVideo' | undefined;
}

interface GrokV1_5VideoGenInputBase extends GrokVideoGenInputBase {
  readonly version: 'v1.5';
}

/** VideoGenInput with `engine: 'grok'`, `version: 'v1.5'`. Chosen by `operation`, `textToVideo` without one. */
export type GrokV1_5VideoGenInput =
  | GrokV1_5TextToVideoInput
  | GrokV1_5ImageToVideoInput
  | GrokV1_5ReferenceToVideoInput;

/** ImageGenInput with `engine: 'grok'`, `version: 'v2.0'`, `operation: 'createImage'`. */
export interface GrokV2CreateImageGenInput extends GrokV2ImageGenInputBase {
  /** Default: `"1:1"`. */
  readonly aspectRatio?: RefOr<Open<
    | '2:1' | '20:9' | '19.5:9' | '16:9' | '4:3' | '3:2' | '1:1' | '2:3' | '3:4' | '9:16' | '9:19.5' | '9:20'
    | '1:2'
  >> | undefined;
  readonly operation?: 'createImage' | undefined;
}

/** ImageGenInput with `engine: 'grok'`, `version: 'v2.0'`, `operation: 'editImage'`. */
export interface GrokV2EditImageGenInput extends GrokV2ImageGenInputBase {
  /** Default: `"auto"`. */
  readonly aspectRatio?: RefOr<Open<
    | 'auto' | '2:1' | '20:9' | '19.5:9' | '16:9' | '4:3' | '3:2' | '1:1' | '2:3' | '3:4' | '9:16' | '9:19.5'
    | '9:20' | '1:2'
  >> | undefined;
  /** 1 to 3 items. */
  readonly images: RefOr<readonly RefOr<string>[]>;
  readonly operation: 'editImage';
}

interface GrokV2ImageGenInputBase extends GrokImageGenInputBase {
  /** Default: `"2k"`. */
  readonly resolution?: RefOr<Open<'1k' | '2k'>> | undefined;
  /** Default: `"medium"`. */
  readonly quality?: RefOr<Open<'low' | 'medium'>> | undefined;
  readonly version: 'v2.0';
}

/** ImageGenInput with `engine: 'grok'`, `version: 'v2.0'`. Chosen by `operation`, `createImage` without one. */
export type GrokV2ImageGenInput =
  | GrokV2CreateImageGenInput
  | GrokV2EditImageGenInput;

interface GrokVideoGenInputBase extends VideoGenInputBase {
  readonly engine: 'grok';
}

/** VideoGenInput with `engine: 'grok'`. Chosen by `version`, `v1.0` without one. */
export type GrokVideoGenInput =
  | GrokV1VideoGenInput
  | GrokV1_5VideoGenInput;

/** Known values of `HaiperVideoGenInput.aspectRatio`. */
export type HaiperVideoGenAspectRatio = Open<'16:9' | '4:3' | '1:1' | '9:16' | '3:4'>;

/** Known values of `HaiperVideoGenInput.cameraMovement`. */
export type HaiperVideoGenCameraMovement = Open<'none' | 'panRight' | 'panLeft' | 'tiltUp' | 'tiltDown' | 'zoomIn' | 'zoomOut'>;

/** VideoGenInput with `engine: 'haiper'`. */
export interface HaiperVideoGenInput extends VideoGenInputBase {
  readonly negativePrompt?: RefOr<string> | null | undefined;
  readonly cameraMovement?: RefOr<HaiperVideoGenCameraMovement> | undefined;
  /** -1 to 4294967295. Default: `-1`. */
  readonly seed?: RefOr<number> | undefined;
  /** Default: `2`. */
  readonly duration?: RefOr<2 | 4 | 8 | (number & {})> | undefined;
  readonly aspectRatio?: RefOr<HaiperVideoGenAspectRatio> | undefined;
  readonly model?: RefOr<HaiperVideoGenModel> | undefined;
  /** Default: `1080`. */
  readonly resolution?: RefOr<720 | 1080 | 2160 | (number & {})> | undefined;
  /** Default: `true`. */
  readonly enablePromptEnhancer?: RefOr<boolean> | undefined;
  readonly sourceImage?: RefOr<string> | null | undefined;
  readonly engine: 'haiper';
}

/** Known values of `HaiperVideoGenInput.model`. */
export type HaiperVideoGenModel = Open<'v1_5' | 'v2'>;

/** VideoGenInput with `engine: 'happyHorse'`, `version: 'v1.0'`, `operation: 'imageToVideo'`. */
export interface HappyHorseV1ImageToVideoInput extends HappyHorseV1VideoGenInputBase {
  readonly image: RefOr<string>;
  readonly operation: 'imageToVideo';
}

/** VideoGenInput with `engine: 'happyHorse'`, `version: 'v1.0'`, `operation: 'referenceToVideo'`. */
export interface HappyHorseV1ReferenceToVideoInput extends HappyHorseV1VideoGenInputBase {
  readonly images: RefOr<readonly RefOr<string>[]>;
  /** Default: `"16:9"`. */
  readonly aspectRatio?: RefOr<Open<'16:9' | '9:16' | '1:1' | '4:3' | '3:4'>> | undefined;
  readonly operation: 'referenceToVideo';
}

/** VideoGenInput with `engine: 'happyHorse'`, `version: 'v1.0'`, `operation: 'textToVideo'`. */
export interface HappyHorseV1TextToVideoInput extends HappyHorseV1VideoGenInputBase {
  /** Default: `"16:9"`. */
  readonly aspectRatio?: RefOr<Open<'16:9' | '9:16' | '1:1' | '4:3' | '3:4'>> | undefined;
  readonly operation: 'textToVideo';
}

/** VideoGenInput with `engine: 'happyHorse'`, `version: 'v1.0'`, `operation: 'videoEdit'`. */
export interface HappyHorseV1VideoEditInput extends HappyHorseV1VideoGenInputBase {
  /** A URL. */
  readonly sourceVideo: RefOr<string>;
  readonly referenceImages?: RefOr<readonly RefOr<string>[]> | undefined;
  /** Default: `"auto"`. */
  readonly audioSetting?: RefOr<Open<'auto' | 'origin'>> | undefined;
  readonly operation: 'videoEdit';
}

interface HappyHorseV1VideoGenInputBase extends HappyHorseVideoGenInputBase {
  /** Default: `"1080p"`. */
  readonly resolution?: RefOr<Open<'720p' | '1080p'>> | undefined;
  /** 3 to 15. Default: `5`. */
  readonly duration?: RefOr<number> | undefined;
  readonly seed?: RefOr<number> | null | undefined;
  readonly version: 'v1.0';
}

/** VideoGenInput with `engine: 'happyHorse'`, `version: 'v1.0'`. Chosen by `operation`. */
export type HappyHorseV1VideoGenInput =
  | HappyHorseV1TextToVideoInput
  | HappyHorseV1ImageToVideoInput
  | HappyHorseV1VideoEditInput
  | HappyHorseV1ReferenceToVideoInput;

/** VideoGenInput with `engine: 'happyHorse'`, `version: 'v1.1'`, `operation: 'imageToVideo'`. */
export interface HappyHorseV1_1ImageToVideoInput extends HappyHorseV1_1VideoGenInputBase {
  readonly image: RefOr<string>;
  readonly operation: 'imageToVideo';
}

/** VideoGenInput with `engine: 'happyHorse'`, `version: 'v1.1'`, `operation: 'referenceToVideo'`. */
export interface HappyHorseV1_1ReferenceToVideoInput extends HappyHorseV1_1VideoGenInputBase {
  readonly images: RefOr<readonly RefOr<string>[]>;
  /** Default: `"16:9"`. */
  readonly aspectRatio?: RefOr<Open<'16:9' | '9:16' | '1:1' | '4:3' | '3:4' | '21:9' | '9:21' | '5:4' | '4:5'>> | undefined;
  readonly operation: 'referenceToVideo';
}

/** VideoGenInput with `engine: 'happyHorse'`, `version: 'v1.1'`, `operation: 'textToVideo'`. */
export interface HappyHorseV1_1TextToVideoInput extends HappyHorseV1_1VideoGenInputBase {
  /** Default: `"16:9"`. */
  readonly aspectRatio?: RefOr<Open<'16:9' | '9:16' | '1:1' | '4:3' | '3:4' | '21:9' | '9:21' | '5:4' | '4:5'>> | undefined;
  readonly operation: 'textToVideo';
}

interface HappyHorseV1_1VideoGenInputBase extends HappyHorseVideoGenInputBase {
  /** Default: `"1080p"`. */
  readonly resolution?: RefOr<Open<'720p' | '1080p'>> | undefined;
  /** 3 to 15. Default: `5`. */
  readonly duration?: RefOr<number> | undefined;
  readonly seed?: RefOr<number> | null | undefined;
  readonly version: 'v1.1';
}

/** VideoGenInput with `engine: 'happyHorse'`, `version: 'v1.1'`. Chosen by `operation`. */
export type HappyHorseV1_1VideoGenInput =
  | HappyHorseV1_1TextToVideoInput
  | HappyHorseV1_1ImageToVideoInput
  | HappyHorseV1_1ReferenceToVideoInput;

interface HappyHorseVideoGenInputBase extends VideoGenInputBase {
  readonly engine: 'happyHorse';
}

/** VideoGenInput with `engine: 'happyHorse'`. Chosen by `version`. */
export type HappyHorseVideoGenInput =
  | HappyHorseV1VideoGenInput
  | HappyHorseV1_1VideoGenInput;

/** TrainingInput with `engine: 'ai-toolkit'`, `ecosystem: 'hidream-o1'`. */
export interface HiDreamO1AIToolkitTrainingInput extends AIToolkitTrainingInputBase {
  readonly ecosystem: 'hidream-o1';
  /** 1. Default: `1`. */
  readonly batchSize?: RefOr<number> | null | undefined;
}

/** Known values of `HumanoidImageMaskInput.category`. */
export type HumanoidImageMaskCategory = Open<'dresses' | 'upperBody' | 'lowerBody'>;

/** What `humanoidImageMask` takes. */
export interface HumanoidImageMaskInput {
  /** A URL. */
  readonly imageUrl: RefOr<string>;
  readonly category?: RefOr<HumanoidImageMaskCategory> | undefined;
}

interface Hunyuan3DComfyPolyGenInputBase extends ComfyPolyGenInputBase {
  /** Default: `"v2"`. */
  readonly modelVersion?: RefOr<Open<'v2' | 'v2.1' | 'v2-mini'>> | undefined;
  /** An AIR. */
  readonly modelAir?: RefOr<string> | null | undefined;
  /** 1 to 150. */
  readonly steps?: RefOr<number> | null | undefined;
  /** 0 to 30. */
  readonly cfgScale?: RefOr<number> | null | undefined;
  /** Default: `"euler"`. */
  readonly sampler?: RefOr<Open<
    | 'euler' | 'euler_ancestral' | 'heun' | 'heunpp2' | 'dpm_2' | 'dpm_2_ancestral' | 'lms' | 'dpm_fast'
    | 'dpm_adaptive' | 'dpmpp_2s_ancestral' | 'dpmpp_sde' | 'dpmpp_2m' | 'dpmpp_2m_sde' | 'dpmpp_3m_sde' | 'ddpm'
    | 'lcm' | 'uni_pc' | 'uni_pc_bh2'
  >> | undefined;
  /** Default: `"normal"`. */
  readonly scheduler?: RefOr<Open<'normal' | 'karras' | 'exponential' | 'sgm_uniform' | 'simple' | 'ddim_uniform' | 'beta'>> | undefined;
  /** 1 to 8192. */
  readonly resolution?: RefOr<number> | null | undefined;
  /** 1000 to 500000. Default: `8000`. */
  readonly vaeNumChunks?: RefOr<number> | undefined;
  /** 16 to 512. Default: `256`. */
  readonly octreeResolution?: RefOr<number> | undefined;
  /** 0 to 1. Default: `0.6`. */
  readonly meshThreshold?: RefOr<number> | undefined;
  readonly seed?: RefOr<number> | null | undefined;
  /** Default: `1`. */
  readonly shift?: RefOr<number> | undefined;
  readonly model: 'hunyuan3D';
}

/** PolyGenInput with `engine: 'comfy'`, `model: 'hunyuan3D'`. Chosen by `operation`, `imageTo3D` without one. */
export type Hunyuan3DComfyPolyGenInput =
  | Hunyuan3DImageTo3DComfyPolyGenInput
  | Hunyuan3DShapeGenComfyPolyGenInput
  | Hunyuan3DTexGenComfyPolyGenInput;

/** PolyGenInput with `engine: 'comfy'`, `model: 'hunyuan3D'`, `operation: 'imageTo3D'`. */
export interface Hunyuan3DImageTo3DComfyPolyGenInput extends Hunyuan3DComfyPolyGenInputBase {
  /** A URL. */
  readonly imageUrl: RefOr<string>;
  /** At most 600 characters. */
  readonly prompt?: RefOr<string> | null | undefined;
  /** Default: `true`. */
  readonly shouldTexture?: RefOr<boolean> | undefined;
  /** Default: `false`. */
  readonly shouldRemesh?: RefOr<boolean> | undefined;
  /** Default: `true`. */
  readonly enablePbr?: RefOr<boolean> | undefined;
  readonly operation?: 'imageTo3D' | undefined;
}

/** PolyGenInput with `engine: 'comfy'`, `model: 'hunyuan3D'`, `operation: 'shapeGen'`. */
export interface Hunyuan3DShapeGenComfyPolyGenInput extends Hunyuan3DComfyPolyGenInputBase {
  /** A URL. */
  readonly imageUrl: RefOr<string>;
  /** At most 600 characters. */
  readonly prompt?: RefOr<string> | null | undefined;
  readonly operation: 'shapeGen';
}

/** PolyGenInput with `engine: 'comfy'`, `model: 'hunyuan3D'`, `operation: 'texGen'`. */
export interface Hunyuan3DTexGenComfyPolyGenInput extends Hunyuan3DComfyPolyGenInputBase {
  /** A URL. */
  readonly imageUrl: RefOr<string>;
  /** An AIR. */
  readonly mesh: RefOr<string>;
  /** Default: `false`. */
  readonly shouldRemesh?: RefOr<boolean> | undefined;
  /** Default: `true`. */
  readonly enablePbr?: RefOr<boolean> | undefined;
  readonly operation: 'texGen';
}

/** VideoGenInput with `engine: 'hunyuan'`. */
export interface HunyuanVdeoGenInput extends VideoGenInputBase {
  /** 0 to 100. Default: `4`. */
  readonly cfgScale?: RefOr<number> | undefined;
  /** Default: `25`. */
  readonly frameRate?: RefOr<number> | undefined;
  /** 1 to 30. Default: `5`. */
  readonly duration?: RefOr<number> | undefined;
  readonly seed?: RefOr<number> | null | undefined;
  /** 10 to 50. Default: `20`. */
  readonly steps?: RefOr<number> | undefined;
  readonly width?: RefOr<number> | undefined;
  readonly height?: RefOr<number> | undefined;
  readonly loras?: RefOr<readonly RefOr<VideoGenInputLora>[]> | undefined;
  /** An AIR. */
  readonly model?: RefOr<string> | null | undefined;
  readonly engine: 'hunyuan';
}

/** TrainingInput with `engine: 'ai-toolkit'`, `ecosystem: 'ideogram4'`. */
export interface Ideogram4AIToolkitTrainingInput extends AIToolkitTrainingInputBase {
  readonly ecosystem: 'ideogram4';
  /** 1. Default: `1`. */
  readonly batchSize?: RefOr<number> | null | undefined;
}

/** Known values of `ImageBackgroundRemovalInput.format`. */
export type ImageBackgroundRemovalFormat = Open<'png' | 'webp'>;

/** What `imageBackgroundRemoval` takes. */
export interface ImageBackgroundRemovalInput {
  readonly image: RefOr<string>;
  readonly format?: RefOr<ImageBackgroundRemovalFormat> | undefined;
}

interface ImageGenInputBase {
  readonly outputFormat?: RefOr<ImageGenOutputFormat> | undefined;
  readonly imageMetadata?: RefOr<string> | null | undefined;
}

/** A `engine` that this release does not list. */
export interface UnlistedImageGenInput {
  readonly engine: Unlisted;
}

/** What `imageGen` takes. Chosen by `engine`. */
export type ImageGenInput =
  | OpenApiImageGenInput
  | Flux1KontextImageGenInput
  | Flux2ImageGenInput
  | GoogleImageGenInput
  | WanImageGenInput
  | GeminiImageGenInput
  | SdCppImageGenInput
  | ComfyImageGenInput
  | SeedreamImageGenInput
  | GrokImageGenInput
  | FalImageGenInput
  | QwenApiImageGenInput
  | KreaImageGenInput
  | UnlistedImageGenInput
  | _ImageGenInput;

/** Part of `Flux2DevImageGenInput.loras`, `WanImageGenInput.loras`. */
export interface ImageGenInputLora {
  /** An AIR. */
  readonly air: RefOr<string>;
  /** 0 to 4. Default: `1`. */
  readonly strength?: RefOr<number> | undefined;
}

/** Known values of `ImageGenInput.outputFormat`, `Model3DPreviewInput.outputFormat`. */
export type ImageGenOutputFormat = Open<'jpeg' | 'png' | 'webP'>;

/** Part of `ComfyAnimaImageGenInput.controlNets`, `ComfyFlux1ImageGenInput.controlNets`, `ComfySd1ImageGenInput.controlNets` and 4 more. */
export interface ImageJobControlNet {
  readonly preprocessor?: RefOr<ImageTransformer> | undefined;
  readonly weight?: RefOr<number> | undefined;
  readonly startStep?: RefOr<number> | undefined;
  readonly endStep?: RefOr<number> | undefined;
  readonly image?: RefOr<string> | null | undefined;
  readonly mask?: RefOr<string> | null | undefined;
}

/** Part of `TextToImageInput.additionalNetworks`. */
export interface ImageJobNetworkParams {
  readonly strength?: RefOr<number> | null | undefined;
  readonly triggerWord?: RefOr<string> | null | undefined;
  readonly type?: RefOr<string> | null | undefined;
}

interface ImageOutputFormatBase {
  readonly hideMetadata?: RefOr<boolean> | undefined;
}

/** A `format` that this release does not list. */
export interface UnlistedImageOutputFormat {
  readonly format: Unlisted;
}

/** Part of `ConvertImageInput.output`. Chosen by `format`. */
export type ImageOutputFormat =
  | JpegOutputFormat
  | PngOutputFormat
  | WebpOutputFormat
  | GifOutputFormat
  | UnlistedImageOutputFormat
  | _ImageOutputFormat;

interface ImageResourceTrainingInputBase {
  /** An AIR. */
  readonly model: RefOr<string>;
  /** A URL. */
  readonly trainingData: RefOr<string>;
  readonly trainingDataImagesCount?: RefOr<number> | undefined;
  /** Default: `"my-lora"`. */
  readonly loraName?: RefOr<string> | undefined;
  readonly samplePrompts?: RefOr<readonly RefOr<string>[]> | undefined;
  readonly negativePrompt?: RefOr<string> | null | undefined;
}

/** A `engine` that this release does not list. */
export interface UnlistedImageResourceTrainingInput {
  readonly engine: Unlisted;
}

/** What `imageResourceTraining` takes. Chosen by `engine`. */
export type ImageResourceTrainingInput =
  | KohyaImageResourceTrainingInput
  | FluxDevFastImageResourceTrainingInput
  | MusubiImageResourceTrainingInput
  | Flux2DevImageResourceTrainingInput
  | Flux2DevEditImageResourceTrainingInput
  | UnlistedImageResourceTrainingInput
  | _ImageResourceTrainingInput;

interface ImageToSvgInputBase {
  readonly image: RefOr<string>;
}

/** A `engine` that this release does not list. */
export interface UnlistedImageToSvgInput {
  readonly engine: Unlisted;
}

/** What `imageToSvg` takes. Chosen by `engine`. */
export type ImageToSvgInput =
  | ComfyImageToSvgInput
  | UnlistedImageToSvgInput
  | _ImageToSvgInput;

/** A `type` that this release does not list. */
export interface UnlistedImageTransform {
  readonly type: Unlisted;
}

/** Part of `ConvertImageInput.transforms`. Chosen by `type`. */
export type ImageTransform =
  | ResizeTransform
  | BlurTransform
  | UnlistedImageTransform
  | _ImageTransform;

/** Known values of `ImageJobControlNet.preprocessor`. */
export type ImageTransformer = Open<
    | 'canny' | 'mlsd' | 'depthZoe' | 'depthAnything' | 'depthAnythingV2' | 'zoeDepthAnything' | 'zoeDepth'
    | 'midasDepth' | 'leresDepth' | 'metric3dDepth' | 'softedgePidinet' | 'hed' | 'teed' | 'midasNormal'
    | 'baeNormal' | 'dsineNormal' | 'metric3dNormal' | 'lineartRealistic' | 'lineartStandard' | 'lineartAnime'
    | 'lineartManga' | 'anyline' | 'scribble' | 'scribbleXdog' | 'scribblePidinet' | 'fakeScribble' | 'openpose'
    | 'dwpose' | 'oneformerCoco' | 'oneformerAde20k' | 'uniformer' | 'shuffle' | 'tile' | 'gray' | 'rembg'
    | 'inpaint'
  >;

/** What `imageUpscaler` takes. */
export interface ImageUpscalerInput {
  readonly image: RefOr<string>;
  readonly model?: RefOr<string> | null | undefined;
  /** 1 to 3. Default: `1`. */
  readonly numberOfRepeats?: RefOr<number> | undefined;
}

/** ImageGenInput with `engine: 'google'`, `model: 'imagen4'`. */
export interface Imagen4ImageGenInput extends GoogleImageGenInputBase {
  /** At most 1000 characters. */
  readonly prompt: RefOr<string>;
  /** At most 1000 characters. Default: `""`. */
  readonly negativePrompt?: RefOr<string> | undefined;
  /** Default: `"1:1"`. */
  readonly aspectRatio?: RefOr<Open<'1:1' | '16:9' | '9:16' | '3:4' | '4:3'>> | undefined;
  /** 1 to 4. Default: `1`. */
  readonly numImages?: RefOr<number> | undefined;
  readonly seed?: RefOr<number> | null | undefined;
  readonly model: 'imagen4';
}

/** ImageOutputFormat with `format: 'jpeg'`. */
export interface JpegOutputFormat extends ImageOutputFormatBase {
  /** 1 to 100. Default: `85`. */
  readonly quality?: RefOr<number> | undefined;
  readonly format: 'jpeg';
}

/** Part of `KlingVideoGenInput.cameraControl`. */
export interface KlingCameraControl {
  readonly config?: RefOr<KlingCameraControlConfig> | undefined;
}

/** Part of `KlingCameraControl.config`. */
export interface KlingCameraControlConfig {
  /** -10 to 10. */
  readonly horizontal?: RefOr<number> | null | undefined;
  /** -10 to 10. */
  readonly vertical?: RefOr<number> | null | undefined;
  /** -10 to 10. */
  readonly pan?: RefOr<number> | null | undefined;
  /** -10 to 10. */
  readonly tilt?: RefOr<number> | null | undefined;
  /** -10 to 10. */
  readonly roll?: RefOr<number> | null | undefined;
  /** -10 to 10. */
  readonly zoom?: RefOr<number> | null | undefined;
}

/** Known values of `KlingV3VideoGenInput.mode`, `KlingVideoGenInput.mode`. */
export type KlingMode = Open<'standard' | 'professional'>;

/** Known values of `KlingVideoGenInput.model`. */
export type KlingModel = Open<'v1' | 'v1.5' | 'v1.6' | 'v2' | 'v2.5-turbo'>;

/** Part of `KlingV3VideoGenInput.elements`. */
export interface KlingV3ElementInput {
  readonly frontalImage?: RefOr<string> | null | undefined;
  readonly referenceImages?: RefOr<readonly RefOr<string>[]> | undefined;
  /** A URL. */
  readonly videoUrl?: RefOr<string> | null | undefined;
}

/** Part of `KlingV3VideoGenInput.multiPrompt`. */
export interface KlingV3MultiPrompt {
  readonly prompt: RefOr<string>;
  /** Default: `5`. */
  readonly duration?: RefOr<number> | undefined;
}

/** Known values of `KlingV3VideoGenInput.operation`. */
export type KlingV3Operation = Open<
    | 'text-to-video' | 'image-to-video' | 'reference-to-video' | 'video-to-video-edit'
    | 'video-to-video-reference'
  >;

/** VideoGenInput with `engine: 'kling-v3'`. */
export interface KlingV3VideoGenInput extends VideoGenInputBase {
  readonly operation?: RefOr<KlingV3Operation> | undefined;
  readonly mode?: RefOr<KlingMode> | undefined;
  /** 3 to 15. Default: `5`. */
  readonly duration?: RefOr<number> | undefined;
  readonly aspectRatio?: RefOr<KlingVideoGenAspectRatio> | undefined;
  readonly sourceImage?: RefOr<string> | null | undefined;
  readonly endImage?: RefOr<string> | null | undefined;
  /** A URL. */
  readonly videoUrl?: RefOr<string> | null | undefined;
  readonly images?: RefOr<readonly RefOr<string>[]> | undefined;
  readonly elements?: RefOr<readonly RefOr<KlingV3ElementInput>[]> | undefined;
  /** Default: `false`. */
  readonly generateAudio?: RefOr<boolean> | undefined;
  readonly voiceIds?: RefOr<readonly RefOr<string>[]> | null | undefined;
  /** Default: `true`. */
  readonly keepAudio?: RefOr<boolean> | undefined;
  readonly multiPrompt?: RefOr<readonly RefOr<KlingV3MultiPrompt>[]> | null | undefined;
  readonly engine: 'kling-v3';
}

/** Known values of `KlingV3VideoGenInput.aspectRatio`, `KlingVideoGenInput.aspectRatio`. */
export type KlingVideoGenAspectRatio = Open<'16:9' | '9:16' | '1:1'>;

/** Known values of `KlingVideoGenInput.duration`. */
export type KlingVideoGenDuration = Open<'5' | '10'>;

/** VideoGenInput with `engine: 'kling'`. */
export interface KlingVideoGenInput extends VideoGenInputBase {
  readonly model?: RefOr<KlingModel> | undefined;
  readonly negativePrompt?: RefOr<string> | null | undefined;
  /** 0 to 1. Default: `0.5`. */
  readonly cfgScale?: RefOr<number> | undefined;
  readonly mode?: RefOr<KlingMode> | undefined;
  readonly aspectRatio?: RefOr<KlingVideoGenAspectRatio> | undefined;
  readonly duration?: RefOr<KlingVideoGenDuration> | undefined;
  readonly cameraControl?: RefOr<KlingCameraControl> | undefined;
  /** A URL. */
  readonly sourceImageUrl?: RefOr<string> | null | undefined;
  readonly sourceImage?: RefOr<string> | null | undefined;
  readonly engine: 'kling';
}

/** ImageResourceTrainingInput with `engine: 'kohya'`. */
export interface KohyaImageResourceTrainingInput extends ImageResourceTrainingInputBase {
  /** 0 to 20. Default: `5`. */
  readonly maxTrainEpochs?: RefOr<number> | undefined;
  /** 1 to 5000. Default: `8`. */
  readonly numRepeats?: RefOr<number> | undefined;
  /** 1 to 9. */
  readonly trainBatchSize?: RefOr<number> | null | undefined;
  /** 512 to 1024. */
  readonly resolution?: RefOr<number> | null | undefined;
  /** Default: `true`. */
  readonly enableBucket?: RefOr<boolean> | undefined;
  /** Default: `false`. */
  readonly shuffleCaption?: RefOr<boolean> | undefined;
  /** 0 to 3. Default: `0`. */
  readonly keepTokens?: RefOr<number> | undefined;
  /** 1 to 4. Default: `1`. */
  readonly clipSkip?: RefOr<number> | undefined;
  /** Default: `false`. */
  readonly flipAugmentation?: RefOr<boolean> | undefined;
  /** 0 to 1. Default: `0.00005`. */
  readonly unetLR?: RefOr<number> | undefined;
  /** 0 to 1. Default: `0.00005`. */
  readonly textEncoderLR?: RefOr<number> | undefined;
  readonly lrScheduler?: RefOr<Open<'constant' | 'cosine' | 'cosine_with_restarts' | 'linear'>> | null | undefined;
  /** 1 to 4. Default: `3`. */
  readonly lrSchedulerNumCycles?: RefOr<number> | undefined;
  /** 0 to 20. */
  readonly minSnrGamma?: RefOr<number> | null | undefined;
  /** 1 to 256. */
  readonly networkDim?: RefOr<number> | null | undefined;
  /** 1 to 256. */
  readonly networkAlpha?: RefOr<number> | null | undefined;
  /** 0 to 1. */
  readonly noiseOffset?: RefOr<number> | null | undefined;
  readonly optimizerType?: RefOr<string> | null | undefined;
  readonly engine: 'kohya';
}

/** TrainingInput with `engine: 'ai-toolkit'`, `ecosystem: 'krea2'`. */
export interface Krea2AIToolkitTrainingInput extends AIToolkitTrainingInputBase {
  readonly ecosystem: 'krea2';
  /** 1. Default: `1`. */
  readonly batchSize?: RefOr<number> | null | undefined;
}

/** ImageGenInput with `engine: 'fal'`, `model: 'krea2'`, `operation: 'createImage'`. */
export interface Krea2CreateFalImageGenInput extends Krea2FalImageGenInputBase {
  readonly operation: 'createImage';
}

interface Krea2FalImageGenInputBase extends FalImageGenInputBase {
  /** 1 to 5000 characters. */
  readonly prompt: RefOr<string>;
  /** Default: `"medium"`. */
  readonly size?: RefOr<Open<'medium' | 'large'>> | undefined;
  /** Default: `"1:1"`. */
  readonly aspectRatio?: RefOr<Open<'1:1' | '4:3' | '3:2' | '16:9' | '2.35:1' | '4:5' | '2:3' | '9:16'>> | undefined;
  /** Default: `"medium"`. */
  readonly creativity?: RefOr<Open<'raw' | 'low' | 'medium' | 'high'>> | undefined;
  /** 1 to 10. Default: `1`. */
  readonly quantity?: RefOr<number> | undefined;
  readonly seed?: RefOr<number> | null | undefined;
  /** At most 10 items. */
  readonly imageStyleReferences?: RefOr<readonly RefOr<Krea2StyleReference>[]> | undefined;
  readonly model: 'krea2';
}

/** ImageGenInput with `engine: 'fal'`, `model: 'krea2'`. Chosen by `operation`. */
export type Krea2FalImageGenInput =
  | Krea2CreateFalImageGenInput;

/** Part of `Krea2FalImageGenInput.imageStyleReferences`, `KreaImageGenInput.imageStyleReferences`. */
export interface Krea2StyleReference {
  /** At least 1 characters. */
  readonly imageUrl: RefOr<string>;
  /** -2 to 2. Default: `1`. */
  readonly strength?: RefOr<number> | undefined;
}

/** ImageGenInput with `engine: 'krea'`, `operation: 'createImage'`. */
export interface KreaCreateImageGenInput extends KreaImageGenInputBase {
  readonly image?: RefOr<string> | null | undefined;
  readonly strength?: RefOr<number> | undefined;
  readonly operation?: 'createImage' | undefined;
}

interface KreaImageGenInputBase extends ImageGenInputBase {
  readonly prompt: RefOr<string>;
  readonly model?: RefOr<Open<'krea2-medium' | 'krea2-large' | 'krea2-medium-turbo'>> | undefined;
  readonly aspectRatio?: RefOr<Open<'1:1' | '4:3' | '3:2' | '16:9' | '2.35:1' | '4:5' | '2:3' | '9:16'>> | undefined;
  readonly creativity?: RefOr<Open<'raw' | 'low' | 'medium' | 'high'>> | undefined;
  readonly quantity?: RefOr<number> | undefined;
  readonly seed?: RefOr<number> | null | undefined;
  readonly intensity?: RefOr<number> | undefined;
  readonly complexity?: RefOr<number> | undefined;
  readonly movement?: RefOr<number> | undefined;
  readonly imageStyleReferences?: RefOr<readonly RefOr<Krea2StyleReference>[]> | undefined;
  readonly engine: 'krea';
}

/** ImageGenInput with `engine: 'krea'`. Chosen by `operation`, `createImage` without one. */
export type KreaImageGenInput =
  | KreaCreateImageGenInput;

/** Known values of `PreprocessImageLeresDepthInput.boost`. */
export type LeresBoost = Open<'disable' | 'enable'>;

/** Known values of `LightricksVideoGenInput.aspectRatio`. */
export type LightricksAspectRatio = Open<'1:1' | '16:9' | '9:16' | '3:2' | '2:3'>;

/** VideoGenInput with `engine: 'lightricks'`. */
export interface LightricksVideoGenInput extends VideoGenInputBase {
  readonly negativePrompt?: RefOr<string> | null | undefined;
  /** 0 to 100. Default: `4`. */
  readonly cfgScale?: RefOr<number> | undefined;
  /** Default: `25`. */
  readonly frameRate?: RefOr<number> | undefined;
  /** 1 to 30. Default: `5`. */
  readonly duration?: RefOr<number> | undefined;
  readonly seed?: RefOr<number> | null | undefined;
  /** 10 to 50. Default: `20`. */
  readonly steps?: RefOr<number> | undefined;
  readonly aspectRatio?: RefOr<LightricksAspectRatio> | undefined;
  readonly sourceImage?: RefOr<string> | null | undefined;
  /** Default: `true`. */
  readonly expandPrompt?: RefOr<boolean> | undefined;
  readonly engine: 'lightricks';
}

/** TrainingInput with `engine: 'ai-toolkit'`, `ecosystem: 'ltx23'`. */
export interface Ltx23AIToolkitTrainingInput extends AIToolkitTrainingInputBase {
  readonly ecosystem: 'ltx23';
  /** 1. Default: `1`. */
  readonly batchSize?: RefOr<number> | null | undefined;
}

/** TrainingInput with `engine: 'ai-toolkit'`, `ecosystem: 'ltx25'`. */
export interface Ltx25AIToolkitTrainingInput extends AIToolkitTrainingInputBase {
  readonly ecosystem: 'ltx25';
  /** 1. Default: `1`. */
  readonly batchSize?: RefOr<number> | null | undefined;
}

/** TrainingInput with `engine: 'ai-toolkit'`, `ecosystem: 'ltx2'`. */
export interface Ltx2AIToolkitTrainingInput extends AIToolkitTrainingInputBase {
  readonly ecosystem: 'ltx2';
  /** 1. Default: `1`. */
  readonly batchSize?: RefOr<number> | null | undefined;
}

/** TrainingInput with `engine: 'ai-toolkit'`, `ecosystem: 'mageflow'`. */
export interface MageFlowAIToolkitTrainingInput extends AIToolkitTrainingInputBase {
  readonly ecosystem: 'mageflow';
  /** 1. Default: `1`. */
  readonly batchSize?: RefOr<number> | null | undefined;
}

/** ImageGenInput with `engine: 'fal'`, `model: 'maiImage'`, `operation: 'createImage'`. */
export interface MaiImageCreateFalImageGenInput extends MaiImageFalImageGenInputBase {
  readonly operation: 'createImage';
}

/** ImageGenInput with `engine: 'fal'`, `model: 'maiImage'`, `operation: 'editImage'`. */
export interface MaiImageEditFalImageGenInput extends MaiImageFalImageGenInputBase {
  /** 1 to 4 items. */
  readonly images: RefOr<readonly RefOr<string>[]>;
  readonly operation: 'editImage';
}

interface MaiImageFalImageGenInputBase extends FalImageGenInputBase {
  /** 3 to 5000 characters. */
  readonly prompt: RefOr<string>;
  /** Default: `"auto"`. */
  readonly aspectRatio?: RefOr<Open<'auto' | '21:9' | '16:9' | '3:2' | '4:3' | '5:4' | '1:1' | '4:5' | '3:4' | '2:3' | '9:16'>> | undefined;
  /** 1 to 4. Default: `1`. */
  readonly quantity?: RefOr<number> | undefined;
  readonly model: 'maiImage';
}

/** ImageGenInput with `engine: 'fal'`, `model: 'maiImage'`. Chosen by `operation`. */
export type MaiImageFalImageGenInput =
  | MaiImageCreateFalImageGenInput
  | MaiImageEditFalImageGenInput;

/** Part of `ComposeMediaInput.canvas`. */
export interface MediaCanvas {
  readonly width?: RefOr<number> | undefined;
  readonly height?: RefOr<number> | undefined;
  /** Default: `30`. */
  readonly fps?: RefOr<number> | undefined;
  /** Default: `"#000000"`. */
  readonly background?: RefOr<string> | undefined;
}

/** What `mediaCaptioning` takes. */
export interface MediaCaptioningInput {
  /** Default: `"joy-caption"`. */
  readonly model?: RefOr<Open<'joy-caption' | 'ideogram4'>> | undefined;
  /** A URL. */
  readonly mediaUrl: RefOr<string>;
  /** Default: `0.5`. */
  readonly temperature?: RefOr<number> | undefined;
  /** Default: `300`. */
  readonly maxNewTokens?: RefOr<number> | undefined;
  readonly customInstructions?: RefOr<string> | null | undefined;
}

/** Known values of `ComposeMediaOutputSpec.container`. */
export type MediaContainer = Open<'auto' | 'mp4' | 'webm' | 'ogg' | 'mp3' | 'webp'>;

/** Known values of `MediaLayout.fit`. */
export type MediaFit = Open<'contain' | 'cover' | 'stretch'>;

/** What `mediaHash` takes. */
export interface MediaHashInput {
  /** A URL. */
  readonly mediaUrl: RefOr<string>;
  readonly hashTypes: RefOr<readonly RefOr<MediaHashType>[]>;
}

/** Known values of `MediaHashInput.hashTypes`. */
export type MediaHashType = Open<'perceptual' | 'perceptualDct' | 'perceptualDct256'>;

/** Part of `ComposeMediaElementInput.layout`. */
export interface MediaLayout {
  /** Default: `0`. */
  readonly zOrder?: RefOr<number> | undefined;
  /** Default: `0`. */
  readonly x?: RefOr<number> | undefined;
  /** Default: `0`. */
  readonly y?: RefOr<number> | undefined;
  /** Default: `1`. */
  readonly scale?: RefOr<number> | undefined;
  readonly fit?: RefOr<MediaFit> | undefined;
}

/** Known values of `ComposeMediaOutputSpec.type`. */
export type MediaOutputType = Open<'audio' | 'video'>;

/** What `mediaRating` takes. */
export interface MediaRatingInput {
  readonly image?: RefOr<string> | null | undefined;
  readonly includeAgeClassification?: RefOr<boolean> | undefined;
  readonly includeFaceRecognition?: RefOr<boolean> | undefined;
  readonly includeAIRecognition?: RefOr<boolean> | undefined;
  readonly includeAnimeRecognition?: RefOr<boolean> | undefined;
  readonly includeHumanRecognition?: RefOr<boolean> | undefined;
  readonly includeBodyAgeClassification?: RefOr<boolean> | undefined;
  readonly includeAnimeBodyAgeClassification?: RefOr<boolean> | undefined;
  readonly includeJointAgeClassification?: RefOr<boolean> | undefined;
}

/** A `type` that this release does not list. */
export interface UnlistedMediaTransformer {
  readonly type: Unlisted;
}

/** Part of `ComposeMediaElementInput.transformers`. Chosen by `type`. */
export type MediaTransformer =
  | FadeInTransformer
  | FadeOutTransformer
  | VolumeTransformer
  | BackgroundRemovalTransformer
  | UnlistedMediaTransformer
  | _MediaTransformer;

interface MeshyFalPolyGenInputBase extends FalPolyGenInputBase {
  /** 100 to 300000. Default: `30000`. */
  readonly targetPolycount?: RefOr<number> | undefined;
  /** Default: `"triangle"`. */
  readonly topology?: RefOr<Open<'quad' | 'triangle'>> | undefined;
  /** Default: `"auto"`. */
  readonly symmetryMode?: RefOr<Open<'off' | 'auto' | 'on'>> | undefined;
  /** Default: `true`. */
  readonly shouldRemesh?: RefOr<boolean> | undefined;
  /** Default: `false`. */
  readonly enablePbr?: RefOr<boolean> | undefined;
  /** At most 600 characters. */
  readonly texturePrompt?: RefOr<string> | null | undefined;
  /** Default: `false`. */
  readonly enableRigging?: RefOr<boolean> | undefined;
  /** Default: `false`. */
  readonly enableAnimation?: RefOr<boolean> | undefined;
  readonly model: 'meshy';
}

/** PolyGenInput with `engine: 'fal'`, `model: 'meshy'`. Chosen by `version`, `v6` without one. */
export type MeshyFalPolyGenInput =
  | MeshyV6FalPolyGenInput
  | MeshyV7FalPolyGenInput;

/** PolyGenInput with `engine: 'fal'`, `model: 'meshy'`, `version: 'v6'`, `operation: 'imageTo3D'`. */
export interface MeshyImageTo3DFalPolyGenInput extends MeshyV6FalPolyGenInputBase {
  /** At least 1 characters. */
  readonly imageUrl: RefOr<string>;
  /** Default: `true`. */
  readonly shouldTexture?: RefOr<boolean> | undefined;
  readonly operation: 'imageTo3D';
}

/** PolyGenInput with `engine: 'fal'`, `model: 'meshy'`, `version: 'v6'`, `operation: 'textTo3D'`. */
export interface MeshyTextTo3DFalPolyGenInput extends MeshyV6FalPolyGenInputBase {
  /** 1 to 600 characters. */
  readonly prompt: RefOr<string>;
  /** Default: `"full"`. */
  readonly mode?: RefOr<Open<'preview' | 'full'>> | undefined;
  /** Default: `false`. */
  readonly enablePromptExpansion?: RefOr<boolean> | undefined;
  readonly operation: 'textTo3D';
}

interface MeshyV6FalPolyGenInputBase extends MeshyFalPolyGenInputBase {
  readonly seed?: RefOr<number> | null | undefined;
  readonly version?: 'v6' | undefined;
}

/** PolyGenInput with `engine: 'fal'`, `model: 'meshy'`, `version: 'v6'`. Chosen by `operation`. */
export type MeshyV6FalPolyGenInput =
  | MeshyTextTo3DFalPolyGenInput
  | MeshyImageTo3DFalPolyGenInput;

interface MeshyV7FalPolyGenInputBase extends MeshyFalPolyGenInputBase {
  /** Default: `true`. */
  readonly shouldTexture?: RefOr<boolean> | undefined;
  /** Default: `"none"`. */
  readonly poseMode?: RefOr<Open<'none' | 'a-pose' | 't-pose'>> | undefined;
  readonly textureImageUrl?: RefOr<string> | null | undefined;
  /** 0.01 to 100. Default: `1.7`. */
  readonly riggingHeightMeters?: RefOr<number> | undefined;
  /** 0 to 696. Default: `92`. */
  readonly animationActionId?: RefOr<number> | undefined;
  readonly version: 'v7';
}

/** PolyGenInput with `engine: 'fal'`, `model: 'meshy'`, `version: 'v7'`. Chosen by `operation`. */
export type MeshyV7FalPolyGenInput =
  | MeshyV7ImageTo3DFalPolyGenInput
  | MeshyV7MultiImageTo3DFalPolyGenInput;

/** PolyGenInput with `engine: 'fal'`, `model: 'meshy'`, `version: 'v7'`, `operation: 'imageTo3D'`. */
export interface MeshyV7ImageTo3DFalPolyGenInput extends MeshyV7FalPolyGenInputBase {
  /** At least 1 characters. */
  readonly imageUrl: RefOr<string>;
  /** Default: `false`. */
  readonly ultraMode?: RefOr<boolean> | undefined;
  /** Default: `"standard"`. */
  readonly modelType?: RefOr<Open<'standard' | 'lowpoly'>> | undefined;
  readonly operation: 'imageTo3D';
}

/** PolyGenInput with `engine: 'fal'`, `model: 'meshy'`, `version: 'v7'`, `operation: 'multiImageTo3D'`. */
export interface MeshyV7MultiImageTo3DFalPolyGenInput extends MeshyV7FalPolyGenInputBase {
  /** 1 to 4 items. */
  readonly imageUrls: RefOr<readonly RefOr<string>[]>;
  readonly operation: 'multiImageTo3D';
}

/** Known values of `PreprocessImageMetric3dDepthInput.backbone`, `PreprocessImageMetric3dNormalInput.backbone`. */
export type Metric3dBackbone = Open<'vit-small' | 'vit-large' | 'vit-giant2'>;

/** TrainingInput with `engine: 'ai-toolkit'`, `ecosystem: 'minimaxh3'`. */
export interface MiniMaxH3AIToolkitTrainingInput extends AIToolkitTrainingInputBase {
  readonly ecosystem: 'minimaxh3';
  /** 1. Default: `1`. */
  readonly batchSize?: RefOr<number> | null | undefined;
}

/** VideoGenInput with `engine: 'minimax-h3'`. */
export interface MiniMaxH3VideoGenInput extends VideoGenInputBase {
  readonly aspectRatio?: RefOr<Open<'adaptive' | '21:9' | '16:9' | '4:3' | '1:1' | '3:4' | '9:16'>> | undefined;
  /** 5 to 15. */
  readonly duration?: RefOr<number> | undefined;
  readonly resolution?: RefOr<Open<'2K'>> | undefined;
  readonly firstFrameImage?: RefOr<string> | null | undefined;
  readonly lastFrameImage?: RefOr<string> | null | undefined;
  readonly referenceImages?: RefOr<readonly RefOr<string>[]> | undefined;
  readonly referenceVideos?: RefOr<readonly RefOr<string>[]> | undefined;
  readonly referenceAudios?: RefOr<readonly RefOr<string>[]> | undefined;
  /** Default: `false`. */
  readonly watermark?: RefOr<boolean> | undefined;
  readonly referenceVideoSeconds?: RefOr<number> | undefined;
  readonly engine: 'minimax-h3';
}

/** What `miniMaxMusic3` takes. */
export interface MiniMaxMusic3Input {
  readonly caption: RefOr<string>;
  readonly lyrics: RefOr<string>;
  readonly seed?: RefOr<number> | undefined;
  /** 0.03999999910593033 to 360. Default: `120`. */
  readonly maxDuration?: RefOr<number> | undefined;
  /** 1 to 100. Default: `30`. */
  readonly steps?: RefOr<number> | undefined;
  /** 0 to 100. Default: `1.7`. */
  readonly cfg?: RefOr<number> | undefined;
  /** 1 to 16384. Default: `50`. */
  readonly topK?: RefOr<number> | undefined;
  /** An AIR. */
  readonly diffusionModel?: RefOr<string> | null | undefined;
  /** An AIR. */
  readonly textEncoder?: RefOr<string> | null | undefined;
  /** An AIR. */
  readonly vae?: RefOr<string> | null | undefined;
  readonly loras?: RefOr<{ readonly [key: string]: RefOr<number> }> | undefined;
}

/** VideoGenInput with `engine: 'minimax'`. */
export interface MiniMaxVideoGenInput extends VideoGenInputBase {
  readonly model?: RefOr<MiniMaxVideoGenModel> | undefined;
  /** Default: `true`. */
  readonly enablePromptEnhancer?: RefOr<boolean> | undefined;
  readonly sourceImage?: RefOr<string> | null | undefined;
  readonly engine: 'minimax';
}

/** Known values of `MiniMaxVideoGenInput.model`. */
export type MiniMaxVideoGenModel = Open<'hailou'>;

/** VideoGenInput with `engine: 'mochi'`. */
export interface MochiVideoGenInput extends VideoGenInputBase {
  /** -1 to 2147483647. */
  readonly seed?: RefOr<number> | undefined;
  /** Default: `true`. */
  readonly enablePromptEnhancer?: RefOr<boolean> | undefined;
  readonly engine: 'mochi';
}

/** Part of `Model3DPreviewInput.cameraPoses`. */
export interface Model3DPreviewCameraPose {
  readonly name?: RefOr<string> | null | undefined;
  /** Default: `0`. */
  readonly yaw?: RefOr<number> | undefined;
  /** Default: `0`. */
  readonly pitch?: RefOr<number> | undefined;
  /** Default: `2.8`. */
  readonly distance?: RefOr<number> | undefined;
  /** Default: `45`. */
  readonly fov?: RefOr<number> | undefined;
}

/** What `model3DPreview` takes. */
export interface Model3DPreviewInput {
  /** An AIR. */
  readonly model: RefOr<string>;
  /** 256 to 4096. Default: `1024`. */
  readonly width?: RefOr<number> | undefined;
  /** 256 to 4096. Default: `1024`. */
  readonly height?: RefOr<number> | undefined;
  readonly outputFormat?: RefOr<ImageGenOutputFormat> | undefined;
  readonly cameraPoses: RefOr<readonly RefOr<Model3DPreviewCameraPose>[]>;
  readonly format?: RefOr<string> | null | undefined;
  /** Default: `"#D9D9D9"`. */
  readonly background?: RefOr<string> | undefined;
}

/** What `modelClamScan` takes. */
export interface ModelClamScanInput {
  /** An AIR. */
  readonly model: RefOr<string>;
}

/** What `modelHash` takes. */
export interface ModelHashInput {
  /** An AIR. */
  readonly model: RefOr<string>;
}

/** What `modelParseMetadata` takes. */
export interface ModelParseMetadataInput {
  /** An AIR. */
  readonly model: RefOr<string>;
}

/** What `modelPickleScan` takes. */
export interface ModelPickleScanInput {
  /** An AIR. */
  readonly model: RefOr<string>;
}

/** ImageGenInput with `engine: 'fal'`, `model: 'museImage'`, `operation: 'createImage'`. */
export interface MuseImageCreateFalImageGenInput extends MuseImageFalImageGenInputBase {
  readonly operation: 'createImage';
}

/** ImageGenInput with `engine: 'fal'`, `model: 'museImage'`, `operation: 'editImage'`. */
export interface MuseImageEditFalImageGenInput extends MuseImageFalImageGenInputBase {
  readonly images: RefOr<readonly RefOr<string>[]>;
  readonly operation: 'editImage';
}

interface MuseImageFalImageGenInputBase extends FalImageGenInputBase {
  readonly prompt: RefOr<string>;
  readonly aspectRatio?: RefOr<Open<'auto' | '21:9' | '16:9' | '4:3' | '3:2' | '1:1' | '2:3' | '3:4' | '9:16' | '9:21'>> | undefined;
  readonly quantity?: RefOr<number> | undefined;
  readonly model: 'museImage';
}

/** ImageGenInput with `engine: 'fal'`, `model: 'museImage'`. Chosen by `operation`. */
export type MuseImageFalImageGenInput =
  | MuseImageCreateFalImageGenInput
  | MuseImageEditFalImageGenInput;

/** ImageResourceTrainingInput with `engine: 'musubi'`. */
export interface MusubiImageResourceTrainingInput extends ImageResourceTrainingInputBase {
  /** 0 to 20. Default: `5`. */
  readonly epochs?: RefOr<number> | undefined;
  /** 512 to 1024. */
  readonly resolution?: RefOr<number> | null | undefined;
  /** Default: `true`. */
  readonly enableBucket?: RefOr<boolean> | undefined;
  /** 0 to 1. Default: `0.00005`. */
  readonly unetLR?: RefOr<number> | undefined;
  readonly lrScheduler?: RefOr<Open<'constant' | 'cosine' | 'cosine_with_restarts' | 'linear'>> | null | undefined;
  /** 1 to 4. Default: `3`. */
  readonly lrSchedulerNumCycles?: RefOr<number> | undefined;
  /** 1 to 256. */
  readonly networkDim?: RefOr<number> | null | undefined;
  /** 1 to 256. */
  readonly networkAlpha?: RefOr<number> | null | undefined;
  readonly optimizerType?: RefOr<string> | null | undefined;
  readonly engine: 'musubi';
}

/** ImageGenInput with `engine: 'google'`, `model: 'nano-banana-2'`. */
export interface NanoBanana2ImageGenInput extends GoogleImageGenInputBase {
  /** At most 50000 characters. */
  readonly prompt: RefOr<string>;
  /** Default: `"1:1"`. */
  readonly aspectRatio?: RefOr<Open<'21:9' | '16:9' | '3:2' | '4:3' | '5:4' | '1:1' | '4:5' | '3:4' | '2:3' | '9:16'>> | undefined;
  /** 1 to 4. Default: `1`. */
  readonly numImages?: RefOr<number> | undefined;
  /** Default: `"1K"`. */
  readonly resolution?: RefOr<Open<'1K' | '2K' | '4K'>> | undefined;
  /** At most 10 items. */
  readonly images?: RefOr<readonly RefOr<string>[]> | undefined;
  readonly seed?: RefOr<number> | null | undefined;
  /** Default: `false`. */
  readonly enableWebSearch?: RefOr<boolean> | undefined;
  /** Default: `false`. */
  readonly enableGoogleSearch?: RefOr<boolean> | undefined;
  readonly model: 'nano-banana-2';
}

/** ImageGenInput with `engine: 'google'`, `model: 'nano-banana-2-lite'`. */
export interface NanoBanana2LiteImageGenInput extends GoogleImageGenInputBase {
  /** At most 50000 characters. */
  readonly prompt: RefOr<string>;
  /** Default: `"1:1"`. */
  readonly aspectRatio?: RefOr<Open<'21:9' | '16:9' | '3:2' | '4:3' | '5:4' | '1:1' | '4:5' | '3:4' | '2:3' | '9:16'>> | undefined;
  /** 1 to 4. Default: `1`. */
  readonly numImages?: RefOr<number> | undefined;
  /** At most 10 items. */
  readonly images?: RefOr<readonly RefOr<string>[]> | undefined;
  readonly seed?: RefOr<number> | null | undefined;
  readonly model: 'nano-banana-2-lite';
}

/** ImageGenInput with `engine: 'google'`, `model: 'nano-banana-pro'`. */
export interface NanoBananaProImageGenInput extends GoogleImageGenInputBase {
  /** At most 50000 characters. */
  readonly prompt: RefOr<string>;
  /** Default: `"1:1"`. */
  readonly aspectRatio?: RefOr<Open<'21:9' | '16:9' | '3:2' | '4:3' | '5:4' | '1:1' | '4:5' | '3:4' | '2:3' | '9:16'>> | undefined;
  /** 1 to 4. Default: `1`. */
  readonly numImages?: RefOr<number> | undefined;
  /** Default: `"1K"`. */
  readonly resolution?: RefOr<Open<'1K' | '2K' | '4K'>> | undefined;
  /** At most 10 items. */
  readonly images?: RefOr<readonly RefOr<string>[]> | undefined;
  readonly model: 'nano-banana-pro';
}

/** ImageToSvgInput with `engine: 'comfy'`, `ecosystem: 'omnisvg'`. */
export interface OmniSvgImageToSvgInput extends ComfyImageToSvgInputBase {
  /** Default: `"omnisvg-4b"`. */
  readonly model?: RefOr<Open<'omnisvg-4b' | 'omnisvg-8b'>> | undefined;
  /** 256 to 2048. Default: `1536`. */
  readonly maxLength?: RefOr<number> | undefined;
  /** 0 to 2147483647. */
  readonly seed?: RefOr<number> | null | undefined;
  /** 0 to 1. Default: `0.9`. */
  readonly topP?: RefOr<number> | undefined;
  /** 1 to 1000. Default: `50`. */
  readonly topK?: RefOr<number> | undefined;
  /** 0 to 1. Default: `0.3`. */
  readonly temperature?: RefOr<number> | undefined;
  /** 0 to 10. Default: `1.05`. */
  readonly repetitionPenalty?: RefOr<number> | undefined;
  /** At most 1000 characters. */
  readonly prompt?: RefOr<string> | null | undefined;
  readonly ecosystem: 'omnisvg';
}

/** TextToSpeechInput with `engine: 'vllm-omni'`, `ecosystem: 'omnivoice'`. */
export interface OmniVoiceTextToSpeechInput extends VllmOmniTextToSpeechInputBase {
  /** A URL. */
  readonly refAudioUrl?: RefOr<string> | null | undefined;
  readonly refText?: RefOr<string> | null | undefined;
  readonly instruct?: RefOr<string> | null | undefined;
  readonly ecosystem: 'omnivoice';
}

/** ImageGenInput with `engine: 'openai'`, `model: 'dall-e-2'`, `operation: 'createImage'`. */
export interface OpenAIDallE2CreateImageGenInput extends OpenAIDallE2ImageGenInputBase {
  /** Default: `"auto"`. */
  readonly background?: RefOr<Open<'auto' | 'transparent' | 'opaque'>> | undefined;
  readonly operation: 'createImage';
}

/** ImageGenInput with `engine: 'openai'`, `model: 'dall-e-2'`, `operation: 'editImage'`. */
export interface OpenAIDallE2EditImageInput extends OpenAIDallE2ImageGenInputBase {
  readonly image: RefOr<string>;
  readonly mask?: RefOr<string> | null | undefined;
  readonly operation: 'editImage';
}

interface OpenAIDallE2ImageGenInputBase extends OpenApiImageGenInputBase {
  /** At most 1000 characters. */
  readonly prompt: RefOr<string>;
  readonly size?: RefOr<Open<'256x256' | '512x512' | '1024x1024'>> | undefined;
  /** 1 to 10. Default: `1`. */
  readonly quantity?: RefOr<number> | undefined;
  readonly model: 'dall-e-2';
}

/** ImageGenInput with `engine: 'openai'`, `model: 'dall-e-2'`. Chosen by `operation`. */
export type OpenAIDallE2ImageGenInput =
  | OpenAIDallE2CreateImageGenInput
  | OpenAIDallE2EditImageInput;

/** ImageGenInput with `engine: 'openai'`, `model: 'dall-e-3'`, `operation: 'createImage'`. */
export interface OpenAIDallE3CreateImageGenInput extends OpenAIDallE3ImageGenInputBase {
  /** Default: `"auto"`. */
  readonly background?: RefOr<Open<'auto' | 'transparent' | 'opaque'>> | undefined;
  readonly operation: 'createImage';
}

interface OpenAIDallE3ImageGenInputBase extends OpenApiImageGenInputBase {
  /** At most 4000 characters. */
  readonly prompt: RefOr<string>;
  readonly size?: RefOr<Open<'1024x1024' | '1792x1024' | '1024x1792'>> | undefined;
  /** Default: `"vivid"`. */
  readonly style?: RefOr<Open<'natural' | 'vivid'>> | undefined;
  /** Default: `"auto"`. */
  readonly quality?: RefOr<Open<'auto' | 'hd' | 'standard'>> | undefined;
  readonly model: 'dall-e-3';
}

/** ImageGenInput with `engine: 'openai'`, `model: 'dall-e-3'`. Chosen by `operation`. */
export type OpenAIDallE3ImageGenInput =
  | OpenAIDallE3CreateImageGenInput;

/** ImageGenInput with `engine: 'openai'`, `model: 'gpt-image-1.5'`, `operation: 'createImage'`. */
export interface OpenAIGpt15CreateImageInput extends OpenAIGpt15ImageGenInputBase {
  readonly operation: 'createImage';
}

/** ImageGenInput with `engine: 'openai'`, `model: 'gpt-image-1.5'`, `operation: 'editImage'`. */
export interface OpenAIGpt15EditImageInput extends OpenAIGpt15ImageGenInputBase {
  readonly images: RefOr<readonly RefOr<string>[]>;
  /** Default: `"high"`. */
  readonly inputFidelity?: RefOr<Open<'low' | 'high'>> | undefined;
  /** Default: `"auto"`. */
  readonly size?: RefOr<Open<'auto' | '1024x1024' | '1536x1024' | '1024x1536'>> | undefined;
  readonly operation: 'editImage';
}

interface OpenAIGpt15ImageGenInputBase extends OpenApiImageGenInputBase {
  /** At most 32000 characters. */
  readonly prompt: RefOr<string>;
  /** Default: `"1024x1024"`. */
  readonly size?: RefOr<Open<'1024x1024' | '1536x1024' | '1024x1536'>> | undefined;
  /** 1 to 4. Default: `1`. */
  readonly quantity?: RefOr<number> | undefined;
  /** Default: `"auto"`. */
  readonly background?: RefOr<Open<'auto' | 'transparent' | 'opaque'>> | undefined;
  /** Default: `"high"`. */
  readonly quality?: RefOr<Open<'low' | 'medium' | 'high'>> | undefined;
  readonly model: 'gpt-image-1.5';
}

/** ImageGenInput with `engine: 'openai'`, `model: 'gpt-image-1.5'`. Chosen by `operation`. */
export type OpenAIGpt15ImageGenInput =
  | OpenAIGpt15CreateImageInput
  | OpenAIGpt15EditImageInput;

/** ImageGenInput with `engine: 'openai'`, `model: 'gpt-image-1'`, `operation: 'createImage'`. */
export interface OpenAIGpt1CreateImageInput extends OpenAIGpt1ImageGenInputBase {
  readonly operation: 'createImage';
}

/** ImageGenInput with `engine: 'openai'`, `model: 'gpt-image-1'`, `operation: 'editImage'`. */
export interface OpenAIGpt1EditImageInput extends OpenAIGpt1ImageGenInputBase {
  readonly images: RefOr<readonly RefOr<string>[]>;
  readonly mask?: RefOr<string> | null | undefined;
  readonly operation: 'editImage';
}

interface OpenAIGpt1ImageGenInputBase extends OpenApiImageGenInputBase {
  /** At most 32000 characters. */
  readonly prompt: RefOr<string>;
  /** Default: `"1024x1024"`. */
  readonly size?: RefOr<Open<'1024x1024' | '1536x1024' | '1024x1536'>> | undefined;
  /** 1 to 10. Default: `1`. */
  readonly quantity?: RefOr<number> | undefined;
  /** Default: `"opaque"`. */
  readonly background?: RefOr<Open<'auto' | 'transparent' | 'opaque'>> | undefined;
  /** Default: `"auto"`. */
  readonly quality?: RefOr<Open<'auto' | 'high' | 'medium' | 'low'>> | null | undefined;
  readonly model: 'gpt-image-1';
}

/** ImageGenInput with `engine: 'openai'`, `model: 'gpt-image-1'`. Chosen by `operation`. */
export type OpenAIGpt1ImageGenInput =
  | OpenAIGpt1CreateImageInput
  | OpenAIGpt1EditImageInput;

/** ImageGenInput with `engine: 'openai'`, `model: 'gpt-image-2'`, `operation: 'createImage'`. */
export interface OpenAIGpt2CreateImageInput extends OpenAIGpt2ImageGenInputBase {
  readonly operation: 'createImage';
}

/** ImageGenInput with `engine: 'openai'`, `model: 'gpt-image-2'`, `operation: 'editImage'`. */
export interface OpenAIGpt2EditImageInput extends OpenAIGpt2ImageGenInputBase {
  readonly images: RefOr<readonly RefOr<string>[]>;
  readonly maskImage?: RefOr<string> | null | undefined;
  readonly width?: RefOr<number> | null | undefined;
  readonly height?: RefOr<number> | null | undefined;
  readonly operation: 'editImage';
}

interface OpenAIGpt2ImageGenInputBase extends OpenApiImageGenInputBase {
  /** At most 32000 characters. */
  readonly prompt: RefOr<string>;
  /** 256 to 3840. Default: `1024`. */
  readonly width?: RefOr<number> | null | undefined;
  /** 256 to 3840. Default: `1024`. */
  readonly height?: RefOr<number> | null | undefined;
  /** 1 to 4. Default: `1`. */
  readonly quantity?: RefOr<number> | undefined;
  /** Default: `"high"`. */
  readonly quality?: RefOr<Open<'low' | 'medium' | 'high'>> | undefined;
  readonly model: 'gpt-image-2';
}

/** ImageGenInput with `engine: 'openai'`, `model: 'gpt-image-2'`. Chosen by `operation`. */
export type OpenAIGpt2ImageGenInput =
  | OpenAIGpt2CreateImageInput
  | OpenAIGpt2EditImageInput;

interface OpenApiImageGenInputBase extends ImageGenInputBase {
  readonly prompt: RefOr<string>;
  readonly engine: 'openai';
}

/** ImageGenInput with `engine: 'openai'`. Chosen by `model`. */
export type OpenApiImageGenInput =
  | OpenAIGpt1ImageGenInput
  | OpenAIGpt15ImageGenInput
  | OpenAIGpt2ImageGenInput
  | OpenAIDallE2ImageGenInput
  | OpenAIDallE3ImageGenInput;

/** Known values of `TextToImageInput.outputFormat`. */
export type OutputFormat = Open<'png' | 'jpeg' | 'webP'>;

/** ImageOutputFormat with `format: 'png'`. */
export interface PngOutputFormat extends ImageOutputFormatBase {
  readonly format: 'png';
}

/** A `engine` that this release does not list. */
export interface UnlistedPolyGenInput {
  readonly engine: Unlisted;
}

/** What `polyGen` takes. Chosen by `engine`. */
export type PolyGenInput =
  | ComfyPolyGenInput
  | FalPolyGenInput
  | UnlistedPolyGenInput
  | _PolyGenInput;

/** What `prepareResource` takes. */
export interface PrepareResourceInput {
  /** An AIR. */
  readonly resource: RefOr<string>;
}

/** PreprocessImageInput with `kind: 'animal-pose'`. */
export interface PreprocessImageAnimalPoseInput extends PreprocessImageInputBase {
  readonly bboxDetector?: RefOr<AnimalPoseBboxDetector> | undefined;
  readonly poseEstimator?: RefOr<AnimalPoseEstimator> | undefined;
  readonly kind: 'animal-pose';
}

/** PreprocessImageInput with `kind: 'lineart-anime'`. */
export interface PreprocessImageAnimeLineartInput extends PreprocessImageInputBase {
  readonly kind: 'lineart-anime';
}

/** PreprocessImageInput with `kind: 'anyline'`. */
export interface PreprocessImageAnylineInput extends PreprocessImageInputBase {
  readonly mergeWithLineart?: RefOr<AnylineMergeWith> | undefined;
  /** 0 to 1. Default: `0`. */
  readonly lineartLowerBound?: RefOr<number> | undefined;
  /** 0 to 1. Default: `1`. */
  readonly lineartUpperBound?: RefOr<number> | undefined;
  /** 1 to 1000. Default: `36`. */
  readonly objectMinSize?: RefOr<number> | undefined;
  /** 1 to 10. Default: `1`. */
  readonly objectConnectivity?: RefOr<number> | undefined;
  readonly kind: 'anyline';
}

/** PreprocessImageInput with `kind: 'bae-normal'`. */
export interface PreprocessImageBaeNormalInput extends PreprocessImageInputBase {
  readonly kind: 'bae-normal';
}

/** PreprocessImageInput with `kind: 'binary'`. */
export interface PreprocessImageBinaryInput extends PreprocessImageInputBase {
  /** 0 to 255. Default: `100`. */
  readonly binThreshold?: RefOr<number> | undefined;
  readonly kind: 'binary';
}

/** PreprocessImageInput with `kind: 'canny'`. */
export interface PreprocessImageCannyInput extends PreprocessImageInputBase {
  /** 0 to 255. Default: `100`. */
  readonly lowThreshold?: RefOr<number> | undefined;
  /** 0 to 255. Default: `200`. */
  readonly highThreshold?: RefOr<number> | undefined;
  readonly kind: 'canny';
}

/** PreprocessImageInput with `kind: 'color'`. */
export interface PreprocessImageColorInput extends PreprocessImageInputBase {
  readonly kind: 'color';
}

/** PreprocessImageInput with `kind: 'densepose'`. */
export interface PreprocessImageDensePoseInput extends PreprocessImageInputBase {
  readonly model?: RefOr<DensePoseModel> | undefined;
  readonly colormap?: RefOr<DensePoseColormap> | undefined;
  readonly kind: 'densepose';
}

/** PreprocessImageInput with `kind: 'depth-anything'`. */
export interface PreprocessImageDepthAnythingInput extends PreprocessImageInputBase {
  readonly checkpoint?: RefOr<DepthAnythingCheckpoint> | undefined;
  readonly kind: 'depth-anything';
}

/** PreprocessImageInput with `kind: 'depth-anything-v2'`. */
export interface PreprocessImageDepthAnythingV2Input extends PreprocessImageInputBase {
  readonly checkpoint?: RefOr<DepthAnythingV2Checkpoint> | undefined;
  readonly kind: 'depth-anything-v2';
}

/** PreprocessImageInput with `kind: 'dsine-normal'`. */
export interface PreprocessImageDsineNormalInput extends PreprocessImageInputBase {
  /** 0 to 365. Default: `60`. */
  readonly fov?: RefOr<number> | undefined;
  /** 1 to 20. Default: `5`. */
  readonly iterations?: RefOr<number> | undefined;
  readonly kind: 'dsine-normal';
}

/** PreprocessImageInput with `kind: 'dwpose'`. */
export interface PreprocessImageDwPoseInput extends PreprocessImageInputBase {
  /** Default: `true`. */
  readonly detectHand?: RefOr<boolean> | undefined;
  /** Default: `true`. */
  readonly detectBody?: RefOr<boolean> | undefined;
  /** Default: `true`. */
  readonly detectFace?: RefOr<boolean> | undefined;
  readonly bboxDetector?: RefOr<DwPoseBboxDetector> | undefined;
  readonly poseEstimator?: RefOr<DwPoseEstimator> | undefined;
  readonly kind: 'dwpose';
}

/** PreprocessImageInput with `kind: 'fake-scribble'`. */
export interface PreprocessImageFakeScribbleInput extends PreprocessImageInputBase {
  readonly safe?: RefOr<SafeMode> | undefined;
  readonly kind: 'fake-scribble';
}

/** PreprocessImageInput with `kind: 'hed'`. */
export interface PreprocessImageHedInput extends PreprocessImageInputBase {
  readonly safe?: RefOr<SafeMode> | undefined;
  readonly kind: 'hed';
}

interface PreprocessImageInputBase {
  readonly image: RefOr<string>;
  /** 64 to 4096. Default: `512`. */
  readonly resolution?: RefOr<number> | undefined;
}

/** A `kind` that this release does not list. */
export interface UnlistedPreprocessImageInput {
  readonly kind: Unlisted;
}

/** What `preprocessImage` takes. Chosen by `kind`. */
export type PreprocessImageInput =
  | PreprocessImageCannyInput
  | PreprocessImageBinaryInput
  | PreprocessImageMlsdInput
  | PreprocessImageDepthAnythingInput
  | PreprocessImageDepthAnythingV2Input
  | PreprocessImageZoeDepthAnythingInput
  | PreprocessImageZoeDepthInput
  | PreprocessImageMidasDepthInput
  | PreprocessImageLeresDepthInput
  | PreprocessImageMetric3dDepthInput
  | PreprocessImageMidasNormalInput
  | PreprocessImageBaeNormalInput
  | PreprocessImageDsineNormalInput
  | PreprocessImageMetric3dNormalInput
  | PreprocessImageHedInput
  | PreprocessImagePidinetInput
  | PreprocessImageTeedInput
  | PreprocessImageFakeScribbleInput
  | PreprocessImageRealisticLineartInput
  | PreprocessImageStandardLineartInput
  | PreprocessImageAnimeLineartInput
  | PreprocessImageMangaLineartInput
  | PreprocessImageAnylineInput
  | PreprocessImageScribbleInput
  | PreprocessImageScribbleXdogInput
  | PreprocessImageScribblePidinetInput
  | PreprocessImageOpenPoseInput
  | PreprocessImageDwPoseInput
  | PreprocessImageAnimalPoseInput
  | PreprocessImageDensePoseInput
  | PreprocessImageMediaPipeFaceInput
  | PreprocessImageOneFormerCocoInput
  | PreprocessImageOneFormerAde20kInput
  | PreprocessImageUniFormerInput
  | PreprocessImageColorInput
  | PreprocessImageShuffleInput
  | PreprocessImageTileInput
  | UnlistedPreprocessImageInput
  | _PreprocessImageInput;

/** PreprocessImageInput with `kind: 'leres-depth'`. */
export interface PreprocessImageLeresDepthInput extends PreprocessImageInputBase {
  /** 0 to 100. Default: `0`. */
  readonly removeNearest?: RefOr<number> | undefined;
  /** 0 to 100. Default: `0`. */
  readonly removeBackground?: RefOr<number> | undefined;
  readonly boost?: RefOr<LeresBoost> | undefined;
  readonly kind: 'leres-depth';
}

/** PreprocessImageInput with `kind: 'lineart-manga'`. */
export interface PreprocessImageMangaLineartInput extends PreprocessImageInputBase {
  readonly kind: 'lineart-manga';
}

/** PreprocessImageInput with `kind: 'mediapipe-face'`. */
export interface PreprocessImageMediaPipeFaceInput extends PreprocessImageInputBase {
  /** 1 to 50. Default: `10`. */
  readonly maxFaces?: RefOr<number> | undefined;
  /** 0.1 to 1. Default: `0.5`. */
  readonly minConfidence?: RefOr<number> | undefined;
  readonly kind: 'mediapipe-face';
}

/** PreprocessImageInput with `kind: 'metric3d-depth'`. */
export interface PreprocessImageMetric3dDepthInput extends PreprocessImageInputBase {
  readonly backbone?: RefOr<Metric3dBackbone> | undefined;
  /** 1 to 4096. Default: `1000`. */
  readonly fx?: RefOr<number> | undefined;
  /** 1 to 4096. Default: `1000`. */
  readonly fy?: RefOr<number> | undefined;
  readonly kind: 'metric3d-depth';
}

/** PreprocessImageInput with `kind: 'metric3d-normal'`. */
export interface PreprocessImageMetric3dNormalInput extends PreprocessImageInputBase {
  readonly backbone?: RefOr<Metric3dBackbone> | undefined;
  /** 1 to 4096. Default: `1000`. */
  readonly fx?: RefOr<number> | undefined;
  /** 1 to 4096. Default: `1000`. */
  readonly fy?: RefOr<number> | undefined;
  readonly kind: 'metric3d-normal';
}

/** PreprocessImageInput with `kind: 'midas-depth'`. */
export interface PreprocessImageMidasDepthInput extends PreprocessImageInputBase {
  /** 0 to 15.71. Default: `6.28`. */
  readonly a?: RefOr<number> | undefined;
  /** 0 to 1. Default: `0.1`. */
  readonly backgroundThreshold?: RefOr<number> | undefined;
  readonly kind: 'midas-depth';
}

/** PreprocessImageInput with `kind: 'midas-normal'`. */
export interface PreprocessImageMidasNormalInput extends PreprocessImageInputBase {
  /** 0 to 15.71. Default: `6.28`. */
  readonly a?: RefOr<number> | undefined;
  /** 0 to 1. Default: `0.1`. */
  readonly backgroundThreshold?: RefOr<number> | undefined;
  readonly kind: 'midas-normal';
}

/** PreprocessImageInput with `kind: 'mlsd'`. */
export interface PreprocessImageMlsdInput extends PreprocessImageInputBase {
  /** 0.01 to 2. Default: `0.1`. */
  readonly scoreThreshold?: RefOr<number> | undefined;
  /** 0.01 to 20. Default: `0.1`. */
  readonly distanceThreshold?: RefOr<number> | undefined;
  readonly kind: 'mlsd';
}

/** PreprocessImageInput with `kind: 'oneformer-ade20k'`. */
export interface PreprocessImageOneFormerAde20kInput extends PreprocessImageInputBase {
  readonly kind: 'oneformer-ade20k';
}

/** PreprocessImageInput with `kind: 'oneformer-coco'`. */
export interface PreprocessImageOneFormerCocoInput extends PreprocessImageInputBase {
  readonly kind: 'oneformer-coco';
}

/** PreprocessImageInput with `kind: 'openpose'`. */
export interface PreprocessImageOpenPoseInput extends PreprocessImageInputBase {
  /** Default: `true`. */
  readonly detectHand?: RefOr<boolean> | undefined;
  /** Default: `true`. */
  readonly detectBody?: RefOr<boolean> | undefined;
  /** Default: `false`. */
  readonly detectFace?: RefOr<boolean> | undefined;
  readonly kind: 'openpose';
}

/** PreprocessImageInput with `kind: 'pidinet'`. */
export interface PreprocessImagePidinetInput extends PreprocessImageInputBase {
  readonly safe?: RefOr<SafeMode> | undefined;
  readonly kind: 'pidinet';
}

/** PreprocessImageInput with `kind: 'lineart-realistic'`. */
export interface PreprocessImageRealisticLineartInput extends PreprocessImageInputBase {
  readonly coarse?: RefOr<CoarseMode> | undefined;
  readonly kind: 'lineart-realistic';
}

/** PreprocessImageInput with `kind: 'scribble'`. */
export interface PreprocessImageScribbleInput extends PreprocessImageInputBase {
  readonly kind: 'scribble';
}

/** PreprocessImageInput with `kind: 'scribble-pidinet'`. */
export interface PreprocessImageScribblePidinetInput extends PreprocessImageInputBase {
  readonly safe?: RefOr<SafeMode> | undefined;
  readonly kind: 'scribble-pidinet';
}

/** PreprocessImageInput with `kind: 'scribble-xdog'`. */
export interface PreprocessImageScribbleXdogInput extends PreprocessImageInputBase {
  /** 1 to 64. Default: `32`. */
  readonly threshold?: RefOr<number> | undefined;
  readonly kind: 'scribble-xdog';
}

/** PreprocessImageInput with `kind: 'shuffle'`. */
export interface PreprocessImageShuffleInput extends PreprocessImageInputBase {
  /** 0 to 2147483647. Default: `0`. */
  readonly seed?: RefOr<number> | undefined;
  readonly kind: 'shuffle';
}

/** PreprocessImageInput with `kind: 'lineart-standard'`. */
export interface PreprocessImageStandardLineartInput extends PreprocessImageInputBase {
  /** 0 to 100. Default: `6`. */
  readonly gaussianSigma?: RefOr<number> | undefined;
  /** 0 to 16. Default: `8`. */
  readonly intensityThreshold?: RefOr<number> | undefined;
  readonly kind: 'lineart-standard';
}

/** PreprocessImageInput with `kind: 'teed'`. */
export interface PreprocessImageTeedInput extends PreprocessImageInputBase {
  /** 0 to 10. Default: `2`. */
  readonly safeSteps?: RefOr<number> | undefined;
  readonly kind: 'teed';
}

/** PreprocessImageInput with `kind: 'tile'`. */
export interface PreprocessImageTileInput extends PreprocessImageInputBase {
  /** 1 to 10. Default: `3`. */
  readonly pyrUpIterations?: RefOr<number> | undefined;
  readonly kind: 'tile';
}

/** PreprocessImageInput with `kind: 'uniformer'`. */
export interface PreprocessImageUniFormerInput extends PreprocessImageInputBase {
  readonly kind: 'uniformer';
}

/** PreprocessImageInput with `kind: 'zoe-depth-anything'`. */
export interface PreprocessImageZoeDepthAnythingInput extends PreprocessImageInputBase {
  readonly environment?: RefOr<ZoeDepthEnvironment> | undefined;
  readonly kind: 'zoe-depth-anything';
}

/** PreprocessImageInput with `kind: 'zoe-depth'`. */
export interface PreprocessImageZoeDepthInput extends PreprocessImageInputBase {
  readonly kind: 'zoe-depth';
}

/** PreprocessVideoInput with `kind: 'canny'`. */
export interface PreprocessVideoCannyInput extends PreprocessVideoInputBase {
  readonly lowThreshold?: RefOr<number> | undefined;
  readonly highThreshold?: RefOr<number> | undefined;
  readonly kind: 'canny';
}

/** PreprocessVideoInput with `kind: 'depth-anything-v2'`. */
export interface PreprocessVideoDepthAnythingV2Input extends PreprocessVideoInputBase {
  readonly checkpoint?: RefOr<DepthAnythingV2Checkpoint> | undefined;
  readonly kind: 'depth-anything-v2';
}

/** PreprocessVideoInput with `kind: 'dwpose'`. */
export interface PreprocessVideoDwPoseInput extends PreprocessVideoInputBase {
  readonly detectHand?: RefOr<boolean> | undefined;
  readonly detectBody?: RefOr<boolean> | undefined;
  readonly detectFace?: RefOr<boolean> | undefined;
  readonly bboxDetector?: RefOr<DwPoseBboxDetector> | undefined;
  readonly poseEstimator?: RefOr<DwPoseEstimator> | undefined;
  readonly kind: 'dwpose';
}

/** PreprocessVideoInput with `kind: 'hed'`. */
export interface PreprocessVideoHedInput extends PreprocessVideoInputBase {
  readonly safe?: RefOr<SafeMode> | undefined;
  readonly kind: 'hed';
}

interface PreprocessVideoInputBase {
  readonly video: RefOr<string>;
  readonly resolution?: RefOr<number> | undefined;
}

/** A `kind` that this release does not list. */
export interface UnlistedPreprocessVideoInput {
  readonly kind: Unlisted;
}

/** What `preprocessVideo` takes. Chosen by `kind`. */
export type PreprocessVideoInput =
  | PreprocessVideoCannyInput
  | PreprocessVideoDepthAnythingV2Input
  | PreprocessVideoDwPoseInput
  | PreprocessVideoHedInput
  | PreprocessVideoMlsdInput
  | UnlistedPreprocessVideoInput
  | _PreprocessVideoInput;

/** PreprocessVideoInput with `kind: 'mlsd'`. */
export interface PreprocessVideoMlsdInput extends PreprocessVideoInputBase {
  readonly scoreThreshold?: RefOr<number> | undefined;
  readonly distanceThreshold?: RefOr<number> | undefined;
  readonly kind: 'mlsd';
}

/** Known values of `WorkflowStep.priority`, `WorkflowStepTemplate.priority`. */
export type Priority = Open<'high' | 'normal' | 'low'>;

/** What `promptEnhancement` takes. */
export interface PromptEnhancementInput {
  /** At least 1 characters. */
  readonly ecosystem: RefOr<string>;
  /** At least 1 characters. */
  readonly prompt: RefOr<string>;
  readonly negativePrompt?: RefOr<string> | null | undefined;
  /** 0 to 1. */
  readonly temperature?: RefOr<number> | null | undefined;
  readonly instruction?: RefOr<string> | null | undefined;
  readonly images?: RefOr<readonly RefOr<string>[]> | null | undefined;
}

/** ImageGenInput with `engine: 'sdcpp'`, `ecosystem: 'qwen'`, `model: '20b'`, `operation: 'createImage'`. */
export interface Qwen20bCreateImageGenInput extends Qwen20bImageGenInputBase {
  /** Default: `"latest"`. */
  readonly version?: RefOr<Open<'latest' | '2509' | '2512'>> | undefined;
  /** 64 to 2048. Default: `1024`. */
  readonly width?: RefOr<number> | undefined;
  /** 64 to 2048. Default: `1024`. */
  readonly height?: RefOr<number> | undefined;
  readonly operation: 'createImage';
}

/** ImageGenInput with `engine: 'sdcpp'`, `ecosystem: 'qwen'`, `model: '20b'`, `operation: 'editImage'`. */
export interface Qwen20bEditImageGenInput extends Qwen20bImageGenInputBase {
  /** Default: `"latest"`. */
  readonly version?: RefOr<Open<'latest' | '2509' | '2511'>> | undefined;
  /** 1 to 10 items. */
  readonly images: RefOr<readonly RefOr<string>[]>;
  readonly operation: 'editImage';
}

interface Qwen20bImageGenInputBase extends QwenImageGenInputBase {
  /** At most 10000 characters. */
  readonly prompt: RefOr<string>;
  /** At most 10000 characters. */
  readonly negativePrompt?: RefOr<string> | null | undefined;
  readonly sampleMethod?: RefOr<SdCppSampleMethod> | undefined;
  readonly schedule?: RefOr<SdCppSchedule> | undefined;
  /** 1 to 150. Default: `20`. */
  readonly steps?: RefOr<number> | undefined;
  /** 0 to 30. Default: `2.5`. */
  readonly cfgScale?: RefOr<number> | undefined;
  readonly seed?: RefOr<number> | null | undefined;
  /** 1 to 12. Default: `1`. */
  readonly quantity?: RefOr<number> | undefined;
  readonly loras?: RefOr<{ readonly [key: string]: RefOr<number> }> | undefined;
  readonly model: '20b';
}

/** ImageGenInput with `engine: 'sdcpp'`, `ecosystem: 'qwen'`, `model: '20b'`. Chosen by `operation`. */
export type Qwen20bImageGenInput =
  | Qwen20bCreateImageGenInput
  | Qwen20bEditImageGenInput
  | Qwen20bVariantImageGenInput;

/** ImageGenInput with `engine: 'sdcpp'`, `ecosystem: 'qwen'`, `model: '20b'`, `operation: 'createVariant'`. */
export interface Qwen20bVariantImageGenInput extends Qwen20bImageGenInputBase {
  /** Default: `"latest"`. */
  readonly version?: RefOr<Open<'latest' | '2509' | '2512'>> | undefined;
  readonly image: RefOr<string>;
  /** 0 to 1. Default: `0.7`. */
  readonly strength?: RefOr<number> | undefined;
  readonly operation: 'createVariant';
}

/** ImageGenInput with `engine: 'fal'`, `model: 'qwen2'`, `operation: 'createImage'`. */
export interface Qwen2CreateFalImageGenInput extends Qwen2FalImageGenInputBase {
  readonly operation: 'createImage';
}

/** ImageGenInput with `engine: 'fal'`, `model: 'qwen2'`, `operation: 'editImage'`. */
export interface Qwen2EditFalImageGenInput extends Qwen2FalImageGenInputBase {
  /** 1 to 3 items. */
  readonly images: RefOr<readonly RefOr<string>[]>;
  readonly operation: 'editImage';
}

interface Qwen2FalImageGenInputBase extends FalImageGenInputBase {
  /** At least 1 characters. */
  readonly prompt: RefOr<string>;
  /** At most 500 characters. */
  readonly negativePrompt?: RefOr<string> | null | undefined;
  /** 1 to 10. Default: `1`. */
  readonly quantity?: RefOr<number> | undefined;
  /** Default: `"square_hd"`. */
  readonly imageSize?: RefOr<Open<'square_hd' | 'square' | 'portrait_4_3' | 'portrait_16_9' | 'landscape_4_3' | 'landscape_16_9'>> | undefined;
  readonly seed?: RefOr<number> | null | undefined;
  /** Default: `true`. */
  readonly enablePromptExpansion?: RefOr<boolean> | undefined;
  /** Default: `false`. */
  readonly enableSafetyChecker?: RefOr<boolean> | undefined;
  readonly model: 'qwen2';
}

/** ImageGenInput with `engine: 'fal'`, `model: 'qwen2'`. Chosen by `operation`. */
export type Qwen2FalImageGenInput =
  | Qwen2CreateFalImageGenInput
  | Qwen2ProCreateFalImageGenInput
  | Qwen2EditFalImageGenInput
  | Qwen2ProEditFalImageGenInput;

/** ImageGenInput with `engine: 'fal'`, `model: 'qwen2'`, `operation: 'proCreateImage'`. */
export interface Qwen2ProCreateFalImageGenInput extends Qwen2FalImageGenInputBase {
  readonly operation: 'proCreateImage';
}

/** ImageGenInput with `engine: 'fal'`, `model: 'qwen2'`, `operation: 'proEditImage'`. */
export interface Qwen2ProEditFalImageGenInput extends Qwen2FalImageGenInputBase {
  /** 1 to 3 items. */
  readonly images: RefOr<readonly RefOr<string>[]>;
  readonly operation: 'proEditImage';
}

/** TextToSpeechInput with `engine: 'vllm-omni'`, `ecosystem: 'qwen3'`, `operation: 'base'`. */
export interface Qwen3BaseTTSInput extends Qwen3TextToSpeechInputBase {
  /** A URL. */
  readonly refAudioUrl?: RefOr<string> | null | undefined;
  readonly refText?: RefOr<string> | null | undefined;
  readonly xVectorOnlyMode?: RefOr<boolean> | undefined;
  readonly operation: 'base';
}

/** TextToSpeechInput with `engine: 'vllm-omni'`, `ecosystem: 'qwen3'`, `operation: 'customVoice'`. */
export interface Qwen3CustomVoiceTTSInput extends Qwen3TextToSpeechInputBase {
  readonly speaker?: RefOr<Open<'aiden' | 'dylan' | 'eric' | 'ono_anna' | 'ryan' | 'serena' | 'sohee' | 'uncle_fu' | 'vivian'>> | undefined;
  readonly instruct?: RefOr<string> | null | undefined;
  readonly operation: 'customVoice';
}

interface Qwen3TextToSpeechInputBase extends VllmOmniTextToSpeechInputBase {
  readonly maxNewTokens?: RefOr<number> | null | undefined;
  readonly ecosystem: 'qwen3';
}

/** TextToSpeechInput with `engine: 'vllm-omni'`, `ecosystem: 'qwen3'`. Chosen by `operation`. */
export type Qwen3TextToSpeechInput =
  | Qwen3BaseTTSInput
  | Qwen3CustomVoiceTTSInput
  | Qwen3VoiceDesignTTSInput;

/** TextToSpeechInput with `engine: 'vllm-omni'`, `ecosystem: 'qwen3'`, `operation: 'voiceDesign'`. */
export interface Qwen3VoiceDesignTTSInput extends Qwen3TextToSpeechInputBase {
  readonly instruct: RefOr<string>;
  readonly operation: 'voiceDesign';
}

/** TrainingInput with `engine: 'ai-toolkit'`, `ecosystem: 'qwen'`. */
export interface QwenAIToolkitTrainingInput extends AIToolkitTrainingInputBase {
  /** Default: `"latest"`. */
  readonly version?: RefOr<Open<'latest' | '2509' | '2512'>> | undefined;
  readonly ecosystem: 'qwen';
  /** 1. Default: `1`. */
  readonly batchSize?: RefOr<number> | null | undefined;
}

/** ImageGenInput with `engine: 'qwen'`, `operation: 'createImage'`. */
export interface QwenApiCreateImageGenInput extends QwenApiImageGenInputBase {
  /** Default: `"2.0"`. */
  readonly model?: RefOr<Open<'3.0-pro' | '2.0-pro' | '2.0' | 'max' | 'plus'>> | undefined;
  readonly operation?: 'createImage' | undefined;
}

/** ImageGenInput with `engine: 'qwen'`, `operation: 'editImage'`. */
export interface QwenApiEditImageGenInput extends QwenApiImageGenInputBase {
  /** Default: `"edit-plus"`. */
  readonly model?: RefOr<Open<'3.0-pro' | '2.0-pro' | '2.0' | 'edit-max' | 'edit-plus' | 'edit'>> | undefined;
  /** 1 to 3 items. */
  readonly images: RefOr<readonly RefOr<string>[]>;
  readonly operation: 'editImage';
}

interface QwenApiImageGenInputBase extends ImageGenInputBase {
  /** At most 5000 characters. */
  readonly prompt: RefOr<string>;
  /** At most 500 characters. */
  readonly negativePrompt?: RefOr<string> | null | undefined;
  /** 1 to 6. Default: `1`. */
  readonly quantity?: RefOr<number> | undefined;
  /** 0 to 2048. */
  readonly width?: RefOr<number> | undefined;
  /** 0 to 2048. */
  readonly height?: RefOr<number> | undefined;
  readonly seed?: RefOr<number> | null | undefined;
  /** Default: `true`. */
  readonly promptExtend?: RefOr<boolean> | undefined;
  /** Default: `false`. */
  readonly watermark?: RefOr<boolean> | undefined;
  readonly engine: 'qwen';
}

/** ImageGenInput with `engine: 'qwen'`. Chosen by `operation`, `createImage` without one. */
export type QwenApiImageGenInput =
  | QwenApiCreateImageGenInput
  | QwenApiEditImageGenInput;

/** What `qwenImageBench` takes. */
export interface QwenImageBenchInput {
  /** At least 1 items. */
  readonly items: RefOr<readonly RefOr<QwenImageBenchItem>[]>;
  /** Default: `"urn:air:qwen3:repository:huggingface:Civitai/Qwen-Image-Bench-AutoRound-AWQ-INT4@main.tar"`. */
  readonly model?: RefOr<string> | undefined;
  /** 1 to 128000. Default: `2048`. */
  readonly maxTokens?: RefOr<number> | undefined;
  /** Default: `42`. */
  readonly seed?: RefOr<number> | undefined;
  readonly dimensions: RefOr<readonly RefOr<string>[]>;
}

/** Part of `QwenImageBenchInput.items`. */
export interface QwenImageBenchItem {
  /** At least 1 characters. */
  readonly id: RefOr<string>;
  /** At least 1 characters. */
  readonly prompt: RefOr<string>;
  readonly image: RefOr<string>;
}

interface QwenImageGenInputBase extends SdCppImageGenInputBase {
  readonly ecosystem: 'qwen';
}

/** ImageGenInput with `engine: 'sdcpp'`, `ecosystem: 'qwen'`. Chosen by `model`. */
export type QwenImageGenInput =
  | Qwen20bImageGenInput;

/** Part of `RepeatInput.for`. */
export interface RepeatForClause {
  readonly $ref: string;
  readonly path: string;
  readonly as: string;
}

/** What `repeat` takes. */
export interface RepeatInput {
  readonly for: RefOr<RepeatForClause>;
  readonly template: RefOrShape<WorkflowStepTemplate>;
}

/** ImageTransform with `type: 'resize'`. */
export interface ResizeTransform {
  /** 1 to 4096. */
  readonly targetWidth?: RefOr<number> | null | undefined;
  readonly type: 'resize';
}

/** ImageGenInput with `engine: 'fal'`, `model: 'reve'`, `operation: 'createImage'`. */
export interface ReveCreateFalImageGenInput extends ReveFalImageGenInputBase {
  readonly operation: 'createImage';
}

/** ImageGenInput with `engine: 'fal'`, `model: 'reve'`, `operation: 'editImage'`. */
export interface ReveEditFalImageGenInput extends ReveFalImageGenInputBase {
  /** 1 to 8 items. */
  readonly images: RefOr<readonly RefOr<string>[]>;
  readonly operation: 'editImage';
}

interface ReveFalImageGenInputBase extends FalImageGenInputBase {
  /** 1 to 4000 characters. */
  readonly prompt: RefOr<string>;
  /** Default: `"auto"`. */
  readonly aspectRatio?: RefOr<Open<
    | 'auto' | '4:1' | '3:1' | '21:9' | '2:1' | '17:9' | '16:9' | '3:2' | '4:3' | '5:4' | '1:1' | '4:5' | '3:4'
    | '2:3' | '9:16' | '1:2' | '1:3' | '1:4'
  >> | undefined;
  /** 1 to 10. Default: `1`. */
  readonly quantity?: RefOr<number> | undefined;
  readonly model: 'reve';
}

/** ImageGenInput with `engine: 'fal'`, `model: 'reve'`. Chosen by `operation`. */
export type ReveFalImageGenInput =
  | ReveCreateFalImageGenInput
  | ReveEditFalImageGenInput;

/** TrainingInput with `engine: 'ai-toolkit'`, `ecosystem: 'sd1'`. */
export interface SD1AIToolkitTrainingInput extends AIToolkitTrainingInputBase {
  /** 0 to 20. */
  readonly minSnrGamma?: RefOr<number> | null | undefined;
  /** An AIR. Default: `"urn:air:sd1:checkpoint:civitai:127227@139180"`. */
  readonly model?: RefOr<string> | undefined;
  readonly ecosystem: 'sd1';
  /** 1 to 4. Default: `1`. */
  readonly batchSize?: RefOr<number> | null | undefined;
}

/** Known values of `PreprocessImageFakeScribbleInput.safe`, `PreprocessImageHedInput.safe`, `PreprocessImagePidinetInput.safe` and 2 more. */
export type SafeMode = Open<'enable' | 'disable'>;

/** Known values of `TextToImageInput.scheduler`. */
export type Scheduler = Open<
    | 'eulerA' | 'euler' | 'lms' | 'heun' | 'dpM2' | 'dpM2A' | 'dpM2SA' | 'dpM2M' | 'dpmsde' | 'dpmFast'
    | 'dpmAdaptive' | 'lmsKarras' | 'dpM2Karras' | 'dpM2AKarras' | 'dpM2SAKarras' | 'dpM2MKarras' | 'dpmsdeKarras'
    | 'ddim' | 'plms' | 'uniPC' | 'undefined' | 'lcm' | 'ddpm' | 'deis' | 'dpM3MSDE'
  >;

/** ImageGenInput with `engine: 'sdcpp'`, `ecosystem: 'sd1'`, `operation: 'createImage'`. */
export interface Sd1CreateImageGenInput extends Sd1ImageGenInputBase {
  /** 64 to 2048. Default: `512`. */
  readonly width?: RefOr<number> | undefined;
  /** 64 to 2048. Default: `512`. */
  readonly height?: RefOr<number> | undefined;
  readonly operation: 'createImage';
}

interface Sd1ImageGenInputBase extends SdCppImageGenInputBase {
  /** At most 10000 characters. */
  readonly prompt: RefOr<string>;
  /** At most 10000 characters. */
  readonly negativePrompt?: RefOr<string> | null | undefined;
  readonly sampleMethod?: RefOr<SdCppSampleMethod> | undefined;
  readonly schedule?: RefOr<SdCppSchedule> | undefined;
  /** 1 to 150. Default: `20`. */
  readonly steps?: RefOr<number> | undefined;
  /** 0 to 30. Default: `7`. */
  readonly cfgScale?: RefOr<number> | undefined;
  readonly seed?: RefOr<number> | null | undefined;
  /** 1 to 12. Default: `1`. */
  readonly quantity?: RefOr<number> | undefined;
  /** An AIR. */
  readonly model: RefOr<string>;
  /** An AIR. */
  readonly vaeModel?: RefOr<string> | null | undefined;
  readonly loras?: RefOr<{ readonly [key: string]: RefOr<number> }> | undefined;
  readonly embeddings?: RefOr<readonly RefOr<string>[]> | undefined;
  /** Default: `2`. */
  readonly clipSkip?: RefOr<number> | undefined;
  readonly uCache?: RefOr<SdCppUCacheMode> | undefined;
  readonly ecosystem: 'sd1';
}

/** ImageGenInput with `engine: 'sdcpp'`, `ecosystem: 'sd1'`. Chosen by `operation`. */
export type Sd1ImageGenInput =
  | Sd1CreateImageGenInput
  | Sd1VariantImageGenInput;

/** ImageGenInput with `engine: 'sdcpp'`, `ecosystem: 'sd1'`, `operation: 'createVariant'`. */
export interface Sd1VariantImageGenInput extends Sd1ImageGenInputBase {
  /** 64 to 2048. Default: `512`. */
  readonly width?: RefOr<number> | undefined;
  /** 64 to 2048. Default: `512`. */
  readonly height?: RefOr<number> | undefined;
  readonly image: RefOr<string>;
  /** 0 to 1. Default: `0.7`. */
  readonly strength?: RefOr<number> | undefined;
  readonly operation: 'createVariant';
}

interface SdCppImageGenInputBase extends ImageGenInputBase {
  readonly engine: 'sdcpp';
}

/** ImageGenInput with `engine: 'sdcpp'`. Chosen by `ecosystem`. */
export type SdCppImageGenInput =
  | QwenImageGenInput
  | ZImageImageGenInput
  | AnimaImageGenInput
  | Sd1ImageGenInput
  | SdxlImageGenInput
  | Flux1SdCppImageGenInput
  | Flux2DevSdCppImageGenInput
  | Flux2KleinSdCppImageGenInput;

/** Known values of `AnimaImageGenInput.sampleMethod`, `Flux1SdCppImageGenInput.sampleMethod`, `Flux2DevSdCppImageGenInput.sampleMethod` and 7 more. */
export type SdCppSampleMethod = Open<
    | 'euler' | 'heun' | 'dpm2' | 'dpm++2s_a' | 'dpm++2m' | 'dpm++2mv2' | 'ipndm' | 'ipndm_v' | 'ddim_trailing'
    | 'euler_a' | 'lcm' | 'res_multistep' | 'res_2s' | 'tcd' | 'er_sde'
  >;

/** Known values of `AnimaImageGenInput.schedule`, `Flux1SdCppImageGenInput.schedule`, `Flux2DevSdCppImageGenInput.schedule` and 7 more. */
export type SdCppSchedule = Open<
    | 'simple' | 'discrete' | 'karras' | 'exponential' | 'ays' | 'bong_tangent' | 'gits' | 'sgm_uniform'
    | 'smoothstep' | 'kl_optimal' | 'lcm'
  >;

/** Known values of `Sd1ImageGenInput.uCache`, `SdxlImageGenInput.uCache`. */
export type SdCppUCacheMode = Open<'off' | 'normal'>;

/** TrainingInput with `engine: 'ai-toolkit'`, `ecosystem: 'sdxl'`. */
export interface SdxlAIToolkitTrainingInput extends AIToolkitTrainingInputBase {
  /** 0 to 20. */
  readonly minSnrGamma?: RefOr<number> | null | undefined;
  /** An AIR. Default: `"urn:air:sdxl:checkpoint:civitai:101055@128078"`. */
  readonly model?: RefOr<string> | undefined;
  readonly ecosystem: 'sdxl';
  /** 1 to 4. Default: `1`. */
  readonly batchSize?: RefOr<number> | null | undefined;
}

/** ImageGenInput with `engine: 'sdcpp'`, `ecosystem: 'sdxl'`, `operation: 'createImage'`. */
export interface SdxlCreateImageGenInput extends SdxlImageGenInputBase {
  /** 64 to 2048. Default: `1024`. */
  readonly width?: RefOr<number> | undefined;
  /** 64 to 2048. Default: `1024`. */
  readonly height?: RefOr<number> | undefined;
  readonly operation: 'createImage';
}

interface SdxlImageGenInputBase extends SdCppImageGenInputBase {
  /** At most 10000 characters. */
  readonly prompt: RefOr<string>;
  /** At most 10000 characters. */
  readonly negativePrompt?: RefOr<string> | null | undefined;
  readonly sampleMethod?: RefOr<SdCppSampleMethod> | undefined;
  readonly schedule?: RefOr<SdCppSchedule> | undefined;
  /** 1 to 150. Default: `20`. */
  readonly steps?: RefOr<number> | undefined;
  /** 0 to 30. Default: `7`. */
  readonly cfgScale?: RefOr<number> | undefined;
  readonly seed?: RefOr<number> | null | undefined;
  /** 1 to 12. Default: `1`. */
  readonly quantity?: RefOr<number> | undefined;
  /** An AIR. */
  readonly model: RefOr<string>;
  /** An AIR. */
  readonly vaeModel?: RefOr<string> | null | undefined;
  readonly loras?: RefOr<{ readonly [key: string]: RefOr<number> }> | undefined;
  readonly embeddings?: RefOr<readonly RefOr<string>[]> | undefined;
  readonly uCache?: RefOr<SdCppUCacheMode> | undefined;
  readonly ecosystem: 'sdxl';
}

/** ImageGenInput with `engine: 'sdcpp'`, `ecosystem: 'sdxl'`. Chosen by `operation`. */
export type SdxlImageGenInput =
  | SdxlCreateImageGenInput
  | SdxlVariantImageGenInput;

/** ImageGenInput with `engine: 'sdcpp'`, `ecosystem: 'sdxl'`, `operation: 'createVariant'`. */
export interface SdxlVariantImageGenInput extends SdxlImageGenInputBase {
  /** 64 to 2048. Default: `1024`. */
  readonly width?: RefOr<number> | undefined;
  /** 64 to 2048. Default: `1024`. */
  readonly height?: RefOr<number> | undefined;
  readonly image: RefOr<string>;
  /** 0 to 1. Default: `0.7`. */
  readonly strength?: RefOr<number> | undefined;
  readonly operation: 'createVariant';
}

/** Known values of `SeedanceVideoGenInput.model`. */
export type SeedanceModel = Open<'v2' | 'v2-fast' | 'v2-mini' | 'v2.5'>;

/** VideoGenInput with `engine: 'seedance'`. */
export interface SeedanceVideoGenInput extends VideoGenInputBase {
  readonly model?: RefOr<SeedanceModel> | undefined;
  readonly aspectRatio?: RefOr<Open<'16:9' | '9:16' | '1:1' | '4:3' | '3:4' | '21:9' | 'adaptive'>> | undefined;
  readonly duration?: RefOr<4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15 | 16 | 17 | 18 | 19 | 20 | 21 | 22 | 23 | 24 | 25 | 26 | 27 | 28 | 29 | 30 | (number & {})> | undefined;
  /** Default: `true`. */
  readonly generateAudio?: RefOr<boolean> | undefined;
  readonly seed?: RefOr<number> | null | undefined;
  readonly resolution?: RefOr<Open<'480p' | '720p' | '1080p'>> | undefined;
  readonly images?: RefOr<readonly RefOr<string>[]> | undefined;
  readonly referenceVideos?: RefOr<readonly RefOr<string>[]> | undefined;
  readonly referenceAudios?: RefOr<readonly RefOr<string>[]> | undefined;
  readonly engine: 'seedance';
}

/** ImageGenInput with `engine: 'seedream'`. */
export interface SeedreamImageGenInput extends ImageGenInputBase {
  /** At least 1 characters. */
  readonly prompt: RefOr<string>;
  /** 1 to 12. Default: `1`. */
  readonly quantity?: RefOr<number> | undefined;
  /** 256 to 4096. Default: `1024`. */
  readonly width?: RefOr<number> | undefined;
  /** 256 to 4096. Default: `1024`. */
  readonly height?: RefOr<number> | undefined;
  /** 1 to 10. Default: `2.5`. */
  readonly guidanceScale?: RefOr<number> | undefined;
  readonly seed?: RefOr<number> | null | undefined;
  /** Default: `false`. */
  readonly enableSafetyChecker?: RefOr<boolean> | undefined;
  readonly version?: RefOr<SeedreamVersion> | undefined;
  /** At most 10 items. */
  readonly images?: RefOr<readonly RefOr<string>[]> | undefined;
  readonly engine: 'seedream';
}

/** Known values of `SeedreamImageGenInput.version`. */
export type SeedreamVersion = Open<'v3' | 'v4' | 'v4.5' | 'v5.0-lite' | 'v5.0-pro'>;

/** Known values of `BackgroundRemovalTransformer.shadowRemoval`. */
export type ShadowRemoval = Open<'off' | 'gentle' | 'aggressive'>;

interface ShieldstralModerationInputBase {
  readonly policies?: RefOr<readonly RefOr<string>[]> | null | undefined;
  readonly policyOverrides?: RefOr<readonly RefOr<ShieldstralPolicyConfiguration>[]> | null | undefined;
}

/** A `mode` that this release does not list. */
export interface UnlistedShieldstralModerationInput {
  readonly mode: Unlisted;
}

/** What `shieldstralModeration` takes. Chosen by `mode`. */
export type ShieldstralModerationInput =
  | ShieldstralPromptModerationInput
  | ShieldstralTextModerationInput
  | UnlistedShieldstralModerationInput
  | _ShieldstralModerationInput;

/** Part of `ShieldstralModerationInput.policyOverrides`. */
export interface ShieldstralPolicyConfiguration {
  readonly name: RefOr<string>;
  readonly action?: RefOr<string> | null | undefined;
  readonly threshold?: RefOr<number> | null | undefined;
  readonly policy?: RefOr<string> | null | undefined;
  readonly query?: RefOr<string> | null | undefined;
  readonly instruction?: RefOr<string> | null | undefined;
}

/** ShieldstralModerationInput with `mode: 'prompt'`. */
export interface ShieldstralPromptModerationInput extends ShieldstralModerationInputBase {
  readonly positivePrompt: RefOr<string>;
  readonly negativePrompt?: RefOr<string> | null | undefined;
  readonly context?: RefOr<string> | null | undefined;
  readonly mode: 'prompt';
}

/** ShieldstralModerationInput with `mode: 'text'`. */
export interface ShieldstralTextModerationInput extends ShieldstralModerationInputBase {
  readonly text: RefOr<string>;
  readonly mode: 'text';
}

/** VideoGenInput with `engine: 'sora'`, `operation: 'image-to-video'`. */
export interface Sora2ImageToVideoInput extends SoraVideoGenInputBase {
  readonly images?: RefOr<readonly RefOr<string>[]> | undefined;
  readonly operation: 'image-to-video';
}

/** VideoGenInput with `engine: 'sora'`, `operation: 'text-to-video'`. */
export interface Sora2TextToVideoInput extends SoraVideoGenInputBase {
  readonly operation?: 'text-to-video' | undefined;
}

interface SoraVideoGenInputBase extends VideoGenInputBase {
  /** 4 to 12. Default: `4`. */
  readonly duration?: RefOr<number> | undefined;
  readonly seed?: RefOr<number> | null | undefined;
  /** Default: `"720p"`. */
  readonly resolution?: RefOr<Open<'720p' | '1080p'>> | undefined;
  /** Default: `"auto"`. */
  readonly aspectRatio?: RefOr<Open<'auto' | '16:9' | '9:16'>> | undefined;
  /** Default: `false`. */
  readonly usePro?: RefOr<boolean> | undefined;
  readonly engine: 'sora';
}

/** VideoGenInput with `engine: 'sora'`. Chosen by `operation`, `text-to-video` without one. */
export type SoraVideoGenInput =
  | Sora2TextToVideoInput
  | Sora2ImageToVideoInput;

/** ImageToSvgInput with `engine: 'comfy'`, `ecosystem: 'starvector'`. */
export interface StarVectorImageToSvgInput extends ComfyImageToSvgInputBase {
  /** Default: `"starvector-1b"`. */
  readonly model?: RefOr<Open<'starvector-1b' | 'starvector-8b'>> | undefined;
  /** Default: `"fp16"`. */
  readonly precision?: RefOr<Open<'fp16' | 'bf16'>> | undefined;
  /** 100 to 16000. Default: `4000`. */
  readonly maxLength?: RefOr<number> | undefined;
  readonly ecosystem: 'starvector';
}

/** ChatCompletionMessage with `role: 'system'`. */
export interface SystemMessage {
  readonly content: RefOr<string>;
  readonly name?: RefOr<string> | null | undefined;
  readonly role: 'system';
}

/** What `textToImage` takes. */
export interface TextToImageInput {
  /** 1 to 100. Default: `1`. */
  readonly quantity?: RefOr<number> | undefined;
  /** 1 to 100. Default: `1`. */
  readonly batchSize?: RefOr<number> | undefined;
  /** An AIR. Default: `"urn:air:sd1:checkpoint:civitai:4384@128713"`. */
  readonly model?: RefOr<string> | undefined;
  readonly additionalNetworks?: RefOr<{ readonly [key: string]: RefOr<ImageJobNetworkParams> }> | undefined;
  readonly controlNets?: RefOr<readonly RefOr<ImageJobControlNet>[]> | undefined;
  readonly prompt: RefOr<string>;
  readonly negativePrompt?: RefOr<string> | null | undefined;
  readonly scheduler?: RefOr<Scheduler> | undefined;
  /** 1 to 150. Default: `30`. */
  readonly steps?: RefOr<number> | undefined;
  /** 1 to 30. Default: `7.5`. */
  readonly cfgScale?: RefOr<number> | undefined;
  /** 64 to 4084. Default: `512`. */
  readonly width?: RefOr<number> | undefined;
  /** 64 to 4084. Default: `512`. */
  readonly height?: RefOr<number> | undefined;
  /** 0 to 4294967295. */
  readonly seed?: RefOr<number> | undefined;
  /** Default: `2`. */
  readonly clipSkip?: RefOr<number> | undefined;
  readonly imageMetadata?: RefOr<string> | null | undefined;
  readonly engine?: RefOr<string> | null | undefined;
  readonly outputFormat?: RefOr<OutputFormat> | undefined;
  readonly sourceImage?: RefOr<string> | null | undefined;
  /** Default: `0.8`. */
  readonly sourceImageDenoiseStrenght?: RefOr<number> | undefined;
}

interface TextToSpeechInputBase {
  readonly text: RefOr<string>;
  readonly language?: RefOr<string> | null | undefined;
}

/** A `engine` that this release does not list. */
export interface UnlistedTextToSpeechInput {
  readonly engine: Unlisted;
}

/** What `textToSpeech` takes. Chosen by `engine`, `custom` without one. */
export type TextToSpeechInput =
  | CustomTextToSpeechInput
  | VllmOmniTextToSpeechInput
  | UnlistedTextToSpeechInput
  | _TextToSpeechInput;

/** ChatCompletionMessage with `role: 'tool'`. */
export interface ToolMessage {
  readonly content: RefOr<string>;
  readonly tool_call_id: RefOr<string>;
  readonly role: 'tool';
}

/** Known values of `CustomComfyInput.trace`. */
export type TraceMode = Open<'none' | 'logs' | 'binary'>;

/** A `type` that this release does not list. */
export interface UnlistedTrainingData {
  readonly type: Unlisted;
}

/** Part of `TrainingInput.trainingData`. Chosen by `type`. */
export type TrainingData =
  | ZipTrainingData
  | BlobsTrainingData
  | UnlistedTrainingData
  | _TrainingData;

interface TrainingInputBase {
  readonly trainingData: RefOrShape<TrainingData>;
  readonly samples?: RefOr<TrainingInputSamples> | undefined;
}

/** A `engine` that this release does not list. */
export interface UnlistedTrainingInput {
  readonly engine: Unlisted;
}

/** What `training` takes. Chosen by `engine`. */
export type TrainingInput =
  | AIToolkitTrainingInput
  | ComfyTrainingInput
  | UnlistedTrainingInput
  | _TrainingInput;

/** Part of `TrainingInput.samples`. */
export interface TrainingInputSamples {
  readonly prompts?: RefOr<readonly RefOr<string>[]> | undefined;
  readonly negativePrompt?: RefOr<string> | null | undefined;
  readonly sourceImages?: RefOr<readonly RefOr<string>[]> | undefined;
  readonly cfgScale?: RefOr<number> | null | undefined;
  readonly strength?: RefOr<number> | null | undefined;
}

/** Known values of `AIToolkitTrainingInput.trace`, `ComfyTrainingInput.trace`. */
export type TrainingTraceMode = Open<'none' | 'logs' | 'events'>;

/** What `transcode` takes. */
export interface TranscodeInput {
  /** A URL. */
  readonly sourceUrl: RefOr<string>;
  readonly containerFormat?: RefOr<ContainerFormat> | undefined;
  readonly width?: RefOr<number> | undefined;
  /** A URL. */
  readonly destinationUrl?: RefOr<string> | null | undefined;
  readonly public?: RefOr<boolean> | null | undefined;
}

/** What `transcription` takes. */
export interface TranscriptionInput {
  /** A URL. */
  readonly mediaUrl: RefOr<string>;
  readonly language?: RefOr<string> | null | undefined;
  readonly context?: RefOr<string> | null | undefined;
  /** Default: `true`. */
  readonly returnTimeStamps?: RefOr<boolean> | undefined;
}

interface Trellis2ComfyPolyGenInputBase extends ComfyPolyGenInputBase {
  readonly modelVersion?: RefOr<Open<'pixal3D' | 'trellis2'>> | undefined;
  readonly modelAir?: RefOr<string> | null | undefined;
  readonly structureSteps?: RefOr<number> | undefined;
  readonly shapeSteps?: RefOr<number> | undefined;
  readonly upsampleSteps?: RefOr<number> | undefined;
  readonly textureSteps?: RefOr<number> | undefined;
  readonly structureCfg?: RefOr<number> | undefined;
  readonly shapeCfg?: RefOr<number> | undefined;
  readonly textureCfg?: RefOr<number> | undefined;
  readonly targetResolution?: RefOr<1024 | 1152 | 1280 | 1408 | 1536 | 1664 | 1792 | 1920 | 2048 | (number & {})> | undefined;
  readonly shouldRemesh?: RefOr<boolean> | undefined;
  readonly remeshResolution?: RefOr<number> | undefined;
  readonly targetFaceCount?: RefOr<number> | undefined;
  readonly textureResolution?: RefOr<number> | undefined;
  readonly seed?: RefOr<number> | null | undefined;
  readonly model: 'trellis2';
}

/** PolyGenInput with `engine: 'comfy'`, `model: 'trellis2'`. Chosen by `operation`, `imageTo3D` without one. */
export type Trellis2ComfyPolyGenInput =
  | Trellis2ImageTo3DComfyPolyGenInput
  | Trellis2ShapeGenComfyPolyGenInput
  | Trellis2TexGenComfyPolyGenInput;

/** PolyGenInput with `engine: 'comfy'`, `model: 'trellis2'`, `operation: 'imageTo3D'`. */
export interface Trellis2ImageTo3DComfyPolyGenInput extends Trellis2ComfyPolyGenInputBase {
  readonly imageUrl: RefOr<string>;
  readonly shouldTexture?: RefOr<boolean> | undefined;
  readonly enablePbr?: RefOr<boolean> | undefined;
  readonly operation?: 'imageTo3D' | undefined;
}

/** PolyGenInput with `engine: 'comfy'`, `model: 'trellis2'`, `operation: 'shapeGen'`. */
export interface Trellis2ShapeGenComfyPolyGenInput extends Trellis2ComfyPolyGenInputBase {
  readonly imageUrl: RefOr<string>;
  readonly operation: 'shapeGen';
}

/** PolyGenInput with `engine: 'comfy'`, `model: 'trellis2'`, `operation: 'texGen'`. */
export interface Trellis2TexGenComfyPolyGenInput extends Trellis2ComfyPolyGenInputBase {
  readonly imageUrl: RefOr<string>;
  readonly enablePbr?: RefOr<boolean> | undefined;
  readonly operation: 'texGen';
}

/** PolyGenInput with `engine: 'fal'`, `model: 'tripo'`. */
export interface TripoFalPolyGenInput extends FalPolyGenInputBase {
  /** At least 1 characters. */
  readonly imageUrl: RefOr<string>;
  /** Default: `"standard"`. */
  readonly texture?: RefOr<Open<'no' | 'standard' | 'HD'>> | undefined;
  /** Default: `false`. */
  readonly pbr?: RefOr<boolean> | undefined;
  /** 1000 to 500000. */
  readonly faceLimit?: RefOr<number> | null | undefined;
  /** Default: `false`. */
  readonly autoSize?: RefOr<boolean> | undefined;
  /** Default: `false`. */
  readonly quad?: RefOr<boolean> | undefined;
  /** Default: `"original_image"`. */
  readonly textureAlignment?: RefOr<Open<'original_image' | 'geometry'>> | undefined;
  /** Default: `"default"`. */
  readonly orientation?: RefOr<Open<'default' | 'align_image'>> | undefined;
  readonly seed?: RefOr<number> | null | undefined;
  readonly textureSeed?: RefOr<number> | null | undefined;
  readonly model: 'tripo';
}

/** What `tryOnU` takes. */
export interface TryOnUInput {
  /** A URL. */
  readonly subjectUrl: RefOr<string>;
  /** A URL. */
  readonly garmentUrl: RefOr<string>;
  /** A URL. */
  readonly subjectMaskUrl?: RefOr<string> | null | undefined;
  readonly subjectMaskBlobKey?: RefOr<string> | null | undefined;
  readonly garmentDescription?: RefOr<string> | null | undefined;
  readonly maskSubject?: RefOr<boolean> | undefined;
  readonly cropSubject?: RefOr<boolean> | undefined;
  /** 1 to 150. Default: `30`. */
  readonly steps?: RefOr<number> | undefined;
  readonly seed?: RefOr<number> | undefined;
}

/** ChatCompletionMessage with `role: 'user'`. */
export interface UserMessage {
  readonly content: RefOr<string | readonly RefOr<ChatCompletionContentPart>[]>;
  readonly name?: RefOr<string> | null | undefined;
  readonly role: 'user';
}

/** ImageToSvgInput with `engine: 'comfy'`, `ecosystem: 'vtracer'`. */
export interface VTracerImageToSvgInput extends ComfyImageToSvgInputBase {
  /** Default: `"stacked"`. */
  readonly hierarchical?: RefOr<Open<'stacked' | 'cutout'>> | undefined;
  /** Default: `"spline"`. */
  readonly mode?: RefOr<Open<'spline' | 'polygon' | 'none'>> | undefined;
  /** 0 to 100. Default: `8`. */
  readonly filterSpeckle?: RefOr<number> | undefined;
  /** 0 to 10. Default: `6`. */
  readonly colorPrecision?: RefOr<number> | undefined;
  /** 0 to 256. Default: `24`. */
  readonly layerDifference?: RefOr<number> | undefined;
  /** 0 to 180. Default: `65`. */
  readonly cornerThreshold?: RefOr<number> | undefined;
  /** 3.5 to 10. Default: `5`. */
  readonly lengthThreshold?: RefOr<number> | undefined;
  /** 1 to 70. Default: `10`. */
  readonly maxIterations?: RefOr<number> | undefined;
  /** 0 to 180. Default: `50`. */
  readonly spliceThreshold?: RefOr<number> | undefined;
  /** 0 to 10. Default: `2`. */
  readonly pathPrecision?: RefOr<number> | undefined;
  readonly ecosystem: 'vtracer';
}

/** Known values of `Veo3VideoGenInput.aspectRatio`. */
export type Veo3AspectRatio = Open<'16:9' | '9:16' | '1:1'>;

/** Known values of `Veo3VideoGenInput.mode`. */
export type Veo3GenerationMode = Open<'standard' | 'fast' | 'lite'>;

/** Known values of `Veo3VideoGenInput.version`. */
export type Veo3Version = Open<'3.0' | '3.1'>;

/** VideoGenInput with `engine: 'veo3'`. */
export interface Veo3VideoGenInput extends VideoGenInputBase {
  readonly negativePrompt?: RefOr<string> | null | undefined;
  /** Default: `true`. */
  readonly enablePromptEnhancer?: RefOr<boolean> | undefined;
  readonly aspectRatio?: RefOr<Veo3AspectRatio> | undefined;
  /** Default: `8`. */
  readonly duration?: RefOr<4 | 6 | 8 | (number & {})> | undefined;
  readonly generateAudio?: RefOr<boolean> | undefined;
  readonly seed?: RefOr<number> | null | undefined;
  /** Default: `false`. */
  readonly fastMode?: RefOr<boolean> | undefined;
  readonly images?: RefOr<readonly RefOr<string>[]> | undefined;
  readonly version?: RefOr<Veo3Version> | undefined;
  readonly mode?: RefOr<Veo3GenerationMode> | undefined;
  readonly engine: 'veo3';
}

/** What `videoBackgroundRemoval` takes. */
export interface VideoBackgroundRemovalInput {
  /** A URL. */
  readonly video: RefOr<string>;
  readonly foregroundPoints?: RefOr<readonly RefOr<VideoBackgroundRemovalPoint>[]> | null | undefined;
  readonly backgroundPoints?: RefOr<readonly RefOr<VideoBackgroundRemovalPoint>[]> | null | undefined;
  /** -32 to 32. Default: `0`. */
  readonly maskExpansion?: RefOr<number> | undefined;
  /** 0 to 32. Default: `2`. */
  readonly maskFeather?: RefOr<number> | undefined;
}

/** Part of `VideoBackgroundRemovalInput.backgroundPoints`, `VideoBackgroundRemovalInput.foregroundPoints`. */
export interface VideoBackgroundRemovalPoint {
  /** 0 to 1. */
  readonly x?: RefOr<number> | undefined;
  /** 0 to 1. */
  readonly y?: RefOr<number> | undefined;
}

/** What `videoEnhancement` takes. */
export interface VideoEnhancementInput {
  /** A URL. */
  readonly sourceUrl: RefOr<string>;
  readonly upscaler?: RefOr<VideoEnhancementInputUpscalerOptions> | undefined;
  readonly interpolation?: RefOr<VideoEnhancementInputInterpolationOptions> | undefined;
}

/** Part of `VideoEnhancementInput.interpolation`. */
export interface VideoEnhancementInputInterpolationOptions {
  readonly multiplier?: RefOr<number> | undefined;
}

/** Part of `VideoEnhancementInput.upscaler`. */
export interface VideoEnhancementInputUpscalerOptions {
  /** An AIR. */
  readonly model?: RefOr<string> | null | undefined;
  readonly width?: RefOr<number> | undefined;
  readonly height?: RefOr<number> | undefined;
}

/** What `videoFrameExtraction` takes. */
export interface VideoFrameExtractionInput {
  /** A URL. */
  readonly videoUrl: RefOr<string>;
  /** Default: `1`. */
  readonly frameRate?: RefOr<number> | undefined;
  /** Default: `0.9`. */
  readonly uniqueThreshold?: RefOr<number> | undefined;
  readonly maxFrames?: RefOr<number> | null | undefined;
  /** Default: `0`. */
  readonly startTime?: RefOr<number> | undefined;
  readonly public?: RefOr<boolean> | null | undefined;
}

interface VideoGenInputBase {
  readonly prompt: RefOr<string>;
}

/** A `engine` that this release does not list. */
export interface UnlistedVideoGenInput {
  readonly engine: Unlisted;
}

/** What `videoGen` takes. Chosen by `engine`. */
export type VideoGenInput =
  | HaiperVideoGenInput
  | MochiVideoGenInput
  | KlingVideoGenInput
  | MiniMaxVideoGenInput
  | LightricksVideoGenInput
  | ComfyLtx2VideoGenInput
  | ComfyLtx23VideoGenInput
  | ComfyLtx25VideoGenInput
  | HunyuanVdeoGenInput
  | WanVideoGenInput
  | ViduVideoGenInput
  | ViduQ3VideoGenInput
  | Veo3VideoGenInput
  | SoraVideoGenInput
  | KlingV3VideoGenInput
  | GrokVideoGenInput
  | SeedanceVideoGenInput
  | HappyHorseVideoGenInput
  | MiniMaxH3VideoGenInput
  | ComfyMiniMaxH3VideoGenInput
  | Flux3VideoGenInput
  | GeminiOmniVideoGenInput
  | UnlistedVideoGenInput
  | _VideoGenInput;

/** Part of `HunyuanVdeoGenInput.loras`, `WanVideoGenInput.loras`. */
export interface VideoGenInputLora {
  /** An AIR. */
  readonly air: RefOr<string>;
  readonly strength?: RefOr<number> | undefined;
}

/** What `videoInterpolation` takes. */
export interface VideoInterpolationInput {
  /** A URL. */
  readonly video: RefOr<string>;
  /** 2 to 3. Default: `2`. */
  readonly interpolationFactor?: RefOr<number> | undefined;
  /** Default: `"VFIMamba"`. */
  readonly model?: RefOr<string> | undefined;
}

/** What `videoMetadata` takes. */
export interface VideoMetadataInput {
  /** A URL. */
  readonly video: RefOr<string>;
}

/** What `videoUpscaler` takes. */
export interface VideoUpscalerInput {
  /** A URL. */
  readonly video: RefOr<string>;
  /** 2 to 4. Default: `2`. */
  readonly scaleFactor?: RefOr<number> | undefined;
}

/** VideoGenInput with `engine: 'vidu-q3'`. */
export interface ViduQ3VideoGenInput extends VideoGenInputBase {
  readonly seed?: RefOr<number> | null | undefined;
  /** 1 to 16. Default: `5`. */
  readonly duration?: RefOr<number> | undefined;
  /** Default: `"720p"`. */
  readonly resolution?: RefOr<Open<'360p' | '540p' | '720p' | '1080p'>> | undefined;
  /** Default: `false`. */
  readonly turbo?: RefOr<boolean> | undefined;
  /** Default: `true`. */
  readonly enableAudio?: RefOr<boolean> | undefined;
  readonly aspectRatio?: RefOr<Open<'16:9' | '9:16' | '1:1' | '4:3' | '3:4'>> | null | undefined;
  readonly images?: RefOr<readonly RefOr<string>[]> | undefined;
  readonly engine: 'vidu-q3';
}

/** VideoGenInput with `engine: 'vidu'`. */
export interface ViduVideoGenInput extends VideoGenInputBase {
  /** Default: `true`. */
  readonly enablePromptEnhancer?: RefOr<boolean> | undefined;
  readonly seed?: RefOr<number> | null | undefined;
  readonly sourceImage?: RefOr<string> | null | undefined;
  readonly style?: RefOr<ViduVideoGenStyle> | undefined;
  /** Default: `4`. */
  readonly duration?: RefOr<4 | 8 | (number & {})> | undefined;
  readonly endSourceImage?: RefOr<string> | null | undefined;
  readonly model?: RefOr<ViduVideoGenModel> | undefined;
  readonly aspectRatio?: RefOr<Open<'16:9' | '9:16' | '1:1'>> | null | undefined;
  readonly movementAmplitude?: RefOr<Open<'auto' | 'small' | 'medium' | 'large'>> | null | undefined;
  readonly images?: RefOr<readonly RefOr<string>[]> | undefined;
  /** Default: `false`. */
  readonly enableBackgroundMusic?: RefOr<boolean> | undefined;
  readonly engine: 'vidu';
}

/** Known values of `ViduVideoGenInput.model`. */
export type ViduVideoGenModel = Open<'default' | 'q1' | 'q3'>;

/** Known values of `ViduVideoGenInput.style`. */
export type ViduVideoGenStyle = Open<'general' | 'anime'>;

interface VllmOmniTextToSpeechInputBase extends TextToSpeechInputBase {
  readonly engine: 'vllm-omni';
}

/** TextToSpeechInput with `engine: 'vllm-omni'`. Chosen by `ecosystem`. */
export type VllmOmniTextToSpeechInput =
  | Qwen3TextToSpeechInput
  | OmniVoiceTextToSpeechInput;

/** MediaTransformer with `type: 'volume'`. */
export interface VolumeTransformer {
  readonly db?: RefOr<number> | undefined;
  readonly type: 'volume';
}

/** What `wdTagging` takes. */
export interface WDTaggingInput {
  readonly model?: RefOr<string> | null | undefined;
  /** A URL. */
  readonly mediaUrl: RefOr<string>;
  readonly threshold?: RefOr<number> | null | undefined;
  readonly prompt?: RefOr<string> | null | undefined;
}

/** VideoGenInput with `engine: 'wan'`, `version: 'v2.1'`, `provider: 'civitai'`. */
export interface Wan21CivitaiVideoGenInput extends Wan21VideoGenInputBase {
  /** Default: `480`. */
  readonly width?: RefOr<number> | undefined;
  /** Default: `480`. */
  readonly height?: RefOr<number> | undefined;
  /** An AIR. */
  readonly model?: RefOr<string> | null | undefined;
  readonly images?: RefOr<readonly RefOr<string>[]> | undefined;
  readonly provider?: 'civitai' | undefined;
}

/** VideoGenInput with `engine: 'wan'`, `version: 'v2.1'`, `provider: 'fal'`. */
export interface Wan21FalVideoGenInput extends Wan21VideoGenInputBase {
  /** Default: `"16:9"`. */
  readonly aspectRatio?: RefOr<Open<'1:1' | '16:9' | '9:16'>> | undefined;
  /** Default: `false`. */
  readonly enablePromptExpansion?: RefOr<boolean> | undefined;
  readonly provider: 'fal';
}

interface Wan21VideoGenInputBase extends WanVideoGenInputBase {
  readonly version?: 'v2.1' | undefined;
}

/** VideoGenInput with `engine: 'wan'`, `version: 'v2.1'`. Chosen by `provider`, `civitai` without one. */
export type Wan21VideoGenInput =
  | Wan21CivitaiVideoGenInput
  | Wan21FalVideoGenInput;

/** ImageGenInput with `engine: 'wan'`, `version: 'v2.2-5b'`, `provider: 'fal'`. */
export interface Wan225bFalImageGenInput extends Wan225bImageGenInputBase {
  readonly provider?: 'fal' | undefined;
}

/** VideoGenInput with `engine: 'wan'`, `version: 'v2.2-5b'`, `provider: 'fal'`, `operation: 'image-to-video'`. */
export interface Wan225bFalImageToVideoInput extends Wan225bFalVideoGenInputBase {
  readonly images?: RefOr<readonly RefOr<string>[]> | undefined;
  readonly operation: 'image-to-video';
}

/** VideoGenInput with `engine: 'wan'`, `version: 'v2.2-5b'`, `provider: 'fal'`, `operation: 'text-to-video'`. */
export interface Wan225bFalTextToVideoInput extends Wan225bFalVideoGenInputBase {
  readonly operation?: 'text-to-video' | undefined;
}

interface Wan225bFalVideoGenInputBase extends Wan225bVideoGenInputBase {
  /** Default: `"720p"`. */
  readonly resolution?: RefOr<Open<'480p' | '580p' | '720p'>> | undefined;
  /** Default: `"16:9"`. */
  readonly aspectRatio?: RefOr<Open<'1:1' | '16:9' | '9:16' | 'auto'>> | undefined;
  /** Default: `false`. */
  readonly enablePromptExpansion?: RefOr<boolean> | undefined;
  /** Default: `false`. */
  readonly useDistill?: RefOr<boolean> | undefined;
  /** Default: `false`. */
  readonly useFastWan?: RefOr<boolean> | undefined;
  /** Default: `"film"`. */
  readonly interpolatorModel?: RefOr<Open<'none' | 'film' | 'rife'>> | undefined;
  readonly negativePrompt?: RefOr<string> | null | undefined;
  /** Default: `false`. */
  readonly enableSafetyChecker?: RefOr<boolean> | undefined;
  /** 2 to 50. Default: `20`. */
  readonly numInferenceSteps?: RefOr<number> | undefined;
  readonly provider?: 'fal' | undefined;
}

/** VideoGenInput with `engine: 'wan'`, `version: 'v2.2-5b'`, `provider: 'fal'`. Chosen by `operation`, `text-to-video` without one. */
export type Wan225bFalVideoGenInput =
  | Wan225bFalTextToVideoInput
  | Wan225bFalImageToVideoInput;

interface Wan225bImageGenInputBase extends WanImageGenInputBase {
  /** 2 to 50. Default: `40`. */
  readonly steps?: RefOr<number> | undefined;
  /** 1 to 10. Default: `2`. */
  readonly shift?: RefOr<number> | undefined;
  readonly version: 'v2.2-5b';
}

/** ImageGenInput with `engine: 'wan'`, `version: 'v2.2-5b'`. Chosen by `provider`, `fal` without one. */
export type Wan225bImageGenInput =
  | Wan225bFalImageGenInput;

interface Wan225bVideoGenInputBase extends WanVideoGenInputBase {
  readonly version: 'v2.2-5b';
}

/** VideoGenInput with `engine: 'wan'`, `version: 'v2.2-5b'`. Chosen by `provider`, `fal` without one. */
export type Wan225bVideoGenInput =
  | Wan225bFalVideoGenInput;

/** VideoGenInput with `engine: 'wan'`, `version: 'v2.2'`, `provider: 'comfy'`. */
export interface Wan22ComfyVideoGenInput extends Wan22VideoGenInputBase {
  /** 64 to 2048. Default: `1280`. */
  readonly width?: RefOr<number> | undefined;
  /** 64 to 2048. Default: `720`. */
  readonly height?: RefOr<number> | undefined;
  /** An AIR. */
  readonly model?: RefOr<string> | null | undefined;
  readonly images?: RefOr<readonly RefOr<string>[]> | undefined;
  readonly negativePrompt?: RefOr<string> | null | undefined;
  /** Default: `"euler"`. */
  readonly sampler?: RefOr<Open<
    | 'euler' | 'euler_ancestral' | 'heun' | 'heunpp2' | 'dpm_2' | 'dpm_2_ancestral' | 'lms' | 'dpm_fast'
    | 'dpm_adaptive' | 'dpmpp_2s_ancestral' | 'dpmpp_sde' | 'dpmpp_2m' | 'dpmpp_2m_sde' | 'dpmpp_3m_sde' | 'ddpm'
    | 'lcm' | 'uni_pc' | 'uni_pc_bh2'
  >> | undefined;
  /** Default: `"simple"`. */
  readonly scheduler?: RefOr<Open<'normal' | 'karras' | 'exponential' | 'sgm_uniform' | 'simple' | 'ddim_uniform' | 'beta'>> | undefined;
  /** 1 to 20. Default: `8`. */
  readonly shift?: RefOr<number> | undefined;
  readonly provider: 'comfy';
}

/** ImageGenInput with `engine: 'wan'`, `version: 'v2.2'`, `provider: 'fal'`. */
export interface Wan22FalImageGenInput extends Wan22ImageGenInputBase {
  /** Default: `"none"`. */
  readonly acceleration?: RefOr<Open<'none' | 'fast' | 'faster'>> | undefined;
  readonly provider?: 'fal' | undefined;
}

/** VideoGenInput with `engine: 'wan'`, `version: 'v2.2'`, `provider: 'fal'`, `operation: 'image-to-video'`. */
export interface Wan22FalImageToVideoInput extends Wan22FalVideoGenInputBase {
  readonly images?: RefOr<readonly RefOr<string>[]> | undefined;
  readonly operation: 'image-to-video';
}

/** VideoGenInput with `engine: 'wan'`, `version: 'v2.2'`, `provider: 'fal'`, `operation: 'text-to-video'`. */
export interface Wan22FalTextToVideoInput extends Wan22FalVideoGenInputBase {
  readonly operation?: 'text-to-video' | undefined;
}

interface Wan22FalVideoGenInputBase extends Wan22VideoGenInputBase {
  /** Default: `"720p"`. */
  readonly resolution?: RefOr<Open<'480p' | '720p'>> | undefined;
  /** Default: `"16:9"`. */
  readonly aspectRatio?: RefOr<Open<'1:1' | '16:9' | '9:16' | '4:3' | '3:4' | '4:5' | '5:4'>> | undefined;
  /** Default: `false`. */
  readonly enablePromptExpansion?: RefOr<boolean> | undefined;
  /** 1 to 10. Default: `5`. */
  readonly shift?: RefOr<number> | undefined;
  /** Default: `"film"`. */
  readonly interpolatorModel?: RefOr<Open<'film' | 'rife'>> | undefined;
  /** Default: `false`. */
  readonly useTurbo?: RefOr<boolean> | undefined;
  readonly negativePrompt?: RefOr<string> | null | undefined;
  /** Default: `false`. */
  readonly enableSafetyChecker?: RefOr<boolean> | undefined;
  readonly provider?: 'fal' | undefined;
}

/** VideoGenInput with `engine: 'wan'`, `version: 'v2.2'`, `provider: 'fal'`. Chosen by `operation`, `text-to-video` without one. */
export type Wan22FalVideoGenInput =
  | Wan22FalTextToVideoInput
  | Wan22FalImageToVideoInput;

interface Wan22ImageGenInputBase extends WanImageGenInputBase {
  /** 2 to 40. Default: `27`. */
  readonly steps?: RefOr<number> | undefined;
  readonly version?: 'v2.2' | undefined;
}

/** ImageGenInput with `engine: 'wan'`, `version: 'v2.2'`. Chosen by `provider`, `fal` without one. */
export type Wan22ImageGenInput =
  | Wan22FalImageGenInput;

interface Wan22VideoGenInputBase extends WanVideoGenInputBase {
  readonly version: 'v2.2';
}

/** VideoGenInput with `engine: 'wan'`, `version: 'v2.2'`. Chosen by `provider`, `fal` without one. */
export type Wan22VideoGenInput =
  | Wan22FalVideoGenInput
  | Wan22ComfyVideoGenInput;

interface Wan25FalImageGenInputBase extends Wan25ImageGenInputBase {
  readonly provider?: 'fal' | undefined;
}

/** ImageGenInput with `engine: 'wan'`, `version: 'v2.5'`, `provider: 'fal'`. Chosen by `operation`, `text-to-image` without one. */
export type Wan25FalImageGenInput =
  | Wan25FalTextToImageInput
  | Wan25FalImageToImageInput;

/** ImageGenInput with `engine: 'wan'`, `version: 'v2.5'`, `provider: 'fal'`, `operation: 'image-to-image'`. */
export interface Wan25FalImageToImageInput extends Wan25FalImageGenInputBase {
  readonly images?: RefOr<readonly RefOr<string>[]> | undefined;
  readonly operation: 'image-to-image';
}

/** VideoGenInput with `engine: 'wan'`, `version: 'v2.5'`, `provider: 'fal'`, `operation: 'image-to-video'`. */
export interface Wan25FalImageToVideoInput extends Wan25FalVideoGenInputBase {
  readonly images?: RefOr<readonly RefOr<string>[]> | undefined;
  readonly operation: 'image-to-video';
}

/** ImageGenInput with `engine: 'wan'`, `version: 'v2.5'`, `provider: 'fal'`, `operation: 'text-to-image'`. */
export interface Wan25FalTextToImageInput extends Wan25FalImageGenInputBase {
  readonly operation?: 'text-to-image' | undefined;
}

/** VideoGenInput with `engine: 'wan'`, `version: 'v2.5'`, `provider: 'fal'`, `operation: 'text-to-video'`. */
export interface Wan25FalTextToVideoInput extends Wan25FalVideoGenInputBase {
  readonly operation?: 'text-to-video' | undefined;
}

interface Wan25FalVideoGenInputBase extends Wan25VideoGenInputBase {
  /** Default: `"1080p"`. */
  readonly resolution?: RefOr<Open<'480p' | '720p' | '1080p'>> | undefined;
  /** Default: `"16:9"`. */
  readonly aspectRatio?: RefOr<Open<'16:9' | '9:16' | '1:1'>> | undefined;
  /** Default: `true`. */
  readonly enablePromptExpansion?: RefOr<boolean> | undefined;
  readonly negativePrompt?: RefOr<string> | null | undefined;
  readonly provider?: 'fal' | undefined;
}

/** VideoGenInput with `engine: 'wan'`, `version: 'v2.5'`, `provider: 'fal'`. Chosen by `operation`, `text-to-video` without one. */
export type Wan25FalVideoGenInput =
  | Wan25FalTextToVideoInput
  | Wan25FalImageToVideoInput;

interface Wan25ImageGenInputBase extends WanImageGenInputBase {
  readonly version: 'v2.5';
}

/** ImageGenInput with `engine: 'wan'`, `version: 'v2.5'`. Chosen by `provider`, `fal` without one. */
export type Wan25ImageGenInput =
  | Wan25FalImageGenInput;

interface Wan25VideoGenInputBase extends WanVideoGenInputBase {
  readonly version: 'v2.5';
}

/** VideoGenInput with `engine: 'wan'`, `version: 'v2.5'`. Chosen by `provider`, `fal` without one. */
export type Wan25VideoGenInput =
  | Wan25FalVideoGenInput;

/** VideoGenInput with `engine: 'wan'`, `version: 'v2.6'`, `provider: 'fal'`, `operation: 'image-to-video'`. */
export interface Wan26FalImageToVideoInput extends Wan26FalVideoGenInputBase {
  readonly images?: RefOr<readonly RefOr<string>[]> | undefined;
  readonly operation: 'image-to-video';
}

/** VideoGenInput with `engine: 'wan'`, `version: 'v2.6'`, `provider: 'fal'`, `operation: 'reference-to-video'`. */
export interface Wan26FalReferenceToVideoInput extends Wan26FalVideoGenInputBase {
  readonly referenceVideoUrls?: RefOr<readonly RefOr<string>[]> | undefined;
  /** Default: `"16:9"`. */
  readonly aspectRatio?: RefOr<Open<'16:9' | '9:16' | '1:1' | '4:3' | '3:4'>> | undefined;
  /** 5 to 10. Default: `5`. */
  readonly duration?: RefOr<number> | undefined;
  readonly operation: 'reference-to-video';
}

/** VideoGenInput with `engine: 'wan'`, `version: 'v2.6'`, `provider: 'fal'`, `operation: 'text-to-video'`. */
export interface Wan26FalTextToVideoInput extends Wan26FalVideoGenInputBase {
  /** Default: `"16:9"`. */
  readonly aspectRatio?: RefOr<Open<'16:9' | '9:16' | '1:1' | '4:3' | '3:4'>> | undefined;
  readonly operation?: 'text-to-video' | undefined;
}

interface Wan26FalVideoGenInputBase extends Wan26VideoGenInputBase {
  /** Default: `"1080p"`. */
  readonly resolution?: RefOr<Open<'720p' | '1080p'>> | undefined;
  readonly negativePrompt?: RefOr<string> | null | undefined;
  /** Default: `true`. */
  readonly enablePromptExpansion?: RefOr<boolean> | undefined;
  /** Default: `false`. */
  readonly multiShots?: RefOr<boolean> | undefined;
  /** Default: `false`. */
  readonly enableSafetyChecker?: RefOr<boolean> | undefined;
  readonly audioUrl?: RefOr<string> | null | undefined;
  readonly provider?: 'fal' | undefined;
}

/** VideoGenInput with `engine: 'wan'`, `version: 'v2.6'`, `provider: 'fal'`. Chosen by `operation`, `text-to-video` without one. */
export type Wan26FalVideoGenInput =
  | Wan26FalTextToVideoInput
  | Wan26FalImageToVideoInput
  | Wan26FalReferenceToVideoInput;

interface Wan26VideoGenInputBase extends WanVideoGenInputBase {
  readonly version: 'v2.6';
}

/** VideoGenInput with `engine: 'wan'`, `version: 'v2.6'`. Chosen by `provider`, `fal` without one. */
export type Wan26VideoGenInput =
  | Wan26FalVideoGenInput;

/** VideoGenInput with `engine: 'wan'`, `version: 'v2.7'`, `provider: 'fal'`, `operation: 'edit-video'`. */
export interface Wan27FalEditVideoInput extends Wan27FalVideoGenInputBase {
  /** At least 1 characters. */
  readonly videoUrl: RefOr<string>;
  readonly referenceImage?: RefOr<string> | null | undefined;
  readonly aspectRatio?: RefOr<Open<'16:9' | '9:16' | '1:1' | '4:3' | '3:4'>> | null | undefined;
  /** Default: `"auto"`. */
  readonly audioSetting?: RefOr<Open<'auto' | 'origin'>> | undefined;
  readonly operation: 'edit-video';
}

/** ImageGenInput with `engine: 'wan'`, `version: 'v2.7'`, `provider: 'fal'`, `operation: 'editImage'`. */
export interface Wan27FalImageEditInput extends Wan27FalImageGenInputBase {
  readonly images: RefOr<readonly RefOr<string>[]>;
  readonly operation: 'editImage';
}

interface Wan27FalImageGenInputBase extends Wan27ImageGenInputBase {
  /** Default: `false`. */
  readonly usePro?: RefOr<boolean> | undefined;
  readonly provider?: 'fal' | undefined;
}

/** ImageGenInput with `engine: 'wan'`, `version: 'v2.7'`, `provider: 'fal'`. Chosen by `operation`, `createImage` without one. */
export type Wan27FalImageGenInput =
  | Wan27FalTextToImageInput
  | Wan27FalImageEditInput;

/** VideoGenInput with `engine: 'wan'`, `version: 'v2.7'`, `provider: 'fal'`, `operation: 'image-to-video'`. */
export interface Wan27FalImageToVideoInput extends Wan27FalVideoGenInputBase {
  readonly startImage?: RefOr<string> | null | undefined;
  readonly endImage?: RefOr<string> | null | undefined;
  readonly videoUrl?: RefOr<string> | null | undefined;
  readonly negativePrompt?: RefOr<string> | null | undefined;
  /** Default: `true`. */
  readonly enablePromptExpansion?: RefOr<boolean> | undefined;
  readonly audioUrl?: RefOr<string> | null | undefined;
  readonly operation: 'image-to-video';
}

/** VideoGenInput with `engine: 'wan'`, `version: 'v2.7'`, `provider: 'fal'`, `operation: 'reference-to-video'`. */
export interface Wan27FalReferenceToVideoInput extends Wan27FalVideoGenInputBase {
  readonly referenceImages?: RefOr<readonly RefOr<string>[]> | undefined;
  readonly referenceVideoUrls?: RefOr<readonly RefOr<string>[]> | undefined;
  /** Default: `"16:9"`. */
  readonly aspectRatio?: RefOr<Open<'16:9' | '9:16' | '1:1' | '4:3' | '3:4'>> | undefined;
  /** Default: `false`. */
  readonly multiShots?: RefOr<boolean> | undefined;
  readonly negativePrompt?: RefOr<string> | null | undefined;
  readonly operation: 'reference-to-video';
}

/** ImageGenInput with `engine: 'wan'`, `version: 'v2.7'`, `provider: 'fal'`, `operation: 'createImage'`. */
export interface Wan27FalTextToImageInput extends Wan27FalImageGenInputBase {
  readonly operation?: 'createImage' | undefined;
}

/** VideoGenInput with `engine: 'wan'`, `version: 'v2.7'`, `provider: 'fal'`, `operation: 'text-to-video'`. */
export interface Wan27FalTextToVideoInput extends Wan27FalVideoGenInputBase {
  /** Default: `"16:9"`. */
  readonly aspectRatio?: RefOr<Open<'16:9' | '9:16' | '1:1' | '4:3' | '3:4'>> | undefined;
  readonly negativePrompt?: RefOr<string> | null | undefined;
  /** Default: `true`. */
  readonly enablePromptExpansion?: RefOr<boolean> | undefined;
  readonly audioUrl?: RefOr<string> | null | undefined;
  readonly operation?: 'text-to-video' | undefined;
}

interface Wan27FalVideoGenInputBase extends Wan27VideoGenInputBase {
  /** Default: `"1080p"`. */
  readonly resolution?: RefOr<Open<'720p' | '1080p'>> | undefined;
  /** Default: `false`. */
  readonly enableSafetyChecker?: RefOr<boolean> | undefined;
  readonly provider?: 'fal' | undefined;
}

/** VideoGenInput with `engine: 'wan'`, `version: 'v2.7'`, `provider: 'fal'`. Chosen by `operation`, `text-to-video` without one. */
export type Wan27FalVideoGenInput =
  | Wan27FalTextToVideoInput
  | Wan27FalImageToVideoInput
  | Wan27FalReferenceToVideoInput
  | Wan27FalEditVideoInput;

interface Wan27ImageGenInputBase extends WanImageGenInputBase {
  readonly version: 'v2.7';
}

/** ImageGenInput with `engine: 'wan'`, `version: 'v2.7'`. Chosen by `provider`, `fal` without one. */
export type Wan27ImageGenInput =
  | Wan27FalImageGenInput;

interface Wan27VideoGenInputBase extends WanVideoGenInputBase {
  readonly version: 'v2.7';
}

/** VideoGenInput with `engine: 'wan'`, `version: 'v2.7'`. Chosen by `provider`, `fal` without one. */
export type Wan27VideoGenInput =
  | Wan27FalVideoGenInput;

/** VideoGenInput with `engine: 'wan'`, `version: 'v3.0'`, `operation: 'image-to-video'`. */
export interface Wan30ImageToVideoInput extends Wan30VideoGenInputBase {
  readonly startImage?: RefOr<string> | null | undefined;
  readonly endImage?: RefOr<string> | null | undefined;
  readonly operation: 'image-to-video';
}

/** VideoGenInput with `engine: 'wan'`, `version: 'v3.0'`, `operation: 'text-to-video'`. */
export interface Wan30TextToVideoInput extends Wan30VideoGenInputBase {
  readonly aspectRatio?: RefOr<Open<'16:9' | '9:16' | '1:1' | '4:3' | '3:4'>> | undefined;
  readonly operation?: 'text-to-video' | undefined;
}

interface Wan30VideoGenInputBase extends WanVideoGenInputBase {
  readonly resolution?: RefOr<Open<'480p' | '720p' | '1080p'>> | undefined;
  readonly negativePrompt?: RefOr<string> | null | undefined;
  readonly enablePromptExpansion?: RefOr<boolean> | undefined;
  readonly usePrime?: RefOr<boolean> | undefined;
  readonly version: 'v3.0';
}

/** VideoGenInput with `engine: 'wan'`, `version: 'v3.0'`. Chosen by `operation`, `text-to-video` without one. */
export type Wan30VideoGenInput =
  | Wan30TextToVideoInput
  | Wan30ImageToVideoInput;

interface WanImageGenInputBase extends ImageGenInputBase {
  /** At least 1 characters. */
  readonly prompt: RefOr<string>;
  readonly negativePrompt?: RefOr<string> | null | undefined;
  /** 1 to 10. Default: `3.5`. */
  readonly guidanceScale?: RefOr<number> | undefined;
  readonly seed?: RefOr<number> | null | undefined;
  /** 1 to 10. Default: `1`. */
  readonly quantity?: RefOr<number> | undefined;
  /** Default: `"square_hd"`. */
  readonly imageSize?: RefOr<string> | undefined;
  /** Default: `false`. */
  readonly enablePromptExpansion?: RefOr<boolean> | undefined;
  /** Default: `false`. */
  readonly enableSafetyChecker?: RefOr<boolean> | undefined;
  readonly loras?: RefOr<readonly RefOr<ImageGenInputLora>[]> | undefined;
  readonly engine: 'wan';
}

/** ImageGenInput with `engine: 'wan'`. Chosen by `version`, `v2.2` without one. */
export type WanImageGenInput =
  | Wan22ImageGenInput
  | Wan225bImageGenInput
  | Wan25ImageGenInput
  | Wan27ImageGenInput;

interface WanVideoGenInputBase extends VideoGenInputBase {
  readonly sourceImage?: RefOr<string> | null | undefined;
  /** 0 to 100. Default: `4`. */
  readonly cfgScale?: RefOr<number> | undefined;
  /** Default: `24`. */
  readonly frameRate?: RefOr<number> | undefined;
  /** 1 to 30. Default: `5`. */
  readonly duration?: RefOr<number> | undefined;
  readonly seed?: RefOr<number> | null | undefined;
  /** 10 to 50. Default: `20`. */
  readonly steps?: RefOr<number> | undefined;
  readonly loras?: RefOr<readonly RefOr<VideoGenInputLora>[]> | undefined;
  readonly engine: 'wan';
}

/** VideoGenInput with `engine: 'wan'`. Chosen by `version`, `v2.1` without one. */
export type WanVideoGenInput =
  | Wan21VideoGenInput
  | Wan22VideoGenInput
  | Wan225bVideoGenInput
  | Wan25VideoGenInput
  | Wan26VideoGenInput
  | Wan27VideoGenInput
  | Wan30VideoGenInput;

/** What `webScrape` takes. */
export interface WebScrapeInput {
  readonly url: RefOr<string>;
  readonly formats?: RefOr<readonly RefOr<string>[]> | undefined;
}

/** What `webSearch` takes. */
export interface WebSearchInput {
  readonly query: RefOr<string>;
  readonly limit?: RefOr<number> | undefined;
  readonly scrapeFormats?: RefOr<readonly RefOr<string>[]> | null | undefined;
}

/** ImageOutputFormat with `format: 'webp'`. */
export interface WebpOutputFormat extends ImageOutputFormatBase {
  /** 1 to 100. Default: `85`. */
  readonly quality?: RefOr<number> | undefined;
  /** Default: `false`. */
  readonly lossless?: RefOr<boolean> | undefined;
  readonly maxFrames?: RefOr<number> | null | undefined;
  readonly format: 'webp';
}

interface WorkflowStepTemplateBase {
  readonly name?: string | null | undefined;
  readonly priority?: Priority | undefined;
  /** A time span such as `00:10:00`. */
  readonly timeout?: string | null | undefined;
  readonly retries?: number | null | undefined;
  readonly metadata?: { readonly [key: string]: unknown } | null | undefined;
}

/** A `$type` that this release does not list. */
export interface UnlistedWorkflowStepTemplate {
  readonly $type: Unlisted;
}

/** Part of `RepeatInput.template`, `WorkflowTemplate.steps`. Chosen by `$type`. */
export type WorkflowStepTemplate =
  | AceStepAudioStepTemplate
  | AgeClassificationStepTemplate
  | AudioCaptioningStepTemplate
  | BlobArchiveStepTemplate
  | ChatCompletionStepTemplate
  | ComfyStepTemplate
  | ComfyNodepackSnapshotStepTemplate
  | ComposeMediaStepTemplate
  | ConvertImageStepTemplate
  | CustomComfyStepTemplate
  | EchoStepTemplate
  | ImageBackgroundRemovalStepTemplate
  | ImageGenStepTemplate
  | ImageResourceTrainingStepTemplate
  | ImageToSvgStepTemplate
  | ImageUploadStepTemplate
  | ImageUpscalerStepTemplate
  | MediaCaptioningStepTemplate
  | MediaHashStepTemplate
  | MediaRatingStepTemplate
  | MiniMaxMusic3StepTemplate
  | Model3DPreviewStepTemplate
  | ModelClamScanStepTemplate
  | ModelHashStepTemplate
  | ModelParseMetadataStepTemplate
  | ModelPickleScanStepTemplate
  | PolyGenStepTemplate
  | PreprocessImageStepTemplate
  | PromptEnhancementStepTemplate
  | QwenImageBenchStepTemplate
  | ShieldstralModerationStepTemplate
  | TextToImageStepTemplate
  | TextToSpeechStepTemplate
  | TrainingStepTemplate
  | TranscodeStepTemplate
  | TranscriptionStepTemplate
  | VideoBackgroundRemovalStepTemplate
  | VideoEnhancementStepTemplate
  | VideoFrameExtractionStepTemplate
  | VideoGenStepTemplate
  | VideoInterpolationStepTemplate
  | VideoMetadataStepTemplate
  | VideoUpscalerStepTemplate
  | WDTaggingStepTemplate
  | XGuardModerationStepTemplate
  | RepeatStepTemplate
  | PreprocessVideoStepTemplate
  | WebSearchStepTemplate
  | WebScrapeStepTemplate
  | UnlistedWorkflowStepTemplate
  | _WorkflowStepTemplate;

/** Part of `XGuardModerationInput.labelOverrides`. */
export interface XGuardLabelConfiguration {
  readonly label: RefOr<string>;
  readonly action: RefOr<string>;
  readonly threshold?: RefOr<number> | undefined;
  readonly policy: RefOr<string>;
}

interface XGuardModerationInputBase {
  readonly labels?: RefOr<readonly RefOr<string>[]> | null | undefined;
  readonly labelOverrides?: RefOr<readonly RefOr<XGuardLabelConfiguration>[]> | null | undefined;
  readonly storeFullResponse?: RefOr<boolean> | undefined;
  readonly includeReasoning?: RefOr<boolean> | undefined;
}

/** A `mode` that this release does not list. */
export interface UnlistedXGuardModerationInput {
  readonly mode: Unlisted;
}

/** What `xGuardModeration` takes. Chosen by `mode`. */
export type XGuardModerationInput =
  | XGuardPromptModerationInput
  | XGuardTextModerationInput
  | UnlistedXGuardModerationInput
  | _XGuardModerationInput;

/** XGuardModerationInput with `mode: 'prompt'`. */
export interface XGuardPromptModerationInput extends XGuardModerationInputBase {
  readonly positivePrompt: RefOr<string>;
  readonly negativePrompt?: RefOr<string> | null | undefined;
  readonly instructions?: RefOr<string> | null | undefined;
  readonly mode: 'prompt';
  readonly scope?: RefOr<XGuardPromptScope> | undefined;
}

/** Known values of `XGuardPromptModerationInput.scope`. */
export type XGuardPromptScope = Open<'combined' | 'positive' | 'negative'>;

/** XGuardModerationInput with `mode: 'text'`. */
export interface XGuardTextModerationInput extends XGuardModerationInputBase {
  readonly text: RefOr<string>;
  readonly mode: 'text';
}

/** TrainingInput with `engine: 'ai-toolkit'`, `ecosystem: 'zimagebase'`. */
export interface ZImageBaseAIToolkitTrainingInput extends AIToolkitTrainingInputBase {
  readonly ecosystem: 'zimagebase';
  /** 1 to 2. Default: `1`. */
  readonly batchSize?: RefOr<number> | null | undefined;
}

/** ImageGenInput with `engine: 'sdcpp'`, `ecosystem: 'zImage'`, `model: 'base'`, `operation: 'createImage'`. */
export interface ZImageBaseCreateImageGenInput extends ZImageBaseImageGenInputBase {
  /** 64 to 2048. Default: `1024`. */
  readonly width?: RefOr<number> | undefined;
  /** 64 to 2048. Default: `1024`. */
  readonly height?: RefOr<number> | undefined;
  readonly operation: 'createImage';
}

interface ZImageBaseImageGenInputBase extends ZImageImageGenInputBase {
  /** At most 10000 characters. */
  readonly prompt: RefOr<string>;
  /** At most 10000 characters. */
  readonly negativePrompt?: RefOr<string> | null | undefined;
  readonly sampleMethod?: RefOr<SdCppSampleMethod> | undefined;
  readonly schedule?: RefOr<SdCppSchedule> | undefined;
  /** 1 to 150. Default: `20`. */
  readonly steps?: RefOr<number> | undefined;
  /** 0 to 30. Default: `4`. */
  readonly cfgScale?: RefOr<number> | undefined;
  readonly seed?: RefOr<number> | null | undefined;
  /** 1 to 12. Default: `1`. */
  readonly quantity?: RefOr<number> | undefined;
  readonly loras?: RefOr<{ readonly [key: string]: RefOr<number> }> | undefined;
  readonly controlNets?: RefOr<readonly RefOr<ImageJobControlNet>[]> | undefined;
  readonly model: 'base';
}

/** ImageGenInput with `engine: 'sdcpp'`, `ecosystem: 'zImage'`, `model: 'base'`. Chosen by `operation`. */
export type ZImageBaseImageGenInput =
  | ZImageBaseCreateImageGenInput;

interface ZImageImageGenInputBase extends SdCppImageGenInputBase {
  /** An AIR. */
  readonly diffuserModel?: RefOr<string> | undefined;
  readonly ecosystem: 'zImage';
}

/** ImageGenInput with `engine: 'sdcpp'`, `ecosystem: 'zImage'`. Chosen by `model`. */
export type ZImageImageGenInput =
  | ZImageTurboImageGenInput
  | ZImageBaseImageGenInput;

/** TrainingInput with `engine: 'ai-toolkit'`, `ecosystem: 'zimageturbo'`. */
export interface ZImageTurboAIToolkitTrainingInput extends AIToolkitTrainingInputBase {
  readonly ecosystem: 'zimageturbo';
  /** 1 to 2. Default: `1`. */
  readonly batchSize?: RefOr<number> | null | undefined;
}

/** ImageGenInput with `engine: 'sdcpp'`, `ecosystem: 'zImage'`, `model: 'turbo'`, `operation: 'createImage'`. */
export interface ZImageTurboCreateImageGenInput extends ZImageTurboImageGenInputBase {
  /** 64 to 2048. Default: `1024`. */
  readonly width?: RefOr<number> | undefined;
  /** 64 to 2048. Default: `1024`. */
  readonly height?: RefOr<number> | undefined;
  readonly operation: 'createImage';
}

interface ZImageTurboImageGenInputBase extends ZImageImageGenInputBase {
  /** At most 10000 characters. */
  readonly prompt: RefOr<string>;
  /** At most 10000 characters. */
  readonly negativePrompt?: RefOr<string> | null | undefined;
  readonly sampleMethod?: RefOr<SdCppSampleMethod> | undefined;
  readonly schedule?: RefOr<SdCppSchedule> | undefined;
  /** 1 to 150. Default: `9`. */
  readonly steps?: RefOr<number> | undefined;
  /** 0 to 30. Default: `1`. */
  readonly cfgScale?: RefOr<number> | undefined;
  readonly seed?: RefOr<number> | null | undefined;
  /** 1 to 12. Default: `1`. */
  readonly quantity?: RefOr<number> | undefined;
  readonly loras?: RefOr<{ readonly [key: string]: RefOr<number> }> | undefined;
  readonly controlNets?: RefOr<readonly RefOr<ImageJobControlNet>[]> | undefined;
  readonly model: 'turbo';
}

/** ImageGenInput with `engine: 'sdcpp'`, `ecosystem: 'zImage'`, `model: 'turbo'`. Chosen by `operation`. */
export type ZImageTurboImageGenInput =
  | ZImageTurboCreateImageGenInput;

/** TrainingData with `type: 'zip'`. */
export interface ZipTrainingData {
  /** An AIR. */
  readonly sourceUrl: RefOr<string>;
  readonly count?: RefOr<number> | undefined;
  readonly type: 'zip';
}

/** Known values of `PreprocessImageZoeDepthAnythingInput.environment`. */
export type ZoeDepthEnvironment = Open<'indoor' | 'outdoor'>;

// ---- What steps and recipes put out ----------------------------------------------------------------------------------

/** What `aceStepAudio` puts out. */
export interface AceStepAudioOutput {
  readonly blob: Blob;
}

/** What `ageClassification` puts out. */
export interface AgeClassificationOutput {
  readonly labels: { readonly [key: string]: readonly AgeClassifierLabel[] };
  readonly hasMinor: boolean;
  readonly numPredictions: number;
  readonly numFlagged: number;
  readonly faceRecognitionFaces?: { readonly [key: string]: readonly FaceDetectionInfo[] } | null | undefined;
  readonly faceRecognitionNumFaces?: number | null | undefined;
  readonly faceRecognitionNumUniquePeople?: number | null | undefined;
  readonly faceRecognitionAvailable: boolean;
}

/** What `audioCaptioning` puts out. */
export interface AudioCaptioningOutput {
  readonly results: { readonly [key: string]: AudioCaptioningOutputItem };
}

/** What `batchOCRSafetyClassification` puts out. */
export interface BatchOCRSafetyClassificationOutput {
  readonly results: readonly BatchOCRSafetyClassificationResult[];
}

/** What `blobArchive` puts out. */
export interface BlobArchiveOutput {
  /** A URL. */
  readonly url: string;
  readonly entryCount: number;
  readonly format: ArchiveFormat;
  /** ISO 8601, UTC. */
  readonly expiresAt: string;
}

/** What `chatCompletion` puts out. */
export interface ChatCompletionOutput {
  readonly id: string;
  /** Default: `"chat.completion"`. */
  readonly object?: string | null | undefined;
  readonly created: number;
  readonly model: string;
  readonly choices: readonly ChatCompletionChoice[];
  readonly usage?: ChatCompletionUsage | null | undefined;
  readonly systemFingerprint?: string | null | undefined;
  readonly parsed?: unknown;
}

/** What `comfyNodepackSnapshot` puts out. */
export interface ComfyNodepackSnapshotOutput {
  readonly results: readonly ComfyNodepackSnapshotResult[];
}

/** What `comfy` puts out. */
export interface ComfyOutput {
  readonly blobs: readonly Blob[];
}

interface ComposeMediaOutputBase {
  readonly elements: readonly ComposeMediaResolvedElement[];
}

/** A `type` that this release does not list. */
export interface UnlistedComposeMediaOutput extends ComposeMediaOutputBase {
  readonly type: Unlisted;
  readonly [member: string]: unknown;
}

/** What `composeMedia` puts out. Chosen by `type`. */
export type ComposeMediaOutput =
  | AudioComposeMediaOutput
  | VideoComposeMediaOutput
  | UnlistedComposeMediaOutput;

/** What `convertImage` puts out. */
export interface ConvertImageOutput {
  readonly blob?: ImageBlob | null | undefined;
}

/** What `customComfy` puts out. */
export interface CustomComfyOutput {
  readonly blobs: readonly Blob[];
  /** A URL. */
  readonly traceUrl?: string | null | undefined;
  readonly tempBlobs: readonly Blob[];
  readonly usage?: CustomComfyUsage | null | undefined;
}

/** What `echo` puts out. */
export interface EchoOutput {
  readonly message: string;
}

/** What `humanoidImageMask` puts out. */
export interface HumanoidImageMaskOutput {
  readonly blob: Blob;
}

/** What `imageBackgroundRemoval` puts out. */
export interface ImageBackgroundRemovalOutput {
  readonly image?: ImageBlob | null | undefined;
}

/** What `imageGen` puts out. */
export interface ImageGenOutput {
  readonly images: readonly ImageBlob[];
  readonly errors?: readonly string[] | null | undefined;
}

/** What `imageResourceTraining` puts out. */
export interface ImageResourceTrainingOutput {
  readonly moderationStatus: ImageResouceTrainingModerationStatus;
  readonly epochs: readonly EpochResult[];
  readonly sampleImagesPrompts: readonly string[];
  readonly sampleInputImages?: readonly string[] | null | undefined;
  readonly storedAsAssets?: boolean | null | undefined;
  readonly eta?: number | null | undefined;
}

/** What `imageToSvg` puts out. */
export interface ImageToSvgOutput {
  readonly svg: Blob;
}

/** What `imageUpload` puts out. */
export interface ImageUploadOutput {
  readonly blob: Blob;
}

/** What `imageUpscaler` puts out. */
export interface ImageUpscalerOutput {
  readonly blob: ImageBlob;
}

/** What `mediaCaptioning` puts out. */
export interface MediaCaptioningOutput {
  readonly caption: string;
}

/** What `mediaHash` puts out. */
export interface MediaHashOutput {
  readonly hashes: { readonly [key: string]: string };
}

/** What `mediaRating` puts out. */
export interface MediaRatingOutput {
  readonly nsfwLevel: NSFWLevel;
  readonly blockedReason?: string | null | undefined;
  readonly isBlocked: boolean;
  /** All different. */
  readonly labels?: readonly string[] | null | undefined;
  readonly ageClassification?: AgeClassificationResult | null | undefined;
  readonly faceRecognition?: FaceRecognitionResult | null | undefined;
  readonly aiRecognition?: AIRecognitionResult | null | undefined;
  readonly animeRecognition?: AnimeRecognitionResult | null | undefined;
  readonly csam?: boolean | null | undefined;
  readonly humanRecognition?: HumanRecognitionResult | null | undefined;
  readonly bodyAgeClassification?: BodyAgeClassificationResult | null | undefined;
  readonly animeBodyAgeClassification?: AnimeBodyAgeClassificationResult | null | undefined;
  readonly jointAgeClassification?: JointAgeClassificationResult | null | undefined;
}

/** What `miniMaxMusic3` puts out. */
export interface MiniMaxMusic3Output {
  readonly blob: AudioBlob;
}

/** What `model3DPreview` puts out. */
export interface Model3DPreviewOutput {
  readonly images: readonly ImageBlob[];
}

/** What `modelClamScan` puts out. */
export interface ModelClamScanOutput {
  readonly exitCode?: number | null | undefined;
  readonly output?: string | null | undefined;
  readonly status?: ModelClamScanStatus | null | undefined;
  readonly infected?: boolean | null | undefined;
  readonly infectedFileCount?: number | null | undefined;
  readonly scannedFileCount?: number | null | undefined;
}

/** What `modelHash` puts out. */
export interface ModelHashOutput {
  readonly sha256?: string | null | undefined;
  readonly autoV1?: string | null | undefined;
  readonly autoV2?: string | null | undefined;
  readonly autoV3?: string | null | undefined;
  readonly blake3?: string | null | undefined;
  readonly crc32?: string | null | undefined;
}

/** What `modelParseMetadata` puts out. */
export interface ModelParseMetadataOutput {
  readonly metadata?: string | null | undefined;
}

/** What `modelPickleScan` puts out. */
export interface ModelPickleScanOutput {
  readonly exitCode?: number | null | undefined;
  readonly output?: string | null | undefined;
  /** All different. */
  readonly globalImports?: readonly string[] | null | undefined;
  /** All different. */
  readonly dangerousImports?: readonly string[] | null | undefined;
  readonly status?: ModelPickleScanStatus | null | undefined;
  readonly dangerousImportsFound?: boolean | null | undefined;
  readonly skipped?: boolean | null | undefined;
  readonly skipReason?: string | null | undefined;
  readonly scannedFileCount?: number | null | undefined;
  readonly infectedFileCount?: number | null | undefined;
  readonly dangerousGlobalCount?: number | null | undefined;
}

/** What `polyGen` puts out. */
export interface PolyGenOutput {
  readonly model: Model3DBlob;
  readonly fbxModel?: Model3DBlob | null | undefined;
  readonly thumbnail?: ImageBlob | null | undefined;
  readonly riggedModel?: Model3DBlob | null | undefined;
  readonly riggedFbxModel?: Model3DBlob | null | undefined;
  readonly animatedModel?: Model3DBlob | null | undefined;
  readonly animatedFbxModel?: Model3DBlob | null | undefined;
  readonly basicAnimations?: BasicAnimationsBlobs | null | undefined;
}

/** What `prepareResource` puts out. */
export interface PrepareResourceOutput {
  /** An AIR. */
  readonly resource?: string | null | undefined;
  /** ISO 8601, UTC. */
  readonly preparedAt?: string | null | undefined;
  readonly provider?: string | null | undefined;
}

/** What `preprocessImage` puts out. */
export interface PreprocessImageOutput {
  readonly blob: ImageBlob;
}

/** What `preprocessVideo` puts out. */
export interface PreprocessVideoOutput {
  readonly blob: VideoBlob;
}

/** What `promptEnhancement` puts out. */
export interface PromptEnhancementOutput {
  readonly issues: readonly PromptIssue[];
  readonly recommendations: readonly string[];
  readonly enhancedPrompt: string;
  readonly enhancedNegativePrompt?: string | null | undefined;
}

/** What `qwenImageBench` puts out. */
export interface QwenImageBenchOutput {
  readonly results: { readonly [key: string]: QwenImageBenchItemResult };
}

/** What `repeat` puts out. */
export interface RepeatOutput {
  readonly steps: readonly WorkflowStep[];
}

/** What `shieldstralModeration` puts out. */
export interface ShieldstralModerationOutput {
  readonly results: readonly ShieldstralPolicyResult[];
  readonly blocked: boolean;
  readonly triggeredPolicies: readonly string[];
}

/** What `textToImage` puts out. */
export interface TextToImageOutput {
  readonly images: readonly ImageBlob[];
}

/** What `textToSpeech` puts out. */
export interface TextToSpeechOutput {
  readonly audioBlob: AudioBlob;
  readonly modelType?: string | null | undefined;
  readonly speaker?: string | null | undefined;
}

/** What `training` puts out. */
export interface TrainingOutput {
  readonly moderationStatus: TrainingModerationStatus;
  readonly epochs: readonly TrainingOutputEpochResult[];
}

/** What `transcode` puts out. */
export interface TranscodeOutput {
  readonly id: string;
  readonly available: boolean;
  /** A URL. */
  readonly url?: string | null | undefined;
  /** ISO 8601, UTC. */
  readonly urlExpiresAt?: string | null | undefined;
  readonly jobId: string;
  readonly tier?: string | null | undefined;
}

/** What `transcription` puts out. */
export interface TranscriptionOutput {
  readonly text: string;
  readonly language: string;
  readonly timeStamps: readonly TranscriptionTimeStamp[];
  readonly elapsedSeconds: number;
}

/** What `tryOnU` puts out. */
export interface TryOnUOutput {
  readonly blob: Blob;
}

/** What `videoBackgroundRemoval` puts out. */
export interface VideoBackgroundRemovalOutput {
  readonly video?: VideoBlob | null | undefined;
}

/** What `videoEnhancement` puts out. */
export interface VideoEnhancementOutput {
  readonly video?: VideoBlob | null | undefined;
}

/** What `videoFrameExtraction` puts out. */
export interface VideoFrameExtractionOutput {
  readonly frames: readonly ImageBlob[];
  readonly totalFramesExtracted: number;
}

/** What `videoGen` puts out. */
export interface VideoGenOutput {
  readonly video?: VideoBlob | null | undefined;
  readonly additionalVideos?: readonly VideoBlob[] | null | undefined;
  readonly draftCache?: Blob | null | undefined;
}

/** What `videoInterpolation` puts out. */
export interface VideoInterpolationOutput {
  readonly video?: VideoBlob | null | undefined;
}

/** What `videoMetadata` puts out. */
export interface VideoMetadataOutput {
  readonly width: number;
  readonly height: number;
  readonly fps: number;
  /** A time span such as `00:10:00`. */
  readonly duration: string;
}

/** What `videoUpscaler` puts out. */
export interface VideoUpscalerOutput {
  readonly video?: VideoBlob | null | undefined;
}

/** What `wdTagging` puts out. */
export interface WDTaggingOutput {
  readonly tags: { readonly [key: string]: number };
  readonly rating?: { readonly [key: string]: number } | null | undefined;
}

/** What `webScrape` puts out. */
export interface WebScrapeOutput {
  readonly markdown?: string | null | undefined;
  readonly html?: string | null | undefined;
  readonly links?: readonly string[] | null | undefined;
  readonly title?: string | null | undefined;
  readonly description?: string | null | undefined;
  readonly statusCode?: number | null | undefined;
}

/** What `webSearch` puts out. */
export interface WebSearchOutput {
  readonly results: readonly WebSearchResult[];
}

/** What `xGuardModeration` puts out. */
export interface XGuardModerationOutput {
  readonly results: readonly XGuardLabelResult[];
  readonly signalMetadata?: XGuardSignalMetadata | null | undefined;
  readonly blocked: boolean;
  readonly triggeredLabels: readonly string[];
}

// ---- Steps, as they come back ----------------------------------------------------------------------------------------

/** A `aceStepAudio` step, as it comes back. */
export interface AceStepAudioStep extends WorkflowStepBase {
  readonly input: AceStepAudioInput;
  readonly output?: AceStepAudioOutput | null | undefined;
  readonly $type: 'aceStepAudio';
}

/** A `ageClassification` step, as it comes back. */
export interface AgeClassificationStep extends WorkflowStepBase {
  readonly input: AgeClassificationInput;
  readonly output?: AgeClassificationOutput | null | undefined;
  readonly $type: 'ageClassification';
}

/** A `audioCaptioning` step, as it comes back. */
export interface AudioCaptioningStep extends WorkflowStepBase {
  readonly input: AudioCaptioningInput;
  readonly output?: AudioCaptioningOutput | null | undefined;
  readonly $type: 'audioCaptioning';
}

/** A `blobArchive` step, as it comes back. */
export interface BlobArchiveStep extends WorkflowStepBase {
  readonly input: BlobArchiveInput;
  readonly output?: BlobArchiveOutput | null | undefined;
  readonly $type: 'blobArchive';
}

/** A `chatCompletion` step, as it comes back. */
export interface ChatCompletionStep extends WorkflowStepBase {
  readonly input: ChatCompletionInput;
  readonly output?: ChatCompletionOutput | null | undefined;
  readonly $type: 'chatCompletion';
}

/** A `comfyNodepackSnapshot` step, as it comes back. */
export interface ComfyNodepackSnapshotStep extends WorkflowStepBase {
  readonly input: ComfyNodepackSnapshotInput;
  readonly output?: ComfyNodepackSnapshotOutput | null | undefined;
  readonly $type: 'comfyNodepackSnapshot';
}

/** A `comfy` step, as it comes back. */
export interface ComfyStep extends WorkflowStepBase {
  readonly input: ComfyInput;
  readonly output?: ComfyOutput | null | undefined;
  readonly $type: 'comfy';
}

/** A `composeMedia` step, as it comes back. */
export interface ComposeMediaStep extends WorkflowStepBase {
  readonly input: ComposeMediaInput;
  readonly output?: ComposeMediaOutput | null | undefined;
  readonly $type: 'composeMedia';
}

/** A `convertImage` step, as it comes back. */
export interface ConvertImageStep extends WorkflowStepBase {
  readonly input: ConvertImageInput;
  readonly output?: ConvertImageOutput | null | undefined;
  readonly $type: 'convertImage';
}

/** A `customComfy` step, as it comes back. */
export interface CustomComfyStep extends WorkflowStepBase {
  readonly input: CustomComfyInput;
  readonly output?: CustomComfyOutput | null | undefined;
  readonly $type: 'customComfy';
}

/** A `echo` step, as it comes back. */
export interface EchoStep extends WorkflowStepBase {
  readonly input: EchoInput;
  readonly output?: EchoOutput | null | undefined;
  readonly $type: 'echo';
}

/** A `imageBackgroundRemoval` step, as it comes back. */
export interface ImageBackgroundRemovalStep extends WorkflowStepBase {
  readonly input: ImageBackgroundRemovalInput;
  readonly output?: ImageBackgroundRemovalOutput | null | undefined;
  readonly $type: 'imageBackgroundRemoval';
}

/** A `imageGen` step, as it comes back. */
export interface ImageGenStep extends WorkflowStepBase {
  readonly input: ImageGenInput;
  readonly output?: ImageGenOutput | null | undefined;
  readonly $type: 'imageGen';
}

/** A `imageResourceTraining` step, as it comes back. */
export interface ImageResourceTrainingStep extends WorkflowStepBase {
  readonly input: ImageResourceTrainingInput;
  readonly output?: ImageResourceTrainingOutput | null | undefined;
  readonly $type: 'imageResourceTraining';
}

/** A `imageToSvg` step, as it comes back. */
export interface ImageToSvgStep extends WorkflowStepBase {
  readonly input: ImageToSvgInput;
  readonly output?: ImageToSvgOutput | null | undefined;
  readonly $type: 'imageToSvg';
}

/** A `imageUpload` step, as it comes back. */
export interface ImageUploadStep extends WorkflowStepBase {
  readonly input: string;
  readonly output?: ImageUploadOutput | null | undefined;
  readonly $type: 'imageUpload';
}

/** A `imageUpscaler` step, as it comes back. */
export interface ImageUpscalerStep extends WorkflowStepBase {
  readonly input: ImageUpscalerInput;
  readonly output?: ImageUpscalerOutput | null | undefined;
  readonly $type: 'imageUpscaler';
}

/** A `mediaCaptioning` step, as it comes back. */
export interface MediaCaptioningStep extends WorkflowStepBase {
  readonly input: MediaCaptioningInput;
  readonly output?: MediaCaptioningOutput | null | undefined;
  readonly $type: 'mediaCaptioning';
}

/** A `mediaHash` step, as it comes back. */
export interface MediaHashStep extends WorkflowStepBase {
  readonly input: MediaHashInput;
  readonly output?: MediaHashOutput | null | undefined;
  readonly $type: 'mediaHash';
}

/** A `mediaRating` step, as it comes back. */
export interface MediaRatingStep extends WorkflowStepBase {
  readonly input: MediaRatingInput;
  readonly output?: MediaRatingOutput | null | undefined;
  readonly $type: 'mediaRating';
}

/** A `miniMaxMusic3` step, as it comes back. */
export interface MiniMaxMusic3Step extends WorkflowStepBase {
  readonly input: MiniMaxMusic3Input;
  readonly output?: MiniMaxMusic3Output | null | undefined;
  readonly $type: 'miniMaxMusic3';
}

/** A `model3DPreview` step, as it comes back. */
export interface Model3DPreviewStep extends WorkflowStepBase {
  readonly input: Model3DPreviewInput;
  readonly output?: Model3DPreviewOutput | null | undefined;
  readonly $type: 'model3DPreview';
}

/** A `modelClamScan` step, as it comes back. */
export interface ModelClamScanStep extends WorkflowStepBase {
  readonly input: ModelClamScanInput;
  readonly output?: ModelClamScanOutput | null | undefined;
  readonly $type: 'modelClamScan';
}

/** A `modelHash` step, as it comes back. */
export interface ModelHashStep extends WorkflowStepBase {
  readonly input: ModelHashInput;
  readonly output?: ModelHashOutput | null | undefined;
  readonly $type: 'modelHash';
}

/** A `modelParseMetadata` step, as it comes back. */
export interface ModelParseMetadataStep extends WorkflowStepBase {
  readonly input: ModelParseMetadataInput;
  readonly output?: ModelParseMetadataOutput | null | undefined;
  readonly $type: 'modelParseMetadata';
}

/** A `modelPickleScan` step, as it comes back. */
export interface ModelPickleScanStep extends WorkflowStepBase {
  readonly input: ModelPickleScanInput;
  readonly output?: ModelPickleScanOutput | null | undefined;
  readonly $type: 'modelPickleScan';
}

/** A `polyGen` step, as it comes back. */
export interface PolyGenStep extends WorkflowStepBase {
  readonly input: PolyGenInput;
  readonly output?: PolyGenOutput | null | undefined;
  readonly $type: 'polyGen';
}

/** A `preprocessImage` step, as it comes back. */
export interface PreprocessImageStep extends WorkflowStepBase {
  readonly input: PreprocessImageInput;
  readonly output?: PreprocessImageOutput | null | undefined;
  readonly $type: 'preprocessImage';
}

/** A `preprocessVideo` step, as it comes back. */
export interface PreprocessVideoStep extends WorkflowStepBase {
  readonly input: PreprocessVideoInput;
  readonly output?: PreprocessVideoOutput | null | undefined;
  readonly $type: 'preprocessVideo';
}

/** A `promptEnhancement` step, as it comes back. */
export interface PromptEnhancementStep extends WorkflowStepBase {
  readonly input: PromptEnhancementInput;
  readonly output?: PromptEnhancementOutput | null | undefined;
  readonly $type: 'promptEnhancement';
}

/** A `qwenImageBench` step, as it comes back. */
export interface QwenImageBenchStep extends WorkflowStepBase {
  readonly input: QwenImageBenchInput;
  readonly output?: QwenImageBenchOutput | null | undefined;
  readonly $type: 'qwenImageBench';
}

/** A `repeat` step, as it comes back. */
export interface RepeatStep extends WorkflowStepBase {
  readonly input: RepeatInput;
  readonly output?: RepeatOutput | null | undefined;
  readonly $type: 'repeat';
}

/** A `shieldstralModeration` step, as it comes back. */
export interface ShieldstralModerationStep extends WorkflowStepBase {
  readonly input: ShieldstralModerationInput;
  readonly output?: ShieldstralModerationOutput | null | undefined;
  readonly $type: 'shieldstralModeration';
}

/** A `textToImage` step, as it comes back. */
export interface TextToImageStep extends WorkflowStepBase {
  readonly input: TextToImageInput;
  readonly output?: TextToImageOutput | null | undefined;
  readonly $type: 'textToImage';
}

/** A `textToSpeech` step, as it comes back. */
export interface TextToSpeechStep extends WorkflowStepBase {
  readonly input: TextToSpeechInput;
  readonly output?: TextToSpeechOutput | null | undefined;
  readonly $type: 'textToSpeech';
}

/** A `training` step, as it comes back. */
export interface TrainingStep extends WorkflowStepBase {
  readonly input: TrainingInput;
  readonly output?: TrainingOutput | null | undefined;
  readonly $type: 'training';
}

/** A `transcode` step, as it comes back. */
export interface TranscodeStep extends WorkflowStepBase {
  readonly input: TranscodeInput;
  readonly output?: TranscodeOutput | null | undefined;
  readonly $type: 'transcode';
}

/** A `transcription` step, as it comes back. */
export interface TranscriptionStep extends WorkflowStepBase {
  readonly input: TranscriptionInput;
  readonly output?: TranscriptionOutput | null | undefined;
  readonly $type: 'transcription';
}

/** A `videoBackgroundRemoval` step, as it comes back. */
export interface VideoBackgroundRemovalStep extends WorkflowStepBase {
  readonly input: VideoBackgroundRemovalInput;
  readonly output?: VideoBackgroundRemovalOutput | null | undefined;
  readonly $type: 'videoBackgroundRemoval';
}

/** A `videoEnhancement` step, as it comes back. */
export interface VideoEnhancementStep extends WorkflowStepBase {
  readonly input: VideoEnhancementInput;
  readonly output?: VideoEnhancementOutput | null | undefined;
  readonly $type: 'videoEnhancement';
}

/** A `videoFrameExtraction` step, as it comes back. */
export interface VideoFrameExtractionStep extends WorkflowStepBase {
  readonly input: VideoFrameExtractionInput;
  readonly output?: VideoFrameExtractionOutput | null | undefined;
  readonly $type: 'videoFrameExtraction';
}

/** A `videoGen` step, as it comes back. */
export interface VideoGenStep extends WorkflowStepBase {
  readonly input: VideoGenInput;
  readonly output?: VideoGenOutput | null | undefined;
  readonly $type: 'videoGen';
}

/** A `videoInterpolation` step, as it comes back. */
export interface VideoInterpolationStep extends WorkflowStepBase {
  readonly input: VideoInterpolationInput;
  readonly output?: VideoInterpolationOutput | null | undefined;
  readonly $type: 'videoInterpolation';
}

/** A `videoMetadata` step, as it comes back. */
export interface VideoMetadataStep extends WorkflowStepBase {
  readonly input: VideoMetadataInput;
  readonly output?: VideoMetadataOutput | null | undefined;
  readonly $type: 'videoMetadata';
}

/** A `videoUpscaler` step, as it comes back. */
export interface VideoUpscalerStep extends WorkflowStepBase {
  readonly input: VideoUpscalerInput;
  readonly output?: VideoUpscalerOutput | null | undefined;
  readonly $type: 'videoUpscaler';
}

/** A `wdTagging` step, as it comes back. */
export interface WDTaggingStep extends WorkflowStepBase {
  readonly input: WDTaggingInput;
  readonly output?: WDTaggingOutput | null | undefined;
  readonly $type: 'wdTagging';
}

/** A `webScrape` step, as it comes back. */
export interface WebScrapeStep extends WorkflowStepBase {
  readonly input: WebScrapeInput;
  readonly output?: WebScrapeOutput | null | undefined;
  readonly $type: 'webScrape';
}

/** A `webSearch` step, as it comes back. */
export interface WebSearchStep extends WorkflowStepBase {
  readonly input: WebSearchInput;
  readonly output?: WebSearchOutput | null | undefined;
  readonly $type: 'webSearch';
}

/** A `xGuardModeration` step, as it comes back. */
export interface XGuardModerationStep extends WorkflowStepBase {
  readonly input: XGuardModerationInput;
  readonly output?: XGuardModerationOutput | null | undefined;
  readonly $type: 'xGuardModeration';
}

// ---- Steps, as they are sent -----------------------------------------------------------------------------------------

/** A `aceStepAudio` step, as it is sent. */
export interface AceStepAudioStepTemplate extends WorkflowStepTemplateBase {
  readonly input: AceStepAudioInput;
  readonly $type: 'aceStepAudio';
}

/** A `ageClassification` step, as it is sent. */
export interface AgeClassificationStepTemplate extends WorkflowStepTemplateBase {
  readonly input: AgeClassificationInput;
  readonly $type: 'ageClassification';
}

/** A `audioCaptioning` step, as it is sent. */
export interface AudioCaptioningStepTemplate extends WorkflowStepTemplateBase {
  readonly input: AudioCaptioningInput;
  readonly $type: 'audioCaptioning';
}

/** A `blobArchive` step, as it is sent. */
export interface BlobArchiveStepTemplate extends WorkflowStepTemplateBase {
  readonly input: BlobArchiveInput;
  readonly $type: 'blobArchive';
}

/** A `chatCompletion` step, as it is sent. */
export interface ChatCompletionStepTemplate extends WorkflowStepTemplateBase {
  readonly input: ChatCompletionInput;
  readonly $type: 'chatCompletion';
}

/** A `comfyNodepackSnapshot` step, as it is sent. */
export interface ComfyNodepackSnapshotStepTemplate extends WorkflowStepTemplateBase {
  readonly input: ComfyNodepackSnapshotInput;
  readonly $type: 'comfyNodepackSnapshot';
}

/** A `comfy` step, as it is sent. */
export interface ComfyStepTemplate extends WorkflowStepTemplateBase {
  readonly input: ComfyInput;
  readonly $type: 'comfy';
}

/** A `composeMedia` step, as it is sent. */
export interface ComposeMediaStepTemplate extends WorkflowStepTemplateBase {
  readonly input: ComposeMediaInput;
  readonly $type: 'composeMedia';
}

/** A `convertImage` step, as it is sent. */
export interface ConvertImageStepTemplate extends WorkflowStepTemplateBase {
  readonly input: ConvertImageInput;
  readonly $type: 'convertImage';
}

/** A `customComfy` step, as it is sent. */
export interface CustomComfyStepTemplate extends WorkflowStepTemplateBase {
  readonly input: CustomComfyInput;
  readonly $type: 'customComfy';
}

/** A `echo` step, as it is sent. */
export interface EchoStepTemplate extends WorkflowStepTemplateBase {
  readonly input: EchoInput;
  readonly $type: 'echo';
}

/** A `imageBackgroundRemoval` step, as it is sent. */
export interface ImageBackgroundRemovalStepTemplate extends WorkflowStepTemplateBase {
  readonly input: ImageBackgroundRemovalInput;
  readonly $type: 'imageBackgroundRemoval';
}

/** A `imageGen` step, as it is sent. */
export interface ImageGenStepTemplate extends WorkflowStepTemplateBase {
  readonly input: ImageGenInput;
  readonly $type: 'imageGen';
}

/** A `imageResourceTraining` step, as it is sent. */
export interface ImageResourceTrainingStepTemplate extends WorkflowStepTemplateBase {
  readonly input: ImageResourceTrainingInput;
  readonly $type: 'imageResourceTraining';
}

/** A `imageToSvg` step, as it is sent. */
export interface ImageToSvgStepTemplate extends WorkflowStepTemplateBase {
  readonly input: ImageToSvgInput;
  readonly $type: 'imageToSvg';
}

/** A `imageUpload` step, as it is sent. */
export interface ImageUploadStepTemplate extends WorkflowStepTemplateBase {
  readonly input: string;
  readonly $type: 'imageUpload';
}

/** A `imageUpscaler` step, as it is sent. */
export interface ImageUpscalerStepTemplate extends WorkflowStepTemplateBase {
  readonly input: ImageUpscalerInput;
  readonly $type: 'imageUpscaler';
}

/** A `mediaCaptioning` step, as it is sent. */
export interface MediaCaptioningStepTemplate extends WorkflowStepTemplateBase {
  readonly input: MediaCaptioningInput;
  readonly $type: 'mediaCaptioning';
}

/** A `mediaHash` step, as it is sent. */
export interface MediaHashStepTemplate extends WorkflowStepTemplateBase {
  readonly input: MediaHashInput;
  readonly $type: 'mediaHash';
}

/** A `mediaRating` step, as it is sent. */
export interface MediaRatingStepTemplate extends WorkflowStepTemplateBase {
  readonly input: MediaRatingInput;
  readonly $type: 'mediaRating';
}

/** A `miniMaxMusic3` step, as it is sent. */
export interface MiniMaxMusic3StepTemplate extends WorkflowStepTemplateBase {
  readonly input: MiniMaxMusic3Input;
  readonly $type: 'miniMaxMusic3';
}

/** A `model3DPreview` step, as it is sent. */
export interface Model3DPreviewStepTemplate extends WorkflowStepTemplateBase {
  readonly input: Model3DPreviewInput;
  readonly $type: 'model3DPreview';
}

/** A `modelClamScan` step, as it is sent. */
export interface ModelClamScanStepTemplate extends WorkflowStepTemplateBase {
  readonly input: ModelClamScanInput;
  readonly $type: 'modelClamScan';
}

/** A `modelHash` step, as it is sent. */
export interface ModelHashStepTemplate extends WorkflowStepTemplateBase {
  readonly input: ModelHashInput;
  readonly $type: 'modelHash';
}

/** A `modelParseMetadata` step, as it is sent. */
export interface ModelParseMetadataStepTemplate extends WorkflowStepTemplateBase {
  readonly input: ModelParseMetadataInput;
  readonly $type: 'modelParseMetadata';
}

/** A `modelPickleScan` step, as it is sent. */
export interface ModelPickleScanStepTemplate extends WorkflowStepTemplateBase {
  readonly input: ModelPickleScanInput;
  readonly $type: 'modelPickleScan';
}

/** A `polyGen` step, as it is sent. */
export interface PolyGenStepTemplate extends WorkflowStepTemplateBase {
  readonly input: PolyGenInput;
  readonly $type: 'polyGen';
}

/** A `preprocessImage` step, as it is sent. */
export interface PreprocessImageStepTemplate extends WorkflowStepTemplateBase {
  readonly input: PreprocessImageInput;
  readonly $type: 'preprocessImage';
}

/** A `preprocessVideo` step, as it is sent. */
export interface PreprocessVideoStepTemplate extends WorkflowStepTemplateBase {
  readonly input: PreprocessVideoInput;
  readonly $type: 'preprocessVideo';
}

/** A `promptEnhancement` step, as it is sent. */
export interface PromptEnhancementStepTemplate extends WorkflowStepTemplateBase {
  readonly input: PromptEnhancementInput;
  readonly $type: 'promptEnhancement';
}

/** A `qwenImageBench` step, as it is sent. */
export interface QwenImageBenchStepTemplate extends WorkflowStepTemplateBase {
  readonly input: QwenImageBenchInput;
  readonly $type: 'qwenImageBench';
}

/** A `repeat` step, as it is sent. */
export interface RepeatStepTemplate extends WorkflowStepTemplateBase {
  readonly input: RepeatInput;
  readonly $type: 'repeat';
}

/** A `shieldstralModeration` step, as it is sent. */
export interface ShieldstralModerationStepTemplate extends WorkflowStepTemplateBase {
  readonly input: ShieldstralModerationInput;
  readonly $type: 'shieldstralModeration';
}

/** A `textToImage` step, as it is sent. */
export interface TextToImageStepTemplate extends WorkflowStepTemplateBase {
  readonly input: TextToImageInput;
  readonly $type: 'textToImage';
}

/** A `textToSpeech` step, as it is sent. */
export interface TextToSpeechStepTemplate extends WorkflowStepTemplateBase {
  readonly input: TextToSpeechInput;
  readonly $type: 'textToSpeech';
}

/** A `training` step, as it is sent. */
export interface TrainingStepTemplate extends WorkflowStepTemplateBase {
  readonly input: TrainingInput;
  readonly $type: 'training';
}

/** A `transcode` step, as it is sent. */
export interface TranscodeStepTemplate extends WorkflowStepTemplateBase {
  readonly input: TranscodeInput;
  readonly $type: 'transcode';
}

/** A `transcription` step, as it is sent. */
export interface TranscriptionStepTemplate extends WorkflowStepTemplateBase {
  readonly input: TranscriptionInput;
  readonly $type: 'transcription';
}

/** A `videoBackgroundRemoval` step, as it is sent. */
export interface VideoBackgroundRemovalStepTemplate extends WorkflowStepTemplateBase {
  readonly input: VideoBackgroundRemovalInput;
  readonly $type: 'videoBackgroundRemoval';
}

/** A `videoEnhancement` step, as it is sent. */
export interface VideoEnhancementStepTemplate extends WorkflowStepTemplateBase {
  readonly input: VideoEnhancementInput;
  readonly $type: 'videoEnhancement';
}

/** A `videoFrameExtraction` step, as it is sent. */
export interface VideoFrameExtractionStepTemplate extends WorkflowStepTemplateBase {
  readonly input: VideoFrameExtractionInput;
  readonly $type: 'videoFrameExtraction';
}

/** A `videoGen` step, as it is sent. */
export interface VideoGenStepTemplate extends WorkflowStepTemplateBase {
  readonly input: VideoGenInput;
  readonly $type: 'videoGen';
}

/** A `videoInterpolation` step, as it is sent. */
export interface VideoInterpolationStepTemplate extends WorkflowStepTemplateBase {
  readonly input: VideoInterpolationInput;
  readonly $type: 'videoInterpolation';
}

/** A `videoMetadata` step, as it is sent. */
export interface VideoMetadataStepTemplate extends WorkflowStepTemplateBase {
  readonly input: VideoMetadataInput;
  readonly $type: 'videoMetadata';
}

/** A `videoUpscaler` step, as it is sent. */
export interface VideoUpscalerStepTemplate extends WorkflowStepTemplateBase {
  readonly input: VideoUpscalerInput;
  readonly $type: 'videoUpscaler';
}

/** A `wdTagging` step, as it is sent. */
export interface WDTaggingStepTemplate extends WorkflowStepTemplateBase {
  readonly input: WDTaggingInput;
  readonly $type: 'wdTagging';
}

/** A `webScrape` step, as it is sent. */
export interface WebScrapeStepTemplate extends WorkflowStepTemplateBase {
  readonly input: WebScrapeInput;
  readonly $type: 'webScrape';
}

/** A `webSearch` step, as it is sent. */
export interface WebSearchStepTemplate extends WorkflowStepTemplateBase {
  readonly input: WebSearchInput;
  readonly $type: 'webSearch';
}

/** A `xGuardModeration` step, as it is sent. */
export interface XGuardModerationStepTemplate extends WorkflowStepTemplateBase {
  readonly input: XGuardModerationInput;
  readonly $type: 'xGuardModeration';
}

// ---- For the compiler, which then finds the one member that is wrong -------------------------------------------------

interface _ChatCompletionMessage {
  readonly role: Unlisted;
  readonly [member: string]: unknown;
}

interface _ImageGenInput {
  readonly engine: Unlisted;
  readonly [member: string]: unknown;
}

interface _ImageOutputFormat {
  readonly format: Unlisted;
  readonly [member: string]: unknown;
}

interface _ImageResourceTrainingInput {
  readonly engine: Unlisted;
  readonly [member: string]: unknown;
}

interface _ImageToSvgInput {
  readonly engine: Unlisted;
  readonly [member: string]: unknown;
}

interface _ImageTransform {
  readonly type: Unlisted;
  readonly [member: string]: unknown;
}

interface _MediaTransformer {
  readonly type: Unlisted;
  readonly [member: string]: unknown;
}

interface _PolyGenInput {
  readonly engine: Unlisted;
  readonly [member: string]: unknown;
}

interface _PreprocessImageInput {
  readonly kind: Unlisted;
  readonly [member: string]: unknown;
}

interface _PreprocessVideoInput {
  readonly kind: Unlisted;
  readonly [member: string]: unknown;
}

interface _ShieldstralModerationInput {
  readonly mode: Unlisted;
  readonly [member: string]: unknown;
}

interface _TextToSpeechInput {
  readonly engine: Unlisted;
  readonly [member: string]: unknown;
}

interface _TrainingData {
  readonly type: Unlisted;
  readonly [member: string]: unknown;
}

interface _TrainingInput {
  readonly engine: Unlisted;
  readonly [member: string]: unknown;
}

interface _VideoGenInput {
  readonly engine: Unlisted;
  readonly [member: string]: unknown;
}

interface _WorkflowStepTemplate {
  readonly $type: Unlisted;
  readonly [member: string]: unknown;
}

interface _XGuardModerationInput {
  readonly mode: Unlisted;
  readonly [member: string]: unknown;
}
