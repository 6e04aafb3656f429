import type {
  ArticleSort,
  Availability,
  CheckpointType,
  CollectionSort,
  CommercialUse,
  ImageSort,
  MediaType,
  ModelFileFormat,
  ModelSort,
  ModelStatus,
  ModelType,
  NsfwLabel,
  Period,
  TagSort,
} from '@civitkit/core/client';

// Only types are imported: the help shows these words, and must not load the client for it.

/** The members of an open vocabulary that the client knows. */
type Known<W> = W extends string ? (string extends W ? never : W) : never;

/** The words as a list; the compiler says which one is missing, or is none. */
function wordsOf<W extends string>(words: Readonly<Record<Known<W>, true>>): readonly string[] {
  return Object.keys(words);
}

/** What the site's lists can be asked with; the server may know more words by now, and gets them as they are typed. */
export const words: Readonly<
  Record<
    | 'articleSort'
    | 'availability'
    | 'checkpointType'
    | 'collectionSort'
    | 'commercialUse'
    | 'fileFormat'
    | 'imageSort'
    | 'mediaType'
    | 'modelSort'
    | 'modelStatus'
    | 'modelType'
    | 'nsfwLabel'
    | 'period'
    | 'tagSort',
    readonly string[]
  >
> = {
  articleSort: wordsOf<ArticleSort>({
    'Most Bookmarks': true,
    'Most Reactions': true,
    'Most Comments': true,
    'Most Collected': true,
    Newest: true,
    'Recently Updated': true,
  }),
  availability: wordsOf<Availability>({ Public: true, Unsearchable: true, Private: true, EarlyAccess: true }),
  checkpointType: wordsOf<CheckpointType>({ Trained: true, Merge: true }),
  collectionSort: wordsOf<CollectionSort>({ 'Most Followers': true, Newest: true }),
  commercialUse: wordsOf<CommercialUse>({ None: true, Image: true, RentCivit: true, Rent: true, Sell: true }),
  fileFormat: wordsOf<ModelFileFormat>({
    SafeTensor: true,
    PickleTensor: true,
    GGUF: true,
    Diffusers: true,
    'Core ML': true,
    ONNX: true,
    Other: true,
  }),
  imageSort: wordsOf<ImageSort>({
    'Most Reactions': true,
    'Most Comments': true,
    'Most Collected': true,
    Newest: true,
    Oldest: true,
  }),
  mediaType: wordsOf<MediaType>({ image: true, video: true, audio: true }),
  modelSort: wordsOf<ModelSort>({
    'Highest Rated': true,
    'Most Downloaded': true,
    'Most Liked': true,
    'Most Discussed': true,
    'Most Collected': true,
    'Most Images': true,
    Newest: true,
    Oldest: true,
  }),
  modelStatus: wordsOf<ModelStatus>({
    Draft: true,
    Training: true,
    Published: true,
    Scheduled: true,
    Unpublished: true,
    UnpublishedViolation: true,
    GatherInterest: true,
    Deleted: true,
  }),
  modelType: wordsOf<ModelType>({
    Checkpoint: true,
    TextualInversion: true,
    Hypernetwork: true,
    AestheticGradient: true,
    LORA: true,
    LoCon: true,
    DoRA: true,
    Controlnet: true,
    Upscaler: true,
    MotionModule: true,
    VAE: true,
    TextEncoder: true,
    UNet: true,
    CLIPVision: true,
    Poses: true,
    Wildcards: true,
    Workflows: true,
    ComfyWorkflows: true,
    Detection: true,
    VisionLanguage: true,
    CLIP: true,
    LLM: true,
    Other: true,
  }),
  nsfwLabel: wordsOf<NsfwLabel>({ None: true, Soft: true, Mature: true, X: true, Blocked: true }),
  period: wordsOf<Period>({ Day: true, Week: true, Month: true, Year: true, AllTime: true }),
  tagSort: wordsOf<TagSort>({
    'Most Models': true,
    'Most Images': true,
    'Most Posts': true,
    'Most Articles': true,
    'Most Hidden': true,
  }),
};
