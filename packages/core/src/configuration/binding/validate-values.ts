import convict from 'convict';
import type { Failure, PlainValue } from './kinds/kind-rules.js';
import { rulesOf } from './kinds/rules-of.js';
import type { PlacedField } from './placed-field.js';

/** The values that passed, and what is wrong with the others, both by the key of the field. */
export interface Validated {
  readonly values: ReadonlyMap<string, PlainValue | null>;
  readonly failures: ReadonlyMap<string, Failure>;
}

/**
 * Fills in the defaults and validates with convict.
 *
 * convict gets one object that is already merged, and neither the environment nor the arguments of the host program:
 * its own loading lets empty variables beat files and variables beat options. Its message is not used either, for it
 * prints values; the formats note their failures themselves. The convict object, which prints secrets when inspected,
 * does not leave this function.
 */
export function validateValues(
  fields: readonly PlacedField[],
  given: ReadonlyMap<string, PlainValue | null>,
): Validated {
  const failures = new Map<string, Failure>();
  const validator = convict<Record<string, unknown>>(schemaOf(fields, failures), { env: {}, args: [] });
  validator.load(nest(fields.flatMap((placed) => (given.has(placed.key) ? [[placed, given.get(placed.key)]] : []))));
  try {
    validator.validate({ allowed: 'strict', output: () => undefined });
  } catch (error) {
    // Every format that throws has noted why; anything else is a fault in the schema.
    if (failures.size === 0) throw error;
  }
  const values = fields
    .filter(({ key }) => !failures.has(key))
    .map(({ key, path }) => [key, validator.get(path.join('.')) as PlainValue | null] as const);
  return { values: new Map(values), failures };
}

function schemaOf(
  fields: readonly PlacedField[],
  failures: Map<string, Failure>,
): convict.Schema<Record<string, unknown>> {
  const properties = fields.map((placed): [PlacedField, convict.SchemaObj] => {
    const { key, field } = placed;
    const format = (value: unknown): void => {
      const failure = rulesOf(field.kind).check(value, field);
      if (failure === undefined) return;
      failures.set(key, failure);
      throw new Error(failure.message);
    };
    const sensitive = field.kind === 'secret' || field.kind === 'proxy';
    const property = { doc: field.doc, default: field.default ?? null, nullable: true, sensitive, format };
    return [placed, property];
  });
  return nest(properties) as convict.Schema<Record<string, unknown>>;
}

/** Puts values at the paths of their fields. The names come from the schema, never from a source. */
export function nest(values: readonly (readonly [PlacedField, unknown])[]): Record<string, unknown> {
  // Without a prototype: what another library has added to Object.prototype must not count as a group.
  const root = Object.create(null) as Record<string, unknown>;
  for (const [{ path }, value] of values) {
    let parent = root;
    for (const name of path.slice(0, -1)) {
      parent[name] ??= Object.create(null);
      parent = parent[name] as Record<string, unknown>;
    }
    parent[path.at(-1) ?? ''] = value;
  }
  return root;
}
