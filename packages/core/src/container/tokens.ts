import type { ServiceIdentifier } from 'inversify';
import type { CacheStore } from '../caching/cache-store.js';
import type { CivitaiApiSettings } from '../configuration/client-settings.js';
import type { Configuration } from '../configuration/configuration.js';
import type { Logger } from '../observability/logger.js';
import type { CircuitStore } from '../pacing/circuit-store.js';
import type { RateLimiter } from '../pacing/rate-limiter.js';
import type { Clock } from '../transport/clock.js';
import type { CredentialProvider } from '../transport/credential.js';
import type { HttpTransport } from '../transport/http-transport.js';
import type { Middleware } from '../transport/middleware.js';

/**
 * What the container knows besides `CivitaiClient`. Bind `transport`, `middleware` (any number), `logger`, `clock` or
 * `random` to replace a part, or `configuration` to share one; `settings` can be resolved to see what is in force.
 *
 * `credential` takes the place of the configured key. It is asked for under the client's own name: beside named clients,
 * bind it with `whenDefault()` or `whenNamed(…)`, or all of them get it.
 *
 * `cacheStore`, `rateLimiter` and `circuitStore` share cache, limits and circuits between replicas; each is used when its
 * option is on (`Cache:Enabled`, `RateLimit:Enabled`, `CircuitBreaker:Enabled`).
 *
 * The symbols are shared by all copies of this package in a process.
 *
 * @example
 * ```ts
 * import { addCivitaiApi, coreTokens } from '@civitkit/core';
 * import { Container } from 'inversify';
 *
 * const container = new Container();
 * container.bind(coreTokens.logger).toConstantValue(console);
 * addCivitaiApi(container);
 * ```
 */
export const coreTokens: {
  readonly configuration: ServiceIdentifier<Configuration>;
  readonly settings: ServiceIdentifier<CivitaiApiSettings>;
  readonly credential: ServiceIdentifier<CredentialProvider>;
  readonly transport: ServiceIdentifier<HttpTransport>;
  readonly middleware: ServiceIdentifier<Middleware>;
  readonly logger: ServiceIdentifier<Logger>;
  readonly clock: ServiceIdentifier<Clock>;
  readonly random: ServiceIdentifier<() => number>;
  readonly cacheStore: ServiceIdentifier<CacheStore>;
  readonly rateLimiter: ServiceIdentifier<RateLimiter>;
  readonly circuitStore: ServiceIdentifier<CircuitStore>;
} = {
  configuration: Symbol.for('@civitkit/core/configuration'),
  settings: Symbol.for('@civitkit/core/settings'),
  credential: Symbol.for('@civitkit/core/credential'),
  transport: Symbol.for('@civitkit/core/transport'),
  middleware: Symbol.for('@civitkit/core/middleware'),
  logger: Symbol.for('@civitkit/core/logger'),
  clock: Symbol.for('@civitkit/core/clock'),
  random: Symbol.for('@civitkit/core/random'),
  cacheStore: Symbol.for('@civitkit/core/cacheStore'),
  rateLimiter: Symbol.for('@civitkit/core/rateLimiter'),
  circuitStore: Symbol.for('@civitkit/core/circuitStore'),
};
