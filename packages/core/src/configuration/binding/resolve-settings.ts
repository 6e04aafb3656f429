import type { ConfigurationProblem } from '../../errors/configuration-error.js';
import type { ErrorCode } from '../../errors/error-code.js';
import type { Secret } from '../../secrets/secret.js';
import type { ConfigurationReader } from '../configuration-entry.js';
import { childKey } from '../configuration-key.js';
import type { AnySection } from '../section-schema.js';
import { candidatesFor, type SectionPlace } from './candidates.js';
import { explicitSource, readExplicitOptions } from './explicit-options.js';
import { findValue } from './find-value.js';
import type { PlainValue } from './kinds/kind-rules.js';
import { rulesOf } from './kinds/rules-of.js';
import { missingValueProblem } from './missing-value.js';
import { type PlacedField, placeFields } from './placed-field.js';
import { findUnknownKeys } from './unknown-keys.js';
import { nest, validateValues } from './validate-values.js';

/** The settings as a nested object, usable only when there are no problems. */
export interface ResolvedSettings {
  readonly settings: Readonly<Record<string, unknown>>;
  readonly problems: readonly ConfigurationProblem[];
  /** Full keys of required settings that no source has. */
  readonly missing: readonly string[];
  /** Code of the error, when the settings only do not go together. */
  readonly code?: ErrorCode;
}

/** A value with the place it was found in. */
interface Given {
  readonly raw: unknown;
  readonly source: string;
}

/** Merges, reads and validates the settings of a section; finds every problem rather than the first. */
export function resolveSettings(
  reader: ConfigurationReader,
  schema: AnySection,
  place: SectionPlace,
  explicit: object,
): ResolvedSettings {
  const fields = placeFields(schema.fields);
  const options = readExplicitOptions(explicit, place.section, fields);
  const problems: ConfigurationProblem[] = [...options.problems, ...findUnknownKeys(reader, place.section, fields)];
  const missing: string[] = [];
  const sources = new Map<string, string>();
  const values = new Map<string, PlainValue | null>();

  for (const placed of fields) {
    const key = childKey(place.section, placed.key);
    const given = giveValue(reader, placed, place, options.values, problems);
    if (given === 'problem') continue;
    if (given === undefined || given.raw === null) {
      if (placed.field.required !== undefined) {
        missing.push(key);
        problems.push(missingValueProblem(reader, placed, place));
      } else if (given !== undefined) values.set(placed.key, null);
      continue;
    }
    const read = rulesOf(placed.field.kind).read(given.raw, placed.field);
    if ('failure' in read) problems.push({ key, source: given.source, ...read.failure });
    else values.set(placed.key, read.value);
    sources.set(placed.key, given.source);
  }

  const validated = validateValues(fields, values);
  for (const [key, failure] of validated.failures) {
    problems.push({ key: childKey(place.section, key), source: sources.get(key) ?? 'default', ...failure });
  }
  const settings = nest(fields.map((placed) => [placed, finish(placed, validated.values.get(placed.key))] as const));
  const mismatch = problems.length === 0 ? schema.check?.(settings as never) : undefined;
  if (mismatch === undefined) return { settings, problems, missing };
  const { code, key, message, remedy } = mismatch;
  const problem = { key: childKey(place.section, key), source: sources.get(key) ?? 'default', message, remedy };
  return { settings, problems: [problem], missing, code };
}

function giveValue(
  reader: ConfigurationReader,
  placed: PlacedField,
  place: SectionPlace,
  explicit: ReadonlyMap<string, unknown>,
  problems: ConfigurationProblem[],
): Given | undefined | 'problem' {
  const raw = explicit.get(placed.key.toLowerCase());
  // `null` says “none” where there can be none; elsewhere it is the same as not given.
  if (raw !== undefined && (raw !== null || isNullable(placed))) return { raw, source: explicitSource };
  const found = findValue(candidatesFor(reader, placed, place), childKey(place.section, placed.key));
  if (found.found === 'value') return { raw: found.value, source: found.entry.source };
  if (found.found === 'nothing') return undefined;
  problems.push(...found.problems);
  return 'problem';
}

function isNullable({ field }: PlacedField): boolean {
  return field.kind === 'secret' || field.default === null;
}

function finish({ field }: PlacedField, value: PlainValue | null | undefined): PlainValue | Secret | null {
  return value === null || value === undefined ? null : rulesOf(field.kind).finish(value);
}
