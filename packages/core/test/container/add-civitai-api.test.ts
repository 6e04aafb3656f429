import 'reflect-metadata';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import convict from 'convict';
import { Container } from 'inversify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
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
import { useServedContainer } from './served-container.js';

const served = useServedContainer();

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
      JSON.stringify({ CivitaiApi: { BaseUrl: served.server.origin, ApiKey: 'from-file' } }),
    );
    expect(addCivitaiApi(served.container)).toBe(served.container);
    await served.container.get(CivitaiClient).models.get(1);
    expect(served.sentKeys()).toEqual(['Bearer from-file']);
  });

  it('options, which win over every source', async () => {
    await writeFile(
      'appsettings.json',
      JSON.stringify({ CivitaiApi: { BaseUrl: served.server.origin, ApiKey: 'from-file' } }),
    );
    addCivitaiApi(served.container, { apiKey: 'explicit', timeoutSeconds: 60 });
    await served.container.get(CivitaiClient).models.get(1);
    expect(served.sentKeys()).toEqual(['Bearer explicit']);
    expect(served.container.get(coreTokens.settings).timeoutSeconds).toBe(60);
  });

  it('options with null for no key at all', async () => {
    await writeFile(
      'appsettings.json',
      JSON.stringify({ CivitaiApi: { BaseUrl: served.server.origin, ApiKey: 'from-file' } }),
    );
    addCivitaiApi(served.container, { apiKey: null });
    await served.container.get(CivitaiClient).models.get(1);
    expect(served.sentKeys()).toEqual([undefined]);
  });

  it('a function that fills options in', async () => {
    addCivitaiApi(served.container, (options) => {
      options.baseUrl = served.server.origin;
      options.apiKey = 'filled-in';
    });
    await served.container.get(CivitaiClient).models.get(1);
    expect(served.sentKeys()).toEqual(['Bearer filled-in']);
  });

  it('a configuration, with a section of another name', async () => {
    addCivitaiApi(served.container, served.keyed('studio-key', 'Studio'), { section: 'Studio' });
    await served.container.get(CivitaiClient).models.get(1);
    expect(served.sentKeys()).toEqual(['Bearer studio-key']);
  });

  it("the application's own convict instance", async () => {
    const application = convict({
      port: { format: 'port', default: 80 },
      civitaiApi: {
        baseUrl: { format: String, default: served.server.origin },
        apiKey: { format: String, default: 'from-convict', sensitive: true },
      },
    });
    addCivitaiApi(served.container, application);
    await served.container.get(CivitaiClient).models.get(1);
    expect(served.sentKeys()).toEqual(['Bearer from-convict']);
  });

  it.each([['text'], [5], [null], [[]], [new Map()]])('not %j', (input) => {
    expect(() => addCivitaiApi(served.container, input as never)).toThrow(TypeError);
  });

  it('no asynchronous function', () => {
    // oxlint-disable-next-line typescript/no-misused-promises -- the mistake under test
    expect(() => addCivitaiApi(served.container, () => Promise.resolve())).toThrow(/must not be asynchronous/);
  });
});

describe('a registration', () => {
  it('gives one client, made at the first get', () => {
    addCivitaiApi(served.container, served.keyed('a'));
    expect(served.container.get(CivitaiClient)).toBe(served.container.get(CivitaiClient));
  });

  it('with wrong settings fails at once, and leaves the container as it was', () => {
    const wrong = Configuration.from({ CivitaiApi: { TimeoutSeconds: 0, BaseUrl: 'ftp://x' } });
    expect(() => addCivitaiApi(served.container, wrong)).toThrow(ConfigurationError);
    expect(served.container.isBound(CivitaiClient)).toBe(false);
    addCivitaiApi(served.container, served.keyed('a'));
    expect(served.container.isBound(CivitaiClient)).toBe(true);
  });

  it('is refused a second time, with what to do', () => {
    addCivitaiApi(served.container, served.keyed('a'));
    expect(() => addCivitaiApi(served.container, served.keyed('b'))).toThrow(
      expect.objectContaining({ code: 'already_registered' }) as Error,
    );
    addCivitaiApi(served.container, served.keyed('b'), { name: 'studio' });
    expect(() => addCivitaiApi(served.container, served.keyed('c'), { name: 'studio' })).toThrow(
      /already has a client named "studio"/,
    );
  });

  it('is refused while anything of the first is left', () => {
    addCivitaiApi(served.container, served.keyed('a'));
    served.container.unbind(CivitaiClient);
    expect(() => addCivitaiApi(served.container, served.keyed('b'))).toThrow(/already has a default client/);
  });

  it('with a key for plain http fails at once, not at the first get', () => {
    const plain = Configuration.from({ CivitaiApi: { BaseUrl: 'http://civitai.test', ApiKey: 'a' } });
    expect(() => addCivitaiApi(served.container, plain)).toThrow(
      expect.objectContaining({
        code: 'insecure_connection',
        message: expect.stringContaining('CivitaiApi:BaseUrl') as string,
      }) as Error,
    );
    addCivitaiApi(served.container, Configuration.from({ CivitaiApi: { BaseUrl: 'http://civitai.test' } }));
  });

  it('serves several accounts by name, beside the default one', async () => {
    addCivitaiApi(served.container, served.keyed('default-key'));
    addCivitaiApi(served.container, served.keyed('studio-key', 'Studio'), { section: 'Studio', name: 'studio' });
    addCivitaiApi(served.container, served.keyed('lab-key', 'Lab'), { section: 'Lab', name: 'lab' });
    for (const name of [undefined, 'studio', 'lab']) {
      await served.container.get(CivitaiClient, name === undefined ? {} : { name }).models.get(1);
    }
    expect(served.sentKeys()).toEqual(['Bearer default-key', 'Bearer studio-key', 'Bearer lab-key']);
    expect(served.container.get(coreTokens.settings, { name: 'lab' }).baseUrl).toBe(served.server.origin);
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
    addCivitaiApi(served.container, served.keyed('a'));
    served.container
      .bind(Catalogue)
      .toResolvedValue((civitai: CivitaiClient) => new Catalogue(civitai), [CivitaiClient]);
    await expect(served.container.get(Catalogue).nameOf(1)).resolves.toBe('one');
  });

  it('takes the configuration that is bound in the served.container, and shares its own', () => {
    const configuration = served.keyed('bound');
    served.container.bind(coreTokens.configuration).toConstantValue(configuration);
    addCivitaiApi(served.container);
    expect(served.container.get(coreTokens.settings).apiKey?.reveal()).toBe('bound');
    expect(served.container.get(coreTokens.configuration)).toBe(configuration);
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
    served.container.bind(coreTokens.transport).toConstantValue(transport);
    served.container.bind(coreTokens.clock).toConstantValue(clock);
    served.container.bind(coreTokens.random).toConstantValue(() => 1);
    served.container
      .bind(coreTokens.middleware)
      .toConstantValue((request, next) => next({ ...request, headers: { ...request.headers, 'x-mine': '1' } }));
    addCivitaiApi(served.container, served.keyed('a'));
    served.container.bind(coreTokens.logger).toConstantValue({ debug: log, warn: log });
    await expect(served.container.get(CivitaiClient).models.get(5)).resolves.toMatchObject({ name: 'five' });
    expect(requests.map(({ headers }) => headers['x-mine'])).toEqual(['1', '1']);
    expect(clock.delays).toEqual([500]);
    expect(lines).toHaveLength(3);
    await served.container.unbindAllAsync();
    expect(closed).toBe(0);
    expect(served.server.exchanges).toHaveLength(0);
  });
});
