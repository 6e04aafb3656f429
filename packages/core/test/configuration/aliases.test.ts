import { describe, expect, test } from 'vitest';
import { bindSection } from '../../src/configuration/binding/bind-section.js';
import { clientFields } from '../../src/configuration/client-fields.js';
import type { ClientSettings } from '../../src/configuration/client-settings.js';
import { Configuration } from '../../src/configuration/configuration.js';
import type { SectionSchema } from '../../src/configuration/section-schema.js';
import type { Secret } from '../../src/secrets/secret.js';
import { configurationErrorOf, createProject, type Files } from './support/project.js';

interface TokenSettings extends ClientSettings {
  readonly apiToken: Secret;
}

/** Shaped like the section of the generation API. */
const tokenSection: SectionSchema<TokenSettings> = {
  name: 'CivitaiSdk',
  fields: {
    ...clientFields({ baseUrl: 'https://example.com', apiVersion: 'v2', timeoutSeconds: 600, maxTimeoutSeconds: 1800 }),
    ApiToken: {
      doc: 'The token.',
      kind: 'secret',
      aliases: ['CIVITAI_API_KEY', 'CIVITAI_API_TOKEN', 'CIVITAI_TOKEN'],
      fallbacks: ['CivitaiApi:ApiKey'],
      required: { remedy: 'Get one at https://civitai.com/user/account.' },
    },
  },
};

function tokenOf(files: Files, environment: Record<string, string>): string {
  return bindSection(createProject(files).load({ environment }), tokenSection).apiToken.reveal();
}

describe('spelling', () => {
  test.each([
    ['.NET', { CivitaiApi: { ApiKey: 'the-key' } }],
    ['camelCase', { civitaiApi: { apiKey: 'the-key' } }],
    ['upper case', { CIVITAIAPI: { APIKEY: 'the-key' } }],
    ['flat', { 'CivitaiApi:ApiKey': 'the-key' }],
    ['flat with underscores', { CivitaiApi__ApiKey: 'the-key' }],
  ])('%s in a file', (_name, settings) => {
    expect(createProject({ 'appsettings.json': settings }).bind().apiKey?.reveal()).toBe('the-key');
  });

  test.each([
    'CivitaiApi__ApiKey',
    'CIVITAIAPI__APIKEY',
    'civitaiapi__apikey',
    'CivitaiApi:ApiKey',
    'CIVITAI_API_KEY',
    'civitai_api_key',
    'CIVITAI_API_TOKEN',
    'CIVITAI_TOKEN',
  ])('%s as a variable', (name) => {
    expect(
      createProject()
        .bind({ environment: { [name]: ' the-key\n' } })
        .apiKey?.reveal(),
    ).toBe('the-key');
  });

  test('two spellings of one variable: the outcome does not depend on their order', () => {
    const environment = { civitaiapi__apikey: 'lower', CIVITAIAPI__APIKEY: 'upper' };
    const reversed = Object.fromEntries(Object.entries(environment).toReversed());
    expect(createProject().bind({ environment }).apiKey?.reveal()).toBe('upper');
    expect(createProject().bind({ environment: reversed }).apiKey?.reveal()).toBe('upper');
  });
});

describe('within one layer', () => {
  const ranked = ['CivitaiApi__ApiKey', 'CIVITAI_API_KEY', 'CIVITAI_API_TOKEN', 'CIVITAI_TOKEN'];

  test.each(ranked.map((name, index) => [name, index] as const))('%s beats what follows', (name, index) => {
    const environment = Object.fromEntries(ranked.slice(index).map((each) => [each, `key-of-${each}`]));
    expect(createProject().bind({ environment }).apiKey?.reveal()).toBe(`key-of-${name}`);
  });

  test('a value beats a file, even the value of the last alias', () => {
    const project = createProject({ key: 'key-in-file\n' });
    const environment = { CivitaiApi__ApiKey_FILE: project.path('key'), CIVITAI_TOKEN: 'key-in-variable' };
    expect(project.bind({ environment }).apiKey?.reveal()).toBe('key-in-variable');
  });
});

