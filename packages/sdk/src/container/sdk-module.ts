import {
  type ClientRegistration,
  type Configuration,
  coreTokens,
  loadConfiguration,
  type RegistrationInput,
} from '@civitkit/core';
import { bindSection, resolveInput } from '@civitkit/core/internal';
import { ContainerModule } from 'inversify';
import { civitaiSdkSection } from '../configuration/civitai-sdk-section.js';
import type { CivitaiSdkOptions, CivitaiSdkSettings } from '../configuration/sdk-settings.js';
import { sdkTokens } from './tokens.js';

/**
 * The registration as a module, for applications that load and unload modules themselves. The settings are checked here.
 *
 * @throws ConfigurationError naming everything that is wrong; without a token, every place that was looked at
 *
 * @example
 * ```ts
 * import { createCivitaiSdkModule, sdkTokens } from '@civitkit/sdk';
 * import { Container } from 'inversify';
 *
 * const container = new Container();
 * container.load(createCivitaiSdkModule({ apiToken: process.env['STUDIO_TOKEN'] }));
 * console.log(container.get(sdkTokens.settings));
 * ```
 */
export function createCivitaiSdkModule(
  input?: RegistrationInput<CivitaiSdkOptions>,
  registration: ClientRegistration = {},
): ContainerModule {
  return moduleOf(input, registration, () => loadConfiguration({ sections: [civitaiSdkSection] }));
}

/** The module, with the configuration taken from `loadDefault` when `input` brings none. */
export function moduleOf(
  input: RegistrationInput<CivitaiSdkOptions> | undefined,
  { name, section }: ClientRegistration,
  loadDefault: () => Configuration,
): ContainerModule {
  const { configuration, explicit } = resolveInput(input, loadDefault);
  const settings = bindSection(configuration, civitaiSdkSection, { section, name, explicit });
  return new ContainerModule(({ bind, isBound }) => {
    if (!isBound(coreTokens.configuration))
      bind<Configuration>(coreTokens.configuration).toConstantValue(configuration);
    const binding = bind<CivitaiSdkSettings>(sdkTokens.settings).toConstantValue(settings);
    if (name === undefined) binding.whenDefault();
    else binding.whenNamed(name);
  });
}
