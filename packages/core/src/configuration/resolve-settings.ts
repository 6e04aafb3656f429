import { bindSection } from './binding/bind-section.js';
import type { ClientRegistration } from './client-registration.js';
import type { Configuration } from './configuration.js';
import { type RegistrationInput, resolveInput } from './registration-input.js';
import type { SectionSchema } from './section-schema.js';

/** A client's checked settings and the configuration they came from. */
export interface ResolvedSettings<S> {
  readonly settings: S;
  readonly configuration: Configuration;
  /** The options that won over it. */
  readonly explicit?: object | undefined;
}

/**
 * Turns what a registration accepts into checked settings.
 *
 * @param loadDefault - called only when the input itself is no configuration
 * @throws ConfigurationError naming everything that is wrong; TypeError for what is no input
 */
export function resolveSettings<O extends object, S>(
  schema: SectionSchema<S>,
  input: RegistrationInput<O> | undefined,
  { name, section }: ClientRegistration,
  loadDefault: () => Configuration,
): ResolvedSettings<S> {
  const { configuration, explicit } = resolveInput(input, loadDefault);
  const settings = bindSection(configuration, schema, { section, name, explicit });
  return { settings, configuration, explicit };
}
