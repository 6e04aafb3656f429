import type { Configuration } from '@civitkit/core/client';
import type { CommandIo } from '../command-io.js';
import { type KnownSection, knownSections } from './known-sections.js';
import { loadProjectConfiguration } from './load-project-configuration.js';
import type { ProjectOption } from './project-option.js';

/**
 * Checks a project's configuration.
 *
 * @throws ConfigurationError with every problem of every section
 */
export async function validateConfiguration(
  options: ProjectOption & { readonly section?: string },
  io: CommandIo,
): Promise<void> {
  const { civitaiApiSection, ConfigurationError } = await import('@civitkit/core/client');
  const { bindSection } = await import('@civitkit/core/internal');
  const known = await knownSections(options.section);
  const configuration = await loadProjectConfiguration(options, io, known);

  // A section nobody fills in belongs to a package nobody uses: that its key is missing is no problem, unless asked for.
  const sections = known.filter(
    ({ name }) =>
      options.section !== undefined || name === civitaiApiSection.name || configuration.keysUnder(name).length > 0,
  );
  const errors = sections.flatMap((section) => errorsOf(configuration, section));
  // one error is thrown as it is, for its code may say more than "invalid"
  if (errors.length > 0)
    throw errors.length === 1 ? errors[0] : new ConfigurationError(errors.flatMap((error) => error.problems));
  io.out(`Good: ${sections.map(({ name }) => name).join(', ')} (environment ${configuration.environmentName})`);

  function errorsOf(loaded: Configuration, section: KnownSection): InstanceType<typeof ConfigurationError>[] {
    try {
      bindSection(loaded, section);
      return [];
    } catch (error) {
      if (error instanceof ConfigurationError) return [error];
      throw error;
    }
  }
}
