import { own } from '../read-json.js';
import type { OutputShapes, SchemaTable, ValueRules } from '../schema-table.js';

/** What is certain about a shape. */
export type ShapeKind = 'text' | 'number' | 'boolean' | 'list' | 'object' | 'any';

const scalars: Readonly<Record<string, ShapeKind>> = { t: 'text', n: 'number', b: 'boolean' };

export function kindOfShape(shape: string, shapes: OutputShapes): ShapeKind {
  if (shape === '*' || shape === '') return 'any';
  if (shape.startsWith('[')) return 'list';
  if (shape.startsWith('{') || Object.hasOwn(shapes, shape)) return 'object';
  return own(scalars, shape) ?? 'any';
}

/** Whether what lies at the end of a path may stand where the rules apply. In doubt, it may. */
export function fits(rules: ValueRules, kind: ShapeKind, table: SchemaTable): boolean {
  if (kind === 'any' || rules.k === 'any') return true;
  if (rules.c !== undefined) return rules.c.some((option) => fits(option, kind, table));
  switch (rules.k) {
    case 'text':
      return kind === 'text';
    case 'integer':
    case 'number':
      return kind === 'number' || kind === 'text';
    case 'boolean':
      return kind === 'boolean';
    case 'list':
      return kind === 'list';
    case 'map':
      return kind === 'object';
    default:
      return fitsSchema(rules, kind, table);
  }
}

function fitsSchema(rules: ValueRules, kind: ShapeKind, table: SchemaTable): boolean {
  const row = rules.s === undefined ? undefined : table[rules.s];
  if (row === undefined) return true;
  if ('e' in row) return kind === 'text' || kind === 'number';
  return kind === ('l' in row ? 'list' : 'object');
}
