import type { CivitaiClient } from '@civitkit/core';
import {
  type CivitaiHealthIndicator,
  CivitaiModule,
  type CivitaiOptionsFactory,
  getCivitaiHealthToken,
  getCivitaiToken,
  type InjectedBy,
} from '@civitkit/core/nestjs';
import type { OrchestrationClient } from '@civitkit/sdk/client';
import { CivitaiSdkModule, getOrchestrationToken } from '@civitkit/sdk/nestjs';
import type { INestApplicationContext, InjectionToken } from '@nestjs/common';
import { ConfigService } from '@nestjs/config';
import type { HealthIndicatorFunction } from '@nestjs/terminus';
import { describe, expect, expectTypeOf, it } from 'vitest';

// Compiled by `tsc -p tsconfig.test.json`; what matters here are the types.
describe('types', () => {
  it('a factory’s parameters have the types of what is injected', () => {
    expectTypeOf<InjectedBy<typeof ConfigService>>().toExtend<ConfigService>();
    expectTypeOf<InjectedBy<{ token: typeof ConfigService; optional: true }>>().toEqualTypeOf<
      InjectedBy<typeof ConfigService> | undefined
    >();
    expectTypeOf<InjectedBy<{ token: typeof URL; optional: false }>>().toEqualTypeOf<URL>();
    expectTypeOf<InjectedBy<'a string'>>().toEqualTypeOf<never>();

    const { module } = CivitaiModule.forRootAsync({
      inject: [ConfigService, { token: URL, optional: true }, 'KEY'],
      useFactory: (config, url, key: string) => {
        expectTypeOf(config).toExtend<ConfigService>();
        expectTypeOf(url).toEqualTypeOf<URL | undefined>();
        return { baseUrl: url, apiKey: key };
      },
    });
    expect(module).toBe(CivitaiModule);
    CivitaiModule.forRootAsync({
      inject: [ConfigService],
      // @ts-expect-error there is no second dependency
      useFactory: (config, other: string) => ({ apiKey: `${config.get<string>('key') ?? ''}${other}` }),
    });
    CivitaiModule.forRootAsync({
      inject: [ConfigService],
      // @ts-expect-error a number is no key
      useFactory: () => ({ apiKey: 7 }),
    });
  });

  it('a way to the options is one of three', () => {
    class Options implements CivitaiOptionsFactory {
      createCivitaiOptions(): { apiKey: string } {
        return { apiKey: 'a-key' };
      }
    }
    expect(CivitaiModule.forRootAsync({ useClass: Options }).providers).toContain(Options);
    CivitaiModule.forRootAsync({ useExisting: Options, imports: [] });
    CivitaiModule.forRootAsync({ useExisting: Symbol('options') });
    // @ts-expect-error the method of the other module's options
    CivitaiSdkModule.forRootAsync({ useClass: Options });
    // @ts-expect-error an unknown option
    CivitaiModule.forRoot({ apikey: 'x' });
    // @ts-expect-error not among the settings, but beside them
    CivitaiModule.forRoot({ isGlobal: true });
  });

  it('tokens know what they give', () => {
    expectTypeOf(getCivitaiToken('studio')).toEqualTypeOf<InjectionToken<CivitaiClient>>();
    expectTypeOf(getOrchestrationToken()).toEqualTypeOf<InjectionToken<OrchestrationClient>>();
    const check = (app: INestApplicationContext): HealthIndicatorFunction => {
      const indicator = app.get<CivitaiHealthIndicator>(getCivitaiHealthToken());
      expectTypeOf(indicator.check()).resolves.toHaveProperty('civitai');
      expectTypeOf(indicator.check('site')).resolves.toHaveProperty('site');
      return () => indicator.check();
    };
    expect(check).toBeTypeOf('function');
    expectTypeOf(check).returns.toEqualTypeOf<HealthIndicatorFunction>();
  });
});