test('an alias in a higher layer beats the specific key in a lower one', () => {
  const project = createProject({ 'appsettings.json': { CivitaiApi: { ApiKey: 'from-file' } } });
  expect(project.bind({ environment: { CIVITAI_TOKEN: 'from-variable' } }).apiKey?.reveal()).toBe('from-variable');
});

describe('custom sections and named clients', () => {
  const files = { 'appsettings.json': { Studio: { Civitai: { ApiKey: 'studio-key', TimeoutSeconds: 7 } } } };

  test('a custom section is read, its own name any case, with : or __', () => {
    const project = createProject(files);
    for (const section of ['Studio:Civitai', 'studio__CIVITAI']) {
      expect(project.bind({}, { section }).timeoutSeconds).toBe(7);
    }
    expect(project.bind().timeoutSeconds).toBe(30);
  });

  test('the alias stands for the default client whatever its section is called', () => {
    const options = { environment: { CIVITAI_API_KEY: 'alias-key' } };
    expect(createProject(files).bind(options, { section: 'Studio:Civitai' }).apiKey?.reveal()).toBe('alias-key');
  });

  test('a named client keeps its own key, and takes the alias only when it has none', () => {
    const options = { environment: { CIVITAI_API_KEY: 'alias-key' } };
    const named = { section: 'Studio:Civitai', name: 'studio' };
    expect(createProject(files).bind(options, named).apiKey?.reveal()).toBe('studio-key');
    expect(createProject().bind(options, named).apiKey?.reveal()).toBe('alias-key');
  });

  test.each(['', ':', 'A::B', ' '])('%j is no section', (section) => {
    expect(() => createProject().bind({}, { section })).toThrow(RangeError);
  });
});

describe('fallbacks and required fields', () => {
  test('section, then aliases, then the key of the other section', () => {
    const file = { 'appsettings.json': { CivitaiApi: { ApiKey: 'core-key' }, CivitaiSdk: { ApiToken: 'sdk-token' } } };
    expect(tokenOf(file, {})).toBe('sdk-token');
    expect(tokenOf(file, { CIVITAI_API_KEY: 'alias' })).toBe('alias');
    expect(tokenOf({ 'appsettings.json': { CivitaiApi: { ApiKey: 'core-key' } } }, {})).toBe('core-key');
    expect(tokenOf({}, { CivitaiApi__ApiKey: 'core-key' })).toBe('core-key');
    // Even from a higher layer the other section's key is only a last resort.
    expect(tokenOf(file, { CivitaiApi__ApiKey: 'core-key' })).toBe('sdk-token');
  });

  test('a missing one lists every place and name looked at, and where to get one', () => {
    const project = createProject({ '.env': 'A=1' });
    const error = configurationErrorOf(() => bindSection(project.load(), tokenSection));
    expect(error.code).toBe('missing_api_key');
    for (const expected of [
      'CivitaiSdk:ApiToken',
      'options',
      'environment',
      'secrets directory (skipped: turned off)',
      'user secrets (skipped: only read in Development, this is Production)',
      `.env.local at ${project.path('.env.local')} (missing)`,
      `.env at ${project.path('.env')},`,
      `appsettings.Production.json at ${project.path('appsettings.Production.json')} (missing)`,
      `appsettings.json at ${project.path('appsettings.json')} (missing)`,
      'CivitaiSdk__ApiToken, CIVITAI_API_KEY, CIVITAI_API_TOKEN, CIVITAI_TOKEN (each also with _FILE)',
      'CivitaiApi:ApiKey',
      'https://civitai.com/user/account',
    ]) {
      expect(error.message).toContain(expected);
    }
  });

  test('null in the options means none, whatever the sources say', () => {
    const options = { environment: { CIVITAI_API_KEY: 'alias-key' } };
    expect(createProject().bind(options, { explicit: { apiKey: null } }).apiKey).toBeNull();
    const configuration = Configuration.from({ CIVITAI_API_KEY: 'alias-key' });
    expect(() => bindSection(configuration, tokenSection, { explicit: { apiToken: null } })).toThrow(/is missing/);
  });
});
