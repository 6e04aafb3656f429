// Ten workflows of an application, only there to be compiled: bench/type-check.mjs measures how long that takes.
import { argumentRef, forEach, steps, unlisted, type WorkflowTemplate } from '@civitkit/sdk/client';

export const portrait: WorkflowTemplate = {
  steps: [
    {
      $type: 'textToImage',
      input: {
        model: 'urn:air:sdxl:checkpoint:civitai:101055@128078',
        additionalNetworks: { 'urn:air:sdxl:lora:civitai:1@2': { strength: 0.8, triggerWord: 'ink' } },
        prompt: 'a portrait in ink',
        negativePrompt: 'colour',
        scheduler: 'eulerA',
        steps: 28,
        cfgScale: 6.5,
        width: 832,
        height: 1216,
        seed: 7,
        outputFormat: 'png',
      },
    },
  ],
  tags: ['portrait'],
  currencies: ['blue', 'yellow'],
};

export const krea: WorkflowTemplate = {
  steps: [
    {
      $type: 'imageGen',
      input: {
        engine: 'comfy',
        ecosystem: 'krea2',
        model: 'turbo',
        operation: 'createImage',
        prompt: 'a boat',
        width: 1024,
      },
    },
    {
      $type: 'imageGen',
      input: {
        engine: 'openai',
        model: 'gpt-image-1',
        operation: 'editImage',
        prompt: 'at night',
        images: ['data:,x'],
      },
    },
  ],
};

const hero = steps.imageGen(
  {
    engine: 'flux2',
    model: 'dev',
    operation: 'createImage',
    prompt: 'a hero',
    loras: [{ air: 'urn:air:flux2:lora:civitai:1@2' }],
  },
  { name: 'hero' },
);
const larger = steps.imageUpscaler({ image: hero.output.images[0].url }, { name: 'larger' });

export const upscaled: WorkflowTemplate = { steps: [hero, larger], upgradeMode: 'automatic', externalId: 'hero-1' };

export const film: WorkflowTemplate = {
  steps: [
    steps.videoGen({ engine: 'wan', version: 'v2.7', operation: 'text-to-video', prompt: 'waves', duration: 5 }),
    steps.videoGen({ engine: 'grok', version: 'v1.5', operation: 'imageToVideo', prompt: 'waves' }),
    steps.videoGen({ engine: 'ltx2.3', prompt: 'a storm' }, { timeout: '00:20:00', retries: 2 }),
  ],
  callbacks: [{ url: 'https://example.com/hook', type: ['workflow:*', 'job:failed'] }],
};

const frames = steps.videoFrameExtraction({ videoUrl: 'https://example.com/clip.mp4' }, { name: 'frames' });

export const everyFrame: WorkflowTemplate = {
  steps: [
    frames,
    steps.repeat(forEach(frames.output.frames, 'frame', (frame) => steps.imageUpscaler({ image: frame.url }))),
  ],
};

export const chat: WorkflowTemplate = {
  arguments: { subject: 'lighthouses' },
  steps: [
    steps.chatCompletion(
      {
        model: 'some-model',
        messages: [
          { role: 'system', content: 'You write prompts.' },
          { role: 'user', content: argumentRef<string>('subject') },
          { role: 'user', content: [{ type: 'image_url', imageUrl: { url: 'https://example.com/a.png' } }] },
        ],
        responseFormat: { type: 'json_object' },
      },
      { name: 'chat' },
    ),
  ],
};

export const sound: WorkflowTemplate = {
  steps: [
    {
      $type: 'textToSpeech',
      input: { engine: 'vllm-omni', ecosystem: 'qwen3', operation: 'voiceDesign', text: 'hello', instruct: 'calm' },
    },
    { $type: 'aceStepAudio', input: { musicDescription: 'slow', lyrics: 'la la', duration: 60 } },
    { $type: 'transcription', input: { mediaUrl: 'https://example.com/a.mp3' } },
  ],
};

export const training: WorkflowTemplate = {
  steps: [
    {
      $type: 'training',
      input: {
        engine: 'ai-toolkit',
        ecosystem: 'flux1',
        modelVariant: 'dev',
        epochs: 10,
        trainingData: { type: 'zip', sourceUrl: 'urn:air:other:other:civitai-r2:a@b', count: 20 },
      },
    },
  ],
};

export const moderation: WorkflowTemplate = {
  steps: [
    { $type: 'mediaRating', input: { image: 'https://example.com/a.png' } },
    { $type: 'xGuardModeration', input: { mode: 'text', text: 'hello' } },
    { $type: 'preprocessImage', input: { kind: 'canny', image: 'https://example.com/a.png', lowThreshold: 50 } },
    {
      $type: 'convertImage',
      input: { image: 'data:,x', output: { format: 'webp' }, transforms: [{ type: 'blur', blur: 4 }] },
    },
  ],
};

export const future: WorkflowTemplate = {
  steps: [
    unlisted({ $type: 'futureStep', input: { anything: true } }),
    { $type: 'imageGen', input: unlisted({ engine: 'future', prompt: 'a cat' }) },
    { $type: 'polyGen', input: { engine: 'fal', model: 'tripo', imageUrl: 'https://example.com/a.png' } },
  ],
};
