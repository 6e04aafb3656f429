import type { ClientRegistration, ContainerLike, RegistrationInput } from '@civitkit/core';
import { configurationOf, refuseSecond } from '@civitkit/core/internal';
import type { ModelsLabOptions } from '../modelslab/configuration/modelslab-settings.js';
import { resolveModelsLabSettings } from '../modelslab/create-modelslab-client.js';
import { ModelsLabClient } from '../modelslab/modelslab-client.js';
import { modelsLabModuleOf } from './modelslab-module.js';
import { modelsLabTokens } from './modelslab-tokens.js';

/**
 * Registers `ModelsLabClient` in a container, as a singleton that closes when it is unbound. The key is mandatory and
 * checked here, so that a service without one fails when it starts; a credential provider that is bound before
 * (`modelsLabTokens.credential`) takes its place.
 *
 * @param input - nothing (the configuration bound in the container, or else found from the working directory), options
 * (they win over every other source), a function that fills options in, a `Configuration`, or the application's own
 * convict instance
 * @returns the container
 * @throws ConfigurationError naming everything that is wrong; without a key, every place that was looked at; or with
 * code `already_registered`
 *
 * @example
 * ```ts
 * import { addCivitaiApi } from '@civitkit/core';
 * import { addModelsLabApi, ModelsLabClient } from '@civitkit/sdk/modelslab';
 * import { Container } from 'inversify';
 *
 * const container = new Container();
 * addCivitaiApi(container);
 * addModelsLabApi(container); // the same configuration, section ModelsLab
 * const modelsLab = container.get(ModelsLabClient);
 * ```
 */
export function addModelsLabApi<C extends ContainerLike>(
  container: C,
  input?: RegistrationInput<ModelsLabOptions>,
  registration: ClientRegistration = {},
): C {
  refuseSecond(container, [ModelsLabClient, modelsLabTokens.settings], 'addModelsLabApi', registration.name);
  const { name } = registration;
  const hasProvider = container.isBound(
    modelsLabTokens.credential as never,
    (name === undefined ? undefined : { name }) as never,
  );
  const resolved = resolveModelsLabSettings(input, registration, (section) => configurationOf(container, section), {
    hasProvider,
  });
  container.load(modelsLabModuleOf(resolved, registration) as never);
  return container;
}
