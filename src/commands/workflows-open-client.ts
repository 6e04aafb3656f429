import { type CivitaiClient, type Configuration, createCivitaiClient, isCivitaiError } from '@civitkit/core/client';
import { createOrchestrationClient, type OrchestrationClient } from '@civitkit/sdk/client';
import type { CommandIo } from '../command-io.js';
import { CommandFailure, exitCode } from '../exit-code.js';
import { type KnownSection, knownSections } from './known-sections.js';
import { loadProjectConfiguration } from './load-project-configuration.js';
import type { ProjectOption } from './project-option.js';
import { openGenerationSignIn } from './site-generation.js';

/** The clients of one command; close them at its end. */
export interface OpenClients extends Disposable {
  readonly generation: OrchestrationClient;
  /** The site, for what only it knows; made when it is asked for. */
  site(): CivitaiClient;
}

/** Makes the clients from the configuration that a service in this project would have. */
export async function openClients(options: ProjectOption, io: CommandIo): Promise<OpenClients> {
  const sections = await knownSections();
  const configuration = await loadProjectConfiguration(options, io, sections);
  const { generation, close } = await openGeneration(configuration, sections, io);
  let site: CivitaiClient | undefined;
  return {
    generation,
    site: () => {
      site ??= createCivitaiClient(configuration);
      return site;
    },
    [Symbol.dispose]: () => {
      close();
      site?.close();
    },
  };
}

/** A configured token goes before the tokens of `civitkit login`. */
async function openGeneration(
  configuration: Configuration,
  sections: readonly KnownSection[],
  io: CommandIo,
): Promise<{ readonly generation: OrchestrationClient; readonly close: () => void }> {
  try {
    const generation = createOrchestrationClient(configuration);
    return { generation, close: () => generation.close() };
  } catch (error) {
    if (!isCivitaiError(error) || error.code !== 'missing_api_key') throw error;
    const signIn = await openGenerationSignIn(configuration, sections, io);
    // Whoever calls the command line is told what a refused token is told, not that a file is wrong.
    if (signIn === undefined) throw new CommandFailure(error.message, exitCode.denied);
    const { credential } = signIn;
    const generation = createOrchestrationClient(configuration, { credential });
    const close = (): void => {
      generation.close();
      signIn.close();
    };
    return { generation, close };
  }
}
