import * as fc from 'fast-check';
import type { ObjectRow, SchemaRow, ValueRules } from '../../src/checks/schema-table.js';
import { schemaTable } from '../../src/generated/schema-table.js';

/** How an object chooses among the children of its schema: `engine` is `sdcpp`, then `ecosystem` is `sdxl`. */
export type Choices = readonly (readonly [member: string, value: string])[];

const airs = [
  'urn:air:sdxl:checkpoint:civitai:101055@128078',
  'urn:air:flux1:lora:civitai:1@2+3.safetensors',
  'air:other:other:civitai-r2:bucket@folder/6/data.zip',
  'civitai:827184@2514310',
];

const texts: Readonly<Record<string, readonly string[]>> = {
  'date-span': ['00:10:00', '1.02:03:04.0050000'],
  'date-time': ['2026-01-31T12:00:00Z', '2026-01-31T12:00:00.1234567Z'],
  uri: ['https://example.com/a.png?sig=1', 'data:image/png;base64,AAAA'],
};

/** What the document says in prose. */
const limited: Readonly<Record<string, Readonly<Record<string, ValueRules>>>> = {
  BlobArchiveInput: { entries: { k: 'list', min: 1, i: { k: 'ref', s: 'BlobArchiveEntry' } } },
  Flux3V3KeyframesToVideoInput: { keyframes: { k: 'list', min: 1, i: { k: 'ref', s: 'Flux3Keyframe' } } },
};

/** Everything a schema can be, down to where nothing is left to choose. */
export function choicesOf(schema: string): readonly Choices[] {
  const { t: tag } = objectRow(schemaTable[schema]);
  if (tag === undefined) return [[]];
  return Object.entries(tag.c).flatMap(([value, child]) =>
    choicesOf(child).map((rest): Choices => [[tag.m, value], ...rest]),
  );
}

/** Objects of a schema that make these choices, with some of what may be left out. */
export function validObject(schema: string, choices: Choices, depth = 0): fc.Arbitrary<object> {
  const rows = rowsOf(schema, choices);
  const rules = Object.assign({}, ...rows.map(({ m }) => m), limited[schemaOf(schema, choices)]) as Record<
    string,
    ValueRules
  >;
  const wanted = new Set(rows.flatMap(({ r = [], x = [] }) => [...r, ...x]));
  const members = Object.entries(rules).filter(
    ([name, rule]) => rule.ro !== 1 && !isRetired(schema, name) && (wanted.has(name) || depth < 3),
  );
  const tags = Object.fromEntries(choices.map(([member, value]) => [member, fc.constant(value)]));
  const arbitraries = Object.fromEntries(members.map(([name, rule]) => [name, validValue(name, rule, depth + 1)]));
  const requiredKeys = [...Object.keys(tags), ...members.map(([name]) => name).filter((name) => wanted.has(name))];
  return fc.record({ ...tags, ...arbitraries }, { requiredKeys });
}

function schemaOf(schema: string, choices: Choices): string {
  return choices.reduce((name, [, value]) => objectRow(schemaTable[name]).t?.c[value] ?? '', schema);
}

function isRetired(schema: string, member: string): boolean {
  return schema === 'ImageJobNetworkParams' && member === 'type';
}

function rowsOf(schema: string, choices: Choices): readonly ObjectRow[] {
  const row = objectRow(schemaTable[schema]);
  const [first, ...rest] = choices;
  if (first === undefined) return [row];
  return [row, ...rowsOf(row.t?.c[first[1]] ?? '', rest)];
}

function objectRow(row: SchemaRow | undefined): ObjectRow {
  if (row === undefined || !('m' in row)) throw new Error('not the schema of an object');
  return row;
}

function validValue(name: string, rules: ValueRules, depth: number): fc.Arbitrary<unknown> {
  const value = valueOf(name, rules, depth);
  return rules.n === 1 ? fc.option(value) : value;
}

function valueOf(name: string, rules: ValueRules, depth: number): fc.Arbitrary<unknown> {
  const { min = 0, max = 1000 } = rules;
  switch (rules.k) {
    case 'text':
      return textOf(rules);
    case 'integer':
      return fc.integer({ min: Math.max(min, -1000), max: Math.min(max, 2 ** 31 - 1) });
    case 'number':
      return fc.double({ min, max, noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'list': {
      const item = validValue(name, rules.i ?? { k: 'any' }, depth);
      return fc.array(item, { minLength: min, maxLength: Math.min(max, min + 2) });
    }
    case 'map': {
      const key = /loras|networks/i.test(name) ? fc.constantFrom(...airs) : fc.stringMatching(/^[a-z]{1,8}$/);
      return fc.dictionary(key, validValue(name, rules.i ?? { k: 'any' }, depth), { maxKeys: 2 });
    }
    case 'choice':
      return fc.oneof(...(rules.c ?? []).map((option) => validValue(name, option, depth)));
    case 'ref':
      return referredOf(name, rules.s ?? '', depth);
    default:
      return fc.jsonValue({ maxDepth: 1 });
  }
}

function textOf({ e, a, p, f, min = 0, max = 30 }: ValueRules): fc.Arbitrary<unknown> {
  if (e !== undefined) return fc.constantFrom(...e);
  if (a === 1) return fc.constantFrom(...airs);
  if (f !== undefined) return fc.constantFrom(...(texts[f] ?? []));
  if (p !== undefined) return fc.stringMatching(new RegExp(p));
  return fc.string({ minLength: min, maxLength: Math.min(max, min + 30) });
}

function referredOf(name: string, schema: string, depth: number): fc.Arbitrary<unknown> {
  // a step inside a loop is a workflow of its own
  if (schema === 'WorkflowStepTemplate') return fc.constant({ $type: 'echo', input: { message: 'hello' } });
  if (schema === 'RepeatForClause') return fc.constant({ $ref: '$arguments', path: 'list', as: 'item' });
  const row = schemaTable[schema];
  if (row === undefined) throw new Error(`There is no schema ${schema}`);
  if ('e' in row) return fc.constantFrom(...row.e);
  if ('l' in row) return validValue(name, row.l, depth);
  return fc.oneof(...choicesOf(schema).map((choices) => validObject(schema, choices, depth)));
}
