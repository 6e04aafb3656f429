/** A literal union that stays open: the server adds members without notice, and they must pass. */
export type Open<T extends string> = T | (string & {});

/** Kind of model. */
export type ModelType = Open<
  | 'Checkpoint'
  | 'TextualInversion'
  | 'Hypernetwork'
  | 'AestheticGradient'
  | 'LORA'
  | 'LoCon'
  | 'DoRA'
  | 'Controlnet'
  | 'Upscaler'
  | 'MotionModule'
  | 'VAE'
  | 'TextEncoder'
  | 'UNet'
  | 'CLIPVision'
  | 'Poses'
  | 'Wildcards'
  | 'Workflows'
  | 'ComfyWorkflows'
  | 'Detection'
  | 'VisionLanguage'
  | 'CLIP'
  | 'LLM'
  | 'Other'
>;

/** Order of models; `Highest Rated` and `Most Liked` are the same order. */
export type ModelSort = Open<
  | 'Highest Rated'
  | 'Most Downloaded'
  | 'Most Liked'
  | 'Most Discussed'
  | 'Most Collected'
  | 'Most Images'
  | 'Newest'
  | 'Oldest'
>;

/** Order of images. With `modelId` alone the server knows only newest and oldest; give `modelVersionId` as well. */
export type ImageSort = Open<'Most Reactions' | 'Most Comments' | 'Most Collected' | 'Newest' | 'Oldest'>;

/** Order of tags. */
export type TagSort = Open<'Most Models' | 'Most Images' | 'Most Posts' | 'Most Articles' | 'Most Hidden'>;

/** How far back a list looks. */
export type Period = Open<'Day' | 'Week' | 'Month' | 'Year' | 'AllTime'>;

/** A permission for commercial use. */
export type CommercialUse = Open<'None' | 'Image' | 'RentCivit' | 'Rent' | 'Sell'>;

export type Availability = Open<'Public' | 'Unsearchable' | 'Private' | 'EarlyAccess'>;

/** State of a model or version; only moderators see other than `Published`. */
export type ModelStatus = Open<
  | 'Draft'
  | 'Training'
  | 'Published'
  | 'Scheduled'
  | 'Unpublished'
  | 'UnpublishedViolation'
  | 'GatherInterest'
  | 'Deleted'
>;

/** `Archived`: no files to download. `TakenDown`: no images. */
export type ModelMode = Open<'Archived' | 'TakenDown'>;

export type CheckpointType = Open<'Trained' | 'Merge'>;

export type ModelFileFormat = Open<'SafeTensor' | 'PickleTensor' | 'GGUF' | 'Diffusers' | 'Core ML' | 'ONNX' | 'Other'>;

/** What a file is within its version. */
export type ModelFileType = Open<
  | 'Model'
  | 'Text Encoder'
  | 'Vision Encoder'
  | 'Pruned Model'
  | 'Negative'
  | 'Training Data'
  | 'VAE'
  | 'Config'
  | 'Archive'
  | 'UNet'
  | 'Diffusion Model'
  | 'CLIPVision'
  | 'ControlNet'
  | 'Workflow'
  | 'Upscaler'
  | 'Enhancement LoRA'
  | 'Other'
>;

/** Outcome of a virus or pickle scan. */
export type ScanResult = Open<'Pending' | 'Success' | 'Danger' | 'Error'>;

export type MediaType = Open<'image' | 'video' | 'audio'>;

/** The old words for maturity: `None` PG, `Soft` PG-13, `Mature` R, `X` X and XXX. */
export type NsfwLabel = Open<'None' | 'Soft' | 'Mature' | 'X' | 'Blocked'>;

/** Order of articles. */
export type ArticleSort = Open<
  'Most Bookmarks' | 'Most Reactions' | 'Most Comments' | 'Most Collected' | 'Newest' | 'Recently Updated'
>;

/** Order of collections. */
export type CollectionSort = Open<'Most Followers' | 'Newest'>;

/** What a collection holds. */
export type CollectionType = Open<'Model' | 'Article' | 'Post' | 'Image' | 'Model3D'>;

/** Who may see a collection. */
export type CollectionRead = Open<'Private' | 'Public' | 'Unlisted'>;

/** Order of the vault. */
export type VaultSort = Open<'Recently Added' | 'Recently Created' | 'Model Name' | 'Model Size'>;

/** How far a version has come into the vault. */
export type VaultItemStatus = Open<'Pending' | 'Stored' | 'Failed'>;
