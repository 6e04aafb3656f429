// Written by `npm run codegen` from packages/sdk/contract; do not edit.
import type { CivitaiPromise } from '@civitkit/core/client';
import type { RecipeOptions } from '../recipes/recipe-options.js';
import type {
  AceStepAudioInput,
  AceStepAudioOutput,
  AceStepAudioStep,
  AceStepAudioStepTemplate,
  AgeClassificationInput,
  AgeClassificationOutput,
  AgeClassificationStep,
  AgeClassificationStepTemplate,
  AudioCaptioningInput,
  AudioCaptioningOutput,
  AudioCaptioningStep,
  AudioCaptioningStepTemplate,
  BatchOCRSafetyClassificationInput,
  BatchOCRSafetyClassificationOutput,
  BlobArchiveInput,
  BlobArchiveOutput,
  BlobArchiveStep,
  BlobArchiveStepTemplate,
  ChatCompletionInput,
  ChatCompletionOutput,
  ChatCompletionStep,
  ChatCompletionStepTemplate,
  ComfyInput,
  ComfyNodepackSnapshotInput,
  ComfyNodepackSnapshotOutput,
  ComfyNodepackSnapshotStep,
  ComfyNodepackSnapshotStepTemplate,
  ComfyOutput,
  ComfyStep,
  ComfyStepTemplate,
  ComposeMediaInput,
  ComposeMediaOutput,
  ComposeMediaStep,
  ComposeMediaStepTemplate,
  ConvertImageInput,
  ConvertImageOutput,
  ConvertImageStep,
  ConvertImageStepTemplate,
  CustomComfyInput,
  CustomComfyOutput,
  CustomComfyStep,
  CustomComfyStepTemplate,
  EchoInput,
  EchoOutput,
  EchoStep,
  EchoStepTemplate,
  HumanoidImageMaskInput,
  HumanoidImageMaskOutput,
  ImageBackgroundRemovalInput,
  ImageBackgroundRemovalOutput,
  ImageBackgroundRemovalStep,
  ImageBackgroundRemovalStepTemplate,
  ImageGenInput,
  ImageGenOutput,
  ImageGenStep,
  ImageGenStepTemplate,
  ImageResourceTrainingInput,
  ImageResourceTrainingOutput,
  ImageResourceTrainingStep,
  ImageResourceTrainingStepTemplate,
  ImageToSvgInput,
  ImageToSvgOutput,
  ImageToSvgStep,
  ImageToSvgStepTemplate,
  ImageUploadOutput,
  ImageUploadStep,
  ImageUploadStepTemplate,
  ImageUpscalerInput,
  ImageUpscalerOutput,
  ImageUpscalerStep,
  ImageUpscalerStepTemplate,
  MediaCaptioningInput,
  MediaCaptioningOutput,
  MediaCaptioningStep,
  MediaCaptioningStepTemplate,
  MediaHashInput,
  MediaHashOutput,
  MediaHashStep,
  MediaHashStepTemplate,
  MediaRatingInput,
  MediaRatingOutput,
  MediaRatingStep,
  MediaRatingStepTemplate,
  MiniMaxMusic3Input,
  MiniMaxMusic3Output,
  MiniMaxMusic3Step,
  MiniMaxMusic3StepTemplate,
  Model3DPreviewInput,
  Model3DPreviewOutput,
  Model3DPreviewStep,
  Model3DPreviewStepTemplate,
  ModelClamScanInput,
  ModelClamScanOutput,
  ModelClamScanStep,
  ModelClamScanStepTemplate,
  ModelHashInput,
  ModelHashOutput,
  ModelHashStep,
  ModelHashStepTemplate,
  ModelParseMetadataInput,
  ModelParseMetadataOutput,
  ModelParseMetadataStep,
  ModelParseMetadataStepTemplate,
  ModelPickleScanInput,
  ModelPickleScanOutput,
  ModelPickleScanStep,
  ModelPickleScanStepTemplate,
  PolyGenInput,
  PolyGenOutput,
  PolyGenStep,
  PolyGenStepTemplate,
  PrepareResourceInput,
  PrepareResourceOutput,
  PreprocessImageInput,
  PreprocessImageOutput,
  PreprocessImageStep,
  PreprocessImageStepTemplate,
  PreprocessVideoInput,
  PreprocessVideoOutput,
  PreprocessVideoStep,
  PreprocessVideoStepTemplate,
  PromptEnhancementInput,
  PromptEnhancementOutput,
  PromptEnhancementStep,
  PromptEnhancementStepTemplate,
  QwenImageBenchInput,
  QwenImageBenchOutput,
  QwenImageBenchStep,
  QwenImageBenchStepTemplate,
  RepeatInput,
  RepeatOutput,
  RepeatStep,
  RepeatStepTemplate,
  ShieldstralModerationInput,
  ShieldstralModerationOutput,
  ShieldstralModerationStep,
  ShieldstralModerationStepTemplate,
  TextToImageInput,
  TextToImageOutput,
  TextToImageStep,
  TextToImageStepTemplate,
  TextToSpeechInput,
  TextToSpeechOutput,
  TextToSpeechStep,
  TextToSpeechStepTemplate,
  TrainingInput,
  TrainingOutput,
  TrainingStep,
  TrainingStepTemplate,
  TranscodeInput,
  TranscodeOutput,
  TranscodeStep,
  TranscodeStepTemplate,
  TranscriptionInput,
  TranscriptionOutput,
  TranscriptionStep,
  TranscriptionStepTemplate,
  TryOnUInput,
  TryOnUOutput,
  VideoBackgroundRemovalInput,
  VideoBackgroundRemovalOutput,
  VideoBackgroundRemovalStep,
  VideoBackgroundRemovalStepTemplate,
  VideoEnhancementInput,
  VideoEnhancementOutput,
  VideoEnhancementStep,
  VideoEnhancementStepTemplate,
  VideoFrameExtractionInput,
  VideoFrameExtractionOutput,
  VideoFrameExtractionStep,
  VideoFrameExtractionStepTemplate,
  VideoGenInput,
  VideoGenOutput,
  VideoGenStep,
  VideoGenStepTemplate,
  VideoInterpolationInput,
  VideoInterpolationOutput,
  VideoInterpolationStep,
  VideoInterpolationStepTemplate,
  VideoMetadataInput,
  VideoMetadataOutput,
  VideoMetadataStep,
  VideoMetadataStepTemplate,
  VideoUpscalerInput,
  VideoUpscalerOutput,
  VideoUpscalerStep,
  VideoUpscalerStepTemplate,
  WDTaggingInput,
  WDTaggingOutput,
  WDTaggingStep,
  WDTaggingStepTemplate,
  WebScrapeInput,
  WebScrapeOutput,
  WebScrapeStep,
  WebScrapeStepTemplate,
  WebSearchInput,
  WebSearchOutput,
  WebSearchStep,
  WebSearchStepTemplate,
  XGuardModerationInput,
  XGuardModerationOutput,
  XGuardModerationStep,
  XGuardModerationStepTemplate,
} from './types.js';

