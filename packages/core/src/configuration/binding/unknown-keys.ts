import type { ConfigurationProblem } from '../../errors/configuration-error.js';
import type { ConfigurationReader } from '../configuration-entry.js';
import { childKey, colonKey } from '../configuration-key.js';
import { closestName } from './closest-name.js';
import type { PlacedField } from './placed-field.js';

/** Complains about every key in a section that is no setting; a misspelt setting must not be ignored silently. */
export function findUnknownKeys(
  reader: ConfigurationReader,
  section: string,
  fields: readonly PlacedField[],
): readonly ConfigurationProblem[] {
  const known = new Set(fields.map(({ key }) => key.toLowerCase()));
  const depth = colonKey(section).split(':').length;
  const problems = new Map<string, ConfigurationProblem>();
  for (const full of reader.keysUnder(section)) {
    const segments = full.split(':').slice(depth);
    const key = segments.join(':');
    // `$schema`, `$comment` and the like are meant for editors.
    if (known.has(key.toLowerCase()) || segments.some((segment) => segment.startsWith('$'))) continue;
    const problem = misplacedKeyProblem(section, key, reader.lookup(full)[0]?.source ?? '', fields);
    // One complaint about `ApiKey: { … }`, however many members there are.
    problems.set(`${problem.key} ${problem.message}`, problem);
  }
  return [...problems.values()];
}

/** Says what a key that is no setting was probably meant to be. */
export function misplacedKeyProblem(
  section: string,
  key: string,
  source: string,
  fields: readonly PlacedField[],
): ConfigurationProblem {
  const comparable = key.toLowerCase();
  const parent = fields.find((field) => comparable.startsWith(`${field.key.toLowerCase()}:`));
  if (parent !== undefined) {
    // Named by the setting, for below it even a name may be part of a secret that was pasted wrongly.
    const message = 'must be a single value, not a group.';
    return { key: childKey(section, parent.key), source, message, remedy: 'Write the value itself.' };
  }
  const members = fields.filter((field) => field.key.toLowerCase().startsWith(`${comparable}:`));
  if (members.length > 0) {
    const names = members.map((field) => field.key.slice(key.length + 1)).join(', ');
    const message = 'must be a group of settings.';
    return { key: childKey(section, key), source, message, remedy: `Its settings are ${names}.` };
  }
  const names = fields.map((field) => field.key);
  const closest = closestName(key, names);
  const remedy = closest === undefined ? `The settings are ${names.join(', ')}.` : `Did you mean ${closest}?`;
  return { key: childKey(section, key), source, message: 'is not a setting.', remedy };
}
