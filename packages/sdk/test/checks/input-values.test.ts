import { describe, expect, test } from 'vitest';
import { checkRecipe, checkWorkflow } from '../../src/checks.js';
import { codesOf, findInInput } from './codes-of.js';

const anima = { engine: 'sdcpp', ecosystem: 'anima', operation: 'createImage', prompt: 'a cat' };

/** Bodies with one mistake each, of the kinds that cost the most time. */
test.each([
  [
    'a kind that does not exist',
    { $type: 'txtToImage', input: { prompt: 'a cat' } },
    'warning /steps/0/$type unknown_choice',
  ],
  [
    'a text for a number',
    { $type: 'textToImage', input: { prompt: 'a cat', width: 'wide' } },
    'error /steps/0/input/width wrong_type',
  ],
  [
    'a number out of range',
    { $type: 'textToImage', input: { prompt: 'a cat', cfgScale: 99 } },
    'error /steps/0/input/cfgScale out_of_range',
  ],
  [
    'a misspelt member',
    { $type: 'imageGen', input: { ...anima, negativPrompt: 'dog' } },
    'warning /steps/0/input/negativPrompt unknown_member',
  ],
  [
    'no prompt',
    { $type: 'imageGen', input: { ...anima, prompt: undefined } },
    'error /steps/0/input/prompt missing_member',
  ],
  [
    'an engine that does not exist',
    { $type: 'videoGen', input: { engine: 'won', prompt: 'a cat' } },
    'warning /steps/0/input/engine unknown_choice',
  ],
])('%s', (_, step, expected) => {
  expect(codesOf(checkWorkflow({ steps: [step] }))).toEqual([expected]);
});

describe('what the server may accept is only warned of', () => {
  test.each([
    ['a number in quotes', 'textToImage', { prompt: 'a cat', width: '512' }, 'warning /width wrong_type'],
    [
      'a number for a word',
      'videoGen',
      { engine: 'kling', model: 'v1.6', prompt: 'x', duration: 5 },
      'warning /duration wrong_type',
    ],
    ['a member of another engine', 'imageGen', { ...anima, imageSize: 'square' }, 'warning /imageSize unknown_member'],
    [
      'a list that may be null',
      'convertImage',
      { image: 'x', output: { format: 'png' }, transforms: [null] },
      'warning /transforms/0 null_value',
    ],
    ['media missing', 'imageUpscaler', {}, 'warning /image missing_member'],
    ['a URL without a scheme', 'transcription', { mediaUrl: 'example.com/a.mp3' }, 'warning /mediaUrl bad_format'],
    [
      'an address for an AIR',
      'textToImage',
      { prompt: 'x', model: 'https://civitai.com/models/1' },
      'warning /model bad_air',
    ],
    ['an AIR that is empty', 'textToImage', { prompt: 'x', model: '' }, 'warning /model bad_air'],
    ['a LoRA that is no AIR', 'imageGen', { ...anima, loras: { detail: 0.5 } }, 'warning /loras/detail bad_air'],
    [
      'a batch that is cut to what fits',
      'training',
      {
        engine: 'ai-toolkit',
        ecosystem: 'anima',
        batchSize: 4,
        trainingData: { type: 'zip', sourceUrl: 'https://example.com/a.zip?sig=1', count: 3 },
      },
      'warning /batchSize out_of_range',
    ],
  ])('%s', (_, type, input, expected) => {
    expect(findInInput(type, input)).toEqual([expected]);
  });
});

