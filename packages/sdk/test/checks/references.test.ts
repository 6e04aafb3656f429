import { describe, expect, test } from 'vitest';
import { checkRecipe, checkStep, checkWorkflow } from '../../src/checks.js';
import { steps } from '../../src/generated/step-builders.js';
import { codesOf, echo, findIn, image } from './codes-of.js';

const url = { $ref: 'hero', path: 'output.images[0].url' };

function upscale(source: unknown, name?: string): object {
  return { $type: 'imageUpscaler', ...(name === undefined ? {} : { name }), input: { image: source } };
}

describe('references that are in order', () => {
  test.each([
    ['by name', url],
    ['by position', { $ref: '$0', path: 'output.images[0].url' }],
    ['by the default name', { $ref: '0', path: 'output.images[0].url' }],
    ['by name with a dollar', { $ref: '$hero', path: 'output.images[0].url' }],
  ])('%s', (_, reference) => {
    expect(findIn({ steps: [image, upscale(reference)] })).toEqual([]);
  });

  test('typed ones, which are proxies', () => {
    const hero = steps.textToImage({ prompt: 'a hero' }, { name: 'hero' });
    const larger = steps.imageUpscaler({ image: hero.output.images[0]?.url ?? '' });
    expect(findIn({ steps: [hero, larger] })).toEqual([]);
    const wrong = steps.imageUpscaler({ image: hero.output.images[0] as never });
    expect(findIn({ steps: [hero, wrong] })).toEqual(['warning /steps/1/input/image/path mismatched_reference']);
  });

  test('to arguments, also below one', () => {
    const prompt = { $ref: '$arguments', path: 'texts.prompt' };
    expect(findIn({ arguments: { texts: { prompt: 'a' } }, steps: [{ ...echo, input: { message: prompt } }] })).toEqual(
      [],
    );
  });

  test('wherever a value may stand: in lists, for numbers, for a whole input', () => {
    const found = findIn({
      arguments: { seed: 1, all: {} },
      steps: [
        image,
        { $type: 'textToImage', input: { prompt: 'a cat', seed: { $ref: '$arguments', path: 'seed' } } },
        {
          $type: 'imageGen',
          input: { engine: 'gemini', model: '2.5-flash', operation: 'editImage', prompt: 'x', images: [url] },
        },
        { $type: 'echo', input: { $ref: '$arguments', path: 'all' } },
      ],
    });
    expect(found).toEqual([]);
  });

  test('to an engine that is chosen later: what hangs on it passes', () => {
    const input = { engine: { $ref: '$arguments', path: 'engine' }, prompt: 'a cat', whatever: 1 };
    expect(findIn({ arguments: { engine: 'gemini' }, steps: [{ $type: 'imageGen', input }] })).toEqual([]);
  });

  test('to an engine of a step that is not there', () => {
    const input = { engine: { $ref: 'nobody', path: 'output.x' }, prompt: 'a cat' };
    expect(findIn({ steps: [{ $type: 'imageGen', input }] })).toEqual([
      'error /steps/0/input/engine/$ref unknown_target',
    ]);
    expect(findIn({ steps: [{ $type: 'imageGen', input: { engine: {}, prompt: 'a cat' } }] })).toEqual([
      'error /steps/0/input/engine wrong_type',
    ]);
  });

  test('to steps of a kind that is not known', () => {
    const newer = { $type: 'dreamUp', name: 'dream', input: {} };
    const found = findIn({ steps: [newer, upscale({ $ref: 'dream', path: 'output.anything[0].at.all' })] });
    expect(found).toEqual(['warning /steps/0/$type unknown_choice']);
  });
});

