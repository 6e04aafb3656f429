import type { ConfigurationEntry, ConfigurationReader } from '../configuration-entry.js';
import { childKey } from '../configuration-key.js';
import type { AnySection, FieldDefinition } from '../section-schema.js';
import { candidatesFor } from './candidates.js';
import { displayValue, redacted } from './display-value.js';
import { findValue } from './find-value.js';
import { type PlacedField, placeFields } from './placed-field.js';

/** A value that another one overrides, as text for people. */
export interface OverriddenValue {
  readonly value: string;
  readonly source: string;
}

/** A setting as it stands, as text for people; secrets are masked. */
export interface ExplainedValue {
  /** Full key, such as `CivitaiApi:Retry:MaxRetries`. */
  readonly key: string;
  /** `[redacted]` for a secret, `(none)` when there is no value. */
  readonly value: string;
  /** Where the value comes from, `default`, or `missing` for a required setting without one. */
  readonly source: string;
  /** The values of weaker sources, the strongest of them first. */
  readonly overrides: readonly OverriddenValue[];
  readonly secret: boolean;
  /** What the setting means. */
  readonly doc: string;
}

/** Explains every setting of a section, in the order of its schema. */
export function explainSection(reader: ConfigurationReader, schema: AnySection): readonly ExplainedValue[] {
  return placeFields(schema.fields).map((placed) => explainField(reader, placed, schema.name));
}

function explainField(reader: ConfigurationReader, placed: PlacedField, section: string): ExplainedValue {
  const { field } = placed;
  const key = childKey(section, placed.key);
  const base = { key, secret: field.kind === 'secret', doc: field.doc };
  const candidates = candidatesFor(reader, placed, { section, named: false });
  const winner = findValue(candidates, key);
  const byDefault: OverriddenValue = { value: displayValue(field, field.default), source: 'default' };

  if (winner.found === 'nothing') {
    return field.required === undefined
      ? { ...base, ...byDefault, overrides: [] }
      : { ...base, value: '(none)', source: 'missing', overrides: [] };
  }
  const weaker = candidates.slice(candidates.indexOf(winner.entry) + 1);
  const overrides = weaker.flatMap((entry) => explainOverridden(entry, field));
  const hasDefault = field.default !== undefined && field.default !== null && field.default !== '';
  return {
    ...base,
    value: winner.found === 'problem' ? '(unusable)' : displayValue(field, winner.value),
    source: winner.entry.source,
    overrides: hasDefault ? [...overrides, byDefault] : overrides,
  };
}

function explainOverridden(entry: ConfigurationEntry, field: FieldDefinition): readonly OverriddenValue[] {
  // Not even looked at: it may be a named pipe, and reading that could wait for ever.
  if (field.kind === 'secret') return [{ value: redacted, source: entry.source }];
  const found = findValue([entry], entry.key);
  if (found.found === 'nothing') return [];
  const value = found.found === 'problem' ? '(unusable)' : displayValue(field, found.value);
  return [{ value, source: entry.source }];
}
