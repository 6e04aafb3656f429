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
import { version } from '../version.js';
import {
  keyOrigin,
  modelsLabLimits,
  modelsLabSection,
  modelsLabSectionBesideProvider,
} from './configuration/modelslab-section.js';
import type { ModelsLabOptions, ModelsLabSettings } from './configuration/modelslab-settings.js';
import { ModelsLabClient } from './modelslab-client.js';

/**
 * Makes a ModelsLab client without a container: for scripts and command-line tools.
 *
 * @param input - options, a function that fills them in, a `Configuration`, or the application's convict instance;
 * nothing means the configuration found from the working directory. Options win over every other source.
 * @throws ConfigurationError naming everything that is wrong, where it came from and what to do; without a key, every
 * place that was looked at
 *
 * @example
 * ```ts
 * import { createModelsLabClient } from '@civitkit/sdk/modelslab/client';
 *
 * using modelsLab = createModelsLabClient(); // MODELSLAB_API_KEY, appsettings.json, user secrets
 * const result = await modelsLab.images.text2img({ model_id: 'flux', prompt: 'a lighthouse at dusk' });
 * for (const output of result.outputs) console.log(output);
 * ```
 */
export function createModelsLabClient(
  input?: RegistrationInput<ModelsLabOptions>,
  options: CreateClientOptions = {},
): ModelsLabClient {
  return buildModelsLabClient(
    resolveModelsLabSettings(input, options, (section) => loadConfiguration({ sections: [section] }), {
      hasProvider: options.credential !== undefined,
    }),
    options,
  );
}

/** Turns what a registration accepts into checked settings. Beside a provider, the key may be missing. */
export function resolveModelsLabSettings(
  input: RegistrationInput<ModelsLabOptions> | undefined,
  registration: ClientRegistration,
  loadDefault: (section: SectionSchema<ModelsLabSettings>) => Configuration,
  { hasProvider }: { readonly hasProvider: boolean },
): ResolvedSettings<ModelsLabSettings> {
  const schema = hasProvider ? modelsLabSectionBesideProvider : modelsLabSection;
  return resolveSettings(schema, input, registration, () => loadDefault(schema));
}

/**
 * Builds the client from checked settings.
 *
 * @throws ConfigurationError when `ReloadOnChange` is on and there is nothing that could be read again
 */
export function buildModelsLabClient(
  resolved: ResolvedSettings<ModelsLabSettings>,
  parts: ClientParts & ClientRegistration,
): ModelsLabClient {
  const { settings } = resolved;
  const owned = createKeyedPipeline(
    resolved,
    { schema: modelsLabSection, field: 'ApiKey', of: ({ apiKey }) => apiKey, origin: keyOrigin },
    {
      rootUrl: settings.baseUrl,
      product: `civitkit-modelslab/${version}`,
      knownLimits: modelsLabLimits,
      authentication: 'required',
    },
    parts,
  );
  return new ModelsLabClient(owned, settings, {
    clock: parts.clock ?? systemClock,
    random: parts.random ?? Math.random,
  });
}
