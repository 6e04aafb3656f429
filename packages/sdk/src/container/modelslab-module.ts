import { type ClientRegistration, loadConfiguration, type RegistrationInput } from '@civitkit/core';
import { bindClient, type ResolvedSettings } from '@civitkit/core/internal';
import { ContainerModule } from 'inversify';
import type { ModelsLabOptions, ModelsLabSettings } from '../modelslab/configuration/modelslab-settings.js';
import { buildModelsLabClient, resolveModelsLabSettings } from '../modelslab/create-modelslab-client.js';
import { ModelsLabClient } from '../modelslab/modelslab-client.js';
import { modelsLabTokens } from './modelslab-tokens.js';

/**
 * The registration as a module, for applications that load and unload modules themselves. The settings are checked here.
 *
 * @throws ConfigurationError naming everything that is wrong; without a key, every place that was looked at
 *
 * @example
 * ```ts
 * import { createModelsLabModule, ModelsLabClient } from '@civitkit/sdk/modelslab';
 * import { Container } from 'inversify';
 *
 * const container = new Container();
 * const module = createModelsLabModule({ apiKey: process.env['STUDIO_MODELSLAB_KEY'] });
 * container.load(module);
 * const modelsLab = container.get(ModelsLabClient);
 * container.unload(module); // closes its connections
 * ```
 */
export function createModelsLabModule(
  input?: RegistrationInput<ModelsLabOptions>,
  registration: ClientRegistration = {},
): ContainerModule {
  return modelsLabModuleOf(
    // A module cannot see its container: whether it has a provider shows when the client is resolved.
    resolveModelsLabSettings(input, registration, (section) => loadConfiguration({ sections: [section] }), {
      hasProvider: false,
    }),
    registration,
  );
}

/** The module for settings that are already resolved. */
export function modelsLabModuleOf(
  resolved: ResolvedSettings<ModelsLabSettings>,
  registration: ClientRegistration,
): ContainerModule {
  return new ContainerModule((options) =>
    bindClient(options, {
      client: ModelsLabClient,
      settingsToken: modelsLabTokens.settings,
      credentialToken: modelsLabTokens.credential,
      resolved,
      registration,
      build: buildModelsLabClient,
    }),
  );
}
