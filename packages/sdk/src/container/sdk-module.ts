import { type ClientRegistration, loadConfiguration, type RegistrationInput } from '@civitkit/core';
import { bindClient, type ResolvedSettings } from '@civitkit/core/internal';
import { ContainerModule } from 'inversify';
import type { CivitaiSdkOptions, CivitaiSdkSettings } from '../configuration/sdk-settings.js';
import { buildOrchestrationClient, resolveSdkSettings } from '../create-orchestration-client.js';
import { OrchestrationClient } from '../orchestration-client.js';
import { sdkTokens } from './tokens.js';

/**
 * The registration as a module, for applications that load and unload modules themselves. The settings are checked here.
 *
 * @throws ConfigurationError naming everything that is wrong; without a token, every place that was looked at
 *
 * @example
 * ```ts
 * import { createCivitaiSdkModule, OrchestrationClient } from '@civitkit/sdk';
 * import { Container } from 'inversify';
 *
 * const container = new Container();
 * const module = createCivitaiSdkModule({ apiToken: process.env['STUDIO_TOKEN'] });
 * container.load(module);
 * const generation = container.get(OrchestrationClient);
 * container.unload(module); // closes its connections
 * ```
 */
export function createCivitaiSdkModule(
  input?: RegistrationInput<CivitaiSdkOptions>,
  registration: ClientRegistration = {},
): ContainerModule {
  return moduleOf(
    // A module cannot see its container: whether it has a provider shows when the client is resolved.
    resolveSdkSettings(input, registration, (section) => loadConfiguration({ sections: [section] }), {
      hasProvider: false,
    }),
    registration,
  );
}

/** The module for settings that are already resolved. */
export function moduleOf(
  resolved: ResolvedSettings<CivitaiSdkSettings>,
  registration: ClientRegistration,
): ContainerModule {
  return new ContainerModule((options) =>
    bindClient(options, {
      client: OrchestrationClient,
      settingsToken: sdkTokens.settings,
      credentialToken: sdkTokens.credential,
      resolved,
      registration,
      build: buildOrchestrationClient,
    }),
  );
}
