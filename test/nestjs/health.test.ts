import { Configuration } from '@civitkit/core';
import {
  CivitaiHealthIndicator,
  CivitaiModule,
  getCivitaiHealthToken,
  type HealthCheckOptions,
} from '@civitkit/core/nestjs';
import { CivitaiSdkModule, OrchestrationHealthIndicator } from '@civitkit/sdk/nestjs';
import { Controller, Get, Inject } from '@nestjs/common';
import { HealthCheck, type HealthCheckResult, HealthCheckService, TerminusModule } from '@nestjs/terminus';
import { type RunningEmulator, startEmulator } from 'civitkit/emulator';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Listening, useNest } from './support/use-nest.js';

const canary = 'canary-key-0123456789abcdef0123456789';
const nest = useNest();
let emulator: RunningEmulator;

beforeEach(async () => {
  emulator = await startEmulator({ modelCount: 5, imageCount: 0, apiKey: canary });
});
afterEach(() => emulator.close());

@Controller('health')
class HealthController {
  readonly #health: HealthCheckService;
  readonly #civitai: CivitaiHealthIndicator;
  readonly #generation: OrchestrationHealthIndicator;
  @Inject(getCivitaiHealthToken('studio')) readonly studio!: CivitaiHealthIndicator;

  constructor(health: HealthCheckService, civitai: CivitaiHealthIndicator, generation: OrchestrationHealthIndicator) {
    this.#health = health;
    this.#civitai = civitai;
    this.#generation = generation;
  }

  @Get('live')
  @HealthCheck()
  live(): Promise<HealthCheckResult> {
    return this.#check({});
  }

  @Get('ready')
  @HealthCheck()
  ready(): Promise<HealthCheckResult> {
    return this.#check({ ping: true, timeoutMs: 2000 });
  }

  @Get('own')
  @HealthCheck()
  own(): Promise<HealthCheckResult> {
    const ping = (): Promise<never> => Promise.reject(new Error(`refused with ${canary}`));
    return this.#health.check([() => this.#civitai.check('civitai', { ping })]);
  }

  #check(
    options: Pick<HealthCheckOptions<never>, 'timeoutMs'> & { readonly ping?: boolean },
  ): Promise<HealthCheckResult> {
    return this.#health.check([
      () => this.#civitai.check('civitai', options),
      () => this.studio.check('civitai:studio', options),
      () => this.#generation.check(undefined, options),
    ]);
  }
}

async function start(settings: Readonly<Record<string, unknown>> = {}): Promise<Listening> {
  const configuration = Configuration.from({
    CivitaiApi: { BaseUrl: emulator.siteUrl, ApiKey: canary, Retry: { MaxRetries: 0 }, ...settings },
    CivitaiSdk: { BaseUrl: emulator.orchestrationUrl },
  });
  return nest.listen({
    imports: [
      TerminusModule.forRoot({ logger: false }),
      CivitaiModule.forRoot(configuration),
      CivitaiModule.forRoot(configuration, { name: 'studio' }),
      CivitaiSdkModule.forRoot(),
    ],
    controllers: [HealthController],
  });
}

async function ask(url: string): Promise<{ readonly status: number; readonly body: HealthCheckResult }> {
  const response = await fetch(url);
  const text = await response.text();
  expect(text).not.toContain(canary);
  return { status: response.status, body: JSON.parse(text) as HealthCheckResult };
}

describe('health indicators with @nestjs/terminus', () => {
  it('ask nobody unless told, and are up', async () => {
    const { origin } = await start();
    const { status, body } = await ask(`${origin}/health/live`);
    expect(status).toBe(200);
    expect(body.details).toEqual({
      civitai: { status: 'up' },
      'civitai:studio': { status: 'up' },
      orchestration: { status: 'up' },
    });
    expect(emulator.requests).toEqual([]);
  });

  it('ask both servers when told, the cache left aside', async () => {
    const { origin } = await start({ Cache: { Enabled: true } });
    for (const _ of ['once', 'again']) expect((await ask(`${origin}/health/ready`)).status).toBe(200);
    const asked = emulator.requests.map(({ path }) => path);
    expect(asked.filter((path) => path === '/api/v1/enums').length).toBe(4);
    expect(asked.filter((path) => path === '/v2/consumer/workflows').length).toBe(2);
  });

  it('are down when a server refuses, and say why by code and status', async () => {
    const { origin } = await start();
    emulator.revokeKey(canary);
    const { status, body } = await ask(`${origin}/health/ready`);
    expect(status).toBe(503);
    expect(body.details['orchestration']).toEqual({ status: 'down', reason: 'unauthorized', httpStatus: 401 });
  });

  it('are down while a circuit is open', async () => {
    const { origin } = await start({ CircuitBreaker: { Enabled: true, FailureThreshold: 1, OpenSeconds: 60 } });
    emulator.addFault({ fault: { kind: 'status', status: 503 }, origin: 'site' } as never);
    await ask(`${origin}/health/ready`);
    emulator.clearFaults();
    const { status, body } = await ask(`${origin}/health/live`);
    expect(status).toBe(503);
    expect(body.details['civitai']).toMatchObject({
      status: 'down',
      openCircuits: [
        { bucket: expect.any(String) as unknown, failures: 1, retryAfterMs: expect.any(Number) as unknown },
      ],
    });
    expect(body.details['orchestration']).toEqual({ status: 'up' });
  });

  it('show nothing of an error that is not ours', async () => {
    const { origin } = await start();
    const { status, body } = await ask(`${origin}/health/own`);
    expect(status).toBe(503);
    expect(body.details).toEqual({ civitai: { status: 'down', reason: 'ping_failed' } });
  });
});
