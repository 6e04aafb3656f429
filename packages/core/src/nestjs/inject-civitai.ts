import { Inject, type InjectionToken } from '@nestjs/common';
import { CivitaiClient } from '../civitai-client.js';
import { coreTokens } from '../container/tokens.js';
import { tokenFor } from './client-token.js';
import { CivitaiHealthIndicator } from './health/civitai-health-indicator.js';

/** The token of a client: the class without a name. For `overrideProvider`, `moduleRef.get` and factories. */
export function getCivitaiToken(name?: string): InjectionToken<CivitaiClient> {
  return tokenFor(CivitaiClient, '@civitkit/core/CivitaiClient', name);
}

/** The token of a credential provider for a client: `coreTokens.credential` without a name. */
export function getCivitaiCredentialToken(name?: string): InjectionToken {
  return tokenFor(coreTokens.credential as InjectionToken, '@civitkit/core/CivitaiClient/credential', name);
}

/** The token of a client's health indicator: the class `CivitaiHealthIndicator` without a name. */
export function getCivitaiHealthToken(name?: string): InjectionToken<CivitaiHealthIndicator> {
  return tokenFor(CivitaiHealthIndicator, '@civitkit/core/CivitaiClient/health', name);
}

/**
 * Injects a client; one with a name has no class of its own to be injected by.
 *
 * @example
 * ```ts
 * import type { CivitaiClient } from '@civitkit/core/client';
 * import { InjectCivitai } from '@civitkit/core/nestjs';
 * import { Injectable } from '@nestjs/common';
 *
 * @Injectable()
 * export class Comparison {
 *   constructor(@InjectCivitai() mine: CivitaiClient, @InjectCivitai('studio') theirs: CivitaiClient) {
 *     console.log(mine.health(), theirs.health());
 *   }
 * }
 * ```
 */
export function InjectCivitai(name?: string): PropertyDecorator & ParameterDecorator {
  return Inject(getCivitaiToken(name));
}
