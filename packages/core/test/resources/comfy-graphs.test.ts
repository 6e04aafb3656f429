import { describe, expect, it } from 'vitest';
import { readGeneration } from '../../src/resources/images/meta/read-generation.js';
import type { ImageGeneration } from '../../src/resources/images/meta/types.js';

function read(meta: unknown): ImageGeneration {
  const generation = readGeneration(meta);
  if (generation === null) throw new Error('there is nothing in it');
  return generation;
}

describe('what ComfyUI wrote', () => {
  const prompt = { 3: { class_type: 'KSampler', inputs: { seed: 5 } } };
  const workflow = { nodes: [], version: 0.4 };

  it.each([
    ['a text', { comfy: JSON.stringify({ prompt, workflow }) }],
    ['an object', { comfy: { prompt, workflow } }],
    ['an object of texts', { comfy: { prompt: JSON.stringify(prompt), workflow: JSON.stringify(workflow) } }],
    ['the graphs themselves', { prompt, workflow }],
  ])('is read from %s', (_case, meta) => {
    expect(read(meta).comfy).toStrictEqual({ prompt, workflow });
  });

  it.each([
    ['is no JSON', '{"prompt":'],
    ['is no object', '[1]'],
    ['is empty', ''],
    ['is too long', `{"prompt": {"a": "${'x'.repeat(8_388_608)}"}}`],
    ['is something else', 5],
  ])('is null when it %s', (_case, comfy) => {
    expect(read({ comfy }).comfy).toBeNull();
  });

  it('may hold the numbers of Python, and texts that look like them', () => {
    const comfy = String.raw`{"prompt": {"a": [NaN, Infinity, -Infinity, 1], "NaN": "a \"NaN\" \\"}}`;
    expect(read({ comfy }).comfy?.prompt).toStrictEqual({
      a: [null, null, null, 1],
      NaN: String.raw`a "NaN" \ `.trim(),
    });
  });

  it('is harmless when it was made to be slow or deep', () => {
    expect(read({ comfy: `NaN"${String.raw`\"`.repeat(1_000_000)}` }).comfy).toBeNull();
    expect(read({ comfy: `{"prompt": {"a": ${'['.repeat(500_000)}NaN` }).comfy).toBeNull();
    expect(read({ steps: `${'1'.repeat(1_000_000)}x`, Size: `${' '.repeat(1_000_000)}x` })).toMatchObject({
      steps: null,
      size: null,
    });
  });

  it('is parsed once, when it is asked for', () => {
    let reads = 0;
    const comfy = {
      get prompt(): object {
        reads += 1;
        return prompt;
      },
    };
    const generation = read({ comfy });
    expect(reads).toBe(0);
    expect(generation.comfy).toBe(generation.comfy);
    expect(reads).toBe(1);
    expect(JSON.parse(JSON.stringify(generation))).toMatchObject({ comfy: { prompt: { 3: {} }, workflow: null } });
  });
});
