import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { assertWorkflow, checkRecipe, checkStep, checkWorkflow, type Finding } from '../../src/checks.js';
import { recipeInputs, stepInputs } from '../../src/generated/schema-table.js';
import { choicesOf, validObject } from './valid-values.js';

/** Values of every kind that a program may hold, with references among them. */
const anything = fc.anything({
  withBigInt: true,
  withBoxedValues: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withObjectString: true,
  withSet: true,
  withSparseArray: true,
  withTypedArray: true,
  key: fc.oneof(
    fc.constantFrom('$ref', 'path', 'as', 'for', 'steps', '$type', 'input', 'template', 'name', '__proto__', 'toJSON'),
    fc.constantFrom('engine', 'prompt', 'loras', 'callbacks', 'url', 'type', 'tags', 'constructor', 'arguments'),
    fc.string(),
  ),
  values: [
    fc.constantFrom('hero', '$0', '$arguments', 'output.images[0].url', 'repeat', 'imageGen'),
    fc.string(),
    fc.double(),
  ],
});

const types = Object.entries(stepInputs).flatMap(([type, schema]) =>
  schema === null ? [] : [[type, schema] as const],
);

const validTemplate = fc.constantFrom(...types).chain(([$type, schema]) =>
  fc
    .constantFrom(...choicesOf(schema))
    .chain((choices) => validObject(schema, choices))
    .map((input) => ({ steps: [{ $type, name: 'hero', input }], tags: ['a'], arguments: { list: [1] } })),
);

function inOrder(findings: readonly Finding[]): boolean {
  return findings.every(({ path, message }) => (path === '' || path.startsWith('/')) && message.length > 0);
}

test('no value makes a check throw', () => {
  fc.assert(
    fc.property(anything, fc.constantFrom(...Object.keys(recipeInputs)), (value, recipe) => {
      for (const template of [
        value,
        { steps: value },
        { steps: [value] },
        { steps: [{ $type: 'repeat', input: value }] },
      ]) {
        expect(checkWorkflow(template)).toSatisfy(inOrder);
      }
      expect(checkStep(value)).toSatisfy(inOrder);
      expect(checkRecipe(recipe, value)).toSatisfy(inOrder);
    }),
    { numRuns: 500 },
  );
});

test('no value in the place of a good one makes a check throw', () => {
  const spoilt = fc.tuple(validTemplate, fc.nat(), anything).map(([template, at, value]) => spoil(template, at, value));
  fc.assert(
    fc.property(spoilt, (template) => {
      expect(checkWorkflow(template)).toSatisfy(inOrder);
    }),
    { numRuns: 500 },
  );
});

test('a check changes nothing, and finds the same again', () => {
  fc.assert(
    fc.property(validTemplate, fc.nat(), fc.jsonValue(), (template, at, value) => {
      const spoilt = spoil(template, at, value);
      const before = JSON.stringify(spoilt);
      const found = checkWorkflow(spoilt);
      expect(JSON.stringify(spoilt)).toBe(before);
      expect(checkWorkflow(freeze(JSON.parse(before)))).toEqual(found);
    }),
    { numRuns: 300 },
  );
});

test('asserting throws for errors alone', () => {
  fc.assert(
    fc.property(validTemplate, fc.nat(), fc.jsonValue(), (template, at, value) => {
      const spoilt = spoil(template, at, value);
      const errors = checkWorkflow(spoilt).filter(({ severity }) => severity === 'error');
      expect(codeThrown(() => assertWorkflow(spoilt))).toBe(errors.length === 0 ? undefined : 'invalid_argument');
    }),
    { numRuns: 200 },
  );
});

function codeThrown(run: () => unknown): unknown {
  try {
    run();
    return undefined;
  } catch (error) {
    return (error as { code?: unknown }).code;
  }
}

/** A copy with one of its values, counted from the top, replaced. */
function spoil(template: unknown, at: number, value: unknown): unknown {
  const count = countValues(template);
  let left = at % count;
  const copy = (node: unknown): unknown => {
    if (left === 0) {
      left -= 1;
      return value;
    }
    left -= 1;
    if (Array.isArray(node)) return node.map(copy);
    if (typeof node !== 'object' || node === null) return node;
    return Object.fromEntries(Object.entries(node).map(([key, member]) => [key, copy(member)]));
  };
  return copy(template);
}

function countValues(node: unknown): number {
  if (typeof node !== 'object' || node === null) return 1;
  return Object.values(node).reduce<number>((sum, member) => sum + countValues(member), 1);
}

function freeze(node: unknown): unknown {
  if (typeof node === 'object' && node !== null) Object.values(Object.freeze(node)).forEach(freeze);
  return node;
}
