import { argumentRef, forEach, steps, unlisted, type WorkflowTemplate } from '@civitkit/sdk/client';
import { describe, expect, it } from 'vitest';
import { type ContractDocument, nameOf, readContract, type Schema } from '../support/contract/contract-document.js';
import { sampleOf } from '../support/contract/sample.js';
import { leavesOf } from '../support/contract/shapes.js';
import { contractValidator } from '../support/contract/validator.js';

const document: ContractDocument = readContract();
const validator = contractValidator();
const validate = validator('request:WorkflowTemplate');
const inputName = ({ $ref }: Schema): string | undefined => ($ref === undefined ? undefined : nameOf($ref));

describe('samples of everything that can be sent', () => {
  it.each(['least', 'all'] as const)('every input of every recipe, with %s of its members', (extent) => {
    let count = 0;
    for (const { input } of Object.values(document.recipes)) {
      const name = inputName(input);
      if (name === undefined) continue;
      const check = validator(`request:${name}`);
      for (const leaf of leavesOf(document, name)) {
        count += 1;
        expect(check(sampleOf(document, leaf, extent)), `${leaf.name} ${JSON.stringify(leaf.tags)}`).toEqual([]);
      }
    }
    expect(count).toBeGreaterThan(300);
  });

  it('every step of a workflow', () => {
    const leaves = leavesOf(document, 'WorkflowStepTemplate');
    expect(leaves).toHaveLength(49);
    expect(validate({ steps: leaves.map((leaf) => sampleOf(document, leaf, 'all')) })).toEqual([]);
  });
});

describe('typical workflows', () => {
  const hero = steps.textToImage({ prompt: 'a hero', negativePrompt: null }, { name: 'hero', priority: 'high' });
  const frames = steps.videoFrameExtraction({ videoUrl: 'https://example.com/a.mp4' }, { name: 'frames' });
  const templates: Readonly<Record<string, WorkflowTemplate>> = {
    'one step': { steps: [{ $type: 'textToImage', input: { prompt: 'a cat', width: 512, seed: 7 } }] },
    'everything a workflow has': {
      steps: [hero],
      metadata: { project: 'north', nested: { any: [1, null] } },
      tags: ['north', 'draft'],
      callbacks: [{ url: 'https://example.com/hook', type: ['workflow:*', 'step:preparing'], detailed: true }],
      tips: { civitai: 0.1, creators: 0.25 },
      arguments: { subject: 'a hero' },
      nsfwLevel: 'pg13',
      allowMatureContent: false,
      upgradeMode: 'manual',
      currencies: ['blue', 'yellow'],
      externalId: 'north-1',
      tier: 'free',
      downloadPriority: 'high',
    },
    'steps that use each other': {
      steps: [hero, steps.imageUpscaler({ image: hero.output.images[0].url })],
    },
    arguments: {
      arguments: { subject: 'a lighthouse' },
      steps: [steps.textToImage({ prompt: argumentRef<string>('subject'), steps: argumentRef<number>('steps') })],
    },
    'a loop': {
      steps: [
        frames,
        steps.repeat(forEach(frames.output.frames, 'frame', ({ url }) => steps.imageUpscaler({ image: url }))),
      ],
    },
    'engines, each with its own members': {
      steps: [
        steps.imageGen({ engine: 'comfy', ecosystem: 'krea2', model: 'turbo', operation: 'createImage', prompt: 'x' }),
        steps.imageGen({
          engine: 'openai',
          model: 'gpt-image-1',
          operation: 'editImage',
          prompt: 'x',
          images: ['data:,x'],
        }),
        // version, provider and operation have defaults
        steps.videoGen({ engine: 'wan', prompt: 'waves' }),
        steps.videoGen({ engine: 'grok', version: 'v1.5', operation: 'imageToVideo', prompt: 'waves' }),
        steps.textToSpeech({ text: 'hello' }),
        steps.polyGen({ engine: 'fal', model: 'tripo', imageUrl: 'https://example.com/a.png' }),
      ],
    },
    chat: {
      steps: [
        steps.chatCompletion({
          model: 'some-model',
          messages: [
            { role: 'system', content: 'be brief' },
            {
              role: 'user',
              content: [
                { type: 'text', text: 'what is it?' },
                { type: 'image_url', image_url: { url: 'data:,x' } },
              ],
            },
            { role: 'user', content: 'go on' },
          ],
          tools: [{ type: 'function', function: { name: 'look', parameters: { type: 'object' } } }],
          tool_choice: 'auto',
        }),
      ],
    },
    'a workflow that ComfyUI exported': {
      steps: [
        steps.comfy({
          comfyWorkflow: {
            3: {
              class_type: 'KSampler',
              inputs: { seed: 1, cfg: 8, model: ['4', 0], sampler_name: 'euler' },
              _meta: { title: 'k' },
            },
            4: { classType: 'CheckpointLoaderSimple', inputs: { ckpt_name: 'x' } },
          },
        }),
      ],
    },
    training: {
      steps: [
        steps.training({
          engine: 'ai-toolkit',
          ecosystem: 'flux1',
          modelVariant: 'dev',
          trainingData: { type: 'blobs', items: [{ air: 'urn:air:other:other:civitai-r2:a@b', caption: 'a cat' }] },
        }),
      ],
    },
    'an upload of a bare text': { steps: [steps.imageUpload('https://example.com/a.png')] },
  };

  it.each(Object.entries(templates))('%s', (_, template) => {
    expect(validate(template)).toEqual([]);
  });
});

