import 'reflect-metadata';
import { CivitaiClient, Configuration } from '@civitkit/core/client';
import { CivitaiModule, type CivitaiOptionsFactory, getCivitaiToken, InjectCivitai } from '@civitkit/core/nestjs';
import { OrchestrationClient } from '@civitkit/sdk/client';
import { CivitaiSdkModule } from '@civitkit/sdk/nestjs';
import { Injectable, Module, type OnApplicationShutdown } from '@nestjs/common';
import { ConfigModule, ConfigService } from '@nestjs/config';
import { NestFactory } from '@nestjs/core';
import { Test } from '@nestjs/testing';

// Prints what the tests of this repository say about NestJS 12, found out on the version that is installed here.
const baseUrl = process.env['SERVER'] ?? '';
const codeOf = (error: unknown): unknown => (error as { readonly code?: unknown }).code;

@Injectable()
class StudioOptions implements CivitaiOptionsFactory {
  createCivitaiOptions(): { baseUrl: string; apiKey: string } {
    return { baseUrl, apiKey: 'key-of-the-studio' };
  }
}

@Injectable()
class Accounts implements OnApplicationShutdown {
  last = '';
  readonly mine: CivitaiClient;
  readonly studio: CivitaiClient;
  readonly generation: OrchestrationClient;
  constructor(mine: CivitaiClient, @InjectCivitai('studio') studio: CivitaiClient, generation: OrchestrationClient) {
    this.mine = mine;
    this.studio = studio;
    this.generation = generation;
  }
  async onApplicationShutdown(): Promise<void> {
    this.last = (await this.mine.models.get(1)).name;
  }
}

@Module({
  imports: [
    ConfigModule.forRoot({ ignoreEnvFile: true, isGlobal: true, load: [() => ({ key: 'my-own-key' })] }),
    CivitaiModule.forRootAsync({
      inject: [ConfigService],
      useFactory: (config) => ({ baseUrl, apiKey: config.getOrThrow<string>('key') }),
    }),
    CivitaiModule.forRootAsync({ name: 'studio', useClass: StudioOptions, isGlobal: true }),
    CivitaiSdkModule.forRoot(Configuration.from({ CivitaiSdk: { BaseUrl: baseUrl, ApiToken: 'a-token' } })),
  ],
  providers: [Accounts],
})
class AppModule {}

@Module({ imports: [CivitaiModule.forRoot(), CivitaiModule.forRoot()] })
class TwiceModule {}

@Module({ imports: [CivitaiModule.forRoot({ timeoutSeconds: -1 })] })
class WrongModule {}

const app = await NestFactory.createApplicationContext(AppModule, { abortOnError: false, logger: false });
const accounts = app.get(Accounts);
await accounts.mine.models.get(1);
await accounts.studio.models.get(1);
await accounts.generation.workflows.where().page();
const isNamed = app.get(getCivitaiToken('studio')) === accounts.studio;
await app.close();
const closed = await accounts.mine.models.get(1).then(() => 'open', codeOf);

const start = (module: new () => object): Promise<unknown> =>
  NestFactory.createApplicationContext(module, { abortOnError: false, logger: false }).then(() => 'started', codeOf);
const testing = await Test.createTestingModule({ imports: [WrongModule] })
  .overrideProvider(CivitaiClient)
  .useValue('a fake')
  .compile();

console.log(
  JSON.stringify({
    isNamed,
    last: accounts.last,
    closed,
    twice: await start(TwiceModule),
    wrong: await start(WrongModule),
    overridden: testing.get<unknown>(CivitaiClient),
  }),
);
