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
import type { CivitaiSdkOptions, CivitaiSdkSettings } from '../configuration/sdk-settings.js';
import { buildOrchestrationClient, resolveSdkSettings } from '../create-orchestration-client.js';
import type { OrchestrationClient } from '../orchestration-client.js';
import {
  getOrchestrationCredentialToken,
  getOrchestrationHealthToken,
  getOrchestrationToken,
} from './inject-orchestration.js';
import { OrchestrationHealthIndicator } from './orchestration-health-indicator.js';

/** Gives the options of `CivitaiSdkModule.forRootAsync({ useClass })` or `({ useExisting })`. */
export interface OrchestrationOptionsFactory {
  createOrchestrationOptions(): GivenOptions<CivitaiSdkOptions>;
}

/**
 * `OrchestrationClient` in a NestJS application: one for the whole application, closed when it has ended. The token is
 * mandatory, so an application without one does not start; a credential provider takes its place.
 *
 * Exported as `CivitaiModule` too; this name is for files that use both packages. Without settings of its own it shares the
 * configuration of the site's `CivitaiModule`. The client, and `OrchestrationHealthIndicator`, are injected by their classes;
 * those with a name by {@link InjectOrchestration} and {@link getOrchestrationHealthToken}.
 *
 * @example
 * ```ts
 * import { CivitaiModule } from '@civitkit/core/nestjs';
 * import { OrchestrationClient, steps } from '@civitkit/sdk/client';
 * import { CivitaiSdkModule } from '@civitkit/sdk/nestjs';
 * import { Injectable, Module } from '@nestjs/common';
 *
 * @Injectable()
 * class Studio {
 *   readonly #generation: OrchestrationClient;
 *   constructor(generation: OrchestrationClient) {
 *     this.#generation = generation;
 *   }
 *   async draw(prompt: string): Promise<string | null | undefined> {
 *     const { id } = await this.#generation.workflows.submit({ steps: [steps.textToImage({ prompt })] });
 *     return id;
 *   }
 * }
 *
 * @Module({ imports: [CivitaiModule.forRoot(), CivitaiSdkModule.forRoot()], providers: [Studio] })
 * export class AppModule {}
 * ```
 */
export class CivitaiSdkModule {
  /**
   * Registers a client.
   *
   * @param input - nothing (the configuration that another module was given or that the application provides, or else the
   * one found from the working directory), options (they win over every other source), a function that fills options in, a
   * `Configuration`, or the application's own convict instance. A `Configuration` serves the other modules too
   * @returns a module that cannot be started with wrong settings: the application rejects with a `ConfigurationError`
   */
  static forRoot(input?: RegistrationInput<CivitaiSdkOptions>, options?: ClientModuleOptions): DynamicModule {
    return registerClient(definition, input, options);
  }

  /**
   * Registers a client whose options come from providers, such as the `ConfigService` of `@nestjs/config`.
   *
   * @throws TypeError unless it is exactly one of `useFactory`, `useClass` and `useExisting`
   */
  static forRootAsync<const T extends readonly InjectedToken[] = readonly []>(
    options: ClientModuleAsyncOptions<CivitaiSdkOptions, OrchestrationOptionsFactory, T>,
  ): DynamicModule {
    return registerClientAsync(definition, options);
  }
}
Module({})(CivitaiSdkModule);

const definition: ClientDefinition<CivitaiSdkOptions, CivitaiSdkSettings, OrchestrationClient> = {
  module: CivitaiSdkModule,
  moduleName: 'CivitaiSdkModule',
  clientToken: getOrchestrationToken,
  credentialToken: getOrchestrationCredentialToken,
  indicatorToken: getOrchestrationHealthToken,
  logContext: 'CivitaiSdk',
  indicator: OrchestrationHealthIndicator,
  factoryMethod: 'createOrchestrationOptions',
  resolve: resolveSdkSettings,
  build: buildOrchestrationClient,
};
