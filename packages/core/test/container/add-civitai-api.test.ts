import 'reflect-metadata';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import convict from 'convict';
import { Container } from 'inversify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { json, type LoopbackServer, startLoopback } from '../../../../test/support/loopback-server.js';
import { TestClock } from '../../../../test/support/test-clock.js';
import {
  addCivitaiApi,
  CivitaiClient,
  Configuration,
  ConfigurationError,
  coreTokens,
  type HttpRequest,
  type HttpTransport,
} from '../../src/index.js';

let server: LoopbackServer;
let container: Container;

beforeEach(async () => {
  server = await startLoopback(json({ id: 1, name: 'one' }));
  container = new Container();
});

afterEach(async () => {
  await container.unbindAllAsync();
  await server.close();
});

const sentKeys = (): unknown[] => server.exchanges.map(({ headers }) => headers.authorization);

function keyed(apiKey: string, section = 'CivitaiApi'): Configuration {
  return Configuration.from({ [section]: { BaseUrl: server.origin, ApiKey: apiKey } });
}

describe('addCivitaiApi accepts', () => {
  let directory: string;
  const before = process.cwd();

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'civitkit-container-'));
    process.chdir(directory);
  });

  afterEach(async () => {
    process.chdir(before);
    await rm(directory, { recursive: true });
  });

  it('nothing: the configuration found from the working directory', async () => {
    await writeFile(
      'appsettings.json',
      JSON.stringify({ CivitaiApi: { BaseUrl: server.origin, ApiKey: 'from-file' } }),
    );
    expect(addCivitaiApi(container)).toBe(container);
    await container.get(CivitaiClient).models.get(1);
    expect(sentKeys()).toEqual(['Bearer from-file']);
  });

  it('options, which win over every source', async () => {
    await writeFile(
      'appsettings.json',
      JSON.stringify({ CivitaiApi: { BaseUrl: server.origin, ApiKey: 'from-file' } }),
    );
    addCivitaiApi(container, { apiKey: 'explicit', timeoutSeconds: 60 });
    await container.get(CivitaiClient).models.get(1);
    expect(sentKeys()).toEqual(['Bearer explicit']);
    expect(container.get(coreTokens.settings).timeoutSeconds).toBe(60);
  });

  it('options with null for no key at all', async () => {
    await writeFile(
      'appsettings.json',
      JSON.stringify({ CivitaiApi: { BaseUrl: server.origin, ApiKey: 'from-file' } }),
    );
    addCivitaiApi(container, { apiKey: null });
    await container.get(CivitaiClient).models.get(1);
    expect(sentKeys()).toEqual([undefined]);
  });

  it('a function that fills options in', async () => {
    addCivitaiApi(container, (options) => {
      options.baseUrl = server.origin;
      options.apiKey = 'filled-in';
    });
    await container.get(CivitaiClient).models.get(1);
    expect(sentKeys()).toEqual(['Bearer filled-in']);
  });

  it('a configuration, with a section of another name', async () => {
    addCivitaiApi(container, keyed('studio-key', 'Studio'), { section: 'Studio' });
    await container.get(CivitaiClient).models.get(1);
    expect(sentKeys()).toEqual(['Bearer studio-key']);
  });

  it("the application's own convict instance", async () => {
    const application = convict({
      port: { format: 'port', default: 80 },
      civitaiApi: {
        baseUrl: { format: String, default: server.origin },
        apiKey: { format: String, default: 'from-convict', sensitive: true },
      },
    });
    addCivitaiApi(container, application);
    await container.get(CivitaiClient).models.get(1);
    expect(sentKeys()).toEqual(['Bearer from-convict']);
  });

  it.each([['text'], [5], [null], [[]], [new Map()]])('not %j', (input) => {
    expect(() => addCivitaiApi(container, input as never)).toThrow(TypeError);
  });

  it('no asynchronous function', () => {
    // oxlint-disable-next-line typescript/no-misused-promises -- the mistake under test
    expect(() => addCivitaiApi(container, () => Promise.resolve())).toThrow(/must not be asynchronous/);
  });
});