describe('loops', () => {
  const frames = { $type: 'videoFrameExtraction', name: 'cut', input: { videoUrl: 'https://example.com/a.mp4' } };
  function repeat(clause: object, input: object): object {
    return { $type: 'repeat', name: 'all', input: { for: clause, template: { $type: 'imageUpscaler', input } } };
  }
  const clause = { $ref: 'cut', path: 'output.frames', as: 'frame' };

  test('the variable is known in the template, and nowhere else', () => {
    const frame = { $ref: 'frame', path: 'url' };
    expect(findIn({ steps: [frames, repeat(clause, { image: frame })] })).toEqual([]);
    expect(findIn({ steps: [frames, repeat(clause, { image: frame }), upscale(frame)] })).toEqual([
      'error /steps/2/input/image/$ref unknown_target',
    ]);
  });

  test('the variable may come after its template', () => {
    const input = { template: upscale({ $ref: 'frame', path: 'url' }), for: clause };
    expect(findIn({ steps: [frames, { $type: 'repeat', input }] })).toEqual([]);
  });

  test('what a loop puts out may be anything', () => {
    const found = findIn({
      steps: [
        frames,
        repeat(clause, { image: { $ref: 'frame', path: 'url' } }),
        upscale({ $ref: 'all', path: 'output.steps[0].output.blob.url' }),
      ],
    });
    expect(found).toEqual([]);
  });

  test('over a step of the name of the variable', () => {
    const frame = { $ref: 'cut', path: 'url' };
    expect(findIn({ steps: [frames, repeat({ ...clause, as: 'cut' }, { image: frame })] })).toEqual([
      'warning /steps/1/input/for/as duplicate_name',
    ]);
  });

  test('over what is no list', () => {
    const found = findIn({
      steps: [frames, repeat({ ...clause, path: 'output.totalFramesExtracted' }, { image: 'x' })],
    });
    expect(found).toEqual(['warning /steps/1/input/for/path mismatched_reference']);
  });

  test('over itself, and over its own variable', () => {
    const loops = [
      repeat({ ...clause, $ref: 'all' }, { image: 'x' }),
      repeat({ ...clause, $ref: 'frame' }, { image: 'x' }),
    ];
    expect(findIn({ steps: loops.slice(0, 1) })).toContain('error /steps/0/input/for/$ref reference_cycle');
    expect(findIn({ steps: loops.slice(1) })).toContain('error /steps/0/input/for/$ref reference_cycle');
  });

  test('inside the template, steps may have any name', () => {
    const template = { $type: 'imageUpscaler', name: 'cut', input: { image: { $ref: 'frame', path: 'url' } } };
    expect(findIn({ steps: [frames, { $type: 'repeat', input: { for: clause, template } }] })).toEqual([]);
  });
});

describe('references that lead nowhere', () => {
  test.each([
    ['name and path in one', { $ref: 'hero.output.images[0].url' }, 'warning /$ref bad_path'],
    ['position and path in one', { $ref: '$0.output.images[0].url' }, 'warning /$ref bad_path'],
    ['argument and path in one', { $ref: '$arguments.image' }, 'warning /$ref bad_path'],
    ['a name in another case', { ...url, $ref: 'Hero' }, 'warning /$ref unknown_target'],
    ['no path', { $ref: 'hero' }, 'warning /path bad_path'],
    ['another root', { $ref: 'hero', path: 'images[0].url' }, 'warning /path bad_path'],
    ['a path that cannot be read', { $ref: 'hero', path: 'output..images[' }, 'warning /path bad_path'],
    ['a path that is no text', { $ref: 'hero', path: 3 }, 'error /path wrong_type'],
    ['a source that is no text', { $ref: 3, path: 'output' }, 'error /$ref wrong_type'],
    ['a list without an index', { $ref: 'hero', path: 'output.images.url' }, 'warning /path unknown_output'],
    ['an index on an object', { $ref: 'hero', path: 'output[0]' }, 'warning /path unknown_output'],
    ['below a text', { $ref: 'hero', path: 'output.images[0].url.host' }, 'warning /path unknown_output'],
    ['a whole list', { $ref: 'hero', path: 'output.images' }, 'warning /path mismatched_reference'],
    ['a number for a text', { $ref: 'hero', path: 'output.images[0].width' }, 'warning /path mismatched_reference'],
    ['a position that is not there', { $ref: '$7', path: 'output.x' }, 'error /$ref unknown_target'],
    ['a third member', { ...url, default: 'x' }, 'warning /default unknown_member'],
  ])('%s', (_, reference, expected) => {
    const found = findIn({ steps: [image, upscale(reference)] });
    expect(found.map((line) => line.replace('/steps/1/input/image', ''))).toEqual([expected]);
  });

  test('an argument, when the workflow has none', () => {
    const found = findIn({ steps: [upscale({ $ref: '$arguments', path: 'image' })] });
    expect(found).toEqual(['warning /steps/0/input/image/path unknown_argument']);
  });

  test('the nearest name is offered', () => {
    const [finding] = checkWorkflow({ steps: [image, upscale({ ...url, $ref: 'heor' })] });
    expect(finding?.message).toContain('Did you mean "hero"?');
  });
});

