import type { CivitaiClient } from '@civitkit/core';
import { Controller, Get, ServiceUnavailableHttpResponse } from '@inversifyjs/http-core';
import type { ServiceState } from './service-state.js';

interface Health {
  readonly status: 'ok';
}

@Controller('')
export class HealthController {
  readonly #state: ServiceState;
  readonly #civitai: CivitaiClient;

  constructor(state: ServiceState, civitai: CivitaiClient) {
    this.#state = state;
    this.#civitai = civitai;
  }

  /** Whether the process is to be started again. Asks nobody: that Civitai is down is no reason to restart this. */
  @Get('/livez')
  live(): Health {
    return { status: 'ok' };
  }

  /** Whether requests are to be sent here. */
  @Get('/readyz')
  ready(): Health {
    const open = this.#civitai.health().circuits.filter(({ state }) => state === 'open');
    if (this.#state.stopping) throw new ServiceUnavailableHttpResponse({ status: 'stopping' });
    if (open.length > 0) throw new ServiceUnavailableHttpResponse({ status: 'Civitai does not answer' });
    return { status: 'ok' };
  }
}
