import { isSecret } from '../../secrets/secret.js';
import type { AnySection } from '../section-schema.js';
import { placeFields } from './placed-field.js';

/** The keys, such as `Retry:MaxRetries`, whose values are not the same in two settings of a section. */
export function changedKeys(schema: AnySection, before: unknown, after: unknown): readonly string[] {
  return placeFields(schema.fields)
    .filter(({ path }) => comparable(valueAt(before, path)) !== comparable(valueAt(after, path)))
    .map(({ key }) => key);
}

function valueAt(settings: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, name) =>
      typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined,
    settings,
  );
}

/** Fields hold single values; a secret counts as its text. */
function comparable(value: unknown): unknown {
  return isSecret(value) ? value.reveal() : value;
}
