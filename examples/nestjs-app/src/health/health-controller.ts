import { CivitaiHealthIndicator } from '@civitkit/core/nestjs';
import { OrchestrationHealthIndicator } from '@civitkit/sdk/nestjs';
import { Controller, Get } from '@nestjs/common';
import { HealthCheck, type HealthCheckResult, HealthCheckService } from '@nestjs/terminus';

@Controller('health')
export class HealthController {
  readonly #health: HealthCheckService;
  readonly #civitai: CivitaiHealthIndicator;
  readonly #generation: OrchestrationHealthIndicator;

  constructor(health: HealthCheckService, civitai: CivitaiHealthIndicator, generation: OrchestrationHealthIndicator) {
    this.#health = health;
    this.#civitai = civitai;
    this.#generation = generation;
  }

  /** Asks nobody: that a server is down is no reason to start this process again. */
  @Get('live')
  @HealthCheck()
  live(): Promise<HealthCheckResult> {
    return this.#health.check([]);
  }

  /** Asks both servers. */
  @Get('ready')
  @HealthCheck()
  ready(): Promise<HealthCheckResult> {
    return this.#health.check([
      () => this.#civitai.check('civitai', { ping: true }),
      () => this.#generation.check('orchestration', { ping: true }),
    ]);
  }
}
