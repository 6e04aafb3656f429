import { chmodSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ConfigurationError } from '../../src/errors/configuration-error.js';
import { initUserSecrets } from '../../src/secrets/init-user-secrets.js';
import { findUserSecretsId } from '../../src/secrets/user-secrets-id.js';
import { userSecretsPaths } from '../../src/secrets/user-secrets-paths.js';
import { configurationErrorOf, createProject } from '../configuration/support/project.js';

describe('findUserSecretsId', () => {
  test('the nearest package.json counts, upward', () => {
    const project = createProject({
      'package.json': { userSecretsId: 'outer' },
      'inner/package.json': { userSecretsId: 'inner' },
      'bare/package.json': {},
    });
    mkdirSync(project.path('inner/src/deep'), { recursive: true });
    mkdirSync(project.path('src'));
    expect(findUserSecretsId(project.path('inner/src/deep'))).toBe('inner');
    expect(findUserSecretsId(project.path('src'))).toBe('outer');
    expect(findUserSecretsId(project.path('bare'))).toBeUndefined();
  });

  test('what else is in a package.json does not matter', () => {
    const text =
      '{"dependencies": {"constructor": "1", "__proto__": "1"}, "scripts": {"A": "", "a": ""}, "userSecretsId": "x"}';
    expect(findUserSecretsId(createProject({ 'package.json': text }).directory)).toBe('x');
  });

  test.each(['{', '{"userSecretsId": "../up"}', '{"userSecretsId": 5}', '{"userSecretsId": ""}'])('%s', (text) => {
    const project = createProject({ 'package.json': text });
    const error = configurationErrorOf(() => findUserSecretsId(project.directory));
    expect(error.message).toContain(project.path('package.json'));
    expect(configurationErrorOf(() => project.load({ environmentName: 'Development' })).problems).toEqual(
      error.problems,
    );
    expect(project.load().environmentName).toBe('Production');
  });
});

describe('initUserSecrets', () => {
  test.each([
    [
      'two spaces',
      '{\n  "name": "x",\n  "a": [1]\n}\n',
      '{\n  "name": "x",\n  "a": [1],\n  "userSecretsId": "id"\n}\n',
    ],
    ['tabs, no final newline', '{\n\t"name": "x"\n}', '{\n\t"name": "x",\n\t"userSecretsId": "id"\n}'],
    ['CRLF', '{\r\n    "name": "x"\r\n}\r\n', '{\r\n    "name": "x",\r\n    "userSecretsId": "id"\r\n}\r\n'],
    ['one line', '{"name":"x"}', '{"name":"x","userSecretsId": "id"}'],
    ['empty', '{}\n', '{\n  "userSecretsId": "id"\n}\n'],
    ['byte order mark', '\uFEFF{\n "name": "é"\n}', '\uFEFF{\n "name": "é",\n "userSecretsId": "id"\n}'],
  ])('keeps the layout: %s', async (_name, before, after) => {
    const project = createProject({ 'package.json': before });
    const path = project.path('package.json');
    expect(await initUserSecrets(project.directory, 'id')).toEqual({ id: 'id', path, created: true });
    expect(readFileSync(path, 'utf8')).toBe(after);
    expect(await initUserSecrets(project.directory, 'other')).toEqual({ id: 'id', path, created: false });
    expect(readFileSync(path, 'utf8')).toBe(after);
    expect(findUserSecretsId(project.directory)).toBe('id');
  });

  test('makes up a UUID, and keeps the permissions of the file', async () => {
    const project = createProject({ 'package.json': '{\n  "name": "x"\n}\n' });
    chmodSync(project.path('package.json'), 0o664);
    const { id } = await initUserSecrets(project.directory);
    expect(id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(statSync(project.path('package.json')).mode & 0o777).toBe(0o664);
  });

  test.each(['{"name": "x",}', '// x\n{}', '[]', '{'])('does not touch %j', async (text) => {
    const project = createProject({ 'package.json': text });
    await expect(initUserSecrets(project.directory, 'id')).rejects.toBeInstanceOf(ConfigurationError);
    expect(readFileSync(project.path('package.json'), 'utf8')).toBe(text);
  });

  test('without a package.json, and with an unusable id', async () => {
    await expect(initUserSecrets(createProject().directory, 'id')).rejects.toThrow(/package\.json/);
    const project = createProject({ 'package.json': '{}' });
    await expect(initUserSecrets(project.directory, '../up')).rejects.toBeInstanceOf(ConfigurationError);
  });
});

test.each([
  [
    'linux',
    {},
    '/home/me/.config/civitkit/user-secrets/id/secrets.json',
    '/home/me/.microsoft/usersecrets/id/secrets.json',
  ],
  [
    'linux',
    { XDG_CONFIG_HOME: '/xdg' },
    '/xdg/civitkit/user-secrets/id/secrets.json',
    '/home/me/.microsoft/usersecrets/id/secrets.json',
  ],
  [
    'linux',
    { XDG_CONFIG_HOME: 'relative' },
    '/home/me/.config/civitkit/user-secrets/id/secrets.json',
    '/home/me/.microsoft/usersecrets/id/secrets.json',
  ],
  [
    'darwin',
    {},
    '/home/me/Library/Application Support/civitkit/user-secrets/id/secrets.json',
    '/home/me/.microsoft/usersecrets/id/secrets.json',
  ],
  [
    'win32',
    { APPDATA: 'C:\\Roaming' },
    'C:\\Roaming\\civitkit\\user-secrets\\id\\secrets.json',
    'C:\\Roaming\\Microsoft\\UserSecrets\\id\\secrets.json',
  ],
] as const)('%s %j', (platform, environment, own, dotnet) => {
  expect(userSecretsPaths('id', { homeDirectory: '/home/me', environment, platform })).toEqual({ own, dotnet });
});
