import {
  type CacheStore,
  type CircuitStore,
  type ClientRegistration,
  type Clock,
  type Configuration,
  type CredentialProvider,
  coreTokens,
  type HttpTransport,
  type Logger,
  loadConfiguration,
  type Middleware,
  type RateLimiter,
  type RegistrationInput,
} from '@civitkit/core';
import { ContainerModule } from 'inversify';
import { civitaiSdkSection } from '../configuration/civitai-sdk-section.js';
import type { CivitaiSdkOptions, CivitaiSdkSettings } from '../configuration/sdk-settings.js';
import {
  buildOrchestrationClient,
  type ResolvedSdkSettings,
  resolveSdkSettings,
} from '../create-orchestration-client.js';
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
    resolveSdkSettings(input, registration, () => loadConfiguration({ sections: [civitaiSdkSection] })),
    registration,
  );
}

/** The module for settings that are already resolved. */
export function moduleOf(
  { settings, configuration, explicit }: ResolvedSdkSettings,
  { name, section }: ClientRegistration,
): ContainerModule {
  return new ContainerModule(({ bind, isBound }) => {
    if (!isBound(coreTokens.configuration))
      bind<Configuration>(coreTokens.configuration).toConstantValue(configuration);
    const settingsBinding = bind<CivitaiSdkSettings>(sdkTokens.settings).toConstantValue(settings);
    const clientBinding = bind(OrchestrationClient)
      .toResolvedValue(
        (
          resolved: CivitaiSdkSettings,
          credential: CredentialProvider | undefined,
          transport: HttpTransport | undefined,
          middleware: Middleware[],
          logger: Logger | undefined,
          clock: Clock | undefined,
          random: (() => number) | undefined,
          cacheStore: CacheStore | undefined,
          rateLimiter: RateLimiter | undefined,
          circuitStore: CircuitStore | undefined,
        ) =>
          buildOrchestrationClient(
            { settings: resolved, configuration, explicit },
            {
              section,
              name,
              credential,
              transport,
              middleware,
              logger,
              clock,
              random,
              cacheStore,
              rateLimiter,
              circuitStore,
            },
          ),
        [
          name === undefined ? sdkTokens.settings : { serviceIdentifier: sdkTokens.settings, name },
          { serviceIdentifier: sdkTokens.credential, ...(name === undefined ? {} : { name }), optional: true },
          { serviceIdentifier: coreTokens.transport, optional: true },
          { serviceIdentifier: coreTokens.middleware, isMultiple: true },
          { serviceIdentifier: coreTokens.logger, optional: true },
          { serviceIdentifier: coreTokens.clock, optional: true },
          { serviceIdentifier: coreTokens.random, optional: true },
          { serviceIdentifier: coreTokens.cacheStore, optional: true },
          { serviceIdentifier: coreTokens.rateLimiter, optional: true },
          { serviceIdentifier: coreTokens.circuitStore, optional: true },
        ],
      )
      .inSingletonScope()
      .onDeactivation((client) => {
        client.close();
      });
    if (name === undefined) {
      // Beside named registrations, an unconstrained one would make their requests ambiguous.
      settingsBinding.whenDefault();
      clientBinding.whenDefault();
    } else {
      settingsBinding.whenNamed(name);
      clientBinding.whenNamed(name);
    }
  });
}
