import type { RegistrationInput } from '@civitkit/core/client';
import {
  type ClientDefinition,
  type ClientModuleAsyncOptions,
  type ClientModuleOptions,
  type GivenOptions,
  type InjectedToken,
  registerClient,
  registerClientAsync,
} from '@civitkit/core/nestjs';
import { type DynamicModule, Module } from '@nestjs/common';
import type { ModelsLabOptions, ModelsLabSettings } from '../modelslab/configuration/modelslab-settings.js';
import { buildModelsLabClient, resolveModelsLabSettings } from '../modelslab/create-modelslab-client.js';
import type { ModelsLabClient } from '../modelslab/modelslab-client.js';
import { getModelsLabCredentialToken, getModelsLabHealthToken, getModelsLabToken } from './inject-modelslab.js';
import { ModelsLabHealthIndicator } from './modelslab-health-indicator.js';

/** Gives the options of `ModelsLabModule.forRootAsync({ useClass })` or `({ useExisting })`. */
export interface ModelsLabOptionsFactory {
  createModelsLabOptions(): GivenOptions<ModelsLabOptions>;
}

/**
 * `ModelsLabClient` in a NestJS application: one for the whole application, closed when it has ended. The key is mandatory,
 * so an application without one does not start; a credential provider takes its place.
 *
 * The client, and `ModelsLabHealthIndicator`, are injected by their classes; those with a name by {@link InjectModelsLab}
 * and {@link getModelsLabHealthToken}.
 *
 * @example
 * ```ts
 * import { ModelsLabModule } from '@civitkit/sdk/nestjs';
 * import { Module } from '@nestjs/common';
 *
 * @Module({ imports: [ModelsLabModule.forRoot({ maxUnfinishedJobs: 10 }, { isGlobal: true })] })
 * export class AppModule {}
 * ```
 */
export class ModelsLabModule {
  /**
   * Registers a client.
   *
   * @param input - nothing (the configuration that another module was given or that the application provides, or else the
   * one found from the working directory), options (they win over every other source), a function that fills options in, a
   * `Configuration`, or the application's own convict instance. A `Configuration` serves the other modules too
   * @returns a module that cannot be started with wrong settings: the application rejects with a `ConfigurationError`
   */
  static forRoot(input?: RegistrationInput<ModelsLabOptions>, options?: ClientModuleOptions): DynamicModule {
    return registerClient(definition, input, options);
  }

  /**
   * Registers a client whose options come from providers, such as the `ConfigService` of `@nestjs/config`.
   *
   * @throws TypeError unless it is exactly one of `useFactory`, `useClass` and `useExisting`
   */
  static forRootAsync<const T extends readonly InjectedToken[] = readonly []>(
    options: ClientModuleAsyncOptions<ModelsLabOptions, ModelsLabOptionsFactory, T>,
  ): DynamicModule {
    return registerClientAsync(definition, options);
  }
}
Module({})(ModelsLabModule);

const definition: ClientDefinition<ModelsLabOptions, ModelsLabSettings, ModelsLabClient> = {
  module: ModelsLabModule,
  moduleName: 'ModelsLabModule',
  clientToken: getModelsLabToken,
  credentialToken: getModelsLabCredentialToken,
  indicatorToken: getModelsLabHealthToken,
  logContext: 'ModelsLab',
  indicator: ModelsLabHealthIndicator,
  factoryMethod: 'createModelsLabOptions',
  resolve: resolveModelsLabSettings,
  build: buildModelsLabClient,
};
