import type { SectionSchema } from '@civitkit/core/client';
import { pipelineFields, plainHttpProblem } from '@civitkit/core/internal';
import type { ModelsLabSettings } from './modelslab-settings.js';

const key = {
  doc: 'API key; there is no anonymous access.',
  kind: 'secret',
  aliases: ['MODELSLAB_API_KEY'],
} as const;

/** How to get a key; part of errors. */
export const keyOrigin = {
  create: 'Create a key at https://modelslab.com/dashboard/api-keys',
  variable: 'MODELSLAB_API_KEY',
} as const;

/** The section `ModelsLab`: the settings of the ModelsLab API. */
export const modelsLabSection: SectionSchema<ModelsLabSettings> = {
  name: 'ModelsLab',
  fields: {
    ...pipelineFields({
      baseUrl: 'https://modelslab.com/api',
      timeoutSeconds: 120,
      maxTimeoutSeconds: 1800,
    }),
    ApiKey: {
      ...key,
      required: {
        remedy:
          `${keyOrigin.create} and set it as ${keyOrigin.variable}, as ModelsLab:ApiKey (appsettings.json, user ` +
          'secrets), or as options.apiKey.',
      },
    },
    EnterpriseKey: {
      doc: 'Key of an enterprise deployment, where it differs from the API key.',
      kind: 'secret',
      default: null,
      aliases: ['MODELSLAB_ENTERPRISE_KEY'],
    },
    AgentToken: {
      doc: 'Login token of the control plane (agents); the API key does not open it.',
      kind: 'secret',
      default: null,
      aliases: ['MODELSLAB_AGENT_TOKEN'],
    },
    MaxUnfinishedJobs: {
      doc: 'How many jobs may be unfinished at a time; further ones wait for their turn.',
      kind: 'integer',
      default: 5,
      min: 1,
      max: 1000,
    },
  },
  check: (settings) => plainHttpProblem(settings, settings.apiKey ?? settings.enterpriseKey ?? settings.agentToken),
};

/** The same where a credential provider of the application's own takes the key's place. */
export const modelsLabSectionBesideProvider: SectionSchema<ModelsLabSettings> = {
  ...modelsLabSection,
  fields: { ...modelsLabSection.fields, ApiKey: { ...key, default: null } },
};

/** The first words of paths, as limits can be set for them; the documents name no numbers for most of them. */
export const modelsLabLimits = {
  v1: null,
  v3: null,
  v4: null,
  v5: null,
  v6: null,
  v7: null,
  agents: null,
  other: null,
} as const;
