import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readGeneration } from '../../src/resources/images/meta/read-generation.js';

describe('any JSON at all', () => {
  const keys = fc.constantFrom(
    ...'prompt negativePrompt steps seed Size width height Model model VAE hashes resources civitaiResources'.split(
      ' ',
    ),
    ...'additionalResources comfy workflow external extra id meta clipSkip source details name type air'.split(' '),
    'Clip skip',
    'Model hash',
    '__proto__',
    'toString',
  );
  const { node } = fc.letrec((tie) => ({
    node: fc.oneof(
      { maxDepth: 4 },
      fc.jsonValue(),
      fc.constantFrom('832x1216', '5', 'urn:air:sdxl:lora:civitai:1@2', '{"prompt": {"a": NaN}}', -0, 1e308),
      fc.array(tie('node'), { maxLength: 3 }),
      fc.dictionary(keys, tie('node'), { maxKeys: 6 }),
    ),
  }));

  it('is read without an error, unchanged, and into values of the declared types', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), node), (value) => {
        const before = JSON.stringify(value);
        const generation = readGeneration(value);
        expect(JSON.stringify(value)).toBe(before);
        if (generation === null) return;
        expect(Object.keys(JSON.parse(JSON.stringify(generation)) as object)).toHaveLength(21);
        for (const text of [generation.prompt, generation.sampler, generation.vae, generation.workflow]) {
          expect(text === null || typeof text === 'string').toBe(true);
        }
        for (const number of [generation.steps, generation.cfgScale, generation.clipSkip, generation.remixOfId]) {
          expect(number === null || Number.isFinite(number)).toBe(true);
        }
        for (const resource of generation.resources) {
          expect(Object.keys(resource)).toHaveLength(9);
          expect(resource.weight === null || Number.isFinite(resource.weight)).toBe(true);
        }
        expect(Object.values(generation.hashes).every((hash) => typeof hash === 'string')).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