/** What each recipe takes and gives. */
export interface RecipeTypes {
  readonly aceStepAudio: { readonly input: AceStepAudioInput; readonly output: AceStepAudioOutput };
  readonly ageClassification: { readonly input: AgeClassificationInput; readonly output: AgeClassificationOutput };
  readonly audioCaptioning: { readonly input: AudioCaptioningInput; readonly output: AudioCaptioningOutput };
  readonly batchOCRSafetyClassification: { readonly input: BatchOCRSafetyClassificationInput; readonly output: BatchOCRSafetyClassificationOutput };
  readonly blobArchive: { readonly input: BlobArchiveInput; readonly output: BlobArchiveOutput };
  readonly chatCompletion: { readonly input: ChatCompletionInput; readonly output: ChatCompletionOutput };
  readonly comfy: { readonly input: ComfyInput; readonly output: ComfyOutput };
  readonly comfyNodepackSnapshot: { readonly input: ComfyNodepackSnapshotInput; readonly output: ComfyNodepackSnapshotOutput };
  readonly composeMedia: { readonly input: ComposeMediaInput; readonly output: ComposeMediaOutput };
  readonly convertImage: { readonly input: ConvertImageInput; readonly output: ConvertImageOutput };
  readonly customComfy: { readonly input: CustomComfyInput; readonly output: CustomComfyOutput };
  readonly echo: { readonly input: EchoInput; readonly output: EchoOutput };
  readonly humanoidImageMask: { readonly input: HumanoidImageMaskInput; readonly output: HumanoidImageMaskOutput };
  readonly imageBackgroundRemoval: { readonly input: ImageBackgroundRemovalInput; readonly output: ImageBackgroundRemovalOutput };
  readonly imageGen: { readonly input: ImageGenInput; readonly output: ImageGenOutput };
  readonly imageResourceTraining: { readonly input: ImageResourceTrainingInput; readonly output: ImageResourceTrainingOutput };
  readonly imageToSvg: { readonly input: ImageToSvgInput; readonly output: ImageToSvgOutput };
  readonly imageUpload: { readonly input: string; readonly output: ImageUploadOutput };
  readonly imageUpscaler: { readonly input: ImageUpscalerInput; readonly output: ImageUpscalerOutput };
  readonly mediaCaptioning: { readonly input: MediaCaptioningInput; readonly output: MediaCaptioningOutput };
  readonly mediaHash: { readonly input: MediaHashInput; readonly output: MediaHashOutput };
  readonly mediaRating: { readonly input: MediaRatingInput; readonly output: MediaRatingOutput };
  readonly miniMaxMusic3: { readonly input: MiniMaxMusic3Input; readonly output: MiniMaxMusic3Output };
  readonly model3DPreview: { readonly input: Model3DPreviewInput; readonly output: Model3DPreviewOutput };
  readonly modelClamScan: { readonly input: ModelClamScanInput; readonly output: ModelClamScanOutput };
  readonly modelHash: { readonly input: ModelHashInput; readonly output: ModelHashOutput };
  readonly modelParseMetadata: { readonly input: ModelParseMetadataInput; readonly output: ModelParseMetadataOutput };
  readonly modelPickleScan: { readonly input: ModelPickleScanInput; readonly output: ModelPickleScanOutput };
  readonly polyGen: { readonly input: PolyGenInput; readonly output: PolyGenOutput };
  readonly prepareResource: { readonly input: PrepareResourceInput; readonly output: PrepareResourceOutput };
  readonly preprocessImage: { readonly input: PreprocessImageInput; readonly output: PreprocessImageOutput };
  readonly preprocessVideo: { readonly input: PreprocessVideoInput; readonly output: PreprocessVideoOutput };
  readonly promptEnhancement: { readonly input: PromptEnhancementInput; readonly output: PromptEnhancementOutput };
  readonly qwenImageBench: { readonly input: QwenImageBenchInput; readonly output: QwenImageBenchOutput };
  readonly repeat: { readonly input: RepeatInput; readonly output: RepeatOutput };
  readonly shieldstralModeration: { readonly input: ShieldstralModerationInput; readonly output: ShieldstralModerationOutput };
  readonly textToImage: { readonly input: TextToImageInput; readonly output: TextToImageOutput };
  readonly textToSpeech: { readonly input: TextToSpeechInput; readonly output: TextToSpeechOutput };
  readonly training: { readonly input: TrainingInput; readonly output: TrainingOutput };
  readonly transcode: { readonly input: TranscodeInput; readonly output: TranscodeOutput };
  readonly transcription: { readonly input: TranscriptionInput; readonly output: TranscriptionOutput };
  readonly tryOnU: { readonly input: TryOnUInput; readonly output: TryOnUOutput };
  readonly videoBackgroundRemoval: { readonly input: VideoBackgroundRemovalInput; readonly output: VideoBackgroundRemovalOutput };
  readonly videoEnhancement: { readonly input: VideoEnhancementInput; readonly output: VideoEnhancementOutput };
  readonly videoFrameExtraction: { readonly input: VideoFrameExtractionInput; readonly output: VideoFrameExtractionOutput };
  readonly videoGen: { readonly input: VideoGenInput; readonly output: VideoGenOutput };
  readonly videoInterpolation: { readonly input: VideoInterpolationInput; readonly output: VideoInterpolationOutput };
  readonly videoMetadata: { readonly input: VideoMetadataInput; readonly output: VideoMetadataOutput };
  readonly videoUpscaler: { readonly input: VideoUpscalerInput; readonly output: VideoUpscalerOutput };
  readonly wdTagging: { readonly input: WDTaggingInput; readonly output: WDTaggingOutput };
  readonly webScrape: { readonly input: WebScrapeInput; readonly output: WebScrapeOutput };
  readonly webSearch: { readonly input: WebSearchInput; readonly output: WebSearchOutput };
  readonly xGuardModeration: { readonly input: XGuardModerationInput; readonly output: XGuardModerationOutput };
}

