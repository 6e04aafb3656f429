import { CivitaiClient } from '../civitai-client.js';
import { civitaiApiSection } from '../configuration/civitai-api-section.js';
import type { ClientRegistration } from '../configuration/client-registration.js';
import type { CivitaiApiOptions } from '../configuration/client-settings.js';
import type { RegistrationInput } from '../configuration/registration-input.js';
import { resolveCivitaiSettings } from '../create-civitai-client.js';
import { moduleOf } from './civitai-module.js';
import { type ContainerLike, configurationOf, refuseSecond } from './container-like.js';
import { coreTokens } from './tokens.js';

/**
 * Registers `CivitaiClient` in a container, as a singleton that closes when it is unbound.
 *
 * @param input - nothing (the configuration bound in the container, or else found from the working directory), options
 * (they win over every other source), a function that fills options in, a `Configuration`, or the application's own
 * convict instance
 * @param registration - another section, and a name for more than one client in a container
 * @returns the container
 * @throws ConfigurationError naming everything that is wrong, where it came from and what to do; or with code
 * `already_registered`
 *
 * @example
 * ```ts
 * import { addCivitaiApi, CivitaiClient, loadConfiguration } from '@civitkit/core';
 * import { Container } from 'inversify';
 *
 * const container = new Container();
 * addCivitaiApi(container); // appsettings.json, environment, secrets
 * addCivitaiApi(container, loadConfiguration(), { section: 'Studio', name: 'studio' });
 * const civitai = container.get(CivitaiClient);
 * const studio = container.get(CivitaiClient, { name: 'studio' });
 * console.log(civitai !== studio);
 * await container.unbindAllAsync(); // closes both
 * ```
 */
export function addCivitaiApi<C extends ContainerLike>(
  container: C,
  input?: RegistrationInput<CivitaiApiOptions>,
  registration: ClientRegistration = {},
): C {
  refuseSecond(container, [CivitaiClient, coreTokens.settings], 'addCivitaiApi', registration.name);
  const resolved = resolveCivitaiSettings(input, registration, () => configurationOf(container, civitaiApiSection));
  container.load(moduleOf(resolved, registration) as never);
  return container;
}
