import { ContainerModule } from 'inversify';
import { CivitaiClient } from '../civitai-client.js';
import type { ClientRegistration } from '../configuration/client-registration.js';
import type { CivitaiApiOptions, CivitaiApiSettings } from '../configuration/client-settings.js';
import { loadConfiguration } from '../configuration/load-configuration.js';
import type { RegistrationInput } from '../configuration/registration-input.js';
import type { ResolvedSettings } from '../configuration/resolve-settings.js';
import { buildCivitaiClient, resolveCivitaiSettings } from '../create-civitai-client.js';
import { bindClient } from './bind-client.js';
import { coreTokens } from './tokens.js';

/**
 * The registration as a module, for applications that load and unload modules themselves. The settings are checked here,
 * not at the first `get`.
 *
 * @throws ConfigurationError naming everything that is wrong
 *
 * @example
 * ```ts
 * import { CivitaiClient, createCivitaiModule } from '@civitkit/core';
 * import { Container } from 'inversify';
 *
 * const container = new Container();
 * const module = createCivitaiModule({ timeoutSeconds: 60 });
 * container.load(module);
 * const civitai = container.get(CivitaiClient);
 * container.unload(module); // closes its connections
 * ```
 */
export function createCivitaiModule(
  input?: RegistrationInput<CivitaiApiOptions>,
  registration: ClientRegistration = {},
): ContainerModule {
  return moduleOf(
    resolveCivitaiSettings(input, registration, () => loadConfiguration()),
    registration,
  );
}

/** The module for settings that are already resolved. */
export function moduleOf(
  resolved: ResolvedSettings<CivitaiApiSettings>,
  registration: ClientRegistration,
): ContainerModule {
  return new ContainerModule((options) =>
    bindClient(options, {
      client: CivitaiClient,
      settingsToken: coreTokens.settings,
      credentialToken: coreTokens.credential,
      resolved,
      registration,
      build: buildCivitaiClient,
    }),
  );
}
