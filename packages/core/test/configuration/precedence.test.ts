import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { LoadConfigurationOptions } from '../../src/configuration/load-configuration.js';
import { userSecretsPaths } from '../../src/secrets/user-secrets-paths.js';
import { createProject, type Project } from './support/project.js';

interface Values {
  readonly ApiKey?: string;
  readonly TimeoutSeconds?: number;
}

/** What a layer adds to loading and registration. */
interface Contribution {
  readonly environment?: Record<string, string>;
  readonly secretsDirectory?: string;
  readonly explicit?: object;
}

interface Layer {
  readonly name: string;
  readonly source: RegExp;
  readonly put: (project: Project, values: Values) => Contribution;
}

const layers: readonly Layer[] = [
  jsonLayer('appsettings.json', /^appsettings\.json:1$/, (project) => project.path('appsettings.json')),
  jsonLayer('appsettings.Development.json', /^appsettings\.Development\.json:1$/, (project) =>
    project.path('appsettings.Development.json'),
  ),
  dotenvLayer('.env'),
  dotenvLayer('.env.local'),
  jsonLayer('.NET user secrets', /^user secrets .*usersecrets.*:1$/, ({ home }) => userSecrets(home).dotnet),
  jsonLayer('user secrets', /^user secrets .*civitkit.*:1$/, ({ home }) => userSecrets(home).own),
  {
    name: 'secrets directory',
    source: /secrets\/CivitaiApi__/,
    put(project, values) {
      for (const [name, value] of Object.entries(values))
        project.write({ [`secrets/CivitaiApi__${name}`]: `${value}\n` });
      return { secretsDirectory: project.path('secrets') };
    },
  },
  {
    name: 'environment',
    source: /^environment variable CivitaiApi__/,
    put: (_project, values) => ({ environment: variables(values) }),
  },
  {
    name: 'options',
    source: /^options$/,
    put: (_project, { ApiKey, TimeoutSeconds }) => ({ explicit: { apiKey: ApiKey, timeoutSeconds: TimeoutSeconds } }),
  },
];

const pairs = layers.flatMap((lower, index) =>
  layers.slice(index + 1).map((higher) => [lower.name, higher.name, lower, higher] as const),
);

describe('a higher layer wins', () => {
  test.each(pairs)('ApiKey: %s < %s', (_lower, _higher, lower, higher) => {
    expect(bind([lower, { ApiKey: 'lower-key' }], [higher, { ApiKey: 'higher-key' }]).apiKey?.reveal()).toBe(
      'higher-key',
    );
  });

  test.each(pairs)('TimeoutSeconds: %s < %s', (_lower, _higher, lower, higher) => {
    expect(bind([lower, { TimeoutSeconds: 11 }], [higher, { TimeoutSeconds: 22 }]).timeoutSeconds).toBe(22);
  });

  test.each(pairs)('each key by itself: %s < %s', (_lower, _higher, lower, higher) => {
    const settings = bind([lower, { ApiKey: 'lower-key', TimeoutSeconds: 11 }], [higher, { TimeoutSeconds: 22 }]);
    expect([settings.apiKey?.reveal(), settings.timeoutSeconds]).toEqual(['lower-key', 22]);
  });
});

test('all layers at once, peeled off one by one', () => {
  for (let count = layers.length; count >= 1; count -= 1) {
    const present = layers.slice(0, count);
    const settings = bind(
      ...present.map((layer, index): [Layer, Values] => [layer, { ApiKey: `key-${index}`, TimeoutSeconds: index + 1 }]),
    );
    expect([settings.apiKey?.reveal(), settings.timeoutSeconds]).toEqual([`key-${count - 1}`, count]);
  }
  expect([bind().apiKey, bind().timeoutSeconds]).toEqual([null, 30]);
});

test.each(layers.slice(0, -1).map((layer) => [layer.name, layer] as const))(
  '%s is named as the source',
  (_name, layer) => {
    const project = createProject();
    const { environment = {}, secretsDirectory } = layer.put(project, { TimeoutSeconds: 5 });
    const explained = project
      .load({ ...loadOptions, environment, ...(secretsDirectory === undefined ? {} : { secretsDirectory }) })
      .explain()
      .find(({ key }) => key === 'CivitaiApi:TimeoutSeconds');
    expect(explained?.source).toMatch(layer.source);
    expect(explained?.overrides).toEqual([{ value: '30', source: 'default' }]);
  },
);

test('empty text and null are unset in every layer, so the layer below shows', () => {
  const project = createProject({
    'appsettings.json': { CivitaiApi: { ApiKey: 'from-file', TimeoutSeconds: 44 } },
    'appsettings.Development.json': { CivitaiApi: { ApiKey: null, TimeoutSeconds: '' } },
    '.env': 'CivitaiApi__ApiKey=\nCIVITAI_API_KEY="  "\n',
    'secrets/CIVITAI_API_KEY': '\n',
  });
  const settings = project.bind(
    {
      ...loadOptions,
      secretsDirectory: project.path('secrets'),
      environment: { CIVITAI_API_KEY: '', CivitaiApi__TimeoutSeconds: ' ' },
    },
    { explicit: { apiKey: '', timeoutSeconds: undefined } },
  );
  expect([settings.apiKey?.reveal(), settings.timeoutSeconds]).toEqual(['from-file', 44]);
});

const loadOptions: LoadConfigurationOptions = { environmentName: 'Development', userSecretsId: 'precedence' };

function bind(...present: readonly (readonly [Layer, Values])[]): ReturnType<Project['bind']> {
  const project = createProject();
  const contributions = present.map(([layer, values]) => layer.put(project, values));
  const merged: Contribution = Object.assign({}, ...contributions);
  return project.bind(
    { ...loadOptions, environment: merged.environment ?? {}, secretsDirectory: merged.secretsDirectory ?? false },
    { explicit: merged.explicit },
  );
}

function userSecrets(home: string): ReturnType<typeof userSecretsPaths> {
  return userSecretsPaths('precedence', { homeDirectory: home, environment: {}, platform: process.platform });
}

function jsonLayer(name: string, source: RegExp, pathIn: (project: Project) => string): Layer {
  return {
    name,
    source,
    put(project, values) {
      const path = pathIn(project);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, JSON.stringify({ CivitaiApi: values }));
      return {};
    },
  };
}

function dotenvLayer(name: string): Layer {
  return {
    name,
    source: new RegExp(`^${name.replaceAll('.', '\\.')}:1$`),
    put(project, values) {
      const lines = Object.entries(variables(values)).map(([key, value]) => `${key}=${value}\n`);
      writeFileSync(join(project.directory, name), lines.join(''));
      return {};
    },
  };
}

function variables(values: Values): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [`CivitaiApi__${key}`, String(value)]));
}
