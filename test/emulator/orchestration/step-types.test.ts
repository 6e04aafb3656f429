import type { RunningEmulator } from 'civitkit/emulator';
import { startEmulator } from 'civitkit/emulator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AT_ONCE, type BlobView, run, type StepView } from './orchestration-calls.js';

let emulator: RunningEmulator;
beforeAll(async () => {
  emulator = await startEmulator({ modelCount: 5, imageCount: 0, orchestration: AT_ONCE });
});
afterAll(() => emulator.close());

const URL_IN = 'https://example.com/a.png';
const AIR = 'urn:air:sdxl:checkpoint:civitai:101055@128078';
const image = expect.objectContaining({ type: 'image', available: true, url: expect.stringContaining('http') });
const video = expect.objectContaining({ type: 'video', available: true });
const audio = expect.objectContaining({ type: 'audio', duration: expect.any(Number) });
const mesh = expect.objectContaining({ type: 'model3d', format: 'glb' });

const CASES: readonly (readonly [type: string, input: unknown, output: unknown])[] = [
  ['aceStepAudio', { musicDescription: 'calm', lyrics: 'la', seed: 1 }, { blob: audio }],
  ['ageClassification', { mediaUrl: URL_IN }, { hasMinor: false, labels: { [URL_IN]: [{ isMinor: false }] } }],
  [
    'audioCaptioning',
    { mediaUrl: URL_IN, temperature: 1, maxNewTokens: 9 },
    { results: { [URL_IN]: { text: 'A calm tune.' } } },
  ],
  [
    'batchOCRSafetyClassification',
    { mediaUrls: [URL_IN] },
    { results: [{ mediaUrl: URL_IN, classification: 'safe' }] },
  ],
  [
    'chatCompletion',
    { model: 'm', n: 2, messages: [{ role: 'user', content: 'hi' }] },
    { object: 'chat.completion', choices: [{ message: { role: 'assistant', content: 'You said: hi' } }, { index: 1 }] },
  ],
  ['comfy', { comfyWorkflow: { a: 1 }, quantity: 2 }, { blobs: [image, image] }],
  [
    'comfyNodepackSnapshot',
    { nodepacks: ['a'] },
    { results: [{ nodepack: 'a', layerAir: expect.stringContaining('urn:air:comfy') }] },
  ],
  [
    'composeMedia',
    { elements: [{ url: URL_IN }] },
    { type: 'audio', audioBlob: audio, elements: [{ startSeconds: 0 }] },
  ],
  ['composeMedia', { elements: [{}, {}], canvas: { width: 1, height: 1 } }, { type: 'video', videoBlob: video }],
  ['convertImage', { image: URL_IN, output: { format: 'webp' } }, { blob: image }],
  [
    'customComfy',
    { resources: [AIR], trace: 'none', workflow: {} },
    { blobs: [image], tempBlobs: [], usage: { buzzPerSecond: 1 } },
  ],
  ['humanoidImageMask', { imageUrl: URL_IN, category: 'upper' }, { blob: image }],
  ['imageBackgroundRemoval', { image: URL_IN }, { image }],
  ['imageGen', { engine: 'openai', model: 'gpt-image-1', prompt: 'a', quantity: 2 }, { images: [image, image] }],
  [
    'imageGen',
    { engine: 'google', prompt: '[emulator:errors=no safe prompt]' },
    { images: [], errors: ['no safe prompt'] },
  ],
  [
    'imageResourceTraining',
    { engine: 'kohya', model: AIR, trainingData: URL_IN, trainingDataImagesCount: 1, samplePrompts: ['a'] },
    {
      moderationStatus: 'approved',
      epochs: [
        {
          epochNumber: 1,
          blobName: 'my-lora-1.safetensors',
          blobUrl: expect.stringContaining('http'),
          sampleImages: [expect.stringContaining('http')],
        },
        {},
      ],
    },
  ],
  [
    'imageToSvg',
    { engine: 'comfy', ecosystem: 'vtracer', image: URL_IN },
    { svg: expect.objectContaining({ id: expect.stringMatching(/\.svg$/) }) },
  ],
  ['imageUpload', 'https://example.com/a.png', { blob: image }],
  ['imageUpscaler', { image: URL_IN, numberOfRepeats: 2 }, { blob: { width: 4096 } }],
  ['mediaCaptioning', { mediaUrl: URL_IN }, { caption: expect.any(String) }],
  [
    'mediaHash',
    { mediaUrl: URL_IN, hashTypes: ['perceptual'] },
    { hashes: { perceptual: expect.stringMatching(/^[0-9a-f]{16}$/) } },
  ],
  [
    'mediaRating',
    { mediaUrl: URL_IN, includeAIRecognition: true },
    { nsfwLevel: 'pg', isBlocked: false, aiRecognition: { label: 'AI' } },
  ],
  ['miniMaxMusic3', { caption: 'calm', lyrics: 'la', seed: 1 }, { blob: audio }],
  ['model3DPreview', { model: URL_IN, cameraPoses: [{}, {}] }, { images: [image, image] }],
  ['modelClamScan', { model: AIR }, { status: 'clean', infected: false }],
  ['modelHash', { model: AIR }, { sha256: expect.stringMatching(/^[0-9A-F]{64}$/) }],
  ['modelParseMetadata', { model: AIR }, { metadata: expect.any(String) }],
  ['modelPickleScan', { model: AIR }, { status: 'clean', dangerousImports: [] }],
  ['polyGen', { engine: 'fal', model: 'tripo' }, { model: mesh, thumbnail: image }],
  ['prepareResource', { resource: AIR }, { resource: AIR, provider: 'civitai' }],
  ['preprocessImage', { kind: 'canny', image: URL_IN, resolution: 768 }, { blob: { width: 768 } }],
  ['preprocessVideo', { video: URL_IN }, { blob: video }],
  [
    'promptEnhancement',
    { ecosystem: 'sdxl', prompt: 'a' },
    { enhancedPrompt: expect.stringContaining('a'), issues: [{}] },
  ],
  [
    'qwenImageBench',
    { items: [{ id: 'x', prompt: 'a', image: URL_IN }], dimensions: [] },
    { results: { x: { totalScore: 60 } } },
  ],
  ['shieldstralModeration', { mode: 'prompt', policies: ['p'] }, { blocked: false, results: [{ policy: 'p' }] }],
  ['textToSpeech', { engine: 'custom', text: 'hello' }, { audioBlob: audio }],
  [
    'training',
    { engine: 'ai-toolkit', ecosystem: 'sdxl', trainingData: { type: 'zip' }, epochs: 1, samples: { prompts: ['a'] } },
    { epochs: [{ epochNumber: 1, model: { type: 'model3d' }, samples: [image] }] },
  ],
  [
    'transcode',
    { sourceUrl: URL_IN, width: 100 },
    { available: true, jobId: expect.any(String), url: expect.stringContaining('http') },
  ],
  ['transcription', { mediaUrl: URL_IN }, { text: expect.any(String), timeStamps: [{ startTime: 0 }] }],
  [
    'tryOnU',
    { subjectUrl: URL_IN, garmentUrl: URL_IN, maskSubject: true, cropSubject: true, seed: 1 },
    { blob: image },
  ],
  ['videoBackgroundRemoval', { video: URL_IN }, { video }],
  ['videoEnhancement', { sourceUrl: URL_IN }, { video }],
  ['videoFrameExtraction', { videoUrl: URL_IN, maxFrames: 2 }, { frames: [image, image], totalFramesExtracted: 2 }],
  ['videoGen', { engine: 'wan', prompt: 'a', quantity: 2 }, { video, additionalVideos: [video] }],
  ['videoInterpolation', { video: URL_IN }, { video }],
  ['videoMetadata', { video: URL_IN }, { duration: '00:00:05', fps: 24 }],
  ['videoUpscaler', { video: URL_IN }, { video }],
  ['wdTagging', { mediaUrl: URL_IN }, { tags: { sky: 0.91 } }],
  ['webScrape', { url: URL_IN }, { links: [URL_IN], statusCode: 200 }],
  ['webSearch', { query: 'a' }, { results: [{ description: 'a' }] }],
  [
    'xGuardModeration',
    { mode: 'text', labels: ['a'], text: '[emulator:mature]' },
    { blocked: true, triggeredLabels: ['a'] },
  ],
];

