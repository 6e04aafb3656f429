import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { format, inspect } from 'node:util';
import {
  addCivitaiApi,
  CivitaiClient,
  Configuration,
  coreTokens,
  createCivitaiClient,
  isCivitaiError,
} from '@civitkit/core';
import { addCivitaiSdk, civitaiSdkSection, sdkTokens } from '@civitkit/sdk';
import { type Fault, type RunningEmulator, startEmulator } from 'civitkit/emulator';
import { Container } from 'inversify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** The marked key. If it is seen anywhere but in the authorization header, something leaks. */
const canary = 'c4na7ydeadbeefc4na7ydeadbeef0000';

let emulator: RunningEmulator;
beforeAll(async () => {
  emulator = await startEmulator({ apiKey: canary, modelCount: 20, imageCount: 20 });
});
afterAll(() => emulator.close());

const faults: readonly Fault[] = [
  { kind: 'reset' },
  { kind: 'resetMidBody' },
  { kind: 'truncatedBody' },
  { kind: 'stalledHeaders' },
  { kind: 'stalledBody' },
  { kind: 'brokenJson' },
  { kind: 'emptyBody' },
  { kind: 'wrongContentType' },
  { kind: 'html' },
  { kind: 'html', status: 403, page: 'cloudflare' },
  { kind: 'html', status: 503 },
  { kind: 'errorBodyWith200', message: `the key ${canary} is echoed` },
  { kind: 'redirect', location: `https://elsewhere.test/?token=${canary}` },
  { kind: 'redirect', location: `/api/v1/models?token=${canary}` },
  { kind: 'rateLimit', retryAfter: 3600 },
  ...[400, 401, 402, 403, 404, 405, 409, 410, 413, 422, 429, 451, 500, 502, 503, 504, 522].map(
    (status): Fault => ({ kind: 'status', status }),
  ),
];

/** Everything a logger or a careless `console.log` could print of a value. */
function printed(value: unknown): string {
  return [
    inspect(value, { depth: 20, showHidden: true, getters: true }),
    inspect(value, { depth: 20, customInspect: false, showHidden: true }),
    format('%s %j %o %O', value, value, value, value),
    String(value),
    JSON.stringify(value) ?? '',
    value instanceof Error ? `${value.stack}\n${printed(value.cause)}\n${(value as { body?: string }).body ?? ''}` : '',
  ].join('\n');
}

function newClient(logger: { debug(line: string): void; warn(line: string): void }): CivitaiClient {
  const configuration = Configuration.from({
    CivitaiApi: { BaseUrl: emulator.siteUrl, ApiKey: canary, Retry: { MaxRetries: 1, InitialDelaySeconds: 0 } },
  });
  return createCivitaiClient(configuration, { logger });
}

describe('the key is seen nowhere', () => {
  it.each(
    faults.map((fault) => [`${fault.kind} ${'status' in fault ? (fault.status ?? '') : ''}`.trim(), fault] as const),
  )('over the fault %s', async (_name, fault) => {
    emulator.clearFaults();
    emulator.addFault({ fault });
    const seen: string[] = [];
    const log = (line: string): void => void seen.push(line);
    const record = (event: unknown): void => void seen.push(printed(event));
    const channels = ['request', 'attempt', 'retry', 'response', 'error'].map((name) => `civitkit:${name}`);
    for (const channel of channels) subscribe(channel, record);
    const civitai = newClient({ debug: log, warn: log });
    const options = { timeoutMs: fault.kind.startsWith('stalled') ? 150 : 5000 };
    const calls = [
      civitai.models.get(1, options),
      civitai.models.where({ query: canary.slice(0, 4), extra: { token: canary } }).page(options),
      civitai.me.get(options),
      civitai.images.where({ withMeta: true }).withOptions(options).take(3).toArray(),
    ];
    const outcomes = await Promise.all(calls.map((call) => call.asResult()));
    for (const channel of channels) unsubscribe(channel, record);
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
