import type { ContainerModuleLoadOptions, Newable, ServiceIdentifier } from 'inversify';
import type { CacheStore } from '../caching/cache-store.js';
import type { ClientRegistration } from '../configuration/client-registration.js';
import type { Configuration } from '../configuration/configuration.js';
import type { ResolvedSettings } from '../configuration/resolve-settings.js';
import type { ClientParts } from '../create-pipeline.js';
import type { Logger } from '../observability/logger.js';
import type { CircuitStore } from '../pacing/circuit-store.js';
import type { RateLimiter } from '../pacing/rate-limiter.js';
import type { Clock } from '../transport/clock.js';
import type { CredentialProvider } from '../transport/credential.js';
import type { HttpTransport } from '../transport/http-transport.js';
import type { Middleware } from '../transport/middleware.js';
import { coreTokens } from './tokens.js';

/** A client as a container gives it out. */
export interface ClientBinding<S extends object, C> {
  /** What applications resolve. */
  readonly client: Newable<C>;
  readonly settingsToken: ServiceIdentifier<S>;
  readonly credentialToken: ServiceIdentifier<CredentialProvider>;
  readonly resolved: ResolvedSettings<S>;
  readonly registration: ClientRegistration;
  readonly build: (resolved: ResolvedSettings<S>, parts: ClientParts & ClientRegistration) => C;
}

/**
 * Binds a client as a singleton that closes when it is unbound, its settings, and the configuration unless the container
 * has one. Its parts are those that the application has bound.
 */
export function bindClient<S extends object, C extends { close(): void }>(
  { bind, isBound }: Pick<ContainerModuleLoadOptions, 'bind' | 'isBound'>,
  { client, settingsToken, credentialToken, resolved, registration, build }: ClientBinding<S, C>,
): void {
  const { settings, configuration, explicit } = resolved;
  const { name, section } = registration;
  // The types of injection do not work out for a type parameter.
  const anySettings = settingsToken as ServiceIdentifier<object>;
  if (!isBound(coreTokens.configuration)) bind<Configuration>(coreTokens.configuration).toConstantValue(configuration);
  const settingsBinding = bind<S>(settingsToken).toConstantValue(settings);
  const clientBinding = bind<C>(client)
    .toResolvedValue(
      (
        bound: object,
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
        build(
          { settings: bound as S, configuration, explicit },
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
        name === undefined ? anySettings : { serviceIdentifier: anySettings, name },
        { serviceIdentifier: credentialToken, ...(name === undefined ? {} : { name }), optional: true },
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
    .onDeactivation((bound) => {
      bound.close();
    });
  if (name === undefined) {
    // Beside named registrations, an unconstrained one would make their requests ambiguous.
    settingsBinding.whenDefault();
    clientBinding.whenDefault();
  } else {
    settingsBinding.whenNamed(name);
    clientBinding.whenNamed(name);
  }
}
