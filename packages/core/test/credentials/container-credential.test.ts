import { describe, expect, it } from 'vitest';
import { addCivitaiApi, CivitaiClient, Configuration, coreTokens, KeyCredentialProvider } from '../../src/index.js';
import { useServedContainer } from '../container/served-container.js';

const served = useServedContainer();

/** Registers the default client and one named `studio`, both with keys of their own. */
function register(): void {
  const configuration = Configuration.from({
    CivitaiApi: { BaseUrl: served.server.origin, ApiKey: 'configured' },
    Studio: { BaseUrl: served.server.origin, ApiKey: 'studio' },
  });
  addCivitaiApi(served.container, configuration);
  addCivitaiApi(served.container, configuration, { section: 'Studio', name: 'studio' });
}

describe('a provider in a container', () => {
  it('takes the place of the configured key', async () => {
    served.container.bind(coreTokens.credential).toConstantValue(new KeyCredentialProvider('provided'));
    register();
    await served.container.get(CivitaiClient).models.get(1);
    expect(served.sentKeys()).toEqual(['Bearer provided']);
  });

  it('serves the client under whose name it is bound', async () => {
    served.container
      .bind(coreTokens.credential)
      .toConstantValue(new KeyCredentialProvider('provided'))
      .whenNamed('studio');
    register();
    await served.container.get(CivitaiClient).models.get(1);
    await served.container.get(CivitaiClient, { name: 'studio' }).models.get(1);
    expect(served.sentKeys()).toEqual(['Bearer configured', 'Bearer provided']);
  });

  it('serves the default client alone, if bound so', async () => {
    served.container.bind(coreTokens.credential).toConstantValue(new KeyCredentialProvider('provided')).whenDefault();
    register();
    await served.container.get(CivitaiClient).models.get(1);
    await served.container.get(CivitaiClient, { name: 'studio' }).models.get(1);
    expect(served.sentKeys()).toEqual(['Bearer provided', 'Bearer studio']);
  });

  it('may get another key while the client is in use', async () => {
    const key = new KeyCredentialProvider(null);
    served.container.bind(coreTokens.credential).toConstantValue(key).whenDefault();
    register();
    const civitai = served.container.get(CivitaiClient);
    await civitai.models.get(1);
    key.replace(' later ');
    await civitai.models.get(1);
    expect(served.sentKeys()).toEqual([undefined, 'Bearer later']);
  });
});
