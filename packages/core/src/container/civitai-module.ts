import { ContainerModule } from 'inversify';
import type { CacheStore } from '../caching/cache-store.js';
import { CivitaiClient } from '../civitai-client.js';
import type { CivitaiApiOptions, CivitaiApiSettings } from '../configuration/client-settings.js';
import type { Configuration } from '../configuration/configuration.js';
import { loadConfiguration } from '../configuration/load-configuration.js';
import type { RegistrationInput } from '../configuration/registration-input.js';
import {
  buildCivitaiClient,
  type ClientRegistration,
  type ResolvedSettings,
  resolveCivitaiSettings,
} from '../create-civitai-client.js';
import type { Logger } from '../observability/logger.js';
import type { CircuitStore } from '../pacing/circuit-store.js';
import type { RateLimiter } from '../pacing/rate-limiter.js';
import type { Clock } from '../transport/clock.js';
import type { CredentialProvider } from '../transport/credential.js';
import type { HttpTransport } from '../transport/http-transport.js';
import type { Middleware } from '../transport/middleware.js';
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
  { settings, configuration, explicit }: ResolvedSettings<CivitaiApiSettings>,
  { name, section }: ClientRegistration,
): ContainerModule {
  return new ContainerModule(({ bind, isBound }) => {
    if (!isBound(coreTokens.configuration))
      bind<Configuration>(coreTokens.configuration).toConstantValue(configuration);
    const settingsBinding = bind<CivitaiApiSettings>(coreTokens.settings).toConstantValue(settings);
    const clientBinding = bind(CivitaiClient)
      .toResolvedValue(
        (
          resolved: CivitaiApiSettings,
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
          buildCivitaiClient(
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
          name === undefined ? coreTokens.settings : { serviceIdentifier: coreTokens.settings, name },
          { serviceIdentifier: coreTokens.credential, ...(name === undefined ? {} : { name }), optional: true },
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
