import { Container } from 'inversify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { json, type LoopbackServer, startLoopback } from '../../../../test/support/loopback-server.js';
import { addCivitaiApi, CivitaiClient, Configuration, coreTokens, KeyCredentialProvider } from '../../src/index.js';

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

const sent = (): unknown[] => server.exchanges.map(({ headers }) => headers.authorization);

/** Registers the default client and one named `studio`, both with keys of their own. */
function register(): void {
  const configuration = Configuration.from({
    CivitaiApi: { BaseUrl: server.origin, ApiKey: 'configured' },
    Studio: { BaseUrl: server.origin, ApiKey: 'studio' },
  });
  addCivitaiApi(container, configuration);
  addCivitaiApi(container, configuration, { section: 'Studio', name: 'studio' });
}

describe('a provider in a container', () => {
  it('takes the place of the configured key', async () => {
    container.bind(coreTokens.credential).toConstantValue(new KeyCredentialProvider('provided'));
    register();
    await container.get(CivitaiClient).models.get(1);
    expect(sent()).toEqual(['Bearer provided']);
  });

  it('serves the client under whose name it is bound', async () => {
    container.bind(coreTokens.credential).toConstantValue(new KeyCredentialProvider('provided')).whenNamed('studio');
    register();
    await container.get(CivitaiClient).models.get(1);
    await container.get(CivitaiClient, { name: 'studio' }).models.get(1);
    expect(sent()).toEqual(['Bearer configured', 'Bearer provided']);
  });

  it('serves the default client alone, if bound so', async () => {
    container.bind(coreTokens.credential).toConstantValue(new KeyCredentialProvider('provided')).whenDefault();
    register();
    await container.get(CivitaiClient).models.get(1);
    await container.get(CivitaiClient, { name: 'studio' }).models.get(1);
    expect(sent()).toEqual(['Bearer provided', 'Bearer studio']);
  });

  it('may get another key while the client is in use', async () => {
    const key = new KeyCredentialProvider(null);
    container.bind(coreTokens.credential).toConstantValue(key).whenDefault();
    register();
    const civitai = container.get(CivitaiClient);
    await civitai.models.get(1);
    key.replace(' later ');
    await civitai.models.get(1);
    expect(sent()).toEqual([undefined, 'Bearer later']);
  });
});
