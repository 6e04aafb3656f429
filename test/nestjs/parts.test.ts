import {
  type CacheEntry,
  type CacheStore,
  CivitaiClient,
  Configuration,
  coreTokens,
  type HttpRequest,
  type HttpResponse,
  type HttpTransport,
  type Logger,
  type Middleware,
} from '@civitkit/core';
import { CivitaiModule, getCivitaiToken } from '@civitkit/core/nestjs';
import { Injectable, Module } from '@nestjs/common';
import { describe, expect, it } from 'vitest';
import { TestClock } from '../support/test-clock.js';
import { useNest } from './support/use-nest.js';
import { useServer } from './support/use-server.js';

const nest = useNest();
const served = useServer();

const given = (): Configuration => Configuration.from({ CivitaiApi: { BaseUrl: served.origin } });

function lineKeeper(): { readonly logger: Logger; readonly lines: string[] } {
  const lines: string[] = [];
  return { lines, logger: { debug: (line) => lines.push(line), warn: (line) => lines.push(line) } };
}

function header(name: string, value: string): Middleware {
  return (request, next) => next({ ...request, headers: { ...request.headers, [name]: value } });
}

describe('log lines', () => {
  it('go to Nest’s Logger, under a context with the client’s name', async () => {
    const { app, log } = await nest.listen({
      imports: [CivitaiModule.forRoot(given()), CivitaiModule.forRoot(given(), { name: 'studio' })],
    });
    await app.get(CivitaiClient).models.get(1);
    await app.get<CivitaiClient>(getCivitaiToken('studio')).models.get(1);
    const ours = log.lines.filter((line) => line.includes('| Civitai'));
    expect(ours.some((line) => /^debug \| Civitai \| .*models\.get/.test(line))).toBe(true);
    expect(ours.some((line) => /^debug \| Civitai:studio \| .*models\.get/.test(line))).toBe(true);
  });

  it('go to a logger of the application’s own, or nowhere', async () => {
    const bound = lineKeeper();
    const passed = lineKeeper();
    const { app, log } = await nest.listen({
      imports: [
        CivitaiModule.forRoot(given(), { extraProviders: [{ provide: coreTokens.logger, useValue: bound.logger }] }),
        CivitaiModule.forRoot(given(), { name: 'passed', logger: passed.logger }),
        CivitaiModule.forRoot(given(), { name: 'silent', logger: false }),
      ],
    });
    for (const name of [undefined, 'passed', 'silent']) {
      await app.get<CivitaiClient>(getCivitaiToken(name)).models.get(1);
    }
    expect(bound.lines.join('\n')).toContain('models.get');
    expect(passed.lines.join('\n')).toContain('models.get');
    expect(log.lines.filter((line) => line.includes('Civitai') && !line.includes('InstanceLoader'))).toEqual([]);
  });
});

describe('parts', () => {
  it('are injected under their tokens, made by other providers', async () => {
    const sent: string[] = [];
    @Injectable()
    class Wire implements HttpTransport {
      async send({ url }: HttpRequest): Promise<HttpResponse> {
        sent.push(url);
        return { status: 200, headers: {}, body: [new TextEncoder().encode('{"id":1,"name":"faked"}')] };
      }
    }
    @Module({ providers: [Wire], exports: [Wire] })
    class WireModule {}
    const app = await nest.context({
      imports: [
        CivitaiModule.forRoot(given(), {
          imports: [WireModule],
          extraProviders: [{ provide: coreTokens.transport, useExisting: Wire }],
        }),
      ],
    });
    expect((await app.get(CivitaiClient).models.get(1)).name).toBe('faked');
    expect(sent).toEqual([`${served.origin}/api/v1/models/1`]);
  });

  it('given with the registration win over those that can be injected', async () => {
    const options = {
      middleware: [header('x-from', 'registration')],
      extraProviders: [{ provide: coreTokens.middleware, useValue: header('x-from', 'token') }],
    };
    const app = await nest.context({ imports: [CivitaiModule.forRoot(given(), options)] });
    await app.get(CivitaiClient).models.get(1);
    expect(served.server.exchanges[0]?.headers['x-from']).toBe('registration');
  });

  it('middleware can be one, or a list', async () => {
    const one = { provide: coreTokens.middleware, useValue: header('x-one', '1') };
    const list = { provide: coreTokens.middleware, useValue: [header('x-one', '1'), header('x-two', '2')] };
    const app = await nest.context({
      imports: [
        CivitaiModule.forRoot(given(), { extraProviders: [one] }),
        CivitaiModule.forRoot(given(), { name: 'list', extraProviders: [list] }),
      ],
    });
    await app.get(CivitaiClient).models.get(1);
    await app.get<CivitaiClient>(getCivitaiToken('list')).models.get(1);
    const headers = served.server.exchanges.map((exchange) => [exchange.headers['x-one'], exchange.headers['x-two']]);
    expect(headers).toEqual([
      ['1', undefined],
      ['1', '2'],
    ]);
  });

  it('a clock and a source of randomness set the waits', async () => {
    const clock = new TestClock(10_000);
    const statuses = [503, 200];
    const transport: HttpTransport = {
      send: async () => ({
        status: statuses.shift() ?? 200,
        headers: {},
        body: [new TextEncoder().encode('{"id":1}')],
      }),
    };
    const extraProviders = [
      { provide: coreTokens.clock, useValue: clock },
      { provide: coreTokens.random, useValue: () => 0 },
    ];
    const app = await nest.context({ imports: [CivitaiModule.forRoot(given(), { transport, extraProviders })] });
    await app.get(CivitaiClient).models.get(1);
    expect(clock.delays).toContain(250);
  });

  it('a cache store is used when the cache is on', async () => {
    const kept = new Map<string, CacheEntry>();
    const store: CacheStore = {
      get: (key) => kept.get(key),
      set: (key, entry) => void kept.set(key, entry),
      delete: (key) => void kept.delete(key),
    };
    const app = await nest.context({
      imports: [
        CivitaiModule.forRoot(
          { baseUrl: served.origin, cache: { enabled: true } },
          { extraProviders: [{ provide: coreTokens.cacheStore, useValue: store }] },
        ),
      ],
    });
    const first = await app.get(CivitaiClient).models.get(1);
    expect(await app.get(CivitaiClient).models.get(1)).toEqual(first);
    expect(served.keys().length).toBe(1);
    expect(kept.size).toBe(1);
  });
});
