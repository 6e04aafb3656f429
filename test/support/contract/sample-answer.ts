import { type ContractDocument, nameOf, type Schema } from './contract-document.js';
import { chainOf, type Leaf, leavesOf, membersOf } from './shapes.js';

/** What an answer has in the place of members that may be absent. */
export type Absent = 'left out' | 'null' | 'there';

/** An answer of the server of a shape; the same for the same shape. */
function sampleAnswer(document: ContractDocument, name: string, absent: Absent, depth = 0): unknown {
  const other = document.others[name];
  if (other !== undefined) return valueOf(document, other, absent, depth);
  // A step within a step need not be one that repeats.
  const leaf = leavesOf(document, name).find(
    ({ name: leafName }) => leafName !== 'RepeatStep' && leafName !== 'RepeatStepTemplate',
  );
  if (leaf === undefined) throw new Error(`Nothing is chosen by ${name}`);
  return answerOf(document, leaf, absent, depth);
}

export function answerOf(
  document: ContractDocument,
  leaf: Leaf,
  absent: Absent,
  depth = 0,
): Readonly<Record<string, unknown>> {
  const required = new Set(chainOf(document, leaf.name).flatMap((shape) => shape.required));
  const members = Object.entries(membersOf(document, leaf.name)).filter(([member]) => leaf.tags[member] === undefined);
  const values = members.flatMap(([member, schema]) => {
    if (required.has(member) || (absent === 'there' && depth < 4)) {
      return [[member, valueOf(document, schema, absent, depth + 1)]];
    }
    return absent === 'null' ? [[member, null]] : [];
  });
  return { ...leaf.tags, ...Object.fromEntries(values) } as Readonly<Record<string, unknown>>;
}

function valueOf(document: ContractDocument, schema: Schema, absent: Absent, depth: number): unknown {
  if (schema.$ref !== undefined) return sampleAnswer(document, nameOf(schema.$ref), absent, depth);
  if (schema.enum !== undefined) return schema.enum[0];
  const choice = schema.anyOf ?? schema.oneOf;
  if (choice?.[0] !== undefined) return valueOf(document, choice[0], absent, depth);
  switch ([schema.type ?? []].flat().find((type) => type !== 'null')) {
    case 'string':
      return textOf(schema);
    case 'integer':
    case 'number':
      return schema.minimum ?? 1;
    case 'boolean':
      return false;
    case 'array':
      // Trees end somewhere.
      return depth > 6 ? [] : [valueOf(document, schema.items ?? {}, absent, depth)];
    case 'object':
      return typeof schema.additionalProperties === 'object'
        ? { key: valueOf(document, schema.additionalProperties, absent, depth) }
        : {};
    default:
      return { any: ['JSON', 1, null] };
  }
}

function textOf({ default: preset, pattern, format }: Schema): string {
  if (typeof preset === 'string') return preset;
  if (pattern?.includes('<ecosystem>') === true) return 'urn:air:sdxl:checkpoint:civitai:101055@128078';
  if (format === 'date-span') return '00:10:00';
  if (format === 'date-time') return '2026-01-02T03:04:05.6789012Z';
  return format === 'uri' ? 'https://example.com/output' : 'a text';
}
