import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDecimal } from '../../src/configuration/binding/kinds/number-kind.js';
import { Configuration } from '../../src/configuration/configuration.js';
import { createProject } from './support/project.js';

const name = fc
  .stringMatching(/^[A-Za-z][A-Za-z0-9.-]{0,8}$/)
  .filter((text) => !['constructor', 'prototype'].includes(text));
const leaf = fc.oneof(
  fc.integer(),
  fc.boolean(),
  fc.stringMatching(/^[ -~]{1,10}$/).filter((text) => text.trim() !== ''),
);
/** Objects whose keys differ in more than case. */
const tree = fc.letrec<{ node: unknown; object: Record<string, unknown> }>((tie) => ({
  node: fc.oneof({ maxDepth: 4 }, leaf, fc.array(leaf, { maxLength: 3 }), tie('object')),
  object: fc
    .uniqueArray(fc.tuple(name, tie('node')), { maxLength: 4, selector: ([key]) => key.toLowerCase() })
    .map((members) => Object.fromEntries(members)),
})).object;

function leaves(value: unknown, key: string): readonly (readonly [string, unknown])[] {
  if (typeof value !== 'object' || value === null) return [[key, value]];
  return Object.entries(value).flatMap(([member, below]) => leaves(below, key === '' ? member : `${key}:${member}`));
}

function swapCase(text: string): string {
  return text
    .split('')
    .map((each) => (each === each.toLowerCase() ? each.toUpperCase() : each.toLowerCase()))
    .join('');
}

test('every leaf is found under its key, with : or __, in any case', () => {
  fc.assert(
    fc.property(tree, (object) => {
      const configuration = Configuration.from(object);
      for (const [key, value] of leaves(object, '')) {
        for (const spelling of [key, key.toUpperCase(), key.toLowerCase(), swapCase(key), key.replaceAll(':', '__')]) {
          expect(configuration.get(spelling)).toBe(value);
        }
      }
    }),
  );
});

test('keysUnder lists exactly the leaves', () => {
  fc.assert(
    fc.property(tree, (object) => {
      const keys = Configuration.from({ Root: object }).keysUnder('ROOT');
      expect(keys.toSorted()).toEqual(
        leaves(object, 'Root')
          .map(([key]) => key)
          .filter((key) => key !== 'Root')
          .toSorted(),
      );
    }),
  );
});

test('a file, an object and flat keys mean the same', () => {
  fc.assert(
    fc.property(tree, (object) => {
      const flat = Object.fromEntries(leaves(object, '').filter(([key]) => key !== ''));
      const fromFile = createProject({ 'appsettings.json': JSON.stringify(object) }).load();
      const fromFlat = Configuration.from(flat);
      for (const [key, value] of Object.entries(flat)) {
        expect(fromFile.get(key)).toBe(value);
        expect(fromFlat.get(key)).toBe(value);
      }
    }),
    { numRuns: 25 },
  );
});

test('numbers survive being written as text', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      expect(parseDecimal(` ${value} `)).toBe(value + 0); // the text of -0 is 0
    }),
  );
});

test('a number with anything else in it is none', () => {
  fc.assert(
    fc.property(fc.integer(), fc.stringMatching(/^[A-DF-Za-df-z_,%: ]+$/), fc.boolean(), (value, junk, before) => {
      fc.pre(junk.trim() !== '');
      expect(parseDecimal(before ? `${junk}${value}` : `${value}${junk}`)).toBeUndefined();
    }),
  );
});
