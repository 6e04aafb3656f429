import { isCivitaiError } from '@civitkit/core/client';
import { createModelsLabClient, type ModelsLabClient } from '@civitkit/sdk/modelslab/client';
import type { CommandIo } from '../command-io.js';
import { CommandFailure, exitCode } from '../exit-code.js';
import { knownSections } from './known-sections.js';
import { loadProjectConfiguration } from './load-project-configuration.js';
import type { ProjectOption } from './project-option.js';

/** Makes the client from the configuration that a service in this project would have. Close it in the end. */
export async function openModelsLab(options: ProjectOption, io: CommandIo): Promise<ModelsLabClient> {
  const configuration = await loadProjectConfiguration(options, io, await knownSections());
  try {
    return createModelsLabClient(configuration);
  } catch (error) {
    // Whoever calls the command line is told what a refused key is told, not that a file is wrong.
    if (!isCivitaiError(error) || error.code !== 'missing_api_key') throw error;
    throw new CommandFailure(error.message, exitCode.denied);
  }
}
