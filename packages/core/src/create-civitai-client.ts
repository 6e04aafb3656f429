import { CivitaiClient } from './civitai-client.js';
import { civitaiApiSection } from './configuration/civitai-api-section.js';
import type { ClientRegistration } from './configuration/client-registration.js';
import type { CivitaiApiOptions, CivitaiApiSettings } from './configuration/client-settings.js';
import type { Configuration } from './configuration/configuration.js';
import { siteLimits } from './configuration/known-limits.js';
import { loadConfiguration } from './configuration/load-configuration.js';
import type { RegistrationInput } from './configuration/registration-input.js';
import { type ResolvedSettings, resolveSettings } from './configuration/resolve-settings.js';
import { createKeyedPipeline } from './create-keyed-pipeline.js';
import type { ClientParts } from './create-pipeline.js';
import { version } from './version.js';

/** {@link ClientRegistration} and replaced parts, for a client without a container. */
export interface CreateClientOptions extends ClientRegistration, ClientParts {}

/**
 * Makes a client without a container: for scripts and command-line tools.
 *
 * @param input - options, a function that fills them in, a `Configuration`, or the application's convict instance;
 * nothing means the configuration found from the working directory. Options win over every other source.
 * @throws ConfigurationError naming everything that is wrong, where it came from and what to do
 *
 * @example
 * ```ts
 * import { createCivitaiClient } from '@civitkit/core/client';
 *
 * using civitai = createCivitaiClient({ timeoutSeconds: 60 });
 * const page = await civitai.models.where({ tag: 'anime' }).page({ limit: 20 });
 * console.log(page.items.map((model) => model.name));
 * ```
 */
export function createCivitaiClient(
  input?: RegistrationInput<CivitaiApiOptions>,
  options: CreateClientOptions = {},
): CivitaiClient {
  const resolved = resolveCivitaiSettings(input, options, () => loadConfiguration());
  return buildCivitaiClient(resolved, options);
}

/** Turns what a registration accepts into checked settings. */
export function resolveCivitaiSettings(
  input: RegistrationInput<CivitaiApiOptions> | undefined,
  registration: ClientRegistration,
  loadDefault: () => Configuration,
): ResolvedSettings<CivitaiApiSettings> {
  return resolveSettings(civitaiApiSection, input, registration, loadDefault);
}

/**
 * Builds the client from checked settings.
 *
 * @throws ConfigurationError when `ReloadOnChange` is on and there is nothing that could be read again
 */
export function buildCivitaiClient(
  resolved: ResolvedSettings<CivitaiApiSettings>,
  parts: ClientParts & ClientRegistration,
): CivitaiClient {
  const { apiVersion, baseUrl } = resolved.settings;
  return new CivitaiClient(
    createKeyedPipeline(
      resolved,
      { schema: civitaiApiSection, field: 'ApiKey', of: ({ apiKey }) => apiKey },
      {
        rootUrl: `${baseUrl}/api/${apiVersion}`,
        product: `civitkit-core/${version}`,
        knownLimits: siteLimits,
      },
      parts,
    ),
  );
}
