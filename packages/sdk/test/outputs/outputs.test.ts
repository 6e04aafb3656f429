import { outputs, type Workflow } from '@civitkit/sdk/client';
import { describe, expect, it } from 'vitest';
import { workflow } from '../workflows/samples.js';

const expiry = '2026-11-21T11:00:00Z';
const image = (id: string): Record<string, unknown> => ({
  type: 'image',
  id,
  available: true,
  url: `https://blobs.example/${id}?sig=1`,
  urlExpiresAt: expiry,
  width: 64,
  height: 64,
  previewUrl: 'https://blobs.example/small',
});
const blob = (type: string, id: string): Record<string, unknown> => ({ ...image(id), type });

function step($type: string, output: unknown, name = 'hero'): Record<string, unknown> {
  // What went in must not come out again.
  const input = { image: image('input.png') };
  return {
    $type,
    name,
    priority: 'normal',
    status: 'succeeded',
    metadata: { image: image('note.png') },
    input,
    output,
  };
}

function found($type: string, output: unknown): readonly string[] {
  return [...outputs(step($type, output))].map(({ path, kind, id, url }) => `${path} ${kind} ${id ?? url}`);
}

describe('outputs of', () => {
  it.each<[string, unknown, readonly string[]]>([
    [
      'textToImage',
      { images: [image('a.png'), image('b.png')] },
      ['output.images[0] image a.png', 'output.images[1] image b.png'],
    ],
    [
      'comfy',
      { blobs: [image('a.png'), blob('video', 'b.mp4')] },
      ['output.blobs[0] image a.png', 'output.blobs[1] video b.mp4'],
    ],
    ['imageUpscaler', { blob: image('a.png') }, ['output.blob image a.png']],
    [
      'videoGen',
      { video: blob('video', 'a.mp4'), additionalVideos: [blob('video', 'b.mp4')], draftCache: blob('file', 'c') },
      ['output.video video a.mp4', 'output.additionalVideos[0] video b.mp4', 'output.draftCache file c'],
    ],
    ['textToSpeech', { audioBlob: blob('audio', 'a.wav'), speaker: 'x' }, ['output.audioBlob audio a.wav']],
    ['imageToSvg', { svg: blob('image', 'a.svg') }, ['output.svg image a.svg']],
    ['videoFrameExtraction', { frames: [image('a.png')], totalFramesExtracted: 1 }, ['output.frames[0] image a.png']],
    [
      'polyGen',
      {
        model: blob('model3d', 'a.glb'),
        fbxModel: blob('model3d', 'a.fbx'),
        thumbnail: image('t.png'),
        riggedModel: null,
        basicAnimations: { walkingModel: blob('model3d', 'w.glb') },
      },
      [
        'output.model model3d a.glb',
        'output.fbxModel model3d a.fbx',
        'output.thumbnail image t.png',
        'output.basicAnimations.walkingModel model3d w.glb',
      ],
    ],
    [
      'transcode',
      { id: 'a.mp4', available: true, url: 'https://blobs.example/a.mp4', urlExpiresAt: expiry, jobId: 'j' },
      ['output video a.mp4'],
    ],
    [
      'training',
      {
        moderationStatus: 'approved',
        epochs: [{ epochNumber: 1, model: blob('file', 'm.safetensors'), samples: [image('s.png')] }],
      },
      ['output.epochs[0].model file m.safetensors', 'output.epochs[0].samples[0] image s.png'],
    ],
    [
      'imageResourceTraining',
      {
        epochs: [
          { epochNumber: 1, blobName: 'e', blobUrl: 'https://b.example/e', sampleImages: ['https://b.example/1'] },
        ],
        sampleInputImages: ['https://b.example/2'],
        sampleImagesPrompts: ['a cat'],
      },
      [
        'output.epochs[0].blobUrl file https://b.example/e',
        'output.epochs[0].sampleImages[0] image https://b.example/1',
        'output.sampleInputImages[0] image https://b.example/2',
      ],
    ],
    [
      'blobArchive',
      { url: 'https://b.example/archive/token', entryCount: 2, format: 'zip', expiresAt: expiry },
      ['output archive https://b.example/archive/token'],
    ],
    [
      'customComfy',
      { blobs: [], tempBlobs: [image('t.png')], traceUrl: 'https://b.example/trace.json' },
      ['output.tempBlobs[0] image t.png', 'output.traceUrl file https://b.example/trace.json'],
    ],
    [
      'chatCompletion',
      { id: 'c', choices: [{ message: { role: 'assistant', content: 'https://b.example/a.png' } }] },
      [],
    ],
    ['mediaCaptioning', { caption: 'a cat' }, []],
    ['webSearch', { results: [{ title: 'cats', url: 'https://cats.example', description: '' }] }, []],
    [
      'somethingNew',
      { made: { deep: [{ here: blob('hologram', 'h.holo') }] } },
      ['output.made.deep[0].here hologram h.holo'],
    ],
  ])('%s', ($type, output, expected) => {
    expect(found($type, output)).toEqual(expected);
  });

  it('a step that has none yet are none', () => {
    for (const output of [undefined, null, {}]) expect(found('textToImage', output)).toEqual([]);
  });

  it('a workflow come step by step, with where they lie', () => {
    const steps = [
      step('textToImage', { images: [image('a.png')] }),
      step('imageUpscaler', { blob: image('b.png') }, 'up'),
    ];
    expect([...outputs(workflow({ steps }) as unknown as Workflow)]).toMatchObject([
      {
        step: 'hero',
        stepType: 'textToImage',
        path: 'output.images[0]',
        pointer: '/steps/0/output/images/0',
        id: 'a.png',
      },
      { step: 'up', stepType: 'imageUpscaler', path: 'output.blob', pointer: '/steps/1/output/blob', id: 'b.png' },
    ]);
  });

  it('a repeat are referred to by the step of the workflow, and told by the step that made them', () => {
    const inner = [step('textToImage', { images: [image('a.png')] }, 'each[0]'), step('transcode', null, 'each[1]')];
    const steps = [step('repeat', { steps: inner }, 'each')];
    expect([...outputs(workflow({ steps }) as unknown as Workflow)]).toMatchObject([
      {
        step: 'each',
        stepType: 'textToImage',
        path: 'output.steps[0].output.images[0]',
        pointer: '/steps/0/output/steps/0/output/images/0',
      },
    ]);
  });

  it('a bare output, such as a recipe gives, have no step', () => {
    expect([...outputs({ blob: image('a.png') })]).toMatchObject([
      { step: undefined, stepType: undefined, path: 'output.blob', pointer: '/blob', kind: 'image' },
    ]);
    expect([...outputs({ steps: [step('textToImage', { images: [image('a.png')] })] })]).toMatchObject([
      { path: 'output.steps[0].output.images[0]', pointer: '/steps/0/output/images/0' },
    ]);
  });

  it('a workflow that withholds some tell why, and those it does not withhold do not', () => {
    const images = [
      { type: 'image', id: 'a', available: false, blockedReason: 'MatureContent' },
      { ...image('b.png'), blockedReason: 'none' },
      { ...image('c.png'), url: null, blockedReason: null },
    ];
    expect([...outputs(step('imageGen', { images }))]).toMatchObject([
      { available: false, url: undefined, blockedReason: 'MatureContent' },
      { available: true, blockedReason: undefined, urlExpiresAt: expiry },
      { available: true, url: undefined, blockedReason: undefined },
    ]);
  });

  it('have the blob as it came, typed', () => {
    const [output] = outputs(step('textToImage', { images: [image('a.png')] }));
    expect(output?.blob).toEqual(image('a.png'));
    expect(output?.blob?.type === 'image' && output.blob.width).toBe(64);
  });
});

describe('the kind of an output without a type', () => {
  it.each([
    ['a.JPEG', 'image'],
    ['a.webm', 'video'],
    ['a.mp3', 'audio'],
    ['a.glb', 'model3d'],
    ['a.tar', 'archive'],
    ['constructor', 'file'],
    ['a.constructor', 'file'],
    ['a', 'file'],
  ])('of %s is %s', (id, kind) => {
    expect([...outputs({ id, available: true })]).toMatchObject([{ kind, id }]);
  });

  it('is that of its link, where the id says nothing', () => {
    expect([...outputs({ id: 'X', available: true, url: 'https://b.example/x.mp4?sig=a.png' })]).toMatchObject([
      { kind: 'video' },
    ]);
  });
});
