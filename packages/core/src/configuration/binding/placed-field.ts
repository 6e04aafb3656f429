import type { FieldDefinition } from '../section-schema.js';

/** A field with its place in the section. */
export interface PlacedField {
  /** Key within the section, such as `Retry:MaxRetries`. */
  readonly key: string;
  /** Property path in options and settings, such as `['retry', 'maxRetries']`. */
  readonly path: readonly string[];
  readonly field: FieldDefinition;
}

/** The fields of a schema in one list, groups flattened, in the order of the schema. */
export function placeFields(fields: object): readonly PlacedField[] {
  return place(fields, '', []);
}

function place(fields: object, prefix: string, path: readonly string[]): PlacedField[] {
  return Object.entries(fields as Readonly<Record<string, FieldDefinition | object>>).flatMap(([name, node]) => {
    const key = `${prefix}${name}`;
    const placed = [...path, name.charAt(0).toLowerCase() + name.slice(1)];
    return isField(node) ? [{ key, path: placed, field: node }] : place(node, `${key}:`, placed);
  });
}

/** Whether it is a field, not a group of fields. Names of fields are capitalised, so a group has no member `kind`. */
export function isField(node: FieldDefinition | object): node is FieldDefinition {
  return 'kind' in node;
}