/** What each step of a workflow takes and gives, how it is sent and how it comes back. */
export interface StepTypes {
  readonly aceStepAudio: {
    readonly input: AceStepAudioInput;
    readonly output: AceStepAudioOutput;
    readonly template: AceStepAudioStepTemplate;
    readonly step: AceStepAudioStep;
  };
  readonly ageClassification: {
    readonly input: AgeClassificationInput;
    readonly output: AgeClassificationOutput;
    readonly template: AgeClassificationStepTemplate;
    readonly step: AgeClassificationStep;
  };
  readonly audioCaptioning: {
    readonly input: AudioCaptioningInput;
    readonly output: AudioCaptioningOutput;
    readonly template: AudioCaptioningStepTemplate;
    readonly step: AudioCaptioningStep;
  };
  readonly blobArchive: {
    readonly input: BlobArchiveInput;
    readonly output: BlobArchiveOutput;
    readonly template: BlobArchiveStepTemplate;
    readonly step: BlobArchiveStep;
  };
  readonly chatCompletion: {
    readonly input: ChatCompletionInput;
    readonly output: ChatCompletionOutput;
    readonly template: ChatCompletionStepTemplate;
    readonly step: ChatCompletionStep;
  };
  readonly comfy: {
    readonly input: ComfyInput;
    readonly output: ComfyOutput;
    readonly template: ComfyStepTemplate;
    readonly step: ComfyStep;
  };
  readonly comfyNodepackSnapshot: {
    readonly input: ComfyNodepackSnapshotInput;
    readonly output: ComfyNodepackSnapshotOutput;
    readonly template: ComfyNodepackSnapshotStepTemplate;
    readonly step: ComfyNodepackSnapshotStep;
  };
  readonly composeMedia: {
    readonly input: ComposeMediaInput;
    readonly output: ComposeMediaOutput;
    readonly template: ComposeMediaStepTemplate;
    readonly step: ComposeMediaStep;
  };
  readonly convertImage: {
    readonly input: ConvertImageInput;
    readonly output: ConvertImageOutput;
    readonly template: ConvertImageStepTemplate;
    readonly step: ConvertImageStep;
  };
  readonly customComfy: {
    readonly input: CustomComfyInput;
    readonly output: CustomComfyOutput;
    readonly template: CustomComfyStepTemplate;
    readonly step: CustomComfyStep;
  };
  readonly echo: {
    readonly input: EchoInput;
    readonly output: EchoOutput;
    readonly template: EchoStepTemplate;
    readonly step: EchoStep;
  };
  readonly imageBackgroundRemoval: {
    readonly input: ImageBackgroundRemovalInput;
    readonly output: ImageBackgroundRemovalOutput;
    readonly template: ImageBackgroundRemovalStepTemplate;
    readonly step: ImageBackgroundRemovalStep;
  };
  readonly imageGen: {
    readonly input: ImageGenInput;
    readonly output: ImageGenOutput;
    readonly template: ImageGenStepTemplate;
    readonly step: ImageGenStep;
  };
  readonly imageResourceTraining: {
    readonly input: ImageResourceTrainingInput;
    readonly output: ImageResourceTrainingOutput;
    readonly template: ImageResourceTrainingStepTemplate;
    readonly step: ImageResourceTrainingStep;
  };
  readonly imageToSvg: {
    readonly input: ImageToSvgInput;
    readonly output: ImageToSvgOutput;
    readonly template: ImageToSvgStepTemplate;
    readonly step: ImageToSvgStep;
  };
  readonly imageUpload: {
    readonly input: string;
    readonly output: ImageUploadOutput;
    readonly template: ImageUploadStepTemplate;
    readonly step: ImageUploadStep;
  };
  readonly imageUpscaler: {
    readonly input: ImageUpscalerInput;
    readonly output: ImageUpscalerOutput;
    readonly template: ImageUpscalerStepTemplate;
    readonly step: ImageUpscalerStep;
  };
  readonly mediaCaptioning: {
    readonly input: MediaCaptioningInput;
    readonly output: MediaCaptioningOutput;
    readonly template: MediaCaptioningStepTemplate;
    readonly step: MediaCaptioningStep;
  };
  readonly mediaHash: {
    readonly input: MediaHashInput;
    readonly output: MediaHashOutput;
    readonly template: MediaHashStepTemplate;
    readonly step: MediaHashStep;
  };
  readonly mediaRating: {
    readonly input: MediaRatingInput;
    readonly output: MediaRatingOutput;
    readonly template: MediaRatingStepTemplate;
    readonly step: MediaRatingStep;
  };
  readonly miniMaxMusic3: {
    readonly input: MiniMaxMusic3Input;
    readonly output: MiniMaxMusic3Output;
    readonly template: MiniMaxMusic3StepTemplate;
    readonly step: MiniMaxMusic3Step;
  };
  readonly model3DPreview: {
    readonly input: Model3DPreviewInput;
    readonly output: Model3DPreviewOutput;
    readonly template: Model3DPreviewStepTemplate;
    readonly step: Model3DPreviewStep;
  };
  readonly modelClamScan: {
    readonly input: ModelClamScanInput;
    readonly output: ModelClamScanOutput;
    readonly template: ModelClamScanStepTemplate;
    readonly step: ModelClamScanStep;
  };
  readonly modelHash: {
    readonly input: ModelHashInput;
    readonly output: ModelHashOutput;
    readonly template: ModelHashStepTemplate;
    readonly step: ModelHashStep;
  };
  readonly modelParseMetadata: {
    readonly input: ModelParseMetadataInput;
    readonly output: ModelParseMetadataOutput;
    readonly template: ModelParseMetadataStepTemplate;
    readonly step: ModelParseMetadataStep;
  };
  readonly modelPickleScan: {
    readonly input: ModelPickleScanInput;
    readonly output: ModelPickleScanOutput;
    readonly template: ModelPickleScanStepTemplate;
    readonly step: ModelPickleScanStep;
  };
  readonly polyGen: {
    readonly input: PolyGenInput;
    readonly output: PolyGenOutput;
    readonly template: PolyGenStepTemplate;
    readonly step: PolyGenStep;
  };
  readonly preprocessImage: {
    readonly input: PreprocessImageInput;
    readonly output: PreprocessImageOutput;
    readonly template: PreprocessImageStepTemplate;
    readonly step: PreprocessImageStep;
  };
  readonly preprocessVideo: {
    readonly input: PreprocessVideoInput;
    readonly output: PreprocessVideoOutput;
    readonly template: PreprocessVideoStepTemplate;
    readonly step: PreprocessVideoStep;
  };
  readonly promptEnhancement: {
    readonly input: PromptEnhancementInput;
    readonly output: PromptEnhancementOutput;
    readonly template: PromptEnhancementStepTemplate;
    readonly step: PromptEnhancementStep;
  };
  readonly qwenImageBench: {
    readonly input: QwenImageBenchInput;
    readonly output: QwenImageBenchOutput;
    readonly template: QwenImageBenchStepTemplate;
    readonly step: QwenImageBenchStep;
  };
  readonly repeat: {
    readonly input: RepeatInput;
    readonly output: RepeatOutput;
    readonly template: RepeatStepTemplate;
    readonly step: RepeatStep;
  };
  readonly shieldstralModeration: {
    readonly input: ShieldstralModerationInput;
    readonly output: ShieldstralModerationOutput;
    readonly template: ShieldstralModerationStepTemplate;
    readonly step: ShieldstralModerationStep;
  };
  readonly textToImage: {
    readonly input: TextToImageInput;
    readonly output: TextToImageOutput;
    readonly template: TextToImageStepTemplate;
    readonly step: TextToImageStep;
  };
  readonly textToSpeech: {
    readonly input: TextToSpeechInput;
    readonly output: TextToSpeechOutput;
    readonly template: TextToSpeechStepTemplate;
    readonly step: TextToSpeechStep;
  };
  readonly training: {
    readonly input: TrainingInput;
    readonly output: TrainingOutput;
    readonly template: TrainingStepTemplate;
    readonly step: TrainingStep;
  };
  readonly transcode: {
    readonly input: TranscodeInput;
    readonly output: TranscodeOutput;
    readonly template: TranscodeStepTemplate;
    readonly step: TranscodeStep;
  };
  readonly transcription: {
    readonly input: TranscriptionInput;
    readonly output: TranscriptionOutput;
    readonly template: TranscriptionStepTemplate;
    readonly step: TranscriptionStep;
  };
  readonly videoBackgroundRemoval: {
    readonly input: VideoBackgroundRemovalInput;
    readonly output: VideoBackgroundRemovalOutput;
    readonly template: VideoBackgroundRemovalStepTemplate;
    readonly step: VideoBackgroundRemovalStep;
  };
  readonly videoEnhancement: {
    readonly input: VideoEnhancementInput;
    readonly output: VideoEnhancementOutput;
    readonly template: VideoEnhancementStepTemplate;
    readonly step: VideoEnhancementStep;
  };
  readonly videoFrameExtraction: {
    readonly input: VideoFrameExtractionInput;
    readonly output: VideoFrameExtractionOutput;
    readonly template: VideoFrameExtractionStepTemplate;
    readonly step: VideoFrameExtractionStep;
  };
  readonly videoGen: {
    readonly input: VideoGenInput;
    readonly output: VideoGenOutput;
    readonly template: VideoGenStepTemplate;
    readonly step: VideoGenStep;
  };
  readonly videoInterpolation: {
    readonly input: VideoInterpolationInput;
    readonly output: VideoInterpolationOutput;
    readonly template: VideoInterpolationStepTemplate;
    readonly step: VideoInterpolationStep;
  };
  readonly videoMetadata: {
    readonly input: VideoMetadataInput;
    readonly output: VideoMetadataOutput;
    readonly template: VideoMetadataStepTemplate;
    readonly step: VideoMetadataStep;
  };
  readonly videoUpscaler: {
    readonly input: VideoUpscalerInput;
    readonly output: VideoUpscalerOutput;
    readonly template: VideoUpscalerStepTemplate;
    readonly step: VideoUpscalerStep;
  };
  readonly wdTagging: {
    readonly input: WDTaggingInput;
    readonly output: WDTaggingOutput;
    readonly template: WDTaggingStepTemplate;
    readonly step: WDTaggingStep;
  };
  readonly webScrape: {
    readonly input: WebScrapeInput;
    readonly output: WebScrapeOutput;
    readonly template: WebScrapeStepTemplate;
    readonly step: WebScrapeStep;
  };
  readonly webSearch: {
    readonly input: WebSearchInput;
    readonly output: WebSearchOutput;
    readonly template: WebSearchStepTemplate;
    readonly step: WebSearchStep;
  };
  readonly xGuardModeration: {
    readonly input: XGuardModerationInput;
    readonly output: XGuardModerationOutput;
    readonly template: XGuardModerationStepTemplate;
    readonly step: XGuardModerationStep;
  };
}

