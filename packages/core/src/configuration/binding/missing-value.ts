import type { ConfigurationProblem } from '../../errors/configuration-error.js';
import type { ConfigurationReader, SourceReport } from '../configuration-entry.js';
import { childKey } from '../configuration-key.js';
import type { SectionPlace } from './candidates.js';
import { explicitSource } from './explicit-options.js';
import type { PlacedField } from './placed-field.js';

/** Says that a required setting has no value, listing every place that was looked at, the strongest first. */
export function missingValueProblem(
  reader: ConfigurationReader,
  { key, field }: PlacedField,
  { section }: SectionPlace,
): ConfigurationProblem {
  const full = childKey(section, key);
  const places = [explicitSource, ...reader.sources.toReversed().map(describeSource)];
  const names = [full.replaceAll(':', '__'), ...(field.aliases ?? [])];
  const fallbacks = field.fallbacks ?? [];
  return {
    key: full,
    source: `looked in ${places.join(', ')}`,
    message:
      `is missing: neither ${full} nor any of the names ${names.join(', ')} (each also with _FILE)` +
      `${fallbacks.length === 0 ? '' : ` nor ${fallbacks.join(', ')}`} has a value.`,
    remedy: field.required?.remedy ?? '',
  };
}

function describeSource({ name, location, status, reason }: SourceReport): string {
  const place = location === undefined || location === name ? name : `${name} at ${location}`;
  if (status === 'read') return place;
  return `${place} (${[status, reason].filter((part) => part !== undefined).join(': ')})`;
}
