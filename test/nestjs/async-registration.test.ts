import { CivitaiClient, Configuration } from '@civitkit/core';
import { CivitaiModule, type CivitaiOptionsFactory, getCivitaiToken } from '@civitkit/core/nestjs';
import { OrchestrationClient } from '@civitkit/sdk/client';
import { CivitaiSdkModule, type OrchestrationOptionsFactory } from '@civitkit/sdk/nestjs';
import { Controller, Get, Inject, Injectable, Module, Scope } from '@nestjs/common';
import { ConfigModule, ConfigService } from '@nestjs/config';
import { REQUEST } from '@nestjs/core';
import { describe, expect, it } from 'vitest';
import { useNest } from './support/use-nest.js';
import { useServer, useWorkingDirectory } from './support/use-server.js';

const nest = useNest();
const served = useServer();
const write = useWorkingDirectory();

const settings = (): object => ({ studio: { url: served.origin, key: 'from-config-service' } });

@Injectable()
class StudioSettings implements CivitaiOptionsFactory, OrchestrationOptionsFactory {
  // One class can serve both clients: the methods have different names.
  createCivitaiOptions(): { baseUrl: string; apiKey: string } {
    return { baseUrl: served.origin, apiKey: 'from-class' };
  }
  async createOrchestrationOptions(): Promise<{ baseUrl: string; apiToken: string }> {
    return { baseUrl: served.origin, apiToken: 'from-class-too' };
  }
}

@Module({ providers: [StudioSettings], exports: [StudioSettings] })
class SettingsModule {}

describe('forRootAsync takes options from', () => {
  it('the ConfigService of @nestjs/config', async () => {
    const app = await nest.context({
      imports: [
        CivitaiModule.forRootAsync({
          imports: [ConfigModule.forRoot({ ignoreEnvFile: true, load: [settings] })],
          inject: [ConfigService],
          useFactory: (config) => ({
            baseUrl: config.getOrThrow<string>('studio.url'),
            apiKey: config.getOrThrow<string>('studio.key'),
          }),
        }),
      ],
    });
    await app.get(CivitaiClient).models.get(1);
    expect(served.keys()).toEqual(['from-config-service']);
  });

  it('a typed ConfigService, asynchronously', async () => {
    interface Environment {
      STUDIO_KEY: string;
    }
    const app = await nest.context({
      imports: [
        ConfigModule.forRoot({ ignoreEnvFile: true, isGlobal: true, load: [() => ({ STUDIO_KEY: 'typed' })] }),
        CivitaiSdkModule.forRootAsync({
          inject: [ConfigService],
          useFactory: async (config: ConfigService<Environment, true>) => ({
            baseUrl: served.origin,
            apiToken: config.get('STUDIO_KEY', { infer: true }),
          }),
        }),
      ],
    });
    await app.get(OrchestrationClient).workflows.where().page();
    expect(served.keys()).toEqual(['typed']);
  });

  it('a factory that gives a Configuration, or nothing', async () => {
    await write({ CivitaiApi: { BaseUrl: served.origin, ApiKey: 'from-file' } });
    const configuration = Configuration.from({ CivitaiApi: { BaseUrl: served.origin, ApiKey: 'ours' } });
    const app = await nest.context({
      imports: [
        CivitaiModule.forRootAsync({ useFactory: () => configuration }),
        CivitaiModule.forRootAsync({ name: 'other', useFactory: async () => undefined }),
      ],
    });
    await app.get(CivitaiClient).models.get(1);
    await app.get<CivitaiClient>(getCivitaiToken('other')).models.get(1);
    expect(served.keys()).toEqual(['ours', 'from-file']);
  });

  it('a class that the module makes', async () => {
    const app = await nest.context({
      imports: [
        CivitaiModule.forRootAsync({ useClass: StudioSettings }),
        CivitaiSdkModule.forRootAsync({ useClass: StudioSettings }),
      ],
    });
    await app.get(CivitaiClient).models.get(1);
    await app.get(OrchestrationClient).workflows.where().page();
    expect(served.keys()).toEqual(['from-class', 'from-class-too']);
  });

  it('a provider of another module', async () => {
    const app = await nest.context({
      imports: [
        CivitaiModule.forRootAsync({ imports: [SettingsModule], useExisting: StudioSettings, isGlobal: true }),
        SettingsModule,
      ],
    });
    await app.get(CivitaiClient).models.get(1);
    expect(served.keys()).toEqual(['from-class']);
  });

  it('providers of its own, optional ones among them', async () => {
    const app = await nest.context({
      imports: [
        CivitaiModule.forRootAsync({
          extraProviders: [{ provide: 'KEY', useValue: 'extra' }],
          inject: ['KEY', { token: 'ABSENT', optional: true }],
          useFactory: (key: string, absent: string | undefined) => ({
            baseUrl: served.origin,
            apiKey: `${key}-${absent ?? 'nothing'}`,
          }),
        }),
      ],
    });
    await app.get(CivitaiClient).models.get(1);
    expect(served.keys()).toEqual(['extra-nothing']);
  });
});

describe('forRootAsync refuses', () => {
  it('no way and two ways, at once', () => {
    const none = {} as unknown as { useFactory: () => undefined };
    expect(() => CivitaiModule.forRootAsync(none)).toThrow(
      new TypeError('CivitaiModule.forRootAsync: give one of useFactory, useClass and useExisting.'),
    );
    const both = { useClass: StudioSettings, useExisting: StudioSettings } as unknown as {
      useClass: typeof StudioSettings;
    };
    expect(() => CivitaiModule.forRootAsync(both)).toThrow(TypeError);
  });

  it('a class without the method', async () => {
    class Wrong {}
    const imports = [CivitaiModule.forRootAsync({ useClass: Wrong as unknown as typeof StudioSettings })];
    await expect(nest.context({ imports })).rejects.toThrow('the class needs a method createCivitaiOptions()');
  });

  it('what a factory throws, as it is', async () => {
    const failure = new Error('the vault is closed');
    const imports = [CivitaiModule.forRootAsync({ useFactory: () => Promise.reject(failure) })];
    await expect(nest.context({ imports })).rejects.toBe(failure);
  });

  it('a client for every request', async () => {
    @Injectable({ scope: Scope.REQUEST })
    class Tenant {
      readonly request: unknown;
      constructor(@Inject(REQUEST) request: unknown) {
        this.request = request;
      }
    }
    @Controller()
    class Models {
      readonly #civitai: CivitaiClient;
      constructor(civitai: CivitaiClient) {
        this.#civitai = civitai;
      }
      @Get()
      health(): object {
        return this.#civitai.health();
      }
    }
    const { origin, log } = await nest.listen({
      controllers: [Models],
      imports: [
        CivitaiModule.forRootAsync({
          extraProviders: [Tenant],
          inject: [Tenant],
          useFactory: () => Configuration.from({}),
        }),
      ],
    });
    expect((await fetch(origin)).status).toBe(200);
    expect((await fetch(origin)).status).toBe(500);
    expect(log.lines.join('\n')).toContain('a client would be made for every request');
  });
});
