import { tokenFor } from '@civitkit/core/nestjs';
import { Inject, type InjectionToken } from '@nestjs/common';
import { sdkTokens } from '../container/tokens.js';
import { OrchestrationClient } from '../orchestration-client.js';
import { OrchestrationHealthIndicator } from './orchestration-health-indicator.js';

/** The token of a client: the class without a name. For `overrideProvider`, `moduleRef.get` and factories. */
export function getOrchestrationToken(name?: string): InjectionToken<OrchestrationClient> {
  return tokenFor(OrchestrationClient, '@civitkit/sdk/OrchestrationClient', name);
}

/** The token of a credential provider for a client: `sdkTokens.credential` without a name. */
export function getOrchestrationCredentialToken(name?: string): InjectionToken {
  return tokenFor(sdkTokens.credential as InjectionToken, '@civitkit/sdk/OrchestrationClient/credential', name);
}

/** The token of a client's health indicator: the class `OrchestrationHealthIndicator` without a name. */
export function getOrchestrationHealthToken(name?: string): InjectionToken<OrchestrationHealthIndicator> {
  return tokenFor(OrchestrationHealthIndicator, '@civitkit/sdk/OrchestrationClient/health', name);
}

/**
 * Injects a client; one with a name has no class of its own to be injected by. Exported as `InjectCivitai` too.
 *
 * @example
 * ```ts
 * import type { OrchestrationClient } from '@civitkit/sdk/client';
 * import { InjectOrchestration } from '@civitkit/sdk/nestjs';
 * import { Injectable } from '@nestjs/common';
 *
 * @Injectable()
 * export class Studio {
 *   constructor(@InjectOrchestration('studio') generation: OrchestrationClient) {
 *     console.log(generation.health());
 *   }
 * }
 * ```
 */
export function InjectOrchestration(name?: string): PropertyDecorator & ParameterDecorator {
  return Inject(getOrchestrationToken(name));
}