describe('wrong workflows', () => {
  const step = { $type: 'textToImage', input: { prompt: 'x' } };
  const bodies: readonly (readonly [string, unknown, RegExp])[] = [
    ['no steps', { steps: [] }, /^\/steps must NOT have fewer than 1/],
    ['an unknown member of the workflow', { steps: [step], tag: ['x'] }, /additional.*"tag"/],
    ['an unknown member of an input', { steps: [{ ...step, input: { prompt: 'x', promt: 'y' } }] }, /input .*"promt"/],
    [
      'a number out of range',
      { steps: [{ ...step, input: { prompt: 'x', steps: 151 } }] },
      /input\/steps must be <= 150/,
    ],
    ['a text for a number', { steps: [{ ...step, input: { prompt: 'x', seed: '1' } }] }, /input\/seed must be integer/],
    ['no prompt', { steps: [{ ...step, input: {} }] }, /input must have required property 'prompt'/],
    [
      'an AIR that is none',
      { steps: [{ ...step, input: { prompt: 'x', model: 'a b' } }] },
      /input\/model must match pattern/,
    ],
    [
      'a tag of another branch',
      { steps: [{ $type: 'imageGen', input: { engine: 'comfy', ecosystem: 'krea3' } }] },
      /ecosystem must be equal to one/,
    ],
    [
      'no tag where there is no default',
      { steps: [{ $type: 'imageGen', input: { prompt: 'x' } }] },
      /required property 'engine'/,
    ],
    [
      'a reference with more in it',
      { steps: [{ ...step, input: { prompt: { $ref: 'a', path: 'b', as: 'c' } } }] },
      /prompt .*"as"/,
    ],
    ['one of two tips', { steps: [step], tips: { civitai: 1 } }, /tips must have required property 'creators'/],
    [
      'a callback for nothing',
      { steps: [step], callbacks: [{ url: 'x', type: ['workflow:done'] }] },
      /type\/0 must be equal to one/,
    ],
    [
      'a step that this contract does not list',
      { steps: [unlisted({ $type: 'futureStep' })] },
      /\$type must be equal to one/,
    ],
  ];

  it.each(bodies)('%s', (_, body, problem) => {
    expect(validate(body)).toEqual(expect.arrayContaining([expect.stringMatching(problem)]));
  });
});
