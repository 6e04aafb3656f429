import { Container } from 'inversify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { json, type LoopbackServer, startLoopback } from '../../../../test/support/loopback-server.js';
import { addCivitaiApi, CivitaiClient, Configuration, coreTokens, createCivitaiModule } from '../../src/index.js';

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

function keyed(apiKey: string): Configuration {
  return Configuration.from({ CivitaiApi: { BaseUrl: server.origin, ApiKey: apiKey } });
}

describe('containers below and modules', () => {
  it('a child container resolves the client of its parent, or has its own', async () => {
    addCivitaiApi(container, keyed('parent-key'));
    const child = new Container({ parent: container });
    expect(child.get(CivitaiClient)).toBe(container.get(CivitaiClient));
    const own = new Container({ parent: container });
    addCivitaiApi(own, keyed('child-key'));
    await own.get(CivitaiClient).models.get(1);
    await container.get(CivitaiClient).models.get(1);
    expect(sentKeys()).toEqual(['Bearer child-key', 'Bearer parent-key']);
    await own.unbindAllAsync();
  });

  it('unloading a module closes its client and removes its bindings', async () => {
    const module = createCivitaiModule(keyed('a'));
    container.load(module);
    const civitai = container.get(CivitaiClient);
    await civitai.models.get(1);
    expect(server.openSockets.size).toBe(1);
    container.unload(module);
    expect(container.isBound(CivitaiClient)).toBe(false);
    expect(container.isBound(coreTokens.settings)).toBe(false);
    await expect.poll(() => server.openSockets.size).toBe(0);
    await expect(civitai.models.get(1)).rejects.toMatchObject({ code: 'client_closed' });
    addCivitaiApi(container, keyed('b'));
    await container.get(CivitaiClient).models.get(1);
  });

  it.each([
    ['unbindAll', (target: Container) => Promise.resolve(target.unbindAll())],
    ['unbindAllAsync', (target: Container) => target.unbindAllAsync()],
  ])('%s ends open calls and closes every socket', async (_name, unbind) => {
    await using stalled = await startLoopback(() => undefined);
    addCivitaiApi(container, Configuration.from({ CivitaiApi: { BaseUrl: stalled.origin } }));
    const call = container.get(CivitaiClient).models.get(1).asResult();
    await expect.poll(() => stalled.exchanges.length).toBe(1);
    await unbind(container);
    expect(await call).toMatchObject({ ok: false, error: { code: 'client_closed' } });
    await expect.poll(() => stalled.openSockets.size).toBe(0);
  });
});
