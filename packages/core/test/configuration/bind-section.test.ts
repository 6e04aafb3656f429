import { describe, expect, expectTypeOf, test } from 'vitest';
import { bindSection } from '../../src/configuration/binding/bind-section.js';
import { civitaiApiSection } from '../../src/configuration/civitai-api-section.js';
import type { CivitaiApiOptions, CivitaiApiSettings } from '../../src/configuration/client-settings.js';
import { Configuration } from '../../src/configuration/configuration.js';
import type { FieldsOf, SectionSchema } from '../../src/configuration/section-schema.js';
import type { Secret } from '../../src/secrets/secret.js';
import { bindValue, problemsOf } from './support/bind-value.js';
import { configurationErrorOf } from './support/project.js';

function bindOptions(explicit: object): CivitaiApiSettings {
  return bindSection(Configuration.from({}), civitaiApiSection, { explicit });
}

test('the defaults', () => {
  expect(bindSection(Configuration.from({}), civitaiApiSection)).toEqual({
    baseUrl: 'https://civitai.com',
    apiVersion: 'v1',
    apiKey: null,
    timeoutSeconds: 30,
    strictJsonParsing: false,
    userAgentSuffix: '',
    proxy: 'environment',
    allowInsecureHttp: false,
    maxResponseBytes: 33_554_432,
    reloadOnChange: false,
    retry: {
      maxRetries: 2,
      initialDelaySeconds: 0.5,
      maxDelaySeconds: 8,
      maxRetryAfterSeconds: 60,
      attemptTimeoutSeconds: null,
    },
    cache: { enabled: false, maxEntries: 500, maxBytes: 67_108_864, staleIfErrorSeconds: 0, storeTimeoutSeconds: 0.5 },
    rateLimit: { enabled: false, requestsPerMinute: 300, buckets: '' },
    circuitBreaker: { enabled: false, failureThreshold: 5, openSeconds: 30 },
    coalesceRequests: false,
  } satisfies CivitaiApiSettings);
});

test('the settings are frozen to the bottom', () => {
  const settings = bindSection(Configuration.from({ CIVITAI_TOKEN: 'abc' }), civitaiApiSection);
  for (const each of [settings, settings.retry, settings.apiKey]) expect(Object.isFrozen(each)).toBe(true);
});

describe('numbers', () => {
  test.each([
    ['1', 1],
    ['300', 300],
    [' 60 ', 60],
    ['1.5', 1.5],
    ['+2', 2],
    ['1e2', 100],
    [45, 45],
  ])('%j is %d', (value, expected) => {
    for (const { timeoutSeconds } of bindValue('timeoutSeconds', value)) expect(timeoutSeconds).toBe(expected);
  });

  test.each(['10abc', '0x10', '1_0', '1,5', '१०', '10 s', 'Infinity', 'NaN', '--1', '1e', true, Number.NaN])(
    '%j is none',
    (value) => {
      for (const problem of problemsOf('timeoutSeconds', value)) expect(problem).toMatch(/must be a number\.$/);
    },
  );

  test.each([0, '0', 0.99, 300.01, '301', -5, '1e9'])('%j is out of range', (value) => {
    expect(problemsOf('timeoutSeconds', value)).toEqual([
      'CivitaiApi:TimeoutSeconds (the configuration object) must be a number from 1 to 300.',
      'CivitaiApi:TimeoutSeconds (options) must be a number from 1 to 300.',
    ]);
  });

  test.each([1023, '1024.5', 1e300, 536_870_889])('%j is no number of bytes', (value) => {
    for (const problem of problemsOf('maxResponseBytes', value)) expect(problem).toMatch(/a whole number from 1024/);
  });
});

describe('booleans', () => {
  test.each(['true', 'TRUE', ' Yes ', 'on', '1', 1, true])('%j is true', (value) => {
    for (const { strictJsonParsing } of bindValue('strictJsonParsing', value)) expect(strictJsonParsing).toBe(true);
  });

  test.each(['false', 'False', 'no', 'OFF', '0', 0, false])('%j is false', (value) => {
    for (const { strictJsonParsing } of bindValue('strictJsonParsing', value)) expect(strictJsonParsing).toBe(false);
  });

  test.each(['maybe', 'y', 2, 'truee'])('%j is neither', (value) => {
    for (const problem of problemsOf('strictJsonParsing', value)) expect(problem).toMatch(/must be true or false\.$/);
  });
});

