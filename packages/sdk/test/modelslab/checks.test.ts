import { describe, expect, it } from 'vitest';
import { type CheckedOperation, checkModelsLab, type Finding } from '../../src/modelslab-checks.js';
import { sampleOperations, sampleRequests } from './sample-requests.js';

const picture = 'https://files.example.com/cat.png';

/** What is found in the parameters of text2img, beside those it needs. */
function found(parameters: object, operation: CheckedOperation = 'realtime.text2img'): readonly Finding[] {
  return checkModelsLab(operation, { prompt: 'a lighthouse', ...parameters });
}

function places(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ code, path, severity }) => `${severity} ${code} ${path}`);
}

describe('the samples', () => {
  it.each(sampleRequests.map((request) => [request.sample, request] as const))('%s: no error', (_, request) => {
    const findings = checkModelsLab(request.operation ?? 'unknown', request.body);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('have no warning either, where the operation is known', () => {
    for (const { operation, body } of sampleOperations) expect(checkModelsLab(operation, body)).toEqual([]);
  });
});

describe('what cannot be sent at all', () => {
  it.each([
    ['a text', 'prompt'],
    ['nothing', undefined],
    ['null', null],
    ['a list', [{ prompt: 'a' }]],
    ['a number', 1],
    ['bytes', Buffer.from('a')],
    ['a map', new Map([['prompt', 'a']])],
  ])('%s instead of parameters', (_, parameters) => {
    expect(places(checkModelsLab('realtime.text2img', parameters))).toEqual(['error wrong_type ']);
  });

  it('a key, whatever it holds', () => {
    expect(places(found({ key: 'ml-secret-0123' }))).toEqual(['error refused_value /key']);
    expect(places(found({ key: undefined }))).toEqual(['error refused_value /key']);
    expect(found({ key: 'ml-secret-0123' })[0]?.message).not.toContain('ml-secret');
  });

  it.each([
    ['a bigint', 1n],
    ['bytes', Buffer.from('a')],
    ['a typed array', new Uint8Array(2)],
    ['a map', new Map()],
    ['a set', new Set()],
    ['a promise', Promise.resolve('a')],
    ['what throws when it is read', { toJSON: () => thrown() }],
  ])('%s', (_, value) => {
    expect(places(found({ init_image: value }, 'imageEditing.caption'))).toEqual(['error not_json /init_image']);
  });

  it('a value that contains itself', () => {
    const scenes: object[] = [];
    scenes.push({ scenes });
    expect(places(found({ scenes }, 'video.sceneMaker'))).toEqual(['error cyclic_value /scenes/0/scenes']);
  });

  it('parameters that throw when they are read', () => {
    const proxy = new Proxy({}, { ownKeys: thrown });
    expect(places(checkModelsLab('realtime.text2img', proxy))).toEqual(['error not_json ']);
  });
});

function thrown(): never {
  throw new Error('no');
}

describe('what the documents say otherwise', () => {
  it.each<[string, CheckedOperation, object, string]>([
    ['a member that is missing', 'images.text2img', {}, 'missing_member /model_id'],
    ['a member that is null', 'images.text2img', { model_id: null }, 'missing_member /model_id'],
    ['one of two', 'threeD.imageTo3d', {}, 'missing_member /init_image'],
    ['what a model requires', 'v7.images.textToImage', { model_id: 'seedream-4' }, 'missing_member /aspect_ratio'],
    ['a number above its range', 'realtime.text2img', { width: 4096 }, 'out_of_range /width'],
    ['a fraction', 'realtime.text2img', { samples: 1.5 }, 'wrong_type /samples'],
    ['an integer that is not exact', 'realtime.text2img', { seed: 2 ** 60 }, 'unsafe_integer /seed'],
    ['a number in quotes', 'realtime.text2img', { width: '512' }, 'wrong_type /width'],
    ['a flag in words', 'realtime.text2img', { safety_checker: 'yes' }, 'wrong_type /safety_checker'],
    ['a flag in other words', 'threeD.textTo3d', { temp: 'true' }, 'wrong_type /temp'],
    ['a word', 'voice.lyricsGenerator', { length: 'medium' }, 'unknown_value /length'],
    [
      'a number that is not among a few',
      'imageEditing.headShot',
      { num_inference_steps: 22 },
      'unknown_value /num_inference_steps',
    ],
    ['NaN', 'realtime.text2img', { width: Number.NaN }, 'not_json /width'],
    ['a function', 'realtime.text2img', { width: thrown }, 'not_json /width'],
    ['a text instead of a list', 'imageEditing.imgMixer', { init_image: picture }, 'wrong_type /init_image'],
    ['too many in a list', 'imageEditing.imgMixer', { init_image: Array(5).fill(picture) }, 'wrong_count /init_image'],
    ['a number in a list of texts', 'imageEditing.imgMixer', { init_image: [1] }, 'wrong_type /init_image/0'],
    [
      'a number that is no number',
      'voice.voiceCover',
      { lead_voice_volume_delta: 'loud' },
      'wrong_type /lead_voice_volume_delta',
    ],
    ['data', 'video.watermarkRemover', { init_video: 'data:video/mp4;base64,AAAA' }, 'bad_format /init_video'],
    ['a file', 'video.watermarkRemover', { init_video: './clip.mp4' }, 'bad_format /init_video'],
    ['a file in a URL', 'video.watermarkRemover', { init_video: 'file:///clip.mp4' }, 'bad_format /init_video'],
    [
      'a private address',
      'video.watermarkRemover',
      { init_video: 'http://192.168.0.2/a.mp4' },
      'bad_format /init_video',
    ],
    ['a webhook over http', 'realtime.text2img', { webhook: 'http://hooks.example.com' }, 'insecure_callback /webhook'],
    ['a private webhook', 'realtime.text2img', { webhook: 'https://localhost/a' }, 'unreachable_callback /webhook'],
    ['an unknown member', 'realtime.text2img', { mood: 'calm' }, 'unknown_member /mood'],
  ])('%s is a warning', (_, operation, parameters, expected) => {
    const findings = found(parameters, operation);
    expect(places(findings)).toContain(`warning ${expected}`);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('is an operation nobody knows, of which the rest is still looked at', () => {
    const findings = checkModelsLab('images.text2image', { width: 1n });
    expect(places(findings)).toEqual(['warning unknown_choice ', 'error not_json /width']);
    expect(findings[0]?.message).toContain('Did you mean "images.text2img"?');
  });
});

describe('a name that is not known', () => {
  it.each<[CheckedOperation, string, string]>([
    ['realtime.text2img', 'negativePrompt', 'negative_prompt'],
    ['realtime.text2img', 'negative_promt', 'negative_prompt'],
    ['realtime.text2img', 'track_id ', 'track_id'],
    ['realtime.text2img', 'n', 'samples'],
    ['images.text2img', 'steps', 'num_inference_steps'],
    ['images.text2img', 'model', 'model_id'],
    ['imageEditing.removebgMask', 'init_image', 'image'],
    ['imageEditing.faceGen', 'init_image', 'face_image'],
    ['imageEditing.imgMixer', 'num_inference_steps', 'steps'],
  ])('%s: %s is probably %s', (operation, name, meant) => {
    const finding = found({ [name]: 1 }, operation).find(({ path }) => path === `/${name}`);
    expect(finding?.message).toContain(`Did you mean "${meant}"?`);
  });

  it('is not taken for one that is given too', () => {
    const finding = found({ negative_prompt: 'blurry', negative_promt: 'dark' })[0];
    expect(finding?.message).not.toContain('"negative_prompt"?');
  });

  it('is not repeated when it may be a secret', () => {
    const secret = 'sk0123456789abcdef0123456789abcdef';
    expect(found({ [secret]: 1 })[0]?.message).not.toContain(secret);
  });
});

describe('what passes', () => {
  it.each<[string, CheckedOperation, object]>([
    ['null for what is left out', 'realtime.text2img', { seed: null, webhook: null, track_id: null, width: null }],
    ['undefined for what is left out', 'realtime.text2img', { seed: undefined }],
    ['track_id as a text', 'realtime.text2img', { track_id: 'order-1' }],
    ['track_id as a number', 'realtime.text2img', { track_id: 7 }],
    ['several networks in one text', 'controlnet.generate', { controlnet_model: 'canny, depth' }],
    ['strengths in one text', 'images.text2img', { model_id: 'a', lora_strength: '0.4,0.3' }],
    ['a flag as a boolean', 'threeD.textTo3d', { temp: true }],
    ['a flag as it is spelled', 'threeD.textTo3d', { temp: 'yes' }],
    ['a flag whose default is a word', 'images.text2img', { model_id: 'a', enhance_prompt: 'yes' }],
    ['one image instead of several', 'imageEditing.qwenEdit', { init_image: picture }],
    [
      'a default outside of its range',
      'images.inpaint',
      { model_id: 'a', init_image: picture, mask_image: picture, num_inference_steps: 31 },
    ],
    ['a model that is not listed', 'v7.images.textToImage', { model_id: 'from-tomorrow' }],
    [
      'data where the request says so',
      'images.img2img',
      { model_id: 'a', init_image: 'data:image/png;base64,AA', base64: true },
    ],
    [
      'bare base64 where the request says so',
      'images.img2img',
      { model_id: 'a', init_image: 'iVBORw0KGgo', base64: true },
    ],
    ['a URL object', 'images.img2img', { model_id: 'a', init_image: new URL(picture) }],
    [
      'a number as a number where texts are sent',
      'voice.voiceCover',
      { init_audio: picture, model_id: 'a', mix: 1, lead_voice_volume_delta: 1 },
    ],
    ['an empty text', 'voice.lyricsGenerator', { length: '' }],
  ])('%s', (_, operation, parameters) => {
    const findings = found(parameters, operation).filter(({ path }) => path !== '/prompt');
    expect(findings).toEqual([]);
  });
});