/** One call a recipe. */
export abstract class RecipeCalls {
  /** Sends any recipe, those that this release does not list included. */
  abstract invoke<K extends keyof RecipeTypes>(
    type: K,
    input: RecipeTypes[K]['input'],
    options?: RecipeOptions,
  ): CivitaiPromise<RecipeTypes[K]['output']>;

  /** `POST /v2/consumer/recipes/aceStepAudio`. */
  aceStepAudio(input: AceStepAudioInput, options?: RecipeOptions): CivitaiPromise<AceStepAudioOutput> {
    return this.invoke('aceStepAudio', input, options);
  }

  /** `POST /v2/consumer/recipes/ageClassification`. */
  ageClassification(input: AgeClassificationInput, options?: RecipeOptions): CivitaiPromise<AgeClassificationOutput> {
    return this.invoke('ageClassification', input, options);
  }

  /** `POST /v2/consumer/recipes/audioCaptioning`. */
  audioCaptioning(input: AudioCaptioningInput, options?: RecipeOptions): CivitaiPromise<AudioCaptioningOutput> {
    return this.invoke('audioCaptioning', input, options);
  }

  /** `POST /v2/consumer/recipes/batchOCRSafetyClassification`. */
  batchOCRSafetyClassification(input: BatchOCRSafetyClassificationInput, options?: RecipeOptions): CivitaiPromise<BatchOCRSafetyClassificationOutput> {
    return this.invoke('batchOCRSafetyClassification', input, options);
  }