describe('keys that are no settings', () => {
  test.each([
    ['Timeout', 'The settings are BaseUrl,'],
    ['TimeoutSecond', 'Did you mean TimeoutSeconds?'],
    ['apikye', 'Did you mean ApiKey?'],
    ['MaxRetries', 'The settings are BaseUrl,'],
    ['Retry:MaxRetry', 'Did you mean Retry:MaxRetries?'],
  ])('%s: %s', (key, remedy) => {
    const configuration = Configuration.from({ [`CivitaiApi:${key}`]: 'canary' });
    const [problem] = configurationErrorOf(() => bindSection(configuration, civitaiApiSection)).problems;
    expect(problem).toMatchObject({ key: `CivitaiApi:${key}`, message: 'is not a setting.' });
    expect(problem?.remedy).toContain(remedy);
  });

  test('the same in the options, whose groups are looked into', () => {
    const explicit = { timeOutSecond: 1, retry: { maxRetrys: 1 }, RETRY: { MAXRETRIES: 7 }, other: undefined };
    const { problems } = configurationErrorOf(() =>
      bindSection(Configuration.from({}), civitaiApiSection, { explicit }),
    );
    expect(problems.map(({ key, remedy }) => [key, remedy])).toEqual([
      ['CivitaiApi:timeOutSecond', 'Did you mean TimeoutSeconds?'],
      ['CivitaiApi:retry:maxRetrys', 'Did you mean Retry:MaxRetries?'],
    ]);
  });

  test('a group in place of a value and a value in place of a group', () => {
    const sources = { ApiKey: { canary: 'canary', Value: 'canary' }, Retry: 5 };
    for (const work of [
      () => bindSection(Configuration.from({ CivitaiApi: sources }), civitaiApiSection),
      () => bindSection(Configuration.from({}), civitaiApiSection, { explicit: { retry: 5 } }),
    ]) {
      const { problems, message } = configurationErrorOf(work);
      expect(message).not.toContain('canary');
      expect(problems.at(-1)?.message).toBe('must be a group of settings.');
      expect(problems.at(-1)?.remedy).toContain('MaxRetries');
    }
    const { problems } = configurationErrorOf(() => bindValue('apiKey', { canary: 'canary' }));
    expect(problems.map(({ key, message }) => [key, message])).toEqual([
      ['CivitaiApi:ApiKey', 'must be a single value, not a group.'],
    ]);
  });

  test('names in options may be spelt in any case, once', () => {
    expect(bindOptions({ TimeoutSeconds: 5, RETRY: { maxretries: 1 } })).toMatchObject({
      timeoutSeconds: 5,
      retry: { maxRetries: 1 },
    });
    expect(() => bindOptions({ timeoutSeconds: 5, TIMEOUTSECONDS: 6 })).toThrow(/is given twice/);
  });
});

test('everything that is wrong is reported at once', () => {
  const configuration = Configuration.from({
    CivitaiApi: { ApiKey: 'can ary', TimeoutSeconds: '10abc', BaseUrl: 'x', Retry: { MaxRetries: 11 }, Typo: 1 },
  });
  const error = configurationErrorOf(() =>
    bindSection(configuration, civitaiApiSection, { explicit: { apiVersion: '/' } }),
  );
  expect(error.problems.map(({ key }) => key).toSorted()).toEqual([
    'CivitaiApi:ApiKey',
    'CivitaiApi:ApiVersion',
    'CivitaiApi:BaseUrl',
    'CivitaiApi:Retry:MaxRetries',
    'CivitaiApi:TimeoutSeconds',
    'CivitaiApi:Typo',
  ]);
  expect(error.code).toBe('invalid_configuration');
  expect(error.message).not.toContain('can ary');
});

test('null in the options: none where there can be none, otherwise not given', () => {
  const configuration = Configuration.from({
    CivitaiApi: { ApiKey: 'abc', TimeoutSeconds: 9, 'Retry:AttemptTimeoutSeconds': 4 },
  });
  const explicit = { apiKey: null, timeoutSeconds: null, retry: { attemptTimeoutSeconds: null } };
  const settings = bindSection(configuration, civitaiApiSection, { explicit });
  expect([settings.apiKey, settings.timeoutSeconds, settings.retry.attemptTimeoutSeconds]).toEqual([null, 9, null]);
  expect(bindSection(configuration, civitaiApiSection).retry.attemptTimeoutSeconds).toBe(4);
});

test('the options are read, not kept and not changed', () => {
  const explicit: CivitaiApiOptions = Object.freeze({ apiKey: ' abc ', retry: Object.freeze({ maxRetries: 1 }) });
  const settings = bindSection(Configuration.from({}), civitaiApiSection, { explicit });
  expect(settings.retry).not.toBe(explicit.retry);
  expect(explicit).toEqual({ apiKey: ' abc ', retry: { maxRetries: 1 } });
});

test('a schema is complete and of the right kinds, or does not compile', () => {
  interface Settings {
    readonly enabled: boolean;
    readonly group: { readonly count: number };
    readonly key: Secret | null;
  }
  const complete: FieldsOf<Settings> = {
    Enabled: { doc: '', kind: 'boolean', default: true },
    Group: { Count: { doc: '', kind: 'integer', default: 1 } },
    Key: { doc: '', kind: 'secret', default: null },
  };
  const section: SectionSchema<Settings> = { name: 'Test', fields: complete };
  expectTypeOf(bindSection(Configuration.from({}), section)).toEqualTypeOf<Settings>();
  // @ts-expect-error -- a setting is missing
  const incomplete: FieldsOf<Settings> = { Enabled: complete.Enabled, Group: complete.Group };
  // @ts-expect-error -- a boolean setting cannot be text
  const wrongKind: FieldsOf<Settings> = { ...complete, Enabled: { doc: '', kind: 'text', default: true } };
  // @ts-expect-error -- neither a default nor required
  const noDefault: FieldsOf<Settings> = { ...complete, Enabled: { doc: '', kind: 'boolean' } };
  expect([incomplete, wrongKind, noDefault]).toHaveLength(3);
});
