import { expect, test } from 'vitest';
import { checkRecipe, checkWorkflow, type Finding } from '../../src/checks.js';

const picture = 'https://image.example.com/original=true,quality=90/a%20picture.jpeg';
const clip = 'https://example.com/clip.mp4';

/**
 * Bodies as the API's own guides send them. By the letter of its document, each lacks something: `currencies`, members
 * that the server fills in, choices with a default.
 */
const inputs: readonly (readonly [type: string, input: unknown])[] = [
  ['textToImage', { model: 'urn:air:sdxl:checkpoint:civitai:101055@128078', prompt: 'a lighthouse' }],
  [
    'imageGen',
    {
      engine: 'sdcpp',
      ecosystem: 'qwen',
      model: '20b',
      operation: 'createImage',
      prompt: 'a lighthouse',
      loras: { 'urn:air:qwen:lora:civitai:1@2': 0.8 },
    },
  ],
  [
    'imageGen',
    {
      engine: 'sdcpp',
      ecosystem: 'qwen',
      model: '20b',
      operation: 'editImage',
      prompt: 'in winter',
      images: [picture],
    },
  ],
  [
    'imageGen',
    {
      engine: 'sdcpp',
      ecosystem: 'flux1',
      operation: 'createImage',
      prompt: 'x',
      diffuserModel: 'urn:air:flux1:checkpoint:civitai:1@2',
    },
  ],
  [
    'imageGen',
    {
      engine: 'sdcpp',
      ecosystem: 'sdxl',
      operation: 'createVariant',
      model: 'urn:air:sdxl:checkpoint:civitai:1@2',
      prompt: 'x',
      image: picture,
      strength: 0.7,
    },
  ],
  [
    'imageGen',
    {
      engine: 'flux2',
      model: 'klein',
      operation: 'createImage',
      modelVersion: '4b',
      prompt: 'x',
      width: 1024,
      height: 1024,
    },
  ],
  ['imageGen', { engine: 'flux1-kontext', model: 'pro', prompt: 'x', images: [picture] }],
  ['imageGen', { engine: 'openai', model: 'gpt-image-1', operation: 'createImage', prompt: 'x', size: '1024x1024' }],
  ['imageGen', { engine: 'google', model: 'nano-banana-pro', prompt: 'x' }],
  ['imageGen', { engine: 'grok', prompt: 'x', operation: 'createImage' }],
  ['imageGen', { engine: 'fal', model: 'krea2', operation: 'createImage', prompt: 'x' }],
  ['imageGen', { engine: 'wan', version: 'v2.5', prompt: 'x' }],
  [
    'videoGen',
    {
      engine: 'wan',
      version: 'v2.6',
      provider: 'fal',
      operation: 'image-to-video',
      images: [picture],
      prompt: 'x',
      resolution: '1080p',
      duration: 5,
    },
  ],
  ['videoGen', { engine: 'wan', prompt: 'x' }],
  [
    'videoGen',
    {
      engine: 'kling',
      model: 'v1.6',
      prompt: 'x',
      sourceImage: picture,
      duration: '5',
      mode: 'Standard',
      cameraControl: { config: { zoom: -3 } },
    },
  ],
  [
    'videoGen',
    {
      engine: 'kling-v3',
      operation: 'text-to-video',
      prompt: 'x',
      aspectRatio: '16:9',
      duration: 5,
      mode: 'Professional',
    },
  ],
  [
    'videoGen',
    {
      engine: 'ltx2.3',
      operation: 'createVideo',
      model: '22b-dev',
      prompt: 'x',
      images: [picture],
      duration: 5,
      width: 1280,
      height: 720,
      fps: 24,
    },
  ],
  [
    'videoGen',
    { engine: 'seedance', model: 'v2', prompt: 'x', resolution: '720p', duration: 5, images: [picture, picture] },
  ],
  ['videoGen', { engine: 'minimax-h3', prompt: 'x', firstFrameImage: picture, resolution: '2K', duration: 5 }],
  [
    'videoGen',
    {
      engine: 'flux',
      version: 'v3.0',
      operation: 'keyframesToVideo',
      prompt: 'x',
      keyframes: [{ image: picture, frameIndex: 0 }],
    },
  ],
  ['videoGen', { engine: 'veo3', prompt: 'x', images: [picture] }],
  ['polyGen', { engine: 'fal', model: 'meshy', operation: 'textTo3D', prompt: 'x', mode: 'full' }],
  ['polyGen', { engine: 'comfy', model: 'hunyuan3D', modelVersion: 'v2.1', imageUrl: picture }],
  [
    'aceStepAudio',
    { musicDescription: 'a piano', lyrics: '', duration: 20, instrumentalWeight: 1, vocalWeight: 0, seed: 7 },
  ],
  ['textToSpeech', { text: 'hello', engine: 'custom', speaker: 'vivian', language: 'English' }],
  [
    'chatCompletion',
    {
      model: 'openai/gpt-4o-mini',
      messages: [
        { role: 'system', content: 'be brief' },
        { role: 'user', content: 'hello' },
      ],
    },
  ],
  [
    'chatCompletion',
    {
      model: 'openai/gpt-4o',
      messages: [
        {
          role: 'user',
          content: [
            { type: 'text', text: 'what is it?' },
            { type: 'image_url', image_url: { url: picture, detail: 'auto' } },
          ],
        },
        {
          role: 'assistant',
          content: null,
          tool_calls: [{ id: 'c', type: 'function', function: { name: 'f', arguments: '{}' } }],
        },
        { role: 'tool', tool_call_id: 'c', content: '{}' },
      ],
      tools: [{ type: 'function', function: { name: 'f', parameters: { type: 'object' } } }],
      tool_choice: 'auto',
    },
  ],
  ['promptEnhancement', { ecosystem: 'flux1', prompt: 'a cat' }],
  [
    'convertImage',
    {
      image: picture,
      transforms: [{ type: 'blur', blur: 60, mode: 'include', regions: [{ x1: 0, y1: 0, x2: 4, y2: 4 }] }],
      output: { format: 'jpeg', quality: 85 },
    },
  ],
  ['preprocessImage', { kind: 'canny', image: picture }],
  ['imageUpscaler', { image: picture, numberOfRepeats: 1 }],
  ['videoUpscaler', { video: clip, scaleFactor: 2 }],
  ['transcription', { mediaUrl: clip }],
  [
    'training',
    {
      engine: 'ai-toolkit',
      ecosystem: 'sdxl',
      model: 'urn:air:sdxl:checkpoint:civitai:101055@128078',
      steps: 2000,
      lr: 0.0005,
      trainingData: {
        type: 'zip',
        sourceUrl: 'urn:air:other:other:civitai-r2:bucket@training-images/6/data.koBd.zip',
        count: 15,
      },
      samples: { prompts: ['a cat'] },
    },
  ],
  [
    'training',
    {
      engine: 'ai-toolkit',
      ecosystem: 'sd1',
      trainingData: { type: 'zip', sourceUrl: 'https://bucket.example.com/data.zip?sig=1&exp=2', count: 8 },
    },
  ],
  [
    'training',
    {
      engine: 'ai-toolkit',
      ecosystem: 'sdxl',
      trainingData: { type: 'blobs', items: [{ air: 'JNFDW54J.jpeg', caption: 'a cat' }] },
    },
  ],
  ['xGuardModeration', { mode: 'text', text: 'hello' }],
  ['mediaRating', { image: picture }],
];

const errorsOf = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ severity }) => severity === 'error');

test.each(inputs)('%s %j', (type, input) => {
  expect(errorsOf(checkWorkflow({ steps: [{ $type: type, input }] }))).toEqual([]);
  expect(errorsOf(checkRecipe(type, input))).toEqual([]);
});
