import { describe, expect, expectTypeOf, test } from 'vitest';
import { bindSection } from '../../src/configuration/binding/bind-section.js';
import { civitaiApiSection } from '../../src/configuration/civitai-api-section.js';
import type { CivitaiApiOptions, CivitaiApiSettings } from '../../src/configuration/client-settings.js';
import { Configuration } from '../../src/configuration/configuration.js';
import type { FieldsOf, SectionSchema } from '../../src/configuration/section-schema.js';
import { Secret } from '../../src/secrets/secret.js';
import { configurationErrorOf } from './support/project.js';

/** Binds one value, given as a source would give it, and once more as an option. */
function bindValue(name: string, value: unknown): readonly [CivitaiApiSettings, CivitaiApiSettings] {
  const key = name.charAt(0).toUpperCase() + name.slice(1);
  return [
    bindSection(Configuration.from({ CivitaiApi: { [key]: value } }), civitaiApiSection),
    bindSection(Configuration.from({}), civitaiApiSection, { explicit: { [name]: value } }),
  ];
}

function bindOptions(explicit: object): CivitaiApiSettings {
  return bindSection(Configuration.from({}), civitaiApiSection, { explicit });
}

function problemsOf(name: string, value: unknown): readonly string[] {
  const key = name.charAt(0).toUpperCase() + name.slice(1);
  return [
    () => bindSection(Configuration.from({ CivitaiApi: { [key]: value } }), civitaiApiSection),
    () => bindSection(Configuration.from({}), civitaiApiSection, { explicit: { [name]: value } }),
  ].map((work) => {
    const { problems } = configurationErrorOf(work);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.remedy).not.toBe('');
    return `${problems[0]?.key} (${problems[0]?.source}) ${problems[0]?.message}`;
  });
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
    retry: {
      maxRetries: 2,
      initialDelaySeconds: 0.5,
      maxDelaySeconds: 8,
      maxRetryAfterSeconds: 60,
      attemptTimeoutSeconds: null,
    },
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

describe('keys', () => {
  const long = '0123456789abcdef0123456789abcdef';

  test.each([long, ` ${long}\r\n`, `\t${long}`, `\uFEFF${long}`, 'a.b-c_d~e+f/g=', 'bearerish'])('%j', (value) => {
    for (const { apiKey } of bindValue('apiKey', value)) expect(apiKey?.reveal()).toBe(value.trim());
  });

  test.each([
    [`Bearer ${long}`, 'starts with "Bearer".'],
    [`bearer\t${long}`, 'starts with "Bearer".'],
    ['Bearer', 'starts with "Bearer".'],
    ['Authorization: Bearer x', 'contains whitespace.'],
    ['two words', 'contains whitespace.'],
    ['two\nlines', 'contains whitespace.'],
    ['non\u00a0breaking', 'contains whitespace.'],
    ['zero\0byte', 'contains control characters.'],
    ['escape\u001b[0m', 'contains control characters.'],
    [`"${long}"`, 'contains quotation marks.'],
    [`'${long}'`, 'contains quotation marks.'],
    [`\u201c${long}\u201d`, 'contains quotation marks.'],
    ['ключ', 'contains characters that no key has.'],
    ['zero\u200bwidth', 'contains characters that no key has.'],
  ])('%j is refused and not repeated', (value, message) => {
    expect(problemsOf('apiKey', value)).toEqual([
      `CivitaiApi:ApiKey (the configuration object) ${message}`,
      `CivitaiApi:ApiKey (options) ${message}`,
    ]);
    expect(problemsOf('apiKey', new Secret(value))).toHaveLength(2);
  });

  test.each([12_345_678, true])('%j is no text', (value) => {
    for (const problem of problemsOf('apiKey', value)) expect(problem).toMatch(/must be text\.$/);
  });

  test('a Secret is taken, also one that needs trimming', () => {
    for (const { apiKey } of bindValue('apiKey', new Secret(' abc\n'))) expect(apiKey?.reveal()).toBe('abc');
  });
});

describe('addresses', () => {
  test.each([
    ['https://civitai.com/', 'https://civitai.com'],
    ['HTTP://LocalHost:8080', 'http://localhost:8080'],
    [' https://proxy.example/civitai/mirror// ', 'https://proxy.example/civitai/mirror'],
    ['http://[::1]:9', 'http://[::1]:9'],
    [new URL('https://example.com/a/'), 'https://example.com/a'],
  ])('%s', (value, expected) => {
    for (const { baseUrl } of bindValue('baseUrl', value)) expect(baseUrl).toBe(expected);
  });

  test.each([
    'civitai.com',
    '//civitai.com',
    'ftp://civitai.com',
    'https:civitai.com',
    'https:/civitai.com',
    'https:///civitai.com',
    'https://',
    'https://civi tai.com',
    'https://civitai.com\\x',
    'https://a:99999',
    'javascript:alert(1)',
    true,
  ])('%j is none', (value) => {
    for (const problem of problemsOf('baseUrl', value)) expect(problem).toMatch(/must be (an absolute http|a URL)/);
  });

  test.each(['https://canary@example.com', 'https://user:canary@example.com/x', 'https://@example.com'])(
    '%s has a user, and is not repeated',
    (value) => {
      for (const problem of problemsOf('baseUrl', value)) {
        expect(problem).toContain('must not contain a user name or a password');
        expect(problem).not.toContain('canary');
      }
    },
  );

  test.each(['https://example.com?', 'https://example.com/?a=canary', 'https://example.com/#x'])('%s', (value) => {
    for (const problem of problemsOf('baseUrl', value)) expect(problem).toContain('a query or a fragment');
  });

  test.each(['v1/../..', '..', 'v 1', 'v1/', 'v1?'])('version %j is none', (value) => {
    for (const problem of problemsOf('apiVersion', value)) expect(problem).toContain('must consist of letters');
  });

  test('a version may be a number in a file', () => {
    expect(bindValue('apiVersion', 2)[0].apiVersion).toBe('2');
  });

  test.each(['my-app/1.2', ''])('suffix %j', (value) => {
    for (const { userAgentSuffix } of bindValue('userAgentSuffix', value)) expect(userAgentSuffix).toBe(value);
  });

  test.each(['a\r\nX-Evil: 1', 'ü', 'x'.repeat(257)])('suffix %j is refused', (value) => {
    for (const problem of problemsOf('userAgentSuffix', value)) expect(problem).toContain('printable ASCII');
  });
});

describe('proxies', () => {
  test.each(['environment', 'none', ' NONE '])('%j is a word', (value) => {
    for (const { proxy } of bindValue('proxy', value)) expect(proxy).toBe(value.trim().toLowerCase());
  });

  test.each(['http://user:canary@proxy:3128', new URL('https://proxy:3128'), new Secret('http://proxy:1')])(
    '%s is a secret',
    (value) => {
      for (const { proxy } of bindValue('proxy', value)) {
        expect(proxy).toBeInstanceOf(Secret);
        expect((proxy as Secret).reveal()).toMatch(/^https?:\/\//);
      }
    },
  );

  test.each(['proxy:3128', 'socks5://canary@proxy', 'http://proxy/path', 'http://proxy?x', 'direct', 5])(
    '%j',
    (value) => {
      for (const problem of problemsOf('proxy', value)) {
        expect(problem).toContain('must be "environment", "none"');
        expect(problem).not.toContain('canary');
      }
    },
  );
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
