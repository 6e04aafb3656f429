import { type DynamicModule, Module } from '@nestjs/common';
import type { CivitaiClient } from '../civitai-client.js';
import { civitaiApiSection } from '../configuration/civitai-api-section.js';
import type { CivitaiApiOptions, CivitaiApiSettings } from '../configuration/client-settings.js';
import type { RegistrationInput } from '../configuration/registration-input.js';
import { buildCivitaiClient, resolveCivitaiSettings } from '../create-civitai-client.js';
import type { ClientDefinition } from './client-definition.js';
import type {
  ClientModuleAsyncOptions,
  ClientModuleOptions,
  GivenOptions,
  InjectedToken,
} from './client-module-options.js';
import { CivitaiHealthIndicator } from './health/civitai-health-indicator.js';
import { getCivitaiCredentialToken, getCivitaiHealthToken, getCivitaiToken } from './inject-civitai.js';
import { registerClient, registerClientAsync } from './register-client.js';

/** Gives the options of `CivitaiModule.forRootAsync({ useClass })` or `({ useExisting })`. */
export interface CivitaiOptionsFactory {
  createCivitaiOptions(): GivenOptions<CivitaiApiOptions>;
}

/**
 * `CivitaiClient` in a NestJS application: one for the whole application, closed when it has ended.
 *
 * Settings are checked when the application starts. Nest's `Logger` gets the log lines unless told otherwise. The client,
 * and `CivitaiHealthIndicator`, are injected by their classes; those with a name by {@link InjectCivitai} and
 * {@link getCivitaiHealthToken}.
 *
 * @example
 * ```ts
 * import { CivitaiClient } from '@civitkit/core/client';
 * import { CivitaiModule } from '@civitkit/core/nestjs';
 * import { Injectable, Module } from '@nestjs/common';
 *
 * @Injectable()
 * class Catalogue {
 *   readonly #civitai: CivitaiClient;
 *   constructor(civitai: CivitaiClient) {
 *     this.#civitai = civitai;
 *   }
 *   async nameOf(modelId: number): Promise<string> {
 *     return (await this.#civitai.models.get(modelId)).name;
 *   }
 * }
 *
 * @Module({ imports: [CivitaiModule.forRoot()], providers: [Catalogue] })
 * export class AppModule {}
 * ```
 */
export class CivitaiModule {
  /**
   * Registers a client.
   *
   * @param input - nothing (the configuration that another module was given or that the application provides, or else the
   * one found from the working directory), options (they win over every other source), a function that fills options in, a
   * `Configuration`, or the application's own convict instance. A `Configuration` serves the other modules too
   * @returns a module that cannot be started with wrong settings: the application rejects with a `ConfigurationError`
   */
  static forRoot(input?: RegistrationInput<CivitaiApiOptions>, options?: ClientModuleOptions): DynamicModule {
    return registerClient(definition, input, options);
  }

  /**
   * Registers a client whose options come from providers, such as the `ConfigService` of `@nestjs/config`.
   *
   * @throws TypeError unless it is exactly one of `useFactory`, `useClass` and `useExisting`
   *
   * @example
   * ```ts
   * import { CivitaiModule } from '@civitkit/core/nestjs';
   * import { Module } from '@nestjs/common';
   * import { ConfigModule, ConfigService } from '@nestjs/config';
   *
   * @Module({
   *   imports: [
   *     CivitaiModule.forRootAsync({
   *       imports: [ConfigModule.forRoot()],
   *       inject: [ConfigService],
   *       useFactory: (config) => ({ apiKey: config.get<string>('STUDIO_KEY'), timeoutSeconds: 30 }),
   *     }),
   *   ],
   * })
   * export class AppModule {}
   * ```
   */
  static forRootAsync<const T extends readonly InjectedToken[] = readonly []>(
    options: ClientModuleAsyncOptions<CivitaiApiOptions, CivitaiOptionsFactory, T>,
  ): DynamicModule {
    return registerClientAsync(definition, options);
  }
}
Module({})(CivitaiModule);

const definition: ClientDefinition<CivitaiApiOptions, CivitaiApiSettings, CivitaiClient> = {
  module: CivitaiModule,
  moduleName: 'CivitaiModule',
  clientToken: getCivitaiToken,
  credentialToken: getCivitaiCredentialToken,
  indicatorToken: getCivitaiHealthToken,
  logContext: 'Civitai',
  indicator: CivitaiHealthIndicator,
  factoryMethod: 'createCivitaiOptions',
  resolve: (input, registration, loadDefault) =>
    resolveCivitaiSettings(input, registration, () => loadDefault(civitaiApiSection)),
  build: buildCivitaiClient,
};
