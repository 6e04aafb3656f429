import type { ConfigurationProblem } from '../../errors/configuration-error.js';
import { childKey, reservedNameIn } from '../configuration-key.js';
import { isPlainObject } from '../plain-object.js';
import { reservedKeyProblem } from '../sources/reserved-key-problem.js';
import type { PlacedField } from './placed-field.js';
import { misplacedKeyProblem } from './unknown-keys.js';

/** How options given in code are called in messages and reports. */
export const explicitSource = 'options';

/** The options by the lower-case key of their field, and what is wrong with them. */
export interface ExplicitOptions {
  /** Only what was given: no `undefined`, no empty text; `null` stays, it may mean “none”. */
  readonly values: ReadonlyMap<string, unknown>;
  readonly problems: readonly ConfigurationProblem[];
}

/** Flattens options such as `{ apiKey, retry: { maxRetries } }`, names in any case. */
export function readExplicitOptions(options: object, section: string, fields: readonly PlacedField[]): ExplicitOptions {
  const leaves = new Set(fields.map(({ key }) => key.toLowerCase()));
  const values = new Map<string, unknown>();
  const problems: ConfigurationProblem[] = [];

  const visit = (members: object, parent: string): void => {
    for (const [name, value] of Object.entries(members)) {
      const key = childKey(parent, name);
      const comparable = key.toLowerCase();
      if (reservedNameIn(name) !== undefined) problems.push(reservedKeyProblem(childKey(section, key), explicitSource));
      else if (value === undefined || isBlank(value)) continue;
      else if (values.has(comparable)) problems.push(duplicate(childKey(section, key)));
      else if (leaves.has(comparable)) values.set(comparable, value);
      else if (isPlainObject(value) && isGroup(comparable, leaves)) visit(value, key);
      else if (value !== null) problems.push(misplacedKeyProblem(section, key, explicitSource, fields));
    }
  };

  visit(options, '');
  return { values, problems };
}

function isGroup(comparable: string, leaves: ReadonlySet<string>): boolean {
  return [...leaves].some((leaf) => leaf.startsWith(`${comparable}:`));
}

function isBlank(value: unknown): boolean {
  return typeof value === 'string' && value.trim() === '';
}

function duplicate(key: string): ConfigurationProblem {
  return { key, source: explicitSource, message: 'is given twice.', remedy: 'Case does not matter: keep one of them.' };
}
