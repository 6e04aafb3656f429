/** What is checked of one member of a step's input. */
export type MemberRule =
  | { readonly kind: 'text'; readonly required?: true; readonly filled?: true; readonly choices?: readonly string[] }
  | { readonly kind: 'number' | 'whole'; readonly min: number; readonly max: number }
  | { readonly kind: 'list'; readonly required?: true; readonly minItems?: number }
  | { readonly kind: 'object'; readonly required?: true }
  | { readonly kind: 'any'; readonly required: true }
  | { readonly kind: 'air'; readonly required?: true }
  | { readonly kind: 'airKeys' };

/** The rules of one step type, by member. What is not named is not checked. */
export type StepRules = Readonly<Record<string, MemberRule>>;

/** A text that must be there, and may be empty: music without words has empty lyrics. */
const text: MemberRule = { kind: 'text', required: true };
const filledText: MemberRule = { kind: 'text', required: true, filled: true };
const list: MemberRule = { kind: 'list', required: true, minItems: 1 };
const air: MemberRule = { kind: 'air', required: true };
const optionalAir: MemberRule = { kind: 'air' };
const airKeys: MemberRule = { kind: 'airKeys' };
const whole = (min: number, max: number): MemberRule => ({ kind: 'whole', min, max });
const number = (min: number, max: number): MemberRule => ({ kind: 'number', min, max });
const engine = (...choices: readonly string[]): MemberRule => ({ kind: 'text', required: true, choices });

const SIZE = whole(64, 4096);
const INT_MAX = 2_147_483_647;

/** Splits names that are written with spaces between them. */
function names(line: string): readonly string[] {
  return line.split(' ');
}

const VIDEO_ENGINES = [
  ...names('haiper mochi kling kling-v3 minimax minimax-h3 minimax-h3-comfy lightricks hunyuan vidu vidu-q3 veo3'),
  ...names('seedance ltx2 ltx2.3 ltx2.5 wan sora grok happyHorse flux gemini-omni'),
];
const IMAGE_ENGINES = names(
  'openai flux flux1-kontext flux2 google wan gemini sdcpp comfy seedream grok fal qwen krea',
);

/** The rules of every step type the server knows: those of workflows, and the five that are recipes only. */
export const STEP_RULES: Readonly<Record<string, StepRules>> = {
  aceStepAudio: {
    musicDescription: text,
    lyrics: text,
    duration: number(1, 190),
    bpm: whole(40, 200),
    steps: whole(1, 200),
    cfg: number(0, 30),
    loras: airKeys,
  },
  ageClassification: { mediaUrl: text },
  audioCaptioning: { mediaUrl: text },
  batchOCRSafetyClassification: { mediaUrls: { kind: 'list', required: true } },
  blobArchive: { entries: list },
  chatCompletion: {
    model: filledText,
    messages: list,
    temperature: number(0, 2),
    topP: number(0, 1),
    maxTokens: whole(1, 128_000),
    n: whole(1, 128),
    presencePenalty: number(-2, 2),
    frequencyPenalty: number(-2, 2),
    topLogprobs: whole(0, 20),
  },
  comfy: { comfyWorkflow: { kind: 'object', required: true }, quantity: whole(1, 100) },
  comfyNodepackSnapshot: { nodepacks: list },
  composeMedia: { elements: { kind: 'list', required: true } },
  convertImage: { image: text, output: { kind: 'object', required: true } },
  customComfy: { resources: list, workflow: { kind: 'any', required: true } },
  echo: { message: text },
  humanoidImageMask: { imageUrl: text },
  imageBackgroundRemoval: { image: text },
  imageGen: {
    engine: engine(...IMAGE_ENGINES),
    prompt: text,
    quantity: whole(1, 12),
    width: whole(0, 4096),
    height: whole(0, 4096),
    steps: whole(1, 150),
    cfgScale: number(0, 100),
    seed: number(-1, Number.MAX_SAFE_INTEGER),
    loras: airKeys,
  },
  imageResourceTraining: {
    engine: engine('kohya', 'flux-dev-fast', 'musubi', 'flux2-dev', 'flux2-dev-edit'),
    model: air,
    trainingData: text,
    trainingDataImagesCount: whole(0, INT_MAX),
  },
  imageToSvg: { engine: engine('comfy'), image: text },
  imageUpload: {},
  imageUpscaler: { image: text, numberOfRepeats: whole(1, 3) },
  mediaCaptioning: { mediaUrl: text },
  mediaHash: { mediaUrl: text, hashTypes: { kind: 'list', required: true } },
  mediaRating: {},
  miniMaxMusic3: {
    caption: text,
    lyrics: text,
    maxDuration: number(0.04, 360),
    steps: whole(1, 100),
    cfg: number(0, 100),
    topK: whole(1, 16_384),
    loras: airKeys,
  },
  model3DPreview: {
    model: text,
    width: whole(256, 4096),
    height: whole(256, 4096),
    cameraPoses: { kind: 'list', required: true },
  },
  modelClamScan: { model: air },
  modelHash: { model: air },
  modelParseMetadata: { model: air },
  modelPickleScan: { model: air },
  polyGen: { engine: engine('comfy', 'fal') },
  prepareResource: { resource: air },
  preprocessImage: { kind: text, image: text, resolution: SIZE },
  preprocessVideo: { video: text },
  promptEnhancement: { ecosystem: filledText, prompt: filledText, temperature: number(0, 1) },
  qwenImageBench: { items: list, dimensions: { kind: 'list', required: true }, maxTokens: whole(1, 128_000) },
  repeat: { for: { kind: 'object', required: true }, template: { kind: 'object', required: true } },
  shieldstralModeration: { mode: engine('prompt', 'text') },
  textToImage: {
    prompt: text,
    model: optionalAir,
    additionalNetworks: airKeys,
    quantity: whole(1, 100),
    batchSize: whole(1, 100),
    steps: whole(1, 150),
    cfgScale: number(1, 30),
    width: whole(64, 4084),
    height: whole(64, 4084),
    seed: number(0, 4_294_967_295),
    clipSkip: whole(-INT_MAX, INT_MAX),
  },
  textToSpeech: { text },
  training: { engine: engine('ai-toolkit', 'comfy'), trainingData: { kind: 'object', required: true } },
  transcode: { sourceUrl: text, width: whole(1, INT_MAX) },
  transcription: { mediaUrl: text },
  tryOnU: { subjectUrl: text, garmentUrl: text, steps: whole(1, 150) },
  videoBackgroundRemoval: { video: text, maskExpansion: whole(-32, 32), maskFeather: number(0, 32) },
  videoEnhancement: { sourceUrl: text },
  videoFrameExtraction: { videoUrl: text },
  // Some engines take the duration as a text.
  videoGen: { engine: engine(...VIDEO_ENGINES), prompt: text, seed: number(-1, Number.MAX_SAFE_INTEGER) },
  videoInterpolation: { video: text, interpolationFactor: whole(2, 3) },
  videoMetadata: { video: text },
  videoUpscaler: { video: text, scaleFactor: whole(2, 4) },
  wdTagging: { mediaUrl: text },
  webScrape: {},
  webSearch: {},
  xGuardModeration: { mode: engine('prompt', 'text') },
};
