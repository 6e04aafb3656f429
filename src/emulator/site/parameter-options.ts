/** ModelSort. */
export const MODEL_SORTS: readonly string[] = [
  'Highest Rated',
  'Most Downloaded',
  'Most Liked',
  'Most Discussed',
  'Most Collected',
  'Most Images',
  'Newest',
  'Oldest',
];

/** ImageSort. */
export const IMAGE_SORTS: readonly string[] = [
  'Most Reactions',
  'Most Comments',
  'Most Collected',
  'Newest',
  'Oldest',
  'Random',
];

/** TagSort. */
export const TAG_SORTS: readonly string[] = [
  'Most Models',
  'Most Images',
  'Most Posts',
  'Most Articles',
  'Most Hidden',
];

/** Period. */
export const PERIODS: readonly string[] = ['Day', 'Week', 'Month', 'Year', 'AllTime'];

/** What a period of models is measured on. */
export const PERIOD_MODES: readonly string[] = ['stats', 'published'];

/** CheckpointType; the documented `Standard` does not exist. */
export const CHECKPOINT_TYPES: readonly string[] = ['Trained', 'Merge'];

/** CommercialUse. */
export const COMMERCIAL_USES: readonly string[] = ['None', 'Image', 'RentCivit', 'Rent', 'Sell'];

/** Availability. */
export const AVAILABILITIES: readonly string[] = ['Public', 'Unsearchable', 'Private', 'EarlyAccess'];

/** ModelStatus. */
export const MODEL_STATUSES: readonly string[] = [
  'Draft',
  'Training',
  'Published',
  'Scheduled',
  'Unpublished',
  'UnpublishedViolation',
  'GatherInterest',
  'Deleted',
];

/** Formats of model files. */
export const FILE_FORMATS: readonly string[] = [
  'SafeTensor',
  'PickleTensor',
  'GGUF',
  'Diffusers',
  'Core ML',
  'ONNX',
  'Other',
];

/** MediaType. */
export const MEDIA_TYPES: readonly string[] = ['image', 'video', 'audio'];

/** The old maturity labels of images. */
export const LEGACY_NSFW_LABELS: readonly string[] = ['None', 'Soft', 'Mature', 'X', 'Blocked'];

/** ArticleSort. */
export const ARTICLE_SORTS: readonly string[] = [
  'Most Bookmarks',
  'Most Reactions',
  'Most Comments',
  'Most Collected',
  'Newest',
  'Recently Updated',
];

/** CollectionSort. */
export const COLLECTION_SORTS: readonly string[] = ['Most Followers', 'Newest'];

/** VaultSort. */
export const VAULT_SORTS: readonly string[] = ['Recently Added', 'Recently Created', 'Model Name', 'Model Size'];
