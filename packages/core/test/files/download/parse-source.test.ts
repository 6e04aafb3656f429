import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSourceProblem, parseSource } from '../../../src/files/download/parse-source.js';

const sha256 = '13B7994FAE9387C2E1B598524BA1204AE404D02FA67016ED86C74183AB1AAFCA';

describe('parseSource', () => {
  it.each([
    ['1234', { kind: 'model', modelId: 1234 }],
    [' 007 ', { kind: 'model', modelId: 7 }],
    ['m:1234', { kind: 'model', modelId: 1234 }],
    ['v:5678', { kind: 'version', versionId: 5678 }],
    ['version:5678', { kind: 'version', versionId: 5678 }],
    ['v:5678+90', { kind: 'version', versionId: 5678, choice: { file: 90 } }],
    ['1234@5678', { kind: 'model', modelId: 1234, versionId: 5678 }],
    ['1234@5678+90', { kind: 'model', modelId: 1234, versionId: 5678, choice: { file: 90 } }],
    ['1234@v2.0 fp16', { kind: 'model', modelId: 1234, versionName: 'v2.0 fp16' }],
    [sha256.toLowerCase(), { kind: 'hash', hash: sha256 }],
    ['hash:9387c2e1', { kind: 'hash', hash: '9387C2E1' }],
    ['hash:13b7994fae', { kind: 'hash', hash: '13B7994FAE' }],
    ['urn:air:sdxl:lora:civitai:328553@368189', { kind: 'model', modelId: 328_553, versionId: 368_189 }],
    ['civitai:328553@368189', { kind: 'model', modelId: 328_553, versionId: 368_189 }],
    [
      'urn:air:sdxl:lora:civitai:328553@368189+7.safetensor',
      { kind: 'model', modelId: 328_553, versionId: 368_189, choice: { file: 7 } },
    ],
    ['urn:air:sdxl:lora:civitai:328553', { kind: 'model', modelId: 328_553 }],
    ['https://civitai.com/models/4384', { kind: 'model', modelId: 4384 }],
    [
      'https://civitai.com/models/4384/dreamshaper?modelVersionId=128713',
      { kind: 'model', modelId: 4384, versionId: 128_713 },
    ],
    ['civitai.red/models/4384', { kind: 'model', modelId: 4384 }],
    ['http://www.civitai.green/models/4384#comments', { kind: 'model', modelId: 4384 }],
    ['https://civitai.com/model-versions/128713', { kind: 'version', versionId: 128_713 }],
    ['https://civitai.com/api/v1/models/4384', { kind: 'model', modelId: 4384 }],
    ['https://civitai.com/api/v1/model-versions/128713', { kind: 'version', versionId: 128_713 }],
    [`https://civitai.com/api/v1/model-versions/by-hash/${sha256}`, { kind: 'hash', hash: sha256 }],
    ['https://civitai.com/api/download/models/128713', { kind: 'version', versionId: 128_713 }],
    [
      'https://civitai.com/api/download/models/128713?type=Pruned%20Model&format=SafeTensor&size=pruned&fp=fp16',
      {
        kind: 'version',
        versionId: 128_713,
        choice: { type: 'Pruned Model', format: 'SafeTensor', size: 'pruned', fp: 'fp16' },
      },
    ],
    [
      'https://civitai.com/api/download/models/128713?fileId=90&fp=fp16',
      { kind: 'version', versionId: 128_713, choice: { file: 90 } },
    ],
    [
      'https://civitai.com/api/download/training-data/128713',
      { kind: 'version', versionId: 128_713, choice: { type: 'Training Data' } },
    ],
    ['http://127.0.0.1:4010/models/5', { kind: 'model', modelId: 5 }],
  ])('reads %s', (text, expected) => {
    expect(parseSource(text, { baseUrl: 'http://127.0.0.1:4010' })).toEqual({ ...expected, text: text.trim() });
  });

  it.each([
    ['', 'empty'],
    ['0', 'no id of a model'],
    ['99999999999', 'no id of a model'],
    ['²', 'no source'],
    ['v:', 'no id of a version'],
    ['v:latest', 'no id of a version'],
    ['f:90', 'which version file 90 belongs to; name the version too, as v:<version>+90'],
    ['1234@', 'missing'],
    ['hash:xyz', '8, 10, 12 or 64 digits'],
    ['dreamshaper', 'no source'],
    ['https://civitai.com.evil.test/models/9', 'not a host of Civitai'],
    ['https://x.test/?u=civitai.com/models/9', 'not a host of Civitai'],
    ['https://evilcivitai.com/models/9', 'not a host of Civitai'],
    ['ftp://civitai.com/models/9', 'no address of the web'],
    ['https://civitai.com/user/me', 'not the address of a model'],
    ['https://civitai.com/models/abc', 'no id of a model'],
    ['https://civitai.com/models/1?modelVersionId=x', 'no id of a version'],
    ['https://civitai.com/api/v2/things/1', 'not the address of a model'],
    ['urn:air:sdxl:lora:huggingface:a/b@main', 'lies at "huggingface"'],
    ['http://[', 'no complete address'],
  ])('says what is wrong with "%s"', (text, problem) => {
    const source = parseSource(text, {}, 'list.txt:3');
    expect(source).toMatchObject({ at: 'list.txt:3', problem: expect.stringContaining(problem) as string });
  });

  it('does not repeat a key that somebody has pasted along', () => {
    const source = parseSource('https://civitai.com/api/download/models/1?fp=fp16&token=c4na7y#x');
    expect(source.text).toBe('https://civitai.com/api/download/models/1?fp=fp16&token=[redacted]#x');
    expect(JSON.stringify(parseSource('https://x.test/?token=c4na7y'))).not.toContain('c4na7y');
  });

  it('reads or refuses whatever there is, and never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl(), fc.stringMatching(/^[\w:@+./-]{0,40}$/)),
        (text) => {
          const source = parseSource(text);
          expect(isSourceProblem(source) ? source.problem.length : source.kind.length).toBeGreaterThan(3);
        },
      ),
    );
  });
});
