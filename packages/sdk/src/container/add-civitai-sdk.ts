import type { ClientRegistration, ContainerLike, RegistrationInput } from '@civitkit/core';
import { configurationOf, refuseSecond } from '@civitkit/core/internal';
import type { CivitaiSdkOptions } from '../configuration/sdk-settings.js';
import { resolveSdkSettings } from '../create-orchestration-client.js';
import { OrchestrationClient } from '../orchestration-client.js';
import { moduleOf } from './sdk-module.js';
import { sdkTokens } from './tokens.js';

/**
 * Registers `OrchestrationClient` in a container, as a singleton that closes when it is unbound. The token is mandatory
 * and checked here, so that a service without one fails when it starts; a credential provider that is bound before
 * (`sdkTokens.credential`) takes its place.
 *
 * Exported as `addCivitaiApi` too; this name is for files that use both packages.
 *
 * @param input - nothing (the configuration bound in the container, or else found from the working directory), options
 * (they win over every other source), a function that fills options in, a `Configuration`, or the application's own
 * convict instance
 * @returns the container
 * @throws ConfigurationError naming everything that is wrong; without a token, every place that was looked at; or with
 * code `already_registered`
 *
 * @example
 * ```ts
 * import { addCivitaiApi } from '@civitkit/core';
 * import { addCivitaiSdk, OrchestrationClient } from '@civitkit/sdk';
 * import { Container } from 'inversify';
 *
 * const container = new Container();
 * addCivitaiApi(container);
 * addCivitaiSdk(container); // the same configuration
 * const generation = container.get(OrchestrationClient);
 * ```
 */
export function addCivitaiSdk<C extends ContainerLike>(
  container: C,
  input?: RegistrationInput<CivitaiSdkOptions>,
  registration: ClientRegistration = {},
): C {
  refuseSecond(container, [OrchestrationClient, sdkTokens.settings], 'addCivitaiSdk', registration.name);
  const { name } = registration;
  const hasProvider = container.isBound(
    sdkTokens.credential as never,
    (name === undefined ? undefined : { name }) as never,
  );
  const resolved = resolveSdkSettings(input, registration, (section) => configurationOf(container, section), {
    hasProvider,
  });
  container.load(moduleOf(resolved, registration) as never);
  return container;
}