  /** `POST /v2/consumer/recipes/blobArchive`. */
  blobArchive(input: BlobArchiveInput, options?: RecipeOptions): CivitaiPromise<BlobArchiveOutput> {
    return this.invoke('blobArchive', input, options);
  }

  /** `POST /v2/consumer/recipes/chatCompletion`. */
  chatCompletion(input: ChatCompletionInput, options?: RecipeOptions): CivitaiPromise<ChatCompletionOutput> {
    return this.invoke('chatCompletion', input, options);
  }

  /** `POST /v2/consumer/recipes/comfy`. */
  comfy(input: ComfyInput, options?: RecipeOptions): CivitaiPromise<ComfyOutput> {
    return this.invoke('comfy', input, options);
  }

  /** `POST /v2/consumer/recipes/comfyNodepackSnapshot`. */
  comfyNodepackSnapshot(input: ComfyNodepackSnapshotInput, options?: RecipeOptions): CivitaiPromise<ComfyNodepackSnapshotOutput> {
    return this.invoke('comfyNodepackSnapshot', input, options);
  }

  /** `POST /v2/consumer/recipes/composeMedia`. */
  composeMedia(input: ComposeMediaInput, options?: RecipeOptions): CivitaiPromise<ComposeMediaOutput> {
    return this.invoke('composeMedia', input, options);
  }

