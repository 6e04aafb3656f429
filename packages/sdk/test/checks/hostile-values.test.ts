import { describe, expect, test } from 'vitest';
import { checkWorkflow } from '../../src/checks.js';
import { echo, findAround, findIn, findInInput } from './codes-of.js';

function fail(): never {
  throw new Error('not to be touched');
}

describe('what cannot be read', () => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();

  test.each([
    ['a revoked proxy', proxy],
    ['a proxy that hides its members', new Proxy({}, { ownKeys: fail })],
    ['a proxy that gives nothing away', new Proxy({}, { get: fail })],
    ['a toJSON that throws', { toJSON: fail }],
  ])('%s', (_, metadata) => {
    expect(findAround({ metadata })).toEqual(['error /metadata not_json']);
    expect(findIn(metadata)).toEqual(['error  not_json']);
    expect(findIn({ steps: metadata })).toEqual(['error /steps not_json']);
    expect(findIn({ steps: [metadata] })).toEqual(['error /steps/0 not_json']);
  });

  test('a getter that throws', () => {
    expect(findAround({ metadata: Object.defineProperty({}, 'order', { enumerable: true, get: fail }) })).toEqual([
      'error /metadata/order not_json',
    ]);
  });

  test('a list that is a proxy', () => {
    const list = new Proxy([], { get: (target, key) => (key === 'length' ? fail() : Reflect.get(target, key)) });
    expect(findIn({ steps: list })).toEqual(['error /steps not_json']);
  });
});

describe('what JSON leaves out or changes', () => {
  test('undefined members, symbols, and what is not enumerable', () => {
    const input = Object.defineProperty({ message: 'hello', extra: undefined, [Symbol('s')]: 1 }, 'hidden', {
      value: 1,
    });
    expect(findInInput('echo', input)).toEqual([]);
  });

  test('functions and symbols as values', () => {
    expect(findInInput('echo', { message: 'hello', later: fail })).toEqual([
      'warning /later unknown_member',
      'warning /later not_json',
    ]);
    expect(findAround({ metadata: { mark: Symbol('s') } })).toEqual(['warning /metadata/mark not_json']);
    expect(findAround({ tags: ['a', fail] })).toEqual(['warning /tags/1 not_json']);
  });

  test('NaN and infinity become null', () => {
    expect(findInInput('textToImage', { prompt: 'x', steps: Number.NaN })).toEqual(['error /steps not_json']);
    expect(
      findInInput('chatCompletion', { model: 'm', messages: [{ role: 'user', content: 'x' }], seed: Number.NaN }),
    ).toEqual(['warning /seed not_json']);
    expect(findAround({ metadata: { score: Number.POSITIVE_INFINITY } })).toEqual(['warning /metadata/score not_json']);
  });

  test('dates are texts, boxed values what is in them', () => {
    // oxlint-disable-next-line no-new-wrappers
    const input = { prompt: new Date(0), steps: new Number(20), seed: Object(7n) as object };
    expect(findInInput('textToImage', input)).toEqual(['error /seed not_json']);
  });

  test('holes are null', () => {
    // oxlint-disable-next-line no-sparse-arrays
    expect(findAround({ tags: ['a', , 'b'] })).toEqual(['warning /tags/1 not_json']);
  });

  test('maps and promises are empty objects, bytes are useless', () => {
    expect(findAround({ arguments: new Map([['a', 1]]) })).toEqual(['warning /arguments not_json']);
    expect(findIn({ steps: [Promise.resolve(echo)] })).toEqual([
      'warning /steps/0 not_json',
      'error /steps/0/$type missing_member',
    ]);
    expect(findInInput('imageUpscaler', { image: Buffer.from('png') })).toEqual(['error /image not_json']);
    expect(findInInput('imageUpscaler', { image: new Uint8Array(3) })).toEqual(['error /image not_json']);
  });

  test('a toJSON of their own', () => {
    expect(findIn({ toJSON: () => ({ steps: [{ toJSON: () => echo }] }) })).toEqual([]);
  });
});

describe('what does not end', () => {
  test('a cycle through a list', () => {
    const steps: unknown[] = [echo];
    steps.push({ $type: 'dreamUp', input: { steps } });
    expect(findIn({ steps })).toEqual([
      'warning /steps/1/$type unknown_choice',
      'error /steps/1/input/steps cyclic_value',
    ]);
  });

  test('objects that are met twice are no cycle', () => {
    const input = { message: 'hello' };
    expect(
      findIn({
        steps: [
          { $type: 'echo', input },
          { $type: 'echo', input },
        ],
      }),
    ).toEqual([]);
  });

  test('a toJSON that always gives another object', () => {
    const endless = { toJSON: (): object => ({ next: endless }) };
    expect(findAround({ metadata: endless })).toEqual([`warning /metadata${'/next'.repeat(63)} not_checked`]);
  });

  test('a hundred thousand levels', () => {
    let value: unknown[] = [];
    for (let level = 0; level < 100_000; level += 1) value = [value];
    expect(findAround({ metadata: { value } })).toEqual([`warning /metadata/value${'/0'.repeat(62)} not_checked`]);
  });

  test('a few objects that refer to each other twice at each of many levels', () => {
    let value: unknown = 'end';
    for (let level = 0; level < 50; level += 1) value = { left: value, right: value };
    expect(findAround({ metadata: { value } })).toEqual(['warning  not_checked']);
  });

  test('a list of four billion holes', () => {
    const steps: unknown[] = [];
    steps.length = 2 ** 32 - 1;
    const found = findIn({ steps });
    expect(found.length).toBeLessThanOrEqual(501);
    expect(found.at(-1)).toBe('warning  not_checked');
  });

  test('thousands of findings', () => {
    const found = findAround({ tags: Array.from({ length: 5000 }, () => 7) });
    expect(found).toHaveLength(501);
    expect(found.at(-1)).toBe('warning  not_checked');
  });

  test('thousands of references to each other', () => {
    const steps = Array.from({ length: 6000 }, (_, index) => ({
      $type: 'echo',
      input: { message: { $ref: `$${(index + 1) % 6000}`, path: 'output.message' } },
    }));
    expect(findIn({ steps })).toEqual(['warning  not_checked']);
  });
});

describe('names that objects inherit', () => {
  const parsed = JSON.parse(
    '{"__proto__": {"steps": []}, "constructor": 1, "steps": [{"$type": "constructor", "name": "__proto__", "input": {"__proto__": 1}}]}',
  ) as object;

  test('are names like any other', () => {
    expect(findIn(parsed)).toEqual([
      'warning /__proto__ unknown_member',
      'warning /constructor unknown_member',
      'warning /steps/0/$type unknown_choice',
    ]);
    expect(checkWorkflow({ steps: [{ $type: 'imageGen', input: { engine: 'toString', prompt: 'x' } }] })).toMatchObject(
      [{ code: 'unknown_choice' }],
    );
    expect(findIn({ steps: [{ ...echo, input: { message: { $ref: 'constructor', path: 'output.x' } } }] })).toEqual([
      'error /steps/0/input/message/$ref unknown_target',
    ]);
    expect({}).not.toHaveProperty('steps');
  });
});
