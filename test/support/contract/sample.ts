import { type ContractDocument, nameOf, type Schema } from './contract-document.js';
import { isRequired, type Leaf, leavesOf, membersOf, tagsOf } from './shapes.js';

/** How much of a shape a sample has: what must be there, or everything. */
export type Extent = 'least' | 'all';

/** A value of a shape; with `all`, every member that can be sent, some levels deep. */
export function sampleOf(document: ContractDocument, leaf: Leaf, extent: Extent, depth = 0): Record<string, unknown> {
  const members = membersOf(document, leaf.name);
  const tags = tagsOf(document, leaf.name);
  const wanted = Object.entries(members).filter(
    ([member, schema]) =>
      !tags.has(member) &&
      schema.readOnly !== true &&
      (isRequired(document, leaf.name, member) || (extent === 'all' && depth < 3)),
  );
  const values = wanted.map(([member, schema]) => [member, sampleValue(document, schema, extent, depth + 1)]);
  return { ...leaf.tags, ...Object.fromEntries(values) };
}

function sampleValue(document: ContractDocument, schema: Schema, extent: Extent, depth: number): unknown {
  if (schema.$ref !== undefined) return sampleOfName(document, nameOf(schema.$ref), extent, depth);
  if (schema.enum !== undefined) return schema.enum[0];
  const choice = schema.anyOf ?? schema.oneOf;
  if (choice?.[0] !== undefined) return sampleValue(document, choice[0], extent, depth);
  switch ([schema.type ?? []].flat().find((type) => type !== 'null')) {
    case 'string':
      return sampleText(schema);
    case 'integer':
    case 'number':
      return schema.default ?? schema.minimum ?? Math.min(1, schema.maximum ?? 1);
    case 'boolean':
      return true;
    case 'array':
      return Array.from({ length: Math.max(1, schema.minItems ?? 1) }, () =>
        sampleValue(document, schema.items ?? {}, extent, depth),
      );
    case 'object':
      return typeof schema.additionalProperties === 'object'
        ? { key: sampleValue(document, schema.additionalProperties, extent, depth) }
        : {};
    default:
      return { any: ['JSON', 1, null] };
  }
}

function sampleOfName(document: ContractDocument, name: string, extent: Extent, depth: number): unknown {
  const other = document.others[name];
  if (other !== undefined) return sampleValue(document, other, extent, depth);
  if (name === 'WorkflowStepTemplate') return { $type: 'echo', input: { message: 'again' } };
  const [leaf] = leavesOf(document, name);
  if (leaf === undefined) throw new Error(`Nothing is chosen by ${name}`);
  return sampleOf(document, leaf, extent, depth);
}

function sampleText({ default: preset, pattern, format, minLength = 0, maxLength }: Schema): string {
  if (typeof preset === 'string') return preset;
  if (pattern?.includes('<ecosystem>') === true) return 'urn:air:sdxl:checkpoint:civitai:101055@128078';
  if (format === 'uri') return 'https://example.com/input';
  if (format === 'date-span') return '00:10:00';
  if (format === 'date-time') return '2026-01-02T03:04:05.6789012Z';
  return 'a text that is long enough'.padEnd(minLength, '.').slice(0, maxLength);
}
