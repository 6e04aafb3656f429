import { join } from 'node:path';
import { type Image, type Model, ValidationError } from '@civitkit/core/client';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expandPattern } from '../../../src/files/naming/expand-pattern.js';
import { checkPattern } from '../../../src/files/naming/parse-pattern.js';
import { patternTokens } from '../../../src/files/naming/pattern-tokens.js';
import { patternValues } from '../../../src/files/naming/pattern-values.js';
import { isInside, resolveInside } from '../../../src/files/naming/resolve-inside.js';
import { siteSample } from '../site-sample.js';

const model = siteSample<Model>('models.get.json');
const [version] = model.modelVersions;
const [file] = version?.files ?? [];

describe('expandPattern', () => {
  const values = patternValues({ model, version, file });

  it('knows both spellings of everything about a file', () => {
    const dotted =
      '{type}/{baseModel}/{creator}/{model.id}-{model.name}/{version.id}-{version.name}/{file.id}_{file.type}_{file.format}_{file.size}_{file.fp}_{file.name}';
    const pascal =
      '{ModelType}/{BaseModel}/{Creator}/{ModelId}-{ModelName}/{VersionId}-{VersionName}/{FileId}_{FileType}_{Format}_{Size}_{Precision}_{FileName}';
    expect(expandPattern(dotted, values)).toBe(expandPattern(pascal, values));
    expect(expandPattern('{type}/{model.name}/{file.stem}.{file.ext}', values)).toBe(
      `${model.type}/${model.name}/${file?.name}`,
    );
  });

  it('takes model and version from a version that was asked for by itself', () => {
    const detail = siteSample<never>('model-versions.get.json');
    expect(expandPattern('{model.name}-{model.id}-{type}-{version.name}', patternValues({ version: detail }))).toBe(
      'Example Model-800001-Checkpoint-v2.0',
    );
  });

  it('knows everything about an image', () => {
    const image: Image = {
      ...siteSample<{ items: [Image] }>('images.list.json').items[0],
      id: 7,
      postId: 8,
      username: 'me',
      width: 10,
      height: 20,
      nsfwLevel: 'Soft',
      createdAt: '2025-02-03T23:59:59.000Z',
      baseModel: 'SDXL 1.0',
      url: 'https://x/y/abc.JPEG?width=1',
      type: 'image',
    };
    expect(
      expandPattern(
        '{Id}_{PostId}_{Username}_{Width}x{Height}_{NsfwLevel}_{Date}_{BaseModel}.{Extension}',
        patternValues({ image }),
      ),
    ).toBe('7_8_me_10x20_Soft_2025-02-03_SDXL 1.0.jpeg');
    expect(
      expandPattern(
        '{image.stem}.{image.ext}',
        patternValues({ image: { ...image, url: 'https://x/clip', type: 'video' } }),
      ),
    ).toBe('clip.mp4');
  });

  it('calls what is missing unknown', () => {
    expect(expandPattern('{model.name}/{Format}/{file.name}', patternValues({}))).toBe('unknown/unknown/unknown');
    expect(expandPattern('{FileType}-{model.name}', patternValues({}))).toBe('Model-unknown');
    expect(expandPattern('{model.name}/{file.name}', { 'model.name': ' .. ', 'file.name': '.' })).toBe(
      'unknown/unknown',
    );
  });

  it('separates only where the pattern does', () => {
    const odd = { 'model.name': '../../a\\b/c', 'file.name': '/etc/x:y.pt', type: 'CON' };
    expect(expandPattern('{type}/{model.name}\\{file.name}', odd)).toBe('CON_/.._.._a_b_c/_etc_x_y.pt');
    expect(expandPattern('./{type}//{file.name}', odd)).toBe('CON_/_etc_x_y.pt');
    expect(expandPattern('{type}{type}', { type: '.' })).toBe('unknownunknown');
  });

  it('puts the suffix on the file alone, and keeps the extension of long names', () => {
    const long = { 'model.name': 'm'.repeat(300), 'file.name': `${'f'.repeat(300)}.safetensors` };
    const path = expandPattern('{model.name}/{file.name}', long, { suffix: '-vid_1' });
    expect(path).toMatch(/^m{207}\/f+-vid_1\.safetensors$/u);
  });

  it('takes a pattern without tokens', () => {
    expect(expandPattern('fixed/name.pt', {})).toBe('fixed/name.pt');
  });
});

describe('checkPattern', () => {
  it.each([
    ['{file.name', ['the brace at character 1 is not closed']],
    ['{a{file.name}', ['the brace at character 1 is not closed']],
    ['{}', ['a token is empty']],
    ['{model.nmae}', ['there is no token {model.nmae}; did you mean {model.name}?']],
    ['', ['it is empty']],
    ['/abs/{file.name}', ['it must be relative to a folder']],
    ['C:\\{file.name}', ['it must be relative to a folder']],
    ['a:b', ['one of < > : " | ? * or a control character is in it']],
    ['../{file.name}', ['".." would leave the folder']],
    ['{type}/.. /x', ['".." would leave the folder']],
    ['{type}/', ['it ends with a folder and not with a name']],
    ['{type}/.', ['it ends with a folder and not with a name']],
  ])('finds what is wrong with %j', (pattern, problems) => {
    expect(checkPattern(pattern).map(({ message }) => message)).toEqual(problems);
    expect(() => expandPattern(pattern, {})).toThrow(ValidationError);
  });

  it('finds everything at once, and lists the tokens when none is like it', () => {
    const problems = checkPattern('../{Nope}/{}/{open');
    expect(problems).toHaveLength(4);
    expect(problems[0]?.message).toContain('file.name');
    expect(checkPattern('{Creator}/{FileName}')).toEqual([]);
  });
});

it('a pattern never leaves its folder, whatever the values are', async () => {
  const tokens = [...Object.keys(patternTokens), ...Object.values(patternTokens)].map((token) => `{${token}}`);
  const pattern = fc
    .array(fc.oneof(fc.constantFrom(...tokens), fc.constantFrom('/', '\\', '.', '..', ' ', '-', 'a')), {
      minLength: 1,
      maxLength: 12,
    })
    .map((parts) => parts.join(''));
  const text = fc.oneof(
    fc.constantFrom('..', '/', '../..', 'C:\\', '\\\\s\\x', 'nul', '.', '~', ''),
    fc.string({ unit: 'binary' }),
  );
  const values = fc.dictionary(fc.constantFrom(...Object.values(patternTokens)), text);
  await fc.assert(
    fc.asyncProperty(pattern, values, async (shape, given) => {
      if (checkPattern(shape).length > 0) return;
      const path = expandPattern(shape, given);
      for (const part of path.split('/')) expect(part).not.toMatch(/^\.*$|[\\:]/u);
      const found = await resolveInside('/no-such-folder', path);
      expect(isInside('/no-such-folder', found)).toBe(true);
      expect(found).toBe(join('/no-such-folder', path));
    }),
    { numRuns: 2000 },
  );
});

it('a file that the API gave needs no more than itself', () => {
  expect(expandPattern('{file.name}', patternValues({ file }))).toBe(file?.name);
});
