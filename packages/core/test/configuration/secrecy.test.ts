import { format, inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { bindSection } from '../../src/configuration/binding/bind-section.js';
import { civitaiApiSection } from '../../src/configuration/civitai-api-section.js';
import { Configuration } from '../../src/configuration/configuration.js';
import { Secret } from '../../src/secrets/secret.js';
import { configurationErrorOf, createProject } from './support/project.js';

const canary = 'canary4711';

/** Everything that a logger may do to a value. */
function shown(value: unknown): string {
  return [
    inspect(value, { showHidden: true, depth: null, getters: false }),
    inspect(value, { customInspect: false, depth: null }),
    JSON.stringify(value),
    format('%o %O %j %s', value, value, value, value),
    String(value),
    value instanceof Error ? `${value.stack} ${value.message}` : '',
  ].join('\n');
}

function loaded(): Configuration {
  const project = createProject({
    'appsettings.json': { CivitaiApi: { ApiKey: `${canary}-a`, Proxy: `http://user:${canary}@proxy:1` } },
    '.env': `CIVITAI_API_KEY=${canary}-b\n`,
    'secrets/CIVITAI_TOKEN': `${canary}-c`,
  });
  return project.load({
    secretsDirectory: 'secrets',
    environment: { CivitaiApi__ApiKey: `${canary}-d`, CIVITAI_API_TOKEN_FILE: 'secrets/CIVITAI_TOKEN' },
  });
}

test('a configuration, its entries, its settings and its explanation do not show secrets', () => {
  const configuration = loaded();
  const entries = ['CivitaiApi:ApiKey', 'CIVITAI_API_KEY', 'CIVITAI_TOKEN', 'CIVITAI_API_TOKEN', 'CivitaiApi:Proxy'];
  const settings = bindSection(configuration, civitaiApiSection);
  expect(settings.apiKey?.reveal()).toBe(`${canary}-d`);
  expect((settings.proxy as Secret).reveal()).toContain(canary);
  for (const value of [configuration, settings, configuration.explain(), configuration.sources]) {
    expect(shown(value)).not.toContain(canary);
  }
  for (const entry of entries.flatMap((key) => configuration.lookup(key))) {
    expect(entry.reveal()).toContain(canary);
    expect(shown(entry)).not.toContain(canary);
  }
});

describe('no message repeats a value', () => {
  test.each([
    ['a key with a space', { CivitaiApi: { ApiKey: `${canary} x` } }],
    ['a key in quotes', { CivitaiApi: { ApiKey: `"${canary}"` } }],
    ['a key as a group', { CivitaiApi: { ApiKey: { [canary]: canary } } }],
    ['a key as a list', { CivitaiApi: { ApiKey: [canary] } }],
    ['a key in the wrong setting', { CivitaiApi: { TimeoutSeconds: canary, BaseUrl: canary, Proxy: canary } }],
    ['a key in an unknown setting', { CivitaiApi: { Key: canary } }],
    ['a password in an address', { CivitaiApi: { BaseUrl: `https://user:${canary}@x`, Proxy: `ftp://u:${canary}@x` } }],
    [
      'a version',
      { CivitaiApi: { ApiVersion: `${canary}/`, UserAgentSuffix: `${canary}\n\n1`, StrictJsonParsing: canary } },
    ],
  ])('%s', (_name, object) => {
    const fromObject = configurationErrorOf(() => bindSection(Configuration.from(object), civitaiApiSection));
    const fromFile = configurationErrorOf(() => createProject({ 'appsettings.json': object }).bind());
    for (const error of [fromObject, fromFile]) {
      expect(error.problems.length).toBeGreaterThan(0);
      expect(shown(error)).not.toContain(canary);
    }
  });

  test.each([
    `{"CivitaiApi": {"ApiKey": ${canary}}}`,
    `{"CivitaiApi": {"ApiKey": "${canary}}}`,
    `{"CivitaiApi": {"ApiKey": "a", "apikey": "${canary}"}}`,
    `"${canary}"`,
    canary,
  ])('malformed file %s', (text) => {
    expect(shown(configurationErrorOf(() => createProject({ 'appsettings.json': text }).load()))).not.toContain(canary);
  });

  test.each([
    { apiKey: `${canary} x` },
    { apiKey: new Secret(`${canary} x`) },
    { apiKey: { reveal: (): string => canary } },
    { apiKey: [canary] },
    { proxy: new Secret(`socks://${canary}`) },
    { timeoutSeconds: new Secret(canary) },
    { baseUrl: new Secret(canary) },
  ])('options %#', (explicit) => {
    const error = configurationErrorOf(() => bindSection(Configuration.from({}), civitaiApiSection, { explicit }));
    expect(shown(error)).not.toContain(canary);
  });
});
