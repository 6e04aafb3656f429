import type { ServiceIdentifier } from 'inversify';
import type { CivitaiSdkSettings } from '../configuration/sdk-settings.js';

/** What the container knows of the generation API. The symbols are shared by all copies of this package in a process. */
export const sdkTokens: {
  /** The checked settings, the token as a `Secret` among them. */
  readonly settings: ServiceIdentifier<CivitaiSdkSettings>;
} = {
  settings: Symbol.for('@civitkit/sdk/settings'),
};
