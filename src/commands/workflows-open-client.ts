import { type CivitaiClient, type Configuration, createCivitaiClient, isCivitaiError } from '@civitkit/core/client';
import { createOrchestrationClient, type OrchestrationClient } from '@civitkit/sdk/client';
import type { CommandIo } from '../command-io.js';
import { CommandFailure, exitCode } from '../exit-code.js';
import { knownSections } from './known-sections.js';
import { loadProjectConfiguration } from './load-project-configuration.js';
import type { ProjectOption } from './project-option.js';

/** The clients of one command; close them at its end. */
export interface OpenClients extends Disposable {
  readonly generation: OrchestrationClient;
  /** The site, for what only it knows; made when it is asked for. */
  site(): CivitaiClient;
}

/** Makes the clients from the configuration that a service in this project would have. */
export async function openClients(options: ProjectOption, io: CommandIo): Promise<OpenClients> {
  const configuration = await loadProjectConfiguration(options, io, await knownSections());
  const generation = openGeneration(configuration);
  let site: CivitaiClient | undefined;
  return {
    generation,
    site: () => {
      site ??= createCivitaiClient(configuration);
      return site;
    },
    [Symbol.dispose]: () => {
      generation.close();
      site?.close();
    },
  };
}

function openGeneration(configuration: Configuration): OrchestrationClient {
  try {
    return createOrchestrationClient(configuration);
  } catch (error) {
    // Whoever calls the command line is told what a refused token is told, not that a file is wrong.
    const missing = isCivitaiError(error) && error.code === 'missing_api_key';
    throw missing ? new CommandFailure(error.message, exitCode.denied) : error;
  }
}
