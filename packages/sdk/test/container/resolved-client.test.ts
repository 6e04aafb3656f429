import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  addCivitaiApi as addCore,
  CivitaiClient,
  Configuration,
  coreTokens,
  type HttpRequest,
  loadConfiguration,
  Secret,
} from '@civitkit/core';
import {
  addCivitaiSdk,
  createCivitaiSdkModule,
  createOrchestrationClient,
  OrchestrationClient,
  sdkTokens,
} from '@civitkit/sdk';
import { Container } from 'inversify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { json, type LoopbackServer, startLoopback } from '../../../../test/support/loopback-server.js';

let server: LoopbackServer;
let container: Container;

beforeEach(async () => {
  server = await startLoopback(json({ id: 'w', status: 'succeeded', steps: [] }));
  container = new Container();
});

afterEach(async () => {
  await container.unbindAllAsync();
  await server.close();
});

/** What was sent as the credential, request by request. */
function tokens(): readonly (string | undefined)[] {
  return server.exchanges.map(({ headers }) => headers.authorization);
}

describe('a resolved client', () => {
  it('is one for the whole container and sends the token', async () => {
    addCivitaiSdk(container, { baseUrl: server.origin, apiToken: 'given' });
    const client = container.get(OrchestrationClient);
    expect(container.get(OrchestrationClient)).toBe(client);
    await client.workflows.get('w');
    expect(tokens()).toEqual(['Bearer given']);
  });

  it('stands beside the site client, on one configuration', async () => {
    addCore(
      container,
      Configuration.from({ CivitaiApi: { ApiKey: 'shared' }, CivitaiSdk: { BaseUrl: server.origin } }),
    );
    addCivitaiSdk(container);
    await container.get(OrchestrationClient).workflows.get('w');
    expect(container.get(CivitaiClient)).toBeInstanceOf(CivitaiClient);
    expect(tokens()).toEqual(['Bearer shared']);
  });

  it('may be one of several, each with its own token', async () => {
    const configuration = Configuration.from({
      CivitaiSdk: { ApiToken: 'a', BaseUrl: server.origin },
      Studio: { ApiToken: 'b', BaseUrl: server.origin },
    });
    addCivitaiSdk(container, configuration);
    addCivitaiSdk(container, configuration, { name: 'studio', section: 'Studio' });
    await container.get(OrchestrationClient).workflows.get('w');
    await container.get(OrchestrationClient, { name: 'studio' }).workflows.get('w');
    expect(tokens()).toEqual(['Bearer a', 'Bearer b']);
  });

  it('closes with the container', async () => {
    addCivitaiSdk(container, { baseUrl: server.origin, apiToken: 'given' });
    const client = container.get(OrchestrationClient);
    await container.unbindAllAsync();
    await expect(client.workflows.get('w')).rejects.toMatchObject({ code: 'client_closed' });
  });

  it('closes with its module', async () => {
    const module = createCivitaiSdkModule({ baseUrl: server.origin, apiToken: 'given' });
    container.load(module);
    const client = container.get(OrchestrationClient);
    container.unload(module);
    await expect(client.workflows.get('w')).rejects.toMatchObject({ code: 'client_closed' });
  });

  it('takes the transport and the middleware that the site client takes, and a credential of its own', async () => {
    const seen: HttpRequest[] = [];
    container.bind(sdkTokens.credential).toConstantValue({ current: () => new Secret('provided') });
    container.bind(coreTokens.middleware).toConstantValue((request, next) => {
      seen.push(request);
      return next(request);
    });
    addCivitaiSdk(container, { baseUrl: server.origin, apiToken: 'configured' });
    await container.get(OrchestrationClient).workflows.get('w');
    expect(tokens()).toEqual(['Bearer provided']);
    expect(seen[0]?.headers['user-agent']).toMatch(/^civitkit-sdk\//);
  });

  it('needs no configured token beside a provider', async () => {
    container.bind(sdkTokens.credential).toConstantValue({ current: () => new Secret('provided') });
    addCivitaiSdk(container, Configuration.from({ CivitaiSdk: { BaseUrl: server.origin } }));
    expect(container.get(sdkTokens.settings).apiToken).toBeNull();
    await container.get(OrchestrationClient).workflows.get('w');
    expect(tokens()).toEqual(['Bearer provided']);
  });

  it('needs none without a container either', async () => {
    const credential = { current: () => new Secret('provided') };
    using client = createOrchestrationClient(Configuration.from({ CivitaiSdk: { BaseUrl: server.origin } }), {
      credential,
    });
    await client.workflows.get('w');
    expect(tokens()).toEqual(['Bearer provided']);
  });

  it('needs one where the provider has none to give', async () => {
    using client = createOrchestrationClient(Configuration.from({ CivitaiSdk: { BaseUrl: server.origin } }), {
      credential: { current: () => null },
    });
    expect(await client.workflows.get('w').asResult()).toMatchObject({ ok: false, error: { code: 'missing_api_key' } });
    expect(server.exchanges).toHaveLength(0);
  });

  it('does not show its token', async () => {
    addCivitaiSdk(container, { baseUrl: server.origin, apiToken: 'c4na7y-in-the-container' });
    const shown = [container.get(OrchestrationClient), container.get(sdkTokens.settings)].map((one) =>
      JSON.stringify(one),
    );
    expect(shown.join(' ')).not.toContain('c4na7y');
  });
});

describe('ReloadOnChange', () => {
  let directory: string;

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'civitkit-reload-'));
  });

  afterEach(() => {
    rmSync(directory, { recursive: true });
  });

  it('takes a new token from the files when the server refuses the old one', async () => {
    await server.close();
    server = await startLoopback(({ headers }, response) => {
      const good = headers.authorization === 'Bearer new-token';
      response.writeHead(good ? 200 : 401, { 'content-type': 'application/json' });
      response.end(JSON.stringify(good ? { id: 'w', status: 'succeeded', steps: [] } : { title: 'Unauthorized' }));
    });
    const write = (ApiToken: string): void =>
      writeFileSync(
        join(directory, 'appsettings.json'),
        JSON.stringify({ CivitaiSdk: { ApiToken, BaseUrl: server.origin, ReloadOnChange: true } }),
      );
    write('old-token');
    addCivitaiSdk(
      container,
      loadConfiguration({ directory, environment: {}, secretsDirectory: false, homeDirectory: directory }),
    );
    const client = container.get(OrchestrationClient);
    write('new-token');
    expect((await client.workflows.get('w')).status).toBe('succeeded');
    expect(tokens().at(-1)).toBe('Bearer new-token');
  });
});
