import { ConfigurationError, type ConfigurationProblem } from '../../errors/configuration-error.js';
import { isSecret } from '../../secrets/secret.js';
import type { ConfigurationReader } from '../configuration-entry.js';
import { colonKey } from '../configuration-key.js';
import type { AnySection, SectionSchema } from '../section-schema.js';
import { placeFields } from './placed-field.js';
import { resolveSettings } from './resolve-settings.js';

/** How a client is registered. */
export interface SectionRegistration {
  /** Section to read instead of the schema's own, such as `Studio:Civitai`. */
  readonly section?: string | undefined;
  /** Name of a client beside the default one; for it aliases such as `CIVITAI_API_KEY` are only a last resort. */
  readonly name?: string | undefined;
  /** Options that win over every source, names in camelCase (any case is understood). */
  readonly explicit?: object | undefined;
}

/**
 * The settings of a section: the strongest value of each, checked, deeply frozen.
 *
 * @throws ConfigurationError listing everything that is wrong or missing, with key, source and remedy and never a
 *   value; its code is `missing_api_key` when nothing but a required secret is missing.
 * @throws RangeError when `registration.section` is no section name.
 */
export function bindSection<S>(
  configuration: ConfigurationReader,
  schema: SectionSchema<S>,
  registration: SectionRegistration = {},
): S {
  const section = sectionName(registration.section ?? schema.name);
  const place = { section, named: registration.name !== undefined };
  const { settings, problems, missing, code } = resolveSettings(
    configuration,
    schema,
    place,
    registration.explicit ?? {},
  );
  if (problems.length === 0) return frozenCopy(settings) as S;
  const onlyKeysMissing =
    missing.length === problems.length && missing.every((key) => isSecretKey(schema, section, key));
  throw new ConfigurationError(problems, onlyKeysMissing ? { code: 'missing_api_key' } : { code });
}

/** What is wrong with the values of a section, apart from those that are missing. */
export function findProblems(configuration: ConfigurationReader, schema: AnySection): readonly ConfigurationProblem[] {
  const place = { section: schema.name, named: false };
  const { problems, missing } = resolveSettings(configuration, schema, place, {});
  return problems.filter(({ key }) => !missing.includes(key));
}

function sectionName(name: string): string {
  const section = colonKey(name);
  if (section.split(':').every((segment) => segment.trim() !== '')) return section;
  throw new RangeError('A section name consists of names separated by ":", such as CivitaiApi or Studio:Civitai.');
}

function isSecretKey(schema: AnySection, section: string, key: string): boolean {
  return placeFields(schema.fields).some(
    (placed) => `${section}:${placed.key}` === key && placed.field.kind === 'secret',
  );
}

/** An ordinary object again, frozen to the bottom. */
function frozenCopy(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || isSecret(value)) return Object.freeze(value);
  return Object.freeze(Object.fromEntries(Object.entries(value).map(([name, member]) => [name, frozenCopy(member)])));
}
