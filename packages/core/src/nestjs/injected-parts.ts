import { type InjectionToken, Logger as NestLogger } from '@nestjs/common';
import { coreTokens } from '../container/tokens.js';
import type { ClientParts } from '../create-pipeline.js';
import type { CredentialProvider } from '../transport/credential.js';
import type { Middleware } from '../transport/middleware.js';
import type { ClientModuleOptions } from './client-module-options.js';

/** Under these tokens an application can provide parts of its clients. */
const partTokens = {
  transport: coreTokens.transport,
  logger: coreTokens.logger,
  clock: coreTokens.clock,
  random: coreTokens.random,
  cacheStore: coreTokens.cacheStore,
  rateLimiter: coreTokens.rateLimiter,
  circuitStore: coreTokens.circuitStore,
} as const;
type PartName = keyof typeof partTokens;
const partNames = Object.keys(partTokens) as readonly PartName[];

/** What a client's provider asks for to be given to {@link collectParts}, in the same order. */
export function partInjections(credentialToken: InjectionToken): { token: InjectionToken; optional: boolean }[] {
  const tokens = [credentialToken, coreTokens.middleware, ...partNames.map((name) => partTokens[name])];
  return tokens.map((token) => ({ token: token as InjectionToken, optional: true }));
}

/** A client's parts: those of the options, else those that were injected. */
export function collectParts(
  options: ClientModuleOptions,
  [credential, middleware, ...others]: readonly unknown[],
  logContext: string,
): ClientParts {
  const injected = Object.fromEntries(partNames.map((name, index) => [name, others[index]])) as Pick<
    ClientParts,
    PartName
  >;
  const { clock, random, transport, cacheStore, rateLimiter, circuitStore, onCircuitChange } = options;
  return {
    credential: options.credential ?? (credential as CredentialProvider | undefined),
    middleware: options.middleware ?? listOf(middleware as Middleware | readonly Middleware[] | undefined),
    logger: options.logger === false ? undefined : (options.logger ?? injected.logger ?? new NestLogger(logContext)),
    transport: transport ?? injected.transport,
    clock: clock ?? injected.clock,
    random: random ?? injected.random,
    cacheStore: cacheStore ?? injected.cacheStore,
    rateLimiter: rateLimiter ?? injected.rateLimiter,
    circuitStore: circuitStore ?? injected.circuitStore,
    onCircuitChange,
  };
}

/** Nest has no multi-providers: one value, or a list of them. */
function listOf<T>(value: T | readonly T[] | undefined): readonly T[] | undefined {
  if (value === undefined) return undefined;
  return Array.isArray(value) ? (value as readonly T[]) : [value as T];
}
