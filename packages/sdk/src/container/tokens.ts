import type { CredentialProvider } from '@civitkit/core';
import type { ServiceIdentifier } from 'inversify';
import type { CivitaiSdkSettings } from '../configuration/sdk-settings.js';

/**
 * What the container knows of the generation API besides `OrchestrationClient`. `credential` takes the place of the
 * configured token. Transport, middleware, logger, clock and the shared stores are `coreTokens`: they serve both clients.
 *
 * The symbols are shared by all copies of this package in a process.
 */
export const sdkTokens: {
  /** The checked settings, the token as a `Secret` among them. */
  readonly settings: ServiceIdentifier<CivitaiSdkSettings>;
  readonly credential: ServiceIdentifier<CredentialProvider>;
} = {
  settings: Symbol.for('@civitkit/sdk/settings'),
  credential: Symbol.for('@civitkit/sdk/credential'),
};