  /** `POST /v2/consumer/recipes/convertImage`. */
  convertImage(input: ConvertImageInput, options?: RecipeOptions): CivitaiPromise<ConvertImageOutput> {
    return this.invoke('convertImage', input, options);
  }

  /** `POST /v2/consumer/recipes/customComfy`. */
  customComfy(input: CustomComfyInput, options?: RecipeOptions): CivitaiPromise<CustomComfyOutput> {
    return this.invoke('customComfy', input, options);
  }

  /** `POST /v2/consumer/recipes/echo`. */
  echo(input: EchoInput, options?: RecipeOptions): CivitaiPromise<EchoOutput> {
    return this.invoke('echo', input, options);
  }

  /** `POST /v2/consumer/recipes/humanoidImageMask`. */
  humanoidImageMask(input: HumanoidImageMaskInput, options?: RecipeOptions): CivitaiPromise<HumanoidImageMaskOutput> {
    return this.invoke('humanoidImageMask', input, options);
  }

  /** `POST /v2/consumer/recipes/imageBackgroundRemoval`. */
  imageBackgroundRemoval(input: ImageBackgroundRemovalInput, options?: RecipeOptions): CivitaiPromise<ImageBackgroundRemovalOutput> {
    return this.invoke('imageBackgroundRemoval', input, options);
  }

  /** `POST /v2/consumer/recipes/imageGen`. */
  imageGen(input: ImageGenInput, options?: RecipeOptions): CivitaiPromise<ImageGenOutput> {
    return this.invoke('imageGen', input, options);
  }

  /** `POST /v2/consumer/recipes/imageResourceTraining`. */
  imageResourceTraining(input: ImageResourceTrainingInput, options?: RecipeOptions): CivitaiPromise<ImageResourceTrainingOutput> {
    return this.invoke('imageResourceTraining', input, options);
  }

