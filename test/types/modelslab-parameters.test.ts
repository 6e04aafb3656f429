import { describe, expect, it } from 'vitest';
import { sampleOperations } from '../../packages/sdk/test/modelslab/sample-requests.js';
import { compile } from './support/compile.js';

/** A file with a literal of an operation's parameters in each line. */
function literals(lines: readonly (readonly [operation: string, literal: string])[]): string {
  return [
    "import type { ModelsLabOperations, ModelsLabPlainCalls } from '@civitkit/sdk/modelslab/client';",
    'type Parameters = ModelsLabOperations & ModelsLabPlainCalls;',
    ...lines.map(([operation, literal]) => `{ const it: Parameters['${operation}'] = ${literal}; void it; }`),
  ].join('\n');
}

function problemsOf(source: string): readonly string[] {
  return compile(source).map(({ line, message }) => `${message} in ${source.split('\n')[line - 1]}`);
}

describe('the parameters of ModelsLab', () => {
  it('take every sample request', () => {
    const lines = sampleOperations.map(({ body, operation }) => [operation, JSON.stringify(body)] as const);
    expect(new Set(lines.map(([operation]) => operation)).size).toBeGreaterThan(80);
    expect(problemsOf(literals(lines))).toEqual([]);
  });

  it('take words and models that are not listed, flags in both forms, null for what is left out', () => {
    const source = literals([
      ['images.text2img', "{ model_id: 'from-tomorrow', prompt: '', scheduler: 'NewScheduler', seed: null }"],
      ['images.text2img', "{ model_id: 'flux', prompt: '', enhance_prompt: 'no', lora_strength: '0.4,0.3' }"],
      ['images.text2img', "{ model_id: 'flux', prompt: '', enhance_prompt: false, lora_strength: 0.4 }"],
      ['v7.images.textToImage', "{ model_id: 'from-tomorrow', prompt: '', aspect_ratio: '5:4' }"],
      ['threeD.textTo3d', "{ prompt: '', temp: true, seed: undefined }"],
      ['threeD.textTo3d', "{ prompt: '', temp: 'yes', track_id: 7 }"],
      [
        'imageEditing.inpaint',
        "{ prompt: '', init_image: '', mask_image: '', base64: 'true', instant_response: false }",
      ],
      ['imageEditing.headShot', "{ prompt: '', face_image: '', num_inference_steps: 30 }"],
      ['voice.voiceCover', "{ init_audio: '', model_id: '', lead_voice_volume_delta: 1 }"],
      ['voice.voiceCover', "{ init_audio: '', model_id: '', lead_voice_volume_delta: '+1' }"],
      ['imageEditing.qwenEdit', "{ prompt: '', init_image: '' }"],
      ['imageEditing.qwenEdit', "{ prompt: '', init_image: ['', ''] as const }"],
    ]);
    expect(problemsOf(source)).toEqual([]);
  });

  it('let a member through that they do not list, where it is spread in', () => {
    const source = literals([['images.text2img', "{ model_id: 'flux', prompt: '', ...{ from_tomorrow: 1 } }"]]);
    expect(problemsOf(source)).toEqual([]);
  });

  it('say which member is wrong', () => {
    const wrong = [
      ['images.text2img', "{ prompt: 'a' }", "Property 'model_id' is missing"],
      [
        'images.text2img',
        "{ model_id: 'flux', prompt: '', width: '512' }",
        "Type 'string' is not assignable to type 'number'",
      ],
      [
        'images.text2img',
        "{ model_id: 'flux', prompt: '', negativePrompt: '' }",
        "Did you mean to write 'negative_prompt'?",
      ],
      ['images.text2img', "{ model_id: 'flux', prompt: '', safety_checker: 'yes' }", 'safety_checker'],
      ['threeD.textTo3d', "{ prompt: '', temp: 'maybe' }", 'Type \'"maybe"\' is not assignable'],
      ['imageEditing.imgMixer', "{ prompt: '', init_image: 'https://example.com/cat.png' }", 'readonly string[]'],
    ] as const;
    const source = literals(wrong.map(([operation, literal]) => [operation, literal]));
    const found = compile(source);
    expect(found.map(({ line }) => line)).toEqual(wrong.map((_, index) => index + 3));
    for (const [index, [, , message]] of wrong.entries()) {
      const said = `${found[index]?.message} ${source.split('\n')[index + 2]}`;
      expect(said).toContain(message);
    }
  });
});
