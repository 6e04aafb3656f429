/* oxlint-disable vitest/expect-expect -- the compiler asserts: `tsc -p tsconfig.test.json` */
import {
  addCivitaiApi,
  type CivitaiApiOptions,
  type CivitaiApiSettings,
  CivitaiClient,
  type Clock,
  Configuration,
  type ContainerLike,
  coreTokens,
  createCivitaiModule,
  type HttpTransport,
  type Logger,
  loadConfiguration,
  type Middleware,
  Secret,
} from '@civitkit/core';
import { addCivitaiSdk, addCivitaiApi as addGeneration, type CivitaiSdkSettings, sdkTokens } from '@civitkit/sdk';
import { Container, type ContainerModule } from 'inversify';
import { describe, expectTypeOf, it } from 'vitest';
import { compiles } from './compiles.js';

class Gallery {
  readonly civitai: CivitaiClient;

  constructor(civitai: CivitaiClient) {
    this.civitai = civitai;
  }
}

class OwnContainer extends Container {
  readonly label: string = 'ours';
}

describe('addCivitaiApi', () => {
  it('returns the container it was given, as what it is', () => {
    compiles(() => {
      expectTypeOf(addCivitaiApi(new Container())).toEqualTypeOf<Container>();
      expectTypeOf(addCivitaiApi(new OwnContainer())).toEqualTypeOf<OwnContainer>();
      expectTypeOf(addCivitaiSdk(addCivitaiApi(new OwnContainer())).label).toEqualTypeOf<string>();
    });
    expectTypeOf(addGeneration).toEqualTypeOf(addCivitaiSdk);
    expectTypeOf<Container>().toExtend<ContainerLike>();
  });

  it('takes every kind of input', () => {
    const container = new Container();
    compiles(() => {
      addCivitaiApi(container);
      addCivitaiApi(container, undefined, { name: 'studio' });
      addCivitaiApi(container, {});
      addCivitaiApi(container, { apiKey: 'key', timeoutSeconds: 60, retry: { maxRetries: 4 } });
      addCivitaiApi(container, { apiKey: new Secret('key'), baseUrl: new URL('https://civitai.com') });
      addCivitaiApi(container, { apiKey: null });
      addCivitaiApi(container, { apiKey: process.env['STUDIO_KEY'], proxy: 'http://proxy:3128' });
      addCivitaiApi(container, (options) => {
        expectTypeOf(options).toEqualTypeOf<CivitaiApiOptions>();
        options.timeoutSeconds = 60;
      });
      addCivitaiApi(container, loadConfiguration());
      addCivitaiApi(container, Configuration.from({}), { section: 'Studio', name: 'studio' });
      addCivitaiApi(container, { getProperties: () => ({}), get: (path: string) => path, has: () => true });
      addCivitaiSdk(container, { apiToken: 'key' });
      addCivitaiSdk(container, (options) => {
        options.apiToken = new Secret('key');
      });
    });
  });

  it('takes nothing else', () => {
    const container = new Container();
    compiles(() => {
      // @ts-expect-error -- no container
      addCivitaiApi({});
      // @ts-expect-error -- a key alone could be anything
      addCivitaiApi(container, 'key');
      // @ts-expect-error -- nor a number
      addCivitaiApi(container, 60);
      // @ts-expect-error -- null is not the same as nothing
      addCivitaiApi(container, null);
      // @ts-expect-error -- misspelt
      addCivitaiApi(container, { apikey: 'key' });
      // @ts-expect-error -- the option of the other package
      addCivitaiApi(container, { apiToken: 'key' });
      // @ts-expect-error -- seconds are a number
      addCivitaiApi(container, { timeoutSeconds: '60' });
      // @ts-expect-error -- misspelt, one level down
      addCivitaiApi(container, { retry: { retries: 1 } });
      // @ts-expect-error -- misspelt registration
      addCivitaiApi(container, {}, { named: 'studio' });
      // @ts-expect-error -- the anonymous have no access to this API
      addCivitaiSdk(container, { apiToken: null });
    });
  });
});

describe('what the container gives', () => {
  it('is typed by the token', () => {
    const container = new Container();
    compiles(() => {
      expectTypeOf(container.get(CivitaiClient)).toEqualTypeOf<CivitaiClient>();
      expectTypeOf(container.get(CivitaiClient, { name: 'studio' })).toEqualTypeOf<CivitaiClient>();
      expectTypeOf(container.get(coreTokens.settings)).toEqualTypeOf<CivitaiApiSettings>();
      expectTypeOf(container.get(coreTokens.configuration)).toEqualTypeOf<Configuration>();
      expectTypeOf(container.get(coreTokens.transport)).toEqualTypeOf<HttpTransport>();
      expectTypeOf(container.getAll(coreTokens.middleware)).toEqualTypeOf<Middleware[]>();
      expectTypeOf(container.get(coreTokens.clock)).toEqualTypeOf<Clock>();
      expectTypeOf(container.get(coreTokens.random)).toEqualTypeOf<() => number>();
      expectTypeOf(container.get(sdkTokens.settings)).toEqualTypeOf<CivitaiSdkSettings>();
    });
    expectTypeOf(createCivitaiModule).returns.toEqualTypeOf<ContainerModule>();
  });

  it('can be replaced by what fits, and only by that', () => {
    const container = new Container();
    compiles(() => {
      container.bind(coreTokens.logger).toConstantValue(console);
      container.bind(coreTokens.random).toConstantValue(Math.random);
      container.bind(coreTokens.transport).toConstantValue({
        send: async () => ({ status: 200, headers: {}, body: [new Uint8Array()] }),
      });
      // @ts-expect-error -- no warn()
      container.bind(coreTokens.logger).toConstantValue({ debug: () => undefined });
      // @ts-expect-error -- an answer needs a body
      container.bind(coreTokens.transport).toConstantValue({ send: async () => ({ status: 200, headers: {} }) });
      // @ts-expect-error -- the tokens are not the user's to change
      coreTokens.logger = coreTokens.clock;
    });
    expectTypeOf<Console>().toExtend<Logger>();
  });

  it('goes into a class without decorators', () => {
    compiles(() => {
      new Container().bind(Gallery).toResolvedValue((civitai) => new Gallery(civitai), [CivitaiClient]);
    });
  });
});
