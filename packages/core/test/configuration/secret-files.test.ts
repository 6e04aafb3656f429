import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { configurationErrorOf, createProject, type Files, makeNamedPipe, type Project } from './support/project.js';

function withSecrets(files: Files): Project {
  const entries = Object.entries(files).map(([name, content]) => [`secrets/${name}`, content] as const);
  const project = createProject(Object.fromEntries(entries));
  mkdirSync(project.path('secrets'), { recursive: true });
  return project;
}

describe('secrets directory', () => {
  test.each(['CivitaiApi__ApiKey', 'CIVITAIAPI__APIKEY', 'CIVITAI_API_KEY', 'civitai_token'])('file %s', (name) => {
    const project = withSecrets({ [name]: 'the-key\r\n' });
    expect(project.bind({ secretsDirectory: project.path('secrets') }).apiKey?.reveal()).toBe('the-key');
    expect(project.bind({ secretsDirectory: 'secrets' }).apiKey?.reveal()).toBe('the-key');
    const environment = { CIVITKIT_SECRETS_DIRECTORY: project.path('secrets') };
    expect(project.bind({ secretsDirectory: undefined, environment }).apiKey?.reveal()).toBe('the-key');
  });

  test('the layout of a Kubernetes volume: links into ..data', () => {
    const project = withSecrets({ '..2026_11_21_07_00/CIVITAI_API_KEY': 'the-key', '.hidden': 'x' });
    symlinkSync('..2026_11_21_07_00', project.path('secrets/..data'));
    symlinkSync('..data/CIVITAI_API_KEY', project.path('secrets/CIVITAI_API_KEY'));
    const configuration = project.load({ secretsDirectory: 'secrets' });
    expect(configuration.get('CIVITAI_API_KEY')).toBe('the-key');
    expect(configuration.get('.hidden')).toBeUndefined();
    expect(configuration.lookup('CIVITAI_API_KEY')[0]?.source).toBe(project.path('secrets/CIVITAI_API_KEY'));
  });

  test('the secrets of others are not opened: a pipe without a writer would hang', () => {
    const project = withSecrets({ CIVITAI_API_KEY: 'the-key' });
    makeNamedPipe(project.path('secrets/postgres_password'));
    mkdirSync(project.path('secrets/kubernetes.io'));
    const configuration = project.load({ secretsDirectory: 'secrets' });
    expect(configuration.explain().find(({ secret }) => secret)?.value).toBe('[redacted]');
    expect(project.bind({ secretsDirectory: 'secrets' }).apiKey?.reveal()).toBe('the-key');
  });

  test('a file that a setting needs and that cannot be read is an error', () => {
    const project = withSecrets({});
    symlinkSync('CIVITAI_API_KEY', project.path('secrets/CIVITAI_API_KEY'));
    const error = configurationErrorOf(() => project.bind({ secretsDirectory: 'secrets' }));
    expect(error.message).toContain(project.path('secrets/CIVITAI_API_KEY'));
    expect(error.message).toContain('leads back to itself');
  });

  test('a folder under the name of a key, which Docker makes where the file to mount is missing, is an error', () => {
    const project = withSecrets({});
    mkdirSync(project.path('secrets/CIVITAI_API_KEY'));
    const error = configurationErrorOf(() => project.bind({ secretsDirectory: 'secrets' }));
    expect(error.message).toContain(project.path('secrets/CIVITAI_API_KEY'));
    expect(error.message).toContain('is a directory, not a file');
  });

  test('one that was asked for and is not there is an error; the usual one may be missing', () => {
    const project = createProject({ file: '' });
    expect(configurationErrorOf(() => project.load({ secretsDirectory: 'nowhere' })).message).toContain(
      'does not exist',
    );
    const environment = { CIVITKIT_SECRETS_DIRECTORY: project.path('file') };
    const error = configurationErrorOf(() => project.load({ secretsDirectory: undefined, environment }));
    expect(error.message).toContain('CIVITKIT_SECRETS_DIRECTORY');
    expect(error.message).toContain('is not a directory');
    const usual = project
      .load({ secretsDirectory: undefined })
      .sources.find(({ name }) => name === 'secrets directory');
    expect(usual?.location).toBe('/run/secrets');
  });
});

