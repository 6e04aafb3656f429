import type { ServiceIdentifier } from 'inversify';
import type { CivitaiApiSettings } from '../configuration/client-settings.js';
import type { Configuration } from '../configuration/configuration.js';
import type { Logger } from '../observability/logger.js';
import type { Clock } from '../transport/clock.js';
import type { HttpTransport } from '../transport/http-transport.js';
import type { Middleware } from '../transport/middleware.js';

/**
 * What the container knows besides `CivitaiClient`. Bind `transport`, `middleware` (any number), `logger`, `clock` or
 * `random` to replace a part, or `configuration` to share one; `settings` can be resolved to see what is in force.
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
  readonly transport: ServiceIdentifier<HttpTransport>;
  readonly middleware: ServiceIdentifier<Middleware>;
  readonly logger: ServiceIdentifier<Logger>;
  readonly clock: ServiceIdentifier<Clock>;
  readonly random: ServiceIdentifier<() => number>;
} = {
  configuration: Symbol.for('@civitkit/core/configuration'),
  settings: Symbol.for('@civitkit/core/settings'),
  transport: Symbol.for('@civitkit/core/transport'),
  middleware: Symbol.for('@civitkit/core/middleware'),
  logger: Symbol.for('@civitkit/core/logger'),
  clock: Symbol.for('@civitkit/core/clock'),
  random: Symbol.for('@civitkit/core/random'),
};
