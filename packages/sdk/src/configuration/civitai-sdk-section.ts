import type { SectionSchema } from '@civitkit/core';
import { clientFields, plainHttpProblem } from '@civitkit/core/internal';
import type { CivitaiSdkSettings } from './sdk-settings.js';

const token = {
  doc: 'API token; the generation API has no anonymous access.',
  kind: 'secret',
  aliases: ['CIVITAI_API_KEY', 'CIVITAI_API_TOKEN', 'CIVITAI_TOKEN'],
  // One key opens both APIs, so a service that configured the site client has configured this one.
  fallbacks: ['CivitaiApi:ApiKey'],
} as const;

/** The section `CivitaiSdk`: the settings of the generation API. */
export const civitaiSdkSection: SectionSchema<CivitaiSdkSettings> = {
  name: 'CivitaiSdk',
  fields: {
    ...clientFields({
      baseUrl: 'https://orchestration.civitai.com',
      apiVersion: 'v2',
      timeoutSeconds: 600,
      maxTimeoutSeconds: 1800,
    }),
    ApiToken: {
      ...token,
      required: {
        remedy:
          'Create a key under "API Keys" at https://civitai.com/user/account and set it as CIVITAI_API_KEY, as ' +
          'CivitaiSdk:ApiToken (appsettings.json, user secrets), or as options.apiToken.',
      },
    },
  },
  check: (settings) => plainHttpProblem(settings, settings.apiToken),
};

/** The same where a credential provider of the application's own takes the token's place. */
export const sectionBesideProvider: SectionSchema<CivitaiSdkSettings> = {
  ...civitaiSdkSection,
  fields: { ...civitaiSdkSection.fields, ApiToken: { ...token, default: null } },
};
