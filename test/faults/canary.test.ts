import {
  addCivitaiApi,
  CivitaiClient,
  type CivitaiPromise,
  Configuration,
  coreTokens,
  createCivitaiClient,
  isCivitaiError,
  type Result,
} from '@civitkit/core';
import { addCivitaiSdk, civitaiSdkSection, OrchestrationClient, sdkTokens } from '@civitkit/sdk';
import { type RunningEmulator, startEmulator } from 'civitkit/emulator';
import { Container } from 'inversify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canary, faultsWithEchoes, named, printed, recordEvents } from './canary-support.js';

let emulator: RunningEmulator;
beforeAll(async () => {
  emulator = await startEmulator({ apiKey: canary, modelCount: 20, imageCount: 20 });
});
afterAll(() => emulator.close());

function newClient(logger: { debug(line: string): void; warn(line: string): void }): CivitaiClient {
  const configuration = Configuration.from({
    CivitaiApi: { BaseUrl: emulator.siteUrl, ApiKey: canary, Retry: { MaxRetries: 1, InitialDelaySeconds: 0 } },
  });
  return createCivitaiClient(configuration, { logger });
}

describe('the key is seen nowhere', () => {
  it.each(named(faultsWithEchoes))('over the fault %s', async (_name, fault) => {
    emulator.clearFaults();
    emulator.addFault({ fault });
    const lines: string[] = [];
    const log = (line: string): void => void lines.push(line);
    const civitai = newClient({ debug: log, warn: log });
    const options = { timeoutMs: fault.kind.startsWith('stalled') ? 150 : 5000 };
    let calls: readonly CivitaiPromise<unknown>[] = [];
    let outcomes: readonly Result<unknown>[] = [];
    const seen = await recordEvents(async () => {
      calls = [
        civitai.models.get(1, options),
        civitai.models.where({ query: canary.slice(0, 4), extra: { token: canary } }).page(options),
        civitai.me.get(options),
        civitai.images.where({ withMeta: true }).withOptions(options).take(3).toArray(),
      ];
      outcomes = await Promise.all(calls.map((call) => call.asResult()));
    });
    seen.push(...lines);
    for (const [index, outcome] of outcomes.entries()) {
      const error = outcome.ok ? undefined : outcome.error;
      expect(isCivitaiError(error), `call ${index} should fail`).toBe(true);
      expect(error?.message.length).toBeGreaterThan(20);
      seen.push(printed(outcome), printed(error));
    }
    seen.push(...calls.map(printed), printed(civitai));
    civitai.close();
    expect(seen.length).toBeGreaterThan(20);
    for (const text of seen) expect(text).not.toContain(canary);
  });

  it('was sent all the same: the emulator saw it in the header', async () => {
    emulator.clearFaults();
    using civitai = newClient({ debug: () => undefined, warn: () => undefined });
    await expect(civitai.me.get()).resolves.toMatchObject({ username: expect.any(String) as string });
    expect(emulator.requests.at(-1)?.headers['authorization']).toBe(`Bearer ${canary}`);
  });

  it('in settings, configurations, containers and what they explain', () => {
    const configuration = Configuration.from({
      CivitaiApi: { ApiKey: canary, Proxy: `http://me:${canary}@127.0.0.1:1` },
      CivitaiSdk: { ApiToken: canary },
    });
    const container = new Container();
    addCivitaiApi(container, configuration);
    addCivitaiSdk(container, configuration);
    const values: unknown[] = [
      configuration,
      configuration.explain(),
      configuration.explain([civitaiSdkSection]),
      configuration.lookup('CivitaiApi:ApiKey'),
      configuration.sources,
      container,
      container.get(coreTokens.settings),
      container.get(sdkTokens.settings),
      container.get(CivitaiClient),
      container.get(OrchestrationClient),
    ];
    for (const value of values) expect(printed(value)).not.toContain(canary);
    expect(printed(configuration.explain())).toContain('redacted');
    container.unbindAll();
  });

  it.each([
    ['a key with a blank inside', { ApiKey: `${canary} ${canary}` }],
    ['a key with a line break', { ApiKey: `${canary}\n${canary}` }],
    ['a key in quotes', { ApiKey: `"${canary}"` }],
    ['a key with its scheme', { ApiKey: `Bearer ${canary}` }],
    ['a key that is an object', { ApiKey: { value: canary } }],
    ['a base address with a password', { BaseUrl: `https://me:${canary}@civitai.test` }],
    ['a base address with a query', { BaseUrl: `https://civitai.test/?token=${canary}` }],
    ['a proxy that is none', { Proxy: `ftp://me:${canary}@proxy` }],
  ])('in the error for %s', (_name, section) => {
    const error = catchError(() => createCivitaiClient(Configuration.from({ CivitaiApi: section })));
    expect(error).toMatchObject({ name: 'ConfigurationError' });
    expect(printed(error)).not.toContain(canary);
  });

  it('in the error for a key over plain http', () => {
    const error = catchError(() =>
      createCivitaiClient(Configuration.from({ CivitaiApi: { ApiKey: canary, BaseUrl: 'http://civitai.test' } })),
    );
    expect(error).toMatchObject({ code: 'insecure_connection' });
    expect(printed(error)).not.toContain(canary);
  });
});

function catchError(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}
