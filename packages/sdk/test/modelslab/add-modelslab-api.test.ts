import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  addCivitaiApi,
  Configuration,
  ConfigurationError,
  coreTokens,
  loadConfiguration,
  Secret,
} from '@civitkit/core';
import { addModelsLabApi, createModelsLabModule, ModelsLabClient, modelsLabTokens } from '@civitkit/sdk/modelslab';
import { Container } from 'inversify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let directory: string;
let container: Container;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'civitkit-modelslab-'));
  container = new Container();
});

afterEach(() => {
  container.unbindAll();
  rmSync(directory, { recursive: true });
});

/** The configuration of a process with these variables and this appsettings.json, and nothing else. */
function load(environment: Readonly<Record<string, string>>, appsettings: object = {}): Configuration {
  writeFileSync(join(directory, 'appsettings.json'), JSON.stringify(appsettings));
  return loadConfiguration({ directory, environment, secretsDirectory: false, homeDirectory: directory });
}

function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

const settings = () => container.get(modelsLabTokens.settings);

describe('the key of ModelsLab', () => {
  it.each([
    ['its own variable', { ModelsLab__ApiKey: 'own', MODELSLAB_API_KEY: 'alias' }, {}, 'own'],
    ['MODELSLAB_API_KEY', { MODELSLAB_API_KEY: 'alias' }, {}, 'alias'],
    ['its section', {}, { ModelsLab: { ApiKey: 'file' } }, 'file'],
  ])('comes from %s', (_name, environment, appsettings, expected) => {
    addModelsLabApi(container, load(environment, appsettings));
    expect(settings().apiKey?.reveal()).toBe(expected);
  });

  it('is mandatory, and neither a key of Civitai nor the much used API_KEY is taken for it', () => {
    const error = thrownBy(() => addModelsLabApi(container, load({ CIVITAI_API_KEY: 'other', API_KEY: 'other' })));
    expect(error).toBeInstanceOf(ConfigurationError);
    expect(error).toMatchObject({ code: 'missing_api_key' });
    for (const place of ['ModelsLab:ApiKey', 'MODELSLAB_API_KEY', 'appsettings.json', 'https://modelslab.com']) {
      expect((error as Error).message).toContain(place);
    }
    expect((error as Error).message).not.toContain('CIVITAI_API_KEY');
  });

  it('may be missing where the application has a provider', () => {
    container.bind(modelsLabTokens.credential).toConstantValue({ current: () => new Secret('given') });
    addModelsLabApi(container, load({}));
    expect(settings().apiKey).toBeNull();
    expect(container.get(ModelsLabClient)).toBeInstanceOf(ModelsLabClient);
  });
});

describe('a registration of ModelsLab', () => {
  it('has the settings of that API', () => {
    expect(addModelsLabApi(container, { apiKey: 'given', maxUnfinishedJobs: 15 })).toBe(container);
    expect(settings()).toMatchObject({
      baseUrl: 'https://modelslab.com/api',
      timeoutSeconds: 120,
      maxUnfinishedJobs: 15,
      enterpriseKey: null,
      agentToken: null,
    });
  });

  it('reads the keys of the other APIs from their own variables', () => {
    addModelsLabApi(
      container,
      load({ MODELSLAB_API_KEY: 'a', MODELSLAB_ENTERPRISE_KEY: 'b', MODELSLAB_AGENT_TOKEN: 'c' }),
    );
    const { agentToken, apiKey, enterpriseKey } = settings();
    expect([apiKey, enterpriseKey, agentToken].map((secret) => secret?.reveal())).toEqual(['a', 'b', 'c']);
    expect(JSON.stringify(settings())).not.toMatch(/"[abc]"/);
  });

  it('tells everything that is wrong at once', () => {
    const wrong = { ModelsLab: { MaxUnfinishedJobs: 0, TimeoutSeconds: 1801, ApiVersion: 'v6' } };
    const error = thrownBy(() => addModelsLabApi(container, load({}, wrong)));
    const keys = error instanceof ConfigurationError ? error.problems.map(({ key }) => key) : [];
    expect(keys.toSorted()).toEqual([
      'ModelsLab:ApiKey',
      'ModelsLab:ApiVersion',
      'ModelsLab:MaxUnfinishedJobs',
      'ModelsLab:TimeoutSeconds',
    ]);
  });

  it('refuses to send a key over plain http to another machine, whichever it is', () => {
    const plain = { baseUrl: 'http://modelslab.test/api', apiKey: 'given' };
    expect(thrownBy(() => addModelsLabApi(container, plain))).toMatchObject({ code: 'insecure_connection' });
    addModelsLabApi(container, { ...plain, allowInsecureHttp: true });
    expect(settings().baseUrl).toBe('http://modelslab.test/api');
  });

  it('shares one configuration with the other clients in the container', () => {
    addCivitaiApi(container, Configuration.from({ CivitaiApi: { ApiKey: 'site' }, ModelsLab: { ApiKey: 'lab' } }));
    addModelsLabApi(container);
    expect(settings().apiKey?.reveal()).toBe('lab');
    expect(container.get(coreTokens.settings).apiKey?.reveal()).toBe('site');
  });

  it('may have a name and a section of its own, is refused twice, and is a module too', () => {
    const configuration = Configuration.from({ ModelsLab: { ApiKey: 'a' }, Studio: { ApiKey: 'b' } });
    addModelsLabApi(container, configuration);
    addModelsLabApi(container, configuration, { name: 'studio', section: 'Studio' });
    expect(container.get(modelsLabTokens.settings, { name: 'studio' }).apiKey?.reveal()).toBe('b');
    expect(thrownBy(() => addModelsLabApi(container, configuration))).toMatchObject({ code: 'already_registered' });
    const other = new Container();
    const module = createModelsLabModule({ apiKey: 'c' });
    other.load(module);
    expect(other.isBound(ModelsLabClient)).toBe(true);
    other.unload(module);
    expect(other.isBound(ModelsLabClient)).toBe(false);
  });
});
