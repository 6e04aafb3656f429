import type { ClientRegistration } from './configuration/client-registration.js';
import type { PipelineSettings } from './configuration/client-settings.js';
import type { ResolvedSettings } from './configuration/resolve-settings.js';
import type { SectionSchema } from './configuration/section-schema.js';
import { type ClientIdentity, type ClientParts, createPipeline, type OwnedPipeline } from './create-pipeline.js';
import { ReloadedKeyProvider } from './credentials/reloaded-key-provider.js';
import type { Secret } from './secrets/secret.js';

/** Where a client has its key. */
export interface ConfiguredKey<S> {
  readonly schema: SectionSchema<S>;
  /** The field of the key, such as `ApiKey`. */
  readonly field: string;
  readonly of: (settings: S) => Secret | null;
  /** How to get one, and its environment variable. Default: Civitai's. */
  readonly origin?: { readonly create: string; readonly variable: string };
}

const civitaiKeys = {
  create: 'Create a key under "API Keys" at https://civitai.com/user/account',
  variable: 'CIVITAI_API_KEY',
};

/**
 * Builds the pipeline of a client whose key is configured; with `ReloadOnChange` the key follows its files.
 *
 * @throws ConfigurationError when `ReloadOnChange` is on and there is nothing that could be read again
 */
export function createKeyedPipeline<S extends PipelineSettings>(
  { settings, configuration, explicit }: ResolvedSettings<S>,
  key: ConfiguredKey<S>,
  identity: Omit<ClientIdentity, 'credential' | 'credentialHelp'>,
  parts: ClientParts & ClientRegistration,
): OwnedPipeline {
  const { logger, name, section } = parts;
  // A provider of the user's own takes the key's place, so there is nothing to watch for.
  const reloaded =
    settings.reloadOnChange && parts.credential === undefined
      ? new ReloadedKeyProvider({
          schema: key.schema,
          keyField: key.field,
          keyOf: key.of,
          settings,
          configuration,
          explicit,
          section,
          name,
          logger,
        })
      : undefined;
  const credential = reloaded ?? key.of(settings);
  const { create, variable } = key.origin ?? civitaiKeys;
  const credentialHelp =
    `${create} and set it as ${variable}, as ${section ?? key.schema.name}:${key.field} (appsettings.json, user ` +
    `secrets), or as options.${key.field.charAt(0).toLowerCase()}${key.field.slice(1)}.`;
  let owned: OwnedPipeline;
  try {
    owned = createPipeline(settings, { ...identity, credential, credentialHelp }, parts);
  } catch (error) {
    reloaded?.close();
    throw error;
  }
  const close = (): void => {
    reloaded?.close();
    owned.close();
  };
  return { ...owned, close };
}
