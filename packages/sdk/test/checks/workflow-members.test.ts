import { describe, expect, test } from 'vitest';
import { checkWorkflow } from '../../src/checks.js';
import { echo, findAround, findIn } from './codes-of.js';

const callback = { url: 'https://example.com/done', type: ['workflow:succeeded'] };

test('a workflow with all there is', () => {
  const found = findAround({
    metadata: { order: 17, at: new Date(0), nested: [null, { a: undefined }] },
    tags: ['a', 'b'],
    callbacks: [{ ...callback, detailed: true }],
    tips: { civitai: 0, creators: 2 },
    arguments: { seed: 1 },
    nsfwLevel: 'pg13',
    experimental: false,
    allowMatureContent: true,
    upgradeMode: 'automatic',
    currencies: ['yellow', 'Blue'],
    ephemeral: true,
    externalId: 'order-17_b',
    tier: 'free',
    downloadPriority: 'high',
  });
  expect(found).toEqual([]);
});

describe('tags', () => {
  test('ten are allowed', () => {
    const tags = Array.from({ length: 11 }, (_, index) => `tag ${index}`);
    expect(findAround({ tags: tags.slice(1) })).toEqual([]);
    expect(findAround({ tags })).toEqual(['error /tags wrong_count']);
  });

  test('200 characters are allowed', () => {
    expect(findAround({ tags: ['x'.repeat(200)] })).toEqual([]);
  });
});

test.each([
  ['one tip without the other', { tips: { civitai: 1 } }, 'error /tips/creators missing_member'],
  ['tips above 2', { tips: { civitai: 1, creators: 2.5 } }, 'error /tips/creators out_of_range'],
  ['an external id with a space', { externalId: 'order 17' }, 'error /externalId bad_format'],
  ['an external id that is empty', { externalId: '' }, 'error /externalId wrong_length'],
  ['an external id of 129 characters', { externalId: 'x'.repeat(129) }, 'error /externalId wrong_length'],
  ['a currency that is not known', { currencies: ['red'] }, 'warning /currencies/0 unknown_value'],
  ['a priority that is not known', { downloadPriority: 'urgent' }, 'warning /downloadPriority unknown_value'],
  ['a tier that is not known', { tier: 'gold' }, 'warning /tier unknown_value'],
  ['metadata that is no object', { metadata: 'order 17' }, 'error /metadata wrong_type'],
  ['a member that is not known', { callback: [] }, 'warning /callback unknown_member'],
  ['steps that are no list', { steps: echo }, 'error /steps wrong_type'],
  ['no steps', { steps: undefined }, 'error /steps missing_member'],
  ['null for a step', { steps: [null] }, 'error /steps/0 null_value'],
  ['a step without a type', { steps: [{ input: {} }] }, 'error /steps/0/$type missing_member'],
  ['a step without an input', { steps: [{ $type: 'echo' }] }, 'error /steps/0/input missing_member'],
])('%s', (_, members, expected) => {
  expect(findAround(members)).toEqual([expected]);
});

describe('callbacks', () => {
  test.each([
    ['http://example.com/done', 'error /callbacks/0/url insecure_callback'],
    ['ftp://example.com/done', 'error /callbacks/0/url insecure_callback'],
    ['example.com/done', 'error /callbacks/0/url bad_format'],
    ['/done', 'error /callbacks/0/url bad_format'],
    ['http://localhost:3000', 'error /callbacks/0/url insecure_callback'],
    ['https://127.0.0.1/done', 'warning /callbacks/0/url unreachable_callback'],
    ['https://[::1]/done', 'warning /callbacks/0/url unreachable_callback'],
    ['https://192.168.1.4/done', 'warning /callbacks/0/url unreachable_callback'],
    ['https://hooks.internal/done', 'warning /callbacks/0/url unreachable_callback'],
  ])('%s', (url, expected) => {
    expect(findAround({ callbacks: [{ ...callback, url }] })).toEqual([expected]);
  });

  test('public addresses pass, with a secret in them too', () => {
    const url = 'https://10.example.com:8443/done/5f2b?token=5f2b';
    expect(findAround({ callbacks: [{ ...callback, url }] })).toEqual([]);
  });

  test('events that nobody knows, and none at all', () => {
    expect(findAround({ callbacks: [{ ...callback, type: ['workflow:done'] }] })).toEqual([
      'warning /callbacks/0/type/0 unknown_value',
    ]);
    expect(findAround({ callbacks: [{ ...callback, type: [] }] })).toEqual(['warning /callbacks/0/type wrong_count']);
    expect(findAround({ callbacks: [{ ...callback, type: ['job:preparing', 'step:*'] }] })).toEqual([]);
  });
});

