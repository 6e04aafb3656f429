import { CivitaiClient, Configuration } from '@civitkit/core';
import { CivitaiModule } from '@civitkit/core/nestjs';
import { OrchestrationClient } from '@civitkit/sdk/client';
import { CivitaiSdkModule } from '@civitkit/sdk/nestjs';
import {
  type BeforeApplicationShutdown,
  Controller,
  Get,
  Injectable,
  Module,
  type OnApplicationShutdown,
  type OnModuleDestroy,
} from '@nestjs/common';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { json, type LoopbackServer, startLoopback } from '../support/loopback-server.js';
import { ask } from './support/ask.js';
import { createGate, type Gate } from './support/gate.js';
import { useNest } from './support/use-nest.js';

const nest = useNest();
let server: LoopbackServer;
/** A question has come to the server. */
let asked: Gate;
/** Lets the server answer it. */
let answered: Gate;

beforeEach(async () => {
  asked = createGate();
  answered = createGate();
  server = await startLoopback(async (exchange, response, request) => {
    if (exchange.url.endsWith('/1')) {
      asked.open();
      await answered.passed;
    }
    await json({ id: 1, name: 'one', items: [], next: null })(exchange, response, request);
  });
});
afterEach(() => server.close());

@Controller()
class ModelsController {
  readonly #civitai: CivitaiClient;
  constructor(civitai: CivitaiClient) {
    this.#civitai = civitai;
  }
  @Get('model')
  async name(): Promise<string> {
    return (await this.#civitai.models.get(1)).name;
  }
}

/** Uses the client in every hook that comes before the end. */
@Injectable()
class Farewell implements OnModuleDestroy, BeforeApplicationShutdown, OnApplicationShutdown {
  readonly heard: string[] = [];
  readonly #civitai: CivitaiClient;
  constructor(civitai: CivitaiClient) {
    this.#civitai = civitai;
  }
  onModuleDestroy(): Promise<void> {
    return this.#use('onModuleDestroy');
  }
  beforeApplicationShutdown(): Promise<void> {
    return this.#use('beforeApplicationShutdown');
  }
  onApplicationShutdown(): Promise<void> {
    return this.#use('onApplicationShutdown');
  }
  async #use(hook: string): Promise<void> {
    this.heard.push(`${hook}: ${(await this.#civitai.models.get(2)).name}`);
  }
}

const configuration = (): Configuration =>
  Configuration.from({
    CivitaiApi: { BaseUrl: server.origin },
    CivitaiSdk: { BaseUrl: server.origin, ApiToken: 'a-token' },
  });

describe('the end of an application', () => {
  it('comes after the requests that are under way, and closes the clients', async () => {
    const { app, origin } = await nest.listen({
      imports: [CivitaiModule.forRoot(configuration()), CivitaiSdkModule.forRoot()],
      controllers: [ModelsController],
    });
    const civitai = app.get(CivitaiClient);
    const generation = app.get(OrchestrationClient);
    await generation.workflows.where().page();

    const answer = ask(`${origin}/model`);
    await asked.passed;
    const closing = app.close();
    // Nothing new is taken any more, while the client still works for what is under way.
    await expect.poll(() => ask(origin).catch(() => 'refused'), { timeout: 10_000 }).toBe('refused');
    answered.open();
    expect(await answer).toEqual({ status: 200, body: 'one' });
    await closing;

    await expect(civitai.models.get(2)).rejects.toMatchObject({ code: 'client_closed' });
    await expect(generation.workflows.where().page()).rejects.toMatchObject({ code: 'client_closed' });
    await expect.poll(() => server.openSockets.size, { timeout: 10_000 }).toBe(0);
  });

  it.each([false, true])('comes after the hooks of providers that use a client, isGlobal: %s', async (isGlobal) => {
    @Module({
      imports: isGlobal ? [] : [CivitaiModule.forRoot(configuration())],
      providers: [Farewell],
      exports: [Farewell],
    })
    class DeepModule {}
    @Module({ imports: [DeepModule] })
    class FeatureModule {}
    const civitai = isGlobal ? [CivitaiModule.forRoot(configuration(), { isGlobal })] : [];
    const app = await nest.context({ imports: [...civitai, FeatureModule] });
    const { heard } = app.get(Farewell, { strict: false });
    await app.close();
    expect(heard).toEqual(['onModuleDestroy: one', 'beforeApplicationShutdown: one', 'onApplicationShutdown: one']);
  });

  it('of one application is not that of another', async () => {
    const first = await nest.context({ imports: [CivitaiModule.forRoot(configuration())] });
    const second = await nest.context({ imports: [CivitaiModule.forRoot(configuration())] });
    await first.close();
    await expect(first.get(CivitaiClient).models.get(2)).rejects.toMatchObject({ code: 'client_closed' });
    expect((await second.get(CivitaiClient).models.get(2)).name).toBe('one');
  });
});
