import { CivitaiClient, Configuration, ConfigurationError, coreTokens } from '@civitkit/core';
import { CivitaiModule } from '@civitkit/core/nestjs';
import { OrchestrationClient } from '@civitkit/sdk/client';
import { CivitaiSdkModule } from '@civitkit/sdk/nestjs';
import { type DynamicModule, Global, Inject, Injectable, Module } from '@nestjs/common';
import { describe, expect, it } from 'vitest';
import { useNest } from './support/use-nest.js';
import { useServer, useWorkingDirectory } from './support/use-server.js';

const nest = useNest();
const served = useServer();
const write = useWorkingDirectory();

@Injectable()
class Reader {
  readonly civitai: CivitaiClient;
  constructor(civitai: CivitaiClient) {
    this.civitai = civitai;
  }
}

describe('CivitaiModule.forRoot accepts', () => {
  it('nothing: the configuration found from the working directory', async () => {
    await write({ CivitaiApi: { BaseUrl: served.origin, ApiKey: 'from-file' } });
    const app = await nest.context({ imports: [CivitaiModule.forRoot()], providers: [Reader] });
    const { civitai } = app.get(Reader);
    expect(civitai).toBe(app.get(CivitaiClient));
    expect((await civitai.models.get(1)).name).toBe('one');
    expect(served.keys()).toEqual(['from-file']);
  });

  it('options, which win over every source', async () => {
    await write({ CivitaiApi: { BaseUrl: served.origin, ApiKey: 'from-file' } });
    const app = await nest.context({ imports: [CivitaiModule.forRoot({ apiKey: 'explicit' })] });
    await app.get(CivitaiClient).models.get(1);
    expect(served.keys()).toEqual(['explicit']);
  });

  it('a function that sets options', async () => {
    const configure = (options: { baseUrl?: unknown; apiKey?: unknown }): void => {
      options.baseUrl = served.origin;
      options.apiKey = 'set';
    };
    const app = await nest.context({ imports: [CivitaiModule.forRoot(configure)] });
    await app.get(CivitaiClient).models.get(1);
    expect(served.keys()).toEqual(['set']);
  });

  it('a Configuration, with a section of its own', async () => {
    const configuration = Configuration.from({ Studio: { BaseUrl: served.origin, ApiKey: 'of-studio' } });
    const app = await nest.context({ imports: [CivitaiModule.forRoot(configuration, { section: 'Studio' })] });
    await app.get(CivitaiClient).models.get(1);
    expect(served.keys()).toEqual(['of-studio']);
  });
});

describe('visibility', () => {
  @Module({ providers: [Reader], exports: [Reader] })
  class FeatureModule {}

  it('is that of any module: not in modules that do not import it', async () => {
    const starting = nest.context({ imports: [CivitaiModule.forRoot(Configuration.from({})), FeatureModule] });
    await expect(starting).rejects.toThrow(/resolve dependencies of (?:the )?Reader/);
  });

  it('is everywhere with isGlobal', async () => {
    const civitai = CivitaiModule.forRoot(Configuration.from({}), { isGlobal: true });
    const app = await nest.context({ imports: [civitai, FeatureModule] });
    expect(app.get(Reader, { strict: false }).civitai).toBe(app.get(CivitaiClient));
  });

  it('of one module object that several import is one client', async () => {
    const civitai = CivitaiModule.forRoot(Configuration.from({}));
    @Module({ imports: [civitai], providers: [Reader], exports: [Reader] })
    class OneModule {}
    const app = await nest.context({ imports: [civitai, OneModule] });
    expect(app.get(Reader, { strict: false }).civitai).toBe(app.get(CivitaiClient));
  });
});