describe('an ephemeral workflow', () => {
  test('wants a callback or a wait', () => {
    expect(findAround({ ephemeral: true, callbacks: [] })).toEqual(['error /ephemeral unheard_result']);
    expect(findAround({ ephemeral: true, callbacks: [callback] })).toEqual([]);
    expect(findAround({ ephemeral: true }, { waitSeconds: 30 })).toEqual([]);
    expect(findAround({ ephemeral: true }, { waitSeconds: 0 })).toEqual(['error /ephemeral unheard_result']);
  });
});

describe('the time a step may take', () => {
  test.each(['00:10:00', '1.02:03:04', '00:00:01.5', '-00:00:01', '00:00:00.1234567'])('%s is read', (timeout) => {
    expect(findIn({ steps: [{ ...echo, timeout }] })).toEqual([]);
  });

  test.each(['10:00', '600', 'PT10M', '25:00:00', '00:61:00', '1:2:3'])('%s may be refused', (timeout) => {
    expect(findIn({ steps: [{ ...echo, timeout }] })).toEqual(['warning /steps/0/timeout bad_format']);
  });

  test.each(['', '10 minutes', '10m', '00:10:00Z'])('%s is refused', (timeout) => {
    expect(findIn({ steps: [{ ...echo, timeout }] })).toEqual(['error /steps/0/timeout bad_format']);
  });

  test('a number is refused', () => {
    expect(findIn({ steps: [{ ...echo, timeout: 600 }] })).toEqual(['error /steps/0/timeout wrong_type']);
  });
});

test('findings come in the order of the workflow, however they were found', () => {
  const found = findIn({
    downloadPriority: 'low',
    steps: [
      { $type: 'echo', name: 'a', input: { message: { $ref: 'b', path: 'output.message' }, extra: 1 } },
      { $type: 'echo', name: 'b', input: { message: { $ref: 'a', path: 'output.message' } }, retries: 1.5 },
    ],
    tags: ['x'.repeat(201), 'y', 'y'],
    ephemeral: true,
  });
  expect(found).toEqual([
    'error /downloadPriority refused_value',
    'error /steps/0/input/message/$ref reference_cycle',
    'warning /steps/0/input/extra unknown_member',
    'error /steps/1/input/message/$ref reference_cycle',
    'error /steps/1/retries wrong_type',
    'error /tags/0 wrong_length',
    'warning /tags/2 duplicate_item',
    'error /ephemeral unheard_result',
  ]);
});

test('pointers escape what names may hold', () => {
  expect(findAround({ metadata: { 'a/b~c': 1n } })).toEqual(['error /metadata/a~1b~0c not_json']);
});

test('a misspelt kind of step is corrected', () => {
  const [finding] = checkWorkflow({ steps: [{ $type: 'txtToImage', input: { prompt: 'a cat' } }] });
  expect(finding).toEqual({
    path: '/steps/0/$type',
    severity: 'warning',
    code: 'unknown_choice',
    message: expect.stringContaining('"txtToImage" is not a known $type. Did you mean "textToImage"?'),
  });
});