describe('a step of type', () => {
  it.each(CASES)('%s gives its kind of output', async (type, input, output) => {
    const { status, steps } = await run(emulator, { steps: [{ $type: type, input }] });
    expect(status).toBe('succeeded');
    expect(steps[0]?.output).toMatchObject(output as object);
  });

  it('blobArchive gives a file with the blobs in it', async () => {
    const { steps } = await run(emulator, {
      steps: [{ $type: 'convertImage', input: { image: URL_IN, output: { format: 'png' } } }],
    });
    const { blob } = (steps[0] as StepView).output as unknown as { blob: BlobView };
    const { steps: packed } = await run(emulator, {
      steps: [{ $type: 'blobArchive', input: { entries: [{ blobId: blob.id, fileName: 'a.png' }], format: 'zip' } }],
    });
    const archive = packed[0]?.output as unknown as { readonly url: string; readonly entryCount: number };
    expect(archive).toMatchObject({ entryCount: 1, format: 'zip', expiresAt: expect.any(String) });
    const bytes = Buffer.from(await (await fetch(archive.url)).arrayBuffer());
    expect(bytes.toString('latin1', 0, 2)).toBe('PK');
  });
});

describe('what steps make', () => {
  it.each([
    ['png', { width: 64, height: 128 }, 'image/png', /^\x89PNG/],
    ['jpeg', { outputFormat: 'Jpeg' }, 'image/jpeg', /^\xff\xd8\xff/],
  ])('can be fetched as %s', async (extension, more, type, magic) => {
    const input = { prompt: 'a', cfgScale: 7, seed: 1, ...more };
    const { steps } = await run(emulator, { steps: [{ $type: 'textToImage', input }] });
    const blob = (steps[0] as StepView).output?.images[0];
    expect(blob?.id).toMatch(new RegExp(`\\.${extension}$`));
    const response = await fetch(blob?.url ?? '');
    expect(response.headers.get('content-type')).toBe(type);
    expect(Buffer.from(await response.arrayBuffer()).toString('latin1', 0, 8)).toMatch(magic);
  });
});
