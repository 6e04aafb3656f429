import { ClientHealthIndicator, type ClientHealthResult, type HealthCheckOptions } from '@civitkit/core/nestjs';
import type { OrchestrationClient } from '../orchestration-client.js';

/**
 * Tells `@nestjs/terminus` how an `OrchestrationClient` fares. `CivitaiSdkModule` provides it.
 *
 * A ping asks for the newest workflow, which shows that the token is accepted and costs nothing. Readiness may ask; do not
 * let liveness depend on it: a restart does not heal the server.
 */
export class OrchestrationHealthIndicator extends ClientHealthIndicator<OrchestrationClient> {
  constructor(client: OrchestrationClient) {
    super(client, (generation, options) => generation.workflows.where().page({ ...options, limit: 1 }));
  }

  /**
   * What is known of the server: `down` while a circuit is open, or when a ping fails. Never rejects because of the server.
   *
   * @param key - under which the result appears. Default: `orchestration`
   */
  override check<K extends string = 'orchestration'>(
    key: K = 'orchestration' as K,
    options?: HealthCheckOptions<OrchestrationClient>,
  ): Promise<ClientHealthResult<K>> {
    return super.check(key, options);
  }
}
