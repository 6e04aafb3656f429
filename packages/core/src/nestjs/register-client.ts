import { randomUUID } from 'node:crypto';
import type { DynamicModule, FactoryProvider, InjectionToken, Provider } from '@nestjs/common';
import { type Configuration, isConfiguration } from '../configuration/configuration.js';
import type { RegistrationInput } from '../configuration/registration-input.js';
import { coreTokens } from '../container/tokens.js';
import type { ClientDefinition, ModuleClient } from './client-definition.js';
import type { ClientModuleAsyncOptions, ClientModuleOptions, InjectedToken } from './client-module-options.js';
import { ClientRegistry, ClientRegistryModule } from './client-registry.js';
import { collectParts, partInjections } from './injected-parts.js';
import { type OptionsSource, optionsSource } from './options-source.js';
import { shareConfiguration } from './shared-configuration.js';

/**
 * Makes the NestJS module of a client: for modules such as `CivitaiModule`. What is wrong with the settings shows when the
 * application starts, as a `ConfigurationError`.
 *
 * @param input - options, a function that fills them in, a `Configuration`, or a convict instance; nothing means the
 * configuration that another client was given or that the application provides as `coreTokens.configuration`, or else the
 * one found from the working directory
 */
export function registerClient<O extends object, S, C extends ModuleClient>(
  definition: ClientDefinition<O, S, C>,
  input: RegistrationInput<O> | undefined,
  options: ClientModuleOptions = {},
): DynamicModule {
  // A client with a name does not speak for the application.
  const shared = isConfiguration(input) && options.name === undefined ? [shareConfiguration(input)] : [];
  const source: OptionsSource = { inject: [], providers: [], read: () => input };
  return moduleOf(definition, options, `${definition.moduleName}.forRoot`, source, shared);
}

/**
 * The same for options that come from providers.
 *
 * @throws TypeError unless it is exactly one of `useFactory`, `useClass` and `useExisting`
 */
export function registerClientAsync<
  O extends object,
  S,
  C extends ModuleClient,
  F,
  const T extends readonly InjectedToken[],
>(definition: ClientDefinition<O, S, C>, options: ClientModuleAsyncOptions<O, F, T>): DynamicModule {
  const call = `${definition.moduleName}.forRootAsync`;
  return moduleOf(definition, options, call, optionsSource(options, call, definition.factoryMethod), []);
}

function moduleOf<O extends object, S, C extends ModuleClient>(
  definition: ClientDefinition<O, S, C>,
  options: ClientModuleOptions,
  call: string,
  source: OptionsSource,
  shared: readonly DynamicModule[],
): DynamicModule {
  const { extraProviders = [], imports = [], isGlobal = false, name } = options;
  const client = definition.clientToken(name);
  // Where Nest tells modules apart by what is in them, two registrations would else pass for one.
  const registration = { id: randomUUID() };
  const identity: Provider = { provide: 'civitkit registration', useValue: registration.id };
  const indicator: Provider = {
    provide: definition.indicatorToken(name),
    useFactory: (built: C) => new definition.indicator(built),
    inject: [client],
  };
  return {
    module: definition.module,
    global: isGlobal,
    imports: [ClientRegistryModule, ...shared, ...imports],
    providers: [
      ...source.providers,
      ...extraProviders,
      identity,
      clientProvider(definition, options, call, source, registration),
      indicator,
    ],
    exports: [client, indicator.provide],
  };
}

/** Everything happens in this one provider, so that a test that overrides it needs no settings. */
function clientProvider<O extends object, S, C extends ModuleClient>(
  definition: ClientDefinition<O, S, C>,
  options: ClientModuleOptions,
  call: string,
  { inject, read }: OptionsSource,
  registration: object,
): FactoryProvider<C> {
  const { name, section } = options;
  const token = definition.clientToken(name);
  const parts = partInjections(definition.credentialToken(name));
  const make = (
    input: RegistrationInput<O> | undefined,
    registry: ClientRegistry,
    shared: Configuration | undefined,
    injected: readonly unknown[],
  ): C => {
    registry.refuseSecond(token, registration, call, name);
    const logContext = name === undefined ? definition.logContext : `${definition.logContext}:${name}`;
    const collected = collectParts(options, injected, logContext);
    const hasProvider = collected.credential !== undefined;
    const resolved = definition.resolve(
      input,
      { section, name },
      (schema) => shared ?? registry.configuration(schema),
      { hasProvider },
    );
    const client = definition.build(resolved, { ...collected, section, name });
    registry.add(token, registration, client);
    return client;
  };
  return {
    provide: token,
    inject: [
      ClientRegistry,
      { token: coreTokens.configuration as InjectionToken, optional: true },
      ...parts,
      ...inject,
    ],
    useFactory: async (
      registry: ClientRegistry,
      shared: Configuration | undefined,
      ...rest: readonly unknown[]
    ): Promise<C> => {
      const input = await read(...rest.slice(parts.length));
      return make(input as RegistrationInput<O> | undefined, registry, shared, rest.slice(0, parts.length));
    },
  };
}
