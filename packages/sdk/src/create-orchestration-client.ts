import {
  type ClientParts,
  type ClientRegistration,
  type Configuration,
  type CreateClientOptions,
  loadConfiguration,
  type RegistrationInput,
  systemClock,
} from '@civitkit/core/client';
import {
  bindSection,
  createPipeline,
  type OwnedPipeline,
  ReloadedKeyProvider,
  resolveInput,
} from '@civitkit/core/internal';
import { civitaiSdkSection } from './configuration/civitai-sdk-section.js';
import { generationLimits } from './configuration/generation-limits.js';
import type { CivitaiSdkOptions, CivitaiSdkSettings } from './configuration/sdk-settings.js';
import { OrchestrationClient } from './orchestration-client.js';
import { version } from './version.js';

/** A client's checked settings and the configuration they came from. */
export interface ResolvedSdkSettings {
  readonly settings: CivitaiSdkSettings;
  readonly configuration: Configuration;
  /** The options that won over it. */
  readonly explicit?: object | undefined;
}

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
    resolveSdkSettings(input, options, () => loadConfiguration({ sections: [civitaiSdkSection] })),
    options,
  );
}

/** Turns what a registration accepts into checked settings. */
export function resolveSdkSettings(
  input: RegistrationInput<CivitaiSdkOptions> | undefined,
  { section, name }: ClientRegistration,
  loadDefault: () => Configuration,
): ResolvedSdkSettings {
  const { configuration, explicit } = resolveInput(input, loadDefault);
  const settings = bindSection(configuration, civitaiSdkSection, { section, name, explicit });
  return { settings, configuration, explicit };
}

/**
 * Builds the client from checked settings.
 *
 * @throws ConfigurationError when `ReloadOnChange` is on and there is nothing that could be read again
 */
export function buildOrchestrationClient(
  { settings, configuration, explicit }: ResolvedSdkSettings,
  parts: ClientParts & ClientRegistration,
): OrchestrationClient {
  const { apiToken, apiVersion, baseUrl, reloadOnChange } = settings;
  const { logger, name, section } = parts;
  // A provider of the user's own takes the token's place, so there is nothing to watch for.
  const reloaded =
    reloadOnChange && parts.credential === undefined
      ? new ReloadedKeyProvider({
          schema: civitaiSdkSection,
          keyField: 'ApiToken',
          keyOf: (current) => current.apiToken,
          settings,
          configuration,
          explicit,
          section,
          name,
          logger,
        })
      : undefined;
  let owned: OwnedPipeline;
  try {
    owned = createPipeline(
      settings,
      {
        rootUrl: `${baseUrl}/${apiVersion}`,
        product: `civitkit-sdk/${version}`,
        credential: reloaded ?? apiToken,
        knownLimits: generationLimits,
        credentialHelp:
          'Create a key under "API Keys" at https://civitai.com/user/account and set it as CIVITAI_API_KEY, as ' +
          `${section ?? civitaiSdkSection.name}:ApiToken (appsettings.json, user secrets), or as options.apiToken.`,
      },
      parts,
    );
  } catch (error) {
    reloaded?.close();
    throw error;
  }
  const close = (): void => {
    reloaded?.close();
    owned.close();
  };
  const clock = parts.clock ?? systemClock;
  return new OrchestrationClient({ ...owned, close }, { clock, random: parts.random ?? Math.random });
}
