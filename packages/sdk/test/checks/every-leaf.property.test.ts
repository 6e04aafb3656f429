import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkRecipe, checkWorkflow } from '../../src/checks.js';
import { recipeInputs, stepInputs } from '../../src/generated/schema-table.js';
import { type Choices, choicesOf, validObject } from './valid-values.js';

const argumentsOfLoops = { list: [] };

const leaves = Object.entries(stepInputs).flatMap(([type, schema]) =>
  schema === null ? [] : choicesOf(schema).map((choices) => [nameOf(type, choices), type, schema, choices] as const),
);

function nameOf(type: string, choices: Choices): string {
  return [type, ...choices.map(([member, value]) => `${member}=${value}`)].join(' ');
}

describe('nothing is found in an input that keeps to the contract', () => {
  test.each(leaves)('%s', (_, $type, schema, choices) => {
    fc.assert(
      fc.property(validObject(schema, choices), (input) => {
        expect(checkWorkflow({ arguments: argumentsOfLoops, steps: [{ $type, input }] })).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });
});

test('the leaves are those of the contract', () => {
  expect(leaves.length).toBeGreaterThan(300);
});

test('a workflow around the steps', () => {
  const template = validObject('WorkflowTemplate', []).map((members) => ({
    ...members,
    downloadPriority: 'high',
    ephemeral: false,
    callbacks: [],
    currencies: [],
    tags: ['a'],
  }));
  fc.assert(
    fc.property(template, (members) => {
      const found = checkWorkflow({ ...members, steps: [{ $type: 'echo', input: { message: '' } }] });
      expect(found).toEqual([]);
    }),
  );
});

test.each(Object.entries(recipeInputs))('the recipe %s', (type, schema) => {
  const input = schema === null ? fc.string() : validObject(schema, choicesOf(schema)[0] ?? []);
  fc.assert(
    fc.property(input, (value) => {
      const found = checkRecipe(type, value).filter(({ code }) => code !== 'unknown_target');
      expect(found).toEqual([]);
    }),
    { numRuns: 15 },
  );
});
