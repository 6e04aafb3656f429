import { spawn } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { inspect } from 'node:util';
import { Container } from 'inversify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { json, type LoopbackServer, type Responder, startLoopback } from '../../../../test/support/loopback-server.js';
import {
  addCivitaiApi,
  CivitaiClient,
  Configuration,
  type ConfigurationEvent,
  type CreateClientOptions,
  createCivitaiClient,
  type LoadConfigurationOptions,
} from '../../src/index.js';
import { createProject, makeNamedPipe, type Project } from '../configuration/support/project.js';
import { canary } from '../support.js';

const isRoot = process.getuid?.() === 0;
const model = json({ id: 1, name: 'one' });
let server: LoopbackServer;
let project: Project;
let warnings: string[];
let events: ConfigurationEvent[];
const closing: (() => void)[] = [];
/** Longer than the interval in which is looked without an event. */
const patience = { timeout: 15_000 };

const record = (event: unknown): void => void events.push(event as ConfigurationEvent);
const logger = { debug: () => undefined, warn: (line: string) => void warnings.push(line) };

beforeEach(async () => {
  server = await startLoopback(model);
  project = createProject({ 'appsettings.json': { CivitaiApi: { BaseUrl: server.origin, ReloadOnChange: true } } });
  warnings = [];
  events = [];
  subscribe('civitkit:configuration', record);
});

afterEach(async () => {
  unsubscribe('civitkit:configuration', record);
  for (const close of closing.splice(0)) close();
  await server.close();
});

function client(load: LoadConfigurationOptions = {}, options: CreateClientOptions = {}): CivitaiClient {
  const civitai = createCivitaiClient(project.load(load), { logger, ...options });
  closing.push(() => {
    civitai.close();
  });
  return civitai;
}

/** The key that the next request carries. */
async function keyOf(civitai: CivitaiClient): Promise<unknown> {
  await civitai.models.get(1);
  return server.exchanges.at(-1)?.headers.authorization;
}

describe('a new key is taken from', () => {
  it('a file that is overwritten', async () => {
    project.write({ '.env': 'CIVITAI_API_KEY=first' });
    const civitai = client();
    expect(await keyOf(civitai)).toBe('Bearer first');
    project.write({ '.env': 'CIVITAI_API_KEY=second' });
    await expect.poll(() => keyOf(civitai), patience).toBe('Bearer second');
    expect(events).toEqual([{ section: 'CivitaiApi', outcome: 'reloaded', keyReplaced: true, needRestart: [] }]);
    expect(warnings).toEqual([]);
  });

  it('a file that another one is renamed over, twice', async () => {
    project.write({ '.env': 'CIVITAI_API_KEY=first' });
    const civitai = client();
    for (const key of ['second', 'third']) {
      project.write({ '.env.new': `CIVITAI_API_KEY=${key}` });
      renameSync(project.path('.env.new'), project.path('.env'));
      await expect.poll(() => keyOf(civitai), patience).toBe(`Bearer ${key}`);
    }
  });

  it.each([
    ['.env.local', 'CIVITAI_API_KEY=second'],
    ['appsettings.production.json', JSON.stringify({ CivitaiApi: { ApiKey: 'second' } })],
  ])('%s, which was not there before', async (name, content) => {
    project.write({ '.env': 'CIVITAI_API_KEY=first' });
    const civitai = client(name.startsWith('app') ? { environmentName: 'Production' } : {});
    if (name.startsWith('app')) rmSync(project.path('.env'));
    project.write({ [name]: content });
    await expect.poll(() => keyOf(civitai), patience).toBe('Bearer second');
  });

  it('the directory of user secrets, which was not there before', async () => {
    const secrets = `${project.home}/.config/civitkit/user-secrets/demo`;
    project.write({ 'package.json': { userSecretsId: 'demo' }, '.env': 'CIVITAI_API_KEY=first' });
    const civitai = client({ environmentName: 'Development' });
    mkdirSync(secrets, { recursive: true });
    writeFileSync(`${secrets}/secrets.json`, JSON.stringify({ 'CivitaiApi:ApiKey': 'second' }));
    await expect.poll(() => keyOf(civitai), patience).toBe('Bearer second');
  });

  it('a secrets directory of Kubernetes, which swaps a link', async () => {
    const mount = project.path('mount');
    for (const [version, key] of [
      ['..1', 'first'],
      ['..2', 'second'],
    ]) {
      mkdirSync(`${mount}/${version}`, { recursive: true });
      writeFileSync(`${mount}/${version}/CIVITAI_API_KEY`, `${key}\n`);
    }
    symlinkSync('..1', `${mount}/..data`);
    symlinkSync('..data/CIVITAI_API_KEY', `${mount}/CIVITAI_API_KEY`);
    const civitai = client({ secretsDirectory: mount });
    expect(await keyOf(civitai)).toBe('Bearer first');
    symlinkSync('..2', `${mount}/..data_tmp`);
    renameSync(`${mount}/..data_tmp`, `${mount}/..data`);
    rmSync(`${mount}/..1`, { recursive: true });
    await expect.poll(() => keyOf(civitai), patience).toBe('Bearer second');
  });

  it('the file that a variable names, and what that file links to', async () => {
    project.write({ 'elsewhere/key': 'first' });
    symlinkSync(project.path('elsewhere/key'), project.path('link'));
    const civitai = client({ environment: { CIVITAI_API_KEY_FILE: project.path('link') } });
    expect(await keyOf(civitai)).toBe('Bearer first');
    project.write({ 'elsewhere/key': 'second' });
    await expect.poll(() => keyOf(civitai), patience).toBe('Bearer second');
  });

  it('a file that changed after the configuration was loaded, before the client was made', async () => {
    project.write({ '.env': 'CIVITAI_API_KEY=first' });
    const configuration = project.load();
    project.write({ '.env': 'CIVITAI_API_KEY=second' });
    const civitai = createCivitaiClient(configuration);
    closing.push(() => {
      civitai.close();
    });
    await expect.poll(() => keyOf(civitai), patience).toBe('Bearer second');
  });

  it('the section of a named client in a container, which unbinding ends', async () => {
    project.write({
      'appsettings.json': { Studio: { BaseUrl: server.origin, ApiKey: 'first', ReloadOnChange: true } },
    });
    const container = new Container();
    addCivitaiApi(container, project.load(), { section: 'Studio', name: 'studio' });
    const civitai = container.get(CivitaiClient, { name: 'studio' });
    project.write({
      'appsettings.json': { Studio: { BaseUrl: server.origin, ApiKey: 'second', ReloadOnChange: true } },
    });
    await expect.poll(() => keyOf(civitai), patience).toBe('Bearer second');
    expect(events).toMatchObject([{ section: 'Studio', name: 'studio' }]);
    await container.unbindAllAsync();
  });
});

