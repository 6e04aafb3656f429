import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { configurationErrorOf, createProject, makeNamedPipe, type Project } from './support/project.js';

const asRoot = process.geteuid?.() === 0;

describe('JSON as .NET reads it', () => {
  test('byte order mark, comments, trailing commas, CRLF', () => {
    const text =
      '\uFEFF{\r\n  // a comment\r\n  "CivitaiApi": {\r\n    /* another */ "TimeoutSeconds": 42,\r\n  },\r\n}\r\n';
    const configuration = createProject({ 'appsettings.json': text }).load();
    expect(configuration.get('CivitaiApi:TimeoutSeconds')).toBe(42);
    expect(configuration.lookup('CivitaiApi:TimeoutSeconds')[0]?.source).toBe('appsettings.json:4');
  });

  test('arrays are flattened by index and merged per index', () => {
    const configuration = createProject({
      'appsettings.json': { List: ['a', 'b', { Name: 'c' }] },
      'appsettings.Production.json': { List: ['A'] },
    }).load();
    expect(['List:0', 'list:1', 'List:2:name'].map((key) => configuration.get(key))).toEqual(['A', 'b', 'c']);
    expect(configuration.keysUnder('list')).toEqual(['List:0', 'List:1', 'List:2:Name']);
  });

  test('other sections may hold what they like', () => {
    const settings = {
      $schema: 'https://example.com',
      Logging: { Deep: [[[{}]], null, []] },
      CivitaiApi: { $comment: 'x' },
    };
    expect(createProject({ 'appsettings.json': settings }).bind().timeoutSeconds).toBe(30);
  });
});

