import {
  type ClientParts,
  type ClientRegistration,
  type Configuration,
  type CreateClientOptions,
  loadConfiguration,
  type RegistrationInput,
  type SectionSchema,
  systemClock,
} from '@civitkit/core/client';
import { createKeyedPipeline, type ResolvedSettings, resolveSettings } from '@civitkit/core/internal';
import { civitaiSdkSection, sectionBesideProvider } from './configuration/civitai-sdk-section.js';
import { generationLimits } from './configuration/generation-limits.js';
import type { CivitaiSdkOptions, CivitaiSdkSettings } from './configuration/sdk-settings.js';
import { OrchestrationClient } from './orchestration-client.js';
import { version } from './version.js';

/**
 * Makes a client without a container: for scripts and command-line tools.
 *
 * @param input - options, a function that fills them in, a `Configuration`, or the application's convict instance;
 * nothing means the configuration found from the working directory. Options win over every other source.
 * @throws ConfigurationError naming everything that is wrong, where it came from and what to do; without a token, every
 * place that was looked at
 *
 * @example
 * ```ts
 * import { createOrchestrationClient, steps } from '@civitkit/sdk/client';
 *
 * using generation = createOrchestrationClient({ apiToken: process.env['STUDIO_TOKEN'] });
 * const workflow = await generation.run({ steps: [steps.textToImage({ prompt: 'a lighthouse at dusk' })] });
 * console.log(workflow.id, workflow.status);
 * ```
 */
export function createOrchestrationClient(
  input?: RegistrationInput<CivitaiSdkOptions>,
  options: CreateClientOptions = {},
): OrchestrationClient {
  return buildOrchestrationClient(
    resolveSdkSettings(input, options, (section) => loadConfiguration({ sections: [section] }), {
      hasProvider: options.credential !== undefined,
    }),
    options,
  );
}

/** Turns what a registration accepts into checked settings. Beside a provider, the token may be missing. */
export function resolveSdkSettings(
  input: RegistrationInput<CivitaiSdkOptions> | undefined,
  registration: ClientRegistration,
  loadDefault: (section: SectionSchema<CivitaiSdkSettings>) => Configuration,
  { hasProvider }: { readonly hasProvider: boolean },
): ResolvedSettings<CivitaiSdkSettings> {
  const schema = hasProvider ? sectionBesideProvider : civitaiSdkSection;
  return resolveSettings(schema, input, registration, () => loadDefault(schema));
}

/**
 * Builds the client from checked settings.
 *
 * @throws ConfigurationError when `ReloadOnChange` is on and there is nothing that could be read again
 */
export function buildOrchestrationClient(
  resolved: ResolvedSettings<CivitaiSdkSettings>,
  parts: ClientParts & ClientRegistration,
): OrchestrationClient {
  const { apiVersion, baseUrl } = resolved.settings;
  const owned = createKeyedPipeline(
    resolved,
    { schema: civitaiSdkSection, field: 'ApiToken', of: ({ apiToken }) => apiToken },
    {
      rootUrl: `${baseUrl}/${apiVersion}`,
      product: `civitkit-sdk/${version}`,
      knownLimits: generationLimits,
      authentication: 'required',
    },
    parts,
  );
  return new OrchestrationClient(owned, { clock: parts.clock ?? systemClock, random: parts.random ?? Math.random });
}