describe('a registration', () => {
  it('gives one client, made at the first get', () => {
    addCivitaiApi(container, keyed('a'));
    expect(container.get(CivitaiClient)).toBe(container.get(CivitaiClient));
  });

  it('with wrong settings fails at once, and leaves the container as it was', () => {
    const wrong = Configuration.from({ CivitaiApi: { TimeoutSeconds: 0, BaseUrl: 'ftp://x' } });
    expect(() => addCivitaiApi(container, wrong)).toThrow(ConfigurationError);
    expect(container.isBound(CivitaiClient)).toBe(false);
    addCivitaiApi(container, keyed('a'));
    expect(container.isBound(CivitaiClient)).toBe(true);
  });

  it('is refused a second time, with what to do', () => {
    addCivitaiApi(container, keyed('a'));
    expect(() => addCivitaiApi(container, keyed('b'))).toThrow(
      expect.objectContaining({ code: 'already_registered' }) as Error,
    );
    addCivitaiApi(container, keyed('b'), { name: 'studio' });
    expect(() => addCivitaiApi(container, keyed('c'), { name: 'studio' })).toThrow(
      /already has a client named "studio"/,
    );
  });

  it('is refused while anything of the first is left', () => {
    addCivitaiApi(container, keyed('a'));
    container.unbind(CivitaiClient);
    expect(() => addCivitaiApi(container, keyed('b'))).toThrow(/already has a default client/);
  });

  it('with a key for plain http fails at once, not at the first get', () => {
    const plain = Configuration.from({ CivitaiApi: { BaseUrl: 'http://civitai.test', ApiKey: 'a' } });
    expect(() => addCivitaiApi(container, plain)).toThrow(
      expect.objectContaining({
        code: 'insecure_connection',
        message: expect.stringContaining('CivitaiApi:BaseUrl') as string,
      }) as Error,
    );
    addCivitaiApi(container, Configuration.from({ CivitaiApi: { BaseUrl: 'http://civitai.test' } }));
  });

  it('serves several accounts by name, beside the default one', async () => {
    addCivitaiApi(container, keyed('default-key'));
    addCivitaiApi(container, keyed('studio-key', 'Studio'), { section: 'Studio', name: 'studio' });
    addCivitaiApi(container, keyed('lab-key', 'Lab'), { section: 'Lab', name: 'lab' });
    for (const name of [undefined, 'studio', 'lab']) {
      await container.get(CivitaiClient, name === undefined ? {} : { name }).models.get(1);
    }
    expect(sentKeys()).toEqual(['Bearer default-key', 'Bearer studio-key', 'Bearer lab-key']);
    expect(container.get(coreTokens.settings, { name: 'lab' }).baseUrl).toBe(server.origin);
  });

  it('injects the client into services without decorators', async () => {
    class Catalogue {
      readonly #civitai: CivitaiClient;

      constructor(civitai: CivitaiClient) {
        this.#civitai = civitai;
      }

      async nameOf(id: number): Promise<string> {
        return (await this.#civitai.models.get(id)).name;
      }
    }
    addCivitaiApi(container, keyed('a'));
    container.bind(Catalogue).toResolvedValue((civitai: CivitaiClient) => new Catalogue(civitai), [CivitaiClient]);
    await expect(container.get(Catalogue).nameOf(1)).resolves.toBe('one');
  });

  it('takes the configuration that is bound in the container, and shares its own', () => {
    const configuration = keyed('bound');
    container.bind(coreTokens.configuration).toConstantValue(configuration);
    addCivitaiApi(container);
    expect(container.get(coreTokens.settings).apiKey?.reveal()).toBe('bound');
    expect(container.get(coreTokens.configuration)).toBe(configuration);
    const other = new Container();
    addCivitaiApi(other, configuration);
    expect(other.get(coreTokens.configuration)).toBe(configuration);
  });
});

describe('a replaced part', () => {
  it('is used when it is bound before the first get: transport, clock, random, logger, middleware', async () => {
    const requests: HttpRequest[] = [];
    let closed = 0;
    const transport: HttpTransport = {
      send: (request) => {
        requests.push(request);
        const status = requests.length === 1 ? 503 : 200;
        return Promise.resolve({ status, headers: {}, body: [new TextEncoder().encode('{"id":5,"name":"five"}')] });
      },
      close: () => {
        closed += 1;
      },
    };
    const clock = new TestClock(10_000);
    const lines: string[] = [];
    const log = (line: string): void => void lines.push(line);
    container.bind(coreTokens.transport).toConstantValue(transport);
    container.bind(coreTokens.clock).toConstantValue(clock);
    container.bind(coreTokens.random).toConstantValue(() => 1);
    container
      .bind(coreTokens.middleware)
      .toConstantValue((request, next) => next({ ...request, headers: { ...request.headers, 'x-mine': '1' } }));
    addCivitaiApi(container, keyed('a'));
    container.bind(coreTokens.logger).toConstantValue({ debug: log, warn: log });
    await expect(container.get(CivitaiClient).models.get(5)).resolves.toMatchObject({ name: 'five' });
    expect(requests.map(({ headers }) => headers['x-mine'])).toEqual(['1', '1']);
    expect(clock.delays).toEqual([500]);
    expect(lines).toHaveLength(3);
    await container.unbindAllAsync();
    expect(closed).toBe(0);
    expect(server.exchanges).toHaveLength(0);
  });
});