describe('a broken file is an error with its place', () => {
  test.each([
    ['a missing comma', '{\n  "A": 1\n  "B": 2\n}', ':3:3', 'is not valid JSON here.'],
    ['an unfinished object', '{\n  "A": 1,\n', '', 'is not valid JSON here.'],
    ['no quotes', '{ "CivitaiApi": { "ApiKey": canary-4711 } }', ':1:29', 'is not valid JSON here.'],
    ['an empty file', '', '', 'is empty.'],
    ['a list', '[1]', ':1:1', 'must contain an object.'],
    ['a text', '"canary-4711"', ':1:1', 'must contain an object.'],
    ['a duplicate', '{"A": 1,\n "A": 2}', ':2:2', 'is there twice.'],
    [
      'a duplicate in another case',
      '{"CivitaiApi": {"ApiKey": "canary-4711",\n "apikey": "b"}}',
      ':2:2',
      'is there twice.',
    ],
    ['a duplicate section', '{"CivitaiApi": {},\n "civitaiapi": {}}', ':2:2', 'is there twice.'],
    ['a flat duplicate', '{"A": {"B": 1},\n "a:b": 2}', ':2:9', 'is there twice.'],
  ])('%s', (_name, text, position, message) => {
    const project = createProject({ 'appsettings.json': text });
    const [problem, second] = configurationErrorOf(() => project.load()).problems;
    expect(second).toBeUndefined();
    expect(problem?.source.startsWith(project.path('appsettings.json'))).toBe(true);
    expect(problem?.source.endsWith(position)).toBe(true);
    expect(problem?.message).toBe(message);
    expect(JSON.stringify(problem)).not.toContain('canary');
  });

  test.each([
    ['brackets', '['.repeat(500_000)],
    ['objects', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
    ['65 levels', `{"a":${'['.repeat(65)}${']'.repeat(65)}}`],
  ])('absurd nesting: %s', (_name, text) => {
    expect(configurationErrorOf(() => createProject({ 'appsettings.json': text }).load()).message).toMatch(
      /nested|JSON/,
    );
  });

  const names = ['appsettings.json', 'appsettings.Production.json', '.env', '.env.local'];

  test.each(names)('%s: symbolic link to itself', (name) => {
    const project = createProject();
    symlinkSync(project.path(name), project.path(name));
    expect(loadProblems(project)).toEqual([
      [name, project.path(name), 'is a symbolic link that leads back to itself.'],
    ]);
  });

  test.each(names)('%s: directory', (name) => {
    const project = createProject();
    mkdirSync(project.path(name));
    expect(loadProblems(project)).toEqual([[name, project.path(name), 'is a directory, not a file.']]);
  });

  test.each(names)('%s: 10 MB', (name) => {
    const project = createProject({ [name]: Buffer.alloc(10_000_000, ' ') });
    expect(loadProblems(project)).toEqual([[name, project.path(name), 'is larger than 1 MiB.']]);
  });

  test.each(names)('%s: UTF-16', (name) => {
    for (const content of [
      Buffer.from('\uFEFFCIVITAI_API_KEY=x', 'utf16le'),
      Buffer.from('{"A":1}', 'utf16le'),
      Buffer.from('{"A":1}', 'utf16le').swap16(),
    ]) {
      const project = createProject({ [name]: content });
      expect(loadProblems(project)).toEqual([[name, project.path(name), 'is encoded as UTF-16.']]);
    }
  });

  test.each(names)('%s: invalid UTF-8', (name) => {
    const project = createProject({ [name]: Buffer.from([0x7b, 0xe9, 0x7d]) });
    expect(loadProblems(project)).toEqual([[name, project.path(name), 'is not valid UTF-8.']]);
  });

  test.each(names)('%s: named pipe, without waiting for a writer', (name) => {
    const project = createProject();
    makeNamedPipe(project.path(name));
    expect(loadProblems(project)).toEqual([[name, project.path(name), 'is not a regular file.']]);
  });

  test.skipIf(asRoot)('a file without permissions (skipped for root, who may read everything)', () => {
    const project = createProject({ 'appsettings.json': '{}' });
    chmodSync(project.path('appsettings.json'), 0o000);
    expect(loadProblems(project)).toEqual([
      ['appsettings.json', project.path('appsettings.json'), 'may not be read by this user.'],
    ]);
  });

  test('a link to nothing counts as missing', () => {
    const project = createProject();
    symlinkSync('../elsewhere/.env', project.path('.env'));
    expect(project.load().sources.find(({ name }) => name === '.env')?.status).toBe('missing');
  });

  test('a directory that is not there, or is none', () => {
    const project = createProject({ file: '' });
    expect(configurationErrorOf(() => project.load({ directory: project.path('nowhere') })).message).toContain(
      'does not exist',
    );
    expect(configurationErrorOf(() => project.load({ directory: project.path('file') })).message).toContain(
      'not a directory',
    );
  });

  test('every broken file is reported at once, together with the values that are wrong', () => {
    const project = createProject({
      'appsettings.json': '{ "CivitaiApi": { "TimeoutSeconds": "10abc", "Retry": { "MaxRetries": 99 } } }',
      'appsettings.Production.json': '{',
      '.env.local': Buffer.from([0xff]),
    });
    mkdirSync(project.path('.env'));
    const { problems, message } = configurationErrorOf(() => project.load());
    expect(problems.map(({ key }) => key)).toEqual([
      'appsettings.Production.json',
      '.env',
      '.env.local',
      'CivitaiApi:TimeoutSeconds',
      'CivitaiApi:Retry:MaxRetries',
    ]);
    expect(message).toMatch(/^5 problems in the configuration:/);
  });
});

describe('the environment', () => {
  const settings = { 'appsettings.Development.json': { Found: 'development' } };

  test.each([
    ['Production', {}],
    ['c', { CIVITKIT_ENVIRONMENT: 'c', DOTNET_ENVIRONMENT: 'd', NODE_ENV: 'n' }],
    ['d', { CIVITKIT_ENVIRONMENT: '', DOTNET_ENVIRONMENT: 'd', NODE_ENV: 'n' }],
    ['n', { NODE_ENV: ' n ' }],
  ])('is %s', (expected, environment) => {
    expect(createProject().load({ environment }).environmentName).toBe(expected);
  });

  test('the file is found whatever its case', () => {
    const configuration = createProject(settings).load({ environment: { NODE_ENV: 'development' } });
    expect(configuration.get('Found')).toBe('development');
    expect(configuration.lookup('Found')[0]?.source).toBe('appsettings.Development.json:1');
  });

  test('the exact spelling wins; without one several are an error', () => {
    const project = createProject({ ...settings, 'appsettings.DEVELOPMENT.json': { Found: 'upper' } });
    expect(project.load({ environmentName: 'DEVELOPMENT' }).get('Found')).toBe('upper');
    const error = configurationErrorOf(() => project.load({ environmentName: 'development' }));
    expect(error.message).toContain('appsettings.DEVELOPMENT.json, appsettings.Development.json');
  });

  test.each(['../secrets', 'a/b', 'a\\b', 'a b', 'x\0y'])('%j is no name', (environmentName) => {
    expect(configurationErrorOf(() => createProject().load({ environmentName })).problems[0]?.source).toBe('options');
    const environment = { NODE_ENV: environmentName };
    expect(configurationErrorOf(() => createProject().load({ environment })).message).toContain('NODE_ENV');
  });
});

describe('.env', () => {
  test('quotes, export, comments, line numbers, the last assignment counts', () => {
    const text =
      '# comment\nexport CivitaiApi__TimeoutSeconds=5\n\nCIVITAI_TOKEN="quoted" # why\nCivitaiApi__TimeoutSeconds=6\n';
    const configuration = createProject({ '.env': `\uFEFF${text.replaceAll('\n', '\r\n')}` }).load();
    expect(configuration.get('CIVITAI_TOKEN')).toBe('quoted');
    expect(configuration.lookup('CivitaiApi:TimeoutSeconds').map((entry) => [entry.reveal(), entry.source])).toEqual([
      ['6', '.env:5'],
    ]);
  });

  test('process.env is read and stays as it is', () => {
    const before = { ...process.env };
    createProject({ '.env': 'CIVITAI_API_KEY=abc\nNEW_NAME=1' }).load({ environment: undefined });
    expect({ ...process.env }).toEqual(before);
  });
});

function loadProblems(project: Project): readonly (readonly string[])[] {
  const { problems } = configurationErrorOf(() => project.load());
  return problems.map(({ key, source, message }) => [key, source, message]);
}
