import { type DynamicModule, Module } from '@nestjs/common';
import type { Configuration } from '../configuration/configuration.js';
import { coreTokens } from '../container/tokens.js';

/** Holds the configuration that an application has given to a client, for the clients that are given none. */
class SharedConfigurationModule {}
Module({})(SharedConfigurationModule);

/** A module of its own, because it is global where the client may not be. */
export function shareConfiguration(configuration: Configuration): DynamicModule {
  return {
    module: SharedConfigurationModule,
    global: true,
    providers: [{ provide: coreTokens.configuration, useFactory: () => configuration }],
    exports: [coreTokens.configuration],
  };
}
