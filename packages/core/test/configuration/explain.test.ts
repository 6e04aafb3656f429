import { expect, test } from 'vitest';
import { Configuration } from '../../src/configuration/configuration.js';
import { createProject } from './support/project.js';

function rows(configuration: Configuration): Record<string, string> {
  return Object.fromEntries(
    configuration
      .explain()
      .map(({ key, value, source, overrides }) => [
        key,
        [`${value} (${source})`, ...overrides.map((each) => `${each.value} (${each.source})`)].join(' > '),
      ]),
  );
}

test('every setting with value, source and what it overrides', () => {
  const project = createProject({
    'appsettings.json':
      '{\n  "CivitaiApi": {\n    "TimeoutSeconds": 45,\n    "Proxy": "http://user:pass@proxy:3128",\n    "BaseUrl": "https://me:pw@example.com/x?key=1"\n  }\n}',
    '.env': 'CIVITAI_API_KEY=first\nCivitaiApi__TimeoutSeconds=50',
  });
  const environment = { CivitaiApi__ApiKey: 'second', CIVITAI_TOKEN_FILE: '/nowhere' };
  expect(rows(project.load({ environment }))).toEqual({
    'CivitaiApi:BaseUrl':
      'https://[redacted]@example.com/x?[redacted] (appsettings.json:5) > https://civitai.com (default)',
    'CivitaiApi:ApiVersion': 'v1 (default)',
    'CivitaiApi:TimeoutSeconds': '50 (.env:2) > 45 (appsettings.json:3) > 30 (default)',
    'CivitaiApi:StrictJsonParsing': 'false (default)',
    'CivitaiApi:UserAgentSuffix': '(none) (default)',
    'CivitaiApi:Proxy': 'http://[redacted]@proxy:3128 (appsettings.json:4) > environment (default)',
    'CivitaiApi:AllowInsecureHttp': 'false (default)',
    'CivitaiApi:MaxResponseBytes': '33554432 (default)',
    'CivitaiApi:Retry:MaxRetries': '2 (default)',
    'CivitaiApi:Retry:InitialDelaySeconds': '0.5 (default)',
    'CivitaiApi:Retry:MaxDelaySeconds': '8 (default)',
    'CivitaiApi:Retry:MaxRetryAfterSeconds': '60 (default)',
    'CivitaiApi:Retry:AttemptTimeoutSeconds': '(none) (default)',
    'CivitaiApi:Cache:Enabled': 'false (default)',
    'CivitaiApi:Cache:MaxEntries': '500 (default)',
    'CivitaiApi:Cache:MaxBytes': '67108864 (default)',
    'CivitaiApi:Cache:StaleIfErrorSeconds': '0 (default)',
    'CivitaiApi:Cache:StoreTimeoutSeconds': '0.5 (default)',
    'CivitaiApi:RateLimit:Enabled': 'false (default)',
    'CivitaiApi:RateLimit:RequestsPerMinute': '300 (default)',
    'CivitaiApi:RateLimit:Buckets': '(none) (default)',
    'CivitaiApi:CircuitBreaker:Enabled': 'false (default)',
    'CivitaiApi:CircuitBreaker:FailureThreshold': '5 (default)',
    'CivitaiApi:CircuitBreaker:OpenSeconds': '30 (default)',
    'CivitaiApi:CoalesceRequests': 'false (default)',
    'CivitaiApi:ApiKey':
      '[redacted] (environment variable CivitaiApi__ApiKey) > [redacted] (environment variable CIVITAI_TOKEN_FILE)' +
      ' > [redacted] (.env:1)',
    'CivitaiApi:ReloadOnChange': 'false (default)',
  });
});

test('values that are wrong are explained too, not complained about', () => {
  const configuration = Configuration.from({
    CivitaiApi: { TimeoutSeconds: 'soon', ApiKey: new Date(), BaseUrl: 'user:pass@host', Proxy: 'user:pass@host' },
  });
  expect(rows(configuration)).toMatchObject({
    'CivitaiApi:TimeoutSeconds': 'soon (the configuration object) > 30 (default)',
    'CivitaiApi:ApiKey': '(unusable) (the configuration object)',
    'CivitaiApi:BaseUrl': '[redacted] (the configuration object) > https://civitai.com (default)',
    'CivitaiApi:Proxy': '[redacted] (the configuration object) > environment (default)',
  });
});

test('the sources in the order of the layers', () => {
  const project = createProject({ 'appsettings.json': '{}', 'package.json': '{"userSecretsId": "demo"}' });
  const { sources, directory, environmentName } = project.load({ environmentName: 'development', environment: {} });
  expect(sources.map(({ name, status }) => `${name} ${status}`)).toEqual([
    'appsettings.json read',
    'appsettings.development.json missing',
    '.env missing',
    '.env.local missing',
    'user secrets (.NET) missing',
    'user secrets missing',
    'secrets directory skipped',
    'environment read',
  ]);
  expect([directory, environmentName]).toEqual([project.directory, 'development']);
});
