import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  addCivitaiApi as addCore,
  CivitaiClient,
  Configuration,
  ConfigurationError,
  coreTokens,
  isCivitaiError,
  loadConfiguration,
} from '@civitkit/core';
import { addCivitaiApi, addCivitaiSdk, createCivitaiSdkModule, sdkTokens } from '@civitkit/sdk';
import { Container } from 'inversify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let directory: string;
let container: Container;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'civitkit-sdk-'));
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

function tokenFrom(environment: Readonly<Record<string, string>>, appsettings: object = {}): string {
  return (
    addCivitaiSdk(new Container(), load(environment, appsettings)).get(sdkTokens.settings).apiToken?.reveal() ?? ''
  );
}

describe('the token', () => {
  it.each([
    ['its own variable', { CivitaiSdk__ApiToken: 'own', CIVITAI_API_KEY: 'alias' }, {}, 'own'],
    ['CIVITAI_API_KEY', { CIVITAI_API_KEY: 'alias', CIVITAI_TOKEN: 'other' }, {}, 'alias'],
    ['CIVITAI_API_TOKEN', { CIVITAI_API_TOKEN: 'token' }, {}, 'token'],
    ['CIVITAI_TOKEN', { CIVITAI_TOKEN: 'token' }, {}, 'token'],
    ['its section', {}, { CivitaiSdk: { ApiToken: 'file' } }, 'file'],
    [
      'the environment rather than its section',
      { CIVITAI_API_KEY: 'alias' },
      { CivitaiSdk: { ApiToken: 'file' } },
      'alias',
    ],
    [
      'its section rather than the key of the site',
      {},
      { CivitaiApi: { ApiKey: 'site' }, CivitaiSdk: { ApiToken: 'file' } },
      'file',
    ],
    ['the key of the site, last', {}, { CivitaiApi: { ApiKey: 'site' } }, 'site'],
  ])('comes from %s', (_name, environment, appsettings, expected) => {
    expect(tokenFrom(environment, appsettings)).toBe(expected);
  });

  it('is mandatory: without one the registration fails and lists every place', () => {
    const error = errorOf(() => addCivitaiSdk(container, load({})));
    expect(error).toBeInstanceOf(ConfigurationError);
    expect(error).toMatchObject({ code: 'missing_api_key' });
    for (const place of [
      'CivitaiSdk:ApiToken',
      'CivitaiApi:ApiKey',
      'CIVITAI_API_KEY',
      'CIVITAI_API_TOKEN',
      'CIVITAI_TOKEN',
      'appsettings.json',
      '.env',
      'user secrets',
      'https://civitai.com/user/account',
    ]) {
      expect((error as Error).message).toContain(place);
    }
    expect(container.isBound(sdkTokens.settings)).toBe(false);
  });

  it('is reported missing together with everything else that is wrong', () => {
    const error = errorOf(() =>
      addCivitaiSdk(container, load({}, { CivitaiSdk: { TimeoutSeconds: 1801, ApiTokn: 'x' } })),
    );
    const keys = error instanceof ConfigurationError ? error.problems.map(({ key }) => key) : [];
    expect(keys.toSorted()).toEqual(['CivitaiSdk:ApiToken', 'CivitaiSdk:ApiTokn', 'CivitaiSdk:TimeoutSeconds']);
  });
});

describe('a registration', () => {
  it('has the settings of the generation API', () => {
    expect(addCivitaiApi(container, { apiToken: 'given', timeoutSeconds: 1800 })).toBe(container);
    expect(container.get(sdkTokens.settings)).toMatchObject({
      baseUrl: 'https://orchestration.civitai.com',
      apiVersion: 'v2',
      timeoutSeconds: 1800,
    });
    expect(container.get(sdkTokens.settings).apiToken?.reveal()).toBe('given');
  });

  it('defaults to 600 seconds', () => {
    addCivitaiSdk(container, Configuration.from({ CivitaiSdk: { ApiToken: 'a' } }));
    expect(container.get(sdkTokens.settings).timeoutSeconds).toBe(600);
  });

  it('refuses to send the token over plain http to another machine', () => {
    const plain = { apiToken: 'given', baseUrl: 'http://orchestration.test' };
    expect(errorOf(() => addCivitaiSdk(container, plain))).toMatchObject({ code: 'insecure_connection' });
    addCivitaiSdk(container, { ...plain, allowInsecureHttp: true });
    expect(container.get(sdkTokens.settings).baseUrl).toBe('http://orchestration.test');
  });

  it('shares one configuration with the site client in the same container', () => {
    addCore(container, Configuration.from({ CivitaiApi: { ApiKey: 'shared' } }));
    addCivitaiSdk(container);
    expect(container.get(sdkTokens.settings).apiToken?.reveal()).toBe('shared');
    expect(container.get(coreTokens.settings).apiKey?.reveal()).toBe('shared');
    expect(container.isBound(CivitaiClient)).toBe(true);
  });

  it('may have a name and a section of its own, and is refused twice', () => {
    const configuration = Configuration.from({ CivitaiSdk: { ApiToken: 'a' }, Studio: { ApiToken: 'b' } });
    addCivitaiSdk(container, configuration);
    addCivitaiSdk(container, configuration, { name: 'studio', section: 'Studio' });
    expect(container.get(sdkTokens.settings, { name: 'studio' }).apiToken?.reveal()).toBe('b');
    expect(container.get(sdkTokens.settings).apiToken?.reveal()).toBe('a');
    expect(errorOf(() => addCivitaiSdk(container, configuration))).toMatchObject({ code: 'already_registered' });
  });

  it('is a module too', () => {
    const module = createCivitaiSdkModule(Configuration.from({ CivitaiSdk: { ApiToken: 'a' } }));
    container.load(module);
    expect(container.isBound(sdkTokens.settings)).toBe(true);
    container.unload(module);
    expect(container.isBound(sdkTokens.settings)).toBe(false);
  });
});

function errorOf(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return isCivitaiError(error) ? error : undefined;
  }
  return undefined;
}
