import type { CommandIo } from '../command-io.js';
import { knownSections } from './known-sections.js';
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
  const { civitaiApiSection } = await import('@civitkit/core/client');
  const known = await knownSections(options.section);
  const configuration = await loadProjectConfiguration(options, io, known);

  // A section nobody fills in belongs to a package nobody uses: that its key is missing is no problem, unless asked for.
  const sections = known.filter(
    ({ name }) =>
      options.section !== undefined || name === civitaiApiSection.name || configuration.keysUnder(name).length > 0,
  );
  configuration.validate(sections);
  io.out(`Good: ${sections.map(({ name }) => name).join(', ')} (environment ${configuration.environmentName})`);
}