describe('cycles', () => {
  test('are found through several steps, and named', () => {
    const found = checkWorkflow({
      steps: [
        upscale({ $ref: 'c', path: 'output.blob.url' }, 'a'),
        upscale({ $ref: 'a', path: 'output.blob.url' }, 'b'),
        upscale({ $ref: 'b', path: 'output.blob.url' }, 'c'),
        upscale({ $ref: 'c', path: 'output.blob.url' }, 'd'),
      ],
    });
    expect(codesOf(found)).toEqual([0, 1, 2].map((step) => `error /steps/${step}/input/image/$ref reference_cycle`));
    expect(found[0]?.message).toContain('"a" → "c" → "b" → "a"');
  });

  test('steps that wait for one and the same are none', () => {
    const found = findIn({
      steps: [image, upscale(url, 'b'), upscale(url, 'c'), upscale({ $ref: 'b', path: 'output.blob.url' })],
    });
    expect(found).toEqual([]);
  });
});

describe('where `$ref` means something else', () => {
  test('in JSON schemas', () => {
    const parameters = { type: 'object', properties: { city: { $ref: '#/$defs/city' } }, $defs: { city: {} } };
    const input = {
      model: 'openai/gpt-4o',
      messages: [{ role: 'user', content: 'hello' }],
      tools: [{ type: 'function', function: { name: 'weather', parameters } }],
    };
    expect(findIn({ steps: [{ $type: 'chatCompletion', input }] })).toEqual([]);
  });

  test('as the name of a property in one', () => {
    const schema = { type: 'object', properties: { $ref: { type: 'string' } } };
    const input = { model: 'm', messages: [{ role: 'user', content: 'x' }], chatTemplateKwargs: { schema } };
    expect(findIn({ steps: [{ $type: 'chatCompletion', input }] })).toEqual([]);
  });

  test('anywhere else it may be a reference: what is wrong with it is only warned of', () => {
    const workflow = {
      nodes: [{ image: { $ref: 'heroine', path: 'output.x' } }, { image: { $ref: 'self', path: 'output.x' } }],
    };
    const input = { resources: ['urn:air:sdxl:checkpoint:civitai:1@2'], trace: 'none', workflow };
    expect(findIn({ steps: [{ $type: 'customComfy', name: 'self', input }] })).toEqual([
      'warning /steps/0/input/workflow/nodes/0/image/$ref unknown_target',
      'warning /steps/0/input/workflow/nodes/1/image/$ref reference_cycle',
      'warning /steps/0/input/workflow/nodes/1/image/path unknown_output',
    ]);
  });

  test('outside the input of a step', () => {
    expect(
      findIn({ metadata: { $ref: 'nobody' }, steps: [{ ...echo, priority: { $ref: '$arguments', path: 'p' } }] }),
    ).toEqual(['error /steps/0/priority wrong_type']);
  });
});

describe('without a workflow around', () => {
  test('a step may refer to what is not there', () => {
    expect(checkStep(upscale(url))).toEqual([]);
  });

  test('a recipe has nothing to refer to', () => {
    expect(codesOf(checkRecipe('imageUpscaler', { image: url }))).toEqual(['warning /image/$ref unknown_target']);
  });
});
