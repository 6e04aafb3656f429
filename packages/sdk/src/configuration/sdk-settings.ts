import type { ClientOptions, ClientSettings, Secret } from '@civitkit/core';

/**
 * Explicit options of the generation API; they win over every other source.
 *
 * @example
 * ```ts
 * import type { CivitaiSdkOptions } from '@civitkit/sdk';
 *
 * const options: CivitaiSdkOptions = { apiToken: process.env['STUDIO_TOKEN'], timeoutSeconds: 900 };
 * ```
 */
export interface CivitaiSdkOptions extends ClientOptions {
  /**
   * API key or OAuth access token. There is no anonymous access to this API; a credential provider of the application's own
   * (`sdkTokens.credential`, or `credential` without a container) takes its place.
   */
  apiToken?: string | Secret | undefined;
}

/** {@link CivitaiSdkOptions}, complete and checked. Deeply frozen. */
export interface CivitaiSdkSettings extends ClientSettings {
  /** `null` only beside a credential provider of the application's own. With `reloadOnChange`, the token in the beginning. */
  readonly apiToken: Secret | null;
}