describe('…_FILE variables', () => {
  test('beside a variable with the value: the value wins, and explain() says what it overrides', () => {
    const project = createProject({ 'keys/key': 'from-the-file' });
    const environment = { CIVITAI_API_KEY: 'from-the-variable', CIVITAI_API_KEY_FILE: 'keys/key' };
    expect(project.bind({ environment }).apiKey?.reveal()).toBe('from-the-variable');
    expect(
      project
        .load({ environment })
        .explain()
        .find(({ secret }) => secret),
    ).toMatchObject({
      source: 'environment variable CIVITAI_API_KEY',
      overrides: [{ value: '[redacted]', source: 'environment variable CIVITAI_API_KEY_FILE' }],
    });
  });

  test('an empty file means not given, as an empty variable does', () => {
    const project = createProject({ empty: ' \n', '.env': 'CIVITAI_API_KEY=weaker' });
    expect(project.bind({ environment: { CIVITAI_API_KEY_FILE: 'empty' } }).apiKey?.reveal()).toBe('weaker');
  });

  test.each(['CIVITAI_API_KEY_FILE', 'CIVITAI_TOKEN_FILE', 'CivitaiApi__ApiKey_FILE', 'CIVITAIAPI__APIKEY_FILE'])(
    '%s in the environment and in .env, absolute and relative',
    (name) => {
      const project = createProject({ 'keys/key': ' the-key \n' });
      expect(project.bind({ environment: { [name]: project.path('keys/key') } }).apiKey?.reveal()).toBe('the-key');
      expect(project.bind({ environment: { [name]: 'keys/key' } }).apiKey?.reveal()).toBe('the-key');
      project.write({ '.env': `${name}=keys/key` });
      expect(project.bind().apiKey?.reveal()).toBe('the-key');
    },
  );

  test('works for settings that are no secrets', () => {
    const project = createProject({ seconds: '77\n' });
    const environment = { CivitaiApi__TimeoutSeconds_FILE: 'seconds' };
    expect(project.bind({ environment }).timeoutSeconds).toBe(77);
  });

  test.each([
    ['missing', 'nowhere', 'does not exist'],
    ['a directory', 'directory', 'is a directory'],
    ['too large', 'large', 'is larger than 64 KiB'],
    ['UTF-16', 'utf16', 'is encoded as UTF-16'],
  ])('a file that is %s is an error naming the variable', (_name, path, message) => {
    const project = createProject({ large: 'x'.repeat(65_537), utf16: Buffer.from('\uFEFFcanary', 'utf16le') });
    mkdirSync(project.path('directory'));
    const error = configurationErrorOf(() => project.bind({ environment: { CIVITAI_API_KEY_FILE: path } }));
    expect(error.message).toContain('environment variable CIVITAI_API_KEY_FILE');
    expect(error.message).toContain(project.path(path));
    expect(error.message).toContain(message);
  });

  test.skipIf(process.geteuid?.() === 0)(
    'a file without permissions (skipped for root, who may read everything)',
    () => {
      const project = createProject({ key: 'the-key' });
      chmodSync(project.path('key'), 0o000);
      const error = configurationErrorOf(() => project.bind({ environment: { CIVITAI_API_KEY_FILE: 'key' } }));
      expect(error.message).toContain('may not be read');
    },
  );

  test('a named pipe is read, once', () => {
    const project = createProject();
    makeNamedPipe(project.path('pipe'));
    spawn('sh', ['-c', 'printf "the-key\\n" > "$0"', project.path('pipe')], { stdio: 'ignore' });
    const configuration = project.load({ environment: { CIVITAI_API_KEY_FILE: 'pipe' } });
    expect(configuration.get('CIVITAI_API_KEY')).toBe('the-key');
    expect(configuration.get('CIVITAI_API_KEY')).toBe('the-key');
  });

  test('those of others are not opened, and a value that wins leaves the file alone', () => {
    const environment = { AWS_TOKEN_FILE: '/nowhere', Other__Thing_FILE: '/nowhere', CIVITAI_API_KEY_FILE: '/nowhere' };
    const project = createProject();
    expect(project.bind({ environment: { ...environment, CIVITAI_API_KEY: 'the-key' } }).apiKey?.reveal()).toBe(
      'the-key',
    );
  });

  test('a broken stronger source is not replaced by a weaker one', () => {
    const project = createProject({ 'appsettings.json': { CivitaiApi: { ApiKey: 'weaker' } } });
    expect(() => project.bind({ environment: { CIVITAI_API_KEY_FILE: '/nowhere' } })).toThrow(/nowhere/);
  });
});
