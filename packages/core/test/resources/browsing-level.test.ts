import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  browsingLevel,
  browsingLevelNames,
  maskOfNsfwLabel,
  nsfwLabelOfMask,
} from '../../src/resources/images/browsing-level.js';

const mask = fc.integer({ min: 1, max: 2_147_483_647 });

describe('browsingLevel', () => {
  it.each([
    ['PG', 1],
    ['PG13', 2],
    ['R', 4],
    ['X', 8],
    ['XXX', 16],
    ['Blocked', 32],
    ['public', 1],
    ['sfw', 3],
    ['all', 31],
    ['nsfw', 60],
  ] as const)('makes %s %i', (name, bits) => {
    expect(browsingLevel(name)).toBe(bits);
  });

  it('adds levels, each once, in any order', () => {
    expect(browsingLevel('PG', 'R')).toBe(5);
    expect(browsingLevel('R', 'PG', 'R')).toBe(5);
    expect(browsingLevel('sfw', 'R', 64, '128')).toBe(199);
  });

  it.each<[readonly unknown[], string]>([
    [[], 'browsingLevel: give at least one level; the server would take 0 for PG.'],
    [[0], 'give at least one level'],
    [['PG-13'], 'there is no level "PG-13". Known are PG, PG13, R, X, XXX, Blocked, and public, sfw, all, nsfw.'],
    [['pg'], 'there is no level "pg"'],
    [['toString'], 'there is no level "toString"'],
    [[''], 'there is no level ""'],
    [[-1], 'must be a whole number from 0 to 2147483647, got -1'],
    [[1.5], 'got 1.5'],
    [[Number.NaN], 'got NaN'],
    [['4294967296'], 'got 4294967296'],
  ])('refuses %j: %s', (levels, problem) => {
    expect(() => browsingLevel(...(levels as number[]))).toThrow(RangeError);
    expect(() => browsingLevel(...(levels as number[]))).toThrow(problem);
  });

  it.each([[null], [undefined], [true], [[5]]])('takes %j for a mistake in the program', (level) => {
    expect(() => browsingLevel(level as unknown as number)).toThrow(TypeError);
  });
});

describe('browsingLevelNames', () => {
  it.each([
    [0, []],
    [1, ['PG']],
    [5, ['PG', 'R']],
    [31, ['PG', 'PG13', 'R', 'X', 'XXX']],
    [60, ['R', 'X', 'XXX', 'Blocked']],
    [65, ['PG', '64']],
    [1_073_741_824, ['1073741824']],
  ] as const)('spells %i out as %j', (level, names) => {
    expect(browsingLevelNames(level)).toEqual(names);
  });

  it('loses no bit, known or not', () => {
    fc.assert(fc.property(mask, (level) => browsingLevel(...browsingLevelNames(level)) === level));
  });

  it('refuses what is no mask', () => {
    expect(() => browsingLevelNames(-1)).toThrow(RangeError);
    expect(() => browsingLevelNames('PG' as unknown as number)).toThrow(TypeError);
  });
});

describe('the old words', () => {
  it.each([
    ['None', 1],
    ['Soft', 3],
    ['Mature', 7],
    ['X', 31],
    ['Blocked', 32],
    ['Brandnew', undefined],
  ])('%s asks for %s', (label, level) => {
    expect(maskOfNsfwLabel(label)).toBe(level);
  });

  it.each([
    [0, 'None'],
    [1, 'None'],
    [2, 'Soft'],
    [4, 'Mature'],
    [8, 'X'],
    [16, 'X'],
    [32, 'Blocked'],
    [7, 'Mature'],
    [31, 'X'],
    [60, 'Blocked'],
    [64, undefined],
  ])('%i is reported as %s', (level, label) => {
    expect(nsfwLabelOfMask(level)).toBe(label);
  });

  it('agree both ways', () => {
    for (const label of ['None', 'Soft', 'Mature', 'X', 'Blocked']) {
      expect(nsfwLabelOfMask(maskOfNsfwLabel(label) ?? 0)).toBe(label);
    }
  });
});