  /** `POST /v2/consumer/recipes/imageToSvg`. */
  imageToSvg(input: ImageToSvgInput, options?: RecipeOptions): CivitaiPromise<ImageToSvgOutput> {
    return this.invoke('imageToSvg', input, options);
  }

  /** `POST /v2/consumer/recipes/imageUpload`. */
  imageUpload(input: string, options?: RecipeOptions): CivitaiPromise<ImageUploadOutput> {
    return this.invoke('imageUpload', input, options);
  }

  /** `POST /v2/consumer/recipes/imageUpscaler`. */
  imageUpscaler(input: ImageUpscalerInput, options?: RecipeOptions): CivitaiPromise<ImageUpscalerOutput> {
    return this.invoke('imageUpscaler', input, options);
  }

  /** `POST /v2/consumer/recipes/mediaCaptioning`. */
  mediaCaptioning(input: MediaCaptioningInput, options?: RecipeOptions): CivitaiPromise<MediaCaptioningOutput> {
    return this.invoke('mediaCaptioning', input, options);
  }

  /** `POST /v2/consumer/recipes/mediaHash`. */
  mediaHash(input: MediaHashInput, options?: RecipeOptions): CivitaiPromise<MediaHashOutput> {
    return this.invoke('mediaHash', input, options);
  }

  /** `POST /v2/consumer/recipes/mediaRating`. */
  mediaRating(input: MediaRatingInput, options?: RecipeOptions): CivitaiPromise<MediaRatingOutput> {
    return this.invoke('mediaRating', input, options);
  }

  /** `POST /v2/consumer/recipes/miniMaxMusic3`. */
  miniMaxMusic3(input: MiniMaxMusic3Input, options?: RecipeOptions): CivitaiPromise<MiniMaxMusic3Output> {
    return this.invoke('miniMaxMusic3', input, options);
  }

  /** `POST /v2/consumer/recipes/model3DPreview`. */
  model3DPreview(input: Model3DPreviewInput, options?: RecipeOptions): CivitaiPromise<Model3DPreviewOutput> {
    return this.invoke('model3DPreview', input, options);
  }

  /** `POST /v2/consumer/recipes/modelClamScan`. */
  modelClamScan(input: ModelClamScanInput, options?: RecipeOptions): CivitaiPromise<ModelClamScanOutput> {
    return this.invoke('modelClamScan', input, options);
  }

  /** `POST /v2/consumer/recipes/modelHash`. */
  modelHash(input: ModelHashInput, options?: RecipeOptions): CivitaiPromise<ModelHashOutput> {
    return this.invoke('modelHash', input, options);
  }

  /** `POST /v2/consumer/recipes/modelParseMetadata`. */
  modelParseMetadata(input: ModelParseMetadataInput, options?: RecipeOptions): CivitaiPromise<ModelParseMetadataOutput> {
    return this.invoke('modelParseMetadata', input, options);
  }

  /** `POST /v2/consumer/recipes/modelPickleScan`. */
  modelPickleScan(input: ModelPickleScanInput, options?: RecipeOptions): CivitaiPromise<ModelPickleScanOutput> {
    return this.invoke('modelPickleScan', input, options);
  }

  /** `POST /v2/consumer/recipes/polyGen`. */
  polyGen(input: PolyGenInput, options?: RecipeOptions): CivitaiPromise<PolyGenOutput> {
    return this.invoke('polyGen', input, options);
  }

  /** `POST /v2/consumer/recipes/prepareResource`. */
  prepareResource(input: PrepareResourceInput, options?: RecipeOptions): CivitaiPromise<PrepareResourceOutput> {
    return this.invoke('prepareResource', input, options);
  }

  /** `POST /v2/consumer/recipes/preprocessImage`. */
  preprocessImage(input: PreprocessImageInput, options?: RecipeOptions): CivitaiPromise<PreprocessImageOutput> {
    return this.invoke('preprocessImage', input, options);
  }

  /** `POST /v2/consumer/recipes/preprocessVideo`. */
  preprocessVideo(input: PreprocessVideoInput, options?: RecipeOptions): CivitaiPromise<PreprocessVideoOutput> {
    return this.invoke('preprocessVideo', input, options);
  }

  /** `POST /v2/consumer/recipes/promptEnhancement`. */
  promptEnhancement(input: PromptEnhancementInput, options?: RecipeOptions): CivitaiPromise<PromptEnhancementOutput> {
    return this.invoke('promptEnhancement', input, options);
  }

  /** `POST /v2/consumer/recipes/qwenImageBench`. */
  qwenImageBench(input: QwenImageBenchInput, options?: RecipeOptions): CivitaiPromise<QwenImageBenchOutput> {
    return this.invoke('qwenImageBench', input, options);
  }

