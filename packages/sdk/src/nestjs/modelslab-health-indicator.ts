import { ClientHealthIndicator, type ClientHealthResult, type HealthCheckOptions } from '@civitkit/core/nestjs';
import type { ModelsLabClient } from '../modelslab/modelslab-client.js';

/**
 * Tells `@nestjs/terminus` how a `ModelsLabClient` fares. `ModelsLabModule` provides it.
 *
 * A ping asks for the balance of the wallet, which shows that the key is accepted and costs nothing; the balance itself is
 * not shown.
 */
export class ModelsLabHealthIndicator extends ClientHealthIndicator<ModelsLabClient> {
  constructor(client: ModelsLabClient) {
    super(client, (modelsLab, options) => modelsLab.account.walletBalance(options));
  }

  /**
   * What is known of the server: `down` while a circuit is open, or when a ping fails. Never rejects because of the server.
   *
   * @param key - under which the result appears. Default: `modelslab`
   */
  override check<K extends string = 'modelslab'>(
    key: K = 'modelslab' as K,
    options?: HealthCheckOptions<ModelsLabClient>,
  ): Promise<ClientHealthResult<K>> {
    return super.check(key, options);
  }
}