describe('both clients', () => {
  const clients = async (app: Awaited<ReturnType<typeof nest.context>>): Promise<void> => {
    await app.get(CivitaiClient).models.get(1);
    await app.get(OrchestrationClient).workflows.where().page();
  };

  it('share the configuration found from the working directory, which is read once', async () => {
    await write({ CivitaiApi: { BaseUrl: served.origin, ApiKey: 'shared' }, CivitaiSdk: { BaseUrl: served.origin } });
    const app = await nest.context({ imports: [CivitaiModule.forRoot(), CivitaiSdkModule.forRoot()] });
    await clients(app);
    expect(served.keys()).toEqual(['shared', 'shared']);
  });

  it.each(['core first', 'sdk first'])('share the configuration that one of them was given: %s', async (order) => {
    const configuration = Configuration.from({
      CivitaiApi: { BaseUrl: served.origin, ApiKey: 'given' },
      CivitaiSdk: { BaseUrl: served.origin },
    });
    const imports = [CivitaiModule.forRoot(configuration), CivitaiSdkModule.forRoot()];
    const app = await nest.context({ imports: order === 'core first' ? imports : imports.toReversed() });
    await clients(app);
    expect(served.keys()).toEqual(['given', 'given']);
  });

  it('share the configuration that the application provides', async () => {
    const configuration = Configuration.from({
      CivitaiApi: { BaseUrl: served.origin },
      CivitaiSdk: { BaseUrl: served.origin, ApiToken: 'provided' },
    });
    @Global()
    @Module({
      providers: [{ provide: coreTokens.configuration, useValue: configuration }],
      exports: [coreTokens.configuration],
    })
    class SettingsModule {}
    const app = await nest.context({
      imports: [CivitaiSdkModule.forRoot(), SettingsModule, CivitaiModule.forRoot({ apiKey: 'explicit' })],
    });
    await clients(app);
    expect(served.keys()).toEqual(['explicit', 'provided']);
  });

  it('do not share the configuration of a client with a name', async () => {
    await write({ CivitaiSdk: { BaseUrl: served.origin, ApiToken: 'from-file' } });
    const configuration = Configuration.from({ CivitaiSdk: { ApiToken: 'of-studio' } });
    const app = await nest.context({
      imports: [CivitaiSdkModule.forRoot(configuration, { name: 'studio' }), CivitaiSdkModule.forRoot()],
    });
    await app.get(OrchestrationClient).workflows.where().page();
    expect(served.keys()).toEqual(['from-file']);
  });

  it('give a configuration to whoever injects it', async () => {
    const configuration = Configuration.from({ Gallery: { Title: 'Lighthouses' } });
    @Injectable()
    class Gallery {
      readonly title: unknown;
      constructor(@Inject(coreTokens.configuration) settings: Configuration) {
        this.title = settings.get('Gallery:Title');
      }
    }
    const app = await nest.context({ imports: [CivitaiModule.forRoot(configuration)], providers: [Gallery] });
    expect(app.get(Gallery).title).toBe('Lighthouses');
  });
});

describe('what is wrong', () => {
  it('ends the start with our own error, unwrapped, naming everything', async () => {
    await write({ CivitaiApi: { TimeoutSeconds: 'soon', Retry: { MaxRetries: -1 } } });
    const error: unknown = await nest
      .context({ imports: [CivitaiModule.forRoot()] })
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ConfigurationError);
    expect(error).toMatchObject({ code: 'invalid_configuration' });
    expect((error as ConfigurationError).problems.map(({ key }) => key)).toEqual([
      'CivitaiApi:TimeoutSeconds',
      'CivitaiApi:Retry:MaxRetries',
    ]);
  });

  it('is a missing token too', async () => {
    await expect(nest.context({ imports: [CivitaiSdkModule.forRoot()] })).rejects.toMatchObject({
      name: 'ConfigurationError',
      message: expect.stringContaining('CivitaiSdk:ApiToken') as unknown,
    });
  });

  it('is the same name twice', async () => {
    const configuration = Configuration.from({});
    const imports = [CivitaiModule.forRoot(configuration), CivitaiModule.forRoot({ apiKey: 'another' })];
    await expect(nest.context({ imports })).rejects.toMatchObject({
      name: 'ConfigurationError',
      code: 'already_registered',
      message: expect.stringMatching(/CivitaiModule\.forRoot.*already has a default client/) as unknown,
    });
  });

  it('is the same name twice, however Nest tells modules apart', async () => {
    const civitai = (apiKey: string): DynamicModule => CivitaiModule.forRoot({ apiKey });
    const starting = nest.listen(
      { imports: [civitai('one'), civitai('another')] },
      { moduleIdGeneratorAlgorithm: 'deep-hash' },
    );
    await expect(starting).rejects.toMatchObject({ code: 'already_registered' });
  });

  it('is the same name twice, at any depth, with the name', async () => {
    @Module({ imports: [CivitaiModule.forRoot({}, { name: 'studio' })] })
    class DeepModule {}
    const imports = [
      CivitaiModule.forRootAsync({ name: 'studio', useFactory: () => Configuration.from({}) }),
      CivitaiModule.forRoot(),
      DeepModule,
    ];
    await expect(nest.context({ imports })).rejects.toThrow('already has a client named "studio"');
  });

  it('does not stay behind: the next application may use the same names', async () => {
    await nest.context({ imports: [CivitaiModule.forRoot()] });
    const app = await nest.context({ imports: [CivitaiModule.forRoot()] });
    expect(app.get(CivitaiClient)).toBeInstanceOf(CivitaiClient);
  });
});
