import { describe, expect, test } from 'vitest';
import type { FindingCode } from '../../src/checks.js';
import { echo, findAround, findIn, findInInput, image } from './codes-of.js';

const cyclic: Record<string, unknown> = {};
cyclic['self'] = cyclic;

function nest(levels: number): unknown {
  let value: unknown = 'deep';
  for (let level = 0; level < levels; level += 1) value = { value };
  return value;
}

function referTo($ref: string, path?: string): object {
  return { $type: 'imageUpscaler', input: { image: { $ref, path } } };
}

/** For every code: what gives it, and all that is found then. */
const samples: Readonly<Record<FindingCode, readonly [found: readonly string[], expected: readonly string[]]>> = {
  not_json: [findInInput('echo', { message: 10n }), ['error /message not_json']],
  cyclic_value: [findAround({ metadata: cyclic }), ['error /metadata/self cyclic_value']],
  not_checked: [findAround({ metadata: nest(100) }), [`warning /metadata${'/value'.repeat(63)} not_checked`]],
  wrong_type: [findInInput('textToImage', { prompt: 'a cat', steps: true }), ['error /steps wrong_type']],
  null_value: [findInInput('textToImage', { prompt: 'a cat', steps: null }), ['error /steps null_value']],
  out_of_range: [findInInput('textToImage', { prompt: 'a cat', steps: 500 }), ['error /steps out_of_range']],
  unsafe_integer: [
    findInInput('imageGen', {
      engine: 'sdcpp',
      ecosystem: 'anima',
      operation: 'createImage',
      prompt: 'a cat',
      seed: 2 ** 60,
    }),
    ['warning /seed unsafe_integer'],
  ],
  wrong_length: [findAround({ tags: ['x'.repeat(201)] }), ['error /tags/0 wrong_length']],
  wrong_count: [findIn({ steps: [] }), ['error /steps wrong_count']],
  bad_format: [findIn({ steps: [{ ...echo, timeout: 'ten minutes' }] }), ['error /steps/0/timeout bad_format']],
  bad_air: [findInInput('textToImage', { prompt: 'a cat', model: 'dreamshaper' }), ['error /model bad_air']],
  unknown_value: [
    findInInput('textToImage', { prompt: 'a cat', scheduler: 'eulerB' }),
    ['warning /scheduler unknown_value'],
  ],
  refused_value: [findAround({ downloadPriority: 'normal' }), ['error /downloadPriority refused_value']],
  missing_member: [findInInput('textToImage', { steps: 20 }), ['error /prompt missing_member']],
  unknown_member: [findInInput('echo', { message: 'hello', mesage: 'hi' }), ['warning /mesage unknown_member']],
  read_only_member: [
    findInInput('preprocessImage', { kind: 'canny', image: 'https://example.com/a.png', preprocessorType: 'Canny' }),
    ['warning /preprocessorType read_only_member'],
  ],
  unknown_choice: [findIn({ steps: [{ $type: 'txtToImage', input: {} }] }), ['warning /steps/0/$type unknown_choice']],
  retired: [findIn({ steps: [{ $type: 'audioMix', input: {} }] }), ['warning /steps/0/$type retired']],
  conflicting_members: [
    findAround({ allowMatureContent: true, currencies: ['blue', 'green'] }),
    ['warning /currencies conflicting_members'],
  ],
  unknown_target: [
    findIn({ steps: [image, referTo('heroine', 'output.images[0].url')] }),
    ['error /steps/1/input/image/$ref unknown_target'],
  ],
  unknown_argument: [
    findIn({ arguments: { prompt: 'a cat' }, steps: [referTo('$arguments', 'picture')] }),
    ['warning /steps/0/input/image/path unknown_argument'],
  ],
  bad_path: [findIn({ steps: [image, referTo('hero')] }), ['warning /steps/1/input/image/path bad_path']],
  unknown_output: [
    findIn({ steps: [image, referTo('hero', 'output.pictures[0].url')] }),
    ['warning /steps/1/input/image/path unknown_output'],
  ],
  mismatched_reference: [
    findIn({ steps: [image, referTo('hero', 'output.images[0]')] }),
    ['warning /steps/1/input/image/path mismatched_reference'],
  ],
  forward_reference: [
    findIn({ steps: [referTo('hero', 'output.images[0].url'), image] }),
    ['warning /steps/0/input/image/$ref forward_reference'],
  ],
  reference_cycle: [
    findIn({ steps: [referTo('$0', 'output.blob.url')] }),
    ['error /steps/0/input/image/$ref reference_cycle'],
  ],
  duplicate_name: [findIn({ steps: [image, image] }), ['error /steps/1/name duplicate_name']],
  duplicate_item: [findAround({ tags: ['cats', 'cats'] }), ['warning /tags/1 duplicate_item']],
  insecure_callback: [
    findAround({ callbacks: [{ url: 'http://example.com/done', type: ['workflow:*'] }] }),
    ['error /callbacks/0/url insecure_callback'],
  ],
  unreachable_callback: [
    findAround({ callbacks: [{ url: 'https://localhost:8080/done', type: ['workflow:*'] }] }),
    ['warning /callbacks/0/url unreachable_callback'],
  ],
  unheard_result: [findAround({ ephemeral: true }), ['error /ephemeral unheard_result']],
};

describe('every code', () => {
  test.each(Object.entries(samples))('%s', (code, [found, expected]) => {
    expect(found).toEqual(expected);
    expect(expected[0]).toContain(code);
  });
});