  /** `POST /v2/consumer/recipes/repeat`. */
  repeat(input: RepeatInput, options?: RecipeOptions): CivitaiPromise<RepeatOutput> {
    return this.invoke('repeat', input, options);
  }

  /** `POST /v2/consumer/recipes/shieldstralModeration`. */
  shieldstralModeration(input: ShieldstralModerationInput, options?: RecipeOptions): CivitaiPromise<ShieldstralModerationOutput> {
    return this.invoke('shieldstralModeration', input, options);
  }

  /** `POST /v2/consumer/recipes/textToImage`. */
  textToImage(input: TextToImageInput, options?: RecipeOptions): CivitaiPromise<TextToImageOutput> {
    return this.invoke('textToImage', input, options);
  }

  /** `POST /v2/consumer/recipes/textToSpeech`. */
  textToSpeech(input: TextToSpeechInput, options?: RecipeOptions): CivitaiPromise<TextToSpeechOutput> {
    return this.invoke('textToSpeech', input, options);
  }

  /** `POST /v2/consumer/recipes/training`. */
  training(input: TrainingInput, options?: RecipeOptions): CivitaiPromise<TrainingOutput> {
    return this.invoke('training', input, options);
  }

  /** `POST /v2/consumer/recipes/transcode`. */
  transcode(input: TranscodeInput, options?: RecipeOptions): CivitaiPromise<TranscodeOutput> {
    return this.invoke('transcode', input, options);
  }

  /** `POST /v2/consumer/recipes/transcription`. */
  transcription(input: TranscriptionInput, options?: RecipeOptions): CivitaiPromise<TranscriptionOutput> {
    return this.invoke('transcription', input, options);
  }

  /** `POST /v2/consumer/recipes/tryOnU`. */
  tryOnU(input: TryOnUInput, options?: RecipeOptions): CivitaiPromise<TryOnUOutput> {
    return this.invoke('tryOnU', input, options);
  }

  /** `POST /v2/consumer/recipes/videoBackgroundRemoval`. */
  videoBackgroundRemoval(input: VideoBackgroundRemovalInput, options?: RecipeOptions): CivitaiPromise<VideoBackgroundRemovalOutput> {
    return this.invoke('videoBackgroundRemoval', input, options);
  }

  /** `POST /v2/consumer/recipes/videoEnhancement`. */
  videoEnhancement(input: VideoEnhancementInput, options?: RecipeOptions): CivitaiPromise<VideoEnhancementOutput> {
    return this.invoke('videoEnhancement', input, options);
  }

  /** `POST /v2/consumer/recipes/videoFrameExtraction`. */
  videoFrameExtraction(input: VideoFrameExtractionInput, options?: RecipeOptions): CivitaiPromise<VideoFrameExtractionOutput> {
    return this.invoke('videoFrameExtraction', input, options);
  }

  /** `POST /v2/consumer/recipes/videoGen`. */
  videoGen(input: VideoGenInput, options?: RecipeOptions): CivitaiPromise<VideoGenOutput> {
    return this.invoke('videoGen', input, options);
  }

  /** `POST /v2/consumer/recipes/videoInterpolation`. */
  videoInterpolation(input: VideoInterpolationInput, options?: RecipeOptions): CivitaiPromise<VideoInterpolationOutput> {
    return this.invoke('videoInterpolation', input, options);
  }

  /** `POST /v2/consumer/recipes/videoMetadata`. */
  videoMetadata(input: VideoMetadataInput, options?: RecipeOptions): CivitaiPromise<VideoMetadataOutput> {
    return this.invoke('videoMetadata', input, options);
  }

  /** `POST /v2/consumer/recipes/videoUpscaler`. */
  videoUpscaler(input: VideoUpscalerInput, options?: RecipeOptions): CivitaiPromise<VideoUpscalerOutput> {
    return this.invoke('videoUpscaler', input, options);
  }

  /** `POST /v2/consumer/recipes/wdTagging`. */
  wdTagging(input: WDTaggingInput, options?: RecipeOptions): CivitaiPromise<WDTaggingOutput> {
    return this.invoke('wdTagging', input, options);
  }

  /** `POST /v2/consumer/recipes/webScrape`. */
  webScrape(input: WebScrapeInput, options?: RecipeOptions): CivitaiPromise<WebScrapeOutput> {
    return this.invoke('webScrape', input, options);
  }

  /** `POST /v2/consumer/recipes/webSearch`. */
  webSearch(input: WebSearchInput, options?: RecipeOptions): CivitaiPromise<WebSearchOutput> {
    return this.invoke('webSearch', input, options);
  }

  /** `POST /v2/consumer/recipes/xGuardModeration`. */
  xGuardModeration(input: XGuardModerationInput, options?: RecipeOptions): CivitaiPromise<XGuardModerationOutput> {
    return this.invoke('xGuardModeration', input, options);
  }
}
