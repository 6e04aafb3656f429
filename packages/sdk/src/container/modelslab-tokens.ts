import type { CredentialProvider } from '@civitkit/core';
import type { ServiceIdentifier } from 'inversify';
import type { ModelsLabSettings } from '../modelslab/configuration/modelslab-settings.js';

/**
 * What the container knows of ModelsLab besides `ModelsLabClient`. `credential` takes the place of the configured key.
 * Transport, middleware, logger, clock and the shared stores are `coreTokens`: they serve all clients.
 *
 * The symbols are shared by all copies of this package in a process.
 */
export const modelsLabTokens: {
  /** The checked settings, the keys as `Secret`s among them. */
  readonly settings: ServiceIdentifier<ModelsLabSettings>;
  readonly credential: ServiceIdentifier<CredentialProvider>;
} = {
  settings: Symbol.for('@civitkit/sdk/modelslab/settings'),
  credential: Symbol.for('@civitkit/sdk/modelslab/credential'),
};
