import { clientFields } from './client-fields.js';
import type { CivitaiApiSettings } from './client-settings.js';
import { siteLimits } from './known-limits.js';
import { plainHttpProblem } from './plain-http-problem.js';
import { rateBucketProblem } from './rate-buckets.js';
import type { SectionSchema } from './section-schema.js';

/** The section `CivitaiApi`: the settings of the site client. */
export const civitaiApiSection: SectionSchema<CivitaiApiSettings> = {
  name: 'CivitaiApi',
  fields: {
    ...clientFields({
      baseUrl: 'https://civitai.com',
      apiVersion: 'v1',
      timeoutSeconds: 30,
      maxTimeoutSeconds: 300,
    }),
    ApiKey: {
      doc: 'API key; without one the client is anonymous.',
      kind: 'secret',
      default: null,
      // The names that Civitai's documentation and other Civitai tools use.
      aliases: ['CIVITAI_API_KEY', 'CIVITAI_API_TOKEN', 'CIVITAI_TOKEN'],
    },
  },
  check: (settings) => plainHttpProblem(settings, settings.apiKey) ?? rateBucketProblem(settings.rateLimit, siteLimits),
};
