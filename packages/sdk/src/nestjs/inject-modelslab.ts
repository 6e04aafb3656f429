import { tokenFor } from '@civitkit/core/nestjs';
import { Inject, type InjectionToken } from '@nestjs/common';
import { modelsLabTokens } from '../container/modelslab-tokens.js';
import { ModelsLabClient } from '../modelslab/modelslab-client.js';
import { ModelsLabHealthIndicator } from './modelslab-health-indicator.js';

/** The token of a client: the class without a name. For `overrideProvider`, `moduleRef.get` and factories. */
export function getModelsLabToken(name?: string): InjectionToken<ModelsLabClient> {
  return tokenFor(ModelsLabClient, '@civitkit/sdk/ModelsLabClient', name);
}

/** The token of a credential provider for a client: `modelsLabTokens.credential` without a name. */
export function getModelsLabCredentialToken(name?: string): InjectionToken {
  return tokenFor(modelsLabTokens.credential as InjectionToken, '@civitkit/sdk/ModelsLabClient/credential', name);
}

/** The token of a client's health indicator: the class `ModelsLabHealthIndicator` without a name. */
export function getModelsLabHealthToken(name?: string): InjectionToken<ModelsLabHealthIndicator> {
  return tokenFor(ModelsLabHealthIndicator, '@civitkit/sdk/ModelsLabClient/health', name);
}

/** Injects a client; one with a name has no class of its own to be injected by. */
export function InjectModelsLab(name?: string): PropertyDecorator & ParameterDecorator {
  return Inject(getModelsLabToken(name));
}
