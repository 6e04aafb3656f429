import type { CivitaiClient } from '../../civitai-client.js';
import { ClientHealthIndicator, type ClientHealthResult, type HealthCheckOptions } from './client-health-indicator.js';

/**
 * Tells `@nestjs/terminus` how a `CivitaiClient` fares. `CivitaiModule` provides it.
 *
 * A ping asks for the site's vocabularies, which takes no key. Readiness may ask; do not let liveness depend on it: a
 * restart does not heal Civitai.
 *
 * @example
 * ```ts
 * import { CivitaiHealthIndicator } from '@civitkit/core/nestjs';
 * import { Controller, Get } from '@nestjs/common';
 * import { HealthCheck, HealthCheckService } from '@nestjs/terminus';
 *
 * @Controller('health')
 * export class HealthController {
 *   readonly #health: HealthCheckService;
 *   readonly #civitai: CivitaiHealthIndicator;
 *   constructor(health: HealthCheckService, civitai: CivitaiHealthIndicator) {
 *     this.#health = health;
 *     this.#civitai = civitai;
 *   }
 *   @Get()
 *   @HealthCheck()
 *   check() {
 *     return this.#health.check([() => this.#civitai.check('civitai', { ping: true })]);
 *   }
 * }
 * ```
 */
export class CivitaiHealthIndicator extends ClientHealthIndicator<CivitaiClient> {
  constructor(client: CivitaiClient) {
    super(client, (civitai, options) => civitai.enums.get(options));
  }

  /**
   * What is known of the site: `down` while a circuit is open, or when a ping fails. Never rejects because of the server.
   *
   * @param key - under which the result appears. Default: `civitai`
   */
  override check<K extends string = 'civitai'>(
    key: K = 'civitai' as K,
    options?: HealthCheckOptions<CivitaiClient>,
  ): Promise<ClientHealthResult<K>> {
    return super.check(key, options);
  }
}