describe('a request that is under way', () => {
  it('finishes with the old key', async () => {
    let release = (): void => undefined;
    const held: Responder = async (exchange, response, request) => {
      await new Promise<void>((resolve) => (release = resolve));
      await model(exchange, response, request);
    };
    await using slow = await startLoopback([held, model]);
    project.write({
      'appsettings.json': { CivitaiApi: { BaseUrl: slow.origin, ReloadOnChange: true } },
      '.env': 'CIVITAI_API_KEY=first',
    });
    const civitai = client();
    const call = civitai.models.get(1);
    await expect.poll(() => slow.exchanges.length).toBe(1);
    project.write({ '.env': 'CIVITAI_API_KEY=second' });
    await expect.poll(() => events.length, patience).toBe(1);
    release();
    await expect(call).resolves.toMatchObject({ id: 1 });
    await civitai.models.get(2);
    expect(slow.exchanges.map(({ headers }) => headers.authorization)).toEqual(['Bearer first', 'Bearer second']);
  });

  it('whose key was revoked at once is sent again with the new one, without waiting for an event', async () => {
    const strict: Responder = (exchange, response, request) =>
      exchange.headers.authorization === 'Bearer second'
        ? model(exchange, response, request)
        : json({ error: 'Unauthorized' }, 401)(exchange, response, request);
    await using revoking = await startLoopback((exchange, response, request) => {
      if (exchange.ordinal === 0) project.write({ '.env': 'CIVITAI_API_KEY=second' });
      return strict(exchange, response, request);
    });
    project.write({
      'appsettings.json': { CivitaiApi: { BaseUrl: revoking.origin, ReloadOnChange: true } },
      '.env': 'CIVITAI_API_KEY=first',
    });
    await expect(client().models.get(1)).resolves.toMatchObject({ id: 1 });
    expect(revoking.exchanges).toHaveLength(2);
  });
});

