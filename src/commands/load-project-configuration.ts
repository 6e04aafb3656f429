import type { Configuration } from '@civitkit/core/client';
import type { CommandIo } from '../command-io.js';
import type { KnownSection } from './known-sections.js';
import { type ProjectOption, projectDirectory } from './project-option.js';

/** Loads the configuration as a program in the project's folder would see it. */
export async function loadProjectConfiguration(
  options: ProjectOption,
  io: CommandIo,
  sections: readonly KnownSection[],
): Promise<Configuration> {
  const { loadConfiguration } = await import('@civitkit/core/client');
  return loadConfiguration({
    directory: projectDirectory(options, io),
    environment: io.env,
    homeDirectory: io.homeDirectory,
    sections,
  });
}