describe('what it refuses is an error', () => {
  test.each([
    ['a fraction', 'textToImage', { prompt: 'x', steps: 20.5 }, 'error /steps wrong_type'],
    [
      'more than 32 bits',
      'chatCompletion',
      { model: 'm', messages: [{ role: 'user', content: 'x' }], maxTokens: 2 ** 31 },
      'error /maxTokens out_of_range',
    ],
    [
      'a text for true',
      'transcription',
      { mediaUrl: 'https://example.com', returnTimeStamps: 'true' },
      'error /returnTimeStamps wrong_type',
    ],
    [
      'an object for a text',
      'imageUpscaler',
      { image: { url: 'https://example.com/a.png' } },
      'error /image wrong_type',
    ],
    [
      'a text for a list',
      'imageGen',
      { engine: 'gemini', model: '2.5-flash', operation: 'editImage', prompt: 'x', images: 'https://example.com' },
      'error /images wrong_type',
    ],
    ['a list for a map', 'imageGen', { ...anima, loras: [{ air: 'x', strength: 1 }] }, 'error /loras wrong_type'],
    [
      'a map for a list',
      'imageGen',
      { engine: 'flux2', model: 'dev', operation: 'createImage', prompt: 'x', loras: { x: 1 } },
      'error /loras wrong_type',
    ],
    ['a prompt that is too long', 'imageGen', { ...anima, prompt: 'x'.repeat(10_001) }, 'error /prompt wrong_length'],
    ['an engine that is no text', 'imageGen', { engine: 7, prompt: 'x' }, 'error /engine wrong_type'],
    ['no engine', 'imageGen', { prompt: 'x' }, 'error /engine missing_member'],
    [
      'too many items',
      'blobArchive',
      { entries: Array.from({ length: 1001 }, () => ({ blobId: 'a', fileName: 'b' })) },
      'error /entries wrong_count',
    ],
    ['a file name for an AIR', 'textToImage', { prompt: 'x', model: 'dream.safetensors' }, 'error /model bad_air'],
    [
      'neither text nor parts',
      'chatCompletion',
      { model: 'm', messages: [{ role: 'user', content: 7 }] },
      'error /messages/0/content wrong_type',
    ],
  ])('%s', (_, type, input, expected) => {
    expect(findInInput(type, input)).toEqual([expected]);
  });
});

describe('what is newer than this release passes', () => {
  test.each([
    ['an engine', { engine: 'dreamy', dream: { depth: 3 }, prompt: 7 }, 'warning /engine unknown_choice'],
    ['a level inside one', { engine: 'sdcpp', ecosystem: 'sd9', anything: true }, 'warning /ecosystem unknown_choice'],
  ])('%s, with all that hangs on it', (_, input, expected) => {
    expect(findInInput('imageGen', input)).toEqual([expected]);
  });

  test('what is known of it all the same is checked', () => {
    expect(findInInput('imageGen', { engine: 'dreamy', outputFormat: 7 })).toContain(
      'warning /outputFormat wrong_type',
    );
  });

  test('a recipe', () => {
    expect(codesOf(checkRecipe('dreamUp', { anything: 1 }))).toEqual(['warning  unknown_choice']);
  });
});

describe('recipes', () => {
  test('one takes a bare text', () => {
    expect(checkRecipe('imageUpload', 'https://example.com/a.png')).toEqual([]);
    expect(codesOf(checkRecipe('imageUpload', { url: 'x' }))).toEqual(['error  wrong_type']);
  });

  test('nothing is no input', () => {
    expect(codesOf(checkRecipe('textToImage', undefined))).toEqual(['error  wrong_type']);
    expect(codesOf(checkRecipe('textToImage', null))).toEqual(['error  wrong_type']);
  });
});

test('a default may be left out where it chooses', () => {
  expect(findInInput('videoGen', { engine: 'ltx2.3', prompt: 'x', model: '22b-dev' })).toEqual([]);
  expect(findInInput('textToSpeech', { text: 'x', speaker: 'ryan' })).toEqual([]);
});

test('words are read in any case', () => {
  expect(
    findInInput('videoGen', { engine: 'kling', model: 'V1.6', prompt: 'x', mode: 'Standard', duration: '5' }),
  ).toEqual([]);
});

test('streaming is asked for beside the input', () => {
  const input = { model: 'm', messages: [{ role: 'user', content: 'x' }], stream: true };
  expect(findInInput('chatCompletion', input)).toEqual(['warning /stream retired']);
});
