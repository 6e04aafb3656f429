import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { ConfigurationError } from '../../src/errors/configuration-error.js';
import { Secret } from '../../src/secrets/secret.js';
import { userSecretsPaths } from '../../src/secrets/user-secrets-paths.js';
import { UserSecretsStore } from '../../src/secrets/user-secrets-store.js';
import { createProject, type Project } from '../configuration/support/project.js';

interface Stores {
  readonly project: Project;
  readonly store: UserSecretsStore;
  readonly own: string;
  readonly dotnet: string;
}

function createStores(files: { readonly own?: string; readonly dotnet?: string } = {}): Stores {
  const project = createProject();
  const location = { homeDirectory: project.home, environment: {}, platform: process.platform };
  const { own, dotnet } = userSecretsPaths('demo', location);
  for (const [path, content] of [
    [own, files.own],
    [dotnet, files.dotnet],
  ] as const) {
    if (content === undefined) continue;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  return { project, store: new UserSecretsStore('demo', location), own, dotnet };
}

function read(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

async function listed(store: UserSecretsStore): Promise<Record<string, string>> {
  return Object.fromEntries((await store.list()).map(({ key, value }) => [key, value.reveal()]));
}

const mode = (path: string): string => (statSync(path).mode & 0o777).toString(8);

test('set, list, replace, remove, clear', async () => {
  const { store, own, dotnet } = createStores();
  expect(await store.list()).toEqual([]);
  await store.set('CivitaiApi:ApiKey', 'first');
  await store.set('CivitaiSdk__ApiToken', new Secret('token'));
  await store.set('civitaiapi:apikey', 'second');
  expect(await listed(store)).toEqual({ 'CivitaiApi:ApiKey': 'second', 'CivitaiSdk:ApiToken': 'token' });
  expect(readFileSync(own, 'utf8')).toBe('{\n  "CivitaiApi:ApiKey": "second",\n  "CivitaiSdk:ApiToken": "token"\n}\n');
  expect(await store.remove('CIVITAISDK:APITOKEN')).toBe(true);
  expect(await store.remove('CivitaiSdk:ApiToken')).toBe(false);
  await store.clear();
  expect(read(own)).toEqual({});
  expect(existsSync(dotnet)).toBe(false);
});

test('what is set is what a service reads, in Development only', async () => {
  const { store, project } = createStores();
  project.write({
    'package.json': '{ "userSecretsId": "demo" }',
    'appsettings.json': { CivitaiApi: { ApiKey: 'weaker' } },
  });
  await store.set('CivitaiApi:ApiKey', 'the-key');
  expect(project.bind({ environmentName: 'development' }).apiKey?.reveal()).toBe('the-key');
  expect(project.bind().apiKey?.reveal()).toBe('weaker');
  expect(project.bind({ environmentName: 'Development', userSecretsId: false }).apiKey?.reveal()).toBe('weaker');
  expect(project.bind({ environmentName: 'Development', userSecretsId: 'other' }).apiKey?.reveal()).toBe('weaker');
});

test('listing does not print secrets', async () => {
  const { store } = createStores({ own: '{"CivitaiApi:ApiKey": "canary4711"}' });
  const secrets = await store.list();
  expect(inspect(secrets) + JSON.stringify(secrets) + inspect(store)).not.toContain('canary4711');
});

describe('permissions', () => {
  test.skipIf(process.platform === 'win32')('directory 0700, file 0600, whatever the umask', async () => {
    const previous = process.umask(0);
    try {
      const { store, own } = createStores();
      await store.set('A', 'b');
      expect([mode(dirname(own)), mode(own)]).toEqual(['700', '600']);
    } finally {
      process.umask(previous);
    }
  });

  test.skipIf(process.platform === 'win32')('looser ones are tightened, by writing and by listing', async () => {
    for (const use of [(store: UserSecretsStore) => store.list(), (store: UserSecretsStore) => store.set('A', 'c')]) {
      const { store, own } = createStores({ own: '{"A": "b"}' });
      chmodSync(dirname(own), 0o755);
      chmodSync(own, 0o644);
      await use(store);
      expect([mode(dirname(own)), mode(own)]).toEqual(['700', '600']);
    }
  });

  test('nothing is left beside the file: no lock, no temporary file', async () => {
    const { store, own } = createStores();
    await store.set('A', 'b');
    await store.set('A', 'c');
    expect(readdirSync(dirname(own))).toEqual(['secrets.json']);
  });

  test('a link is followed, not replaced', async () => {
    const { store, own, project } = createStores();
    project.write({ 'real.json': '{}' });
    mkdirSync(dirname(own), { recursive: true });
    symlinkSync(project.path('real.json'), own);
    await store.set('A', 'b');
    expect(read(project.path('real.json'))).toEqual({ A: 'b' });
  });
});

describe('together with dotnet user-secrets', () => {
  test('its file is read, flat and nested, with a byte order mark', async () => {
    const dotnet = '\uFEFF{\r\n  "CivitaiApi:ApiKey": "flat",\r\n  "CivitaiSdk": { "ApiToken": "nested" }\r\n}';
    const { store, project } = createStores({ dotnet });
    expect(await listed(store)).toEqual({ 'CivitaiApi:ApiKey': 'flat', 'CivitaiSdk:ApiToken': 'nested' });
    const options = { environmentName: 'Development', userSecretsId: 'demo' };
    expect(project.bind(options).apiKey?.reveal()).toBe('flat');
  });

  test('when only its file exists it is written to, in its format', async () => {
    const { store, own, dotnet } = createStores({ dotnet: '{"Other": {"Port": 5432}, "CivitaiApi:ApiKey": "a"}' });
    expect(store.path).toBe(dotnet);
    await store.set('CivitaiApi:ApiKey', 'b');
    expect(read(dotnet)).toEqual({ 'Other:Port': 5432, 'CivitaiApi:ApiKey': 'b' });
    expect(existsSync(own)).toBe(false);
  });

  test('ours wins for each key, and is written to once it exists', async () => {
    const { store, own, dotnet } = createStores({ own: '{"A": "ours"}', dotnet: '{"A": "theirs", "B": "theirs"}' });
    expect(store.path).toBe(own);
    expect(await listed(store)).toEqual({ A: 'ours', B: 'theirs' });
    await store.set('C', 'new');
    expect([read(own), read(dotnet)]).toEqual([
      { A: 'ours', C: 'new' },
      { A: 'theirs', B: 'theirs' },
    ]);
  });

  test('remove and clear empty both: what is removed must not come back from the other file', async () => {
    const { store, own, dotnet } = createStores({ own: '{"A": "ours", "B": "x"}', dotnet: '{"a": "theirs"}' });
    expect(await store.remove('A')).toBe(true);
    expect([read(own), read(dotnet)]).toEqual([{ B: 'x' }, {}]);
    await store.clear();
    expect(await store.list()).toEqual([]);
  });
});

describe('a malformed store', () => {
  test.each(['{', '[]', '', '{"A": 1, "a": 2}', '{"__proto__": {}}'])(
    '%j is reported and left as it is',
    async (own) => {
      const { store, own: path } = createStores({ own });
      for (const work of [
        () => store.list(),
        () => store.set('A', 'b'),
        () => store.remove('A'),
        () => store.clear(),
      ]) {
        await expect(work()).rejects.toBeInstanceOf(ConfigurationError);
      }
      expect(readFileSync(path, 'utf8')).toBe(own);
      expect(readdirSync(dirname(path))).toEqual(['secrets.json']);
    },
  );

  test('clearing stops before it has emptied the other one', async () => {
    const { store, dotnet } = createStores({ own: '{', dotnet: '{"A": "b"}' });
    await expect(store.clear()).rejects.toThrow(/not valid JSON/);
    expect(read(dotnet)).toEqual({ A: 'b' });
  });

  test('a directory that cannot be made is a clear error', async () => {
    const { store, project } = createStores();
    writeFileSync(`${project.home}/.config`, '');
    writeFileSync(`${project.home}/Library`, '');
    await expect(store.set('A', 'b')).rejects.toThrow(/user secrets .*cannot be written \(E/);
  });
});

test.each(['', ' ', ':', 'A::B', 'A:', '__proto__', 'A:constructor', 'A\nB'])('%j is no key', async (key) => {
  const { store } = createStores();
  await expect(store.set(key, 'x')).rejects.toBeInstanceOf(TypeError);
});

test.each(['', '  ', new Secret('')])('%j is no value', async (value) => {
  const { store, own } = createStores();
  await expect(store.set('A', value)).rejects.toBeInstanceOf(TypeError);
  expect(existsSync(own)).toBe(false);
});

test.each(['', '..', '.', 'a/b', 'a\\b', '../../etc', 'a b', 'x'.repeat(201)])('%j is no id', (id) => {
  expect(() => new UserSecretsStore(id)).toThrow(ConfigurationError);
});
