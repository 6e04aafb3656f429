import { CivitaiClient } from './civitai-client.js';
import { bindSection } from './configuration/binding/bind-section.js';
import { civitaiApiSection } from './configuration/civitai-api-section.js';
import type { CivitaiApiOptions, CivitaiApiSettings } from './configuration/client-settings.js';
import type { Configuration } from './configuration/configuration.js';
import { siteLimits } from './configuration/known-limits.js';
import { loadConfiguration } from './configuration/load-configuration.js';
import { type RegistrationInput, resolveInput } from './configuration/registration-input.js';
import { type ClientParts, createPipeline, type OwnedPipeline } from './create-pipeline.js';
import { ReloadedKeyProvider } from './credentials/reloaded-key-provider.js';
import { version } from './version.js';

/** Which part of the configuration is meant. */
export interface ClientRegistration {
  /** Name of the section. Default: `CivitaiApi`. */
  readonly section?: string | undefined;
  /**
   * Name of the client, for more than one account in a process. A named client takes `CIVITAI_API_KEY` only when its
   * section has no key.
   */
  readonly name?: string | undefined;
}

/** {@link ClientRegistration} and replaced parts, for a client without a container. */
export interface CreateClientOptions extends ClientRegistration, ClientParts {}

/** A client's checked settings and the configuration they came from. */
export interface ResolvedSettings<S> {
  readonly settings: S;
  readonly configuration: Configuration;
  /** The options that won over it. */
  readonly explicit?: object | undefined;
}

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
  { section, name }: ClientRegistration,
  loadDefault: () => Configuration,
): ResolvedSettings<CivitaiApiSettings> {
  const { configuration, explicit } = resolveInput(input, loadDefault);
  const settings = bindSection(configuration, civitaiApiSection, { section, name, explicit });
  return { settings, configuration, explicit };
}

/**
 * Builds the client from checked settings.
 *
 * @throws ConfigurationError when `ReloadOnChange` is on and there is nothing that could be read again
 */
export function buildCivitaiClient(
  { settings, configuration, explicit }: ResolvedSettings<CivitaiApiSettings>,
  parts: ClientParts & ClientRegistration,
): CivitaiClient {
  const { apiKey, apiVersion, baseUrl, reloadOnChange } = settings;
  const { logger, name, section } = parts;
  // A provider of the user's own takes the key's place, so there is nothing to watch for.
  const reloaded =
    reloadOnChange && parts.credential === undefined
      ? new ReloadedKeyProvider({
          schema: civitaiApiSection,
          keyField: 'ApiKey',
          keyOf: (current) => current.apiKey,
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
        rootUrl: `${baseUrl}/api/${apiVersion}`,
        product: `civitkit-core/${version}`,
        credential: reloaded ?? apiKey,
        knownLimits: siteLimits,
        credentialHelp:
          'Create a key under "API Keys" at https://civitai.com/user/account and set it as CIVITAI_API_KEY, as ' +
          `${section ?? civitaiApiSection.name}:ApiKey (appsettings.json, user secrets), or as options.apiKey.`,
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
  return new CivitaiClient({ ...owned, close });
}