describe('a configuration that cannot be used', () => {
  it.each([
    ['is broken', { 'appsettings.json': '{ "CivitaiApi": { "ApiKey": "' }, 'appsettings.json'],
    ['has a wrong key', { '.env': `CIVITAI_API_KEY="${canary} ${canary}"` }, 'CivitaiApi:ApiKey'],
    ['has a wrong setting', { '.env': `CIVITAI_API_KEY=${canary}\nCivitaiApi__TimeoutSeconds=soon` }, 'TimeoutSeconds'],
    ['has no key any more', { '.env': '' }, 'CivitaiApi:ApiKey (ReloadOnChange): has disappeared'],
  ])('because it %s is reported, the old key stays, and the next good one is taken', async (_, files, told) => {
    project.write({ '.env': 'CIVITAI_API_KEY=first' });
    const civitai = client();
    project.write(files);
    await expect.poll(() => events, patience).toMatchObject([{ outcome: 'rejected', keyReplaced: false }]);
    expect(await keyOf(civitai)).toBe('Bearer first');
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain(told);
    expect(inspect([warnings, events], { depth: 20, showHidden: true })).not.toContain(canary);
    project.write({
      'appsettings.json': { CivitaiApi: { BaseUrl: server.origin, ReloadOnChange: true } },
      '.env': 'CIVITAI_API_KEY=third',
    });
    await expect.poll(() => keyOf(civitai), patience).toBe('Bearer third');
  });

  it.skipIf(isRoot)('because it may not be read does not make the client anonymous', async () => {
    project.write({ '.env': 'CIVITAI_API_KEY=first' });
    const civitai = client();
    rmSync(project.path('.env'));
    writeFileSync(project.path('.env'), 'CIVITAI_API_KEY=second', { mode: 0o000 });
    await expect.poll(() => events, patience).toMatchObject([{ outcome: 'rejected' }]);
    expect(await keyOf(civitai)).toBe('Bearer first');
  });
});

describe('other settings', () => {
  it('take effect after a restart, which is said once', async () => {
    project.write({ '.env': 'CIVITAI_API_KEY=first' });
    const civitai = client();
    project.write({ '.env': 'CIVITAI_API_KEY=first\nCivitaiApi__TimeoutSeconds=60\nCivitaiApi__Retry__MaxRetries=5' });
    await expect.poll(() => warnings.length, patience).toBe(1);
    expect(warnings[0]).toBe(
      'civitkit CivitaiApi: the configuration changed; the key is the same, but TimeoutSeconds, Retry:MaxRetries will ' +
        'change after a restart only.',
    );
    project.write({ '.env': 'CIVITAI_API_KEY=second\nCivitaiApi__TimeoutSeconds=60\nCivitaiApi__Retry__MaxRetries=5' });
    await expect.poll(() => keyOf(civitai), patience).toBe('Bearer second');
    expect(events.at(-1)).toMatchObject({ keyReplaced: true, needRestart: ['TimeoutSeconds', 'Retry:MaxRetries'] });
  });

  it('of options still win over the files', async () => {
    project.write({ '.env': 'CIVITAI_API_KEY=first' });
    const container = new Container();
    const before = process.cwd();
    process.chdir(project.directory);
    closing.push(() => {
      process.chdir(before);
    });
    addCivitaiApi(container, { apiKey: 'explicit', timeoutSeconds: 45 });
    const civitai = container.get(CivitaiClient);
    project.write({ '.env': 'CIVITAI_API_KEY=second\nCivitaiApi__TimeoutSeconds=60\nCivitaiApi__StrictJsonParsing=1' });
    await expect
      .poll(() => events, patience)
      .toMatchObject([{ keyReplaced: false, needRestart: ['StrictJsonParsing'] }]);
    expect(await keyOf(civitai)).toBe('Bearer explicit');
    await container.unbindAllAsync();
  });
});

describe('ReloadOnChange', () => {
  it('is refused for a configuration that was made from an object', () => {
    const configuration = Configuration.from({ CivitaiApi: { ReloadOnChange: true } });
    expect(() => createCivitaiClient(configuration)).toThrow(/made from an object.*CredentialProvider/);
    expect(() => configuration.reload()).toThrow(TypeError);
  });

  it('is refused for a key that comes through a pipe', () => {
    makeNamedPipe(project.path('pipe'));
    spawn('sh', ['-c', 'printf "the-key\\n" > "$0"', project.path('pipe')], { stdio: 'ignore' });
    expect(() => client({ environment: { CIVITAI_API_KEY_FILE: project.path('pipe') } })).toThrow(/pipe or a device/);
  });

  it('does nothing beside a provider of the user’s own', async () => {
    const configuration = Configuration.from({ CivitaiApi: { BaseUrl: server.origin, ReloadOnChange: true } });
    const civitai = createCivitaiClient(configuration, { credential: { current: () => null } });
    expect(await keyOf(civitai)).toBeUndefined();
    civitai.close();
  });
});
